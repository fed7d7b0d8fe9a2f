"""A folder of results: whole files, nobody else's touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.dossier import PageFolder
from recoupe.errors import UsageError
from recoupe.export import line
from recoupe.model import Capture, Failure, Reading
from tests.dossier.conftest import Sketch

LOST = Failure("bad <b>.txt", None, "empty_input", "bad <b>.txt: no words", retryable=False)


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()} - {
        ".recoupe-folder"
    }


def test_it_holds_pages_documents_captures_and_an_index(
    tmp_path: Path, flood: Reading, capture: Capture
) -> None:
    folder = tmp_path / "new" / "results"
    pages = PageFolder(folder, line=line)
    pages.add(None, LOST)
    pages.add(capture, flood)
    said = pages.finish()
    kept = f"captures/{capture.sha256}.html.txt"
    assert names(folder) == {
        "002-la-digue-de-valmont-a-cede-dit-la-mairie.html",
        kept,
        "index.html",
        "readings.jsonl",
    }
    assert said == f"1 read, 1 not read: open {folder / 'index.html'}"
    assert (folder / kept).read_bytes() == capture.content
    rows = (folder / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["schema"] for row in rows] == [
        "recoupe.failure/1",
        "recoupe.reading/1",
    ]
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert (
        index.index("bad &lt;b&gt;.txt")
        < index.index("no words")
        < index.index("002-la-digue-de-valmont-a-cede-dit-la-mairie.html")
    )
    page = (folder / "002-la-digue-de-valmont-a-cede-dit-la-mairie.html").read_text(
        encoding="utf-8"
    )
    assert f'href="{kept}"' in page


def test_nothing_unfinished_has_a_final_name(tmp_path: Path, flood: Reading) -> None:
    pages = PageFolder(tmp_path, line=line)
    pages.add(None, flood)
    assert names(tmp_path) == {
        "001-la-digue-de-valmont-a-cede-dit-la-mairie.html",
        "readings.jsonl.part",
    }


def test_a_second_run_replaces_its_pages_and_keeps_captures_and_strangers(
    tmp_path: Path, flood: Reading, capture: Capture, sketch: Callable[..., Sketch]
) -> None:
    first = PageFolder(tmp_path, line=line)
    first.add(capture, flood)
    first.add(capture, flood)
    first.finish()
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    second = PageFolder(tmp_path, line=line)
    second.add(None, sketch("Calme.", "fr").reading())
    second.finish()
    assert names(tmp_path) == {
        "001-test-txt.html",
        f"captures/{capture.sha256}.html.txt",
        "index.html",
        "notes.txt",
        "readings.jsonl",
    }


def test_pages_of_a_run_that_died_are_known_to_the_next(tmp_path: Path, flood: Reading) -> None:
    PageFolder(tmp_path, line=line).add(None, flood)
    said = PageFolder(tmp_path, line=line).finish()
    assert said.startswith("0 read: ")
    assert names(tmp_path) == {"index.html", "readings.jsonl"}


def test_a_folder_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(UsageError, match="did not write; give a new folder"):
        PageFolder(tmp_path, line=line)
    assert names(tmp_path) == {"thesis.doc"}


def test_a_marker_that_was_edited_makes_nothing_else_go(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    PageFolder(folder, line=line).finish()
    (tmp_path / "001-mine.html").write_text("mine", encoding="utf-8")
    with (folder / ".recoupe-folder").open("a", encoding="utf-8") as marker:
        marker.write("../001-mine.html\nreadings.jsonl\n\x00\n")
    PageFolder(folder, line=line).finish()
    assert (tmp_path / "001-mine.html").exists()


def test_what_cannot_be_written_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="file: cannot write"):
        PageFolder(tmp_path / "file", line=line)


def test_titles_in_any_script_make_file_names(
    tmp_path: Path, sketch: Callable[..., Sketch]
) -> None:
    from dataclasses import replace

    pages = PageFolder(tmp_path, line=line)
    for title in ("Київ: «Азовсталь»", "../../etc/passwd", "👩‍🚒", "é" * 9000, "\x00\ud800"):
        drawn = sketch("Calme.", "fr")
        drawn.article = replace(drawn.article, title=title)
        pages.add(None, drawn.reading())
    pages.finish()
    made = sorted(name for name in names(tmp_path) if name[0].isdigit())
    assert made[0] == "001-kiiv-azovstal.html"
    assert made[1] == "002-etc-passwd.html"
    assert len(made) == 5
    assert all(len(name) < 80 for name in made)


def test_the_index_tells_of_an_update(tmp_path: Path, flood: Reading) -> None:
    pages = PageFolder(tmp_path / "pages", line=line)
    pages.add(None, replace(flood, article=replace(flood.article, modified="2024-03-07")))
    pages.finish()
    assert "Mis à jour 7 mars 2024" in (tmp_path / "pages" / "index.html").read_text("utf-8")
