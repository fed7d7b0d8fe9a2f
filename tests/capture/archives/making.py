"""Web archives of our own words, made with warcio as crawlers make them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from recoupe.capture.archives import Account, Accounts, ArchiveKind, archive_captures
from recoupe.capture.limits import Limits
from recoupe.model import Capture, Declared, Failure

HTML = "text/html; charset=utf-8"


def page(number: int, *, paragraphs: int = 6) -> bytes:
    """Return the page of one report, different from those of other numbers."""
    told = "".join(
        f"<p>The harbour office of pier {number} said on Monday that {boats} boats had been lost "
        "in the storm, and that the search would go on until dark.</p>"
        for boats in range(2, paragraphs + 2)
    )
    return (
        f"<!doctype html><html lang=en><head><title>Storm at pier {number}</title></head><body>"
        f"<article><h1>Storm at pier {number}</h1>{told}</article></body></html>"
    ).encode()


class _Writer(WARCWriter):  # type: ignore[misc]
    """warcio's writer, without the files that it leaves open."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


@dataclass
class Warc:
    """A WARC in the making; ``made`` is what came of it."""

    packed: bool = True
    version: str = "WARC/1.0"
    _out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.writer = _Writer(self._out, gzip=self.packed, warc_version=self.version)

    @property
    def made(self) -> bytes:
        return self._out.getvalue()

    def info(self) -> Warc:
        self.writer.write_record(self.writer.create_warcinfo_record("own.warc.gz", {"by": "us"}))
        return self

    def answer(
        self,
        url: str,
        body: bytes,
        media_type: str = HTML,
        *,
        status: str = "200 OK",
        http: dict[str, str] | None = None,
        warc: dict[str, str] | None = None,
        asked: bool = False,
    ) -> Warc:
        """Add a response, and its request behind it if ``asked``."""
        fields = {"Content-Type": media_type, **(http or {})}
        record = self.writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, list(fields.items()), protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2022-05-05T10:00:00Z", **(warc or {})},
        )
        if asked:
            self.writer.write_request_response_pair(self._request(url), record)
        else:
            self.writer.write_record(record)
        return self

    def _request(self, url: str) -> ArcWarcRecord:
        asking = StatusAndHeaders(
            "GET / HTTP/1.1", [("Host", "paper.example")], is_http_request=True
        )
        return self.writer.create_warc_record(url, "request", http_headers=asking)

    def other(self, type_: str, url: str, body: bytes, media_type: str, **warc: str) -> Warc:
        """Add a record of another type, with more fields of its head."""
        named = {f"WARC-{name.replace('_', '-')}": value for name, value in warc.items()}
        self.writer.write_record(
            self.writer.create_warc_record(
                url,
                type_,
                payload=io.BytesIO(body),
                length=len(body),
                warc_content_type=media_type,
                warc_headers_dict={"WARC-Date": "2022-05-06T10:00:00Z", **named},
            )
        )
        return self


def crawl(pages: int, *, packed: bool = True) -> bytes:
    """Return an archive as crawlers leave it: pages with their requests, a picture behind each."""
    made = Warc(packed).info()
    for number in range(pages):
        address = f"http://paper.example/{number}"
        made.answer(address, page(number), asked=True)
        made.answer(f"{address}.png", b"\x89PNG" + bytes(range(256)) * 8, "image/png")
    return made.made


def raw(head: str, block: bytes, *, length: int | None = None) -> bytes:
    """Return a record with exactly this head and block."""
    size = len(block) if length is None else length
    lines = "\r\n".join((head, f"Content-Length: {size}", "", ""))
    return lines.encode() + block + b"\r\n\r\n"


def chunked(content: bytes, size: int = 1000) -> Iterator[bytes]:
    """Yield bytes as they might come through a pipe."""
    for at in range(0, len(content), size):
        yield content[at : at + size]


def read(
    archive: bytes, kind: ArchiveKind, *, limits: Limits | None = None, size: int = 1000
) -> tuple[list[Capture], list[Failure], Account]:
    """Return what comes of an archive that is piped in: captures, failures and the account."""
    accounts = Accounts()
    found = list(
        archive_captures(
            chunked(archive, size),
            "own",
            kind,
            path=None,
            declared=Declared(),
            limits=limits or Limits(),
            accounts=accounts,
        )
    )
    captures = [one for one in found if isinstance(one, Capture)]
    failures = [one for one in found if isinstance(one, Failure)]
    return captures, failures, accounts.of["own"]


def unpacked(capture: Capture) -> list[bytes]:
    """Return the bytes of each record that a capture keeps."""
    return [gzip.decompress(record.content) for record in capture.records]
