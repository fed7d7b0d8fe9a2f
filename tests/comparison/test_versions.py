"""What an outlet altered: fields, passages and statements, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.comparison import compare_versions
from recoupe.model import FieldChange, Reading, VersionChange
from tests.comparison.conftest import Told, made, reading
from tests.comparison.test_alignment import edited
from tests.conftest import make_test_article

ReadingOf = Callable[..., Reading]

TOLL = (
    "Explosion à Valmont : 12 morts\n\n"
    "L'explosion du dépôt a fait 12 morts, selon la préfecture. "
    "Il n'a pas donné de détails.\n\n"
    "Le maire, Paul Ferrand, a affirmé que les secours étaient arrivés en huit minutes. "
    "Il n'a pas donné de détails.\n\n"
    "« Nous reconstruirons ce dépôt avant l'été », a promis la ministre de l'Énergie."
)
DEATHS = Told("L'explosion du dépôt a fait 12 morts", "selon", "la préfecture", "préfecture")
RESCUE = Told(
    "les secours étaient arrivés en huit minutes",
    "a affirmé",
    "Le maire, Paul Ferrand",
    "Paul Ferrand",
)
REBUILD = Told(
    "« Nous reconstruirons ce dépôt avant l'été »",
    "a promis",
    "la ministre de l'Énergie",
    "la ministre",
)
SILENCE = Told("n'a pas donné de détails", "", "Il")
SILENCE_AGAIN = replace(SILENCE, nth=2)


def passages(change: VersionChange) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind, one.before and one.before.text, one.after and one.after.text)
        for one in change.passages
    ]


def statements(change: VersionChange) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.words_before, one.words_after) for one in change.statements]


def kinds(change: VersionChange) -> list[str]:
    return [one.kind for one in change.statements]


def test_a_toll_that_rises_changes_its_statement_alone(reading_of: ReadingOf) -> None:
    change = compare_versions(
        reading_of(TOLL, DEATHS, SILENCE, RESCUE, SILENCE_AGAIN, REBUILD),
        reading_of(
            TOLL.replace("12", "17"),
            replace(DEATHS, content="L'explosion du dépôt a fait 17 morts"),
            SILENCE,
            RESCUE,
            SILENCE_AGAIN,
            REBUILD,
        ),
    )
    assert passages(change) == [("replaced", "12", "17"), ("replaced", "12", "17")]
    assert statements(change)[0] == (
        "changed",
        "L'explosion du dépôt a fait 12 morts, selon la préfecture",
        "L'explosion du dépôt a fait 17 morts, selon la préfecture",
    )
    assert kinds(change)[1:] == ["same"] * 4


def test_a_denial_that_is_added_is_new(reading_of: ReadingOf) -> None:
    denial = Told("toute négligence", "dément", "L'exploitant", "l'exploitant")
    added = "L'exploitant dément toute négligence."
    first, toll, rest = TOLL.split("\n\n", 2)
    change = compare_versions(
        reading_of(TOLL, DEATHS, SILENCE, RESCUE),
        reading_of("\n\n".join([first, toll, added, rest]), DEATHS, SILENCE, denial, RESCUE),
    )
    assert passages(change) == [("added", None, added)]
    assert kinds(change) == ["same", "same", "new", "moved"]
    assert statements(change)[2] == ("new", None, "L'exploitant dément toute négligence")


def test_a_quote_that_is_taken_out_is_gone(reading_of: ReadingOf) -> None:
    quote = TOLL.rsplit("\n\n", 1)[1]
    change = compare_versions(
        reading_of(TOLL, DEATHS, RESCUE, REBUILD),
        reading_of(TOLL.removesuffix(f"\n\n{quote}"), DEATHS, RESCUE),
    )
    assert passages(change) == [("removed", quote, None)]
    assert kinds(change) == ["same", "same", "gone"]
    assert statements(change)[2][1] == quote.removesuffix(".")


def test_a_paragraph_that_is_moved_takes_its_statements_along(reading_of: ReadingOf) -> None:
    title, toll, mayor, minister = TOLL.split("\n\n")
    change = compare_versions(
        reading_of(TOLL, DEATHS, SILENCE, RESCUE, SILENCE_AGAIN, REBUILD),
        reading_of(
            "\n\n".join([title, minister, toll, mayor]),
            REBUILD,
            DEATHS,
            SILENCE,
            RESCUE,
            SILENCE_AGAIN,
        ),
    )
    assert passages(change) == []
    assert kinds(change) == ["moved"] * 5
    assert all(before == after for _, before, after in statements(change))


def test_a_moved_paragraph_may_be_altered_too(reading_of: ReadingOf) -> None:
    title, toll, mayor, minister = TOLL.split("\n\n")
    altered = mayor.replace("affirmé", "reconnu").replace("huit", "vingt-deux")
    told = replace(
        RESCUE, cue="a reconnu", content="les secours étaient arrivés en vingt-deux minutes"
    )
    change = compare_versions(
        reading_of(TOLL, RESCUE, SILENCE_AGAIN),
        reading_of("\n\n".join([title, toll, minister, altered]), told, SILENCE_AGAIN),
    )
    assert passages(change) == [
        ("replaced", "affirmé", "reconnu"),
        ("replaced", "huit", "vingt-deux"),
    ]
    assert kinds(change) == ["changed", "moved"]


def test_of_repeated_sentences_the_one_of_the_lost_paragraph_is_gone(
    reading_of: ReadingOf,
) -> None:
    title, _, mayor, minister = TOLL.split("\n\n")
    older = reading_of(TOLL, DEATHS, SILENCE, RESCUE, SILENCE_AGAIN)
    newer = reading_of(
        "\n\n".join([title, mayor.replace("huit", "douze"), minister]),
        replace(RESCUE, content="les secours étaient arrivés en douze minutes"),
        SILENCE,
    )
    found = {(one.kind, one.before, one.after) for one in compare_versions(older, newer).statements}
    old, new = older.statements, newer.statements
    assert found == {
        ("gone", old[0].id, None),
        ("gone", old[1].id, None),
        ("changed", old[2].id, new[0].id),
        ("moved", old[3].id, new[1].id),
    }


def test_another_cue_of_the_same_content_is_a_change(reading_of: ReadingOf) -> None:
    older = "The mayor said the dam was unsafe. Work stopped on Friday."
    told = Told("the dam was unsafe", "said", "The mayor", "the mayor")
    change = compare_versions(
        reading_of(older, told, language="en"),
        reading_of(older.replace("said", "denied"), replace(told, cue="denied"), language="en"),
    )
    assert passages(change) == [("replaced", "said", "denied")]
    assert statements(change) == [
        ("changed", "The mayor said the dam was unsafe", "The mayor denied the dam was unsafe")
    ]


def test_a_speaker_read_anew_in_the_same_words_is_no_change(reading_of: ReadingOf) -> None:
    change = compare_versions(
        reading_of(TOLL, SILENCE), reading_of(TOLL, replace(SILENCE, speaker="Paul Ferrand"))
    )
    assert kinds(change) == ["same"]


def test_a_speaker_who_says_other_words_in_the_same_place_changed_them(
    reading_of: ReadingOf,
) -> None:
    older = (
        "The ferry sank at dawn.\n\n“Nobody was hurt,” Captain Ruiz said.\n\nThe port is closed."
    )
    newer = older.replace("“Nobody was hurt,”", "“Four sailors drowned,”")
    ruiz = Told("“Nobody was hurt,”", "said", "Captain Ruiz", "Captain Ruiz")
    change = compare_versions(
        reading_of(older, ruiz, language="en"),
        reading_of(newer, replace(ruiz, content="“Four sailors drowned,”"), language="en"),
    )
    assert statements(change) == [
        (
            "changed",
            "“Nobody was hurt,” Captain Ruiz said",
            "“Four sailors drowned,” Captain Ruiz said",
        )
    ]


def test_another_speaker_in_the_same_place_is_not_the_same_statement(
    reading_of: ReadingOf,
) -> None:
    older = "Le pont a cédé.\n\nSelon le préfet, rien ne pressait.\n\nLe trafic est coupé."
    newer = "Le pont a cédé.\n\nDes riverains racontent une nuit de peur.\n\nLe trafic est coupé."
    change = compare_versions(
        reading_of(older, Told("rien ne pressait", "Selon", "le préfet", "le préfet")),
        reading_of(newer, Told("une nuit de peur", "racontent", "Des riverains", "riverains")),
    )
    assert sorted(kinds(change)) == ["gone", "new"]


def test_a_content_in_two_parts_shows_all_its_words(reading_of: ReadingOf) -> None:
    text = "« Nous partirons », a dit Anna Weil lundi, « et nous ne reviendrons pas »."
    told = Told(("« Nous partirons »", "« et nous ne reviendrons pas »"), "a dit", "Anna Weil")
    newer = text.replace("ne reviendrons pas", "reviendrons")
    change = compare_versions(
        reading_of(text, told),
        reading_of(newer, replace(told, content=("« Nous partirons »", "« et nous reviendrons »"))),
    )
    assert statements(change) == [
        (
            "changed",
            "« Nous partirons », a dit Anna Weil … « et nous ne reviendrons pas »",
            "« Nous partirons », a dit Anna Weil … « et nous reviendrons »",
        )
    ]


def test_an_altered_headline_and_date_are_fields(reading_of: ReadingOf) -> None:
    before = reading_of(TOLL)
    older = replace(before.article, title="Explosion : 12 morts", outlet="Le Phare")
    newer = replace(older, title="Explosion : 17 morts", modified="2022-05-06T08:00:00Z")
    change = compare_versions(replace(before, article=older), replace(before, article=newer))
    assert change.fields == (
        FieldChange("title", "Explosion : 12 morts", "Explosion : 17 morts"),
        FieldChange("modified", None, "2022-05-06T08:00:00Z"),
    )
    assert (change.passages, change.statements) == ((), ())


@pytest.mark.parametrize(
    ("older", "newer", "changes"),
    [
        (
            "Un soldat a été tué hier.",
            "Un soldat aurait été blessé par balle hier.",
            [("replaced", "a été tué", "aurait été blessé par balle")],
        ),
        (
            "Il faut vingt-deux jours de marche à pied pour rallier l'aciérie.",
            "Il faut vingt-neuf jours de marche à pied pour rallier l'usine.",
            [("replaced", "vingt-deux", "vingt-neuf"), ("replaced", "l'aciérie", "l'usine")],
        ),
        ("Cela fait 12 000 euros.", "Cela fait 17 000 euros.", [("replaced", "12 000", "17 000")]),
        ("Les colons sont là.", "Les colons, sont là.", [("replaced", "colons", "colons,")]),
        ("Les colons sont partis.", "Les colons  sont\npartis.", []),
        ("The town fell.", "The old town fell.", [("added", None, "old")]),
    ],
)  # fmt: skip
def test_passages_are_whole_words(
    older: str, newer: str, changes: list[tuple[str, str, str]], reading_of: ReadingOf
) -> None:
    assert passages(compare_versions(reading_of(older), reading_of(newer))) == changes


@st.composite
def two_readings(draw: st.DrawFn) -> tuple[Reading, Reading]:
    """Two versions of a text with statements at any place."""
    found = []
    for text in draw(edited()):
        article = make_test_article(f"x{text}x", "fr", None)
        spans = st.tuples(st.integers(0, len(text)), st.integers(1, 12)).map(
            lambda place, article=article: article.span(
                place[0], min(place[0] + place[1], len(article.text))
            )
        )
        told = draw(
            st.lists(
                st.tuples(spans, st.none() | spans, st.sampled_from([None, "A", "B"])), max_size=6
            )
        )
        found.append(
            reading(
                article,
                tuple(
                    replace(made((content,), (cue,) if cue else (), (), who), id=f"s{at}")
                    for at, (content, cue, who) in enumerate(told)
                ),
            )
        )
    return found[0], found[1]


@settings(max_examples=200, deadline=None)
@given(two_readings())
def test_every_statement_is_in_one_change(readings: tuple[Reading, Reading]) -> None:
    change = compare_versions(*readings)
    for reading_, ids in (
        (readings[0], [one.before for one in change.statements if one.before]),
        (readings[1], [one.after for one in change.statements if one.after]),
    ):
        assert Counter(ids) == Counter(one.id for one in reading_.statements)
    for one in change.statements:
        assert (one.before is None) == (one.kind == "new") == (one.words_before is None)
        assert (one.after is None) == (one.kind == "gone") == (one.words_after is None)
        if one.kind in {"same", "moved"}:
            assert one.before is not None
            assert one.after is not None
            assert one.words_before == one.words_after
            old = readings[0].statement(one.before).content
            new = readings[1].statement(one.after).content
            assert [span.text for span in old] == [span.text for span in new]
            assert (old == new) == (one.kind == "same")


@settings(max_examples=100, deadline=None)
@given(two_readings())
def test_nothing_differs_from_itself(readings: tuple[Reading, Reading]) -> None:
    change = compare_versions(readings[0], readings[0])
    assert (change.fields, change.passages) == ((), ())
    assert all(one.kind == "same" and one.before == one.after for one in change.statements)


OPPOSITE = {"gone": "new", "new": "gone", "added": "removed", "removed": "added"}


@settings(max_examples=200, deadline=None)
@given(two_readings())
def test_turned_about_what_is_gone_is_new(readings: tuple[Reading, Reading]) -> None:
    forth = compare_versions(*readings)
    back = compare_versions(*readings[::-1])
    assert Counter((one.kind, one.before, one.after) for one in forth.statements) == Counter(
        (OPPOSITE.get(one.kind, one.kind), one.after, one.before) for one in back.statements
    )
    assert Counter((one.kind, one.before, one.after) for one in forth.passages) == Counter(
        (OPPOSITE.get(one.kind, one.kind), one.after, one.before) for one in back.passages
    )


@settings(max_examples=100, deadline=None)
@given(two_readings())
def test_words_outside_the_passages_are_kept(readings: tuple[Reading, Reading]) -> None:
    """Taking out the passages leaves the same words in both, whatever their order."""
    change = compare_versions(*readings)
    left = []
    for both, spans in (
        (readings[0], [one.before for one in change.passages]),
        (readings[1], [one.after for one in change.passages]),
    ):
        text = list(both.article.text)
        for span in spans:
            if span is not None:
                text[span.start : span.end] = "\0" * len(span)
        left.append(Counter(re.findall(r"\w+|[^\w\s\0]", "".join(text))))
    assert left[0] == left[1]
