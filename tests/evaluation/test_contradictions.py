"""Pairs of passages judged by models that saw no pair of their group."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation import contradictions
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.gold_contradictions import (
    own_fitted,
    read_claims,
    read_daccord,
    read_own,
    read_rte,
)
from recoupe.evaluation.gold_records import GoldPassages, GoldReport
from recoupe.evaluation.score import Tally


def pair(name: str, one: str, other: str, label: str, group: str = "") -> GoldReport:
    passages = GoldPassages(other, "fr", label, group or name)  # type: ignore[arg-type]
    return GoldReport("daccord_dev", name, one, "fr", passages=passages)


PAIRS = [
    pair(f"{name}{at}", f"Le {thing} est prêt.", other, label, f"group {at}")
    for at, thing in enumerate(["pont", "train", "stade", "barrage", "musée", "navire"])
    for name, other, label in (
        ("a", f"Le {thing} n'est pas prêt.", "contradicts"),
        ("b", f"Le {thing} est enfin prêt.", "compatible"),
    )
]


def test_denials_are_told_from_agreement_by_models_that_saw_other_groups() -> None:
    cases = list(contradictions.judged_pairs(PAIRS))
    found = contradictions.cross_validated(cases, draw=0)
    assert found == [case.contradicts for case in cases]


def test_a_corpus_is_scored_beside_the_peer() -> None:
    tally = Tally()
    contradictions.score_together([(report, None) for report in PAIRS], tally)
    assert tally.counts["accuracy"].f1 == pytest.approx(1.0)
    assert tally.counts["accuracy, negation mismatch alone"].f1 == 1.0
    assert tally.cases == []


def test_one_label_alone_measures_nothing() -> None:
    tally = Tally()
    contradictions.score_together([(PAIRS[0], None)], tally)
    assert dict(tally.counts) == {}


def test_as_many_pairs_reach_the_threshold_as_contradict() -> None:
    cases = list(contradictions.judged_pairs(PAIRS[:4]))
    model = contradictions.fitted(cases)
    level = contradictions.threshold(model, cases)
    assert sum(model.probability(case.features) >= level for case in cases) == 2


def test_no_pair_that_is_fitted_on_is_among_those_kept_apart() -> None:
    fitted_on = {(report.text, report.passages) for report in own_fitted()}
    kept = {
        (report.text, report.passages)
        for corpus in corpora(frozenset({"contradictions"}), bundled_only=True)
        if corpus.name in contradictions.APART
        for report in corpus.reports(None)
    }
    assert len(kept) == 64
    assert not fitted_on & kept


def test_our_own_pairs_are_judged_by_the_shipped_model() -> None:
    seen = next(
        corpus
        for corpus in corpora(frozenset({"contradictions"}), bundled_only=True)
        if corpus.name == "own_pairs_seen"
    )
    tally = Tally()
    contradictions.score_together([(report, None) for report in seen.reports(None)], tally)
    assert tally.counts["same matter"].wanted == 32
    assert (tally.counts["accuracy"].f1 or 0) > 0.7


def test_the_files_of_others_are_read_with_their_groups(tmp_path: Path) -> None:
    daccord = tmp_path / "d.jsonl"
    record = {"id": "x", "premise": " A ", "hypothesis": "B", "label": "1", "url": "u"}
    daccord.write_text(json.dumps(record), encoding="utf-8")
    rte = tmp_path / "r.tsv"
    rte.write_text("id\tpremise\thypothesis\tlabel\n7\tA\tB\t2\n8\tA\tC\t0\n", encoding="utf-8")
    claims = tmp_path / "c.json"
    item = {"pair_id": "p", "claim_a": "A", "claim_b": "B", "relation": 0, "topic": "t"}
    claims.write_text(json.dumps({"data": [item]}), encoding="utf-8")
    found = [*read_daccord(daccord), *read_rte(rte), *read_claims(claims)]
    assert [(report.text, report.passages) for report in found] == [
        ("A", GoldPassages("B", "fr", "contradicts", "u")),
        ("A", GoldPassages("B", "fr", "contradicts", "A")),
        ("A", GoldPassages("C", "fr", "entails", "A")),
        ("A", GoldPassages("B", "en", "compatible", "t")),
    ]


def test_a_label_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    side = '{ language = "fr", text = "A" }'
    path.write_text(f'[[pairs]]\nid = "3"\nlabel = "no"\none = {side}\nother = {side}\n')
    with pytest.raises(GoldMissingError, match="'no' is no label of two passages"):
        list(read_own(path, "own", "mul"))
