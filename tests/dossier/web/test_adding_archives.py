"""A web archive added in the browser makes the casefile that ``recoupe add`` makes of it."""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.web.tasks import Outcome, Task
from recoupe.engine import LocalEngine
from recoupe.filing import Asked, begin_job, run_job
from recoupe.store import Casefile, new_casefile
from tests.capture.archives.making import Warc
from tests.capture.archives.test_packages import package
from tests.dossier.web.conftest import ADDRESS, token_of
from tests.dossier.web.test_adding import desk, ended
from tests.pictures import jpeg, photo
from tests.store.conftest import postgresql, postgresql_server, pytest_itemcollected
from tests.store.contents import contents

__all__ = ["postgresql", "postgresql_server", "pytest_itemcollected"]

ME = "Ana"
SITE = "https://paper.example"
PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<figure><img src="/{picture}" width="600"></figure>
<p>The mayor, Jo Lind, said on Tuesday that {count} people were injured at the dam.</p>
<p>A guard said that the wall broke at noon, when the road below was full of people.</p>
</article></body></html>"""
BEFORE, BEHIND, UNSHOWN = (jpeg(photo(number)) for number in (1, 4, 7))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casefile]:
    """An empty casefile that the browser adds to, once on each database."""
    on_server = request.param == "postgresql"
    place = request.getfixturevalue("postgresql") if on_server else str(tmp_path / "served")
    with new_casefile(place, author=ME) as made:
        yield made


def page(title: str, count: int, picture: str) -> bytes:
    return PAGE.format(title=title, count=count, picture=picture).encode()


def warc() -> bytes:
    """Return an archive of two pages and one met again, with pictures on both sides of them."""
    one = page("Twelve hurt at the dam", 12, "before.jpg")
    digest = base64.b32encode(hashlib.sha1(one, usedforsecurity=False).digest()).decode()
    again = {"Payload_Digest": f"sha1:{digest}", "Profile": "identical-payload-digest"}
    made = Warc().info().answer(f"{SITE}/before.jpg", BEFORE, "image/jpeg")
    made.answer(f"{SITE}/unshown.jpg", UNSHOWN, "image/jpeg").answer(f"{SITE}/one", one, asked=True)
    made.answer(f"{SITE}/two", page("Wall of the dam broke", 14, "moved.jpg"), asked=True)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    made.other("revisit", f"{SITE}/one?print", head, "application/http", **again)
    moved = {"Location": "/behind.jpg"}
    made.answer(f"{SITE}/moved.jpg", b"", status="301 Moved", http=moved, asked=True)
    return made.answer(f"{SITE}/behind.jpg", BEHIND, "image/jpeg").made


def archive(name: str) -> bytes:
    return package({"archive/a.warc.gz": warc()}) if name.endswith("wacz") else warc()


def sent(client: TestClient, name: str, content: bytes) -> None:
    token = token_of(client.get("/").text)
    answer = client.post(
        "/add", data={"form_token": token}, files={"file": (name, content)}, follow_redirects=False
    )
    assert answer.status_code == 303


def added(casefile: Casefile, name: str, content: bytes) -> Task:
    """Add a file in the browser; return what came of it."""
    client = TestClient(application(casefile, Settings(author=ME)), base_url=ADDRESS)
    sent(client, name, content)
    [task] = ended(desk(client).tasks.all)
    return task


def by_command(casefile: Casefile, name: str) -> None:
    """Add a file of the working folder as ``recoupe add`` does."""
    job = begin_job(casefile, [name], Asked(), author=ME)
    list(run_job(job, [name], casefile, LocalEngine(1), author=ME, today=date.today()))


def shown(casefile: Casefile) -> set[bytes]:
    """Return the bytes of all pictures that are kept with reports."""
    files = (file for one in casefile.reports() for _, file in casefile.media_of(one.article))
    return {casefile.media_file(file.sha256)[1] for file in files if file}


@pytest.mark.models
@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.wacz"])
def test_the_browser_makes_the_casefile_that_the_command_makes(
    served: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    content = archive(name)
    Path(name).write_bytes(content)
    with new_casefile(str(tmp_path / "case"), author=ME) as casefile:
        by_command(casefile, name)
        expected = contents(casefile)
        assert shown(casefile) == {BEFORE, BEHIND}
    task = added(served, name, content)
    assert [one.problem for one in task.outcomes] == [None, None, None]
    assert contents(served) == expected
    assert len(expected["reports"]) == 3
    assert not served.verify().problems


@pytest.mark.models
def test_what_was_added_without_its_pictures_has_them_when_it_is_added_again(
    served: Casefile,
) -> None:
    alone = Warc().answer(f"{SITE}/one", page("Twelve hurt at the dam", 12, "before.jpg")).made
    added(served, "crawl.warc.gz", alone)
    assert shown(served) == set()
    added(served, "crawl.warc.gz", warc())
    assert shown(served) == {BEFORE, BEHIND}


@pytest.mark.models
def test_an_archive_larger_than_a_report_may_be_is_read_to_its_end(
    served: Casefile, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, most = warc(), max(map(len, (BEFORE, BEHIND, UNSHOWN))) + 1000
    assert len(content) > most
    monkeypatch.setenv("RECOUPE_MAX_BYTES", str(most))
    task = added(served, "crawl.warc.gz", content)
    assert [one.problem for one in task.outcomes] == [None, None, None]
    assert shown(served) == {BEFORE, BEHIND}


def test_a_text_larger_than_a_report_may_be_is_refused(
    served: Casefile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_MAX_BYTES", "5000")
    [outcome] = added(served, "dam.txt", b"The dam held. " * 500).outcomes
    assert "RECOUPE_MAX_BYTES" in (outcome.problem or "")


def test_nothing_is_left_of_files_that_were_sent(
    served: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    added(served, "dam.txt", b"")
    assert list(aside.iterdir()) == []
    client = TestClient(application(served, Settings(author=ME)), base_url=ADDRESS)
    tasks, go_on = desk(client).tasks, Event()
    tasks.begin("check", "", lambda: () if go_on.wait(10) else (Outcome("late"),))
    sent(client, "dam.txt", b"The dam held.")
    assert len(list(aside.iterdir())) == 1
    monkeypatch.setattr("recoupe.dossier.web.adding.file_inputs", broken)
    go_on.set()
    assert {task.state for task in ended(tasks.all)} == {"done", "failed"}
    assert list(aside.iterdir()) == []


def broken(*_: object, **__: object) -> Iterator[None]:
    raise RuntimeError("on purpose")
