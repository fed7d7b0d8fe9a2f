"""The page of a story in a real Chromium: wide and narrow, in both languages, by keys."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from tests.dossier.storied import STORY, Storied, storied

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")


@contextmanager
def served(told: Storied) -> Iterator[str]:
    """Serve a casefile from a thread, at a port that the system chooses."""
    import socket

    import uvicorn

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
        app = application(told.case, Settings(author="Ana", port=port))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://localhost:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path: Path = tmp_path_factory.mktemp("story") / "case"
    with storied(path) as told, served(told) as at:
        yield at


@pytest.fixture(scope="module")
def chromium() -> Iterator[playwright.Browser]:
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no chromium on the path")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: playwright.Browser, address: str, **options: object
) -> Iterator[playwright.Page]:
    """Open the story; afterwards nothing was complained of, and nobody else was asked."""
    complaints: list[str] = []
    page = browser.new_page(**options)
    page.set_default_timeout(120_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: asked.url.startswith((address, "data:")) or complaints.append(asked.url),
    )
    page.goto(f"{address}/stories/{STORY}")
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
def test_it_is_accessible_and_scrolls_only_downwards(
    chromium: playwright.Browser, address: str, width: int, language: str, scheme: str
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with opened(chromium, address, locale=language, **options) as page:
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_matrix_and_the_map_work_by_keyboard_alone(
    chromium: playwright.Browser, address: str
) -> None:
    with opened(chromium, address, viewport={"width": 1280, "height": 800}) as page:
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
    with opened(chromium, address, **options) as page:
        assert page.locator("svg.chart.map").is_visible()
        assert not page.locator(".map-bar").count()
        page.emulate_media(media="print")
        assert page.locator("#matrix table").is_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")
