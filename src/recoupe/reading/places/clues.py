"""Clues: what speaks for and against a candidate being the name of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.reading.gazetteer import fold
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import LABELS, Candidate, starts_name
from recoupe.reading.places.lexicon import PlaceLexicon
from recoupe.reading.places.resolve import lies_in
from recoupe.reading.tokens import Token

_LARGE: Final = ("country", "continent", "admin1", "capital", "water", "land", "site")
_LAST_LATIN: Final = 0x24F
_REACH: Final = 6
_TO_NOUN: Final = 4
_SIZES: Final = (500_000, 50_000, 10_000)


@dataclass(frozen=True, slots=True)
class Report:
    """What the whole report says of names.

    ``surnames`` are words of people's names, ``small`` the words written without a capital,
    ``units`` the names of armed units, ``proper`` those that some mention shows to be names;
    ``sites`` are the tokens right behind the name of a site; ``places`` tells how often the
    pipeline calls a name a place (0 to 1); ``starts`` and ``ends`` find a candidate by its first
    token and by the token after its last.
    """

    surnames: frozenset[str]
    small: frozenset[str]
    units: frozenset[str]
    proper: frozenset[str]
    sites: frozenset[int]
    places: dict[str, float]
    starts: dict[int, Candidate]
    ends: dict[int, Candidate]


def look_over(
    parse: Parse,
    candidates: Sequence[Candidate],
    words: PlaceLexicon,
    sites: Sequence[Candidate] = (),
) -> Report:
    """Return what the whole report says of its names."""
    surnames: set[str] = set()
    for ent in parse.names:
        if LABELS.get(ent.label_) == "person" and len(ent) > 1:
            surnames.update(fold(token.text) for token in ent if starts_name(token))
    seen = Counter(candidate.key for candidate in candidates)
    called = Counter(c.key for c in candidates if c.label == "place" and c.whole)
    small = {token.text for token in parse.words if token.text.islower()}
    return Report(
        frozenset(surnames),
        frozenset(fold(word) for word in small if len(word) > 2),
        frozenset(c.key for c in candidates if _beside_unit(parse.words, c, words)),
        frozenset(c.key for c in candidates if _is_proper(parse, c, words)),
        frozenset(site.last for site in sites),
        {key: called[key] / count for key, count in seen.items()},
        {candidate.first: candidate for candidate in candidates},
        {candidate.last: candidate for candidate in candidates},
    )


def _beside_unit(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether the noun of a unit stands right before or behind a name, whichever names it."""
    at = candidate.first - 1 if words.noun_first else candidate.last
    return 0 <= at < len(doc) and doc[at].lower_ in words.units


def clues(parse: Parse, candidate: Candidate, words: PlaceLexicon, report: Report) -> list[str]:
    """Return the names of the clues that hold of a candidate."""
    return [
        *_of_pipeline(parse, candidate, words, report),
        *_of_gazetteer(candidate),
        *_of_size(candidate),
        *_of_context(parse.words, candidate, words, report),
    ]


def _of_pipeline(
    parse: Parse, candidate: Candidate, words: PlaceLexicon, report: Report
) -> Iterator[str]:
    part = "" if candidate.whole or candidate.label == "none" else " part"
    yield f"called {candidate.label}{part}"
    if "PROPN" not in _tags(parse, candidate):
        if candidate.first == candidate.sentence.tokens.start:
            if candidate.key not in report.proper:
                yield "common word opening"
        elif not words.capital_marks_names:
            yield "common word inside"
    elsewhere = report.places[candidate.key]
    if candidate.label != "place" and elsewhere > 0.5:
        yield "called place elsewhere"
    if candidate.key in report.surnames:
        yield "surname"
    if candidate.key in report.small:
        yield "common word elsewhere"
    if candidate.key in report.units:
        yield "unit"


