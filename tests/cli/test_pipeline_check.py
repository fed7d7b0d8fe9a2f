"""``recoupe pipeline check``: chosen readings to files of stories and findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from recoupe.engine import LocalEngine
from recoupe.export import crosscheck_document
from recoupe.flow import check_readings
from tests.capture.archives.making import Warc
from tests.cli.conftest import Ran
from tests.pipeline.laying import lay, row_of
from tests.store.building import report

Recoupe = Callable[..., Ran]
TOLD = [
    report(f"https://{name}.example/shelling", killed=killed, version="2")
    for name, killed in (("one", 12), ("two", 12), ("three", 17))
]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    rows = [row_of(reading, "crawl.warc.gz", number) for number, (_, reading) in enumerate(TOLD)]
    return lay(tmp_path / "to", {"file=a/part-00000.parquet": rows}).address


def read(folder: str, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(
        f"{folder}/crosscheck/{name}.parquet"
    ).to_pylist()
    return found


def test_it_writes_what_checking_the_same_reports_finds(recoupe: Recoupe, folder: str) -> None:
    found, _ = check_readings([reading for _, reading in TOLD], LocalEngine())
    expected = json.loads(json.dumps(crosscheck_document(found, "en")))
    ran = recoupe("pipeline", "check", folder)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        f"3 reports, 1 story, {len(expected['lineage'])} derivations, "
        f"{len(expected['findings'])} findings, 0 failed: in {folder}/crosscheck\n"
    )
    for name in ("reports", "stories", "lineage", "findings"):
        assert read(folder, name) == expected[name]
    assert read(folder, "failures") == []


def test_a_condition_chooses_and_the_files_say_it(recoupe: Recoupe, folder: str) -> None:
    words = ("pipeline", "check", folder, "--where", "record > 0", "--language", "fr")
    ran = recoupe(*words)
    assert ran.status == 0
    assert len(read(folder, "reports")) == 2
    told = pq.read_metadata(f"{folder}/crosscheck/findings.parquet").metadata
    assert told[b"where"] == b"record > 0"


def test_what_fails_is_told_and_written(recoupe: Recoupe, tmp_path: Path) -> None:
    rows = [row_of(reading, "a.warc.gz", number) for number, (_, reading) in enumerate(TOLD)]
    rows[2]["article"]["text"] += "!"
    folder = lay(tmp_path / "to", {"file=a/part-00000.parquet": rows}).address
    ran = recoupe("pipeline", "check", folder)
    assert ran.status == 3
    assert "recoupe: a.warc.gz#2: " in ran.err
    assert "2 reports, 1 story" in ran.out
    assert [one["input"] for one in read(folder, "failures")] == ["a.warc.gz#2"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--where", "nobody = 1"], "--where: cannot be asked of the readings"),
        (["--language", "xx"], "no language pack for 'xx'"),
        (["--address", "head:6379"], "add --engine ray"),
    ],
)
def test_what_cannot_be_is_refused(
    recoupe: Recoupe, folder: str, words: list[str], told: str
) -> None:
    ran = recoupe("pipeline", "check", folder, *words)
    assert ran.status == 2
    assert told in ran.err
    assert not Path(folder, "crosscheck").exists()


@pytest.mark.models
@pytest.mark.process
def test_from_archives_to_findings_it_is_what_recoupe_check_finds(
    recoupe: Recoupe, tmp_path: Path
) -> None:
    """Two archives through the pipeline, and the same two read and checked in one go."""
    for name, tolls in (("a.warc.gz", (12, 12)), ("b.warc.gz", (17,))):
        made = Warc().info()
        for number, toll in enumerate(tolls):
            made.answer(f"https://{name[0]}{number}.example/port", page(toll), asked=True)
        (tmp_path / name).write_bytes(made.made)
    archives = [str(tmp_path / name) for name in ("a.warc.gz", "b.warc.gz")]
    to = str(tmp_path / "to")
    assert recoupe("pipeline", *archives, "--to", to, "--mode", "fast").status == 0
    assert recoupe("pipeline", "check", to, "--language", "en").status == 0
    ran = recoupe("check", *archives, "--mode", "fast", "--format", "json", "--language", "en")
    expected = json.loads(ran.out)
    assert len(expected["stories"]) == 1
    assert expected["findings"]
    for name in ("reports", "stories", "lineage", "findings"):
        assert read(to, name) == expected[name]


def page(toll: int) -> bytes:
    """Return the page of a report of one incident, with this toll."""
    return f"""<!doctype html><html lang="en"><head><title>Market of Port-Clair hit by shell</title>
    <meta property="article:published_time" content="2022-05-05T08:00:00Z"></head>
    <body><article><h1>Market of Port-Clair hit by shell</h1>
    <p>A shell hit the market hall of Port-Clair on Wednesday. {toll} people were killed, mayor
    Anna Berzina said. Traders had left their wooden stalls an hour before, it was cold.</p>
    <p>"Nobody fired there," said the ministry in Riga on Thursday. The mayor said that {toll}
    people were killed in the market hall and that the bridge was closed.</p>
    </article></body></html>""".encode()
