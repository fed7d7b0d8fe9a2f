"""Every kind of page, wide and narrow, in both languages and colour schemes, in a real Chromium.

No page complains of anything, asks another machine, or fails an accessibility rule. Pictures of all
are left in ``build/screenshots`` as ``<page>-<width>-<language>-<scheme>.png``, to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from recoupe.dossier.files import Handed, write_dossier
from recoupe.export.masking.kept import masked_store
from recoupe.store import Casefile
from tests.dossier.everything import ARABIC, ARCHIVED, HEBREW, LONG, MAN, WOMAN, everything
from tests.dossier.web.browsing import served
from tests.dossier.web.conftest import token_of
from tests.dossier.web.hands import TOO_WIDE
from tests.export.masking.world import OPEN

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

PICTURES = Path("build") / "screenshots"
STALE = """() => {
  const form = document.querySelector("form:has(> [name=action][value=confirm])");
  form.querySelector("[name=seen]").value = "of-yesterday";
  form.requestSubmit();
}"""
"""Sends a form as it would be, had somebody else reviewed the same since it was opened."""
FACTS = """() => ({
  lang: document.documentElement.lang,
  title: document.title,
  heads: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
  repeated: [...document.querySelectorAll("[id]")].map((one) => one.id)
    .filter((id, at, all) => all.indexOf(id) !== at),
})"""
FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return one !== document.body && style.outlineStyle !== "none"
    && parseFloat(style.outlineWidth) >= 2 && box.left >= 0 && box.top >= 0 && box.height > 0;
}"""
CUT = """() => [...document.querySelectorAll("main *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .visually-hidden"))
  .filter((one) => ["hidden", "clip", "auto", "scroll"].includes(getComputedStyle(one).overflowX)
    ? one.scrollWidth > one.clientWidth + 8 && one.clientWidth > 0
    : one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 160))"""
"""What does not fit on the paper."""


@dataclass(frozen=True)
class Opened:
    """A page to open.

    It is at ``address``, or where it was written in French at ``french``. ``titles`` are
    words of its title in English and in French, ``status`` is what it answers, and ``then`` is what
    is done there.
    """

    address: str
    titles: tuple[str, str]
    status: int = 200
    then: str = ""
    french: str = ""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with (
        pytest.MonkeyPatch.context() as patched,
        closing(everything(tmp_path_factory.mktemp("everything"))) as made,
    ):
        patched.setattr("recoupe.dossier.pages.story.FINDINGS", 2)
        yield made


@pytest.fixture(scope="module")
def pages(case: Casefile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Opened]]:
    """Every kind of page by name: of the application, of one that masks, of a dossier in files."""
    folder = tmp_path_factory.mktemp("handed")
    for language in ("en", "fr"):
        write_dossier(case, folder / language, Handed(language))
        write_dossier(case, folder / f"{language}.html", Handed(language))
    with served(case) as at, closing(masked_store(case, "en")) as hidden, served(hidden) as masked:
        token = token_of(httpx.get(f"{at}/").text)
        httpx.post(f"{at}/check", data={"form_token": token})
        yield {
            **{name: one_of(at, page) for name, page in written(case).items()},
            **{name: one_of(at, page) for name, page in worked(case).items()},
            **{name: one_of(masked, page) for name, page in masked_pages(hidden).items()},
            **in_files(folder),
        }


def one_of(at: str, page: Opened) -> Opened:
    return Opened(at + page.address, page.titles, page.status, page.then)


def same(words: str) -> tuple[str, str]:
    return words, words


