"""The whole evaluation, over gold data and readings made up for the test."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.cli.main import app
from recoupe.engine import LocalEngine
from recoupe.errors import FloorError, GoldMissingError, InternalError
from recoupe.evaluation import run
from recoupe.evaluation.details import causes, details
from recoupe.evaluation.floors import write_floors
from recoupe.evaluation.report import as_json, markdown, plain, worst_cases
from recoupe.evaluation.run import Outcome, evaluate
from recoupe.flow import ReadOptions, Result
from recoupe.model import Block, Capture, Reading, Time, failure, make_article

TEXT = "They left yesterday."
TODAY = date(2022, 6, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two TimeBank reports and one French one."""
    (tmp_path / "times" / "TimeBank").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "times" / "TimeBank" / f"{name}.tml").write_text(
            "<TimeML><DCT><TIMEX3 type='DATE' value='2022-05-05'>5</TIMEX3></DCT><TEXT>They left "
            "<TIMEX3 type='DATE' value='2022-05-04'>yesterday</TIMEX3>.</TEXT></TimeML>",
            encoding="utf-8",
        )
    (tmp_path / "attribution").mkdir()
    french = {"id": "f", "published": None, "text": "Rien.", "attributions": []}
    (tmp_path / "attribution" / "fr_dev.jsonl").write_text(
        json.dumps(french | {"figures": [], "times": []}), encoding="utf-8"
    )
    return tmp_path


def read(capture: Capture) -> Reading:
    text = capture.content.decode()
    article = make_article(
        capture, text, (Block("paragraph", 0, len(text)),), language=str(capture.declared.language)
    )
    times: tuple[Time, ...] = ()
    if "yesterday" in text:
        start = text.index("yesterday")
        span = article.span(start, start + len("yesterday"))
        times = (Time("t", span, "DATE", "2022-05-04", None, None, 0.9),)
    return Reading(article, (), (), (), times, (), (), (), ())


