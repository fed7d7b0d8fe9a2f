"""Hostile content in a real Chromium: nothing runs, nobody is asked, and nothing is too wide."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from recoupe.store import Casefile
from tests.dossier.hostile import MARKUP, STORY, hostile
from tests.dossier.web.browsing import opened, served

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

PAGES = (
    "case", "story", "long", "report", "arabic", "version", "statement", "speaker", "outlet",
    "search", "tasks", "error",
)  # fmt: skip
NARROW = {"viewport": {"width": 360, "height": 800}}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with hostile(tmp_path_factory.mktemp("hostile") / "case") as made:
        yield made


@pytest.fixture(scope="module")
def address(case: Casefile) -> Iterator[str]:
    with served(case) as at:
        yield at


@pytest.fixture(scope="module")
def places(case: Casefile) -> dict[str, str]:
    """The address of each page, by its name."""
    long, report, arabic = (kept.reading for kept in case.readings())
    party = case.parties_of(report.article.id)[report.entities[1].id]
    return {
        "case": "/",
        "story": f"/stories/{STORY}",
        "long": f"/reports/{long.article.id}",
        "report": f"/reports/{report.article.id}",
        "arabic": f"/reports/{arabic.article.id}?at={arabic.statements[4].id}",
        "version": f"/reports/{long.article.id}?version=1",
        "statement": f"/statements/{report.statements[4].id}",
        "speaker": f"/speakers/{party}",
        "outlet": f"/outlets/{quote(report.article.outlet or '', safe='')}",
        "search": "/search?q=" + quote("evil " + MARKUP[1]),
        "tasks": "/tasks",
        "error": "/reports/" + quote(MARKUP[1], safe=""),
    }


@pytest.mark.parametrize("name", PAGES)
def test_it_is_inert_and_fits(
    chromium: playwright.Browser, address: str, places: dict[str, str], name: str
) -> None:
    expected = "404 (Not Found)" if name == "error" else ""
    with opened(chromium, address, places[name], expected=expected, **NARROW) as page:
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.mouse.move(180, 400)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert page.evaluate("window.pwned") is None
        assert page.evaluate("document.body.innerText").find("evil") >= 0 or name in {
            "tasks",
            "error",
        }
        assert foreign(page) == []
        assert dialogs == []


def foreign(page: playwright.Page) -> list[str]:
    """Return what the browser made of the page that is none of ours."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap(one => [
            ...['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'FRAME'].includes(one.tagName)
                ? [one.tagName] : [],
            ...one.tagName === 'SCRIPT' && !one.src.startsWith(location.origin + '/static/')
                ? ['script ' + one.src] : [],
            ...one.getAttributeNames().filter(name => /^on|^style$|^srcdoc$/i.test(name)),
            ...['href', 'src', 'action', 'formaction', 'xlink:href']
                .filter(name => /^\\s*(javascript|vbscript|data|blob)\\s*:(?!,$)/i
                    .test(one.getAttribute(name) || ''))])"""
    )
    return found
