"""Capture to article: one canonical text, its metadata and blocks."""
