"""The local web application: pages, forms and the JSON interface over one casefile."""
