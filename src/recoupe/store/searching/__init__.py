"""Searching: what fits a query, in order and in its context, equal on every database.

The index of words answers words and filters together (:mod:`recoupe.store.facets`); what it cannot
tell to the letter is looked at in the rows themselves, before a page is cut.
"""

from recoupe.store.searching.search import search

__all__ = ["search"]
