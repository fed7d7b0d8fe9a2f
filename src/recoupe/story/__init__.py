"""Readings to stories: the reports of one incident."""
