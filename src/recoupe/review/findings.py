"""What people say of a finding: what is kept of it, so that it is known again by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.comparison.judging import borne_out_by
from recoupe.errors import RecordError
from recoupe.model import Draft, Finding, Json, Review, Said
from recoupe.review.drafting import check_draft

Record = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Part:
    """What can be taken out of a finding: an article's words, a statement's, or those of a span."""

    id: str
    article: str | None
    statement: str | None = None
    span: tuple[int, int] | None = None

    def holds(self, said: Said) -> bool:
        """Whether some words of a finding are of this part."""
        if self.statement is not None:
            return said.statement == self.statement
        place = (said.span.start, said.span.end)
        return said.report == self.article and self.span in {None, place}


def finding_record(
    draft: Draft,
    finding: Finding,
    *,
    others: Sequence[Finding] = (),
    parts: Sequence[Part] = (),
) -> Record:
    """Return what a review keeps of a finding: what names it, and where all of its words stand.

    ``others`` are the findings that ``merge`` names, ``parts`` what ``split`` takes out. Raises
    :class:`RecordError` where the draft asks for what cannot be.
    """
    check_draft(draft)
    if finding.standing == "rejected" and draft.action in {"reject", "merge", "split"}:
        raise RecordError(
            "it is rejected already" if draft.action == "reject" else "it was rejected",
            where=finding.id,
            remedy="" if draft.action == "reject" else "confirm it first, which brings it back",
        )
    record = {**_told(finding), "story": finding.story, "kind": finding.kind}
    if draft.action == "merge":
        for other in others:
            _refuse_stranger(finding, other)
        return {**record, "others": [_told(other) for other in others]}
    if draft.action == "split":
        return {**record, "apart": _words(_taken(finding, parts))}
    return record


def record_again(draft: Draft, earlier: Review) -> Record:
    """Return what a review keeps of a finding that is not there now: what an earlier one kept.

    Raises :class:`RecordError` where the draft joins or parts it.
    """
    check_draft(draft)
    if draft.action in {"merge", "split"} or earlier.record is None:
        raise RecordError(
            "there is no such finding now",
            where=draft.target,
            remedy="take the id of one that recoupe check shows",
        )
    return {
        name: value for name, value in earlier.record.items() if name not in {"others", "apart"}
    }


def _refuse_stranger(finding: Finding, other: Finding) -> None:
    """Raise :class:`RecordError` where two findings can never be on one matter."""
    if other.standing == "rejected":
        raise RecordError("it was rejected", where=other.id, remedy="confirm it first")
    if finding.story != other.story:
        raise RecordError(
            "it is of another story", where=other.id, remedy="merge the two stories first"
        )
    here, there = finding.about.what, other.about.what
    if here != there:
        told = [f"counts {what}" if what else "is no number" for what in (here, there)]
        raise RecordError(
            f"the one {told[0]}, the other {told[1]}",
            where=other.id,
            remedy="merge findings of one kind; correct a figure that was misread (what=…)",
        )


def _taken(finding: Finding, parts: Sequence[Part]) -> list[Said]:
    """Return the words that parts take out of a finding, in its order."""
    words = borne_out_by(finding)
    for part in parts:
        if not any(part.holds(said) for said in words):
            raise RecordError(
                "has no part in this finding",
                where=part.id,
                remedy="name a statement, figure or report that it rests on",
            )
    taken = [said for said in words if any(part.holds(said) for part in parts)]
    if len(taken) == len(words):
        raise RecordError(
            "that is all of it", where=finding.id, remedy="name only what is about another matter"
        )
    return taken


def _told(finding: Finding) -> Record:
    return {
        "id": finding.id,
        "matter": finding.matter,
        "what": finding.about.what,
        "words": _words(borne_out_by(finding)),
    }


def _words(told: Iterable[Said]) -> list[Mapping[str, Json]]:
    return [
        {
            "article": said.report,
            "statement": said.statement,
            "start": said.span.start,
            "end": said.span.end,
            "text": said.span.text,
        }
        for said in told
    ]
