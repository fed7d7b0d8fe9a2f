"""Readable texts with marked spans (README.md), read by ``tests/reading/test_cases.py``."""
