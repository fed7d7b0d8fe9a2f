"""A dossier opened from a disk in a real Chromium: it works, asks nobody, complains of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest

from recoupe.dossier.files import Handed, write_dossier
from recoupe.store import Casefile

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

LINKS = """() => [...document.querySelectorAll("a[href]")].map(
    (one) => new URL(one.getAttribute("href"), location).href)"""


@contextmanager
def opened(browser: Any, path: Path, **options: object) -> Iterator[Any]:
    """Open a page; afterwards nothing but files was asked for, and nothing complained of."""
    complaints: list[str] = []
    page = browser.new_page(**options)
    page.set_default_timeout(120_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda asked: complaints.append(f"failed: {asked.url}"))
    page.on("request", lambda asked: complaints.extend(foreign(asked.url)))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert complaints == []


def foreign(address: str) -> list[str]:
    """Return the address, if it is not that of a file."""
    return [] if address.startswith(("file:", "data:")) else [address]


def sample(folder: Path) -> list[Path]:
    """One page of each kind."""
    kinds = ("stories", "reports", "statements/*", "speakers", "outlets")
    pages = [
        max(folder.glob(f"{kind}/*.html"), key=lambda one: one.stat().st_size) for kind in kinds
    ]
    return [folder / "index.html", folder / "quality.html", *pages]


@pytest.fixture(scope="module")
def french(case: Casefile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("french") / "pages"
    write_dossier(case, path, Handed("fr"))
    return path


def test_every_link_of_a_folder_can_be_followed(chromium: Any, folder: Path) -> None:
    first = folder / "index.html"
    with opened(chromium, first) as page:
        waiting, met = [first.as_uri()], {first.as_uri()}
        while waiting:
            page.goto(waiting.pop())
            assert (
                page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
            )
            for address in page.evaluate(LINKS):
                there = urldefrag(address)[0]
                if there.startswith("file:") and there.endswith(".html") and there not in met:
                    met.add(there)
                    waiting.append(there)
        assert len(met) == len(list(folder.rglob("*.html")))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_a_folder_are_accessible(
    chromium: Any, folder: Path, french: Path, width: int, scheme: str
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    whole = folder if scheme == "light" else french
    with opened(chromium, whole / "index.html", **options) as page:
        for path in sample(whole):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == width
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert wrong(page) == []


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_one_file_shows_one_page_at_a_time(
    chromium: Any, single: Path, width: int, scripted: bool
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "java_script_enabled": scripted}
    with opened(chromium, single, **options) as page:
        assert shown(page) == ["p1"]
        number = page.evaluate("document.querySelectorAll('.leaf').length")
        for target in range(number, 0, -max(1, number // 25)):
            page.goto(f"{single.as_uri()}#p{target}")
            assert shown(page) == [f"p{target}"]
            assert page.evaluate("scrollY") == 0
            assert page.evaluate("document.activeElement.id") == f"p{target}"
            assert page.evaluate("document.documentElement.scrollWidth") == width


def test_one_file_leads_from_a_story_to_the_words_and_back(chromium: Any, single: Path) -> None:
    with opened(chromium, single, viewport={"width": 1280, "height": 500}) as page:
        page.click(".leaf.shown #p1-h-stories ~ ul a")
        assert page.locator("h1:visible").inner_text() == "At the <dam>"
        assert page.title() == "At the <dam> · Recoupe"
        words = page.locator(".leaf.shown blockquote a.to").first
        words.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        words.click()
        assert page.locator(".article-text .chosen").first.is_visible()
        page.go_back()
        assert page.title() == "At the <dam> · Recoupe"
        assert abs(page.evaluate("scrollY") - before) < 5


def test_one_file_goes_by_keyboard_alone(chromium: Any, single: Path) -> None:
    with opened(chromium, single, viewport={"width": 1280, "height": 800}) as page:
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('#p1-h-stories ~ ul a')"):
                break
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H1"
        page.keyboard.press("Tab")
        inside = "!!document.activeElement.closest('.leaf.shown')"
        assert page.evaluate(inside)


@pytest.mark.parametrize("scripted", [True, False])
def test_one_file_is_accessible_and_prints_the_page_shown(
    chromium: Any, single: Path, scripted: bool
) -> None:
    with opened(chromium, single, java_script_enabled=scripted) as page:
        for target in ("p1", "p3", "p6"):
            page.goto(f"{single.as_uri()}#{target}")
            assert not scripted or wrong(page) == []  # axe is a script
        page.emulate_media(media="print")
        assert len(shown(page)) == 1
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_nothing_inline_may_run_in_a_page_of_a_folder(chromium: Any, folder: Path) -> None:
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate(
        """() => {
            const one = document.createElement("script");
            one.textContent = "window.ran = true";
            document.head.append(one);
        }"""
    )
    assert page.evaluate("window.ran") is None
    page.close()


def shown(page: Any) -> list[str]:
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll(".leaf")]
                .filter((one) => one.getClientRects().length)
                .map((one) => one.getAttribute("aria-labelledby"))"""
        )
    )


def wrong(page: Any) -> list[tuple[str, str]]:
    found = axe.Axe().run(page, options={"preload": False}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]
