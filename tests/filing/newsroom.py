"""A web server on this machine whose pages and lists alter, and an engine that only takes articles.

Everything is asked for by its own clock: no test waits.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from recoupe.article import to_article
from recoupe.engine import LocalEngine
from recoupe.errors import RecoupeError
from recoupe.flow import Result
from recoupe.model import Capture, Failure, Reader, Reading, failure

BEGIN: Final = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TODAY: Final = date(2030, 1, 1)
"""Later than any date in a test, whenever it is run."""


@dataclass(slots=True)
class Clock:
    """A clock that stands until somebody moves it."""

    now: datetime = BEGIN

    def __call__(self) -> datetime:
        return self.now

    def move(self, **how: float) -> None:
        self.now += timedelta(**how)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers; with an ``etag``, only to who does not have it."""

    body: bytes = b""
    status: int = 200
    fields: Mapping[str, str] = field(default_factory=dict)
    etag: bool = True


class Newsroom:
    """Serves what ``answers`` has for a path; ``asked`` are the paths and fields that came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def paths(self) -> list[str]:
        """Return the paths asked for since the last time, robots.txt apart."""
        found = [path for path, _ in self.asked if path != "/robots.txt"]
        self.asked.clear()
        return found

    def put(self, path: str, body: str | bytes, **how: Any) -> None:
        content = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(content, **how)

    def page(self, path: str, words: str, *, aside: str = "", **how: Any) -> None:
        """Put a report whose words are given; ``aside`` is what is on the page beside it."""
        self.put(path, report(words, aside), fields={"Content-Type": "text/html"}, **how)

    def gone(self, path: str, status: int = 410, **fields: str) -> None:
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        self.answers[path] = Answer(b"no", status, named)

    def feed(self, path: str, *links: str, more: str = "", **how: Any) -> None:
        """Put a feed that names some addresses."""
        items = "".join(
            f"<item><title>News of {link}</title><link>{link.replace('&', '&amp;')}</link></item>"
            for link in links
        )
        self.put(path, f"<rss version='2.0'><channel>{more}{items}</channel></rss>", **how)


def _handler(newsroom: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            newsroom.asked.append((self.path, dict(self.headers)))
            answer = newsroom.answers.get(self.path, Answer(b"not here", 404))
            tag = f'"{hashlib.sha256(answer.body).hexdigest()[:16]}"'
            known = answer.etag and self.headers["If-None-Match"] == tag
            self.send_response(304 if known and answer.status == 200 else answer.status)
            for name, value in answer.fields.items():
                self.send_header(name, value)
            if answer.etag and answer.status == 200:
                self.send_header("ETag", tag)
            body = b"" if known else answer.body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    return Handler


def report(words: str, aside: str = "") -> str:
    """Return a page with a report of some length."""
    body = "".join(
        f"<p>{words} The mayor of Port-Clair said so on Monday, in the town hall, before the "
        f"council and some sixty people, for the {number}th time since the bridge was closed.</p>"
        for number in range(4, 8)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{words}</title>"
        "<meta property='og:type' content='article'>"
        f"<script>var number = '{aside}'</script></head>"
        f"<body><article><h1>{words}</h1>{body}</article></body></html>"
    )


class Articles(LocalEngine):
    """Takes the article of each capture, and reads nothing in it; ``read`` are their inputs."""

    def __init__(self, before: Callable[[str], None] = lambda _: None) -> None:
        super().__init__()
        self.before = before
        self.read: list[str] = []

    def each(self, step: Any, items: Iterable[Any]) -> Iterator[Any]:
        del step
        for batch in items:
            yield tuple(self._result(item) for item in batch)

    def _result(self, item: Capture | Failure) -> Result:
        if isinstance(item, Failure):
            return None, item
        self.before(item.input)
        self.read.append(item.input)
        try:
            article = to_article(item, today=TODAY)
        except RecoupeError as error:
            return item, failure(error, item.input)
        readers = (Reader("statements", "nobody", "1"),)
        return item, Reading(article, (), (), (), (), (), (), (), readers)
