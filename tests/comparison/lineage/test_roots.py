"""Origins of words: chains are followed to their ends, and ends that meet are one."""

from __future__ import annotations

import random
from collections.abc import Iterator

from recoupe.comparison.lineage import Place, Root, independent_roots
from recoupe.model import Derivation, LineageKind, Origin, Passage, Reading
from tests.comparison.lineage.worlds import place, report

TEXT = "Le barrage a cédé vers minuit. Le maire parle de 12 disparus dans la vallée."
FIRST = "Le barrage a cédé vers minuit"
SECOND = "Le maire parle de 12 disparus dans la vallée"
AFP = Origin("agency", "AFP")
UNKNOWN = Origin("unknown", None)


def paper(name: str, text: str = TEXT) -> Reading:
    return report(text, name, None)


def derived(
    one: Reading,
    other: Reading | None,
    words: str = TEXT,
    origin: Origin = UNKNOWN,
    kind: LineageKind = "verbatim",
) -> Derivation:
    here = place(one, words)[1]
    there = place(other, words)[1] if other else None
    source = other.article.id if other else None
    return Derivation(one.article.id, source, origin, kind, 1.0, (Passage(here, there),), ())


def at(*readings: Reading, words: str = FIRST) -> list[Place]:
    return [place(reading, words) for reading in readings]


def test_words_that_derive_from_nothing_are_their_own_report_s() -> None:
    one, two = paper("a"), paper("b")
    assert independent_roots(at(one, two), []) == {
        Root("report", one.article.id),
        Root("report", two.article.id),
    }
    assert independent_roots([], []) == frozenset()


def test_a_chain_of_copies_has_one_root() -> None:
    one, two, three = paper("a"), paper("b"), paper("c")
    chain = [derived(two, one), derived(three, two)]
    assert independent_roots(at(one, two, three), chain) == {Root("report", one.article.id)}
    assert independent_roots(at(three), chain) == {Root("report", one.article.id)}


def test_a_circle_of_copies_has_one_root() -> None:
    one, two = paper("a"), paper("b")
    circle = [derived(two, one), derived(one, two)]
    assert len(independent_roots(at(one, two), circle)) == 1


def test_two_dispatches_of_one_agency_are_one_origin() -> None:
    """Two papers can print two halves of one dispatch: nothing tells these from two dispatches."""
    one, two = (
        report(f"{words}. (AFP)", name, None) for words, name in ((FIRST, "a"), (SECOND, "b"))
    )
    found = [derived(one, None, FIRST, AFP), derived(two, None, SECOND, AFP)]
    told = [*at(one), *at(two, words=SECOND)]
    assert independent_roots(told, found) == {Root("agency", "afp")}
    assert independent_roots(at(two, words=SECOND), found) == {Root("agency", "afp")}


def test_only_the_words_asked_for_count() -> None:
    one, two = paper("a"), paper("b")
    half = [derived(two, one, FIRST)]
    assert len(independent_roots(at(one, two, words=FIRST), half)) == 1
    assert len(independent_roots(at(one, two, words=SECOND), half)) == 2


def test_a_number_outside_the_copied_words_is_not_derived() -> None:
    one, two = paper("a"), paper("b")
    around = [derived(two, one, "disparus dans la vallée")]
    assert len(independent_roots(at(one, two, words="12 disparus dans la vallée"), around)) == 2


def test_six_papers_that_print_one_agency_are_one_origin() -> None:
    papers = [paper(name) for name in "abcdef"]
    printed = [derived(reading, None, origin=AFP) for reading in papers]
    assert independent_roots(at(*papers), printed) == {Root("agency", "afp")}


def test_a_dispatch_and_the_statement_it_quotes_are_one_origin() -> None:
    dispatch, minister = paper("a"), paper("b")
    said = Origin("statement", "Nora Lestang")
    found = [
        derived(dispatch, None, origin=AFP),
        derived(dispatch, None, SECOND, said, "quoted"),
        derived(minister, None, SECOND, said, "quoted"),
    ]
    assert independent_roots(at(dispatch, minister, words=SECOND), found) == {Root("agency", "afp")}
    assert len(independent_roots(at(dispatch, minister, words=FIRST), found)) == 2


def test_what_one_outlet_says_twice_is_one_origin() -> None:
    one, two = paper("a"), paper("b", f"{TEXT} Suite.")
    outlets = {one.article.id: "Le Fanal", two.article.id: "www.lefanal.fr"}
    assert independent_roots(at(one, two), [], outlets) == {Root("outlet", "lefanal")}


def test_reports_woven_of_the_same_sentences_have_the_origins_of_all_they_have_words_from() -> None:
    """There are more ways back than could be followed; then reports count, and not their words."""
    chance = random.Random(7)  # noqa: S311
    sentences = [f"Le {noun} de la vallée a cédé vers minuit." for noun in NOUNS]
    papers = []
    for number in range(24):
        chance.shuffle(sentences)
        papers.append(paper(f"paper{number}", " ".join(sentences)))
    other = paper("other", "La mairie compte 12 disparus.")
    woven = [
        Derivation(later.article.id, earlier.article.id, UNKNOWN, "rewrite", 1.0, shared, ())
        for number, later in enumerate(papers)
        for earlier in papers[:number]
        if (shared := tuple(alike(later, earlier)))
    ]
    told = [*at(*papers, words="barrage de la vallée"), *at(other, words="12 disparus")]
    first, alone = Root("report", papers[0].article.id), Root("report", other.article.id)
    assert independent_roots(told, woven) == {first, alone}
    assert independent_roots(told, woven[::-1]) == {first, alone}


NOUNS = ("barrage", "pont", "quai", "mur", "toit", "chemin", "talus", "hangar", "canal", "moulin")


def alike(one: Reading, other: Reading) -> Iterator[Passage]:
    """Yield each sentence of a report with each of the other that differs from it in a noun."""
    for noun in NOUNS:
        for another in NOUNS:
            here = place(one, f"Le {noun} de la vallée a cédé vers minuit.")[1]
            yield Passage(here, place(other, f"Le {another} de la vallée a cédé vers minuit.")[1])
