"""The cross-check as it is kept: packed documents, and the rows that are made of them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final, TypeVar

from recoupe.errors import CasefileDamagedError, RecordError, SpanError
from recoupe.model import (
    Article,
    Derivation,
    Finding,
    Json,
    Passage,
    Position,
    Said,
    Story,
    content_id,
    packed,
    packed_story,
    unpacked,
)
from recoupe.store.rows import Values

_LEVEL: Final = 6
_CONTESTED: Final = frozenset({"dispute", "denial"})
AGAIN: Final = "check again: recoupe check CASE --again"

T = TypeVar("T")
Rows = Mapping[str, list[Values]]
"""Rows by the name of their table."""


@dataclass(frozen=True, slots=True)
class Came:
    """What one story came to; ``rejected`` are findings that people took out."""

    lineage: tuple[Derivation, ...] = ()
    findings: tuple[Finding, ...] = ()
    rejected: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A document as it is kept; ``sha256`` is of its JSON before it was compressed."""

    content: bytes
    sha256: str


def pack(value: Json) -> Packed:
    """Return any JSON, packed."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    return Packed(zlib.compress(plain, _LEVEL), hashlib.sha256(plain).hexdigest())


def plain_of(content: bytes, sha256: str, where: str) -> bytes:
    """Return the JSON of a packed document.

    Raises :class:`CasefileDamagedError` where it is not what was packed.
    """
    try:
        plain = zlib.decompress(content)
    except zlib.error as error:
        raise _damaged(where, f"cannot be unpacked: {error}") from None
    if hashlib.sha256(plain).hexdigest() != sha256:
        raise _damaged(where, "is not the document of its hash: it was altered")
    return plain


def json_of(content: bytes, sha256: str, where: str) -> Json:
    """Return what was packed; see :func:`plain_of` for errors."""
    value: Json = json.loads(plain_of(content, sha256, where).decode("utf-8", "surrogatepass"))
    return value


def record(kind: type[T], value: object, texts: Mapping[str, Article] | Article, where: str) -> T:
    """Return the record of a document.

    Raises :class:`CasefileDamagedError` where it is none, or its words are not in the texts.
    """
    try:
        return unpacked(kind, value, texts)
    except (RecordError, SpanError) as error:
        raise _damaged(where, f"does not fit its reports: {error}") from None


def story_document(story: Story) -> Packed:
    """Return a story, packed."""
    return pack(packed_story(story))


def story_rows(story: Story, document: Packed) -> Rows:
    """Return the rows of a story and of its reports."""
    place = story.place
    row: Values = {
        "id": story.id,
        "document": document.content,
        "sha256": document.sha256,
        "title": story.title,
        "starts": story.start,
        "ends": story.end,
        "place": place.name if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "reports": len(story.reports),
    }
    reports: list[Values] = [
        {"story": story.id, "article": one, "turn": turn, "guest": one in story.guests}
        for turn, one in enumerate(story.reports)
    ]
    return {"stories": [row], "story_reports": reports}


def check_document(came: Came) -> Packed:
    """Return what a story came to, packed."""
    return pack({field.name: packed(getattr(came, field.name)) for field in fields(came)})


def came_of(value: object, texts: Mapping[str, Article], where: str) -> Came:
    """Return what a story came to from the JSON of its document.

    Raises :class:`CasefileDamagedError` where it is none, or its words are not in the texts.
    """
    return record(Came, value, texts, where)


def check_rows(story: str, came: Came) -> dict[str, list[Values]]:
    """Return the rows of what a story came to, without that of the check itself.

    Of two findings with one id, which are about the same words, the first has rows; those that
    people rejected have none.
    """
    ordered = list(enumerate(came.findings))
    told = {finding.id: (turn, finding) for turn, finding in reversed(ordered)}
    rows: dict[str, list[Values]] = {
        "findings": [],
        "positions": [],
        "position_words": [],
        "derivations": [
            _derivation(story, turn, derivation) for turn, derivation in enumerate(came.lineage)
        ],
    }
    for turn, finding in sorted(told.values(), key=lambda one: one[0]):
        rows["findings"].append(_finding(story, turn, finding))
        for place, position in enumerate(finding.positions):
            row = _position(finding, place, position)
            rows["positions"].append(row)
            rows["position_words"] += [_words(row["id"], said) for said in position.said]
    return rows


def counts(findings: Sequence[Finding]) -> Values:
    """Return how many findings there are, and how many on what people contest."""
    contested = sum(finding.kind in _CONTESTED for finding in findings)
    return {"findings": len(findings), "contested": contested}


def _finding(story: str, turn: int, finding: Finding) -> Values:
    positions = finding.positions
    lows = [one.low for one in positions if one.low is not None]
    highs = [one.high for one in positions if one.high is not None]
    origins = [
        value
        for reason in finding.reasons
        if reason.code == "several_origins"
        for name, value in reason.values
        if name == "origins"
    ]
    grading = finding.suggested_grading
    return {
        "id": finding.id,
        "story": story,
        "turn": turn,
        "kind": finding.kind,
        "matter": finding.matter,
        "what": finding.about.what,
        "place": finding.about.place,
        "time": finding.about.time,
        "counted": finding.about.counted,
        "low": min(lows, default=None),
        "high": max(highs, default=None),
        "parties": len({one.party_id or one.party for one in positions}),
        "reports": len({said.report for one in positions for said in one.said}),
        "origins": origins[0] if origins else 1,
        "first_said": min((one.first_said for one in positions if one.first_said), default=None),
        "last_said": max((one.last_said for one in positions if one.last_said), default=None),
        "reasons": list(dict.fromkeys(reason.code for reason in finding.reasons)),
        "compatible_if": finding.compatible_if,
        "grading": grading.name if grading else None,
        "review": finding.standing,
    }


def _position(finding: Finding, turn: int, position: Position) -> Values:
    return {
        "id": content_id("position", finding.id, turn),
        "finding": finding.id,
        "turn": turn,
        "party_name": position.party,
        "party": position.party_id,
        "stance": position.stance,
        "low": position.low,
        "high": position.high,
        "reports": position.reports,
        "origins": position.independent_origins,
        "first_said": position.first_said,
        "last_said": position.last_said,
    }


def _words(position: str, said: Said) -> Values:
    return {
        "position": position,
        "article": said.report,
        "statement": said.statement,
        "words": said.span.text,
        "start": said.span.start,
        "end": said.span.end,
        "at": said.at,
    }


def _derivation(story: str, turn: int, derivation: Derivation) -> Values:
    return {
        "story": story,
        "turn": turn,
        "article": derivation.report,
        "source": derivation.source,
        "kind": derivation.kind,
        "origin_kind": derivation.origin.kind,
        "origin": derivation.origin.name,
        "share": derivation.share,
        "passages": [_passage(passage) for passage in derivation.passages],
    }


def _passage(passage: Passage) -> list[int]:
    there = passage.there
    return [
        passage.here.start,
        passage.here.end,
        *(() if there is None else (there.start, there.end)),
    ]


def _damaged(where: str, what: str) -> CasefileDamagedError:
    return CasefileDamagedError(what, where=where, remedy=AGAIN)
