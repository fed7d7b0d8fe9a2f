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
from tests.dossier.web.hands import BOTH, Hand, Mouse, came_back, clean
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
PROTECT = "details:has(form [name=action][value=protect]) > summary"
OTHER = "summary:text-is('Add something else that was missed')"


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


def statement_list(case: Casefile, number: int) -> tuple[str, list[str]]:
    """Return the article of a report, and the stances of its statements."""
    reading = list(case.readings())[number].reading
    return reading.article.id, [one.stance for one in reading.statements]


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
    finding = case.findings().findings[0]
    working = (
        f"/statements/{reading.statements[0].id}",
        f"/reports/{reading.article.id}",
        f"/stories/{finding.story}",
        f"/work/findings/{finding.id}",
        f"/work/stories/{finding.story}",
        f"/work/speakers/{case.parties_of(reading.article.id)[reading.statements[0].id]}",
        f"/work/copies/{reading.article.id}",
        f"/work/records/{reading.places[0].id}",
        "/reviews",
    )
    for at in (*PAGES, *working):
        with opened(chromium, address, at, locale=language, **options) as page:
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.lang") == language, at
            assert page.evaluate("document.documentElement.scrollWidth") == width, at
            found = axe.Axe().run(page).response["violations"]
            assert [(at, one["id"], one["nodes"][0]["html"]) for one in found] == []


@BOTH
def test_a_statement_is_confirmed_and_taken_back(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    said = statement(case, 0 if isinstance(hand, Mouse) else 1)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, "[data-key=c]", key="c")
        came_back(page)
        assert [one.action for one in case.reviews(said.id)] == ["confirm"]
        with page.expect_navigation():
            hand.press(page, "#done button", key="u")
        came_back(page)
        assert [one.in_force for one in case.reviews(said.id)] == [False, True]
        with page.expect_navigation():  # and the undoing is taken back
            hand.press(page, "#done button", key="u")
        assert "confirmed" in page.locator("main").inner_text()
        assert next(iter(case.reviews(said.id))).in_force


@BOTH
def test_a_statement_is_rejected_and_taken_back_later(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    number = 2 if isinstance(hand, Mouse) else 3
    said = statement(case, number)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, "[data-key=x]", key="x")
        came_back(page)
        assert said.id != statement(case, number).id
        page.goto(f"{address}/reviews")
        with page.expect_navigation():
            hand.press(page, f"tr:has-text('{said.content[0].text[:20]}') button")
        came_back(page)
    assert statement(case, number).id == said.id


