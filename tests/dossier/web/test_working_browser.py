"""Working in a case in a real Chromium: every task with the mouse, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Statement
from recoupe.store import Casefile, new_casefile
from tests.dossier.web.browsing import opened, served
from tests.store import building

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

PAGES = (
    "/",
    "/search?q=dead",
    "/search?q=nothing+like+it",
    "/quality",
    "/docs",
    "/tasks",
    "/login",
)
WIDE = {"viewport": {"width": 1280, "height": 800}}
TEXT = "The dam held\n\n“It held all night,” the mayor, Jo Lind, said on Tuesday."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    folder: Path = tmp_path_factory.mktemp("working")
    with new_casefile(str(folder / "case"), author="Ana", name="The <dam>") as made:
        for number in range(25):
            made.add_report(*building.report(f"https://paper.example/{number}"), author="Ana")
        made.add_report(*building.report("https://paper.example/1", killed=14), author="Ana")
        check_case(made, LocalEngine())
        yield made


@pytest.fixture(scope="module")
def address(case: Casefile) -> Iterator[str]:
    with served(case) as at:
        yield at


def statement(case: Casefile, number: int) -> Statement:
    """Return the first statement of a report; each test works on one of its own."""
    return list(case.readings())[number].reading.statements[0]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark")])
def test_pages_and_forms_are_accessible_and_scroll_only_downwards(
    chromium: playwright.Browser,
    address: str,
    case: Casefile,
    *,
    width: int,
    language: str,
    scheme: str,
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    reading = list(case.readings())[9].reading
    working = (f"/statements/{reading.statements[0].id}", f"/reports/{reading.article.id}")
    for at in (*PAGES, *working):
        with opened(chromium, address, at, locale=language, **options) as page:
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.lang") == language, at
            assert page.evaluate("document.documentElement.scrollWidth") == width, at
            found = axe.Axe().run(page).response["violations"]
            assert [(at, one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_statement_is_confirmed_and_taken_back_by_keys(
    chromium: playwright.Browser, address: str, case: Casefile
) -> None:
    said = statement(case, 0)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        with page.expect_navigation():
            page.keyboard.press("c")
        assert [one.action for one in case.reviews(said.id)] == ["confirm"]
        page.locator("#reviews button").first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert [one.in_force for one in case.reviews(said.id) if one.action == "confirm"] == [False]


def test_the_right_words_are_selected_with_the_mouse(
    chromium: playwright.Browser, address: str, case: Casefile
) -> None:
    said = statement(case, 1)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        page.get_by_text("Correct", exact=True).click()
        words = page.evaluate(
            """() => {
              const text = document.querySelector("#report");
              const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
              let node = walk.nextNode();
              while (node.data.trim().length < 8) node = walk.nextNode();
              const range = document.createRange();
              range.selectNodeContents(node);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return String(getSelection()).trim();
            }"""
        )
        assert len(words) >= 8
        page.locator("[data-fill='correct-content-1']").click()
        assert page.locator("#correct-content-1").input_value() == words
        page.locator("#reason-correct-statement").fill("the wider claim")
        with page.expect_navigation():
            page.get_by_role("button", name="Save the correction").click()
    kept = list(case.readings())[1].reading
    assert words in [one.content[0].text for one in kept.statements]


def test_two_people_do_not_overwrite_each_other(
    chromium: playwright.Browser, address: str, case: Casefile
) -> None:
    at = f"/statements/{statement(case, 2).id}"
    with (
        opened(chromium, address, at, expected="status of 409", **WIDE) as mine,
        opened(chromium, address, at, **WIDE) as hers,
    ):
        with hers.expect_navigation():
            hers.get_by_role("button", name="Reject").click()
        mine.get_by_text("Correct", exact=True).click()
        mine.locator("#correct-speaker_name").fill("Boris Vale")
        with mine.expect_navigation():
            mine.get_by_role("button", name="Save the correction").click()
        assert "Somebody reviewed it meanwhile" in mine.content()
        assert "Boris Vale" in mine.content()
    assert [one.action for one in case.reviews(at.rpartition("/")[2])] == ["reject"]


def test_a_text_is_added_by_keys_alone(
    chromium: playwright.Browser, address: str, case: Casefile
) -> None:
    before = case.status().counts["reports"]
    with opened(chromium, address, "/", **WIDE) as page:
        page.keyboard.press("a")
        page.locator("#text").focus()
        page.keyboard.insert_text(TEXT)
        page.locator("#text").press("Tab")
        page.locator(".working form button").first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.get_by_text("open the report").wait_for()
    assert case.status().counts["reports"] == before + 1


def test_the_search_is_a_key_away(chromium: playwright.Browser, address: str) -> None:
    with opened(chromium, address, "/quality", **WIDE) as page:
        page.keyboard.press("/")
        page.keyboard.insert_text("counted dead")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("mark").count() > 1
        first = page.url
        with page.expect_navigation():
            page.keyboard.press("j")
        assert page.url != first
