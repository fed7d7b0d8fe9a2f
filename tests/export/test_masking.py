"""Whoever is protected is named nowhere in what is handed over, and that is said."""

from __future__ import annotations

import gzip
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from recoupe.engine import LocalEngine
from recoupe.export.formats import FORMATS
from recoupe.export.masking import Masker
from recoupe.filing.checking import check_case
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import THERE, TOWN, WITNESS, handed, written
from tests.store.building import report


def folded(text: str) -> str:
    """Return text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def contents(packed: bytes) -> str:
    """Return all that is in a file, in a zip its files and their names."""
    if not packed.startswith(b"PK"):
        return packed.decode()
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        unpacked = {name: files.read(name) for name in files.namelist()}
    for name in [one for one in unpacked if one.endswith(".gz")]:
        unpacked[name] = gzip.decompress(unpacked[name])
    return "\n".join([*unpacked, *(content.decode() for content in unpacked.values())])


def says(text: str, name: str) -> list[str]:
    """Return the words of a name that a text has."""
    told = folded(text)
    return [
        word for word in folded(name).split() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told)
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", THERE)
def test_no_format_names_who_is_protected(guarded: Casefile, name: str, language: str) -> None:
    text = contents(written(name, handed(guarded, language=language), language=language))
    assert says(text, WITNESS) == []
    assert says(text, TOWN) == []


@pytest.mark.parametrize("name", [one for one in THERE if FORMATS[one].checked])
def test_every_format_of_findings_says_that_something_was_masked(
    guarded: Casefile, plain: Casefile, name: str
) -> None:
    note = handed(guarded).masked.note("en")
    assert note == "Masked to protect people: parties: 1, places: 1, reports: 3."
    assert note in contents(written(name, handed(guarded)))
    assert "Masked to protect" not in contents(written(name, handed(plain)))


@pytest.mark.parametrize(
    "speaker", ["Élise d’Aubigné", "Ann Li", "Жанна Ким", "Sean O'Brien-Smith"]
)
def test_whatever_the_name_is_like_no_word_of_it_is_left(tmp_path: Path, speaker: str) -> None:
    glued = "".join(char for char in folded(speaker) if char.isalpha())
    with new_casefile(str(tmp_path / "case"), author="Ana") as casefile:
        casefile.add_report(
            *report(f"https://one.example/{glued}", speaker=speaker, version="2"), author="Ana"
        )
        casefile.add_report(
            *report(
                "https://two.example/", speaker=speaker.upper(), quote=f"Ask {speaker}, not us"
            ),
            author="Ana",
        )
        check_case(casefile, LocalEngine())
        first = next(casefile.readings()).reading
        casefile.add_review(Draft("protect", "entity", first.entities[0].id, "Ana"))
        for name in THERE:
            text = contents(written(name, handed(casefile)))
            words = re.findall(r"[^\W_]{2,}", folded(speaker))
            assert [one for one in words if says(text, one)] == []
            assert glued not in folded(text)


NAMES = some.lists(
    some.text("äéïøqxžжы", min_size=3, max_size=7).map(str.capitalize), min_size=1, max_size=3
).map(" ".join)


@given(name=NAMES, spelt=some.sampled_from([str, str.upper, str.lower, folded, "".join]))
@settings(max_examples=12, deadline=None)
def test_no_spelling_of_any_name_is_left_in_any_format(
    tmp_path_factory: pytest.TempPathFactory, name: str, spelt: Callable[[str], str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with new_casefile(str(folder / "case"), author="Ana") as casefile:
        quote = f"Ask {spelt(name)} about it"
        casefile.add_report(
            *report(f"https://one.example/{name.split(maxsplit=1)[0]}", speaker=name, version="2"),
            author="Ana",
        )
        casefile.add_report(*report("https://two.example", quote=quote), author="Ana")
        woman = next(casefile.readings()).reading.entities[0]
        casefile.add_review(Draft("protect", "entity", woman.id, "Ana"))
        for one in THERE:
            assert says(contents(written(one, handed(casefile))), name) == []


def test_a_witness_is_a_role_and_the_words_around_stay(guarded: Casefile) -> None:
    told = {one.reading.article.id: one for one in handed(guarded).reports()}
    assert all(not one.whole for one in told.values())
    witness = [one for one in told.values() if "[a person]" in one.reading.article.text]
    assert len(witness) == 1
    reading = witness[0].reading
    assert "on Wednesday, [a person] said." in reading.article.text
    assert {one.speaker_name for one in reading.statements} == {"a person", "the ministry"}
    for statement in reading.statements:
        for span in (*statement.content, *statement.cue, *statement.source):
            assert reading.article.text[span.start : span.end] == span.text


def test_a_town_is_its_country_with_its_reach_and_no_point_is_finer(guarded: Casefile) -> None:
    places = [place for one in handed(guarded).reports() for place in one.reading.places]
    shown = [place for place in places if place.country == "UA"]
    assert {place.name for place in shown} == {"Ukraine"}
    assert {place.kind for place in shown} == {"country"}
    assert all(place.precision_m is not None and place.precision_m > 100_000 for place in shown)
    assert {place.geonames_id for place in places} == {None}
    assert all(place.lat != 47.1 for place in places)


def test_ids_of_who_is_protected_are_others_in_each_export(guarded: Casefile) -> None:
    kept = {entity.id for one in guarded.readings() for entity in one.reading.entities}
    once, again = (
        {
            entity.id
            for one in handed(guarded).reports()
            for entity in one.reading.entities
            if entity.name == "a person"
        }
        for _ in range(2)
    )
    assert len(once) == len(again) == 1
    assert once.isdisjoint(again | kept)
    assert again.isdisjoint(kept)


def test_references_lead_to_the_same_records_as_before(guarded: Casefile) -> None:
    kept = {one.reading.article.id: one.reading for one in guarded.readings()}
    for one in handed(guarded).reports():
        ids = [entity.id for entity in one.reading.entities]
        before = [entity.id for entity in kept[one.reading.article.id].entities]
        for statement, old in zip(
            one.reading.statements, kept[one.reading.article.id].statements, strict=True
        ):
            assert ids.index(statement.speaker or "") == before.index(old.speaker or "")


def test_whoever_asks_for_everything_gets_it(guarded: Casefile) -> None:
    whole = handed(guarded, protected=True)
    assert not whole.masked
    assert [one.reading for one in whole.reports()] == [one.reading for one in guarded.readings()]


def test_where_nobody_is_protected_nothing_is_altered(plain: Casefile) -> None:
    masker = Masker.of(plain, "en")
    assert not masker.masked
    assert [one.reading for one in handed(plain).reports()] == [
        one.reading for one in plain.readings()
    ]


def test_the_positions_of_who_is_protected_stay_apart(guarded: Casefile) -> None:
    shown = handed(guarded).check
    kept = guarded.crosscheck()
    assert kept is not None
    for finding, before in zip(shown.findings, kept.findings, strict=True):
        assert len(finding.positions) == len(before.positions)
        assert len({one.party_id for one in finding.positions}) == len(
            {one.party_id for one in before.positions}
        )


def test_a_party_is_protected_in_every_report(fresh: Casefile) -> None:
    party = next(handed(fresh).reports()).parties
    woman = next(one for one in party.values() if one.name == "Anna Berzina")
    fresh.add_review(Draft("protect", "party", woman.id, "Ana"))
    told = handed(fresh)
    assert (told.masked.parties, told.masked.reports) == (1, 2)
    assert not any(says(one.reading.article.text, "Anna Berzina") for one in told.reports())
    assert woman.id not in {p.id for one in told.reports() for p in one.parties.values()}


def test_the_speaker_of_a_protected_statement_is_protected(fresh: Casefile) -> None:
    said = next(fresh.readings()).reading.statements[0]
    fresh.add_review(Draft("protect", "statement", said.id, "Ana"))
    assert not any(says(one.reading.article.text, "Berzina") for one in handed(fresh).reports())


def test_a_protected_report_is_not_told_where_it_was(fresh: Casefile) -> None:
    article = next(fresh.readings()).reading.article
    fresh.add_review(Draft("protect", "report", article.id, "Ana"))
    shown = next(handed(fresh).reports())
    told = shown.reading.article
    assert (told.url, told.outlet, told.title, told.input) == (None, None, None, "")
    assert not shown.whole


def test_protection_taken_back_masks_nothing(fresh: Casefile) -> None:
    woman = next(fresh.readings()).reading.entities[0]
    kept = fresh.add_review(Draft("protect", "entity", woman.id, "Ana"))
    fresh.add_review(Draft("undo", "review", kept.id, "Ana"))
    assert not handed(fresh).masked


def test_two_who_are_protected_are_told_apart(fresh: Casefile) -> None:
    one, _, three = (found.reading for found in fresh.readings())
    for entity in (one.entities[0], three.entities[0]):
        fresh.add_review(Draft("protect", "entity", entity.id, "Ana"))
    names = {p.name for found in handed(fresh).reports() for p in found.parties.values()}
    assert names == {"a person", "a person (2)", "the ministry"}
