"""Working in a case by forms, as somebody without a script does."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Statement
from recoupe.store import Casefile
from tests.dossier.web.conftest import ADDRESS, token_of


def first(case: Casefile) -> Statement:
    return next(case.readings()).reading.statements[0]


def parties_of(case: Casefile) -> list[str]:
    with case.snapshot() as now:
        return sorted({party for own in now.parties().values() for party in own.values()})


def send(client: TestClient, page: str, **fields: str | list[str]) -> object:
    """Send a form of a page, and return the answer without following it."""
    form = {"form_token": token_of(client.get(page).text), "back": page, **fields}
    return client.post("/reviews", data=form, follow_redirects=False)


def correcting(case: Casefile, **fields: str | list[str]) -> dict[str, str | list[str]]:
    """Return a form that corrects the first statement, with what the page showed of it."""
    said = first(case)
    return {
        "action": "correct",
        "kind": "statement",
        "target": said.id,
        "seen": "",
        "was.speaker_name": said.speaker_name or "",
        "was.stance": said.stance,
        "was.content": [span.text for span in said.content],
        **{name.replace("__", "."): value for name, value in fields.items()},
    }


def test_confirming_shows_on_the_page(case: Casefile, client: TestClient) -> None:
    said = first(case)
    page = f"/statements/{said.id}"
    form = {"action": "confirm", "kind": "statement", "target": said.id, "seen": ""}
    answer = send(client, page, **form)
    assert answer.status_code == 303
    [review] = case.reviews(said.id)
    assert answer.headers["location"] == f"{page}?done={review.id}#done"
    assert (review.action, review.author) == ("confirm", "Ana")
    assert "Ana" in client.get(page).text


def test_only_what_was_altered_is_corrected(case: Casefile, client: TestClient) -> None:
    said = first(case)
    form = correcting(
        case,
        set__speaker_name="Boris Vale",
        set__stance=said.stance,
        words__content=[span.text for span in said.content],
        reason="the photo's caption",
    )
    assert send(client, f"/statements/{said.id}", **form).status_code == 303
    [review] = case.reviews(said.id)
    assert review.changes.keys() <= {"speaker_name", "speaker"}
    assert review.reason == "the photo's caption"
    assert first(case).speaker_name == "Boris Vale"


def test_the_right_words_are_selected_in_the_text(case: Casefile, client: TestClient) -> None:
    said = first(case)
    form = correcting(case, words__content=["A shell hit\r\nthe station".replace("\r\n", " ")])
    assert send(client, f"/statements/{said.id}", **form).status_code == 303
    kept = next(case.readings()).reading
    assert "A shell hit the station" in [one.content[0].text for one in kept.statements]


def test_words_that_do_not_stand_there_are_refused(case: Casefile, client: TestClient) -> None:
    said = first(case)
    form = correcting(case, words__content=["words of nobody"])
    answer = send(client, f"/statements/{said.id}", **form)
    assert answer.status_code == 422
    assert "words of nobody" in answer.text
    assert not list(case.reviews(said.id))


def test_a_statement_is_added_by_its_words(case: Casefile, client: TestClient) -> None:
    article = next(case.readings()).reading.article
    form = {
        "action": "add",
        "kind": "statement",
        "target": article.id,
        "words.content": "Nobody fired there",
        "words.cue": "said|3",
        "set.speaker_name": "the ministry",
        "set.stance": "denies",
        "set.hedged": "no",
    }
    assert send(client, f"/reports/{article.id}", **form).status_code == 303
    added = next(one for one in next(case.readings()).reading.statements if one.stance == "denies")
    assert added.content[0].text == "Nobody fired there"
    assert added.speaker_name == "the ministry"


def test_a_stale_form_is_refused_with_both_versions(case: Casefile, client: TestClient) -> None:
    said = first(case)
    page = f"/statements/{said.id}"
    mine = correcting(case, set__speaker_name="Boris Vale", reason="mine")
    theirs = {"action": "reject", "kind": "statement", "target": said.id, "seen": ""}
    assert send(client, page, **theirs, reason="theirs").status_code == 303
    refused = send(client, page, **mine)
    assert refused.status_code == 409
    assert "theirs" in refused.text
    assert "Boris Vale" in refused.text
    assert len(list(case.reviews(said.id))) == 1
    newest = refused.text.split('name="seen" value="')[1].split('"')[0]
    assert newest == list(case.reviews(said.id))[-1].id


def test_a_review_is_taken_back(case: Casefile, client: TestClient) -> None:
    said = first(case)
    page = f"/statements/{said.id}"
    form = {"action": "reject", "kind": "statement", "target": said.id}
    send(client, page, **form)
    assert said.id not in {one.id for one in next(case.readings()).reading.statements}
    [review] = case.reviews(said.id)
    send(client, page, action="undo", kind="review", target=review.id)
    assert first(case).id == said.id


def test_the_address_of_a_page_names_what_is_on_it(case: Casefile, client: TestClient) -> None:
    parties = parties_of(case)
    form = {"action": "merge", "kind": "party", "target": parties[0]}
    page = f"/speakers/{parties[0]}"
    answer = send(
        client, page, **form, others=f"{ADDRESS}/speakers/{parties[1]}?stance=denies#said"
    )
    assert answer.status_code == 303
    assert len(parties_of(case)) == len(parties) - 1


def test_a_finding_is_rejected_on_the_page_of_its_story(case: Casefile, client: TestClient) -> None:
    check_case(case, LocalEngine())
    finding = case.findings().findings[0]
    page = f"/stories/{finding.story}"
    form = {"action": "reject", "kind": "finding", "target": finding.id}
    assert send(client, page, **form).status_code == 303
    check_case(case, LocalEngine())
    assert finding.id not in {one.id for one in case.findings(limit=100).findings}


@pytest.mark.parametrize(
    "form",
    [
        {"action": "shout", "kind": "statement", "target": "x"},
        {"action": "confirm", "kind": "dragon", "target": "x"},
        {"action": "note", "kind": "statement", "target": "x"},
        {},
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, form: dict[str, str]) -> None:
    assert send(client, "/", **form).status_code in {404, 422}


def test_a_form_without_our_token_is_refused(case: Casefile, client: TestClient) -> None:
    said = first(case)
    form = {"action": "reject", "kind": "statement", "target": said.id, "form_token": "x"}
    assert client.post("/reviews", data=form).status_code == 422
    assert not list(case.reviews())


def test_two_people_have_their_own_names(case: Casefile) -> None:
    for name in ("Ana Ruiz", "Bo"):
        client = TestClient(application(case, Settings(author="nobody")), base_url=ADDRESS)
        token = token_of(client.get("/").text)
        client.post("/who", data={"form_token": token, "author": name, "language": "en"})
        said = first(case)
        form = {"action": "note", "kind": "statement", "target": said.id, "reason": "seen it"}
        send(client, f"/statements/{said.id}", **form)
    assert [one.author for one in case.reviews()] == ["Ana Ruiz", "Bo"]
