"""The hostile cases, one a row: what the server does, and what must come of it."""

# ruff: noqa: E501 - a row is a line where it can be

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count
from typing import Final

from recoupe.capture import Limits
from tests.capture.hostile.answers import (
    ACCENTS,
    HTML,
    WORDS,
    alternately,
    chunked,
    head,
    html,
    raw,
    sent,
    to,
)
from tests.capture.hostile.server import Script, Talk

LIMITS: Final = Limits(max_bytes=300_000, max_redirects=3, max_seconds=20.0, pause=0, max_pause=2)
HASTY: Final = Limits(max_bytes=300_000, max_redirects=3, max_seconds=1.5, pause=0, max_pause=2)
"""For servers that would keep us for ever."""

FILE: Final = "give the file"
"""The remedy where a browser may do better."""
LATER: Final = "try again"
BYTES: Final = "RECOUPE_MAX_BYTES"
SECONDS: Final = "RECOUPE_MAX_SECONDS"


@dataclass(frozen=True)
class Case:
    """One row.

    ``outcome`` is the kind of failure, or ``None`` where there must be a capture; ``words`` are in
    its message, in this order, or in the page (in its text where ``read``). ``answers`` is how many
    answers are kept, whatever comes. ``others`` are further places of the server; ``at``
    is what is asked for, ``{port}`` being the server's and ``{closed}`` one where nobody listens.
    """

    name: str
    answer: Script
    outcome: str | None
    words: tuple[str, ...]
    answers: int = 1
    limits: Limits = LIMITS
    others: dict[str, Script] = field(default_factory=dict)
    at: str = "http://{name}.test:{port}/page"
    secured: bool = False
    read: bool = False


def _page(name: str, answer: Script, words: str = WORDS, **more: object) -> Case:
    return Case(name, answer, None, (words,), **more)  # type: ignore[arg-type]


def _read(name: str, body: bytes, *fields: str) -> Case:
    """Return a case of which the text matters, not only the bytes."""
    return Case(name, sent(body, *fields), None, (ACCENTS,), read=True)


def _fails(name: str, answer: Script, outcome: str, *words: str, **more: object) -> Case:
    return Case(name, answer, outcome, words, **more)  # type: ignore[arg-type]


def _robots(name: str, robots: Script, outcome: str | None, *words: str, **more: object) -> Case:
    """Return a case of a host whose robots.txt is the trouble; the page itself is good."""
    others = {f"{name}.test/robots.txt": robots}
    answers = 1 if outcome is None else 0
    return Case(name, sent(), outcome, words, answers, others=others, **more)  # type: ignore[arg-type]


def _then(*steps: Callable[[Talk], object]) -> Script:
    def script(talk: Talk) -> None:
        for step in steps:
            step(talk)

    return script


def _cut(talk: Talk) -> None:
    talk.cut = True


def _counting(talk: Talk) -> None:
    """Send what no page held before."""
    talk.send(str(next(_COUNT)).encode())


_COUNT: Final = count()


