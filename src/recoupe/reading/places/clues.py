"""Clues: what speaks for and against a candidate being the name of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.reading.gazetteer import fold
from recoupe.reading.parse import Parse
from recoupe.reading.places.candidates import LABELS, Candidate, starts_name
from recoupe.reading.places.lexicon import PlaceLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Report:
    """What the whole report says of names: surnames in it, and how often each is called a place."""

    surnames: frozenset[str]
    places: dict[str, float]
    starts: dict[int, Candidate]
    ends: dict[int, Candidate]


def look_over(parse: Parse, candidates: Sequence[Candidate]) -> Report:
    """Return what the whole report says of its names."""
    surnames: set[str] = set()
    for ent in parse.doc.ents:
        if LABELS.get(ent.label_) == "person" and len(ent) > 1:
            surnames.update(fold(token.text) for token in ent if starts_name(token))
    seen = Counter(candidate.key for candidate in candidates)
    called = Counter(c.key for c in candidates if c.label == "place" and c.whole)
    return Report(
        frozenset(surnames),
        {key: called[key] / count for key, count in seen.items()},
        {candidate.first: candidate for candidate in candidates},
        {candidate.last: candidate for candidate in candidates},
    )


def clues(parse: Parse, candidate: Candidate, words: PlaceLexicon, report: Report) -> list[str]:
    """Return the names of the clues that hold of a candidate."""
    return [
        *_of_pipeline(parse, candidate, report),
        *_of_gazetteer(candidate),
        *_of_context(parse.doc, candidate, words, report),
    ]


def _of_pipeline(parse: Parse, candidate: Candidate, report: Report) -> Iterator[str]:
    part = "" if candidate.whole or candidate.label == "none" else " part"
    yield f"called {candidate.label}{part}"
    tags = {token.pos_ for token in parse.doc[candidate.first : candidate.last]}
    if "PROPN" not in tags:
        yield "common word"
    elsewhere = report.places[candidate.key]
    if candidate.label != "place" and elsewhere > 0.5:
        yield "called place elsewhere"
    if candidate.key in report.surnames:
        yield "surname"


def _of_gazetteer(candidate: Candidate) -> Iterator[str]:
    if not candidate.spots:
        yield "not in gazetteer"
        return
    kinds = {spot.kind for spot in candidate.spots}
    people = max(spot.population for spot in candidate.spots)
    for kind in ("country", "continent", "area", "admin1", "capital"):
        if kind in kinds:
            yield f"is {kind}"
            break
    else:
        for least in (500_000, 100_000, 20_000, 5_000):
            if people >= least:
                yield f"over {least}"
                break
        else:
            yield "small"
    if candidate.last - candidate.first > 1:
        yield "several words"


def _of_context(
    doc: Doc, candidate: Candidate, words: PlaceLexicon, report: Report
) -> Iterator[str]:
    first, last = candidate.first, candidate.last
    opening = candidate.sentence.tokens.start
    if first == opening:
        yield "opening"
    before = _before(doc, first, opening, words)
    if before in words.locating:
        yield "after locating word"
    elif before in words.leading:
        yield "after leading word"
    if noun_beside(doc, candidate, words):
        yield "beside noun"
    if first > opening:
        previous = doc[first - 1]
        if previous.text.lower() in words.titles | words.people:
            yield "after title"
        elif starts_name(previous) and (first - 1 > opening or previous.pos_ == "PROPN"):
            yield "after name"
    if last < candidate.sentence.tokens.end:
        yield from _after(doc, last, words, report)
    if contained(doc, candidate, report) or _container(doc, candidate, report):
        yield "in or around another"


def _after(doc: Doc, last: int, words: PlaceLexicon, report: Report) -> Iterator[str]:
    following = doc[last]
    if following.text.lower() in words.bodies:
        yield "before body"
    elif starts_name(following) and last not in report.starts:
        yield "before name"
    elif starts_name(following):
        yield "before candidate"


def _before(doc: Doc, first: int, opening: int, words: PlaceLexicon) -> str:
    """Return the word before a name, past articles and points of the compass."""
    at = first - 1
    while at > opening and doc[at].text.lower() in words.compass | {"-"}:
        at -= 1
    return doc[at].text.lower() if at >= opening else ""


def noun_beside(doc: Doc, candidate: Candidate, words: PlaceLexicon) -> str | None:
    """Return the kind of the noun beside a name: "the town of X", "X province", "l'usine X"."""
    at, opening = candidate.first - 1, candidate.sentence.tokens.start
    if candidate.last < candidate.sentence.tokens.end:
        kind = words.nouns.get(doc[candidate.last].text.lower())
        if kind is not None and doc[candidate.last].pos_ in {"NOUN", "PROPN"}:
            return kind
    while at > opening and doc[at].text.lower() in words.links | words.compass:
        at -= 1
    if at >= opening and at >= candidate.first - 4:
        return words.nouns.get(doc[at].text.lower())
    return None


def contained(doc: Doc, candidate: Candidate, report: Report) -> Candidate | None:
    """Return the place named right after a comma or in brackets that contains this one."""
    mark = candidate.last
    if mark + 1 >= len(doc) or doc[mark].text not in {",", "(", "-", "–", "—"}:
        return None
    outer = report.starts.get(mark + 1)
    return outer if outer is not None and encloses(outer, candidate) else None


def _container(doc: Doc, candidate: Candidate, report: Report) -> Candidate | None:
    mark = candidate.first - 1
    if mark < 1 or doc[mark].text not in {",", "(", "-", "–", "—"}:
        return None
    inner = report.ends.get(mark)
    return inner if inner is not None and encloses(candidate, inner) else None


def encloses(outer: Candidate, inner: Candidate) -> bool:
    """Whether some place that one name may mean lies in some place that the other may mean."""
    lands = {spot.country for spot in outer.spots if spot.kind == "country"}
    divisions = {spot.division for spot in outer.spots if spot.kind == "admin1"}
    return any(
        (spot.country in lands and spot.kind != "country")
        or (spot.division in divisions and spot.kind not in {"country", "admin1"})
        for spot in inner.spots
    )
