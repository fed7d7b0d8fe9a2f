"""The page of one report: everything on it, everything linked, nothing alive in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from recoupe.dossier.page import MANY, reading_page
from recoupe.dossier.pages.reading import inferred_from
from recoupe.dossier.rendering import Links
from recoupe.model import Place, Reading
from tests.dossier.conftest import FRENCH, Sketch

VOID = {"meta", "path", "circle", "br", "link", "img", "input"}


class Page(HTMLParser):
    """A page as a strict reader sees it: tags balance, ids are unique."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.report = ""
        self.badges: list[str] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self._within: list[dict[str, str | None]] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.tags.append((tag, facts))
        if facts.get("id"):
            self.ids.append(str(facts["id"]))
        if tag == "a":
            assert "a" not in self._open, "a link within a link"
            self.links.append(str(facts["href"]))
        if tag not in VOID:
            self._open.append(tag)
            self._within.append(facts)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._within.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in {"style", "script"}:
            return
        self.text += data
        self.words += [(str(facts["id"]), data) for facts in self._within if facts.get("id")]
        classes = {str(facts.get("class")) for facts in self._within}
        if any(name.startswith("badge") for name in classes):
            self.badges.append(data)
        elif "article" in self._open and not {"meta", "kind"} & classes:
            self.report += data


def test_the_article_is_there_to_the_letter(flood: Reading) -> None:
    page = Page(reading_page(flood))
    shown = re.sub(r"\s+", " ", page.report)
    for part in FRENCH.split("\n\n"):
        assert part in shown


def test_every_link_leads_somewhere_and_every_id_is_one(flood: Reading) -> None:
    page = Page(reading_page(flood))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_every_record_is_one_click_from_its_words_and_back(flood: Reading) -> None:
    page = Page(reading_page(flood))
    for kind, records in (
        ("statement", flood.statements),
        ("time", flood.times),
        ("figure", flood.figures),
        ("event", flood.events),
        ("evidence", flood.evidence),
    ):
        for number in range(1, len(records) + 1):
            assert {f"{kind}-{number}", f"in-{kind}-{number}"} <= set(page.ids)
            assert f"#in-{kind}-{number}" in page.links
    for number, place in enumerate(flood.places, 1):
        assert f"#in-place-{number}-1" in page.links
        assert (f"in-place-{number}-1", place.span.text) in page.words
    for link in ("#in-entity-1-1", "#in-entity-1-2", "#in-entity-2-1"):
        assert link in page.links
    assert page.badges[:5] == ["●1", "●2", "▲3", "✕4", "◐5"]


def test_a_part_is_one_click_from_its_whole_and_a_revision_from_what_it_replaces(
    flood: Reading,
) -> None:
    some, many = flood.figures
    before = reading_page(flood)
    tied = (replace(some, part_of=many.id), replace(many, revises=some.id, counting="total"))
    page = reading_page(replace(flood, figures=tied))
    for words, number in (("partie de", 2), ("remplace", 1)):
        link = f'{words} <a href="#figure-{number}">'
        assert link in page
        assert link not in before
    assert "cumulé</span>" in page


def test_one_place_named_twice_is_one_row_with_two_links(sketch: Callable[..., Sketch]) -> None:
    drawn = sketch("De Lyon à Lyon, en passant par Paris.", "fr")
    ends = (3, 10)
    for number, start in enumerate(ends):
        span = drawn.at("Lyon", start)
        lyon = Place(f"p{number}", span, "Lyon", "city", 45.7, 4.8, 8000, "FR", 1, None, 0.9)
        drawn.add("places", lyon)
    page = Page(reading_page(drawn.reading()))
    assert {"#in-place-1-1", "#in-place-1-2"} <= set(page.links)
    assert "place-2" not in page.ids


def test_it_speaks_the_language_of_the_report(
    flood: Reading, sketch: Callable[..., Sketch]
) -> None:
    french = reading_page(flood)
    assert '<html lang="fr" dir="ltr">' in french
    for words in ("Déclarations", "dément", "au conditionnel", "6 mars 2024", "non situé"):
        assert words in french
    english = reading_page(sketch("All is calm.", "en", "2024-03-06").reading())
    for words in ("Statements", "None found.", "March 6, 2024"):
        assert words in english


def test_ranges_bounds_and_unknowns_are_shown(flood: Reading) -> None:
    text = re.sub(r"\s+", " ", Page(reading_page(flood)).text)
    for words in ("≈ 200", "≈ 900", "101 ouvert", "45.75, 4.85", "8 km", "France", "5 mars 2024"):
        assert words in text
    assert flood.article.capture.sha256 in text
    assert "statements: rules 1" in text


