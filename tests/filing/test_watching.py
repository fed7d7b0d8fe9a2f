"""Lists that are followed: what is asked when, and what becomes of what altered, went or came."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from recoupe.filing.asked import Asked
from recoupe.filing.following import Following
from recoupe.filing.noticing import Noticed, Waiting, stamp
from recoupe.filing.watching import Watcher, add_lists, follow
from recoupe.store import Casefile, new_casefile
from recoupe.store.watched import WatchedPage
from tests.filing.newsroom import BEGIN, TODAY, Articles, Clock, Newsroom

LOCAL = Asked(allow_private=True)
ME = "Ana"


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    running = Newsroom()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    monkeypatch.setenv("RECOUPE_MAX_PAUSE", "0")


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=ME) as made:
        yield made


class Desk:
    """A watcher of a newsroom, with its clock."""

    def __init__(self, store: Casefile, newsroom: Newsroom) -> None:
        self.store = store
        self.newsroom = newsroom
        self.clock = Clock()
        self.engine = Articles()
        self.watcher = self.another()

    def another(self) -> Watcher:
        return Watcher(self.store, self.engine, author=ME, today=lambda: TODAY, clock=self.clock)

    def add(self, *paths: str, **how: object) -> None:
        following = Following(LOCAL, **how)  # type: ignore[arg-type]
        addresses = [f"{self.newsroom.url}{path}" for path in paths]
        add_lists(self.store, addresses, following, author=ME, at=self.clock())

    def round(self, limit: int = 1000) -> list[tuple[str, str]]:
        """Go one round; return the paths of what was noticed, with what."""
        noticed = list(self.watcher.round(limit=limit))
        return [(one.address.removeprefix(self.newsroom.url), one.outcome) for one in noticed]

    def pages(self, limit: int = 1000) -> dict[str, str]:
        return {path: what for path, what in self.round(limit) if what != "listed"}

    def page(self, path: str) -> WatchedPage:
        found = self.store.watched(f"{self.newsroom.url}{path}")
        assert found is not None
        return found

    def reports(self) -> dict[str, int]:
        """Return how many versions each report has, by its path."""
        return {
            (one.address or "").removeprefix(self.newsroom.url): one.versions
            for one in self.store.reports()
        }


@pytest.fixture
def desk(store: Casefile, newsroom: Newsroom) -> Desk:
    return Desk(store, newsroom)


def begun(desk: Desk, *paths: str) -> None:
    """Follow a feed that names some pages, and ask for them."""
    for path in paths:
        desk.newsroom.page(path, f"The bridge at {path.strip('/')} opens again.")
    desk.newsroom.feed("/feed", *paths)
    desk.add("/feed")
    desk.round()
    desk.newsroom.paths()


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
