"""Known people and bodies: lists that a person imports, and what they tell of a report's."""

from recoupe.reading.known.index import KnownList, consulted, open_list
from recoupe.reading.known.linking import link_known

__all__ = ["KnownList", "consulted", "link_known", "open_list"]
