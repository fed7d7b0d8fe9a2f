"""Capture to article: one canonical text, its metadata and blocks."""

from recoupe.article.making import to_article

__all__ = ["to_article"]
