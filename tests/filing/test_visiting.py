"""Pages that lists named: what becomes of what altered, went or came, and what goes wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from recoupe.filing.noticing import stamp
from tests.filing.desk import Desk, begun
from tests.filing.newsroom import BEGIN

# Pages that alter


def test_an_altered_page_is_a_version(desk: Desk) -> None:
    begun(desk, "/one")
    desk.newsroom.page("/one", "The bridge does not open again.")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "version"}
    assert desk.reports() == {"/one": 2}
    assert desk.page("/one").altered_at == stamp(desk.clock())


def test_an_unaltered_page_is_asked_less_and_less(desk: Desk) -> None:
    begun(desk, "/one")
    hours = []
    for hour in range(24 * 40):
        desk.clock.now = BEGIN + timedelta(hours=hour)
        if desk.pages():
            hours.append(hour)
    assert hours == [1, 3, 9, 27, 81, 243, 729]
    assert desk.page("/one").due_at is None
    assert desk.engine.read == [f"{desk.newsroom.url}/one"]


def test_an_altered_page_is_asked_sooner_again(desk: Desk) -> None:
    begun(desk, "/one")
    desk.clock.move(hours=1)
    desk.round()
    desk.clock.move(hours=2)
    desk.newsroom.page("/one", "The bridge does not open again.")
    desk.round()
    assert desk.page("/one").due_at == stamp(desk.clock() + timedelta(hours=1))


def test_a_page_with_other_bytes_and_the_same_words_is_unaltered(desk: Desk) -> None:
    begun(desk, "/one")
    words = "The bridge at one opens again."
    desk.newsroom.page("/one", words, aside="another number")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "unaltered"}
    assert desk.reports() == {"/one": 1}
    assert desk.page("/one").seen_at == stamp(desk.clock())


def test_a_page_without_an_etag_is_told_by_its_bytes(desk: Desk) -> None:
    desk.newsroom.page("/one", "The bridge opens again.", etag=False)
    desk.newsroom.feed("/feed", "/one")
    desk.add("/feed")
    desk.round()
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "unaltered"}
    assert desk.engine.read == [f"{desk.newsroom.url}/one"]


def test_a_time_that_the_list_tells_brings_a_page_forward(desk: Desk) -> None:
    begun(desk, "/one")
    desk.clock.move(hours=1)
    desk.round()
    desk.newsroom.page("/one", "The bridge does not open again.")
    told = (desk.clock() + timedelta(minutes=5)).isoformat()
    loc = f"{desk.newsroom.url}/one"
    desk.newsroom.put(
        "/feed", f"<urlset><url><loc>{loc}</loc><lastmod>{told}</lastmod></url></urlset>"
    )
    desk.clock.move(minutes=30)
    assert desk.pages() == {"/one": "version"}


# Pages that go


@pytest.mark.parametrize("status", [404, 410, 451])
def test_a_page_that_is_taken_down_is_told_and_kept(desk: Desk, status: int) -> None:
    begun(desk, "/one")
    desk.newsroom.gone("/one", status)
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "gone"}
    [page] = desk.store.taken_down()
    assert str(page.trouble) == f"gone: the server answers {status}"
    assert (page.seen_at, page.altered_at) == (stamp(BEGIN), stamp(desk.clock()))
    assert desk.reports() == {"/one": 1}
    [line] = [one for one in desk.store.log() if one.action == "page_gone"]
    assert line.subject == page.url
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "gone"}
    assert sum(one.action == "page_gone" for one in desk.store.log()) == 1
    assert desk.store.verify().clean


def test_a_page_that_comes_back_is_no_longer_taken_down(desk: Desk) -> None:
    begun(desk, "/one")
    kept = desk.newsroom.answers["/one"]
    desk.newsroom.gone("/one")
    desk.clock.move(hours=1)
    desk.round()
    desk.newsroom.answers["/one"] = kept
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "unaltered"}
    assert desk.store.taken_down() == ()
    assert [one.action for one in desk.store.log()][-1] == "page_back"


def test_a_page_that_was_never_there_is_no_news(desk: Desk) -> None:
    desk.newsroom.feed("/feed", "/never")
    desk.add("/feed")
    assert desk.pages() == {"/never": "failed"}
    assert desk.store.taken_down() == ()
    assert "page_gone" not in [one.action for one in desk.store.log()]


@pytest.mark.parametrize("place", ["/", "/2026"])
def test_a_page_that_leads_to_one_above_it_is_taken_down(desk: Desk, place: str) -> None:
    begun(desk, "/2026/one")
    desk.newsroom.page(place, "All our news of today.")
    desk.newsroom.gone("/2026/one", 302, Location=place)
    desk.clock.move(hours=1)
    assert desk.pages() == {"/2026/one": "gone"}
    assert desk.reports() == {"/2026/one": 1}


def test_a_page_that_moves_is_followed_where_it_went(desk: Desk) -> None:
    begun(desk, "/one")
    desk.newsroom.page("/one-again", "The bridge does not open again.")
    desk.newsroom.gone("/one", 301, Location="/one-again")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "moved", "/one-again": "new"}
    assert [one.url for one in desk.store.taken_down()] == [f"{desk.newsroom.url}/one"]
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one-again": "unaltered"}


def test_a_link_that_always_leads_elsewhere_is_one_page(desk: Desk) -> None:
    desk.newsroom.page("/real", "The bridge opens again.")
    desk.newsroom.gone("/proxy?id=1", 302, Location="/real?utm_source=rss")
    desk.newsroom.page("/real?utm_source=rss", "The bridge opens again.")
    desk.newsroom.feed("/feed", "/proxy?id=1")
    desk.add("/feed")
    assert desk.pages() == {"/proxy?id=1": "new"}
    assert desk.reports() == {"/real": 1}
    desk.clock.move(minutes=30)
    assert desk.pages() == {}
    desk.clock.move(minutes=30)
    assert desk.pages() == {"/real": "unaltered"}


@pytest.mark.parametrize("place", ["/real", "/real?utm_source=rss&id=3"])
def test_a_link_that_leads_to_what_is_no_report_is_told_so(desk: Desk, place: str) -> None:
    desk.newsroom.gone("/proxy?id=1", 302, Location=place)
    desk.newsroom.put(place, "<html><body><nav>menu</nav></body></html>")
    desk.newsroom.feed("/feed", "/proxy?id=1")
    desk.add("/feed")
    assert desk.pages() == {"/proxy?id=1": "failed"}
    here = place.replace("utm_source=rss&", "")
    assert desk.page(here).seen_at == stamp(BEGIN)
    assert desk.store.verify().problems == ()
    desk.newsroom.gone(here)
    desk.clock.move(hours=1)
    assert desk.pages() == {here: "gone"}


# What goes wrong


def test_a_busy_server_is_asked_when_it_said(desk: Desk) -> None:
    begun(desk, "/one")
    desk.newsroom.gone("/one", 429, Retry_After="7200")
    desk.clock.move(hours=1)
    assert desk.pages() == {"/one": "failed"}
    page = desk.page("/one")
    assert page.failures == 1
    assert page.due_at == stamp(desk.clock() + timedelta(hours=2))
    assert page.seen_at == stamp(BEGIN)


def test_a_page_that_fails_is_tried_later_and_later(desk: Desk) -> None:
    begun(desk, "/one")
    desk.newsroom.gone("/one", 500)
    desk.clock.move(hours=1)
    pauses = []
    for _ in range(9):
        desk.round()
        at, due = stamp(desk.clock()), desk.page("/one").due_at
        assert due is not None
        assert due > at
        desk.clock.now = datetime.fromisoformat(due)
        pauses.append((desk.clock() - datetime.fromisoformat(at)) / timedelta(minutes=15))
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 96, 96]


def test_a_page_that_holds_no_report_is_a_failure_that_waits(desk: Desk) -> None:
    desk.newsroom.put("/empty", "<html><body><nav>menu</nav></body></html>")
    desk.newsroom.feed("/feed", "/empty")
    desk.add("/feed")
    assert desk.pages() == {"/empty": "failed"}
    [kept] = desk.store.failures()
    assert kept.sha256 is not None
    assert "holds no article" in str(desk.page("/empty").trouble)


def test_what_robots_txt_forbids_is_not_asked_for(desk: Desk) -> None:
    desk.newsroom.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    desk.newsroom.page("/private", "Nothing to see here.")
    desk.newsroom.feed("/feed", "/private")
    desk.add("/feed")
    assert desk.pages() == {"/private": "failed"}
    assert desk.newsroom.paths() == ["/feed"]
