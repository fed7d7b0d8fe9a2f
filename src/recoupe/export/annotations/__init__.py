"""What was read, as annotations of the reports on the web: W3C Web Annotation, JSON-LD."""
