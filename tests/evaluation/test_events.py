"""Scoring events, worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation.events import score
from recoupe.evaluation.gold_events import (
    HELD_OUT,
    TUNED,
    coded_words,
    read_plover,
    read_sentences,
)
from recoupe.evaluation.gold_records import GoldEvent, GoldReport
from recoupe.evaluation.score import Count, Tally
from recoupe.model import Article, Event

TEXT = "Ruritania freed two sailors and urged Zenda to lift the blockade."
FREED, URGED = (10, 15), (32, 37)


@pytest.fixture
def event_of(article_of: Callable[..., Article]) -> Callable[..., Event]:
    article = article_of(TEXT, language="en")

    def build(start: int, end: int, plover: str | None) -> Event:
        span = article.span(start, end)
        kind = "Strategic developments"
        return Event(
            f"e{start}", span, kind, "Other", plover, (), (), None, None, (), (), (), False, False
        )

    return build


def report(*events: GoldEvent) -> GoldReport:
    return GoldReport("plover", "a", TEXT, "en", events=events)


def test_the_event_at_the_coded_words_answers(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    found = [event_of(*FREED, "RETREAT"), event_of(*URGED, "REQUEST")]
    score(report(GoldEvent((URGED,), "REQUEST", TUNED)), found, tally)
    assert tally.counts["type accuracy"] == Count(1, 1, 1)
    assert tally.counts[f"type accuracy, {TUNED}"] == Count(1, 1, 1)
    assert tally.counts[f"type accuracy, {HELD_OUT}"] == Count()
    assert tally.counts["type accuracy, first event"] == Count(0, 1, 1)
    assert tally.counts["type REQUEST"] == Count(1, 1, 1)
    assert not tally.cases


def test_another_type_and_no_event_are_wrong(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    found = [event_of(*FREED, "AID")]
    score(report(GoldEvent((FREED,), "RETREAT"), GoldEvent((URGED,), "REQUEST")), found, tally)
    assert tally.counts["type accuracy"] == Count(0, 2, 2)
    assert tally.counts["found"] == Count(1, 2, 2)
    assert tally.counts["type RETREAT"] == Count(0, 0, 1)
    assert tally.counts["type AID"] == Count(0, 1, 0)
    assert [case.kind for case in tally.cases] == ["other type", "missed"]


def test_with_no_coded_words_the_first_event_answers(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    score(report(GoldEvent((), "RETREAT")), [event_of(*FREED, "RETREAT")], tally)
    assert tally.counts["type accuracy"] == Count(1, 1, 1)


def test_the_first_event_at_the_coded_words_answers(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    found = [event_of(*FREED, "RETREAT"), event_of(*URGED, "REQUEST")]
    score(report(GoldEvent((FREED, URGED), "RETREAT")), found, tally)
    assert tally.counts["type accuracy"] == Count(1, 1, 1)


def test_any_mention_of_an_event_answers(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    freed = event_of(*FREED, "RETREAT")
    twice = replace(freed, mentions=(freed.trigger, event_of(*URGED, None).trigger))
    score(report(GoldEvent((URGED,), "RETREAT")), [twice], tally)
    assert tally.counts["type accuracy"] == Count(1, 1, 1)


def test_coded_words_stand_where_the_text_has_them() -> None:
    markup = "(SRC: Ruritania) (EVT: freed) two sailors and (EVT: begged) Zenda (EVT: to) lift"
    assert coded_words(TEXT, markup) == (FREED, (44, 46))


def test_coded_sentences_have_the_later_types(tmp_path: Path) -> None:
    marked = {"markup": "(EVT: urged)"}
    records = [
        {"id": "X-DOCUMENT-0001", "event": "DOCUMENT"},
        {"id": "X-DEMAND-0001", "event": "DEMAND", "text": TEXT + " ", "textInfo": marked},
        {"id": "X-AID-0002", "event": "AID", "text": TEXT, "textInfo": ""},
    ]
    path = tmp_path / "plover.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    found = list(read_plover(path))
    assert [(one.text, one.events) for one in found] == [
        (TEXT, (GoldEvent((URGED,), "REQUEST", TUNED),)),
        (TEXT, (GoldEvent((), "AID", HELD_OUT),)),
    ]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plover.json"
    path.write_text("[", encoding="utf-8")
    with pytest.raises(GoldMissingError, match="JSON"):
        next(read_plover(path))


def test_our_own_texts_say_what_is_denied_and_what_is_one(tmp_path: Path) -> None:
    path = tmp_path / "seen.txt"
    path.write_text(
        "AID one | On a [évacué] la ville. L'[évacuation] dure.\n"
        "ASSAULT no | Aucun [tir].\n"
        "- | Rien.\n",
        encoding="utf-8",
    )
    one, denied, nothing = read_sentences(path, "own", "fr")
    assert one.text == "On a évacué la ville. L'évacuation dure."
    assert one.events == (GoldEvent(((5, 11), (24, 34)), "AID", None, False, True),)
    assert denied.events == (GoldEvent(((6, 9),), "ASSAULT", None, True, False),)
    assert nothing.events == ()
    path.write_text("AID : Rien.\n", encoding="utf-8")
    with pytest.raises(GoldMissingError, match="line 1"):
        next(read_sentences(path, "own", "fr"))


def test_denials_and_mentions_are_asked_of_the_answer(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    freed = event_of(*FREED, "RETREAT")
    score(report(GoldEvent((FREED,), "RETREAT", negated=True)), [freed], tally)
    score(report(GoldEvent((FREED, URGED), "RETREAT", one=True)), [freed], tally)
    assert tally.counts["negated"] == Count(0, 1, 1)
    assert tally.counts["one event"] == Count(0, 1, 1)


def test_a_text_that_tells_no_event_has_none(event_of: Callable[..., Event]) -> None:
    tally = Tally()
    score(report(), [], tally)
    score(report(), [event_of(*FREED, "AID")], tally)
    assert tally.counts["silent"] == Count(1, 2, 2)
    assert [case.kind for case in tally.cases] == ["made up"]
