"""A dossier in a folder: whole, closed, and nothing in it but what was asked for."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from recoupe.dossier.files import Handed, write_dossier
from recoupe.errors import StoreError, UsageError
from recoupe.export import json_schema
from recoupe.model import Draft
from recoupe.store import Casefile, open_casefile
from tests.dossier.files.linked import addresses, dead_links, tree
from tests.dossier.storied import HOSTILE, STORY
from tests.dossier.worlds import strike


def test_every_link_leads_to_a_page_and_a_place_on_it(folder: Path) -> None:
    assert dead_links(folder) == []


def test_every_page_is_reached_from_the_first(folder: Path) -> None:
    waiting, met = [folder / "index.html"], {folder / "index.html"}
    while waiting:
        here = waiting.pop()
        for address in addresses(tree(here)):
            there = (here.parent / address.partition("#")[0]).resolve()
            if there.suffix == ".html" and there.is_file() and there not in met:
                met.add(there)
                waiting.append(there)
    assert met == set(folder.rglob("*.html"))


def test_no_page_has_a_form_a_search_or_anything_inline(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        page = tree(path)
        assert page.xpath("//form | //input | //button | //style | //@style | //@onclick") == []
        assert [one.text for one in page.xpath("//script") if one.text] == []
        [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "unsafe" not in policy
        assert HOSTILE not in path.read_text(encoding="utf-8")


def test_a_text_in_parts_is_linked_from_one_to_the_next(folder: Path) -> None:
    parts = sorted(folder.glob("reports/*-2.html"))
    assert len(parts) == 1
    assert tree(parts[0]).xpath("//a[@rel='prev']/@href")


def test_words_that_are_linked_have_an_anchor(folder: Path) -> None:
    linked = {
        address.partition("#")[2]
        for path in folder.glob("statements/*/*.html")
        for address in addresses(tree(path))
        if "#words-" in address
    }
    assert linked
    marks = [
        mark
        for path in folder.glob("reports/*.html")
        for mark in tree(path).xpath("//span[starts-with(@id, 'words-')]")
    ]
    assert linked <= {mark.get("id") for mark in marks}
    assert all(mark.text_content().strip() for mark in marks)


def test_the_hashes_are_of_all_files(folder: Path) -> None:
    rows = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    named = {name: hash_ for hash_, name in (row.split("  ", 1) for row in rows)}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there - set(named) == {"SHA256SUMS", ".recoupe-folder"}
    for name, hash_ in named.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == hash_


def test_the_data_beside_the_pages_is_by_its_contract(folder: Path) -> None:
    data = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, json_schema("crosscheck"))
    assert [story["id"] for story in data["stories"]] == [STORY]
    assert len(data["findings"]) > 10


def test_captured_bytes_are_there_as_text_if_asked_for(case: Casefile, folder: Path) -> None:
    kept = sorted((folder / "captures").iterdir())
    assert len(kept) == 4  # two papers print the same words
    for path in kept:
        assert path.suffix == ".txt"
        assert case.capture(path.name.partition(".")[0]).content == path.read_bytes()


def test_without_them_no_link_leads_to_bytes_and_stale_files_go(
    case: Casefile, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "again"
    shutil.copytree(folder, path)
    (path / "notes.txt").write_text("mine", encoding="utf-8")
    with (path / ".recoupe-folder").open("a", encoding="utf-8") as marker:
        marker.write("notes.txt\n../mine\n")
    write_dossier(case, path, Handed(story=STORY))
    assert (path / "notes.txt").exists()
    assert not (path / "captures").exists()
    assert not list(path.glob("reports/*-2.html"))
    assert dead_links(path) == []
    page = next(path.glob("reports/*.html")).read_text(encoding="utf-8")
    assert "captures/" not in page
    assert "SHA-256" in page


def test_a_folder_that_holds_anything_else_is_refused(case: Casefile, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(UsageError, match="did not write; give a new folder"):
        write_dossier(case, tmp_path, Handed())
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_one_story_has_nothing_of_the_rest(case: Casefile, tmp_path: Path) -> None:
    write_dossier(case, tmp_path / "one", Handed("fr", story=STORY))
    assert dead_links(tmp_path / "one") == []
    for path in (tmp_path / "one").rglob("*.*"):
        assert "A long sitting" not in path.read_text(encoding="utf-8")
    first = (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
    assert "On y trouve une seule affaire" in first


def test_there_must_be_such_a_story(case: Casefile, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        write_dossier(case, tmp_path / "none", Handed(story="story-none"))
    assert not (tmp_path / "none").exists()


def test_versions_copies_and_changes_of_stance_are_reached(tmp_path: Path) -> None:
    with strike(tmp_path) as made:
        write_dossier(made, tmp_path / "out", Handed())
    assert dead_links(tmp_path / "out") == []
    assert len(list((tmp_path / "out" / "reports").iterdir())) == 5


def test_whoever_is_protected_is_in_no_file_unless_that_is_asked_for(tmp_path: Path) -> None:
    strike(tmp_path).close()
    with open_casefile(str(tmp_path / "case")) as made:
        reading = next(iter(made.readings())).reading
        woman = next(one for one in reading.entities if "Berzina" in one.name)
        party = made.parties_of(reading.article.id)[woman.id]
        made.add_review(Draft("protect", "party", party, author="Ana"))
        masked = write_dossier(made, tmp_path / "masked", Handed(captures=True)).masked
        write_dossier(made, tmp_path / "open", Handed(protected=True))
        write_dossier(made, tmp_path / "masked.html", Handed())
    assert masked.parties == 1
    assert dead_links(tmp_path / "masked") == []
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in [*(tmp_path / "masked").rglob("*.*"), tmp_path / "masked.html"]
        if path.is_file()
    }
    assert [path for path, text in texts.items() if "berzina" in text.casefold()] == []
    assert [path for path, text in texts.items() if party in text or party[6:] in str(path)] == []
    assert "To protect people" in texts[tmp_path / "masked" / "index.html"]
    shown = (tmp_path / "open" / "index.html").read_text(encoding="utf-8")
    assert "do not pass it on" in shown
