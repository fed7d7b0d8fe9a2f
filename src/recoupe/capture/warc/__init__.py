"""Exchanges to records of a web archive, and the HTTP heads of records that are kept."""
