"""Hostile content: every page, answer and file of a case full of it is inert, and says it."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.wording import visible
from recoupe.store import Casefile
from tests.dossier.hostile import LINKS, MARKUP, PAYLOADS, STORY, hostile

ADDRESS: Final = "http://localhost:8787"
BEGIN: Final = ("/", "/search?q=evil", "/quality", "/tasks", "/docs", "/login", "/nowhere")
ALIKE: Final = 5
"""Addresses that are followed of those that differ in an id or a value alone."""
FOREIGN: Final = {
    "iframe", "object", "embed", "base", "applet", "frame", "frameset", "math", "plaintext",
    "portal", "foreignobject", "animate", "set", "use", "noscript", "template", "marquee",
}  # fmt: skip
ADDRESSED: Final = ("href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset")
UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
"""What no page may have: characters that are obeyed and not seen."""


@dataclass(frozen=True)
class Seen:
    """An answer, and where it was asked for."""

    at: str
    status: int
    kind: str
    body: bytes
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with hostile(tmp_path_factory.mktemp("hostile") / "case") as made:
        yield made


@pytest.fixture(scope="module")
def crawled(case: Casefile) -> tuple[Seen, ...]:
    """Every page that the first page leads to, and every one that these lead to."""
    client = TestClient(application(case, Settings(author=MARKUP[1])), base_url=ADDRESS)
    waiting, known, found = deque(BEGIN), set(BEGIN), []
    alike: Counter[tuple[str, ...]] = Counter()
    while waiting:
        seen = asked(client, waiting.popleft())
        found.append(seen)
        if seen.kind == "text/html":
            for to in links(seen):
                if to not in known:
                    known.add(to)
                    alike[shape_of(to)] += 1
                    if alike[shape_of(to)] <= ALIKE:
                        waiting.append(to)
    return tuple(found)


def asked(client: TestClient, at: str) -> Seen:
    answer = client.get(at)
    kind = answer.headers.get("content-type", "").split(";")[0]
    return Seen(at, answer.status_code, kind, answer.content, dict(answer.headers))


def links(seen: Seen) -> Iterator[str]:
    """Yield where a page of ours leads, without the place on the page."""
    for to in tree_of(seen).xpath("//@href"):
        at = urlsplit(urljoin(ADDRESS + seen.at, to))
        if f"{at.scheme}://{at.netloc}" == ADDRESS and not at.path.startswith("/static/"):
            yield f"{at.path}?{at.query}" if at.query else at.path


def shape_of(address: str) -> tuple[str, ...]:
    """Return what an address has in common with those of pages of its kind."""
    at = urlsplit(address)
    return at.path.split("/")[1], *sorted(name for name, _ in parse_qsl(at.query))


def tree_of(seen: Seen) -> Any:
    return html.document_fromstring(seen.text, parser=html.HTMLParser(encoding=None))


def pages(crawled: tuple[Seen, ...]) -> list[Seen]:
    return [seen for seen in crawled if seen.kind == "text/html"]


def test_every_page_is_there(crawled: tuple[Seen, ...]) -> None:
    wrong = [(seen.at, seen.status) for seen in crawled if seen.status != 200]
    assert wrong == [("/nowhere", 404)]
    kinds = {seen.at.split("?")[0].split("/")[1] for seen in crawled}
    assert kinds >= {"", "stories", "reports", "statements", "speakers", "outlets", "captures"}
    assert max(len(seen.body) for seen in pages(crawled)) < 2_000_000


def test_nothing_runs_and_nothing_is_foreign(crawled: tuple[Seen, ...]) -> None:
    for seen in pages(crawled):
        assert seen.headers["content-security-policy"].startswith("default-src 'none'")
        assert seen.headers["x-content-type-options"] == "nosniff"
        for one in tree_of(seen).iter():
            if not isinstance(one.tag, str):
                assert "evil" not in str(one.text), seen.at
                continue
            tag = one.tag.lower()
            assert tag not in FOREIGN, (seen.at, tag)
            assert tag != "style", seen.at
            if tag == "script":
                assert re.fullmatch(r"/static/\w+\.js", one.get("src", "")), seen.at
                assert not (one.text or "").strip()
            if tag == "meta":
                refresh = (one.get("http-equiv") or "").lower() == "refresh"
                assert not refresh or seen.at == "/tasks", seen.at
            for name, value in one.attrib.items():
                assert not name.lower().startswith("on"), (seen.at, name)
                assert name.lower() != "style", (seen.at, tag)
                if name.lower() in ADDRESSED:
                    assert is_safe(value, icon=tag == "link"), (seen.at, tag, value)


def is_safe(address: str, *, icon: bool) -> bool:
    if icon and address == "data:,":
        return True
    return urlsplit(address).scheme in {"", "http", "https"} and not address.startswith("//")


def test_words_are_shown_and_not_obeyed(crawled: tuple[Seen, ...], case: Casefile) -> None:
    for seen in pages(crawled):
        assert not UNSEEN.search(seen.text), (seen.at, UNSEEN.search(seen.text))
    one = [kept.reading for kept in case.readings()][1]
    shown = next(seen for seen in crawled if seen.at == f"/reports/{one.article.id}")
    text = " ".join(tree_of(shown).text_content().split())
    for payload in PAYLOADS:
        words = " ".join(
            visible(payload.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).split()
        )
        assert words[:200] in text, payload[:60]


def test_templates_are_words(crawled: tuple[Seen, ...]) -> None:
    told = [seen for seen in pages(crawled) if "{{7*7}} {% raw %} ${7*7} #{7*7}" in seen.text]
    assert len(told) > 3


def test_captures_are_files_and_never_pages(crawled: tuple[Seen, ...]) -> None:
    given = [seen for seen in crawled if seen.at.startswith("/captures/")]
    assert given
    for seen in given:
        assert seen.headers["content-disposition"].startswith("attachment")
        assert seen.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in seen.headers["content-security-policy"]
        assert seen.kind in {"text/plain", "application/octet-stream"}


def test_the_interface_is_json_whatever_the_words(case: Casefile) -> None:
    client = TestClient(application(case, Settings(author="Ana")), base_url=ADDRESS)
    readings = [kept.reading for kept in case.readings()]
    asked_for = ["/api/case", "/api/stories", f"/api/stories/{STORY}", "/api/findings"]
    asked_for += [f"/api/reports/{one.article.id}" for one in readings]
    asked_for += [f"/api/reports/{one.article.id}/versions" for one in readings]
    asked_for += [f"/api/reports/{one.article.id}/lineage" for one in readings]
    asked_for += [f"/api/reviews/{one.statements[0].id}" for one in readings]
    asked_for += ["/api/search?q=evil", "/api/search?look_for=report&q=evil", "/openapi.json"]
    for at in asked_for:
        answer = client.get(at)
        assert answer.status_code == 200, at
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        json.loads(answer.content)
    told = client.get(f"/api/reports/{readings[1].article.id}").json()
    assert MARKUP[0] in told["article"]["text"]
    for wrong in LINKS + MARKUP:
        answer = client.get("/api/reports/" + _quoted(wrong))
        assert answer.status_code in {404, 422}
        assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("at", ["/search?q=", "/stories/", "/reports/", "/speakers/", "/outlets/"])
def test_what_an_address_says_is_shown_as_words(case: Casefile, at: str) -> None:
    client = TestClient(application(case, Settings(author="Ana")), base_url=ADDRESS)
    for payload in (*MARKUP, *LINKS, "\u202e", "%00", "%ED%A0%80"):
        words = payload if payload.startswith("%") else _quoted(payload)
        seen = asked(client, at + words)
        assert seen.status in {200, 404, 422}, (at, payload)
        if seen.kind == "text/html":
            test_nothing_runs_and_nothing_is_foreign((seen,))
            assert not UNSEEN.search(seen.text)


def _quoted(words: str) -> str:
    return "".join(f"%{byte:02X}" for byte in words.encode())
