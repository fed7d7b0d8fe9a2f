"""Archives and folders that are not on this machine: in memory, in S3, behind HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from zipfile import ZipFile

import fsspec
import pytest

from recoupe.pipeline.folder import Folder
from tests.capture.archives.making import crawl
from tests.pipeline.readers import apart, archives, failures, options, rows, went

BUCKET = "s3://crawls"


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An S3 of our own, empty but for a bucket."""
    server_of = pytest.importorskip("moto.server").ThreadedMotoServer
    s3fs = pytest.importorskip("s3fs")
    server = server_of(port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}"),
        ("AWS_ACCESS_KEY_ID", "own"),
        ("AWS_SECRET_ACCESS_KEY", "own"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    system = fsspec.filesystem("s3")
    system.mkdir(BUCKET)
    yield system
    system.rm(BUCKET, recursive=True)  # servers of one process have the same buckets
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def renamed(found: list[tuple[str, list[dict[str, Any]]]], here: Path) -> list[Any]:
    """Return rows without what tells a folder of this machine from one elsewhere."""
    return [
        [(Path(row["archive"]).name, row["record"], row["offset"], row["sha256"]) for row in part]
        for _, part in found
    ]


def test_what_is_in_memory_is_read_as_files_are(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    given = archives(tmp_path)
    for path in given:
        system.put_file(str(path), f"/crawls/{path.name}")
    summary = went(["memory://crawls"], "memory://out/run")
    here = went(given, tmp_path / "out")
    assert summary == here
    assert renamed(rows("memory://out/run"), tmp_path) == renamed(rows(tmp_path / "out"), tmp_path)
    again = went(["memory://crawls"], "memory://out/run")
    assert (again.made, again.before) == (0, here.slices)
    for folder in ("/crawls", "/out"):
        system.rm(folder, recursive=True)


@pytest.mark.process
def test_a_bucket_is_read_into_a_bucket_by_processes(s3: Any, tmp_path: Path) -> None:
    given = archives(tmp_path)
    with ZipFile(tmp_path / "c.wacz", "w") as package:
        package.writestr("archive/c.warc.gz", crawl(2))
    given.append(tmp_path / "c.wacz")
    for path in given:
        s3.put_file(str(path), f"{BUCKET}/in/{path.name}")
    summary = went([f"{BUCKET}/in/"], f"{BUCKET}/out", apart(2))
    here = went(given, tmp_path / "out")
    assert summary == here
    assert summary.whole
    found = rows(f"{BUCKET}/out")
    assert renamed(found, tmp_path) == renamed(rows(tmp_path / "out"), tmp_path)
    assert found[0][1][0]["archive"] == "s3://crawls/in/a.warc.gz"
    assert [name for name in Folder(f"{BUCKET}/out").names() if "unfinished" in name] == []
    s3.pipe_file(f"{BUCKET}/in/a.warc.gz", crawl(3))
    altered = went([f"{BUCKET}/in/*.gz", f"{BUCKET}/in/none.warc"], f"{BUCKET}/out")
    assert (altered.made, altered.tally.readings) == (3, 3)
    assert [one.kind for one in altered.failed] == ["missing_input"]
    assert [row["archive"] for row in failures(f"{BUCKET}/out")] == [f"{BUCKET}/in/none.warc"]


class _Ranged(SimpleHTTPRequestHandler):
    """Serves files, and parts of them."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        content = Path(self.translate_path(self.path)).read_bytes()
        asked = self.headers.get("Range")
        first, _, last = (asked or "bytes=0-").removeprefix("bytes=").partition("-")
        part = content[int(first) : int(last) + 1 if last else None]
        self.send_response(206 if asked else 200)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(part)))
        if asked:
            ends = int(first) + len(part) - 1
            self.send_header("Content-Range", f"bytes {first}-{ends}/{len(content)}")
        self.end_headers()
        self.wfile.write(part)


def test_archives_behind_http_are_read_by_ranges(tmp_path: Path) -> None:
    pytest.importorskip("aiohttp")
    given = archives(tmp_path / "in")
    handler = partial(_Ranged, directory=str(tmp_path / "in"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        inputs = [f"{base}/{path.name}" for path in given]
        summary = went(inputs, tmp_path / "out", options=options(size=8000))
        server.shutdown()
    assert summary.whole
    assert summary.slices > 4
    here = went(given, tmp_path / "here", options=options(size=8000))
    assert summary == here
    assert renamed(rows(tmp_path / "out"), tmp_path) == renamed(rows(tmp_path / "here"), tmp_path)
