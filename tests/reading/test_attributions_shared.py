"""The report this project began from: how many of its attributions are found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recoupe.evaluation.gold import corpora
from recoupe.evaluation.match import overlap, ranges
from recoupe.flow import ReadOptions, read_batch
from recoupe.model import Declared, Reading, make_capture
from tests.conftest import WHEN


@pytest.mark.shared
def test_most_attributions_of_the_first_report_are_found(gold: Path) -> None:
    french = next(c for c in corpora(frozenset({"statements"})) if c.name == "fr_dev")
    report = next(item for item in french.reports(gold) if item.id == "azovstal")
    capture = make_capture(
        report.text.encode(),
        source=report.id,
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(published="2022-05-05", language="fr"),
    )
    [(_, reading)] = read_batch((capture,), ReadOptions(today=date(2026, 1, 1)))
    assert isinstance(reading, Reading)
    contents = [ranges(item.content) for item in reading.statements]
    wanted = report.statements or ()
    found = [item for item in wanted if any(overlap(item.content, c) >= 0.8 for c in contents)]
    assert len(wanted) == 20
    assert len(found) >= 17
    denial = next(item for item in reading.statements if item.stance == "denies")
    assert denial.speaker_name == "Dmitry Peskov"
    cookies = report.text.index("This website")
    assert all(span.end <= cookies for item in reading.statements for span in item.content)
