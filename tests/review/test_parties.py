"""Who is one party: by name, and as people join and part them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Entity, EntityKind, Review, content_id
from recoupe.review import grouping, own_party, parties, party_of_name
from tests.review.conftest import BASE

JOINED = replace(BASE, number=0, id="", action="merge", kind="party", target="")


def party(key: str) -> str:
    return content_id("party", key)


def entity(entity_id: str, key: str | None) -> Entity:
    return Entity(entity_id, "person", entity_id, (), (), None, (), (), key)


ROUX, ROUX_TOO, PERON, NAMELESS = (
    entity("e1", "person:roux"),
    entity("e2", "person:roux"),
    entity("e3", "person:peron"),
    entity("e4", None),
)
ALL = (ROUX, ROUX_TOO, PERON, NAMELESS)
P_ROUX, P_PERON, P_NAMELESS = party("person:roux"), party("person:peron"), party("e4")


def said(*drafts: tuple[str, str, tuple[str, ...]]) -> list[Review]:
    """Return reviews r1, r2, ... of parties, or undos of reviews."""
    reviews: list[Any] = []
    for number, (action, target, others) in enumerate(drafts, 1):
        kind = "review" if action == "undo" else "party"
        given = {"action": action, "kind": kind, "target": target, "others": others}
        reviews.append(replace(JOINED, number=number, id=f"r{number}", **given))  # type: ignore[arg-type]
    return reviews


def test_entities_with_one_key_are_one_party_and_others_their_own() -> None:
    assert parties(ALL, []) == {"e1": P_ROUX, "e2": P_ROUX, "e3": P_PERON, "e4": P_NAMELESS}
    assert own_party(NAMELESS) == P_NAMELESS


def test_merged_parties_have_the_target_of_the_earliest_merge() -> None:
    reviews = said(("merge", P_ROUX, (P_PERON,)), ("merge", P_NAMELESS, (P_PERON,)))
    assert set(parties(ALL, reviews).values()) == {P_ROUX}


def test_a_merge_that_is_undone_gives_the_source_ids_back() -> None:
    reviews = said(("merge", P_ROUX, (P_PERON, P_NAMELESS)), ("undo", "r1", ()))
    assert parties(ALL, reviews) == parties(ALL, [])
    again = [*reviews, *said(("", "", ()), ("", "", ()), ("undo", "r2", ()))[2:]]
    assert set(parties(ALL, again).values()) == {P_ROUX}


def test_undoing_the_first_of_two_merges_leaves_the_second() -> None:
    reviews = said(
        ("merge", P_ROUX, (P_PERON,)), ("merge", P_PERON, (P_NAMELESS,)), ("undo", "r1", ())
    )
    assert parties(ALL, reviews) == {"e1": P_ROUX, "e2": P_ROUX, "e3": P_PERON, "e4": P_PERON}


def test_split_entities_are_a_party_of_their_own() -> None:
    found = parties(ALL, said(("split", P_ROUX, ("e2",))))
    assert (found["e1"], found["e2"]) == (P_ROUX, party("r1"))


def test_entities_are_split_from_what_was_merged_and_merged_again() -> None:
    reviews = said(("merge", P_ROUX, (P_PERON,)), ("split", P_ROUX, ("e3",)))
    assert parties(ALL, reviews)["e3"] == party("r2")
    reviews += said(("", "", ()), ("", "", ()), ("merge", P_NAMELESS, (party("r2"),)))[2:]
    found = parties(ALL, reviews)
    assert (found["e3"], found["e1"]) == (P_NAMELESS, P_ROUX)


def test_a_split_takes_nobody_out_of_a_party_they_are_not_in() -> None:
    assert parties(ALL, said(("split", P_PERON, ("e1",)))) == parties(ALL, [])
    undone = said(("merge", P_ROUX, (P_PERON,)), ("split", P_ROUX, ("e3",)), ("undo", "r1", ()))
    assert parties(ALL, undone) == parties(ALL, [])


def test_protection_goes_with_a_merge_and_with_those_taken_out() -> None:
    reviews = said(
        ("protect", P_PERON, ()),
        ("merge", P_ROUX, (P_PERON,)),
        ("split", P_ROUX, ("e1",)),
    )
    assert grouping(reviews[:1]).protected == {P_PERON}
    assert grouping(reviews[:2]).protected == {P_ROUX}
    assert grouping(reviews).protected == {P_ROUX, party("r3")}
    undone = [*reviews, *said(*[("", "", ())] * 3, ("undo", "r1", ()))[3:]]
    assert grouping(undone).protected == frozenset()


def test_reviews_of_stories_and_records_say_nothing_of_parties() -> None:
    story = replace(said(("merge", P_ROUX, (P_PERON,)))[0], kind="story")
    assert parties(ALL, [story]) == parties(ALL, [])


@pytest.mark.parametrize(
    ("name", "kind", "language", "key"),
    [
        ("Anne Morel", None, "fr", "person:anne morel"),
        ("Mme Anne Morel", None, "fr", "person:anne morel"),
        ("Volodymyr Zelensky", "person", "fr", "person:volodimir zelenski"),
        ("Volodymyr Zelenskyy", "person", "en", "person:volodimir zelenski"),
        ("la Russie", None, "fr", "state:RU"),
        ("Russia", None, "en", "state:RU"),
        ("Moscou", "organisation", "fr", "state:RU"),
        ("l’Organisation des ports", None, "fr", "body:organisation ports"),
        ("Anne Morel", "person", "de", "person:anne morel"),
    ],
)
def test_a_name_alone_has_the_party_that_the_readers_give_it(
    name: str, kind: EntityKind | None, language: str, key: str
) -> None:
    assert party_of_name(name, language=language, kind=kind) == party(key)


def test_a_name_without_letters_is_a_party_all_the_same() -> None:
    assert party_of_name("…", language="fr") == party("…")
    assert party_of_name("", language="fr") == party("")


DRAFTS = st.tuples(
    st.sampled_from(("merge", "split", "protect", "undo")),
    st.sampled_from((P_ROUX, P_PERON, P_NAMELESS, party("r1"), party("r2"), "r1", "r2", "r3")),
    st.lists(st.sampled_from((P_ROUX, P_PERON, "e1", "e2", "e3")), max_size=3).map(tuple),
)


@given(st.lists(DRAFTS, max_size=8))
def test_one_article_at_a_time_gives_what_all_at_once_gives(
    drafts: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    reviews = said(*drafts)
    whole = parties(ALL, reviews)
    assert whole == {one.id: parties([one], reviews)[one.id] for one in ALL}
    group = grouping(reviews)
    assert all(group.party(found) == found for found in whole.values())
    undos = said(*[("", "", ())] * len(drafts), *[("undo", one.id, ()) for one in reviews])
    assert parties(ALL, [*reviews, *undos[len(drafts) :]]) == parties(ALL, [])
