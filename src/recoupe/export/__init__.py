"""Readings to the formats the field uses, one format a file."""
