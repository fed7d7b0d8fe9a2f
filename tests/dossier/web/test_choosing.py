"""Joining, parting, protecting and adding by forms whose choices are ticked, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import Figure, RecordKind
from recoupe.store import Casefile
from tests.dossier.storied import STORY, Storied, storied
from tests.dossier.web.conftest import ADDRESS
from tests.dossier.web.sending import opened, sent
from tests.dossier.worlds import latest, strike


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Storied]:
    with storied(tmp_path / "case") as made:
        yield made


@pytest.fixture
def at_story(story: Storied) -> TestClient:
    return TestClient(application(story.case, Settings(author="Ana")), base_url=ADDRESS)


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[Casefile]:
    made = strike(tmp_path)
    yield made
    made.close()


@pytest.fixture
def at_strike(checked: Casefile) -> TestClient:
    return TestClient(application(checked, Settings(author="Ana")), base_url=ADDRESS)


def test_findings_are_joined_by_ticking(story: Storied, at_story: TestClient) -> None:
    page = opened(at_story, "/work/findings/finding-toll")
    assert "who shelled the dam" in page.names("Join")
    back = sent(at_story, page, "Join", {"reason": "one night"}, tick=["who shelled the dam"])
    [review] = story.case.reviews("finding-toll")
    assert (review.action, review.others, review.reason) == (
        "merge",
        ("finding-shelling",),
        "one night",
    )
    assert back.address.endswith(f"/stories/{STORY}?done={review.id}#finding-toll")
    assert "It takes effect with the next check." in back.text
    assert "who shelled the dam" in back.form("Undo").getparent().getparent().text_content()


def test_words_are_parted_from_a_finding(story: Storied, at_story: TestClient) -> None:
    page = opened(at_story, "/work/findings/finding-toll")
    statement = story.readings[3].statements[1]
    [box] = page.form("Part").xpath(".//fieldset[contains(., 'the ministry')]//input")
    assert box.get("value") == statement.id
    assert not page.form("Part").xpath(".//fieldset[contains(., 'the mayor')]"), "has no number"
    sent(at_story, page, "Part", {"others": statement.id})
    [review] = story.case.reviews("finding-toll")
    assert (review.action, review.others) == ("split", (statement.id,))


def test_long_lists_are_narrowed_by_words(at_story: TestClient) -> None:
    address = "/work/findings/finding-toll?q=shell"
    assert opened(at_story, address).names("Join") == ["who shelled the dam"]
    assert "Nothing fits." in opened(at_story, "/work/findings/finding-toll?q=nobody").text


def test_nothing_ticked_is_refused_in_words(at_story: TestClient) -> None:
    page = opened(at_story, "/work/findings/finding-toll")
    assert "tick at least one" in sent(at_story, page, "Join").text


def test_a_rejected_finding_is_listed_and_taken_back(story: Storied, at_story: TestClient) -> None:
    page = opened(at_story, f"/stories/{STORY}")
    back = sent(
        at_story, page, "Reject", {"reason": "two nights"}, within="//section[@id='findings']"
    )
    [review] = story.case.reviews("finding-toll")
    assert review.action == "reject"
    assert "Rejected: 1" in back.text
    again = sent(at_story, back, "Undo", within="//details[@id='rejected']")
    assert "Rejected: 1" not in again.text
    assert not next(one for one in story.case.reviews(review.id) if one.id == review.id).in_force
    restored = sent(at_story, again, "Take the undoing back", within="//*[@id='done']")
    assert "Rejected: 1" in restored.text


def test_everything_reviewed_is_listed_with_undo(story: Storied, at_story: TestClient) -> None:
    page = opened(at_story, f"/stories/{STORY}")
    sent(at_story, page, "Confirm", within="//section[@id='findings']")
    back = sent(at_story, opened(at_story, "/reviews"), "Undo")
    assert "took back (confirmed)" in back.text
    assert [one.action for one in story.case.reviews()] == ["confirm", "undo"]


@pytest.mark.parametrize("action", ["Confirm", "Reject"])
def test_a_stale_form_of_a_finding_shows_both_sides(
    story: Storied, at_story: TestClient, action: str
) -> None:
    mine = opened(at_story, "/work/findings/finding-toll")
    theirs = opened(at_story, f"/stories/{STORY}")
    sent(at_story, theirs, action, within="//section[@id='findings']")
    refused = sent(at_story, mine, "Join", tick=["who shelled the dam"])
    assert "Somebody reviewed it meanwhile" in refused.text
    assert len(list(story.case.reviews("finding-toll"))) == 1
    if action == "Confirm":
        sent(at_story, refused, "Ask for it all the same")
        assert [one.action for one in story.case.reviews("finding-toll")] == ["confirm", "merge"]


def test_a_stale_correction_shows_what_was_what_is_and_what_is_asked(
    checked: Casefile, at_strike: TestClient
) -> None:
    place = latest(checked).places[0]
    mine, hers = (opened(at_strike, f"/work/records/{place.id}") for _ in range(2))
    sent(at_strike, hers, "Save the correction", {"set.name": "Port-Clair harbour"})
    refused = sent(at_strike, mine, "Save the correction", {"set.name": "Old Port"})
    row = refused.form("Ask for it all the same").getparent().xpath(".//tbody/tr")[0]
    assert [cell.text_content().strip() for cell in row] == [
        "Name", "Port-Clair", "Port-Clair harbour", "Old Port",
    ]  # fmt: skip
    sent(at_strike, refused, "Ask for it all the same")
    assert latest(checked).places[0].name == "Old Port"


def test_stories_are_joined_and_reports_parted(checked: Casefile, at_strike: TestClient) -> None:
    story = checked.stories().stories[0].story
    page = opened(at_strike, f"/work/stories/{story.id}")
    [one, *_] = story.reports
    back = sent(at_strike, page, "Part", {"others": one})
    [review] = checked.reviews(story.id)
    assert (review.action, review.others) == ("split", (one,))
    assert "parted" in back.text
    check_case(checked, LocalEngine())
    assert checked.stories().total == 2
    first, second = (kept.story.id for kept in checked.stories().stories)
    joined = opened(at_strike, f"/work/stories/{first}")
    sent(at_strike, joined, "Join", {"others": second})
    check_case(checked, LocalEngine())
    assert checked.stories().total == 1


def test_parties_are_joined_and_parted_by_ticking(checked: Casefile, at_strike: TestClient) -> None:
    said = latest(checked).statements
    parties = checked.parties_of(latest(checked).article.id)
    woman, ministry = parties[said[0].id], parties[said[2].id]
    page = opened(at_strike, f"/work/speakers/{woman}?q=ministry")
    back = sent(at_strike, page, "Join", tick=["the ministry"])
    assert checked.party(ministry).id == woman
    sent(at_strike, back, "Undo", within="//*[@id='done']")
    assert checked.party(ministry).id == ministry
    parting = opened(at_strike, f"/work/speakers/{woman}")
    assert len(parting.names("Part")) == 4
    sent(at_strike, parting, "Part", {"others": parting.form("Part").xpath(".//input/@value")[-1]})
    assert checked.party(woman).named_in == 3


def test_copies_are_said_and_unsaid(story: Storied, at_story: TestClient) -> None:
    report = story.articles[2].id
    page = opened(at_story, f"/reports/{report}")
    sent(at_story, page, "This is no copy", within="//section[@id='taken']")
    chosen = opened(at_story, f"/work/copies/{report}")
    sent(at_story, chosen, "Join", {"others": story.articles[3].id})
    told = [(one.action, one.kind) for one in story.case.reviews()]
    assert told == [("split", "lineage"), ("merge", "lineage")]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("figure", {"words.span": "12|1", "set.low": "12", "set.what": "killed"}),
        (
            "place",
            {"words.span": "station", "set.lat": "47,5", "set.lon": "37.25", "set.country": "UA"},
        ),
        ("time", {"words.span": "on Wednesday", "set.value": "2022-05-04"}),
        ("event", {"words.trigger": "posted", "set.subtype": "Armed clash"}),
        ("evidence", {"words.span": "the roof", "set.medium": "photo"}),
        ("entity", {"words.mentions": "Telegram", "set.kind": "medium"}),
        ("statement", {"words.content": "shows the roof", "set.stance": "confirms"}),
    ],
)
def test_what_was_missed_is_added_by_its_words(
    checked: Casefile, at_strike: TestClient, kind: RecordKind, fields: dict[str, str]
) -> None:
    report = latest(checked)
    page = opened(at_strike, f"/reports/{report.article.id}")
    within = f"//form[input[@name='kind' and @value='{kind}']]/.."
    back = sent(at_strike, page, "Add", fields, within=within)
    [review] = checked.reviews(report.article.id)
    assert review.record is not None
    assert f"in-{review.record['id']}" in back.address
    assert "+ added" in back.text
    sent(at_strike, back, "Undo", within="//*[@id='done']")
    assert not next(one for one in checked.reviews(review.id) if one.id == review.id).in_force


def test_a_figure_is_corrected_on_its_own_page(checked: Casefile, at_strike: TestClient) -> None:
    figure = latest(checked).figures[0]
    page = opened(at_strike, f"/work/records/{figure.id}")
    back = sent(
        at_strike, page, "Save the correction", {"set.high": "19", "set.approximate": "yes"}
    )
    now: Figure = latest(checked).figures[0]
    assert (now.low, now.high, now.approximate) == (figure.low, 19, True)
    assert "✎ corrected" in back.text
    rejected = sent(at_strike, back, "Reject")
    assert not latest(checked).figures
    sent(at_strike, rejected, "Confirm")
    assert latest(checked).figures[0].high == 19


def test_protection_says_what_is_shown_instead_and_is_lifted(
    checked: Casefile, at_strike: TestClient
) -> None:
    reading = latest(checked)
    woman = checked.parties_of(reading.article.id)[reading.statements[0].id]
    for address, shown in (
        (f"/speakers/{woman}", "a person"),
        (f"/work/records/{reading.places[0].id}", "the region or country"),
        (f"/reports/{reading.article.id}", "its address, outlet"),
        (f"/statements/{reading.statements[1].id}", "a person"),
    ):
        page = opened(at_strike, address)
        back = sent(at_strike, page, "Protect", {"reason": "asked for it"})
        assert "Protected since" in back.text
        assert shown in back.text
        lifted = sent(at_strike, back, "Undo", within="//*[@class='notice']")
        assert "Protected since" not in lifted.text
    assert not checked.protected()


def test_stories_tell_reports_with_their_origins(checked: Casefile, at_strike: TestClient) -> None:
    story = checked.stories().stories[0].story.id
    support = checked.supports([story])[story]
    assert (support.reports, support.origins) == (4, 1)
    for address in ("/", f"/stories/{story}", f"/reports/{latest(checked).article.id}"):
        assert "4 reports, 1 independent origin" in opened(at_strike, address).text