def _is_proper(parse: Parse, candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether a mention shows that its words are a name, and no common noun with a capital."""
    inside = candidate.first > candidate.sentence.tokens.start
    return "PROPN" in _tags(parse, candidate) or (inside and words.capital_marks_names)


def _tags(parse: Parse, candidate: Candidate) -> set[str]:
    return {token.pos_ for token in parse.words[candidate.first : candidate.last]}


def _of_gazetteer(candidate: Candidate) -> Iterator[str]:
    if not candidate.spots:
        yield "not in gazetteer"
        return
    if candidate.spots[0].own:
        yield "listed by a person"
    if ord(candidate.key[0]) > _LAST_LATIN:
        yield "other script"
    elif not any(spot.primary for spot in candidate.spots):
        yield "other spelling"
    if candidate.last - candidate.first > 1:
        yield "several words"


def _of_size(candidate: Candidate) -> Iterator[str]:
    kinds = {spot.kind for spot in candidate.spots}
    called = "" if candidate.label == "place" else f" called {candidate.label}"
    for kind in _LARGE:
        if kind in kinds:
            yield f"is {kind}"
            return
    people = max((spot.population for spot in candidate.spots), default=0)
    for least in _SIZES:
        if people >= least:
            yield f"over {least}{called}"
            return
    if candidate.spots:
        yield f"small{called}"


def _of_context(
    doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon, report: Report
) -> Iterator[str]:
    first, last = candidate.first, candidate.last
    opening = candidate.sentence.tokens.start
    if first == opening:
        yield "opening"
    before = word_before(doc, candidate, words)
    if before:
        yield f"after {before} word"
    if noun_beside(doc, candidate, words):
        yield "beside noun"
    if first > opening:
        previous = doc[first - 1]
        if previous.text.lower() in words.titles:
            yield "after title"
        elif previous.text.lower() in words.people:
            yield "after office"
        elif starts_name(previous) and (first - 1 > opening or previous.pos_ == "PROPN"):
            yield "after name"
    if last < candidate.sentence.tokens.end:
        yield from _after(doc, last, words, report)
    if (
        contained(doc, candidate, report, words)
        or _container(doc, candidate, report)
        or _town_of_site(doc, first, words, report)
    ):
        yield "in or around another"


def _town_of_site(doc: Sequence[Token], first: int, words: PlaceLexicon, report: Report) -> bool:
    """Whether a name belongs to the site before it: "l'hôpital Al-Chifa de Gaza"."""
    return first - 1 in report.sites and doc[first - 1].lower_ in words.links


def _after(doc: Sequence[Token], last: int, words: PlaceLexicon, report: Report) -> Iterator[str]:
    following = doc[last]
    if following.text == "-" and last + 1 < len(doc) and not following.whitespace_:
        yield "before hyphen"
        return
    if following.text.lower() in words.bodies:
        yield "before body"
    elif starts_name(following) and last not in report.starts:
        yield "before name"
    elif starts_name(following):
        yield "before candidate"


def word_before(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> str:
    """Return "locating" or "leading" for the preposition before a name, past its adjectives."""
    found = ""
    first, opening = candidate.first, candidate.sentence.tokens.start
    for at in range(first - 1, max(opening, first - _REACH) - 1, -1):
        word = doc[at].text.lower()
        if word in words.locating:
            return "locating"
        if word in words.leading:
            found = "leading"
        elif word not in words.compass and word not in words.articles and word != "-":
            break
    return found


def noun_beside(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> str | None:
    """Return the kind of the noun beside a name: "the town of X", "X province", "l'usine X"."""
    at, opening = candidate.first - 1, candidate.sentence.tokens.start
    if candidate.last < candidate.sentence.tokens.end:
        kind = words.nouns.get(doc[candidate.last].text.lower())
        if kind is not None and doc[candidate.last].pos_ in {"NOUN", "PROPN"}:
            return kind
    while at > max(opening, candidate.first - _TO_NOUN) and _joins(doc[at].text.lower(), words):
        at -= 1
    return words.nouns.get(doc[at].text.lower()) if at >= opening else None


def _joins(word: str, words: PlaceLexicon) -> bool:
    return word in words.links or word in words.compass or word in words.articles


def is_district(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> bool:
    """Whether the noun beside a name says that it is a part of a town: "the X neighbourhood"."""
    end = candidate.sentence.tokens.end
    if (
        not words.noun_first
        and candidate.last < end
        and doc[candidate.last].lower_ in (words.districts)
    ):
        return True
    at = candidate.first - 1
    opening = max(candidate.sentence.tokens.start, candidate.first - _TO_NOUN)
    while at > opening and _joins(doc[at].lower_, words):
        at -= 1
    taken = not words.noun_first and at > opening and starts_name(doc[at - 1])
    return at >= opening and not taken and doc[at].lower_ in words.districts


def kind_told(doc: Sequence[Token], candidate: Candidate, words: PlaceLexicon) -> str | None:
    """Return "town" or "region" where the noun, preposition or article beside a name tells."""
    noun = noun_beside(doc, candidate, words)
    if noun is not None or candidate.first == candidate.sentence.tokens.start:
        return noun
    before = doc[candidate.first - 1].lower_
    if words.towns_bare and before in words.articles:
        return "region"
    return words.before.get(before)


def contained(
    doc: Sequence[Token], candidate: Candidate, report: Report, words: PlaceLexicon
) -> Candidate | None:
    """Return the place named right after a comma or in brackets that contains this one.

    A preposition may stand before it: "Vienne, en Isère", "Valence, dans la Drôme".
    """
    mark = candidate.last
    if mark + 2 >= len(doc) or doc[mark].text not in {",", "(", "-", "–", "—"}:
        return None
    at = mark + 1
    if doc[at].lower_ in words.locating:
        at += 1
        at += doc[at].lower_ in words.articles
    outer = report.starts.get(at)
    return outer if outer is not None and encloses(outer, candidate) else None


def _container(doc: Sequence[Token], candidate: Candidate, report: Report) -> Candidate | None:
    mark = candidate.first - 1
    if mark < 1 or doc[mark].text not in {",", "(", "-", "–", "—"}:
        return None
    inner = report.ends.get(mark)
    return inner if inner is not None and encloses(candidate, inner) else None


def encloses(outer: Candidate, inner: Candidate) -> bool:
    """Whether some place that one name may mean lies in some place that the other may mean."""
    return any(lies_in(spot, around) for around in outer.spots for spot in inner.spots)
