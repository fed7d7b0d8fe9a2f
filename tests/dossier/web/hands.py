"""Two ways of working in a page: with the mouse, and with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest

_STOPS = 600
"""Presses of the tab key after which something is held to be out of reach."""

_PLACE_OF = """([selector, words]) => {
  const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.parentElement.closest(".badge, .meta, h1, h2")) continue;
    nodes.push([node, text.length]);
    text += node.data;
  }
  const at = text.indexOf(words);
  if (at < 0) return null;
  const place = (where) => {
    const [node, start] = nodes.findLast(([, begin]) => begin <= where);
    return [node, where - start];
  };
  const range = document.createRange();
  range.setStart(...place(at));
  range.setEnd(...place(at + words.length - 1));
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  const letter = document.createRange();
  letter.setStart(...place(at + words.length - 1));
  letter.setEnd(letter.startContainer, letter.startOffset + 1);
  const first = [...range.getClientRects()].find((one) => one.width > 0);
  const last = letter.getBoundingClientRect();
  return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
}"""

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.outerHTML.slice(0, 200))"""


class Mouse:
    """Clicks what it sees."""

    def press(self, page: Any, selector: str, *, key: str = "") -> None:
        """Click something."""
        page.locator(selector).first.click()

    def fill(self, page: Any, selector: str, text: str) -> None:
        """Write into a field, in the place of what is in it."""
        page.locator(selector).first.click(click_count=3)
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)

    def tick(self, page: Any, label: str) -> None:
        """Click the label beside a box."""
        page.locator(f".ticks label:has-text('{label}')").first.click()

    def choose(self, page: Any, selector: str, value: str) -> None:
        """Choose one of a list."""
        page.locator(selector).first.select_option(value)

    def select(self, page: Any, within: str, words: str) -> None:
        """Drag over words of the page."""
        place = page.evaluate(_PLACE_OF, [within, words])
        assert place is not None, words
        left, top, right, bottom = place
        page.mouse.move(left + 0.5, top)
        page.mouse.down()
        page.mouse.move(right - 0.5, bottom, steps=6)
        page.mouse.up()


class Keys:
    """Never touches the mouse: letters that the page names, else the tab key."""

    def press(self, page: Any, selector: str, *, key: str = "") -> None:
        """Press the letter for something, or go there and press it."""
        if key:
            page.keyboard.press(key)
            return
        self._reach(page, selector)
        page.keyboard.press("Enter")

    def fill(self, page: Any, selector: str, text: str) -> None:
        """Go to a field, and write in the place of what is in it."""
        self._reach(page, selector)
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)

    def tick(self, page: Any, label: str) -> None:
        """Go to a box, and press the space bar."""
        self._reach(page, f"#{_box(page, label)}")
        page.keyboard.press("Space")

    def choose(self, page: Any, selector: str, value: str) -> None:
        """Go to a list, and move down until the value is chosen."""
        self._reach(page, selector)
        for _ in range(60):
            if page.evaluate("document.activeElement.value") == value:
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not in {selector}")

    def _reach(self, page: Any, selector: str) -> None:
        wanted = page.locator(selector).first
        for _ in range(_STOPS):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {selector}")


Hand = Mouse | Keys
BOTH = pytest.mark.parametrize("hand", [Mouse(), Keys()], ids=["mouse", "keys"])


def came_back(page: Any, author: str = "Ana") -> None:
    """Assert that the page that came back says who did what, with undo, and holds the focus."""
    told = page.locator("#done")
    assert author in told.inner_text()
    assert told.get_by_role("button").first.is_visible()
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost"
    clean(page)


def clean(page: Any) -> None:
    """Assert that axe finds nothing, and that the page scrolls only downwards."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate(TOO_WIDE) == []


def _box(page: Any, label: str) -> str:
    return str(page.locator(f".ticks label:has-text('{label}')").first.get_attribute("for"))
