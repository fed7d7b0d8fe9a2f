"""Readings made by hand, so that pages are tested whatever the readers find."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from recoupe.model import (
    Article,
    Capture,
    Entity,
    Event,
    Evidence,
    Figure,
    Place,
    Reader,
    Reading,
    Span,
    Statement,
    Time,
    make_capture,
)
from tests.conftest import WHEN

BASE = Statement(
    id="",
    content=(),
    cue=(),
    source=(),
    speaker=None,
    speaker_name=None,
    kind="direct",
    stance="asserts",
    hedged=False,
    within=None,
    via=(),
    confidence=0.9,
)

FRENCH = """La digue de Valmont a cédé, dit la mairie

La maire, Jeanne Roux, a déclaré mardi que « la digue a cédé à l’aube » et que le préfet \
a dit : « Partez. »

« Rien n’a cédé », assure-t-elle n’avoir jamais dit, « et rien ne cédera », a répondu Paul Lenoir.

Quelques centaines d’habitants seraient bloqués, selon les pompiers. \
Plus de 100 personnes ont été évacuées vers Lyon.

Vue de la digue

Lire aussi : nos lecteurs racontent"""


class Sketch:
    """An article and the records drawn on it, found by their words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.records: dict[str, list[object]] = {}

    def at(self, words: str, after: int = 0) -> Span:
        start = self.article.text.index(words, after)
        return self.article.span(start, start + len(words))

    def add(self, kind: str, record: object) -> Sketch:
        self.records.setdefault(kind, []).append(record)
        return self

    def says(
        self, name: str, *content: str, cue: str = "", source: str = "", **more: object
    ) -> str:
        spans = tuple(self.at(words) for words in content)
        made = replace(
            BASE,
            id=f"s{len(self.records.get('statements', ()))}",
            content=spans,
            cue=(self.at(cue),) if cue else (),
            source=(self.at(source),) if source else (),
            speaker_name=name or None,
            **more,  # type: ignore[arg-type]
        )
        self.add("statements", made)
        return made.id

    def reading(self) -> Reading:
        names = ("statements", "entities", "places", "times", "figures", "events", "evidence")
        lists = {name: tuple(self.records.get(name, ())) for name in names}
        readers = (Reader("statements", "rules", "1"),)
        return Reading(article=self.article, readers=readers, **lists)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def sketch(article_of: Callable[..., Article]) -> Callable[..., Sketch]:
    """``sketch(text, …)`` begins a reading of ``article_of(text, …)``."""

    def begin(text: str, *args: object, **options: object) -> Sketch:
        return Sketch(article_of(text, *args, **options))

    return begin


@pytest.fixture(scope="session")
def flood(sketch: Callable[..., Sketch]) -> Reading:
    """A French report with nested and discontinuous statements, and some of every record."""
    kinds = ("headline", "paragraph", "paragraph", "paragraph", "caption", "boilerplate")
    drawn = sketch(FRENCH, "fr", "2024-03-06", kinds)
    at = drawn.at
    drawn.says(
        "Jeanne Roux", "La digue de Valmont a cédé", cue="dit", source="la mairie", speaker="e1"
    )
    outer = drawn.says(
        "Jeanne Roux",
        "« la digue a cédé à l’aube » et que le préfet a dit : « Partez. »",
        cue="a déclaré",
        source="La maire, Jeanne Roux,",
        kind="mixed",
        speaker="e1",
    )
    drawn.says("", "« Partez. »", cue="a dit", source="le préfet", stance="demands", within=outer)
    drawn.says(
        "Paul Lenoir",
        "« Rien n’a cédé »",
        "« et rien ne cédera »",
        cue="a répondu",
        source="Paul Lenoir",
        stance="denies",
        speaker="e2",
        confidence=0.3,
    )
    firemen = drawn.says(
        "pompiers de l’Ain",
        "Quelques centaines d’habitants seraient bloqués",
        cue="selon",
        source="les pompiers",
        kind="indirect",
        hedged=True,
        via=("e2",),
    )
    mayor = Entity(
        "e1",
        "person",
        "Jeanne Roux",
        ("Mme Roux",),
        (at("La maire"),),
        None,
        (at("Jeanne Roux"),),
        (at("elle"),),
    )
    other = Entity("e2", "person", "Paul Lenoir", (), (), "e1", (at("Paul Lenoir"),), ())
    drawn.add("entities", mayor).add("entities", other)
    lyon = Place("p1", at("Lyon"), "Lyon", "city", 45.7485, 4.8467, 8000, "FR", 2996944, None, 0.9)
    lost = Place("p2", at("Valmont"), "Valmont", "city", None, None, None, None, None, None, 0.2)
    drawn.add("places", lost).add("places", lyon)
    drawn.add(
        "times", Time("t1", at("mardi"), "DATE", "2024-03-05", "2024-03-05", "2024-03-05", 0.9)
    )
    drawn.add("times", Time("t2", at("à l’aube"), "TIME", None, None, None, 0.3))
    some = Figure(
        "f1",
        at("Quelques centaines"),
        200,
        900,
        True,
        "trapped",
        "habitants",
        firemen,
        True,
        "t1",
        "p2",
    )
    many = Figure(
        "f2",
        at("Plus de 100 personnes"),
        101,
        None,
        False,
        "evacuated",
        None,
        None,
        False,
        None,
        "p1",
    )
    drawn.add("figures", some).add("figures", many)
    drawn.add(
        "events",
        Event(
            "v1",
            at("évacuées"),
            "Strategic developments",
            "Other",
            None,
            ("e1",),
            ("e2",),
            "p1",
            "t1",
            ("f2",),
            (),
            (firemen,),
            True,
            True,
        ),
    )
    drawn.add(
        "evidence",
        Evidence(
            "d1",
            at("Vue de la digue"),
            "photo",
            "drone",
            "Telegram",
            "e2",
            "javascript:alert(1)",
            at("la digue", 60),
        ),
    )
    return drawn.reading()


@pytest.fixture(scope="session")
def capture() -> Capture:
    """The capture of some page."""
    return make_capture(
        b"<p>page</p>", source="page.html", media_type="text/html", captured_at=WHEN
    )


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser, as Debian packages it; skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no chromium on the path")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
