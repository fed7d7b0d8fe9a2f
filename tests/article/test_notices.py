"""Reports that take others back: items of agencies, and bare text of the wire."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from recoupe.article.making import to_article
from recoupe.errors import EmptyInputError
from recoupe.model import Article, Link, Withdrawal, make_capture

TODAY = date(2024, 6, 1)
STORY = (
    "ORLE - A dam above Orle broke in the night, the mayor Iva Brandt said on Monday.\n\n"
    "Eleven people are missing, she said."
)


def item(**fields: Any) -> Article:
    """Return the article of an item of ninjs."""
    whole = {"uri": "urn:newsml:agency.example:dam", "type": "text", "language": "en", **fields}
    return made(json.dumps(whole).encode(), "application/json")


def made(content: bytes, media_type: str = "text/plain") -> Article:
    """Return the article of some bytes, with what an item declares of itself."""
    from recoupe.capture import read_record
    from recoupe.model import Declared

    declared = Declared()
    if media_type == "application/json":
        declared = read_record(content, where="items#1").declared
    at = datetime(2024, 6, 1, tzinfo=UTC)
    capture = make_capture(
        content, source="items#1", media_type=media_type, captured_at=at, declared=declared
    )
    return to_article(capture, today=TODAY)


def test_an_item_of_version_1_is_a_report() -> None:
    found = item(
        pubstatus="usable",
        firstcreated="2024-05-27T06:00:00Z",
        versioncreated="2024-05-27T08:00:00Z",
        headline="Dam breaks above Orle",
        byline="Ada Holm",
        located="Orle",
        copyrightholder="Agency North",
        body_text=STORY,
        usageterms="Not after 2025",
        version=3,
    )
    assert found.text == STORY
    assert (found.title, found.outlet, found.byline) == (
        "Dam breaks above Orle",
        "Agency North",
        "Ada Holm",
    )
    assert found.published == "2024-05-27T06:00+00:00"
    assert found.modified == "2024-05-27T08:00+00:00"
    assert (found.url, found.input_id) == (("urn:newsml:agency.example:dam",) * 2)
    assert found.withdrawn is None
    assert found.metadata is not None
    assert (found.metadata.status, found.metadata.version) == ("usable", "3")
    assert found.metadata.usage == "Not after 2025"
    assert found.metadata.dateline is not None
    assert found.metadata.dateline.place == "Orle"


@pytest.mark.parametrize(
    ("created", "kind"), [("versioncreated", "contenttype"), ("versionCreated", "contentType")]
)
def test_items_of_versions_2_and_3_are_read_alike(created: str, kind: str) -> None:
    first, second = STORY.split("\n\n")
    html = f"<p>{first} It was built in 1931.</p><p>{second} The search goes on for them today.</p>"
    found = item(
        **{created: "2024-05-27T08:00:00Z"},
        headlines=[{"role": "short", "value": "Dam"}, {"role": "main", "value": "Dam breaks"}],
        by="Ada Holm",
        infoSources=[{"name": "Agency North"}],
        bodies=[
            {"role": "main", kind: "text/plain", "value": f"{first} {second}"},
            {"role": "rich", kind: "application/xhtml+xml", "value": html},
        ],
        associations=[
            {
                "type": "picture",
                "renditions": [
                    {"href": "https://pictures.example/s.jpg", "width": 90},
                    {"href": "https://pictures.example/l.jpg", "width": 900},
                ],
            }
        ],
    )
    assert found.title == "Dam breaks"
    assert found.outlet == "Agency North"
    assert found.blocks[0].kind == "headline"
    assert f"{second} The search goes on for them today." in found.text.split("\n\n")
    end = len(found.text)
    assert Link("image", "https://pictures.example/l.jpg", end, end) in found.links


def test_a_canceled_item_without_text_is_a_notice_that_says_nothing() -> None:
    found = item(
        pubstatus="canceled",
        versioncreated="2024-05-27T12:00:00Z",
        headline="Dam breaks above Orle",
        ednote="Please do not use this report: the number is wrong.",
    )
    assert found.text == "Please do not use this report: the number is wrong."
    assert found.silent
    assert found.title == "Dam breaks above Orle"
    assert found.withdrawn == Withdrawal(
        "canceled",
        "2024-05-27T12:00+00:00",
        "Please do not use this report: the number is wrong.",
    )


@pytest.mark.parametrize("written", ["canceled", "cancelled", "stat:canceled", "Canceled"])
def test_a_kill_is_one_however_it_is_written(written: str) -> None:
    found = item(pubStatus=written, language=None)
    assert found.withdrawn is not None
    assert found.text == "canceled"


def test_a_withheld_item_with_its_text_is_read_and_marked() -> None:
    found = item(pubstatus="withheld", versioncreated="2024-05-27T12:00:00Z", body_text=STORY)
    assert not found.silent
    assert found.withdrawn == Withdrawal("withheld", "2024-05-27T12:00+00:00")


def test_a_picture_is_no_report() -> None:
    with pytest.raises(EmptyInputError, match="'picture'"):
        item(type="picture", versioncreated="2024-05-27T12:00:00Z", headline="The dam")


@pytest.mark.parametrize("kind", [["text"], {"a": 1}, 7, None])
def test_an_odd_type_is_no_trouble(kind: object) -> None:
    found = item(type=kind, versioncreated="2024-05-27T12:00:00Z", body_text=STORY)
    assert found.text == STORY


def test_our_own_form_is_never_taken_for_an_item() -> None:
    found = item(text=STORY, pubstatus="canceled", versioncreated="2024-05-27T12:00:00Z")
    assert (found.metadata, found.text) == (None, STORY)


def test_bare_text_says_in_capitals_that_a_report_is_taken_back() -> None:
    notice = (
        "KILL: DAM-ORLE\n\nEditors, kill the story Dam breaks above Orle. Its number is wrong.\n"
    )
    found = made(notice.encode())
    assert found.withdrawn is not None
    assert found.withdrawn.status == "canceled"
    assert found.metadata is not None
    assert found.metadata.status_words is not None
    assert found.metadata.status_words.text == "KILL"


def test_bare_text_that_replaces_another_withdraws_nothing() -> None:
    text = "ANNULE ET REMPLACE - Orle\n\nLe barrage d'Orle a cédé, a dit la mairie lundi soir.\n"
    found = made(text.encode())
    assert found.withdrawn is None
    assert found.metadata is not None
    assert found.metadata.replaces


@pytest.mark.parametrize(
    "text",
    [
        "Kill: a film by Ada Holm\n\nThe film opens on Friday in all the cinemas of the town.\n",
        "KILL SWITCH FOUND\n\nEngineers found a switch in the dam above Orle on Monday morning.\n",
        "Orle\n\nThe crews searched the river.\n\nThe order was short.\n\nKILL: it said.\n",
    ],
)
def test_prose_is_never_guessed_to_be_a_notice(text: str) -> None:
    assert made(text.encode()).withdrawn is None
