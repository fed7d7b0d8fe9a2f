"""Findings, stories, parties and copies in a real Chromium: with the mouse, and with keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Review
from recoupe.store import Casefile, new_casefile
from tests.dossier.storied import STORY, Storied, storied
from tests.dossier.web.browsing import opened, served
from tests.dossier.web.hands import BOTH, Hand, Mouse, came_back, clean
from tests.store import building

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

WIDE = {"viewport": {"width": 1280, "height": 800}}
TOLL = f"/stories/{STORY}?finding=finding-toll"
DENIAL = "#finding-shelling"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storied]:
    with storied(tmp_path / "case") as made:
        yield made


@pytest.fixture
def at_story(story: Storied) -> Iterator[str]:
    with served(story.case) as at:
        yield at


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[Casefile]:
    """Yield a checked case of two stories, and of two names for one woman."""
    with new_casefile(str(tmp_path / "case"), author="Ana", name="The dam") as made:
        for number in range(3):
            address = f"https://paper{number}.example/dam"
            speaker = "Anna Berzina" if number else "Berzina"
            made.add_report(*building.report(address, speaker=speaker, version="2"), author="Ana")
        check_case(made, LocalEngine())
        yield made


@pytest.fixture
def at_case(checked: Casefile) -> Iterator[str]:
    with served(checked) as at:
        yield at


def told(case: Casefile, target: str) -> list[tuple[str, bool]]:
    """Return what was done to something, and whether it holds."""
    return [(one.action, one.in_force) for one in case.reviews(target) if one.target == target]


def last(case: Casefile) -> Review:
    """Return the review that was made last."""
    return list(case.reviews())[-1]


def to_finding(page: playwright.Page, hand: Hand, which: int) -> None:
    """Go to one of the findings: the mouse sees it, keys step to it."""
    for _ in range(0 if isinstance(hand, Mouse) else which):
        page.keyboard.press("j")


@BOTH
def test_findings_are_confirmed_and_rejected_one_by_one(
    chromium: playwright.Browser, at_story: str, story: Storied, hand: Hand
) -> None:
    with opened(chromium, at_story, f"/stories/{STORY}", **WIDE) as page:
        to_finding(page, hand, 2)
        with page.expect_navigation():
            hand.press(page, f"[data-scope]:has({DENIAL}) [data-key=c]", key="c")
        came_back(page)
        assert page.evaluate("document.activeElement.id") == "finding-shelling"
        if not isinstance(hand, Mouse):
            page.keyboard.press("k")
        with page.expect_navigation():
            hand.press(page, "[data-scope]:has(#finding-toll) [data-key=x]", key="x")
        came_back(page)
        assert page.evaluate("document.activeElement.id") == "finding-toll"
        assert told(story.case, "finding-shelling") == [("confirm", True)]
        assert told(story.case, "finding-toll") == [("reject", True)]
        hand.press(page, "#rejected > summary")
        with page.expect_navigation():
            hand.press(page, "#rejected button")
        came_back(page)
    assert told(story.case, "finding-toll") == [("reject", False)]


@BOTH
def test_a_finding_is_joined_with_another(
    chromium: playwright.Browser, at_story: str, story: Storied, hand: Hand
) -> None:
    with opened(chromium, at_story, f"/stories/{STORY}", **WIDE) as page:
        to_finding(page, hand, 1)
        with page.expect_navigation():
            hand.press(page, "[data-scope]:has(#finding-toll) [data-key=m]", key="m")
        clean(page)
        hand.fill(page, "#join-q", "shell")
        with page.expect_navigation():
            hand.press(page, "form:has(#join-q) > button")
        hand.tick(page, "who shelled the dam")
        hand.fill(page, "#join-reason", "one night")
        with page.expect_navigation():
            hand.press(page, "#join form[method=post] > button")
        came_back(page)
        assert page.evaluate("document.activeElement.id") == "finding-toll"
    review = last(story.case)
    assert (review.action, review.others, review.reason) == (
        "merge",
        ("finding-shelling",),
        "one night",
    )


@BOTH
def test_words_are_parted_from_a_finding(
    chromium: playwright.Browser, at_story: str, story: Storied, hand: Hand
) -> None:
    with opened(chromium, at_story, "/work/findings/finding-toll", **WIDE) as page:
        hand.tick(page, "We counted 30 dead")
        with page.expect_navigation():
            hand.press(page, "#part form > button")
        came_back(page)
        with page.expect_navigation():
            hand.press(page, "#done button", key="u")
        came_back(page)
    assert told(story.case, "finding-toll") == [("split", False)]


@BOTH
def test_a_report_is_parted_from_a_story_and_the_stories_are_joined(
    chromium: playwright.Browser, at_case: str, checked: Casefile, hand: Hand
) -> None:
    whole = checked.stories().stories[0].story
    with opened(chromium, at_case, f"/stories/{whole.id}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, ".working-bar > [data-key=m]", key="m")
        clean(page)
        hand.tick(page, "12 people killed")
        with page.expect_navigation():
            hand.press(page, "#part form[method=post] > button")
        came_back(page)
        assert told(checked, whole.id) == [("split", True)]
        with page.expect_navigation():
            hand.press(page, "#done form[action='/check'] button")
        page.get_by_text("All is done.").wait_for()
        clean(page)
        parts = [kept.story for kept in checked.stories().stories]
        assert len(parts) == 2
        page.goto(f"{at_case}/work/stories/{parts[0].id}")
        hand.tick(page, "12 people killed")
        with page.expect_navigation():
            hand.press(page, "#join form[method=post] > button")
        came_back(page)
    check_case(checked, LocalEngine())
    assert checked.stories().total == 1


@BOTH
def test_two_names_are_joined_and_one_mention_is_parted(
    chromium: playwright.Browser, at_case: str, checked: Casefile, hand: Hand
) -> None:
    reports = [one.reading for one in checked.readings()]
    short, long = (checked.parties_of(one.article.id)[one.statements[0].id] for one in reports[:2])
    assert short != long
    with opened(chromium, at_case, f"/speakers/{long}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, "[data-key=m]", key="m")
        clean(page)
        hand.tick(page, "Berzina")  # of one name, so it is suggested
        with page.expect_navigation():
            hand.press(page, "#join form[method=post] > button")
        came_back(page)
        assert checked.party(short).id == long
        with page.expect_navigation():
            hand.press(page, "[data-key=m]", key="m")
        hand.tick(page, "12 people killed")
        with page.expect_navigation():
            hand.press(page, "#part form > button")
        came_back(page)
        assert checked.party(long).named_in == 2
        hand.press(page, "[data-key=e]", key="e")
        hand.fill(page, "#party-name", "Anna Berzina, mayor")
        with page.expect_navigation():
            hand.press(page, "form:has(#party-name) > button")
        came_back(page)
        assert "Anna Berzina, mayor" in page.locator("h1").inner_text()


@BOTH
def test_copies_are_said_and_unsaid(
    chromium: playwright.Browser, at_story: str, story: Storied, hand: Hand
) -> None:
    report = story.articles[2].id
    with opened(chromium, at_story, f"/reports/{report}", **WIDE) as page:
        with page.expect_navigation():
            hand.press(page, "#taken form button")
        came_back(page)
        assert last(story.case).action == "split"
        with page.expect_navigation():
            hand.press(page, ".working-bar > [data-key=m]", key="m")
        clean(page)
        hand.tick(page, "30 people killed")
        with page.expect_navigation():
            hand.press(page, "#join form[method=post] > button")
        came_back(page)
    review = last(story.case)
    assert (review.action, review.kind) == ("merge", "lineage")


@BOTH
def test_a_stale_join_is_refused_and_can_be_asked_again(
    chromium: playwright.Browser, at_story: str, story: Storied, hand: Hand
) -> None:
    work = "/work/findings/finding-toll"
    with (
        opened(chromium, at_story, work, expected="status of 409", **WIDE) as mine,
        opened(chromium, at_story, TOLL, **WIDE) as hers,
    ):
        with hers.expect_navigation():
            hers.locator("[data-scope]:has(#finding-toll) [data-key=c]").click()
        hand.tick(mine, "who shelled the dam")
        with mine.expect_navigation():
            hand.press(mine, "#join form[method=post] > button")
        assert "confirmed" in mine.locator("#h-theirs ~ table").inner_text()
        clean(mine)
        with mine.expect_navigation():
            hand.press(mine, "form:has([name=seen]) > button")
        came_back(mine)
    assert told(story.case, "finding-toll") == [("confirm", True), ("merge", True)]
