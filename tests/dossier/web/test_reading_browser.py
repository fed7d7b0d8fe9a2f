"""Reports, statements, speakers and outlets in a real Chromium: wide and narrow, and by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.model import Draft
from recoupe.store import Casefile
from tests.dossier.web.browsing import opened, served
from tests.dossier.worlds import ME, latest, long_report, strike

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

PAGES = ("report", "older", "long", "statement", "speaker", "outlet")
WIDE = {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with strike(tmp_path_factory.mktemp("strike")) as made:
        made.add_report(*long_report(200), author=ME)
        one, _, third = latest(made).statements
        made.add_review(Draft("confirm", "statement", one.id, ME, "seen on the spot"))
        made.add_review(Draft("reject", "statement", third.id, "Ben"))
        yield made


@pytest.fixture(scope="module")
def address(case: Casefile) -> Iterator[str]:
    with served(case) as at:
        yield at


@pytest.fixture(scope="module")
def places(case: Casefile) -> dict[str, str]:
    """The address of each page, by its name."""
    reading, long = latest(case), latest(case, 4)
    party = case.parties_of(reading.article.id)[reading.entities[0].id]
    return {
        "report": f"/reports/{reading.article.id}",
        "older": f"/reports/{reading.article.id}?version=1&words=3-9",
        "long": f"/reports/{long.article.id}?at={long.statements[180].id}",
        "statement": f"/statements/{reading.statements[1].id}",
        "speaker": f"/speakers/{party}",
        "outlet": "/outlets/The%20Paper",
    }


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_accessible_and_scrolls_only_downwards(
    chromium: playwright.Browser,
    address: str,
    places: dict[str, str],
    *,
    name: str,
    width: int,
    language: str,
    scheme: str,
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with opened(chromium, address, places[name], locale=language, **options) as page:
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_followed_is_reached_by_tab(
    chromium: playwright.Browser, address: str, places: dict[str, str], name: str
) -> None:
    with opened(chromium, address, places[name], **WIDE) as page:
        # Words in the text lead to the row that their number leads to, so they need no stop.
        follow = "[...document.querySelectorAll('a[href]:not([tabindex]), summary, button')]"
        wanted = page.evaluate(f"{follow}.filter(one => one.checkVisibility()).slice(0, 60).length")
        page.evaluate(
            f"window.left = new Set({follow}.filter(one => one.checkVisibility()).slice(0, 60))"
        )
        for _ in range(wanted + 12):
            page.keyboard.press("Tab")
            page.evaluate("window.left.delete(document.activeElement)")
        assert page.evaluate("[...window.left].map(one => one.outerHTML)") == []
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_from_a_report_to_a_statement_to_its_speaker_and_back_by_keys(
    chromium: playwright.Browser, address: str, places: dict[str, str], case: Casefile
) -> None:
    count = latest(case).statements[1]
    with opened(chromium, address, places["report"], **WIDE) as page:
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.url.endswith(f"#in-{count.id}")
        page.locator(f"li[id='{count.id}'] .how a").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/statements/{count.id}")
        assert page.locator("blockquote.words").inner_text() == count.content[0].text
        page.locator("h1 a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/speakers/*")
        page.locator(f"li[id='{count.id}'] blockquote a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/reports/*#in-{count.id}")
        assert page.locator(f"[id='in-{count.id}']").is_visible()


def test_all_of_it_is_there_without_javascript_and_on_paper(
    chromium: playwright.Browser, address: str, places: dict[str, str]
) -> None:
    options = {"viewport": {"width": 688, "height": 1000}, "java_script_enabled": False}
    with opened(chromium, address, places["report"], **options) as page:
        assert page.locator("#versions ins").first.is_visible()
        style = "one => getComputedStyle(one).textDecorationLine"
        told = [page.locator(f"#versions .passages {tag}").first for tag in ("ins", "del")]
        assert [one.evaluate(style) for one in told] == ["underline", "line-through"]
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.pdf(format="A4").startswith(b"%PDF")
