"""The page of a story in a real Chromium: wide and narrow, in both languages, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dossier.storied import STORY, storied
from tests.dossier.web.browsing import opened, served

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")


WIDE = {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("story") / "case"
    with storied(path) as told, served(told.case) as at:
        yield at


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
def test_it_is_accessible_and_scrolls_only_downwards(
    chromium: playwright.Browser, address: str, width: int, language: str, scheme: str
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with opened(chromium, address, f"/stories/{STORY}", locale=language, **options) as page:
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_matrix_and_the_map_work_by_keyboard_alone(
    chromium: playwright.Browser, address: str
) -> None:
    with opened(
        chromium, address, f"/stories/{STORY}", viewport={"width": 1280, "height": 800}
    ) as page:
        page.locator("#matrix summary").first.focus()
        page.keyboard.press("Enter")
        words = page.locator("#matrix details[open] blockquote a").first
        assert words.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('#matrix blockquote a')")
        page.locator(".map-bar button").first.focus()
        view = "document.querySelector('svg.map').getAttribute('viewBox')"
        seen = [page.evaluate(view)]
        for key in ("Enter", "ArrowRight", "-", "0"):
            page.keyboard.press(key)
            seen.append(page.evaluate(view))
        assert len(set(seen)) == 4
        assert seen[-1] == seen[0]
        for _ in range(4):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('svg.map a')"):
                break
        assert "Port-Clair" in page.locator("#map .told-mark").inner_text()


def test_it_is_whole_without_javascript_and_on_paper(
    chromium: playwright.Browser, address: str
) -> None:
    options = {"viewport": {"width": 688, "height": 1000}, "java_script_enabled": False}
    with opened(chromium, address, f"/stories/{STORY}", **options) as page:
        assert page.locator("svg.chart.map").is_visible()
        assert not page.locator(".map-bar").count()
        page.emulate_media(media="print")
        assert page.locator("#matrix table").is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")
