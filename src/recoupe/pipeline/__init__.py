"""The pipeline: web archives to readings in Parquet, and what is made of a selection of them."""
