"""WACZ: what was answered instead of pages is handed over, to the byte, and replayed."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from recoupe.capture.warc.writing import records_of, response_id
from recoupe.export.material import Choice, material
from recoupe.languages import pack
from recoupe.model import Declared, Draft, Failure, make_capture
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import AT, handed, written
from tests.export.web_archive.test_wacz import AT as WHEN
from tests.export.web_archive.test_wacz import URL, exchange
from tests.store.building import report

ELSEWHERE = "https://wire.example/two"
EMPTY = "https://paper.example/menu"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    """A report that is gone now, a page that was never there, and one that holds no report."""
    fetched, reading = report(URL, version="2")
    page = exchange(URL, 200, fetched.content, "Content-Type: text/plain; charset=utf-8")
    fetched = replace(fetched, records=records_of([page]), record=response_id(page))
    menu = exchange(EMPTY, 200, b"<p>Menu</p>", "Content-Type: text/html")
    empty = make_capture(
        b"<p>Menu</p>",
        source=EMPTY,
        media_type="text/html",
        captured_at=WHEN,
        declared=Declared(url=EMPTY),
        records=records_of([menu]),
        record=response_id(menu),
    )
    with new_casefile(str(tmp_path / "case"), author="Ana", name="Port-Clair") as casefile:
        casefile.add_report(fetched, reading, author="Ana")
        for url, status, body in ((URL, 410, b"Gone for good."), (ELSEWHERE, 451, b"By order.")):
            told = records_of([exchange(url, status, body, "Content-Type: text/html")])
            message = f"{url}: the server answers {status}"
            failed = Failure(url, None, "http_status", message, False, told)
            casefile.add_failure(failed, author="Ana")
        casefile.note_known([URL])  # settled: there is a copy
        missing = Failure(EMPTY, None, "no_article", f"{EMPTY}: holds no article", False)
        casefile.add_failure(missing, author="Ana", capture=empty)
        yield casefile


def answers(archive: bytes) -> list[tuple[str, str, bytes]]:
    """Return the answers in an archive: address, status, body; every digest is looked at."""
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        held = package.read("archive/data.warc.gz")
    return [
        (
            one.rec_headers.get("WARC-Target-URI"),
            one.http_headers.get_statuscode(),
            one.content_stream().read(),
        )
        for one in ArchiveIterator(io.BytesIO(held), check_digests="raise")
        if one.rec_type == "response"
    ]


def test_answers_that_brought_no_page_are_handed_over(case: Casefile, tmp_path: Path) -> None:
    archive = written("wacz", handed(case))
    _, *others = answers(archive)
    assert others == [
        (URL, "410", b"Gone for good."),
        (ELSEWHERE, "451", b"By order."),
        (EMPTY, "200", b"<p>Menu</p>"),
    ]
    path = tmp_path / "case.wacz"
    path.write_bytes(archive)
    command = [sys.executable, "-m", "wacz", "validate", "-f", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_they_are_in_the_index_and_no_pages(case: Casefile) -> None:
    with zipfile.ZipFile(io.BytesIO(written("wacz", handed(case)))) as package:
        archive = package.read("archive/data.warc.gz")
        index = package.read("indexes/index.cdx").decode().splitlines()
        pages = package.read("pages/pages.jsonl").splitlines()[1:]
    told = [json.loads(line.split(" ", 2)[2]) for line in index]
    assert sorted((one["url"], one["status"]) for one in told) == sorted(
        [(URL, "200"), (URL, "410"), (ELSEWHERE, "451"), (EMPTY, "200")]
    )
    for one in told:
        start = int(one["offset"])
        member = gzip.decompress(archive[start : start + int(one["length"])])
        assert f"HTTP/1.1 {one['status']} ".encode() in member
    assert [json.loads(page)["url"] for page in pages] == [URL]


def test_they_are_counted(case: Casefile) -> None:
    from recoupe.export.formats import FORMATS, Asked

    counts = FORMATS["wacz"].write(handed(case), Asked(pack("en")), io.BytesIO())
    both = 8  # the request is one record for both answers: asked for at one time, in the same words
    assert counts == {"records": both, "pages": 1, "left_out": 0, "failures": 3}


def test_of_chosen_reports_only_their_own_are_handed_over(case: Casefile) -> None:
    [kept] = case.readings()
    chosen = Choice(articles=frozenset({kept.reading.article.id}))
    archive = written("wacz", material(case, "dam", AT, language="en", choice=chosen))
    assert [one[:2] for one in answers(archive)] == [(URL, "200"), (URL, "410")]


def test_where_anything_is_masked_they_are_left_out(case: Casefile) -> None:
    [kept] = case.readings()
    entity = kept.reading.entities[0].id
    case.add_review(Draft("protect", "entity", entity, "Ana"))
    assert answers(written("wacz", handed(case))) == []
    assert len(answers(written("wacz", handed(case, protected=True)))) == 4
