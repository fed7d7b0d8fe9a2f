"""Lists of addresses that are followed: feeds, sitemaps, pages of links, lines of addresses."""

from recoupe.capture.watching.asking import Came, ask_list
from recoupe.capture.watching.entries import Entry, Listing, ListKind
from recoupe.capture.watching.reading import read_list

__all__ = ["Came", "Entry", "ListKind", "Listing", "ask_list", "read_list"]
