"""``recoupe demo``: one command to a folder of pages, from reports that say what they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from recoupe.demo import NOTE, reports
from recoupe.export import json_schema
from recoupe.model import Failure
from tests.cli.conftest import Ran


def test_every_report_says_at_its_foot_that_it_was_written_for_this() -> None:
    with reports() as paths:
        texts = [path.read_text(encoding="utf-8") for path in paths]
    assert len(texts) == 10
    for text in texts:
        foot = text.rstrip()[-400:]
        assert "the Recoupe demo" in foot or "la démonstration de Recoupe" in foot
        assert "imaginary newsroom" in foot or "rédaction imaginaire" in foot


@pytest.mark.models
@pytest.mark.process
def test_it_reads_every_bundled_report_and_says_where_to_look(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    ran = recoupe("demo", "--output", str(folder))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"10 read: open {folder / 'index.html'}\n"
    rows = (folder / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    readings = [json.loads(row) for row in rows]
    for reading in readings:
        jsonschema.validate(reading, json_schema("reading"))
        assert "/" not in reading["article"]["input"]
        assert reading["article"]["published"].startswith("2022-05-0")
        assert "demo" in reading["article"]["outlet"] or "démo" in reading["article"]["outlet"]
    assert [reading["article"]["language"] for reading in readings].count("fr") == 5
    assert len(list(folder.glob("0*.html"))) == 10
    assert len(list((folder / "captures").iterdir())) == 10
    for page in folder.glob("*.html"):
        assert NOTE in page.read_text(encoding="utf-8")
    check_the_agency_text(readings[0])
    check_the_cross_check(folder)


def check_the_cross_check(folder: Path) -> None:
    """The Kremlin's denial stands against the assault, each word a click from its place."""
    assert 'href="crosscheck.html"' in (folder / "index.html").read_text(encoding="utf-8")
    page = (folder / "crosscheck.html").read_text(encoding="utf-8")
    assert "Il n’y a pas d’assaut" in page
    places = re.findall(r'href="([^"#]+\.html)#([^"]+)"', page)
    assert len(places) > 20
    for name, anchor in places:
        assert f'id="{anchor}"' in (folder / name).read_text(encoding="utf-8")


def check_the_agency_text(agency: dict[str, list[dict[str, object]]]) -> None:
    """The denial, the hedged range and the place that the demo is there to show are found."""
    denials = [s for s in agency["statements"] if s["stance"] == "denies"]
    assert "Dmitri Peskov" in {s["speaker_name"] for s in denials}
    ranges = [(f["low"], f["high"], f["hedged"]) for f in agency["figures"]]
    assert (200, 900, True) in ranges
    assert "Marioupol" in {p["span"]["text"] for p in agency["places"] if p["lat"]}


def test_it_does_not_touch_a_folder_of_somebody_else(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    ran = recoupe("demo", "--output", str(tmp_path))
    assert ran.status == 2
    assert "did not write" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_it_opens_a_browser_if_asked_and_says_what_it_could_not_read(
    recoupe: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Failure("lost.txt", None, "empty_input", "lost.txt: no words", retryable=False)
    opened: list[str] = []
    monkeypatch.setattr("recoupe.cli.demo._results", lambda _: iter([(None, lost)]))
    monkeypatch.setattr("typer.launch", opened.append)
    ran = recoupe("demo", "--open", "--output", str(tmp_path))
    assert (ran.status, ran.err) == (3, "recoupe: lost.txt: no words\n")
    assert opened == [(tmp_path / "index.html").as_uri()]
