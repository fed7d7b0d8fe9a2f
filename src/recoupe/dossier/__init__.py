"""Readings and stories to the pages a person reads."""