@pytest.fixture(autouse=True)
def _reads_without_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a reader of "yesterday" in the place of the flow; it cannot read report ``b``."""

    def read_captures(
        captures: Iterable[Capture], _: ReadOptions, engine: LocalEngine
    ) -> Iterator[Result]:
        assert engine.workers >= 1
        for capture in captures:
            if capture.declared.input_id == "b":
                broken = InternalError("broke", where=capture.input)
                yield capture, failure(broken, capture.input, "b")
            else:
                yield capture, read(capture)

    monkeypatch.setattr(run, "read_captures", read_captures)


def outcome_of(folder: Path, subset: int | None = None) -> Outcome:
    return evaluate(frozenset({"times"}), folder, today=TODAY, subset=subset)


def test_what_cannot_be_read_counts_as_missed(folder: Path) -> None:
    outcome = outcome_of(folder)
    values = {score.measure: score.value for score in outcome.scores}
    # One of two gold times is found, and nothing else: P 1, R 1/2, F1 2/3.
    assert values["strict"] == pytest.approx(2 / 3)
    assert [item.report for item in outcome.unread] == ["b"]
    assert outcome.whole
    assert "timebank/b: broke" in plain(outcome, {})


def test_a_subset_is_the_first_reports_and_said_to_be_one(folder: Path) -> None:
    outcome = outcome_of(folder, subset=1)
    assert not outcome.whole
    assert {score.value for score in outcome.scores} == {1.0}
    assert "subset" in plain(outcome, {})


def test_a_text_that_was_changed_is_not_scored(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(captures: Iterable[Capture], *_: object) -> Iterator[Result]:
        for capture in captures:
            reading = read(capture)
            text = reading.article.text + "!"
            block = (Block("paragraph", 0, len(text)),)
            article = make_article(capture, text, block, language="en")
            yield capture, Reading(article, (), (), (), (), (), (), (), ())

    monkeypatch.setattr(run, "read_captures", altered)
    outcome = outcome_of(folder)
    assert {item.report for item in outcome.unread} == {"f", "a", "b"}
    assert "not the gold text" in outcome.unread[0].message


def test_what_is_printed(folder: Path) -> None:
    outcome = outcome_of(folder)
    floors = {("times", "timebank", "strict"): 0.5}
    text = plain(outcome, floors)
    [line] = [line for line in text.splitlines() if " strict " in line]
    assert line.split() == ["timebank", "strict", "0.667", "1.000", "0.500", "2", "0.500"]
    assert "| times | en | timebank | strict | 0.667 | 2 |" in markdown(outcome)
    document = json.loads(as_json(outcome, floors))
    [score] = [item for item in document["scores"] if item["measure"] == "strict"]
    assert (score["floor"], score["support"], document["whole"]) == (0.5, 2, True)
    cases = list(worst_cases(outcome.results, 3))
    assert any("missed (1)" in line for line in cases)
    assert any("They left yesterday" in line for line in cases)


@pytest.fixture
def command(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[CliRunner, Path]:
    path = tmp_path / "floors.toml"
    write_floors({("times", "timebank", "strict"): 0.5}, path)
    monkeypatch.setenv("RECOUPE_GOLD", str(folder))
    monkeypatch.setattr("recoupe.evaluation.floors.FLOORS", path)
    return CliRunner(), path


def test_the_command_passes_above_its_floors(command: tuple[CliRunner, Path]) -> None:
    done = command[0].invoke(app, ["evaluate", "times", "--worst", "1"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "times, en" in done.stdout
    assert "missed (1)" in done.stdout


def test_the_command_fails_below_a_floor_and_says_which(command: tuple[CliRunner, Path]) -> None:
    write_floors({("times", "timebank", "strict"): 0.9}, command[1])
    done = command[0].invoke(app, ["evaluate", "times"])
    assert done.exit_code == 1
    assert "times on timebank: strict is 0.667, below its floor 0.900" in done.stderr
    done = command[0].invoke(app, ["evaluate", "times", "--subset", "1"])
    assert done.exit_code == 0


def test_nothing_is_pinned_while_reports_cannot_be_read(command: tuple[CliRunner, Path]) -> None:
    before = command[1].read_text(encoding="utf-8")
    done = command[0].invoke(app, ["evaluate", "times", "--pin"])
    assert isinstance(done.exception, FloorError)
    assert command[1].read_text(encoding="utf-8") == before


def test_the_command_pins_what_was_measured(command: tuple[CliRunner, Path], folder: Path) -> None:
    (folder / "times" / "TimeBank" / "b.tml").unlink()
    done = command[0].invoke(app, ["evaluate", "times", "--pin"])
    assert done.exit_code == 0
    text = command[1].read_text(encoding="utf-8")
    assert '"strict" = 0.9950' in text
    done = command[0].invoke(app, ["evaluate", "times", "--format", "markdown"])
    assert done.exit_code == 0
    assert done.stdout.startswith("| reader |")


def test_a_subset_is_never_pinned(command: tuple[CliRunner, Path]) -> None:
    done = command[0].invoke(app, ["evaluate", "times", "--pin", "--subset", "1"])
    assert done.exit_code != 0
    assert '"strict" = 0.5000' in command[1].read_text(encoding="utf-8")


def test_without_gold_data_our_own_texts_are_measured(
    command: tuple[CliRunner, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RECOUPE_GOLD")
    monkeypatch.setattr("recoupe.evaluation.gold.__file__", str(tmp_path / "a/b/c/d/e.py"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("recoupe.evaluation.cue_lexicon.listed", lambda *_: True)
    done = command[0].invoke(app, ["evaluate", "statements", "--subset", "2", "--errors"])
    assert done.exit_code == 0
    assert "own_fr_seen" in done.stdout
    assert "own_fr_unseen" in done.stdout
    assert "only bundled texts" in done.stdout
    # Nothing is read here, so all is missed; of the sealed half no error is counted.
    assert "on own_fr_seen" in done.stdout
    assert "on own_fr_unseen" not in done.stdout
    done = command[0].invoke(app, ["evaluate", "times"])
    assert isinstance(done.exception, GoldMissingError)


def test_of_a_sealed_corpus_only_scores_are_shown() -> None:
    outcome = evaluate(frozenset({"statements"}), None, today=TODAY, subset=1)
    sealed = [result for result in outcome.results if result.corpus.sealed]
    assert [result.corpus.name for result in sealed] == ["own_fr_unseen"]
    assert sealed[0].tally.cases
    assert not list(worst_cases(sealed, 5))
    assert {grid[2][0][0] for grid in causes(outcome, lambda *_: True, 10)} == {"own_fr_seen"}


def test_details_stand_in_tables_of_their_own() -> None:
    outcome = evaluate(frozenset({"statements"}), None, today=TODAY)
    text = plain(outcome, {})
    main, *_ = text.split("\nspans\n")
    assert "direct: " not in text
    assert "content exact" in main
    assert "content begin" not in main
    grids = {title: (columns, rows) for title, columns, rows in details(outcome)}
    columns, rows = grids["spans"]
    assert columns == ("corpus", "span", "exact", "begin", "jaccard", "jaccard as CofeNet", "gold")
    assert rows[0][:3] == ("own_fr_seen", "content", "0.000")
    columns, rows = grids["by kind"]
    assert columns[2:] == ("direct", "gold", "mixed", "gold", "indirect", "gold")
    [row] = [row for row in rows if row[:2] == ("own_fr_seen", "whole")]
    assert row[2:] == ("0.000", "96", "0.000", "24", "0.000", "116")
    assert "| corpus | measure | direct | gold |" in markdown(outcome)
