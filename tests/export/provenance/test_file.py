"""PROV-JSON as the W3C's data model has it: read, written as PROV-N, and read again the same."""

from __future__ import annotations

import json
import re
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prov.identifier import QualifiedName
from prov.model import Literal, ProvDocument, ProvRecord

from recoupe.engine import LocalEngine
from recoupe.export.material import Choice, ExportedReport, Material, material
from recoupe.filing.checking import check_case
from recoupe.model import Derivation, Draft, Origin
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import AT, TOWN, WITNESS, handed, written
from tests.store.building import report


def read(what: Material) -> ProvDocument:
    """Return the document, once it has been read, checked, written and read again."""
    text = written("prov", what).decode()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        document = ProvDocument.deserialize(content=text, format="json")
        again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    assert document.get_provn() == again.get_provn()
    assert undeclared(document) == set()
    return document


def undeclared(document: ProvDocument) -> set[str]:
    """Return what relations and attributes name that is nowhere declared."""
    named = {
        str(value)
        for record in document.records
        for _, value in record.attributes
        if isinstance(value, QualifiedName) and value.namespace.prefix == "recoupe"
    }
    return named - {str(one.identifier) for one in document.records if one.is_element()}


def of_type(document: ProvDocument, name: str) -> list[ProvRecord]:
    """Return the records of one type, as ``term:Capture``."""
    return [one for one in document.records if name in map(str, one.get_asserted_types())]


def said(record: ProvRecord, name: str) -> set[str]:
    """Return what an attribute of a record says."""
    return {str(value) for key, value in record.attributes if str(key) == name}


def related(document: ProvDocument, relation: str, kind: str | None = None) -> set[tuple[str, str]]:
    """Return what stands in a relation, in the order of PROV-N, without the prefix of ids."""
    found = set()
    for record in document.records:
        types = set(map(str, record.get_asserted_types()))
        if record.get_type().localpart == relation and (kind is None or kind in types):
            one, other = [str(value).removeprefix("recoupe:") for value in record.args[:2]]
            found.add((one, other))
    return found


def ids(records: list[ProvRecord]) -> set[str]:
    return {str(one.identifier).removeprefix("recoupe:") for one in records}


@pytest.fixture(scope="module")
def document(plain: Casefile) -> ProvDocument:
    return read(handed(plain))


def test_every_capture_has_its_hash_and_when_it_was_fetched(
    plain: Casefile, document: ProvDocument
) -> None:
    kept = {one.reading.article.id: one.reading.article.capture for one in plain.readings()}
    captures = of_type(document, "term:Capture")
    assert {next(iter(said(one, "term:sha256"))) for one in captures} == {
        one.sha256 for one in kept.values()
    }
    fetched = related(document, "Generation") & {(f"{one}.capture", f"{one}.fetch") for one in kept}
    assert len(fetched) == len(kept) == 3
    times = {end for one in of_type(document, "term:Fetching") for end in said(one, "prov:endTime")}
    assert times == {"2022-05-05 12:00:00+00:00"}


def test_an_article_leads_back_to_its_capture_and_its_page(
    plain: Casefile, document: ProvDocument
) -> None:
    for one in plain.readings():
        article = one.reading.article.id
        assert (article, f"{article}.capture") in related(document, "Derivation")
    pages = {one.id for one in plain.reports()}
    assert {page for _, page in related(document, "Specialization")} == pages


def test_a_reading_names_its_readers_and_their_versions(document: ProvDocument) -> None:
    labels = {
        label
        for one in of_type(document, "prov:SoftwareAgent")
        for label in said(one, "prov:label")
    }
    assert "statements: by hand 2" in labels
    acts = ids(of_type(document, "term:Annotating"))
    readers = {reader for act, reader in related(document, "Association") if act in acts}
    assert len([one for one in readers if one.startswith("reader-")]) == 1


def test_a_statement_is_quoted_from_its_article_and_said_by_a_party(
    plain: Casefile, document: ProvDocument
) -> None:
    quoted = related(document, "Derivation", "prov:Quotation")
    attributed = dict(related(document, "Attribution"))
    agents = {
        str(one.identifier).removeprefix("recoupe:"): next(iter(said(one, "prov:label")))
        for one in of_type(document, "prov:Person") + of_type(document, "prov:Organization")
    }
    told = {str(one.identifier): one for one in of_type(document, "term:Statement")}
    for one in plain.readings():
        article = one.reading.article
        for statement in one.reading.statements:
            assert (statement.id, article.id) in quoted
            assert agents[attributed[statement.id]] == statement.speaker_name
            record = told[f"recoupe:{statement.id}"]
            assert said(record, "prov:value") == {
                str(Literal(statement.content[0].text, langtag="en"))
            }
            (at,) = said(record, "term:at")
            start, end = map(int, at.split(":"))
            assert article.text[start:end] == statement.content[0].text


