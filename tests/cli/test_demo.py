"""``recoupe demo``: one command to a finished dossier, from reports that say what they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.demo import NOTE, reports
from recoupe.model import Failure, Reading
from recoupe.store import open_casefile
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
def test_it_makes_a_casefile_and_the_dossier_of_it_and_says_where_to_look(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    ran = recoupe("demo", "--output", str(folder))
    assert (ran.status, ran.err) == (0, "")
    assert f"open {folder / 'dossier' / 'index.html'}" in ran.out
    assert f"recoupe serve {folder / 'casefile'}" in ran.out
    assert {path.name for path in folder.iterdir()} == {
        ".recoupe-folder",
        "casefile",
        "dossier",
        "dossier.html",
    }
    check_the_casefile(folder / "casefile")
    check_the_dossier(folder)
    before = (folder / "dossier" / "dossier.json").read_bytes()
    assert recoupe("demo", "--output", str(folder), "--language", "fr").status == 0
    data = json.loads((folder / "dossier" / "dossier.json").read_bytes())
    assert len(data["findings"]) == len(json.loads(before)["findings"])
    assert '<html lang="fr"' in (folder / "dossier.html").read_text(encoding="utf-8")


def check_the_casefile(path: Path) -> None:
    """Ten reports are kept as any others, and what the demo is there to show is found in them."""
    with open_casefile(str(path)) as store:
        assert store.status().counts["versions"] == 10
        assert store.verify().problems == ()
        readings = [one.reading for one in store.readings(latest=False)]
    for reading in readings:
        assert "/" not in reading.article.input
        assert (reading.article.published or "").startswith("2022-05-0")
        assert re.search("d[eé]mo", reading.article.outlet or "")
    assert [reading.article.language for reading in readings].count("fr") == 5
    check_the_agency_text(readings[0])


def check_the_agency_text(agency: Reading) -> None:
    """The denial, the hedged range and the place that the demo is there to show are found."""
    denials = [one for one in agency.statements if one.stance == "denies"]
    assert "Dmitri Peskov" in {one.speaker_name for one in denials}
    ranges = [(one.low, one.high, one.hedged) for one in agency.figures]
    assert (200, 900, True) in ranges
    assert "Marioupol" in {one.span.text for one in agency.places if one.lat}


def check_the_dossier(folder: Path) -> None:
    """The Kremlin's denial is in the folder and in the one file; both say what the demo is."""
    pages = sorted((folder / "dossier").rglob("*.html"))
    assert len(pages) > 100
    assert len(list((folder / "dossier" / "captures").iterdir())) == 10
    whole = (folder / "dossier.html").read_text(encoding="utf-8")
    stories = [page.read_text(encoding="utf-8") for page in pages if page.parent.name == "stories"]
    assert any("Il n’y a pas d’assaut" in story for story in stories)
    assert "Il n’y a pas d’assaut" in whole
    for html in (whole, *stories):
        assert NOTE in html


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
    monkeypatch.setattr("recoupe.cli.demo._captures", lambda: iter([lost]))
    monkeypatch.setattr("typer.launch", opened.append)
    ran = recoupe("demo", "--open", "--output", str(tmp_path))
    assert (ran.status, ran.err) == (3, "recoupe: lost.txt: no words\n")
    assert opened == [(tmp_path / "dossier" / "index.html").as_uri()]