@BOTH
def test_the_right_words_are_selected_in_the_text(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    number = 4 if isinstance(hand, Mouse) else 5
    said = statement(case, number)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        hand.press(page, "[data-key=e]", key="e")
        if isinstance(hand, Mouse):
            hand.select(page, "#report", "A shell hit the station")
            hand.press(page, "[data-fill='correct-content-1']")
            assert page.locator("#correct-content-1").input_value() == "A shell hit the station"
        else:
            hand.fill(page, "#correct-content-1", "A shell hit the station")
        hand.fill(page, "#reason-correct-statement", "no more is said")
        with page.expect_navigation():
            hand.press(page, "form:has(#correct-content-1) > button")
        came_back(page)
        assert "no more is said" in page.locator("#done").inner_text()
    assert statement(case, number).content[0].text == "A shell hit the station"


@BOTH
def test_a_missed_statement_is_added_by_its_words(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    number = 6 if isinstance(hand, Mouse) else 7
    article = statement_list(case, number)[0]
    with opened(chromium, address, f"/reports/{article}", **WIDE) as page:
        if isinstance(hand, Mouse):  # words first: the form that is opened has them
            hand.select(page, "#report", "Nobody fired there")
        hand.press(page, "[data-key=a]", key="a")
        if isinstance(hand, Mouse):
            assert page.locator("#add-statement-content-1").input_value() == "Nobody fired there"
        else:
            hand.fill(page, "#add-statement-content-1", "Nobody fired there")
        hand.fill(page, "#add-statement-speaker_name", "the ministry")
        hand.choose(page, "#add-statement-stance", "denies")
        with page.expect_navigation():
            hand.press(page, "form:has(#add-statement-content-1) > button")
        came_back(page)
        assert (
            "the ministry" in page.locator(".chosen, :target").first.inner_text()
            or "#in-" in page.url
        )
    assert "denies" in statement_list(case, number)[1]


@BOTH
@pytest.mark.parametrize("kind", ["figure", "place", "event"])
def test_other_things_that_were_missed_are_added(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand, kind: str
) -> None:
    number = 8 if isinstance(hand, Mouse) else 9
    article = statement_list(case, number)[0]
    words = {"figure": "12|1", "place": "station", "event": "posted"}[kind]
    name = "trigger" if kind == "event" else "span"
    with opened(chromium, address, f"/reports/{article}", **WIDE) as page:
        hand.press(page, OTHER)
        hand.press(page, f"details:has(> form #add-{kind}-{name}-1) > summary")
        hand.fill(page, f"#add-{kind}-{name}-1", words)
        if kind == "figure":
            hand.fill(page, "#add-figure-low", "12")
        if kind == "event":
            hand.choose(page, "#add-event-subtype", "Armed clash")
        with page.expect_navigation():
            hand.press(page, f"form:has(#add-{kind}-{name}-1) > button")
        came_back(page)
    assert [one.kind for one in case.reviews(article) if one.action == "add"].count(kind) == 1


@BOTH
def test_a_note_and_protection_are_written_and_lifted(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    said = statement(case, 10 if isinstance(hand, Mouse) else 11)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        hand.press(page, "[data-key=n]", key="n")
        hand.fill(page, "details[open] input[name=reason]", "ask her again")
        with page.expect_navigation():
            hand.press(page, "details[open] form button")
        came_back(page)
        hand.press(page, PROTECT)
        with page.expect_navigation():
            hand.press(page, "details[open] form:has([value=protect]) button")
        came_back(page)
        assert "Protected since" in page.locator("main").inner_text()
        with page.expect_navigation():
            hand.press(page, ".notice button")
        came_back(page)
        assert "Protected since" not in page.locator("main").inner_text()
    assert [one.action for one in case.reviews(said.id)] == ["note", "protect", "undo"]


@BOTH
def test_a_place_of_a_report_is_corrected_and_protected(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    number = 12 if isinstance(hand, Mouse) else 13
    reading = list(case.readings())[number].reading
    with opened(chromium, address, f"/reports/{reading.article.id}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, f"a[href='/work/records/{reading.places[0].id}']")
        clean(page)
        hand.fill(page, "#correct-name", "Old Port")
        with page.expect_navigation():
            hand.press(page, "form:has(#correct-name) > button")
        came_back(page)
        hand.press(page, PROTECT)
        with page.expect_navigation():
            hand.press(page, "details[open] form:has([value=protect]) button")
        came_back(page)
    kept = list(case.readings())[number]
    assert kept.reading.places[0].name == "Old Port"
    assert kept.marks[reading.places[0].id].protected


@BOTH
def test_two_people_do_not_overwrite_each_other(
    chromium: playwright.Browser, address: str, case: Casefile, hand: Hand
) -> None:
    number = 14 if isinstance(hand, Mouse) else 15
    at = f"/statements/{statement(case, number).id}"
    with (
        opened(chromium, address, at, expected="status of 409", **WIDE) as mine,
        opened(chromium, address, at, **WIDE) as hers,
    ):
        hers.get_by_text("Correct", exact=True).click()
        hers.locator("#correct-speaker_name").fill("Carla Vale")
        with hers.expect_navigation():
            hers.get_by_role("button", name="Save the correction").click()
        hand.press(mine, "[data-key=e]", key="e")
        hand.fill(mine, "#correct-speaker_name", "Boris Vale")
        with mine.expect_navigation():
            hand.press(mine, "form:has(#correct-speaker_name) > button")
        assert "Somebody reviewed it meanwhile" in mine.content()
        row = mine.locator("#h-yours ~ table tbody tr").first.inner_text()
        assert row.split("\t")[-2:] == ["Carla Vale", "Boris Vale"]
        clean(mine)
        with mine.expect_navigation():
            hand.press(mine, "form:has([name=seen]) > button")
        came_back(mine)
    assert statement(case, number).speaker_name == "Boris Vale"


def test_keys_are_listed_and_can_be_switched_off(
    chromium: playwright.Browser, address: str, case: Casefile
) -> None:
    said = statement(case, 16)
    with opened(chromium, address, f"/statements/{said.id}", **WIDE) as page:
        page.keyboard.press("?")
        listed = page.locator("#keys")
        assert "confirm this one" in listed.inner_text()
        assert "undo" not in listed.inner_text()
        clean(page)
        assert page.evaluate("document.activeElement.id") == "keys-on"
        page.keyboard.press("Space")
        page.keyboard.press("Escape")
        assert not listed.is_visible()
        page.keyboard.press("c")
        page.reload()
        page.keyboard.press("c")
        page.locator("#keys-open").click()
        assert not page.locator("#keys-on").is_checked()
    assert not list(case.reviews(said.id))


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
