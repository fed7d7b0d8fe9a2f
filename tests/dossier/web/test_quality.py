"""The page on how good all this is."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.pages.quality import quality_page
from recoupe.evaluation.floors import read_floors
from recoupe.languages import available, pack
from recoupe.languages.dossier import DossierWords


def test_every_floor_is_shown_with_its_reader() -> None:
    page = quality_page()
    shown = {
        (reader.subject, one.corpus, one.measure): one.score
        for reader in page.readers
        for one in reader.scores
    }
    assert shown == read_floors()


@pytest.mark.parametrize("language", available())
def test_every_reader_has_a_name(language: str) -> None:
    words = pack(language).table("dossier", DossierWords)
    assert {reader.subject for reader in quality_page().readers} == set(words.quality.readers)


def test_the_page_says_what_hashes_do_not_prove(client: TestClient) -> None:
    shown = client.get("/quality", headers={"accept-language": "fr"}).text
    assert "Ce qu’elles ne prouvent pas" in shown
    assert "fr_dev" in shown
