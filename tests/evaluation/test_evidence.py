"""Evidence scored against sentences marked by hand, and the marks themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation.evidence import score
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.gold_evidence import read_leanings
from recoupe.evaluation.gold_records import GoldEvidence, GoldReport
from recoupe.evaluation.score import Tally
from recoupe.model import Article, Entity, Evidence, Reading

TEXT = "A video shared on X by the army shows the crater. Witnesses ran."
OWN = corpora(frozenset({"evidence"}))


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = GoldReport(
    "own",
    "a",
    TEXT,
    "en",
    evidence=(
        GoldEvidence(at("A video"), "video", "X", None, at("the army"), at("the crater")),
        GoldEvidence(at("Witnesses"), "witness"),
    ),
)


@pytest.fixture
def reading(article_of: Callable[..., Article]) -> Reading:
    """A reading that found the video, with all that is said of it, and missed the witnesses."""
    article = article_of(TEXT, "en")
    army = Entity("e1", "group", "army", (), (), None, (article.span(*at("army")),), ())
    video = Evidence(
        id="v",
        span=article.span(*at("video")),
        medium="video",
        made_with=None,
        published_on="X",
        publisher="e1",
        url=None,
        shows=article.span(*at("the crater")),
    )
    return Reading(article, (), (army,), (), (), (), (), (video,), ())


def counted(reading: Reading | None) -> dict[str, tuple[float, float, float]]:
    tally = Tally()
    score(GOLD, reading, tally)
    return {name: (one.right, one.found, one.wanted) for name, one in tally.counts.items()}


def test_what_is_found_and_all_that_is_said_of_it(reading: Reading) -> None:
    assert counted(reading) == {
        "found": (1, 1, 2),
        "exact naming": (0, 1, 2),
        "medium": (1, 1, 1),
        "platform": (1, 1, 1),
        "made with": (1, 1, 1),
        "publisher": (1, 1, 1),
        "shows": (1, 1, 1),
    }


def test_what_is_wrong_is_kept_as_a_case(reading: Reading) -> None:
    [video] = reading.evidence
    wrong = replace(video, medium="photo", published_on=None, publisher="e2", shows=None)
    tally = Tally()
    score(GOLD, replace(reading, evidence=(wrong,)), tally)
    assert {case.kind for case in tally.cases} == {
        "missed",
        "other medium",
        "other platform",
        "other publisher",
        "other shows",
    }


def test_what_could_not_be_read_is_missed() -> None:
    assert counted(None) == {"found": (0, 0, 2), "exact naming": (0, 0, 2)}


@pytest.mark.parametrize(
    "body",
    [
        "{1:A video} shows it.",
        "{1:A video} shows it.\n\n1 = film",
        "{1:A video} shows it.\n\n1 = video ; at X",
        "{1:A video} and {1:another} show it.\n\n1 = video",
        "{1:A video shows it.\n\n1 = video",
    ],
)
def test_marks_and_labels_must_agree(tmp_path: Path, body: str) -> None:
    path = tmp_path / "en.txt"
    path.write_text(f"## a\n{body}\n", encoding="utf-8")
    with pytest.raises(GoldMissingError):
        list(read_leanings(path, "own", "en"))


@pytest.mark.parametrize("at", range(len(OWN)), ids=[corpus.name for corpus in OWN])
def test_our_own_sentences(at: int) -> None:
    own = OWN[at]
    reports = list(own.reports(None))
    assert len(reports) == 14
    assert own.sealed is own.name.endswith("unseen")
    for report in reports:
        for one in report.evidence or ():
            words = report.text[slice(*one.span)]
            assert words
            assert words.strip() == words


def test_some_of_our_own_sentences_lean_on_nothing() -> None:
    assert sum(not report.evidence for own in OWN for report in own.reports(None)) == 12
