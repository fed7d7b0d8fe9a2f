"""A cross-check as people read it: on a page and in the terminal, in French and in English."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.dossier import crosscheck_page, crosscheck_table
from recoupe.model import (
    About,
    Article,
    CrossCheck,
    Derivation,
    Finding,
    Grading,
    Origin,
    Passage,
    Position,
    Reason,
    ReportEntry,
    Said,
    Story,
)

TEXT = "The ministry said 17 people died at the <port>. The mayor denied it."


@pytest.fixture
def check(article_of: Callable[..., Article]) -> CrossCheck:
    """A dispute between a ministry and a mayor, and a copy, in two reports."""
    article = article_of(TEXT, "en")

    def position(party: str, stance: str, words: str, low: int | None) -> Position:
        start = TEXT.index(words)
        said = Said(
            "report-a", "statement-1", article.span(start, start + len(words)), "2022-05-04"
        )
        return Position(
            party,
            None,
            stance,  # type: ignore[arg-type]
            low,
            low,
            (said,),
            2,
            1,
            "2022-05-04",
            "2022-05-05",
        )

    def entry(id_: str, outlet: str) -> ReportEntry:
        return ReportEntry(
            id_, f"{id_}.txt", None, outlet, "Port", "2022-05-04", "en", ("story-1",)
        )

    finding = Finding(
        id="finding-1",
        story="story-1",
        kind="dispute",
        matter="how many people <died>",
        about=About("killed", "the port", "2022-05-04", None),
        positions=(
            position("the ministry", "asserts", "17 people died at the <port>", 17),
            position("the mayor", "denies", "it", None),
        ),
        reasons=(Reason("one_origin"), Reason("of_a_newer_program", (("x", 1),))),
        compatible_if="place",
        suggested_grading=Grading("contested", (Reason("single_origin"),)),
    )
    span = article.span(0, 12)
    copied = Derivation(
        "report-b", "report-a", Origin("agency", "Agence B"), "verbatim", 0.8,
        (Passage(span, span),), (Reason("same_quotation"),),
    )  # fmt: skip
    return CrossCheck(
        reports=(entry("report-a", "The Paper"), entry("report-b", "The <Echo>")),
        stories=(
            Story("story-1", "At the port", ("report-a", "report-b"), "2022-05-04", None, None, ()),
        ),
        lineage=(copied,),
        findings=(finding,),
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ["dispute", "2 reports, 1 independent origin", "Both can hold if the places differ"],
        ),
        ("fr", ["désaccord", "2 articles, 1 origine indépendante", "si les lieux diffèrent"]),
    ],
)
def test_the_page_says_everything_in_the_language_asked_for(
    check: CrossCheck, language: str, told: list[str]
) -> None:
    page = crosscheck_page(check, language)
    for words in [*told, "the ministry", "17", "Agence B", "80"]:
        assert words in page
    assert f'<html lang="{language}"' in page
    assert "of_a_newer_program (x 1)" in page  # what this program cannot word is not dropped


def test_nothing_of_a_report_is_taken_for_markup(check: CrossCheck) -> None:
    page = crosscheck_page(check)
    assert "<port>" not in page
    assert "&lt;port&gt;" in page
    assert "The &lt;Echo&gt;" in page


@pytest.mark.parametrize(
    ("language", "told"), [("en", "confirmed by a person"), ("fr", "confirmé par une personne")]
)
def test_what_a_person_confirmed_says_so(check: CrossCheck, language: str, told: str) -> None:
    from rich.console import Console

    def shown(told: CrossCheck) -> str:
        out = io.StringIO()
        Console(file=out, width=200).print(crosscheck_table(told, language))
        return out.getvalue()

    confirmed = replace(check, findings=(replace(check.findings[0], standing="confirmed"),))
    assert f"✓ {told}" in crosscheck_page(confirmed, language)
    assert f"✓ {told}" in shown(confirmed)
    assert "✓" not in crosscheck_page(check, language) + shown(check)
    assert "finding-1" in shown(check)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_terminal_shows_each_side_with_its_support(check: CrossCheck, language: str) -> None:
    from rich.console import Console

    out = io.StringIO()
    Console(file=out, width=200).print(crosscheck_table(check, language))
    shown = out.getvalue()
    for words in ("At the port", "the ministry", "17 people died at the <port>", "the mayor", "✕"):
        assert words in shown
    assert "80%" in shown


def test_no_reports_are_no_page_of_nothing() -> None:
    from rich.console import Console

    out = io.StringIO()
    empty = CrossCheck((), (), (), ())
    Console(file=out).print(crosscheck_table(empty))
    assert "Nothing was found" in out.getvalue()
    assert "<h1>Cross-check</h1>" in crosscheck_page(empty)
