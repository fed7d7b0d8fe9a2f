"""A trained tagger of statements over the words of an article, with the rules as its hints."""

from recoupe.reading.attributions.tagging.network import Network, network
from recoupe.reading.attributions.tagging.tagger import Tagged, Tags, tag

__all__ = ["Network", "Tagged", "Tags", "network", "tag"]