def test_what_was_worked_out_looks_so(flood: Reading) -> None:
    assert [inferred_from(s) for s in flood.statements] == [
        "la mairie",
        None,
        None,
        None,
        "les pompiers",
    ]
    unnamed = replace(flood.statements[1], source=())
    assert inferred_from(unnamed) == ""
    assert "rapporté par 2 Jeanne Roux" in reading_page(flood)
    assert "déduit de «\u00a0la mairie\u00a0»" in reading_page(flood)


def policy_of(html: str) -> str:
    for tag, facts in Page(html).tags:
        if tag == "meta" and facts.get("http-equiv") == "Content-Security-Policy":
            return str(facts["content"])
    raise AssertionError("no policy")


def test_only_its_own_style_and_script_may_run(flood: Reading) -> None:
    html = reading_page(flood)
    policy = policy_of(html)
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        [text] = re.findall(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


HOSTILE = (
    '</style></script><script>alert(1)</script> <img src=x onerror="alert(2)"> '
    "{{ 7 * 7 }} {% raw %} &amp; ' \" \x00 \x1b[31m \u202etxet\u202c \u200f שלום 👩‍🚒 " + "x" * 5000
)


def test_hostile_text_is_only_text(sketch: Callable[..., Sketch]) -> None:
    drawn = sketch(HOSTILE, "en")
    drawn.says(HOSTILE[:40], HOSTILE, cue="alert(2)", source="שלום")
    drawn.article = replace(
        drawn.article,
        title=HOSTILE + "\ud800",
        outlet=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(1)",
        input=HOSTILE,
        published="</time>",
    )
    html = reading_page(drawn.reading())
    page = Page(html)
    assert [tag for tag, _ in page.tags if tag in {"script", "img"}] == ["script"]
    assert not any(name.startswith("on") for _, facts in page.tags for name in facts)
    assert not any(link.startswith("javascript") for link in page.links)
    assert "{{ 7 * 7 }}" in page.report
    assert not set("\x00\x1b\u202e\u202c\ud800") & set(html)
    assert "␀" in page.report
    html.encode()


def test_a_folder_gives_the_page_its_way_out(flood: Reading) -> None:
    links = Links(capture="captures/a.txt", index="index.html", note="A <note>")
    html = reading_page(flood, links=links)
    assert {"captures/a.txt", "index.html"} <= set(Page(html).links)
    assert "A &lt;note&gt;" in html
    assert "index.html" not in reading_page(flood)


@pytest.mark.parametrize("kinds", [("boilerplate",), ("byline",), ("caption",), ("heading",)])
def test_a_report_of_any_single_block_has_a_page(
    sketch: Callable[..., Sketch], kinds: tuple[str, ...]
) -> None:
    page = Page(reading_page(sketch("Rien d’autre ici.", "fr", None, kinds).reading()))
    assert "Rien d’autre ici." in page.report
    assert [tag for tag, _ in page.tags].count("h1") == 1


def test_words_outside_every_block_are_shown_as_left_out(sketch: Callable[..., Sketch]) -> None:
    drawn = sketch("Avant.\n\nLe texte.\n\nAprès.", "fr")
    drawn.article = replace(drawn.article, blocks=drawn.article.blocks[1:2])
    page = Page(reading_page(drawn.reading()))
    assert [tag for tag, _ in page.tags].count("details") == 2
    for words in ("Avant.", "Le texte.", "Après."):
        assert words in page.report


def test_a_very_long_report_has_no_rule_for_each_statement(flood: Reading) -> None:
    one = flood.statements[0]
    many = tuple(replace(one, id=f"s{number}") for number in range(MANY + 1))
    assert ":root:has(" in reading_page(flood)
    assert ":root:has(" not in reading_page(replace(flood, statements=many, figures=(), events=()))


def test_an_update_is_told_under_the_headline(flood: Reading) -> None:
    assert "Mis à jour" not in reading_page(flood)
    article = replace(flood.article, modified="2024-03-07")
    assert reading_page(replace(flood, article=article)).count("Mis à jour") == 2
    same = replace(flood.article, modified=flood.article.published)
    assert "<span>Mis à jour" not in reading_page(replace(flood, article=same))


def test_another_apostrophe_is_no_other_name(flood: Reading) -> None:
    at = flood.article.text.index("d’habitants")
    source = (flood.article.span(at, at + len("d’habitants")),)
    statement = replace(flood.statements[4], source=source, speaker_name="d'Habitants")
    assert inferred_from(statement) is None


def test_what_is_only_denied_is_not_said_by_the_report(flood: Reading) -> None:
    said = flood.statements[0]
    event = replace(flood.events[0], according_to=(), denied_by=(said.id,))
    assert "l’article lui-même" in reading_page(replace(flood, events=(event,), figures=()))
    event = replace(event, trigger=said.content[0])
    assert "l’article lui-même" not in reading_page(replace(flood, events=(event,), figures=()))


def test_no_link_is_made_of_white_space(flood: Reading) -> None:
    assert re.search(r'<a class="to"[^>]*>\s*</a>', reading_page(flood)) is None
