"""The page of a story over HTTP: whole, inert, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.errors import UsageError
from tests.dossier.storied import STORY, Storied, storied

ADDRESS = "http://localhost:8787"
OUR_SCRIPT = r"""<script src="/static/\w+\.js" defer>"""
DRAWN = {"svg", "title", "desc", "g", "a", "path", "rect", "circle", "text", "image"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storied]:
    with storied(tmp_path_factory.mktemp("story") / "case", alone=25) as made:
        yield made


def client_of(told: Storied, tiles: str | None = None) -> TestClient:
    settings = Settings(author="Ana", tiles=tiles)
    return TestClient(application(told.case, settings), base_url=ADDRESS)


@pytest.fixture(scope="module")
def page(told: Storied) -> str:
    answer = client_of(told).get(f"/stories/{STORY}")
    assert answer.status_code == 200
    return answer.text


def drawings(page: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(one) for one in re.findall(r"<svg.*?</svg>", page, re.S)]  # noqa: S314


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["dispute", "Who stands how", "Where"]), ("fr", ["désaccord", "Qui dit quoi", "Où"])],
)
def test_the_page_is_in_the_language_asked_for(
    told: Storied, language: str, words: list[str]
) -> None:
    answer = client_of(told).get(f"/stories/{STORY}", headers={"accept-language": language})
    for word in words:
        assert word in answer.text


def test_parts_that_have_ended_are_linked_on_the_first_page(told: Storied) -> None:
    client = client_of(told)
    first, later = (client.get(f"/stories/{STORY}?page={number}").text for number in (1, 99))
    for part in ("timeline", "map", "lineage", "reports"):
        assert f'<section id="{part}"' in first
        assert f'<section id="{part}"' not in later
        assert f'<a href="#{part}">' in first
        assert f'<a href="/stories/{STORY}#{part}">' in later
    assert '<a href="#findings">' in later
    assert "None found." not in later


def test_nothing_in_it_is_alive(page: str) -> None:
    scripts = re.findall(r"<script[^>]*>[^<]*", page)
    assert [one for one in scripts if not re.fullmatch(OUR_SCRIPT, one)] == []
    assert not re.search(r"<[^>]*\s(style|on\w+)=", re.sub(r'="[^"]*"', '=""', page))
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_drawings_are_plain_shapes_with_a_title_a_description_and_links_of_ours(page: str) -> None:
    drawn = drawings(page)
    assert len([one for one in drawn if one.get("role") == "group"]) == 4
    for svg in drawn:
        for element in svg.iter():
            assert element.tag in DRAWN
            assert not {name for name in element.attrib if name == "style" or name.startswith("on")}
        for link in svg.iter("a"):
            assert (link.get("href") or "").startswith("/reports/")
            assert link.get("aria-label")
        if svg.get("role") == "group":
            told = [svg.findtext(name) for name in ("title", "desc")]
            assert all(told)


def test_every_finding_has_an_address_that_leads_to_its_page(told: Storied) -> None:
    client = client_of(told)
    far = client.get(f"/stories/{STORY}?finding=finding-once-24", follow_redirects=False)
    assert far.status_code == 303
    assert far.headers["location"] == f"/stories/{STORY}?page=3#finding-once-24"
    second = client.get(far.headers["location"])
    assert 'id="finding-once-24"' in second.text
    assert drawings(second.text) == []


def test_a_story_that_is_gone_says_what_to_do(told: Storied) -> None:
    answer = client_of(told).get("/stories/story-none")
    assert answer.status_code == 404
    assert "recoupe check" in answer.text


def test_maps_ask_nobody_unless_a_tile_server_is_named(told: Storied, page: str) -> None:
    assert "<image" not in page
    client = client_of(told, "https://tiles.example:8443/a/{z}/{x}/{y}.png?key=1")
    answer = client.get(f"/stories/{STORY}")
    policy = answer.headers["content-security-policy"]
    assert "img-src 'self' data: https://tiles.example:8443;" in policy
    assert '<image href="https://tiles.example:8443/a/' in answer.text


@pytest.mark.parametrize(
    "tiles",
    [
        "javascript:alert({z}{x}{y})",
        "https://tiles.example/{z}/{x}.png",
        "https://tiles.example; script-src */{z}/{x}/{y}",
        "https://*/{z}/{x}/{y}",
    ],
)
def test_what_is_no_tile_server_is_refused(tiles: str) -> None:
    with pytest.raises(UsageError, match="tile server"):
        Settings(author="Ana", tiles=tiles)


def test_a_flood_of_statements_stays_small(tmp_path: Path) -> None:
    with storied(tmp_path / "case", alone=2000) as made:
        answer = client_of(made).get(f"/stories/{STORY}")
    assert answer.status_code == 200
    assert len(answer.content) < 500_000
