"""``recoupe watch``: lists added, followed, shown and ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.filing.newsroom import Newsroom

Recoupe = Callable[..., Ran]


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch, stand_in: None) -> Iterator[Newsroom]:
    monkeypatch.setenv("RECOUPE_PAUSE", "0")
    running = Newsroom()
    running.put("/one", "The bridge opens again.")
    running.put("/two", "The bridge stays closed.")
    running.feed("/feed", "/one", "/two")
    yield running
    running.close()


def once(recoupe: Recoupe, case: str, *words: str) -> Ran:
    return recoupe("watch", case, *words, "--once")


def test_a_feed_is_followed_once(recoupe: Recoupe, case: str, newsroom: Newsroom) -> None:
    ran = once(recoupe, case, f"{newsroom.url}/feed", "--allow-private")
    assert ran.status == 0
    assert ran.out == "2 new, 0 new versions, 0 unaltered, 0 taken down, 0 moved, 0 failed\n"
    assert f"{newsroom.url}/feed names 2 new\nnew: {newsroom.url}/one\n" in ran.err
    assert once(recoupe, case).out.startswith("0 new, ")


def test_it_ends_after_the_time_that_was_given(
    recoupe: Recoupe, case: str, newsroom: Newsroom
) -> None:
    ran = recoupe("watch", case, f"{newsroom.url}/feed", "--allow-private", "--for", "1s")
    assert ran.status == 0
    assert ran.out.startswith("2 new, ")


def test_lists_are_shown_with_their_trouble(
    recoupe: Recoupe, case: str, newsroom: Newsroom
) -> None:
    newsroom.gone("/two")
    lists = (f"{newsroom.url}/feed", f"{newsroom.url}/none")
    ran = once(recoupe, case, *lists, "--allow-private")
    assert ran.status == 3
    assert f"recoupe: {newsroom.url}/none: the server answers 404\n" in ran.err
    [head, feed, none] = recoupe("watch", case, "--list").out.splitlines()
    assert head.split("\t")[0] == "list"
    assert feed.split("\t")[:2] == [lists[0], "feed"]
    assert feed.split("\t")[4:] == ["2", "2", ""]
    assert none.split("\t")[-1] == "the server answers 404"


def test_what_was_taken_down_is_told_by_the_status(
    recoupe: Recoupe, case: str, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(recoupe, case, f"{newsroom.url}/feed", "--allow-private")
    newsroom.gone("/two")
    later = datetime.now(UTC) + timedelta(hours=2)
    monkeypatch.setattr("recoupe.filing.noticing.now_in_utc", lambda: later)
    assert f"taken down: {newsroom.url}/two\n" in once(recoupe, case).err
    told = recoupe("status", case).out
    assert "Taken down by their outlets:\n" in told
    assert f"{newsroom.url}/two: the server answers 410; last seen " in told
    assert f"Lists that are followed:\n  {newsroom.url}/feed: 2 pages, last seen" in told
    document = json.loads(recoupe("status", case, "--format", "json").out)
    assert [one["url"] for one in document["taken_down"]] == [f"{newsroom.url}/two"]
    assert [one["kind"] for one in document["watches"]] == ["feed"]


def test_a_list_is_ended(recoupe: Recoupe, case: str, newsroom: Newsroom) -> None:
    feed = f"{newsroom.url}/feed"
    once(recoupe, case, feed, "--allow-private")
    ran = recoupe("watch", case, "--end", feed)
    assert ran.out == f"follows {feed} no more; 2 pages of it are kept\n"
    assert recoupe("watch", case, "--end", feed).status == 1
    assert once(recoupe, case).status == 2


def test_a_file_of_addresses_is_a_list(
    recoupe: Recoupe, case: str, newsroom: Newsroom, tmp_path: Path
) -> None:
    named = tmp_path / "list.txt"
    named.write_text(f"{newsroom.url}/one\n")
    assert once(recoupe, case, str(named), "--allow-private").out.startswith("1 new, ")
    assert f"{named}\taddress list" in recoupe("watch", case, "--list").out
    assert recoupe("watch", case, "--end", str(named)).status == 0


def test_ctrl_c_ends_it_with_what_was_done(
    recoupe: Recoupe, case: str, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(seconds: float) -> None:
        if seconds > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", stopped)
    ran = recoupe("watch", case, f"{newsroom.url}/feed", "--allow-private")
    assert ran.status == 0
    assert ran.out.startswith("2 new, ")
    assert "recoupe: next look at " in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "follows no list yet"),
        (("htps//paper",), "is no address and no file"),
        (("ftp://paper.example/feed",), "is not fetched"),
        (("https://me:secret@paper.example/",), "carries a user name or password"),
        (("https://paper.example/", "--every", "soon"), "'soon' is no length of time"),
        (("https://paper.example/", "--every", "5s"), "is less than 60 seconds"),
        (("https://paper.example/", "--since", "May"), "--since: 'May' is not a date"),
        (("https://paper.example/", "--match", "?"), "no words in '?'"),
        (("https://paper.example/", "--language", "xx"), "no language pack for 'xx'"),
        (("https://paper.example/", "--list"), "follows nothing"),
        (("--once", "--for", "2h"), "one of the two"),
        (("--match", "dam"), "--match: is kept with a list, and none is named"),
        (("--mode", "fast"), "--mode: is kept with a list"),
        (("--end", "https://paper.example/"), "is not followed"),
    ],
)
def test_what_cannot_be_is_refused(
    recoupe: Recoupe, case: str, words: tuple[str, ...], told: str
) -> None:
    ran = recoupe("watch", case, *words)
    assert ran.status != 0
    assert told in ran.err
    assert ran.err.count("\n") == 1
