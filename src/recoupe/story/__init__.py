"""Readings to stories: the reports of one incident, found by cheap keys and linked with reasons."""
