"""The page of the search."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.pages.search import search_page
from recoupe.store import Casefile
from recoupe.store.search import Query
from tests.store import building


def test_words_are_marked_where_they_stand(case: Casefile) -> None:
    page = search_page(case, Query("dead"))
    [first, *_] = page.hits
    whole = "".join(one.text for one in first.stretches)
    assert whole == first.hit.context.text
    assert [one.text for one in first.stretches if one.found] == ["dead"]


def test_results_can_be_narrowed_by_what_they_have(case: Casefile) -> None:
    other = building.report("https://paper.example/three", speaker="Boris Vale", quote="No")
    case.add_report(*other, author="Ana")
    page = search_page(case, Query())
    speakers = {one.value: one.count for one in page.facets["speaker"]}
    assert speakers.keys() == {"Anna Berzina", "Boris Vale"}
    for name, count in speakers.items():
        narrowed = search_page(case, Query(speaker=name))
        assert len(narrowed.hits) == count
        assert "speaker" not in narrowed.facets


def test_the_form_keeps_what_was_asked(client: TestClient) -> None:
    shown = client.get("/search", params={"q": "dead", "stance": "asserts", "since": "2022"}).text
    assert 'value="dead"' in shown
    assert '<option value="asserts" selected>' in shown
    assert "<mark>dead</mark>" in shown
    assert "<details open>" in shown


def test_an_empty_form_finds_the_newest(client: TestClient) -> None:
    shown = client.get("/search?q=&speaker=&stance=&kind=&figure=&low=&high=&since=&until=")
    assert shown.status_code == 200
    assert "We counted" in shown.text


@pytest.mark.parametrize("asked", [{"stance": "shouts"}, {"figure": "eaten"}])
def test_what_is_no_choice_is_told(client: TestClient, asked: dict[str, str]) -> None:
    shown = client.get("/search", params=asked)
    assert shown.status_code == 422
    assert "go back" in shown.text
    assert next(iter(asked)) in shown.text


def test_results_come_in_pages(case: Casefile, client: TestClient) -> None:
    for number in range(25):
        address = f"https://paper.example/{number}"
        case.add_report(*building.report(address, killed=number + 20), author="Ana")
    first = client.get("/search", params={"q": "dead", "look_for": "report"}).text
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    last = client.get("/search", params={"q": "dead", "look_for": "report", "offset": 20}).text
    assert 'rel="next"' not in last
    assert 'rel="prev"' in last
