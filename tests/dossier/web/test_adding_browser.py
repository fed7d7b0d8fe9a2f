"""Adding reports in a real Chromium: with the mouse, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from recoupe.capture import capture_content
from recoupe.dossier.web import adding
from recoupe.model import Capture, Declared, Failure
from recoupe.store import Casefile, new_casefile
from tests.dossier.web.browsing import opened, served
from tests.dossier.web.hands import BOTH, Hand, Mouse, clean

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

WIDE = {"viewport": {"width": 1280, "height": 800}}
TEXT = "The dam held\n\n“It held all night,” the mayor, Jo Lind, said on Tuesday."
SEND = ".working form[action='/add'] > button"
OPEN = "[data-key=a]"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with new_casefile(str(tmp_path / "case"), author="Ana", name="The dam") as made:
        yield made


@pytest.fixture
def address(case: Casefile) -> Iterator[str]:
    with served(case) as at:
        yield at


def read(page: playwright.Page, case: Casefile, hand: Hand) -> str:
    """Wait until a report is read, open it, and return who speaks in it."""
    page.get_by_text("open the report").wait_for()
    clean(page)
    with page.expect_navigation():
        hand.press(page, "main a:has-text('open the report')")
    clean(page)
    [kept] = case.readings()
    return kept.reading.statements[0].speaker_name or ""


@BOTH
def test_a_pasted_text_is_added(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    with opened(chromium, address, "/", **WIDE) as page:
        hand.press(page, OPEN, key="a")
        hand.fill(page, "#text", TEXT)
        hand.fill(page, "#outlet", "The Nova Post")
        with page.expect_navigation():
            hand.press(page, SEND)
        assert read(page, case, hand) == "Jo Lind"
    assert next(case.reports()).outlet == "The Nova Post"


@BOTH
def test_a_file_is_added(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand, tmp_path: Path
) -> None:
    file = tmp_path / "dam.txt"
    file.write_text(TEXT)
    with opened(chromium, address, "/", **WIDE) as page:
        hand.press(page, OPEN, key="a")
        with page.expect_file_chooser() as chosen:
            hand.press(page, "#file")
        chosen.value.set_files(file)
        with page.expect_navigation():
            hand.press(page, SEND)
        assert read(page, case, hand) == "Jo Lind"


@BOTH
def test_an_address_is_added(
    chromium: playwright.Browser,
    address: str,
    case: Casefile,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fetched(
        inputs: Sequence[str], *, declared: Declared, allow_private: bool
    ) -> Iterator[Capture | Failure]:
        assert not allow_private
        yield from capture_content(TEXT.encode(), inputs[0], declared=declared)

    monkeypatch.setattr(adding, "capture_inputs", fetched)
    with opened(chromium, address, "/", **WIDE) as page:
        hand.press(page, OPEN, key="a")
        hand.fill(page, "#url", "https://paper.example/dam")
        with page.expect_navigation():
            hand.press(page, SEND)
        assert read(page, case, hand) == "Jo Lind"


@BOTH
def test_what_cannot_be_fetched_says_why(
    chromium: playwright.Browser, address: str, hand: Hand
) -> None:
    with opened(chromium, address, "/", **WIDE) as page:
        hand.press(page, OPEN, key="a")
        if isinstance(hand, Mouse):
            page.locator("#url").click()
        page.keyboard.insert_text("http://127.0.0.1:1/x")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.get_by_text("All is done.").wait_for()
        assert "127.0.0.1" in page.locator("main").inner_text()
        clean(page)
