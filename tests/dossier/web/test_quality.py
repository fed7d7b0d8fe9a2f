"""The page on how good all this is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.pages.quality import quality_page
from recoupe.evaluation.floors import read_floors
from recoupe.filing.proving import proved, stamp_with_authority, stamp_with_calendars
from recoupe.languages import available, pack
from recoupe.languages.dossier import DossierWords
from recoupe.store import Casefile
from tests.capture.proving.authorities import Authority, Calendar, authority, calendar

__all__ = ["authority", "calendar"]


def test_every_floor_is_shown_with_its_reader(case: Casefile) -> None:
    page = quality_page(case)
    shown = {
        (reader.subject, one.corpus, one.measure): one.score
        for reader in page.readers
        for one in reader.scores
    }
    assert shown == read_floors()


@pytest.mark.parametrize("language", available())
def test_every_reader_has_a_name(case: Casefile, language: str) -> None:
    words = pack(language).table("dossier", DossierWords)
    assert {reader.subject for reader in quality_page(case).readers} == set(words.quality.readers)


def test_the_page_says_what_hashes_do_not_prove(client: TestClient) -> None:
    shown = client.get("/quality", headers={"accept-language": "fr"}).text
    assert "Ce qu’elles ne prouvent pas" in shown
    assert "fr_dev" in shown


def test_the_page_says_how_to_have_a_case_stamped(client: TestClient) -> None:
    assert "recoupe stamp" in client.get("/quality").text


def test_the_page_tells_of_proofs_and_how_others_check_them(
    client: TestClient, case: Casefile, authority: Authority, calendar: Calendar
) -> None:
    stamp_with_authority(case, authority.url, author="Ana", allow_private=True)
    stamp_with_calendars(case, [calendar.url], author="Ana", allow_private=True)
    shown = client.get("/quality").text
    assert "CN=Clock of the tests" in shown
    assert f"promised by {calendar.url}" in shown
    for one in proved(case):
        assert one.command in shown
    assert "It does not show that a page said so" in shown
