"""Reviews where somebody is protected: who did what and when, and nothing that names anybody."""

from __future__ import annotations

from recoupe.model import Draft
from recoupe.store import Casefile
from tests.export.conftest import WITNESS, handed


def test_reviews_are_handed_over_whole_where_nobody_is_protected(fresh: Casefile) -> None:
    said = next(fresh.readings()).reading.statements[0]
    fresh.add_review(Draft("confirm", "statement", said.id, "Ana", f"{WITNESS} agrees"))
    assert tuple(handed(fresh).reviews()) == tuple(fresh.reviews())


def test_no_review_tells_names_words_or_ids_of_who_is_protected(fresh: Casefile) -> None:
    witness = [one.reading for one in fresh.readings()][2].entities[0]
    ministry = [one.reading for one in fresh.readings()][2].entities[1]
    fresh.add_review(
        Draft("correct", "entity", witness.id, "Ana", "a list", changes={"name": "J. Vilks"})
    )
    fresh.add_review(Draft("merge", "party", ministry.id, WITNESS, others=(witness.id,)))
    (merged,) = list(fresh.reviews())[-1].others
    witness = [one.reading for one in fresh.readings()][2].entities[0]
    fresh.add_review(Draft("protect", "entity", witness.id, "Ana", f"{WITNESS} asked for it"))
    what = handed(fresh)
    told = tuple(what.reviews())
    kept = tuple(fresh.reviews())
    assert [(one.id, one.action, one.made_at) for one in told] == [
        (one.id, one.action, one.made_at) for one in kept
    ]
    assert "Vilks" not in repr(told)
    assert witness.id not in repr(told)
    assert merged.startswith("party-")
    assert merged not in repr(told)
    assert all(one.reason == "" and not one.changes and one.record is None for one in told)
    shown = {entity.id for one in what.reports() for entity in one.reading.entities}
    assert told[0].target in shown
