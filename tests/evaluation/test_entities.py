"""Scoring entities, and the texts of our own that they are scored on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from recoupe.evaluation.entities import score
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.gold_records import GoldParty, GoldReport
from recoupe.evaluation.score import Tally
from recoupe.model import Article, Entity, EntityKind, Reading, make_article, make_capture

TEXT = "Paul Girard, maire de Lorvent, a reçu l'IML. Girard a cité l'Institut maritime."


@pytest.fixture
def article() -> Article:
    capture = make_capture(
        TEXT.encode(),
        source="text",
        media_type="text/plain",
        captured_at=datetime(2000, 1, 1, tzinfo=UTC),
    )
    return make_article(capture, text=TEXT, blocks=(), language="fr")


def entity(article: Article, kind: EntityKind, *names: str, role: str | None = None) -> Entity:
    def span(words: str) -> tuple[int, int]:
        at = TEXT.index(words)
        return at, at + len(words)

    return Entity(
        id=f"entity-{names[0]}",
        kind=kind,
        name=names[0],
        aliases=names[1:],
        roles=(article.span(*span(role)),) if role else (),
        affiliation=None,
        mentions=tuple(article.span(*span(name)) for name in names),
        pronouns=(),
        key=names[0],
    )


GOLD = (
    GoldParty("person", ("Paul Girard", "Girard"), ("maire de Lorvent",)),
    GoldParty("organisation", ("Institut maritime", "IML")),
    GoldParty("organisation", ("Lorvent",), optional=True),
)


def counted(article: Article, *entities: Entity) -> dict[str, tuple[float, float, float]]:
    report = GoldReport("parties", "1", TEXT, "fr", parties=GOLD)
    reading = Reading(article, (), entities, (), (), (), (), (), ())
    tally = Tally()
    score(report, reading, tally)
    return {name: (c.right, c.found, c.wanted) for name, c in tally.counts.items()}


def test_whoever_is_found_with_every_name_is_right(article: Article) -> None:
    counts = counted(
        article,
        entity(article, "person", "Paul Girard", "Girard", role="maire de Lorvent"),
        entity(article, "organisation", "IML", "Institut maritime"),
        entity(article, "organisation", "Lorvent"),
    )
    assert counts["found"] == (2, 2, 2)
    assert counts["names linked"] == (4, 4, 4)
    assert counts["roles"] == (1, 1, 1)
    assert counts["kind"] == (2, 2, 2)


def test_two_entities_of_one_party_are_one_made_up_and_a_name_not_linked(article: Article) -> None:
    counts = counted(
        article,
        entity(article, "medium", "IML"),
        entity(article, "organisation", "Institut maritime"),
    )
    assert counts["found"] == (1, 2, 2)
    assert counts["names linked"] == (1, 1, 4)
    assert counts["roles"] == (0, 0, 1)


def test_a_report_that_was_not_read_found_nothing() -> None:
    tally = Tally()
    score(GoldReport("parties", "1", TEXT, "fr", parties=GOLD), None, tally)
    assert tally.counts["found"].wanted == 2
    assert tally.counts["found"].right == 0


def test_what_the_texts_say_is_in_them() -> None:
    chosen = corpora(frozenset({"entities"}), bundled_only=True)
    assert len(chosen) == 4
    for corpus in chosen:
        assert all(report.parties for report in corpus.reports(None))
        assert corpus.sealed is corpus.name.endswith("unseen")
