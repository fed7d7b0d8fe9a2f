"""What a server answered instead of a page that is followed: evidence, kept once."""

from __future__ import annotations

from datetime import datetime

import pytest

from recoupe.store.answers import KeptRecord
from tests.filing.desk import Desk, begun


def answers(desk: Desk) -> list[tuple[str, int]]:
    """Return paths and status of the answers that are kept and hold no report."""
    return [
        ((one.url or "").removeprefix(desk.newsroom.url), one.status or 0)
        for one in kept(desk)
        if one.type == "response"
    ]


def kept(desk: Desk) -> list[KeptRecord]:
    holders = {one.id for one in desk.store.records() if one.holds}
    requests = {one.concurrent_to for one in desk.store.records() if one.concurrent_to in holders}
    return [
        one
        for one in desk.store.records()
        if one.id not in holders and one.concurrent_to not in requests
    ]


@pytest.mark.parametrize("status", [404, 410, 451])
def test_what_is_answered_for_a_page_that_is_gone_is_kept(desk: Desk, status: int) -> None:
    begun(desk, "/one")
    desk.newsroom.gone("/one", status)
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "gone"}
    assert answers(desk) == [("/one", status)]
    [asked, answered] = kept(desk)
    assert (asked.type, asked.concurrent_to) == ("request", answered.id)
    assert desk.store.record(answered.id).sha256 == answered.sha256
    assert list(desk.store.failures()) == []  # it is told as taken down, and there is a copy
    assert desk.store.verify().clean


def test_the_same_answer_is_kept_once_and_another_again(desk: Desk) -> None:
    begun(desk, "/one")
    for status in (410, 410, 404, 404):
        desk.newsroom.gone("/one", status)
        desk.clock.now = datetime.fromisoformat(desk.page("/one").due_at or "")
        assert desk.pages() == {"/one": "gone"}
    assert answers(desk) == [("/one", 410), ("/one", 404)]


def test_the_answer_for_a_page_of_which_there_is_no_copy_is_a_failure(desk: Desk) -> None:
    desk.newsroom.gone("/never", 410)
    desk.newsroom.feed("/feed", "/never")
    desk.add("/feed")
    assert desk.pages() == {"/never": "failed"}
    assert answers(desk) == [("/never", 410)]
    [failed] = desk.store.failures()
    assert failed.failure.kind == "http_status"
    assert failed.failure.input == f"{desk.newsroom.url}/never"
    desk.newsroom.page("/never", "The bridge opens again.")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/never": "new"}
    assert list(desk.store.failures()) == []


def test_a_refusal_is_kept_and_settled_when_the_page_is_back(desk: Desk) -> None:
    begun(desk, "/one")
    there = desk.newsroom.answers["/one"]
    desk.newsroom.gone("/one", 503)
    for _ in range(3):
        desk.clock.move(days=1)
        assert desk.pages() == {"/one": "failed"}
    assert answers(desk) == [("/one", 503)]
    assert len(list(desk.store.failures())) == 1
    desk.newsroom.answers["/one"] = there
    desk.clock.move(days=1)
    assert desk.pages() == {"/one": "unaltered"}
    assert list(desk.store.failures()) == []
    assert desk.store.verify().clean


def test_where_an_address_leads_now_is_kept(desk: Desk) -> None:
    begun(desk, "/2026/one", "/two")
    desk.newsroom.page("/", "All our news of today.")
    desk.newsroom.page("/three", "The bridge does not open again.")
    desk.newsroom.gone("/2026/one", 302, Location="/")
    desk.newsroom.gone("/two", 301, Location="/three")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/2026/one": "gone", "/two": "moved", "/three": "new"}
    assert ("/2026/one", 302) in answers(desk)
    assert ("/", 200) in answers(desk)
    assert ("/two", 301) in answers(desk)
    assert list(desk.store.failures()) == []


def test_a_failure_of_a_page_that_was_taken_down_is_kept_once(desk: Desk) -> None:
    begun(desk, "/one")
    for status in (410, 503, 503, 503):
        desk.newsroom.gone("/one", status)
        desk.clock.move(days=1)
        desk.pages()
    assert answers(desk) == [("/one", 410), ("/one", 503)]
    assert desk.page("/one").taken_down


def test_where_nothing_is_answered_nothing_is_kept(desk: Desk) -> None:
    desk.newsroom.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    desk.newsroom.feed("/feed", "/private")
    desk.add("/feed")
    assert desk.pages() == {"/private": "failed"}
    assert list(desk.store.records()) == []
