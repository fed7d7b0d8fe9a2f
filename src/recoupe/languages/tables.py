"""Every table of a pack, and its shape: what a new language has to bring."""

from __future__ import annotations

from recoupe.languages.contradictions import ContradictionWords
from recoupe.languages.crosscheck import CrossCheckWords
from recoupe.languages.cues import CueWords
from recoupe.languages.dossier import DossierWords
from recoupe.languages.events import EventWords
from recoupe.languages.evidence import EvidenceWords
from recoupe.languages.export import ExportWords
from recoupe.languages.figures import FigureWords
from recoupe.languages.findings import FindingWords
from recoupe.languages.furniture import FurnitureWords
from recoupe.languages.lineage import LineageWords
from recoupe.languages.moods import MoodWords
from recoupe.languages.naming import NamingWords
from recoupe.languages.numbers import NumberWords
from recoupe.languages.pack import About
from recoupe.languages.page import PageWords
from recoupe.languages.parties import PartyWords
from recoupe.languages.places import PlaceWords
from recoupe.languages.quotes import QuoteWords
from recoupe.languages.relaying import RelayWords
from recoupe.languages.search import SearchWords
from recoupe.languages.stances import StanceWords
from recoupe.languages.stories import StoryWords
from recoupe.languages.times import TimeWords
from recoupe.languages.words import Words

TABLES: dict[str, type[Words]] = {
    "pack": About,
    "contradictions": ContradictionWords,
    "crosscheck": CrossCheckWords,
    "cues": CueWords,
    "dossier": DossierWords,
    "events": EventWords,
    "evidence": EvidenceWords,
    "export": ExportWords,
    "figures": FigureWords,
    "findings": FindingWords,
    "furniture": FurnitureWords,
    "lineage": LineageWords,
    "moods": MoodWords,
    "naming": NamingWords,
    "numbers": NumberWords,
    "page": PageWords,
    "parties": PartyWords,
    "places": PlaceWords,
    "quotes": QuoteWords,
    "relaying": RelayWords,
    "search": SearchWords,
    "stances": StanceWords,
    "stories": StoryWords,
    "times": TimeWords,
}
"""The shape of ``<name>.toml`` in every pack, by name."""
