"""Words of an older text are found in a newer one by exact match, or not at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.comparison import Alignment, Located, align
from recoupe.errors import SpanError

TOLL = (
    "L'explosion du dépôt a fait 12 morts, selon la préfecture de Valmont. "
    "Il n'a pas donné de détails.\n\n"
    "Le maire, Paul Ferrand, a visité les lieux hier soir. Il n'a pas donné de détails.\n\n"
    "« Nous reconstruirons ce dépôt », a promis la ministre de l'Énergie."
)


def where(alignment: Alignment, words: str, nth: int = 1) -> tuple[str, str | None]:
    """Return what became of the n-th occurrence of ``words``, and what stands there now."""
    at = -1
    for _ in range(nth):
        at = alignment.before.index(words, at + 1)
    found = alignment.locate(at, at + len(words))
    return found.kind, None if found.start is None else alignment.after[found.start : found.end]


def test_everything_of_one_text_is_at_its_place() -> None:
    alignment = align(TOLL, TOLL)
    assert alignment.locate(0, len(TOLL)) == Located("same", 0, len(TOLL))
    assert alignment.moves == ()


def test_a_new_number_leaves_the_words_around_it() -> None:
    alignment = align(TOLL, TOLL.replace("12 morts", "17 morts"))
    assert where(alignment, "L'explosion du dépôt") == ("same", "L'explosion du dépôt")
    assert where(alignment, "12") == ("changed", "17")
    assert where(alignment, "12 morts") == ("changed", "17 morts")
    assert where(alignment, "la préfecture de Valmont") == ("same", "la préfecture de Valmont")


def test_one_letter_more_moves_all_that_follows() -> None:
    alignment = align(TOLL, f"!{TOLL}")
    start = TOLL.index("Paul Ferrand")
    assert alignment.locate(start, start + 12) == Located("moved", start + 1, start + 13)


def test_words_that_stand_twice_follow_their_paragraph() -> None:
    first, second, third = TOLL.split("\n\n")
    newer = "\n\n".join([second.replace("hier soir", "dans la nuit"), third])
    alignment = align(TOLL, newer)
    detail = "Il n'a pas donné de détails."
    again = TOLL.rindex(detail)
    assert alignment.locate(again, again + len(detail)).start == newer.index(detail)
    assert where(alignment, detail) == ("gone", None)
    assert where(alignment, first) == ("gone", None)


def test_a_paragraph_put_elsewhere_is_moved_with_all_its_words() -> None:
    first, second, third = TOLL.split("\n\n")
    newer = "\n\n".join([third, first, second])
    alignment = align(TOLL, newer)
    assert where(alignment, third) == ("moved", third)
    assert where(alignment, "la ministre") == ("moved", "la ministre")
    detail = "Il n'a pas donné de détails."
    for nth, at in ((1, newer.index(detail)), (2, newer.rindex(detail))):
        old = TOLL.index(detail) if nth == 1 else TOLL.rindex(detail)
        assert alignment.locate(old, old + len(detail)).start == at


def test_a_telling_stretch_is_found_within_another_sentence() -> None:
    older = "Le préfet a dit que la route du col resterait fermée tout l'hiver. La neige tombe."
    newer = "La neige tombe. Selon nos informations, la route du col resterait fermée tout l'hiver."
    kept = "la route du col resterait fermée tout l'hiver"
    assert where(align(older, newer), kept) == ("moved", kept)


def test_what_could_stand_in_two_places_is_not_guessed() -> None:
    older = "Premier avis. Le pont du canal sera fermé lundi matin. Fin du texte."
    newer = (
        "Fin du texte. Ajout : « Le pont du canal sera fermé lundi matin » (mairie) ; "
        "« Le pont du canal sera fermé lundi matin » (préfecture)."
    )
    assert where(align(older, newer), "Le pont du canal sera fermé lundi matin")[0] != "moved"


def test_a_short_word_is_never_found_elsewhere() -> None:
    older = "Le bilan est de 12 morts.\n\nLa police enquête sur les causes du drame."
    newer = "La police enquête sur les causes du drame.\n\nElle a reçu 12 appels en une heure."
    assert where(align(older, newer), "12")[0] == "gone"


def test_no_word_is_cut() -> None:
    older = "Avis.\n\n12 personnes sont mortes dans la nuit"
    newer = "Rien de commun ici : 112 personnes sont mortes dans la nuit.\n\nAvis."
    assert where(align(older, newer), "12 personnes sont mortes dans la nuit")[0] != "moved"


def test_a_sentence_that_another_replaced_is_changed() -> None:
    older = "The bridge is open. Two lanes were closed on Monday. Traffic was light."
    newer = "The bridge is open. Repairs will take a month. Traffic was light."
    alignment = align(older, newer)
    assert where(alignment, "Two lanes were closed") == ("changed", "Repairs will take a month")


def test_a_split_paragraph_keeps_its_sentences() -> None:
    older = "La grève continue. Les trains restent à quai. La direction se tait."
    newer = older.replace(" Les", "\n\nLes")
    alignment = align(older, newer)
    assert where(alignment, "La grève continue.") == ("same", "La grève continue.")
    assert where(alignment, "Les trains restent à quai. La direction se tait.")[0] == "moved"
    assert where(alignment, "La grève continue. Les trains")[0] == "changed"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (2, 2), (3, 99), (5, 1)])
def test_a_stretch_beyond_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="no words at"):
        align("un pont", "un port").locate(start, end)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("z " + "a b " * 60_000, "a b " * 60_000 + "y"),
        ("a. " * 60_000, "b " + "a. " * 60_000 + "c"),
        ("." * 100_000, "x" + "." * 99_999),
        (" ".join(f"m{n % 9973}" for n in range(60_000)), " ".join(map(str, range(60_000)))),
    ],
    ids=["words", "sentences", "dots", "nothing in common"],
)
def test_hostile_texts_come_to_an_end(older: str, newer: str) -> None:
    alignment = align(older, newer)
    found = alignment.locate(0, 3)
    assert found.kind in {"changed", "gone", "same"}


def test_a_long_line_with_few_changes_is_still_lined_up() -> None:
    words = [f"mot{n}" for n in range(9_000)]
    newer = list(words)
    newer[10] = newer[8_990] = "autre"
    newer[4_000:4_000] = ["trois", "mots", "nouveaux"]
    alignment = align(" ".join(words), " ".join(newer))
    assert where(alignment, "mot3999") == ("same", "mot3999")
    assert where(alignment, "mot4000") == ("moved", "mot4000")
    assert where(alignment, "mot8990") == ("changed", "autre")


WORDS = st.sampled_from(
    ["le", "maire", "dit", "12", "17", "soldats", "pont", ".", ". ", "\n\n", ",", "aciérie", "« "]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """An older text, and a newer one made by moving, dropping and putting in stretches of it."""
    words = draw(st.lists(WORDS, min_size=1, max_size=80))
    newer = list(words)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(newer)))
        end = draw(st.integers(start, min(len(newer), start + 20)))
        stretch = newer[start:end]
        del newer[start:end]
        if draw(st.booleans()):
            at = draw(st.integers(0, len(newer)))
            newer[at:at] = stretch if draw(st.booleans()) else draw(st.lists(WORDS, max_size=4))
    return " ".join(words), " ".join(newer)


@settings(max_examples=200, deadline=None)
@given(edited(), st.data())
def test_kept_words_are_equal_to_the_letter(texts: tuple[str, str], data: st.DataObject) -> None:
    older, newer = texts
    alignment = align(older, newer)
    start = data.draw(st.integers(0, len(older) - 1))
    end = data.draw(st.integers(start + 1, len(older)))
    found = alignment.locate(start, end)
    assert (found.kind == "gone") == (found.start is None) == (found.end is None)
    if found.start is not None and found.end is not None:
        words = newer[found.start : found.end]
        assert (words == older[start:end]) == (found.kind in {"same", "moved"})
        assert (found.kind == "same") <= (found.start == start)
        assert found.start < found.end


@settings(max_examples=200, deadline=None)
@given(edited())
def test_runs_and_marks_rise_and_hold_equal_words(texts: tuple[str, str]) -> None:
    alignment = align(*texts)
    for runs in (alignment.runs, alignment.moves):
        for run in runs:
            assert texts[0][run.before : run.before_end] == texts[1][run.after : run.after_end]
    assert list(alignment.marks) == sorted(alignment.marks)
    assert [mark[1] for mark in alignment.marks] == sorted(mark[1] for mark in alignment.marks)
    for side in (0, 1):
        taken = sorted(
            ((run.before, run.before_end), (run.after, run.after_end))[side]
            for run in (*alignment.runs, *alignment.moves)
        )
        assert all(one[1] <= two[0] for one, two in pairwise(taken))


@settings(max_examples=200, deadline=None)
@given(edited())
def test_turned_about_the_texts_line_up_in_the_same_way(texts: tuple[str, str]) -> None:
    older, newer = texts
    assert align(newer, older) == align(older, newer).reversed()
