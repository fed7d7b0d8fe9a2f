"""Gold data of several reports of one incident: positions of parties, and tolls by many coders."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from recoupe.evaluation.gold_records import GoldIncident, GoldMatter, GoldPosition, GoldReport

DISPUTES: Final = "comparison/disputes_dev.json"
FA_KES: Final = "comparison/fa_kes_to_2015.jsonl"
GVA: Final = "stories/gva_articles_dev.jsonl"
INCIDENTS: Final = "gva_incidents_dev.jsonl"

_OPENING: Final = 60
"""Code points within which a report's date opens its text."""
_EVERY: Final = 8
"""One incident in so many is measured: reading all would take minutes and tell no more."""
_OUTLETS: Final = 3
"""How many outlets a group of reports has at least to be measured."""
_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_DATES: Final = (
    re.compile(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}}),? ?(?P<year>20\d\d)", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}}) {_MONTH},? (?P<year>20\d\d)", re.IGNORECASE),
    re.compile(r"\b(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>20\d\d)"),
)


def read_disputes(path: Path, language: str) -> Iterator[GoldReport]:
    """Yield the reports of the stories in ``language``, each with the positions of its story."""
    for record in json.loads(path.read_text(encoding="utf-8")):
        texts = {str(item["id"]): item["text"] for item in record["reports"]}
        story = GoldIncident(str(record["group"]), tuple(_matters(record["matters"], texts)))
        for item in record["reports"]:
            dated = item.get("published")
            if ("en" if dated is None else "fr") == language:  # only French ones carry a date
                yield GoldReport(
                    f"disputes_{language}",
                    str(item["id"]),
                    item["text"],
                    language,
                    dated or opening_date(item["text"]),
                    outlet=item["outlet"],
                    incident=story,
                )


def _matters(records: list[dict[str, Any]], texts: dict[str, str]) -> Iterator[GoldMatter]:
    for record in records:
        yield GoldMatter(
            record["matter"],
            tuple(
                GoldPosition(
                    item["party"],
                    item["stance"],
                    str(item["report"]),
                    _found(texts[str(item["report"])], item["quote"]),
                )
                for item in record["positions"]
            ),
        )


def _found(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def read_fa_kes(path: Path) -> Iterator[GoldReport]:
    """Yield the reports of each date and place that three outlets or more wrote of."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in _lines(path):
        record = json.loads(line)
        groups.setdefault((record["date"], record["location"]), []).append(record)
    for (day, place), records in groups.items():
        if len({record["source"] for record in records}) < _OUTLETS:
            continue
        counts = [int(record["nb_civilians"]) for record in records]
        story = GoldIncident(f"{place} {day}", civilians=(min(counts), max(counts)))
        for record in records:
            text = record["article_content"]
            yield GoldReport(
                "fa_kes",
                record["unit_id"],
                text,
                "en",
                opening_date(text),
                outlet=record["source"],
                incident=story,
            )


def opening_date(text: str) -> str | None:
    """Return the ISO 8601 day that opens a text, ``None`` where none does."""
    for pattern in _DATES:
        found = pattern.search(text[:_OPENING])
        if found is not None:
            month = found["month"]
            number = _MONTHS[month.lower()] if month.isalpha() else int(month)
            try:
                return date(int(found["year"]), number, int(found["day"])).isoformat()
            except ValueError:
                continue
    return None


def read_gva(path: Path) -> Iterator[GoldReport]:
    """Yield the articles of every eighth incident of the Gun Violence Archive with a final toll."""
    incidents = [json.loads(line) for line in _lines(path.with_name(INCIDENTS))]
    killed = {item["incident_uri"]: item["num_killed"] for item in incidents[::_EVERY]}
    for line in _lines(path):
        record = json.loads(line)
        if record["incident"] in killed:
            toll = killed[record["incident"]]
            yield GoldReport(
                "gva_tolls",
                record["id"],
                f"{record['title']}\n\n{record['text']}".strip(),
                "en",
                record["date"][:10],
                outlet=record["domain"],
                incident=GoldIncident(record["incident"], killed=toll),
            )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