def test_findings_come_of_the_check_and_of_what_was_said(
    plain: Casefile, document: ProvDocument
) -> None:
    kept = plain.crosscheck()
    assert kept is not None
    (check,) = ids(of_type(document, "term:Checking"))
    made = {one for one, act in related(document, "Generation") if act == check}
    assert made == {one.id for one in kept.findings} | {one.id for one in kept.stories}
    used = {article for act, article in related(document, "Usage") if act == check}
    assert used == {one.id for one in kept.reports}
    derived = related(document, "Derivation")
    for finding in kept.findings:
        for position in finding.positions:
            for words in position.said:
                assert (finding.id, words.statement or words.report) in derived
    (story,) = kept.stories
    assert {(story.id, one) for one in story.reports} == related(document, "Membership")


def test_copies_are_derived_and_lead_to_what_derives_from_nothing(plain: Casefile) -> None:
    what = handed(plain)
    one, two, three = (found.reading.article.id for found in plain.readings())
    outlet, agency = Origin("outlet", "The Paper"), Origin("agency", "AZ")
    lineage = (
        Derivation(three, two, outlet, "rewrite", 0.51239, (), ()),
        Derivation(two, one, outlet, "verbatim", 0.9, (), ()),
        Derivation(one, None, agency, "credited", 0.4, (), ()),
        Derivation(one, None, Origin("unknown", None), "credited", 0.1, (), ()),
    )
    document = read(replace(what, check=replace(what.check, lineage=lineage)))
    derived = related(document, "Derivation")
    assert {(three, two), (two, one)} <= derived
    primary = related(document, "Derivation", "prov:PrimarySource")
    assert {here for here, _ in primary} == {one}
    origins = of_type(document, "term:Origin")
    assert {source for _, source in primary} == ids(origins)
    assert {label for each in origins for label in said(each, "prov:label")} == {"AZ"}
    assert 'term:share="0.5124" %% xsd:decimal' in document.get_provn()


def test_a_root_among_the_reports_is_a_primary_source(plain: Casefile) -> None:
    what = handed(plain)
    one, two, _ = (found.reading.article.id for found in plain.readings())
    lineage = (Derivation(two, one, Origin("outlet", "The Paper"), "verbatim", 0.9, (), ()),)
    document = read(replace(what, check=replace(what.check, lineage=lineage)))
    assert related(document, "Derivation", "prov:PrimarySource") == {(two, one)}


def test_versions_are_revisions(tmp_path: Path) -> None:
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        for hours in range(3):
            casefile.add_report(*report(killed=12 + hours, hours=hours, version="2"), author="Ana")
        every = material(casefile, "dam", AT, language="en", choice=Choice(versions=True))
        document = read(every)
        (page,) = casefile.reports()
        first, second, third = (one.article for one in casefile.versions(page.id))
    revised = related(document, "Derivation", "prov:Revision")
    assert revised == {(second, first), (third, second)}
    assert related(document, "Specialization") == {(one, page.id) for one in (first, second, third)}


def reviewed(casefile: Casefile) -> dict[str, Any]:
    """Review something of each kind; return the reviews by what they are called here."""
    one, two, three = (found.reading for found in casefile.readings())
    parties = {
        party.name: party.id for found in handed(casefile).reports()
        for party in found.parties.values()
    }  # fmt: skip
    add = casefile.add_review
    start = two.article.text.index("A shell")
    drafts = {
        "confirm": Draft("confirm", "statement", one.statements[0].id, "Ana"),
        "note": Draft("note", "figure", one.figures[0].id, "Ana", "two lists differ"),
        "correct": Draft("correct", "figure", one.figures[0].id, "Bea", changes={"high": 15}),
        "reject": Draft("reject", "event", two.events[0].id, "Ana"),
        "add": Draft(
            "add", "statement", two.article.id, "Bea", changes={"content": [[start, start + 7]]}
        ),
        "merge": Draft(
            "merge", "party", parties["Anna Berzina"], "Ana", others=(parties["the ministry"],)
        ),
        "wrong": Draft("reject", "statement", three.statements[0].id, "Bea"),
    }
    made: dict[str, Any] = {name: add(draft) for name, draft in drafts.items()}
    made["undo"] = add(Draft("undo", "review", made["wrong"].id, "Ana"))
    return made


def test_reviews_are_done_by_people_and_what_was_undone_is_invalid(fresh: Casefile) -> None:
    made = reviewed(fresh)
    document = read(handed(fresh))
    names = {
        str(one.identifier).removeprefix("recoupe:"): next(iter(said(one, "prov:label")))
        for one in of_type(document, "term:Reviewer")
    }
    by = {act: names[who] for act, who in related(document, "Association") if who in names}
    assert by == {f"{one.id}.act": one.author for one in made.values()}
    assert ids(of_type(document, "term:Review")) == {one.id for one in made.values()}
    invalid = related(document, "Invalidation")
    assert invalid == {
        (made["wrong"].id, f"{made['undo'].id}.act"),
        (made["reject"].target, f"{made['reject'].id}.act"),
    }
    used = related(document, "Usage")
    assert (f"{made['confirm'].id}.act", made["confirm"].target) in used
    assert (f"{made['undo'].id}.act", made["wrong"].id) in used


