"""Scores of lineage on a few pairs of our own, and how the gold file is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.evaluation.gold_records import GoldPair, GoldReport
from recoupe.evaluation.lineage import compared, read_pairs, score_together
from recoupe.evaluation.score import Tally
from recoupe.model import Reading
from tests.comparison.lineage.worlds import world

Read = list[tuple[GoldReport, Reading | None]]


def pairs_of(number: int) -> Read:
    """Return reports in labelled pairs: copies that name AFP, and reports of two reporters."""
    found: Read = []
    for seed in range(number):
        made = world(seed)
        first = made.add([*made.account(0), "(AFP)"], "Le Fanal", "2024-03-06")
        copied = made.add(made.account(0), "Le Méridien", "2024-03-06")
        own = made.add(made.account(1, ["toll", "injured", "cause"]), "La Vigie", "2024-03-06")
        ids = [reading.article.id for reading in (first, copied, own)]
        pairs = (
            GoldPair(ids[0], ids[1], "copy", "AFP"),
            GoldPair(ids[0], ids[2], "unrelated", None),
        )
        found.append((gold(ids[0], pairs), first))
        found += [(gold(ids[1]), copied), (gold(ids[2]), own)]
    return found


def gold(name: str, pairs: tuple[GoldPair, ...] = ()) -> GoldReport:
    return GoldReport("lineage_dev", name, "", "fr", pairs=pairs)


def test_each_pair_is_judged_by_a_model_that_never_saw_it() -> None:
    tally = Tally()
    score_together(pairs_of(10), tally)
    scores = {name: count.f1 for name, count in tally.counts.items()}
    assert scores["copy or rewrite"] == pytest.approx(1.0)
    assert scores["five relations"] == pytest.approx(1.0)
    assert scores["origin"] == pytest.approx(1.0)
    assert scores["origin left open"] == pytest.approx(1.0)
    assert scores["paired"] == 1.0
    assert round(tally.counts["copy or rewrite"].wanted) == 10
    assert tally.cases == []
    assert "25 folds" in tally.notes[0]


def test_a_wrong_origin_is_a_case_and_lowers_the_score() -> None:
    read = pairs_of(10)
    report, reading = read[0]
    wrong = tuple(
        GoldPair(p.one, p.other, p.relation, p.origin and "Reuters") for p in report.pairs or ()
    )
    tally = Tally()
    score_together([(gold(report.id, wrong), reading), *read[1:]], tally)
    assert tally.counts["origin"].f1 == pytest.approx(0.9)
    [case] = tally.cases
    assert (case.kind, case.wanted, case.found) == ("origin", "Reuters", "AFP")


def test_a_pair_of_which_a_report_was_not_read_counts_as_missed() -> None:
    read = pairs_of(10)
    tally = Tally()
    score_together([(report, None if at == 1 else r) for at, (report, r) in enumerate(read)], tally)
    assert tally.counts["copy or rewrite"].recall == pytest.approx(0.9)
    assert tally.counts["origin"].recall == pytest.approx(0.9)


def test_nothing_is_scored_where_nothing_was_read() -> None:
    tally = Tally()
    score_together([(report, None) for report, _ in pairs_of(2)], tally)
    assert tally.counts["copy or rewrite"].f1 == 0.0


def test_the_gold_file_is_read_report_by_report(tmp_path: Path) -> None:
    def item(name: str, date: str | None) -> dict[str, object]:
        return {"id": name, "outlet": "x", "date": date, "title": None, "text": f"Texte {name}."}

    one, two, three = item("a", "2018-12-20"), item("b", "5-2-2019"), item("c", None)
    records = [
        {"a": one, "b": two, "relation": "copy", "origin": "AFP"},
        {"a": one, "b": three, "relation": "unrelated", "origin": None},
    ]
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    reports = list(read_pairs(path))
    assert [(r.id, r.published) for r in reports] == [
        ("a", "2018-12-20"),
        ("b", "2019-02-05"),
        ("c", None),
    ]
    assert reports[0].pairs == (
        GoldPair("a", "b", "copy", "AFP"),
        GoldPair("a", "c", "unrelated", None),
    )
    assert compared(reports[0].pairs, {}) == []