def written(case: Casefile) -> dict[str, Opened]:
    """The pages to be read."""
    readings = {one.reading.article.url: one.reading for one in case.readings()}
    versions = [one.reading for one in case.readings(latest=False)]
    both_ways = readings["https://levant.example/gare"]
    parties = case.parties_of(both_ways.article.id)
    stories = {one.story.title: one.story.id for one in case.stories(limit=9, offset=0).stories}
    title, story = next((name, id_) for name, id_ in stories.items() if WOMAN in (name or ""))
    report = versions[1].article
    copied = next(one for one in versions if "copy.example" in str(one.article.url)).article
    said, answered, _ = both_ways.statements
    return {
        "case": Opened("/", same(case.status().name)),
        "story": Opened(f"/stories/{story}", same(title or "")),
        "story-page-2": Opened(f"/stories/{story}?page=2", same(title or "")),
        "report": Opened(f"/reports/{report.id}", same(report.title or "")),
        "report-copied": Opened(f"/reports/{copied.id}", same(copied.title or "")),
        "report-right-to-left": Opened(f"/reports/{both_ways.article.id}", same(WOMAN)),
        "report-archived": Opened(
            f"/reports/{readings[ARCHIVED].article.id}", same("31 people killed")
        ),
        "statement": Opened(f"/statements/{said.id}", same(WOMAN)),
        "statement-right-to-left": Opened(f"/statements/{answered.id}", same(MAN)),
        "speaker": Opened(f"/speakers/{parties[said.speaker or '']}", same(WOMAN)),
        "outlet": Opened("/outlets/The%20Paper", same("The Paper")),
        "search": Opened("/search?q=dead", ("Search", "Chercher")),
        "search-nothing": Opened("/search?q=nothing+like+it", ("Search", "Chercher")),
        "quality": Opened("/quality", ("How good is this?", "Que vaut tout cela ?")),
        "docs": Opened("/docs", ("The JSON interface", "L’interface JSON")),
        "login": Opened("/login", ("Log in", "Entrer")),
    }


def worked(case: Casefile) -> dict[str, Opened]:
    """The pages to work in, and those that say that something was not done."""
    finding = case.findings().findings[0]
    story = finding.story
    reading = next(one.reading for one in case.readings() if one.reading.article.url == OPEN)
    article = reading.article.id
    party = case.parties_of(article)[reading.entities[0].id]
    not_done = ("This was not done", "Ce n’est pas fait")
    meanwhile = ("Somebody reviewed it meanwhile", "Quelqu’un l’a relu entre-temps")
    return {
        "tasks": Opened("/tasks", ("In progress", "En cours")),
        "reviews": Opened("/reviews", ("Reviews", "Relectures")),
        "work-finding": Opened(f"/work/findings/{finding.id}", ("Join or part", "Réunir")),
        "work-story": Opened(f"/work/stories/{story}", ("Join or part", "Réunir")),
        "work-speaker": Opened(f"/work/speakers/{party}", ("Join or part", "Réunir")),
        "work-copies": Opened(f"/work/copies/{article}", ("copies", "reprend")),
        "work-record": Opened(f"/work/records/{reading.places[0].id}", ("Review", "Relire")),
        "stale": Opened(f"/statements/{reading.statements[0].id}", meanwhile, 409, STALE),
        "not-found": Opened("/stories/none", not_done, 404),
        "misused": Opened("/search?offset=-1", not_done, 422),
    }


def masked_pages(store: Any) -> dict[str, Opened]:
    reading = next(one.reading for one in store.readings())
    story = store.stories(limit=1, offset=0).stories[0].story
    return {
        "masked-case": Opened("/", same(store.status().name)),
        "masked-story": Opened(f"/stories/{story.id}", same(story.title)),
        "masked-report": Opened(f"/reports/{reading.article.id}", same("")),
        "refused": Opened("/work/findings/any", ("This was not done", "Ce n’est pas fait"), 403),
    }


def in_files(folder: Path) -> dict[str, Opened]:
    """Pages of the dossier in a folder and in one file, which was written in each language."""
    kinds = {
        "folder": "index.html",
        "folder-quality": "quality.html",
        "folder-story": "stories/*.html",
        "folder-report": "reports/*.html",
        "folder-statement": "statements/*/*.html",
        "folder-speaker": "speakers/*.html",
        "folder-outlet": "outlets/*.html",
    }
    english, french = folder / "en", folder / "fr"
    pages = {
        name: Opened(largest(english, kind), same(""), french=largest(french, kind))
        for name, kind in kinds.items()
    }
    ends = {"single": ".html", "single-story": ".html#p3"}
    return pages | {
        name: Opened(f"{english.as_uri()}{end}", same(""), french=f"{french.as_uri()}{end}")
        for name, end in ends.items()
    }


def largest(folder: Path, kind: str) -> str:
    return max(folder.glob(kind), key=lambda one: one.stat().st_size).as_uri()