def _in(seconds: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


BOMB: Final = gzip.compress(b"<p>" + b"a" * 3_000_000)
OPEN: Final = head("200 OK", "Content-Type: text/html")
"""A head that says no length: the body ends with the connection."""
CHUNKS: Final = head("200 OK", "Transfer-Encoding: chunked")

REDIRECTS: Final = (
    _fails("to-itself", to("/page"), "redirect", "in a circle", FILE),
    _fails(
        "in-a-circle", to("/b"), "redirect", "in a circle", FILE,
        answers=2, others={"in-a-circle.test/b": to("/page")},
    ),
    _fails(
        "too-many", to("/1"), "redirect",
        "more than 3 times", "RECOUPE_MAX_REDIRECTS",
        answers=4, others={"/1": to("/2"), "/2": to("/3"), "/3": to("/4")},
    ),
    _page(
        "just-as-many", to("/i"), answers=4,
        others={"/i": to("/ii"), "/ii": to("/iii"), "/iii": sent()},
    ),
    _fails("to-a-private-host", to("http://10.0.0.1/"), "forbidden_address", "10.0.0.1", "not a public"),
    _fails("to-metadata", to("http://169.254.169.254/latest/"), "forbidden_address", "not a public"),
    _fails("to-a-name-inside", to("http://inside.test:{port}/"), "forbidden_address", "inside.test is at 10."),
    _fails("to-loopback-in-v6", to("http://[::1]:{port}/"), "forbidden_address", "::1", "not a public"),
    _fails("to-mapped-v4", to("http://[::ffff:10.0.0.1]/"), "forbidden_address", "not a public"),
    _fails("to-a-number", to("http://0x0a000001/"), "forbidden_address", "not a public"),
    _fails("to-a-file", to("file:///etc/passwd"), "forbidden_address", "file: is not fetched"),
    _fails("to-data", to("data:text/html,<p>no"), "forbidden_address", "data: is not fetched"),
    _fails("to-a-script", to("javascript:alert(1)"), "forbidden_address", "javascript: is not"),
    _fails("to-gopher", to("gopher://example.test/"), "forbidden_address", "gopher: is not fetched"),
    _fails("with-a-password", to("http://a:b@example.test/"), "forbidden_address", "password"),
    _fails("to-a-mail-server", to("http://example.test:25/"), "forbidden_address", "port 25"),
    _fails("to-nonsense", to("http://[nonsense"), "redirect", "no address", FILE),
    _fails("to-nowhere", sent(b"", status="302 Found"), "http_status", "answers 302", FILE),
    _fails("many-ways", sent(b"", status="300 Multiple Choices"), "http_status", "answers 300"),
    _page("in-latin-1", raw(b"HTTP/1.1 302 Found\r\nLocation: /\xe9t\xe9\r\n\r\n"), answers=2, others={"/%C3%A9t%C3%A9": sent()}),
    _page("in-utf-8", to("/été"), answers=2, others={"/%C3%A9t%C3%A9": sent()}),
    _page("to-a-part", to("/whole#part"), answers=2, others={"/whole": sent()}),
    _page(
        "endless-on-the-way",
        _then(raw(head("302 Found", "Location: /there")), lambda talk: talk.flood(b"x" * 999)),
        answers=2, others={"/there": sent()},
    ),
)  # fmt: skip

NAMES: Final = (
    _fails("inside", sent(), "forbidden_address", "inside.test is at 10.", "--allow-private", answers=0),
    _fails("half-inside", sent(), "forbidden_address", "10.1.2.3", answers=0),
    _fails("rebound", to("/again"), "forbidden_address", "rebound.test is at 10."),
    _fails("unknown", sent(), "unreachable", "not known", answers=0),
    _fails("dead", sent(), "unreachable", "could not be reached", LATER, answers=0, at="http://dead.test:{closed}/"),
)  # fmt: skip

SLOW: Final = (
    _fails("silent", Talk.be_silent, "unreachable", "1.5 seconds", SECONDS, limits=HASTY, answers=0),
    _fails(
        "silent-after-its-head", _then(raw(OPEN), Talk.be_silent), "unreachable",
        "1.5 seconds", SECONDS, limits=HASTY,
    ),
    _fails(
        "drips-its-head", _then(raw(b"HTTP/1.1 200 OK\r\n"), lambda talk: talk.drip(b"A: b\r\n")),
        "unreachable", "1.5 seconds", limits=HASTY, answers=0,
    ),
    _fails(
        "drips-its-body", _then(raw(OPEN), lambda talk: talk.drip(b"<p>")), "unreachable",
        "1.5 seconds", limits=HASTY,
    ),
    _fails(
        "drips-chunks", _then(raw(CHUNKS), lambda talk: talk.drip(b"1\r\na\r\n")), "unreachable",
        "1.5 seconds", limits=HASTY,
    ),
    _fails(
        "announces-for-ever", lambda talk: talk.drip(b"HTTP/1.1 100 Continue\r\n\r\n"),
        "unreachable", "1.5 seconds", limits=HASTY, answers=0,
    ),
    _robots(
        "slow-rules", _then(raw(OPEN), Talk.be_silent), "unreachable",
        "1.5 seconds", limits=HASTY,
    ),
)  # fmt: skip

SIZES: Final = (
    _fails("endless", _then(raw(OPEN), lambda talk: talk.flood(b"a" * 999)), "too_large", BYTES),
    _fails(
        "ten-gigabytes", _then(raw(head("200 OK", "Content-Length: 10000000000")), Talk.be_silent),
        "too_large", "more than 300,000 bytes", BYTES,
    ),
    _fails("a-bomb", sent(BOMB, "Content-Encoding: gzip"), "too_large", "once unpacked", BYTES),
    _fails(
        "a-bomb-in-a-bomb", sent(gzip.compress(gzip.compress(BOMB)), "Content-Encoding: gzip, gzip, gzip"),
        "too_large", "once unpacked", BYTES,
    ),
    _fails(
        "endless-announcements", lambda talk: talk.flood(b"HTTP/1.1 103 Early\r\nA: b\r\n\r\n", 200_000),
        "fetch", "announces an answer for ever", FILE, answers=0,
    ),
    _fails(
        "endless-heads", _then(raw(b"HTTP/1.1 200 OK\r\n"), lambda talk: talk.flood(b"A: b\r\n")),
        "fetch", "does not speak HTTP", FILE, answers=0,
    ),
    _fails("one-huge-field", raw(head("200 OK", "A: " + "b" * 200_000)), "fetch", "speak HTTP", answers=0),
    _fails(
        "endless-chunk-frames", _then(raw(CHUNKS), lambda talk: talk.flood(b"1;" + b"x" * 9_000 + b"\r\na\r\n")),
        "too_large", BYTES,
    ),
    _page("a-million-links", sent(HTML + b"<a href=/>x</a>" * 15_000)),
    _page("declared-too-short", raw(head("200 OK", "Content-Length: 40"), HTML), WORDS[:20]),
    _page("declared-shorter", raw(head("200 OK", f"Content-Length: {len(HTML)}"), HTML + b"more")),
    _fails("declared-too-long", raw(head("200 OK", "Content-Length: 9999"), HTML), "unreachable", "broke", LATER),
    _fails("declared-below-zero", raw(head("200 OK", "Content-Length: -5"), HTML), "fetch", "speak HTTP"),
    _fails("declared-in-words", raw(head("200 OK", "Content-Length: ten"), HTML), "fetch", "speak HTTP"),
    _fails(
        "declared-twice", raw(head("200 OK", "Content-Length: 5", "Content-Length: 6"), HTML),
        "fetch", "speak HTTP",
    ),
)  # fmt: skip

CODINGS: Final = (
    _page("gzip", sent(gzip.compress(HTML), "Content-Encoding: gzip")),
    _page("gzip-in-members", sent(gzip.compress(HTML[:9]) + gzip.compress(HTML[9:]), "Content-Encoding: GZip")),
    _page("gzip-and-rubbish", sent(gzip.compress(HTML) + b"rubbish", "Content-Encoding: gzip")),
    _page("gzip-twice", sent(gzip.compress(gzip.compress(HTML)), "Content-Encoding: gzip, gzip")),
    _page("deflate", sent(zlib.compress(HTML), "Content-Encoding: deflate")),
    _page("deflate-bare", sent(zlib.compress(HTML)[2:-4], "Content-Encoding: deflate")),
    _page("called-packed", sent(HTML, "Content-Encoding: UTF-8")),
    _fails("gzip-said-once", sent(gzip.compress(gzip.compress(HTML)), "Content-Encoding: gzip"), "binary_input", "gzip"),
    _fails("gzip-broken", sent(gzip.compress(HTML)[:20] + b"x" * 40, "Content-Encoding: gzip"), "fetch", "damaged", FILE),
    _fails("gzip-cut-off", sent(gzip.compress(HTML)[:-9], "Content-Encoding: gzip"), "fetch", "ends too soon", FILE),
    _fails("gzip-that-is-none", sent(HTML, "Content-Encoding: gzip"), "fetch", "damaged"),
    _fails("brotli-unasked", sent(b"\x0b\x02\x80", "Content-Encoding: br"), "fetch", "packed with br", FILE),
    _fails("many-members", sent(gzip.compress(b"") * 99, "Content-Encoding: gzip"), "fetch", "64 members"),
)  # fmt: skip

CHARSETS: Final = (
    _read("latin-1-called-utf-8", html(ACCENTS).encode("latin-1"), "Content-Type: text/html; charset=utf-8"),
    _read("utf-8-called-latin-1", html(ACCENTS, '<meta charset="utf-8">').encode(), "Content-Type: text/html; charset=iso-8859-1"),
    _read("of-no-charset", html(ACCENTS).encode(), "Content-Type: text/html; charset=klingon"),
    _read("a-mark-against-its-head", b"\xef\xbb\xbf" + html(ACCENTS).encode(), "Content-Type: text/html; charset=iso-8859-1"),
    _read("utf-16", html(ACCENTS).encode("utf-16"), "Content-Type: text/html"),
    _read("utf-16-unmarked", html(ACCENTS).encode("utf-16-le"), "Content-Type: text/html; charset=utf-16le"),
    _fails("utf-32", sent(html(ACCENTS).encode("utf-32"), "Content-Type: text/html"), "binary_input", "binary"),
    _read("mixed", html(ACCENTS).encode() + "<p>déjà</p>".encode("latin-1"), "Content-Type: text/html; charset=utf-8"),
)  # fmt: skip

STATUSES: Final = (
    _fails("no-content", raw(head("204 No Content")), "http_status", "answers 204"),
    _fails("reset-content", sent(b"", status="205 Reset Content"), "http_status", "answers 205"),
    _fails("a-part", sent(HTML, "Content-Range: bytes 0-9/99", status="206 Partial Content"), "http_status", "answers 206"),
    _page("not-authoritative", sent(status="203 Non-Authoritative Information")),
    _fails("unchanged-unasked", raw(head("304 Not Modified")), "http_status", "answers 304"),
    _fails("for-members", sent(status="403 Forbidden"), "http_status", "answers 403", FILE),
    _fails("not-there", sent(b"gone", status="404 Not Found"), "http_status", "answers 404", FILE),
    _fails("gone", sent(b"gone", status="410 Gone"), "http_status", "answers 410"),
    _fails("a-teapot", sent(b"short and stout", status="418 I'm a teapot"), "http_status", "answers 418"),
    _fails("for-legal-reasons", sent(b"", 'Link: <https://a.test>; rel="blocked-by"', status="451 Unavailable"), "http_status", "answers 451"),
    _fails("of-no-such-status", sent(b"", status="999 Request denied"), "http_busy", "answers 999"),
    _fails("switching", raw(head("101 Switching Protocols", "Upgrade: x")), "fetch", "speak HTTP"),
    _fails("broken", sent(b"", status="500 Internal Server Error"), "http_busy", "answers 500", LATER),
    _fails("overloaded", sent(b"", status="503 Service Unavailable"), "http_busy", "answers 503", LATER),
    _page("busy-for-a-second", alternately(sent(b"", "Retry-After: 1", status="429 Slow down"), sent()), answers=2),
    _page("busy-until-now", alternately(sent(b"", f"Retry-After: {_in(-9)}", status="503 Busy"), sent()), answers=2),
    _fails("busy-for-an-hour", sent(b"", "Retry-After: 3600", status="429 Slow down"), "http_busy", "429", "try again in 3,600 seconds"),
    _fails("busy-until-tomorrow", sent(b"", f"Retry-After: {_in(86_000)}", status="503 Busy"), "http_busy", "503", "in 8"),
    _fails("busy-again", sent(b"", "Retry-After: 0", status="429 Slow down"), "http_busy", "429", LATER, answers=2),
    _fails("busy-in-words", sent(b"", "Retry-After: soon", status="429 Slow down"), "http_busy", "429", "try again later"),
)  # fmt: skip

RULES: Final = (
    _robots("refused", sent(b"User-agent: *\nDisallow: /"), "forbidden_address", "robots.txt", FILE),
    _robots("refused-by-pattern", sent(b"User-agent: Recoupe\nDisallow: /*ge$\n"), "forbidden_address", "robots.txt"),
    _robots("allowed-among-refused", sent(b"User-agent: *\nDisallow: /\nAllow: /page$"), None, WORDS),
    _robots("rules-fail", sent(b"", status="500 Oops"), "http_busy", "robots.txt", LATER),
    _robots("rules-busy", sent(b"", "Retry-After: 60", status="429 Slow"), "http_busy", "robots.txt", "in 60 seconds"),
    _robots("rules-for-members", sent(b"", status="403 Forbidden"), None, WORDS),
    _robots("rules-in-html", sent(html("Page introuvable").encode()), None, WORDS),
    _robots("rules-huge", sent(b"User-agent: *\nDisallow: /page\n" + b"# x\n" * 200_000), "forbidden_address", "robots.txt"),
    _robots("rules-in-a-circle", to("/robots.txt"), None, WORDS),
    _robots("rules-inside", to("http://10.0.0.1/robots.txt"), "forbidden_address", "10.0.0.1"),
    _robots("rules-of-patterns", sent(b"User-agent: *\nDisallow: /" + b"*a" * 5_000 + b"*b"), None, WORDS),
    _robots("rules-marked", sent(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /page"), "forbidden_address", "robots.txt"),
    _robots("rules-that-are-bytes", sent(bytes(range(256)) * 9), None, WORDS),
    _robots("rules-cut-off", raw(head("200 OK", "Content-Length: 99"), b"User-agent"), "unreachable", "broke"),
)  # fmt: skip

TLS: Final = tuple(
    Case(name, answer, outcome, words, answers, at="https://{name}.test:{port}/page", secured=True)
    for name, answer, outcome, words, answers in (
        ("secured", sent(), None, (WORDS,), 1),
        ("self-signed", sent(), "certificate", ("self-signed", FILE), 0),
        ("of-another-name", sent(), "certificate", ("not valid for", FILE), 0),
        ("outdated", sent(), "certificate", ("expired", FILE), 0),
        ("cut", _then(raw(head("200 OK", "Content-Length: 9999"), HTML), _cut), "unreachable", ("broke", LATER), 1),
        ("cut-without-a-length", _then(raw(OPEN, HTML), _cut), "unreachable", ("was cut", LATER), 1),
        ("without-a-length", raw(OPEN, HTML), None, (WORDS,), 1),
        ("downgraded", to("http://10.0.0.1/"), "forbidden_address", ("10.0.0.1",), 1),
    )
)  # fmt: skip

WIRES: Final = (
    _fails("http-0.9", raw(HTML), "fetch", "speak HTTP", FILE, answers=0),
    _page("http-1.0", raw(head("200 OK", version="HTTP/1.0"), HTML)),
    _page("http-7", raw(head("200 OK", version="HTTP/7.0"), HTML)),
    _fails("icecast", raw(b"ICY 200 OK\r\n\r\n", HTML), "fetch", "speak HTTP", answers=0),
    _fails("ssh", raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"), "fetch", "speak HTTP", answers=0),
    _page("in-chunks", raw(CHUNKS, chunked(HTML[:20], HTML[20:]))),
    _page("gzip-in-chunks", raw(head("200 OK", "Transfer-Encoding: chunked", "Content-Encoding: gzip"), chunked(gzip.compress(HTML)))),
    _page("trailers", raw(CHUNKS, chunked(HTML)[:-2], b"Expires: never\r\n\r\n")),
    _fails("chunks-of-no-size", raw(CHUNKS, b"zz\r\n" + HTML), "fetch", "speak HTTP"),
    _fails("chunks-without-end", raw(CHUNKS, chunked(HTML)[:-5]), "unreachable", "broke", LATER),
    _fails("a-huge-chunk", raw(CHUNKS, b"f" * 99 + b"\r\n" + HTML), "fetch", "speak HTTP"),
    _fails("a-chunk-too-short", raw(CHUNKS, b"5\r\n" + HTML + b"\r\n0\r\n\r\n"), "fetch", "speak HTTP"),
    _page("announced", raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3, head("200 OK"), HTML)),
    _page("bare-line-ends", raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n", HTML)),
    _page("folded", raw(b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n", HTML)),
    _fails("zero-in-a-field", raw(head("200 OK", "X: a\0b"), HTML), "fetch", "speak HTTP"),
    _fails("a-bare-return", raw(head("200 OK", "X: a\rSet-Cookie: b"), HTML), "fetch", "speak HTTP"),
    _fails("a-field-without-colon", raw(head("200 OK", "nonsense"), HTML), "fetch", "speak HTTP"),
    _fails("a-blank-in-a-name", raw(head("200 OK", "Content-Length : 5"), HTML), "fetch", "speak HTTP"),
    _fails("closes", lambda talk: None, "unreachable", "broke", LATER, answers=0),
    _fails("resets", Talk.reset, "unreachable", "could not be reached", LATER, answers=0),
    _fails("closes-in-its-head", raw(b"HTTP/1.1 200 OK\r\nContent-"), "unreachable", "broke", answers=0),
)  # fmt: skip

PAGES: Final = (
    _fails("empty", sent(b""), "empty_input", "empty", FILE),
    _fails("blank", sent(b" \n\t "), "empty_input", "empty"),
    _fails("bytes", sent(bytes(range(256)) * 99, "Content-Type: text/html"), "binary_input", "binary"),
    _fails("a-picture", sent(b"\xff\xd8\xff\xe0" + b"x" * 99, "Content-Type: text/html"), "binary_input", "JPEG"),
    _fails("a-pdf", sent(b"%PDF-1.7 ...", "Content-Type: application/pdf"), "binary_input", "PDF"),
    _page("changing", _then(raw(OPEN, HTML), _counting)),
    _page("cookies", sent(HTML, "Set-Cookie: who=you; Domain=.test", "Set-Cookie: b=c")),
    _page("refreshing", sent(html(WORDS, '<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">').encode())),
    _page("refreshing-by-field", sent(HTML, "Refresh: 0; url=file:///etc/passwd")),
    _page("to-be-saved", sent(HTML, "Content-Disposition: attachment; filename=../../a.exe")),
    _page("of-no-type", sent(HTML, "Content-Type: nonsense/;;;=\"")),
    _page("of-two-types", sent(HTML, "Content-Type: text/html", "Content-Type: image/png")),
)  # fmt: skip

CASES: Final = (
    *REDIRECTS, *NAMES, *SLOW, *SIZES, *CODINGS, *CHARSETS, *STATUSES, *RULES, *TLS, *WIRES, *PAGES,
)  # fmt: skip
