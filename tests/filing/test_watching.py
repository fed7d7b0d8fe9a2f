"""Lists that are followed: what is asked when, and how rounds go on."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from recoupe.filing.following import Following
from recoupe.filing.noticing import Noticed, Waiting, stamp
from recoupe.filing.watching import add_lists, follow
from tests.filing.desk import LOCAL, ME, Desk, begun
from tests.filing.newsroom import BEGIN

# A round


def test_pages_that_a_feed_names_are_filed(desk: Desk) -> None:
    desk.newsroom.page("/one", "The bridge opens again.")
    desk.newsroom.page("/two", "The bridge stays closed.")
    desk.newsroom.feed("/feed", "/one", "/two")
    desk.add("/feed")
    assert desk.round() == [("/feed", "listed"), ("/one", "new"), ("/two", "new")]
    assert desk.reports() == {"/one": 1, "/two": 1}
    [watch] = desk.store.watches()
    assert (watch.kind, watch.pages, watch.waiting) == ("feed", 2, 2)
    assert (watch.seen_at, watch.trouble) == (stamp(BEGIN), None)
    [capture] = [
        one for one in desk.store.records() if one.holds and one.url == f"{desk.newsroom.url}/one"
    ]
    assert capture.status == 200


def test_nothing_is_asked_before_it_is_due(desk: Desk) -> None:
    begun(desk, "/one")
    assert desk.round() == []
    desk.clock.move(minutes=29)
    assert desk.round() == []
    assert desk.newsroom.paths() == []


def test_a_list_that_is_as_it_was_is_not_sent_again(desk: Desk) -> None:
    begun(desk, "/one")
    desk.clock.move(minutes=30)
    assert desk.round() == [("/feed", "listed")]
    [(path, fields)] = [one for one in desk.newsroom.asked if one[0] != "/robots.txt"]
    assert path == "/feed"
    assert "If-None-Match" in fields
    desk.clock.move(minutes=30)
    assert desk.round()[0] == ("/feed", "listed")


def test_what_a_list_names_anew_is_filed_and_what_it_drops_stays(desk: Desk) -> None:
    begun(desk, "/one", "/two")
    desk.newsroom.page("/three", "A third bridge is planned.")
    desk.newsroom.feed("/feed", "/three")
    desk.clock.move(minutes=30)
    assert desk.pages() == {"/three": "new"}
    desk.clock.move(minutes=30)
    assert desk.pages() == {"/one": "unaltered", "/two": "unaltered"}


def test_trackers_and_fragments_make_no_other_page(desk: Desk) -> None:
    desk.newsroom.page("/one", "The bridge opens again.")
    desk.newsroom.feed("/feed", "/one?utm_source=rss", "/one#comments", "/one?utm_medium=x")
    desk.newsroom.feed("/other", "/one?fbclid=3")
    desk.add("/feed", "/other")
    assert desk.pages() == {"/one": "new"}
    assert desk.newsroom.paths() == ["/feed", "/other", "/one"]


def test_no_more_pages_are_asked_than_the_limit(desk: Desk) -> None:
    paths = [f"/{number}" for number in range(5)]
    for path in paths:
        desk.newsroom.page(path, f"Bridge {path} opens.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")
    assert list(desk.pages(limit=2)) == paths[:2]
    assert list(desk.pages(limit=2)) == paths[2:4]
    assert list(desk.pages(limit=2)) == paths[4:]


# Lists in trouble


def test_a_dead_list_stops_no_other(desk: Desk) -> None:
    desk.newsroom.gone("/dead", 500)
    desk.newsroom.put("/broken", "<rss><channel><item>")
    desk.newsroom.put("/picture", b"\x89PNG\r\n\x1a\n" + bytes(50))
    desk.newsroom.page("/one", "The bridge opens again.")
    desk.newsroom.feed("/feed", "/one")
    desk.add("/dead", "/broken", "/picture", "/none", "/feed")
    noticed = dict(desk.round())
    assert noticed.pop("/one") == "new"
    assert noticed.pop("/feed") == "listed"
    assert set(noticed.values()) == {"failed"}
    told = {one.address.removeprefix(desk.newsroom.url): one for one in desk.store.watches()}
    assert str(told["/dead"].trouble) == "failed: the server answers 500"
    assert "no XML that can be read" in str(told["/broken"].trouble)
    assert "a PNG image" in str(told["/picture"].trouble)
    assert told["/dead"].due_at == stamp(BEGIN + timedelta(hours=1))


def test_lists_have_limits_that_trouble_names(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_MAX_BYTES", "100000")
    monkeypatch.setenv("RECOUPE_MAX_ENTRIES", "3")
    desk.newsroom.put("/large", b"<rss><channel>" + b" " * 100_000)
    desk.newsroom.put("/bomb", gzip.compress(b"<urlset>" + b" " * 100_000))
    paths = [f"/{number}" for number in range(5)]
    desk.newsroom.feed("/long", *paths, fields={"Content-Type": "image/png"})
    desk.add("/large", "/bomb", "/long")
    noticed = list(desk.another().round(limit=1))
    told = {one.address.removeprefix(desk.newsroom.url): one for one in noticed}
    assert told["/large"].message == "more than 100,000 bytes"
    assert told["/bomb"].message == "more than 100,000 bytes once unpacked"
    assert "more than 3 addresses" in told["/long"].message
    assert "RECOUPE_MAX_ENTRIES" in told["/long"].message
    assert told["/long"].count == 3


def test_a_list_in_trouble_is_asked_ever_more_rarely_and_comes_back(desk: Desk) -> None:
    begun(desk, "/one")
    kept = desk.newsroom.answers["/feed"]
    desk.newsroom.gone("/feed", 503)
    pauses = []
    desk.clock.move(minutes=30)
    for _ in range(7):
        list(desk.watcher.lists())
        due = datetime.fromisoformat(desk.store.watches()[0].due_at)
        pauses.append((due - desk.clock()) / timedelta(hours=1))
        desk.clock.now = due
    assert pauses == [1, 2, 4, 8, 16, 24, 24]
    desk.newsroom.answers["/feed"] = kept
    assert ("/feed", "listed") in desk.round()
    [watch] = desk.store.watches()
    assert (watch.failures, watch.trouble) == (0, None)


# How lists are followed


def test_a_list_says_how_often_it_wants_to_be_asked(desk: Desk) -> None:
    for path, more, minutes in (
        ("/quick", "<ttl>1</ttl>", 10),
        ("/slow", "<ttl>120</ttl>", 120),
        ("/daily", "<updatePeriod>daily</updatePeriod><updateFrequency>4</updateFrequency>", 360),
        ("/yearly", "<updatePeriod>yearly</updatePeriod>", 24 * 60),
        ("/silent", "", 30),
    ):
        desk.newsroom.feed(path, more=more)
        desk.add(path)
        desk.round()
        watch = desk.store.watches()[-1]
        assert watch.due_at == stamp(BEGIN + timedelta(minutes=minutes)), path
    desk.add("/slow", every=timedelta(minutes=2))
    desk.round()
    assert desk.store.watches()[1].due_at == stamp(BEGIN + timedelta(minutes=2))


def test_what_a_list_asked_for_holds_while_it_is_as_it_was(desk: Desk) -> None:
    desk.newsroom.feed("/slow", more="<ttl>120</ttl>")
    desk.add("/slow")
    desk.round()
    desk.clock.move(minutes=120)
    desk.round()
    assert desk.store.watches()[0].due_at == stamp(BEGIN + timedelta(minutes=240))


def test_only_what_is_wanted_is_followed(desk: Desk) -> None:
    for path in ("/old", "/dam", "/sport", "/undated"):
        desk.newsroom.page(path, f"Words of {path}.")
    items = "".join(
        f"<item><title>{title}</title><link>{path}</link>{at}</item>"
        for path, title, at in (
            ("/old", "La digue", "<pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate>"),
            ("/dam", "Les digues ont cédé", "<pubDate>Mon, 30 Nov 2026 09:00:00 GMT</pubDate>"),
            ("/sport", "Le match", "<pubDate>Mon, 30 Nov 2026 09:00:00 GMT</pubDate>"),
            ("/undated", "Digue : le point", ""),
        )
    )
    desk.newsroom.put("/feed", f"<rss><channel>{items}</channel></rss>")
    desk.add("/feed", since="2026-11-29", match=("digue",))
    assert desk.pages() == {"/dam": "new", "/undated": "new"}


def test_a_page_that_is_none_of_lists_is_followed_itself(desk: Desk) -> None:
    desk.newsroom.page("/one", "The bridge opens again.")
    desk.add("/one")
    assert desk.pages() == {"/one": "new"}
    desk.newsroom.paths()
    for _ in range(60):
        desk.clock.move(days=1)
        desk.round()
    asked = desk.newsroom.paths()
    assert set(asked) == {"/one"}
    assert 7 <= len(asked) <= 12
    assert desk.page("/one").due_at is not None


def test_a_file_of_addresses_is_followed(desk: Desk, tmp_path: Path) -> None:
    desk.newsroom.page("/one", "The bridge opens again.")
    named = tmp_path / "list.txt"
    named.write_text(f"# mine\n{desk.newsroom.url}/one\n")
    add_lists(desk.store, [named.as_uri()], Following(LOCAL), author=ME, at=desk.clock())
    assert desk.pages() == {"/one": "new"}


def test_a_list_that_is_ended_is_asked_no_more_and_may_go_on(desk: Desk) -> None:
    begun(desk, "/one")
    address = f"{desk.newsroom.url}/feed"
    desk.store.end_watch(address, author=ME, at=stamp(desk.clock()))
    desk.clock.move(days=2)
    assert desk.round() == []
    assert desk.store.watches() == ()
    assert len(desk.store.watches(ended=True)) == 1
    desk.add("/feed")
    assert desk.round() == [("/feed", "listed"), ("/one", "unaltered")]
    actions = [one.action for one in desk.store.log() if "watch" in one.action]
    assert actions == ["watch", "watch_ended", "watch"]


def test_a_list_goes_on_as_it_was_begun(desk: Desk) -> None:
    desk.add("/feed", match=("dam",), every=timedelta(hours=2))
    before = desk.store.watches()
    desk.add("/feed", match=("dam",), every=timedelta(hours=2))
    assert desk.store.watches() == before
    assert sum(one.action == "watch" for one in desk.store.log()) == 1


# Indexes of sitemaps


def test_an_index_of_sitemaps_is_followed_however_it_loops(desk: Desk) -> None:
    def index(*paths: str) -> str:
        named = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in paths)
        return f"<sitemapindex>{named}</sitemapindex>"

    desk.newsroom.put("/index", index("/index", "/inner", "/a.xml", "/lost.xml"))
    desk.newsroom.put("/inner", index("/index", "/inner", "/a.xml", "/b.xml"))
    for path in ("/a", "/b"):
        desk.newsroom.page(path, f"Bridge {path} opens.")
        desk.newsroom.put(f"{path}.xml", f"<urlset><url><loc>{path}</loc></url></urlset>")
    desk.add("/index")
    assert desk.pages() == {"/a": "new", "/b": "new"}
    asked = desk.newsroom.paths()
    assert sorted(asked[:5]) == ["/a.xml", "/b.xml", "/index", "/inner", "/lost.xml"]
    assert "/lost.xml: the server answers 404" in str(desk.store.watches()[0].trouble)


# Going on


def test_two_watchers_ask_for_nothing_twice(desk: Desk) -> None:
    paths = [f"/{number}" for number in range(6)]
    for path in paths:
        desk.newsroom.page(path, f"Bridge {path} opens.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")
    one, other = desk.watcher.round(limit=100), desk.another().round(limit=100)
    next(one)
    next(one)
    assert list(other) == []
    list(one)
    assert sorted(desk.newsroom.paths()) == sorted(["/feed", *paths])


def test_what_was_claimed_and_left_is_asked_after_the_claim(desk: Desk) -> None:
    paths = [f"/{number}" for number in range(3)]
    for path in paths:
        desk.newsroom.page(path, f"Bridge {path} opens.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")
    list(desk.watcher.lists())
    at = desk.clock()
    desk.store.claim_pages(stamp(at), stamp(at + timedelta(minutes=30)), limit=2)
    assert list(desk.pages()) == paths[2:]
    desk.clock.move(minutes=30)
    assert list(desk.pages()) == paths[:2]


def test_what_was_broken_off_is_given_back(desk: Desk) -> None:
    paths = [f"/{number}" for number in range(3)]
    for path in paths:
        desk.newsroom.page(path, f"Bridge {path} opens.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")

    def broken(source: str) -> None:
        if source.endswith("/0"):
            raise KeyboardInterrupt

    desk.engine.before = broken
    with pytest.raises(KeyboardInterrupt):
        desk.round()
    desk.engine.before = lambda _: None
    assert list(desk.pages()) == paths


def test_rounds_follow_each_other_until_the_end(desk: Desk) -> None:
    begun(desk, "/one")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        desk.clock.move(seconds=seconds)

    until = BEGIN + timedelta(minutes=95)
    found: Sequence[Noticed | Waiting] = list(
        follow(desk.watcher, desk.store, limit=10, until=until, clock=desk.clock, sleep=sleep)
    )
    kinds = [one.outcome if isinstance(one, Noticed) else "waiting" for one in found]
    assert kinds == ["waiting", "listed", "waiting", "listed", "unaltered", "waiting", "listed"]
    assert sum(slept) == 90 * 60
    assert max(slept) <= 60


def test_a_case_that_follows_nothing_is_at_its_end_at_once(desk: Desk) -> None:
    assert list(follow(desk.watcher, desk.store, limit=10, clock=desk.clock)) == []