@contextmanager
def listened(context: Any, complaints: list[str]) -> Iterator[Any]:
    """Yield a page; what it complains of, and whom it asks beside this machine, is noted."""
    page = context.new_page()
    page.set_default_timeout(120_000)
    ours = ("http://localhost:", "file:", "data:")
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda one: complaints.extend({one.url} if not one.url.startswith(ours) else ())
    )
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_right(
    chromium: Any, pages: dict[str, Opened], *, width: int, language: str, scheme: str
) -> None:
    view = {"width": width, "height": 800}
    context = chromium.new_context(viewport=view, locale=language, color_scheme=scheme)
    wrong: list[str] = []
    complaints: list[str] = []
    PICTURES.mkdir(parents=True, exist_ok=True)
    with listened(context, complaints) as page:
        for name, one in pages.items():
            complaints.clear()
            opened(page, one, language)
            found = [*looked_at(page, one, language), *complained(one, complaints)]
            wrong += [f"{name}: {fault}" for fault in found]
            picture = PICTURES / f"{name}-{width}-{language}-{scheme}.png"
            page.screenshot(path=picture, full_page=True)
    context.close()
    assert not wrong, "\n".join(wrong)


def opened(page: Any, one: Opened, language: str) -> None:
    address = one.french if language == "fr" and one.french else one.address
    if one.then:
        page.goto(address)
        with page.expect_navigation():
            page.evaluate(one.then)
        return
    if page.url.partition("#")[0] == address.partition("#")[0]:
        page.goto("about:blank")  # a fragment alone loads nothing anew
    answer = page.goto(address)
    answered = answer.status if answer is not None else one.status
    assert one.status in {200, answered}, one


def looked_at(page: Any, one: Opened, language: str) -> Iterator[object]:
    """Yield what is wrong with the page that is open."""
    facts = page.evaluate(FACTS)
    title = one.titles[0 if language == "en" else 1]
    if facts["lang"] != language:
        yield f"is in {facts['lang']}"
    if title not in facts["title"] or not facts["title"].endswith("Recoupe"):
        yield f"is called {facts['title']}, not {title}"
    if facts["heads"] != 1:
        yield f"has {facts['heads']} headings of the first level"
    if facts["repeated"]:
        yield f"has ids twice: {facts['repeated'][:3]}"
    yield from page.evaluate(TOO_WIDE)
    options = {"preload": False, "resultTypes": ["violations"]}
    for found in axe.Axe().run(page, options=options).response["violations"]:
        yield found["id"], found["nodes"][0]["html"]
    page.keyboard.press("Tab")
    if not page.evaluate(FOCUSED):
        yield f"focus is not seen: {page.evaluate('document.activeElement.outerHTML')[:200]}"
    page.evaluate("document.activeElement.blur()")


def complained(one: Opened, complaints: list[str]) -> Iterator[str]:
    """Yield complaints, but for the browser's own that the page is one of an error."""
    yield from (text for text in complaints if f"a status of {one.status} " not in text)


def test_names_from_right_to_left_are_shown_so(chromium: Any, pages: dict[str, Opened]) -> None:
    direction = """(words) => {
      const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walk.nextNode(); node; node = walk.nextNode())
        if (node.data.includes(words)) {
          const own = node.parentElement.closest("bdi, [dir]");
          found.push(own ? getComputedStyle(own).direction : "of the page");
        }
      return found;
    }"""
    page = chromium.new_page()
    for name, words in (
        ("statement", WOMAN),
        ("statement-right-to-left", MAN),
        ("speaker", WOMAN),
        ("story", MAN),
    ):
        page.goto(pages[name].address)
        found = page.evaluate(direction, words)
        assert "rtl" in found, name
        assert "of the page" not in found, name
    assert ARABIC in page.locator("main").text_content()
    page.goto(pages["report-right-to-left"].address)
    text = page.locator(".article-text").inner_text()
    assert HEBREW in text
    assert LONG in text
    page.close()


@pytest.mark.parametrize("name", ["story", "report", "report-archived", "folder-story", "single"])
def test_on_paper_nothing_is_cut_and_nothing_is_there_to_press(
    chromium: Any, pages: dict[str, Opened], name: str
) -> None:
    paper = {"width": 688, "height": 1000}  # of A4 between its margins
    page = chromium.new_page(viewport=paper, color_scheme="dark")
    opened(page, pages[name], "en")
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []
    assert page.locator("nav:visible, button:visible, input:visible, .skip:visible").count() == 0
    ink = page.evaluate(
        """() => [...document.querySelectorAll("main a[href]")]
          .filter((one) => one.checkVisibility())
          .map((one) => getComputedStyle(one).color)"""
    )
    assert set(ink) <= {"rgb(0, 0, 0)", "rgb(68, 68, 68)"}
    page.screenshot(path=PICTURES / f"{name}-print.png", full_page=True)
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
