"""The gold of contradictions: pairs of passages, as reports that nothing needs to be read in."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, get_args

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldPassages, GoldReport, PassageLabel

_LABELS: Final = get_args(PassageLabel)
_RTE: Final[dict[str, PassageLabel]] = {"0": "entails", "1": "compatible", "2": "contradicts"}


def read_daccord(path: Path) -> Iterator[GoldReport]:
    """Yield the pairs of DACCORD (Skandalis et al. 2023); a group are those of one fact-check."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        label: PassageLabel = "contradicts" if item["label"] == "1" else "compatible"
        other = item["hypothesis"].strip()
        yield GoldReport(
            "daccord_dev",
            item["id"],
            item["premise"].strip(),
            "fr",
            passages=GoldPassages(other, "fr", label, item["url"]),
        )


def read_rte(path: Path) -> Iterator[GoldReport]:
    """Yield the pairs of RTE3-FR; a group are those with one first passage."""
    with path.open(encoding="utf-8", newline="") as lines:
        for item in csv.DictReader(lines, delimiter="\t"):
            one, other = item["premise"].strip(), item["hypothesis"].strip()
            passages = GoldPassages(other, "fr", _RTE[item["label"]], one)
            yield GoldReport("rte3_fr_dev", item["id"], one, "fr", passages=passages)


def read_claims(path: Path) -> Iterator[GoldReport]:
    """Yield the pairs of ClaimDiff (Ko et al. 2022); a group are those of one topic."""
    for item in json.loads(path.read_text(encoding="utf-8"))["data"]:
        label: PassageLabel = "contradicts" if item["relation"] == 1 else "compatible"
        passages = GoldPassages(item["claim_b"].strip(), "en", label, item["topic"])
        one = item["claim_a"].strip()
        yield GoldReport("claimdiff_train", item["pair_id"], one, "en", passages=passages)


def read_own(path: Path, corpus: str, language: str) -> Iterator[GoldReport]:  # noqa: ARG001
    """Yield our own pairs; a group are those with one first passage, which says its language.

    Raises :class:`GoldMissingError` naming the pair where a label is none.
    """
    for item in tomllib.loads(path.read_text(encoding="utf-8"))["pairs"]:
        if item["label"] not in _LABELS:
            raise GoldMissingError(
                f"{item['label']!r} is no label of two passages",
                where=f"{path.name}, {item['id']}",
                remedy=f"write one of: {', '.join(_LABELS)}",
            )
        one, other = item["one"], item["other"]
        yield GoldReport(
            corpus,
            item["id"],
            one["text"],
            one["language"],
            passages=GoldPassages(other["text"], other["language"], item["label"], one["text"]),
        )


def own_fitted() -> Iterator[GoldReport]:
    """Yield the pairs of our own that the reader is fitted on; they are in the package."""
    with as_file(files("recoupe.demo").joinpath("contradictions/fitted.toml")) as path:
        yield from read_own(path, "own_fitted", "mul")
