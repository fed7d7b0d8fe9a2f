"""What annotators marked in a report: frozen records on the offsets of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from recoupe.comparison.lineage.relation import Relation
from recoupe.model import EntityKind, FigureSubject

TIME_TYPES: Final = frozenset({"DATE", "TIME", "DURATION", "SET"})

Range = tuple[int, int]
"""Half-open ``[start, end)`` in code points of the gold report's text."""

Half = Literal["seen", "unseen"]
"""Whether those who tune a reader look at its mistakes in a report."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One attribution; ``named`` says whether speaker, kind, stance and hedging were annotated.

    ``fine`` says that the stance is one of our own finer ones, and that ``within`` (the place of
    the statement that reports this one) and ``via`` (names, nearest first) were annotated as well.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    named: bool = False
    speaker: str | None = None
    kind: str | None = None
    stance: str | None = None
    hedged: bool = False
    fine: bool = False
    within: int | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One toponym; ``lat`` and ``lon`` are WGS 84 degrees, ``None`` where nobody could tell."""

    span: Range
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One temporal expression.

    ``value`` is ``None`` where the text alone does not give it, ``type`` where DATE and TIME were
    not told apart.
    """

    span: Range
    type: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One number of people; ``according_to`` is a name, ``None`` for the article's own voice."""

    span: Range
    low: int | None
    high: int | None
    approximate: bool
    what: str
    according_to: str | None
    hedged: bool


@dataclass(frozen=True, slots=True)
class GoldToll:
    """What an incident came to, over a whole report; ``high`` is ``None`` for a minimum."""

    what: FigureSubject
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event in a report of one or a few sentences, with the words that were coded as it.

    ``spans`` is empty where no words were marked. ``part`` names the part of the corpus that is
    scored apart, ``None`` where it is not divided. ``negated`` is ``None`` where nobody marked
    whether the text denies it; ``one`` says that all the spans name one and the same event.
    """

    spans: tuple[Range, ...]
    plover: str
    part: str | None = None
    negated: bool | None = None
    one: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvidence:
    """What a report leans on: its naming, and the words of its publisher and of what it shows."""

    span: Range
    medium: str
    published_on: str | None = None
    made_with: str | None = None
    publisher: Range | None = None
    shows: Range | None = None


@dataclass(frozen=True, slots=True)
class GoldParty:
    """A party that a text names: all its ``names`` there, the words of its roles, and its body.

    ``optional`` ones may be found or not: whether the text names them can be argued.
    """

    kind: EntityKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two reports by their ids, how one relates to the other, and the origin of what they share.

    ``origin`` is ``None`` where neither of them nor anything else told it to the annotator.
    """

    one: str
    other: str
    relation: Relation
    origin: str | None


PassageLabel = Literal["contradicts", "compatible", "entails", "unrelated"]


@dataclass(frozen=True, slots=True)
class GoldPassages:
    """A passage beside the report's own text, its language, and how the two stand to each other.

    Pairs of one ``group`` have a source in common and are never parted between fitting and judging.
    """

    other: str
    language: str
    label: PassageLabel
    group: str


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """A party's stance on a matter; ``quote`` is where the report called ``report`` says it."""

    party: str
    stance: str
    report: str
    quote: Range


@dataclass(frozen=True, slots=True)
class GoldMatter:
    """What parties take positions on, in the annotator's words."""

    name: str
    positions: tuple[GoldPosition, ...]


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """The reports of one incident, by what names it: with matters, or with people killed.

    ``civilians`` are the lowest and highest count that coders gave for its reports, ``killed`` is
    the final toll of the dead.
    """

    name: str
    matters: tuple[GoldMatter, ...] = ()
    civilians: Range | None = None
    killed: int | None = None


@dataclass(frozen=True, slots=True)
class GoldGroup:
    """What a report is about; all of one ``fold`` are learnt from together, or not at all."""

    name: str
    fold: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report and its annotation; a subject that was not annotated is ``None``, not empty.

    ``time_types`` are the types of time that were annotated: others found are not judged.
    ``governments`` are names of places that stand for those who govern there, ``half`` is which
    half of a divided annotation of places the report is in. ``title`` is the headline where it is
    known apart from the text. ``pairs`` are those of which it is the first report.
    ``passages`` says that it is no report, but one of two passages. ``outlet`` published it, and
    ``incident`` is the same for all reports of one.
    """

    corpus: str
    id: str
    text: str
    language: str
    published: str | None = None
    statements: tuple[GoldStatement, ...] | None = None
    places: tuple[GoldPlace, ...] | None = None
    governments: tuple[Range, ...] = ()
    half: Half | None = None
    times: tuple[GoldTime, ...] | None = None
    time_types: frozenset[str] = TIME_TYPES
    figures: tuple[GoldFigure, ...] | None = None
    tolls: tuple[GoldToll, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    parties: tuple[GoldParty, ...] | None = None
    evidence: tuple[GoldEvidence, ...] | None = None
    pairs: tuple[GoldPair, ...] | None = None
    title: str | None = None
    group: GoldGroup | None = None
    passages: GoldPassages | None = None
    outlet: str | None = None
    incident: GoldIncident | None = None
