"""The page in a real Chromium: clicks, keys, narrow screens, dark, print, no script, no errors."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.dossier import PageFolder
from recoupe.export import line
from recoupe.model import Capture, Reading

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def files(
    flood: Reading, capture: Capture, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, ...]:
    """The addresses of a report's page and of the index of its folder."""
    path = tmp_path_factory.mktemp("pages")
    folder = PageFolder(path, line=line)
    folder.add(capture, flood)
    folder.finish()
    return tuple(page.as_uri() for page in sorted(path.glob("*.html")))


@pytest.fixture(scope="module")
def tab(chromium: playwright.Browser) -> playwright.Page:
    """One tab for all tests: to open one takes longer than most tests."""
    return chromium.new_page()


@pytest.fixture
def page(tab: playwright.Page, files: tuple[str, ...]) -> Iterator[playwright.Page]:
    """The report's page, as on a desk; afterwards nothing may have been complained of."""
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(media="screen", color_scheme="light")
    tab.goto("about:blank")
    tab.goto(files[0])
    yield tab
    assert complaints == []


def seen(page: playwright.Page, selector: str) -> bool:
    """Whether the first such element lies within the window, and not scrolled out of its list."""
    return bool(
        page.locator(selector).first.evaluate(
            """element => {
                const box = element.getBoundingClientRect();
                const x = box.left + Math.min(box.width / 2, 5), y = box.top + 5;
                const top = document.elementFromPoint(x, y);
                return !!top && (element.contains(top) || top.contains(element));
            }"""
        )
    )


def background(page: playwright.Page, selector: str) -> str:
    return str(
        page.locator(selector).first.evaluate(
            "element => getComputedStyle(element).backgroundColor"
        )
    )


def click_to_and_fro(page: playwright.Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 320})
    before = background(page, "#report .of-statement-4")
    page.click("#statement-4 blockquote a")
    assert page.url.endswith("#in-statement-4")
    assert seen(page, "#in-statement-4")
    assert background(page, "#report .of-statement-4") != before
    assert background(page, "#statement-4") == background(page, "#report .of-statement-4")
    page.click("#report .content.of-statement-5 a.to")
    assert page.url.endswith("#statement-5")
    assert seen(page, "#statement-5")
    assert background(page, "#report .of-statement-4") == before


def test_a_statement_shows_its_mark_and_a_mark_its_row(page: playwright.Page) -> None:
    click_to_and_fro(page)


def test_so_it_does_without_javascript(
    chromium: playwright.Browser, files: tuple[str, ...]
) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(files[0])
    click_to_and_fro(page)
    assert not page.locator(".script-only").is_visible()
    page.close()


def test_everything_works_by_keyboard(page: playwright.Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert seen(page, ".skip")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#statement-1 .badge')"):
            break
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert page.url.endswith("#in-statement-1")
    for key in "jjk":
        page.keyboard.press(key)
    assert page.url.endswith("#in-statement-2")


CONTRAST = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const rgb = (css, under) => {
        canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const shine = ([r, g, b]) => [r, g, b].map(c => c / 255)
        .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (node) => {
        const chain = [];
        for (let at = node; at; at = at.parentElement) chain.unshift(at);
        return chain.reduce((under, at) => {
            const [r, g, b] = rgb(getComputedStyle(at).backgroundColor, under);
            return `rgb(${r},${g},${b})`;
        }, "white");
    };
    const poor = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !node.checkVisibility()) continue;
        if (["SCRIPT", "STYLE"].includes(node.tagName)) continue;
        const under = ground(node);
        const a = shine(rgb(getComputedStyle(node).color, under)), b = shine(rgb(under, under));
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) poor.push(`${ratio.toFixed(2)} ${node.className} ${node.textContent}`);
    }
    return poor;
}"""


def test_contrast_is_enough_in_both_schemes(page: playwright.Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.goto(page.url + "#in-statement-2")
    paper = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        paper[scheme] = background(page, "html")
        assert page.evaluate(CONTRAST) == []
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 18, 18)"}


def test_a_phone_scrolls_only_downwards(page: playwright.Page, files: tuple[str, ...]) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    for address in files:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_paper_has_all_of_it(page: playwright.Page) -> None:
    page.emulate_media(media="print")
    # A4 less the margins of the style sheet, at 96 pixels to the inch.
    page.set_viewport_size({"width": round((210 - 28) / 25.4 * 96), "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#statements").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    style = "element => getComputedStyle(element).textDecorationStyle"
    marks = [page.locator(f"#report .{role}").first.evaluate(style) for role in ("content", "cue")]
    assert marks == ["solid", "dotted"]
    assert page.pdf(format="A4").startswith(b"%PDF")
