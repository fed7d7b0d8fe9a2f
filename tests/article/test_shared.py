"""The real reports and pages of the shared folder, which is never copied into the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recoupe.article import to_article
from recoupe.article.classify import classify
from recoupe.article.lines import stretches
from recoupe.article.stretch import seen
from recoupe.capture import capture_inputs
from recoupe.model import Article, Capture, Declared

TODAY = date(2026, 1, 1)

pytestmark = pytest.mark.shared


def article(path: Path) -> Article:
    [capture] = capture_inputs([str(path)], declared=Declared(), allow_private=False)
    assert isinstance(capture, Capture)
    return to_article(capture, today=TODAY)


def pages(reports: Path) -> Iterator[tuple[dict[str, Any], Article]]:
    index = json.loads((reports / "pages" / "index.json").read_text(encoding="utf-8"))
    for entry in index:
        yield entry, article(reports / "pages" / entry["file"])


def test_the_text_of_pages_is_the_report_and_not_its_furniture(reports: Path) -> None:
    wrong: list[str] = []
    for entry, found in pages(reports):
        wanted = all(words in found.text for words in entry["with"])
        if not wanted or any(words in found.text for words in entry["without"]):
            wrong.append(entry["file"])
        assert found.title is not None
        assert found.title.casefold() == entry["title"].casefold()
        assert str(found.published)[:10] == entry["date"]
        assert found.outlet
    # dw-com_fr lists words of its own headline as furniture, and the headline is a block of ours
    assert wrong in ([], ["dw-com_fr.html"])


def test_the_furniture_of_a_scraped_text_is_marked(reports: Path) -> None:
    found = article(reports / "azovstal-fr.txt")
    kinds = [block.kind for block in found.blocks]
    assert kinds[:4] == ["boilerplate", "headline", "byline", "lead"]
    assert kinds[-2:] == ["boilerplate", "boilerplate"]
    assert kinds.count("caption") == 4
    assert set(kinds[4:-2]) == {"paragraph", "caption"}
    assert found.language == "fr"


def contents(attribution: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for span in attribution["content"]:
        yield (span["start"], span["end"]) if isinstance(span, dict) else (span[0], span[1])


@pytest.mark.parametrize(
    ("name", "most"), [("polnear_dev", 0), ("fr_dev", 3)], ids=["polnear_dev", "fr_dev"]
)
def test_what_is_said_in_a_report_is_never_furniture(name: str, most: int, gold: Path) -> None:
    """The three of ``fr_dev`` stand in links to other reports."""
    silent = split = 0
    for line in (gold / "attribution" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        parts = [seen(report["text"], *at) for at in stretches(report["text"])]
        kinds = classify(parts)
        for attribution in report["attributions"]:
            for start, end in contents(attribution):
                touched = [
                    kind
                    for part, kind in zip(parts, kinds, strict=True)
                    if part.start < end and start < part.end
                ]
                silent += any(kind in {"boilerplate", "byline"} for kind in touched)
                split += len(touched) > 1
    assert silent <= most
    assert split == 0
