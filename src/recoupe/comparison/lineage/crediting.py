"""Derivations that a report itself declares: signed by an agency, or a sentence credited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from recoupe.comparison.lineage.credits import Credit, agency_named, same_outlet
from recoupe.comparison.lineage.origins import Side
from recoupe.comparison.lineage.parts import joined
from recoupe.comparison.lineage.wording import Stretch
from recoupe.model import Derivation, Entity, Origin, Passage, Reason

_SPOKEN: Final = frozenset({"headline", "lead", "paragraph", "heading"})


def declared(side: Side) -> Iterator[Derivation]:
    """Yield what a report says of its own origins: one derivation for each origin and manner.

    Signed by one agency, all its words are that agency's. Signed by several, or "with" one, it is
    not said which words are whose: ``passages`` is then empty and ``share`` 0. A network credits
    nobody, only where something was posted, and makes no derivation by itself.
    """
    signers = sorted({c.origin for c in side.credits if c.kind == "signed"}, key=_name)
    partly = {c.origin for c in side.credits if c.kind == "partly"} - set(signers)
    if len(signers) == 1:
        yield _derivation(side, signers[0], list(_body(side)), "signed_by")
    else:
        partly |= set(signers)
    for origin in sorted(partly, key=_name):
        yield _derivation(side, origin, [], "signed_with")
    article = side.reading.article
    for origin, stretches in _sentences(side):
        own = same_outlet(origin.name or "", article.outlet or "", article.language)
        if origin not in signers and not own:
            yield _derivation(side, origin, stretches, "credits_source")


def _derivation(side: Side, origin: Origin, stretches: list[Stretch], code: str) -> Derivation:
    article = side.reading.article
    spans = [article.trimmed(start, end) for start, end in joined(stretches)]
    words = sum(len(side.wording.at(start, end)) for start, end in joined(stretches))
    return Derivation(
        report=article.id,
        source=None,
        origin=origin,
        kind="credited",
        share=min(words / max(len(side.wording), 1), 1.0),
        passages=tuple(Passage(span, None) for span in spans if span is not None),
        reasons=(Reason(code, (("name", origin.name or ""),)),),
    )


def _body(side: Side) -> Iterator[Stretch]:
    article = side.reading.article
    for block in article.blocks:
        if block.kind in _SPOKEN:
            yield block.start, block.end


def _sentences(side: Side) -> list[tuple[Origin, list[Stretch]]]:
    """Return the stretches that each agency or outlet is credited for."""
    found: defaultdict[Origin, list[Stretch]] = defaultdict(list)
    for credit in side.credits:
        if credit.kind in {"told", "source"} and credit.origin.kind in {"agency", "outlet"}:
            found[credit.origin] += _credited_for(side, credit)
    for origin, stretches in _passed_on(side):
        found[origin] += stretches
    return sorted(
        ((origin, stretches) for origin, stretches in found.items() if stretches),
        key=lambda item: _name(item[0]),
    )


def _passed_on(side: Side) -> Iterator[tuple[Origin, list[Stretch]]]:
    """Yield the media through which the report has a statement, with what it says."""
    reading = side.reading
    media = {entity.id: _medium(entity, reading.article.language) for entity in reading.entities}
    for statement in reading.statements:
        for party in statement.via:
            origin = media.get(party)
            if origin is not None:
                yield origin, [(part.start, part.end) for part in statement.content]


def _medium(entity: Entity, language: str) -> Origin | None:
    agency = agency_named(entity.name, language)
    if agency is not None:
        return Origin("agency", agency)
    return Origin("outlet", entity.name) if entity.kind == "medium" else None


def _credited_for(side: Side, credit: Credit) -> list[Stretch]:
    """Return the contents of the statement that a credit belongs to, else its sentence."""
    span = credit.span
    assert span is not None  # noqa: S101
    for statement in side.reading.statements:
        if any(part.overlaps(span) for part in (*statement.source, *statement.cue)):
            return [(part.start, part.end) for part in statement.content]
    words = side.wording.at(span.start, span.end)
    if not words:
        return []
    number = side.wording.sentence[words[0]]
    first = last = words[0]
    while first and side.wording.sentence[first - 1] == number:
        first -= 1
    while last + 1 < len(side.wording) and side.wording.sentence[last + 1] == number:
        last += 1
    return [side.wording.stretch(range(first, last + 1))]


def _name(origin: Origin) -> tuple[str, str]:
    return origin.kind, origin.name or ""
