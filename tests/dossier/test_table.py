"""The table in the terminal: readable at 80 and 120 columns, in the report's language."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from recoupe.dossier import reading_table
from recoupe.model import Reading
from tests.dossier.conftest import Sketch


def drawn(reading: Reading, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width).print(reading_table(reading))
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_everything_is_there_and_nothing_is_cut(flood: Reading, width: int) -> None:
    text = drawn(flood, width)
    assert "…" not in text.replace("» … «", "").replace(f"{flood.article.capture.sha256[:16]}…", "")
    assert max(len(row) for row in text.splitlines()) <= width
    words = " ".join(text.split())
    for shown in ("Jeanne Roux", "✕ dément", "▲ demande", "◐ affirme", "≈ 200–900", "≥ 101"):
        assert shown in words
    for shown in ("Lyon", "45.75, 4.85", "non situé", "5 mars 2024", "drone", "a déclaré"):
        assert shown in words
    assert flood.article.capture.sha256[:16] in words


def test_long_names_are_folded_and_not_cut(flood: Reading) -> None:
    name = "Remote explosive/landmine/IED"
    events = tuple(replace(event, subtype=name) for event in flood.events)
    text = drawn(replace(flood, events=events), 60)
    assert "…" not in text.split("Événements")[1].split("Éléments")[0]


def test_what_is_not_known_is_said(sketch: Callable[..., Sketch]) -> None:
    text = drawn(sketch("Nothing was said.", "en", None).reading(), 80)
    assert "Date: unknown" in text
    assert "None found." in text
    assert "Places" not in text


def test_words_are_not_markup_and_do_not_move_the_cursor(sketch: Callable[..., Sketch]) -> None:
    begun = sketch("It is [red]all[/red] \x1b[2J gone \x07now", "en")
    begun.says("A [b]C", "[red]all[/red] \x1b[2J gone \x07now")
    begun.article = replace(begun.article, title="[red]T[/red]\x1b]0;x\x07")
    text = drawn(begun.reading(), 120)
    assert "[red]T[/red]" in text
    assert "A [b]C" in text
    assert "[red]all[/red] ␛[2J gone ␇now" in text
    assert not {"\x1b", "\x07"} & set(text)


def test_whoever_denies_an_event_stands_beside_it(flood: Reading) -> None:
    said = flood.statements[0]
    event = replace(flood.events[0], according_to=(), denied_by=(said.id,), place=None, time=None)
    shown = " ".join(drawn(replace(flood, events=(event,)), 300).split())
    assert "Paul Lenoir l’article lui-même; Démenti par: 1 Jeanne Roux" in shown
    event = replace(event, trigger=said.content[0])
    shown = " ".join(drawn(replace(flood, events=(event,)), 300).split())
    assert "Paul Lenoir Démenti par: 1 Jeanne Roux" in shown


def test_an_update_is_told_beside_the_publication(flood: Reading) -> None:
    article = replace(flood.article, modified="2024-03-07")
    assert "Mis à jour 7 mars 2024" in " ".join(drawn(replace(flood, article=article), 120).split())


def test_a_figure_says_what_it_is_a_part_of_and_what_it_replaces(flood: Reading) -> None:
    some, many = flood.figures
    tied = (replace(some, part_of=many.id, counting="new"), replace(many, revises=some.id))
    shown = " ".join(drawn(replace(flood, figures=tied), 300).split())
    assert "(au conditionnel, en plus, partie de Plus de 100 personnes)" in shown
    assert "(remplace Quelques centaines)" in shown