def test_a_corrected_record_comes_of_the_correction(fresh: Casefile) -> None:
    made = reviewed(fresh)
    document = read(handed(fresh))
    figure, act = made["correct"].target, f"{made['correct'].id}.act"
    assert (figure, act) in related(document, "Generation")
    assert (figure, f"{figure}.machine") in related(document, "Derivation", "prov:Revision")
    used = related(document, "Usage")
    assert {(f"{made[one].id}.act", f"{figure}.machine") for one in ("note", "correct")} <= used
    added = {one for one, by in related(document, "Generation") if by == f"{made['add'].id}.act"}
    assert len(added - {made["add"].id}) == 1


def test_nothing_is_made_twice_or_by_two(fresh: Casefile) -> None:
    reviewed(fresh)
    check_case(fresh, LocalEngine())
    document = read(handed(fresh))
    made = Counter(one for one, _ in related(document, "Generation"))
    assert [one for one, count in made.items() if count > 1] == []
    elements = Counter(
        (one.get_type(), one.identifier) for one in document.records if one.is_element()
    )
    assert max(elements.values()) == 1


def test_reasons_of_reviews_are_left_out(fresh: Casefile) -> None:
    reviewed(fresh)
    assert "two lists differ" not in written("prov", handed(fresh)).decode()


def test_of_one_story_only_its_own_reviews_are_told(fresh: Casefile) -> None:
    made = reviewed(fresh)
    fresh.add_report(*report("https://far.example", place="Lindale", killed=3), author="Ana")
    other = next(
        one.reading for one in fresh.readings() if one.reading.article.url == "https://far.example"
    )
    elsewhere = fresh.add_review(Draft("reject", "event", other.events[0].id, "Ana"))
    check_case(fresh, LocalEngine())
    story = next(
        one.story for one in fresh.stories().stories if other.article.id not in one.story.reports
    )
    document = read(material(fresh, "dam", AT, language="en", choice=Choice(story=story.id)))
    told = ids(of_type(document, "term:Review"))
    assert made["confirm"].id in told
    assert elsewhere.id not in told


def test_who_is_protected_is_a_role_and_no_offset_is_told(guarded: Casefile) -> None:
    text = written("prov", handed(guarded)).decode()
    document = read(handed(guarded))
    witness = [one.reading for one in guarded.readings()][2].entities[0]
    assert witness.id not in text
    assert WITNESS not in text
    assert TOWN not in text
    assert "term:at" not in text
    assert re.search(r"\b47\.1|\b37\.5", text) is None
    assert "a person" in {
        label for one in of_type(document, "prov:Person") for label in said(one, "prov:label")
    }
    (export,) = of_type(document, "term:Export")
    assert "Masked to protect people" in next(iter(said(export, "dcterms:description")))


def test_a_protected_party_that_is_gone_is_in_no_review(fresh: Casefile) -> None:
    witness = [one.reading for one in fresh.readings()][2].entities[0]
    fresh.add_review(Draft("protect", "entity", witness.id, "Ana"))
    fresh.add_review(Draft("reject", "entity", witness.id, "Ana"))
    assert witness.id not in written("prov", handed(fresh)).decode()


def test_a_casefile_that_was_never_checked_has_no_check(fresh: Casefile) -> None:
    document = read(handed(fresh))
    assert of_type(document, "term:Checking") == []
    assert len(of_type(document, "term:Article")) == 3


def test_no_key_stands_twice(plain: Casefile) -> None:
    def once(found: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({name for name, _ in found}) == len(found)
        return dict(found)

    json.loads(written("prov", handed(plain)), object_pairs_hook=once)


def test_the_id_of_a_protected_report_tells_no_address(fresh: Casefile) -> None:
    kept = next(fresh.reports())
    review = fresh.add_review(Draft("protect", "report", kept.id, "Ana"))
    text = written("prov", handed(fresh)).decode()
    assert kept.id not in text
    assert str(kept.address) not in text
    assert review.id in ids(of_type(read(handed(fresh)), "term:Review"))


def test_a_statement_is_within_none_that_was_rejected(plain: Casefile) -> None:
    what = handed(plain)

    def without_the_first(kept: Material) -> Material:
        def cut(one: ExportedReport) -> ExportedReport:
            first, second, *rest = one.reading.statements
            later = (replace(second, within=first.id), *rest)
            return replace(one, reading=replace(one.reading, statements=later))

        return replace(kept, reports=lambda: map(cut, kept.reports()))

    document = read(without_the_first(what))
    assert "term:within" not in document.get_provn()
