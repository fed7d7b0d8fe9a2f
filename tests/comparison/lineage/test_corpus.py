"""What a whole corpus holds again and again, and when words of a report were published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from recoupe.comparison.lineage import lineage
from recoupe.comparison.lineage.corpus import NONE_KNOWN, NOTHING, Corpus, Known, Stock
from recoupe.comparison.lineage.dating import Stood, Version, stood
from recoupe.comparison.lineage.deriving import in_order
from recoupe.comparison.lineage.wording import folded_words
from recoupe.model import Figure, Reading, Reason
from tests.comparison.lineage.worlds import report, world

UNDER = (
    "Recevez chaque matin dans votre messagerie toutes les nouvelles du canton et des communes "
    "voisines en vous abonnant sans frais à notre lettre"
)
ALONE = (
    "La mairie de Carvalle vote mardi un budget réduit pour la patinoire et les deux piscines.",
    "Un boulanger de Monfort garde ses prix malgré le coût de la farine et du beurre breton.",
    "Le tournoi de pétanque réunit samedi douze équipes venues de tout le plateau calcaire.",
    "Une exposition montre les affiches peintes par des ouvrières de la filature disparue.",
    "Les pompiers cherchent des volontaires pour surveiller les crêtes durant tout l'été.",
    "La chorale des anciens donnera trois concerts dans les chapelles restaurées du vallon.",
)


def corpus_of(readings: Sequence[Reading]) -> Known:
    corpus = Corpus()
    for one in readings:
        article = one.article
        corpus.put(article.id, article.text, published=article.published, outlet=article.outlet)
    return corpus.known()


def seasons() -> list[Reading]:
    """Return six reports of one outlet, each on a matter of its own, with one line under all."""
    return [
        report(f"{f'{text} ' * 8}\n\n{UNDER}.", "Le Fanal", f"20{20 + n}-03-05")
        for n, text in enumerate(ALONE)
    ]


def test_lines_of_an_outlet_are_no_copies_in_a_story_of_two_reports() -> None:
    made = seasons()
    pair = [replace_day(made[0], "2024-03-05"), replace_day(made[1], "2024-03-06")]
    assert lineage(pair)
    stock = corpus_of([*made[2:], *pair]).of([one.article.id for one in pair])
    assert stock.furniture
    assert lineage(pair, stock=stock) == ()


def test_what_papers_print_within_days_is_no_stock() -> None:
    made = world(3)
    for number in range(8):
        made.add(made.account(0), f"Le Journal {number}", "2024-03-06")
    known = corpus_of(made.readings)
    assert known.of([one.article.id for one in made.readings]) == NOTHING


def test_what_counts_people_is_text_however_often_it_is_printed() -> None:
    line = "Le barrage de Carvalle avait cédé un soir de mars et tué 41 dormeurs du vieux faubourg"
    made = [
        report(f"{f'{text} ' * 3} {line}.", f"Le Journal {n}", f"20{10 + n}-03-05")
        for n, text in enumerate(ALONE)
    ]
    pair = [replace_day(one, "2024-03-05") for one in made[:2]]
    stock = corpus_of([*pair, *made[2:]]).of([one.article.id for one in pair])
    assert stock.rows
    held = [side.wording.words for side in in_order(pair, stock)]
    assert all("41" not in words for words in held)
    held = [side.wording.words for side in in_order(map(counted, pair), stock)]
    assert all("41" in words for words in held)


def counted(reading: Reading) -> Reading:
    """Return a report of which the number of dead was read."""
    at = reading.article.text.index("41")
    span = reading.article.span(at, at + 2)
    dead = Figure("f1", span, 41, 41, False, "killed", None, None, False, None, None)
    return replace(reading, figures=(dead,))


def test_a_phrase_of_few_reports_is_of_some_incident() -> None:
    made = seasons()
    ids = [one.article.id for one in made]
    others = [report(f"{n} {text}", "Le Sud", "2024-05-05") for n in range(100) for text in ALONE]
    assert corpus_of(made).of(ids).phrases
    assert not corpus_of([*made, *others]).of(ids).phrases


def test_the_order_of_reports_makes_no_difference_and_one_report_has_no_stock() -> None:
    made = seasons()
    ids = [one.article.id for one in made]
    shuffled = Random(1).sample(made, len(made))  # noqa: S311
    assert corpus_of(made).of(ids) == corpus_of(shuffled).of(ids) != NOTHING
    assert corpus_of(made).of(ids[:1]) == NOTHING
    assert corpus_of([]).of(ids) == NONE_KNOWN.of(ids) == NOTHING


def test_a_story_hears_of_nothing_but_its_own_words() -> None:
    made = seasons()
    few = corpus_of(made)
    more = corpus_of(
        [*made, *(report(text, "Le Sud", f"20{10 + n}-05-05") for n, text in enumerate(ALONE))]
    )
    ids = [one.article.id for one in made[:2]]
    assert isinstance(few.of(ids), Stock)
    assert few.of(ids).furniture == more.of(ids).furniture


def replace_day(reading: Reading, day: str) -> Reading:
    return replace(reading, article=replace(reading.article, published=day))


def altered(reading: Reading, modified: str) -> Reading:
    return replace(reading, article=replace(reading.article, modified=modified))


def reasons(readings: Sequence[Reading], versions: Sequence[Version] = ()) -> list[Reason]:
    [found] = [one for one in lineage(readings, versions=versions) if one.source is not None]
    return list(found.reasons)


def test_a_report_that_was_altered_later_is_not_known_to_be_the_first() -> None:
    made = world(4)
    early = altered(made.add(made.account(1), "Le Fanal", "2024-03-05"), "2024-03-08")
    late = made.add(made.account(1), "Le Méridien", "2024-03-06")
    assert [one.code for one in reasons([early, late])] == ["direction_unknown"]
    kept = altered(early, "2024-03-05")
    assert [one.code for one in reasons([kept, late])] == ["published_before"]


def test_words_that_stood_in_an_older_version_were_published_with_it() -> None:
    made = world(4)
    early = altered(made.add(made.account(1), "Le Fanal", "2024-03-05"), "2024-03-08")
    late = made.add(made.account(1), "Le Méridien", "2024-03-06")
    id_ = early.article.id
    same = Version(id_, "2024-03-05T10:00:00+00:00", None, early.article.text)
    assert [one.code for one in reasons([early, late], [same])] == ["published_before"]


def test_words_of_a_later_version_came_after_the_one_before() -> None:
    made = world(4)
    early = altered(made.add(made.account(1), "Le Fanal", "2024-03-05"), "2024-03-08")
    late = made.add(made.account(1), "Le Méridien", "2024-03-06")
    other = Version(early.article.id, "2024-03-07T10:00:00+00:00", None, ALONE[0])
    [found] = [one for one in lineage([early, late], versions=[other]) if one.source is not None]
    assert (found.report, found.source) == (early.article.id, late.article.id)
    [reason] = found.reasons
    assert dict(reason.values) == {"earlier": "2024-03-06", "later": "2024-03-07T10:00:00+00:00"}


def test_a_report_without_a_date_was_there_when_it_was_captured() -> None:
    article = report(ALONE[0], "Le Fanal", None).article
    words = folded_words(article.text)
    assert stood(article, (), words) == Stood(None, article.capture.captured_at)
    told = replace(article, published="2024-03-05", modified="2024-03-07")
    assert stood(told, (), words) == Stood("2024-03-05", "2024-03-07")
