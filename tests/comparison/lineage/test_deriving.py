"""Derivations among reports: from which, in which direction, with which reasons."""

from __future__ import annotations

from dataclasses import replace

from recoupe.comparison.lineage import lineage
from recoupe.comparison.lineage.directions import compare_times
from recoupe.model import Derivation, Entity, Origin, Statement
from tests.comparison.lineage.worlds import WORLDS, World, place, report, world


def of(made: World, kind: str | None = None) -> list[Derivation]:
    return [item for item in lineage(made.readings) if kind is None or item.kind == kind]


def test_the_order_in_which_reports_come_changes_nothing() -> None:
    for build in WORLDS:
        made = world(1)
        build(made)
        assert lineage(made.readings) == lineage(made.shuffled())


def test_every_span_is_the_words_of_its_report() -> None:
    made = world(2)
    for build in WORLDS[:9]:
        build(made)
    texts = {reading.article.id: reading.article.text for reading in made.readings}
    found = lineage(made.readings)
    assert found
    for item in found:
        assert 0 <= item.share <= 1
        for passage in item.passages:
            here, there = passage.here, passage.there
            assert texts[item.report][here.start : here.end] == here.text
            assert (there is None) == (item.source is None)
            if there is not None and item.source is not None:
                assert texts[item.source][there.start : there.end] == there.text


def test_an_agency_that_is_not_among_the_reports_is_the_origin_of_both() -> None:
    made = world(3)
    for outlet in ("Le Fanal", "Le Méridien"):
        made.add([*made.account(0), "(AFP)"], outlet, "2024-03-06")
    found = of(made, "verbatim")
    assert {item.report for item in found} == {r.article.id for r in made.readings}
    assert {(item.source, item.origin) for item in found} == {(None, Origin("agency", "AFP"))}
    assert found[0].share > 0.9
    assert {reason.code for reason in found[0].reasons} == {"names_agency", "shares_text"}


def test_an_agency_among_the_reports_is_the_source_of_those_that_print_it() -> None:
    made = world(3)
    own = made.add(made.account(0), "AFP", "2024-03-06T08:00:00+00:00")
    paper = made.add(made.account(0)[:7], "Le Fanal", "2024-03-06")
    [found] = of(made, "verbatim")
    assert (found.report, found.source) == (paper.article.id, own.article.id)
    assert found.origin == Origin("agency", "AFP")


def test_the_earlier_report_is_the_source() -> None:
    made = world(4)
    later = made.add(made.account(1), "Le Fanal", "2024-03-07")
    earlier = made.add(made.account(1), "Le Méridien", "2024-03-05")
    [found] = of(made, "verbatim")
    assert (found.report, found.source) == (later.article.id, earlier.article.id)
    assert found.origin == Origin("outlet", "Le Méridien")
    assert [reason.code for reason in found.reasons] == ["published_before"]


def test_a_credit_outweighs_the_date() -> None:
    made = world(4)
    credit = "Un défaut était connu, selon Le Fanal."
    source = made.add(made.account(1), "Le Fanal", "2024-03-07")
    report_ = made.add([*made.account(1)[:6], credit], "Le Méridien", "2024-03-06")
    [found] = [item for item in of(made) if item.source is not None]
    assert (found.report, found.source) == (report_.article.id, source.article.id)
    assert [reason.code for reason in found.reasons] == ["credits_outlet", "contained_in_longer"]


def test_where_nothing_tells_the_direction_is_said_to_be_unknown() -> None:
    made = world(5)
    made.add(made.account(2), "Le Fanal", "2024-03-06")
    made.add(made.account(2), "Le Méridien", "2024-03-06T09:00:00")
    [found] = of(made, "verbatim")
    assert found.origin == Origin("unknown", None)
    assert [reason.code for reason in found.reasons] == ["direction_unknown"]


def test_times_are_compared_as_far_as_they_go() -> None:
    assert compare_times("2024-03-05", "2024-03-06T01:00:00") == -1
    assert compare_times("2024-03-06", "2024-03-06T01:00:00") == 0
    assert compare_times("2024-03-06T01:30:00+02:00", "2024-03-06T00:00:00+00:00") == -1
    assert compare_times(None, "2024-03-06") == 0


def test_a_sentence_credited_to_a_paper_derives_from_it() -> None:
    made = world(6)
    told = "Un rapport avait signalé la fuite, révèle Le Parisien."
    made.add([*made.account(1)[:4], told], "Le Fanal", "2024-03-06")
    [found] = of(made)
    assert (found.kind, found.source, found.origin.name) == ("credited", None, "Le Parisien")
    [passage] = found.passages
    assert passage.here.text == told.rstrip(".")


def test_a_statement_that_came_through_an_agency_derives_from_it() -> None:
    told = "Le bassin sera vidé"
    plain = report(f"{told}, dit le maire à une agence.", "Le Fanal", "2024-03-06")
    agency = Entity("e1", "medium", "Agence France-Presse", (), (), None, (), ())
    content = (place(plain, told)[1],)
    said = Statement(
        "s1", content, (), (), None, None, "indirect", "asserts", False, None, ("e1",), 1.0
    )
    [found] = lineage([replace(plain, entities=(agency,), statements=(said,))])
    assert (found.kind, found.origin) == ("credited", Origin("agency", "AFP"))
    assert [passage.here.text for passage in found.passages] == [told]


def test_a_report_made_with_an_agency_does_not_say_which_words_are_whose() -> None:
    made = world(6)
    made.add([*made.account(1), "Avec AFP"], "Le Fanal", "2024-03-06")
    [found] = of(made)
    assert (found.origin.name, found.share, found.passages) == ("AFP", 0.0, ())


def test_a_translation_is_found_with_its_sentences() -> None:
    made = world(7)
    french = made.add(made.account(0), "Le Fanal", "2024-03-05")
    english = made.add(
        made.account(0, language="en"), "The Harbour Mail", "2024-03-06", language="en"
    )
    made.add(made.account(1, language="en"), "Northern Ledger", "2024-03-06", language="en")
    [found] = of(made, "rewrite")
    assert (found.report, found.source) == (english.article.id, french.article.id)
    assert found.reasons[0].code == "translated"
    assert len(found.passages) >= 8
    assert found.share > 0.8


def test_one_report_or_none_derives_from_nothing() -> None:
    assert lineage([]) == ()
    alone = report("Le pont de Carvalle a rouvert lundi.", "Le Fanal", "2024-03-06")
    assert lineage([alone, alone]) == ()
    empty = report("…", "Le Fanal", None)
    assert lineage([alone, empty]) == ()
