"""A case served masked: every page and every answer, followed link by link, names nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from html import unescape

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.masked import masked_note
from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.export.masking import Masker
from recoupe.export.masking.kept import MaskedStore, masked_store
from recoupe.store import Casefile
from tests.dossier.web.conftest import ADDRESS
from tests.export.masking.everything import true_ids
from tests.export.masking.world import FORBIDDEN, SURGEON, TOWN, told

STARTS = ("/", "/search", "/search?look_for=place", "/search?look_for=report&older_versions=true",
          "/quality", "/docs", "/reviews", "/tasks", "/api/case", "/api/stories", "/api/findings",
          "/api/search", "/api/search?look_for=report&older_versions=true",
          "/api/search?look_for=place")  # fmt: skip
FOLLOWED = {"/search": 15}
"""Links that are followed to one page with other choices: each leads to others."""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with told(tmp_path_factory.mktemp("told")) as made:
        yield made


@pytest.fixture(scope="module")
def masked(case: Casefile) -> Iterator[MaskedStore]:
    with closing(masked_store(case, "en")) as made:
        yield made


@pytest.fixture(scope="module")
def client(masked: MaskedStore) -> TestClient:
    return TestClient(application(masked, Settings(author="Ana")), base_url=ADDRESS)


@pytest.fixture(scope="module")
def pages(client: TestClient) -> dict[str, str]:
    """Every page and answer that links lead to, by address: headers, and what is in it."""
    found: dict[str, str] = {}
    waiting = [*STARTS]
    choices: Counter[str] = Counter()
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in found or not address:
            continue
        path, _, asked = address.partition("?")
        choices[path] += bool(asked)
        if choices[path] > FOLLOWED.get(path, 3):
            continue
        answer = client.get(address)
        assert answer.status_code in {200, 303}, address
        found[address] = f"{answer.url} {answer.headers} {answer.text}"
        waiting += links(answer.text)
    return found


def links(text: str) -> Iterator[str]:
    """Yield the links of a page to pages of ours, and what the interface says of the same."""
    for link in map(unescape, re.findall(r'(?:href|action)="([^"]+)"', text)):
        if link.startswith("/") and not link.startswith(("/static/", "/who", "/login")):
            yield link
    for report in re.findall(r'href="/reports/(\w+-\w+)', text):
        yield from (f"/api/reports/{report}{what}" for what in ("", "/versions", "/lineage"))
        yield from (f"/api/reviews/{report}", f"/api/findings?report={report}")
    for party in re.findall(r'href="/speakers/(\w+-\w+)', text):
        yield from (f"/api/reviews/{party}", f"/api/findings?party={party}")
    for story in re.findall(r'href="/stories/(\w+-\w+)', text):
        yield f"/api/stories/{story}"


def test_every_kind_of_page_was_opened(pages: dict[str, str]) -> None:
    kinds = {address.split("?")[0].rpartition("/")[0] for address in pages}
    assert kinds >= {
        "/stories",
        "/reports",
        "/statements",
        "/speakers",
        "/captures",
        "/api/reports",
    }
    assert len(pages) > 120


def test_no_page_says_who_or_where(pages: dict[str, str]) -> None:
    said = {
        (address, word) for address, page in pages.items() for word in FORBIDDEN
        if word in page.lower() or word in address.lower()
    }  # fmt: skip
    assert said == set()


def test_no_page_has_a_word_that_exports_would_mask(case: Casefile, pages: dict[str, str]) -> None:
    names = Masker.of(case, "en").names
    said = {
        page[one.start : one.end]
        for page in map(unescape, pages.values())
        for one in names.found(page)
    }
    assert said == set()


def test_no_page_has_a_true_id(case: Casefile, pages: dict[str, str]) -> None:
    ids = true_ids(case, SURGEON)
    assert ids
    assert [one for one in ids for page in pages.values() if one in page] == []


def test_a_true_id_leads_nowhere(case: Casefile, client: TestClient) -> None:
    for id_ in true_ids(case, SURGEON):
        for address in ("/speakers", "/reports", "/statements", "/api/reviews", "/work/speakers"):
            answer = client.get(f"{address}/{id_}")
            assert answer.status_code in {403, 404}
            assert not any(word in answer.text.lower() for word in FORBIDDEN)


def test_every_page_says_what_is_masked(pages: dict[str, str], masked: MaskedStore) -> None:
    note = masked_note(masked.masked, "en")
    told_ = [address for address, page in pages.items() if "<main" in page]
    assert len(told_) > 50
    assert [address for address in told_ if note not in unescape(pages[address])] == []


def test_nothing_can_be_sent(client: TestClient) -> None:
    before = client.get("/api/case").json()["log_head"]
    for address in ("/reviews", "/add", "/check"):
        answer = client.post(address, data={"form_token": "any"})
        assert answer.status_code == 403
        assert "nothing can be written here" in answer.text
    answer = client.post(
        "/api/reviews", json={"action": "note", "kind": "report", "target": "x", "reason": "y"}
    )
    assert answer.status_code == 403
    assert answer.json()["error"]["kind"] == "read_only"
    assert client.get("/api/case").json()["log_head"] == before


def test_no_page_has_a_form_that_changes_anything(pages: dict[str, str]) -> None:
    assert [one for one, page in pages.items() if 'method="post"' in page] == []


def test_what_somebody_typed_is_not_told_back_as_found(client: TestClient) -> None:
    for query in (f"q={TOWN}", f"speaker={SURGEON}", f"place={TOWN}"):
        page = client.get(f"/search?{query}").text
        assert 'class="row' not in page
        assert client.get(f"/api/{'search'}?{query}").json()["items"] == []
