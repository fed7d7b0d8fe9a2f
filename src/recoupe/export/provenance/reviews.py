"""Reviews: what a person did, to what, when; and which of it was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from recoupe.export.material import Material
from recoupe.export.provenance.document import Document
from recoupe.model import RECORD_KINDS, Review, Reviewed, content_id

_GUESSED: Final = frozenset({"entity", "party", "report", "lineage"})
"""Kinds of things whose ids are hashes of names or addresses, which can be guessed."""
_MAKING: Final = frozenset({"add", "correct"})


def act_of(review: str) -> str:
    """Return the id of the doing of a review, beside the review that came of it."""
    return f"{review}.act"


def machine_s(record: str) -> str:
    """Return the id of a record as the machine had it, before a person corrected it."""
    return f"{record}.machine"


class Reviews:
    """The reviews of a casefile, and what they made of the records of an export."""

    def __init__(self, reviews: Iterable[Review]) -> None:
        self._of = {one.id: one for one in reviews}
        self._records: dict[str, str] = {}
        self._corrected: dict[str, int] = {}
        self._gone: set[str] = set()

    def maker(self, mark: Reviewed | None) -> Review | None:
        """Return the review that made a record what it is, ``None`` if the machine did.

        It is the last correction in force, or else what added it.
        """
        if mark is None or mark.standing not in {"added", "corrected"}:
            return None
        made = [self._of[one] for one in mark.reviews if one in self._of]
        made = [one for one in made if one.action in _MAKING]
        self._records.update((one.id, mark.id) for one in made)
        if made and mark.standing == "corrected":
            self._corrected[mark.id] = made[-1].number
        return made[-1] if made else None

    def add_to(self, document: Document, material: Material, pages: Mapping[str, str]) -> None:
        """Add every review of what is in the document; ``pages`` are what reports are called in it.

        Of a whole casefile these are all reviews, but for those of parties and reports that are in
        it no more where anybody is protected: their ids would tell names and addresses.
        """
        for kept in self._of.values():
            others = tuple(pages.get(one, one) for one in kept.others)
            review = replace(kept, target=pages.get(kept.target, kept.target), others=others)
            target = self._records.get(review.id, review.target)
            if target in document or self._declared(document, review, material):
                self._add(document, review, target)
        for review in self._of.values():
            undo = self._of.get(review.undone_by or "")
            if undo is not None and undo.id in document and review.id in document:
                act = act_of(undo.id)
                document.relate("wasInvalidatedBy", review.id, act, prov_time=undo.made_at)

    def _declared(self, document: Document, review: Review, material: Material) -> bool:
        """Declare what a review is of, if it is in no reading any more; return whether it may be.

        Of one story only what stood in its reports may be.
        """
        here = review.article is not None and review.article in document
        masked = review.kind in _GUESSED and bool(material.masked)
        if review.kind == "review" or masked or not (here or material.story is None):
            return False
        document.entity(review.target, (review.kind.capitalize(),))
        self._gone.add(review.target)
        if here and review.kind in RECORD_KINDS:
            document.relate("wasGeneratedBy", review.target, f"{review.article}.read")
        return True

    def _add(self, document: Document, review: Review, target: str) -> None:
        who, act = content_id("reviewer", review.author), act_of(review.id)
        document.agent(who, ("prov:Person", "Reviewer"), prov_label=review.author)
        document.activity(act, "Reviewing", start=review.made_at, end=review.made_at)
        document.relate("wasAssociatedWith", act, who)
        document.entity(
            review.id, ("Review",), action=review.action, of=review.kind, number=review.number
        )
        document.relate("wasGeneratedBy", review.id, act, prov_time=review.made_at)
        document.relate("wasAttributedTo", review.id, who)
        others = [one for one in review.others if one in document]
        for party in (target, *others) if review.kind == "party" else ():
            document.entity(party, ("Party",))
        if review.action != "add":
            before = review.number <= self._corrected.get(target, 0)
            document.relate("used", act, machine_s(target) if before else target)
        for other in others:
            document.relate("used", act, other)
        if review.action == "reject" and review.in_force and target in self._gone:
            self._gone.remove(target)
            document.relate("wasInvalidatedBy", target, act, prov_time=review.made_at)
