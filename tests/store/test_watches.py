"""Lists that are followed: claimed by one, kept with their options, told of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import delete

from recoupe.errors import StoreError
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.schema import watched_pages, watches
from recoupe.store.watched import Listed, Seen, Trouble, Watch, WatchedPage
from tests.store.building import report
from tests.store.killing import together

ME = "Ana"
FEED = "https://paper.example/feed"
PAGES = [f"https://paper.example/{number}" for number in range(40)]
AT, SOON, THEN, LATER = (f"2026-11-30T{hour}:00:00.000000+00:00" for hour in ("09", 10, 11, 12))


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    with new_casefile(case, author=ME) as made:
        yield made


@pytest.fixture
def watch(store: Casefile) -> Watch:
    """A feed that was read, and names all pages."""
    store.watch(FEED, {"mode": "fast"}, author=ME, at=AT)
    claimed = store.claim_list(AT, SOON)
    assert claimed is not None
    seen = Seen(AT, THEN, '"tag"', "Mon")
    assert store.note_list(claimed, seen, kind="feed", entries=list(map(Listed, PAGES))) == 40
    return store.watches()[0]


def page(store: Casefile, url: str) -> WatchedPage:
    found = store.watched(url)
    assert found is not None
    return found


def test_a_list_is_kept_with_its_options(store: Casefile, watch: Watch) -> None:
    assert (watch.address, watch.kind, watch.author, watch.added_at) == (FEED, "feed", ME, AT)
    assert (watch.etag, watch.modified, watch.seen_at, watch.due_at) == ('"tag"', "Mon", AT, THEN)
    assert (watch.options, watch.pages, watch.waiting) == ({"mode": "fast"}, 40, 40)
    again, altered = store.watch(FEED, {"mode": "fast"}, author=ME, at=SOON)
    assert (again, altered) == (watch, False)
    other, altered = store.watch(FEED, {}, author=ME, at=SOON)
    assert altered
    assert (other.options, other.due_at, other.etag) == ({}, SOON, None)
    assert store.verify().clean


def test_what_is_claimed_is_not_due_before_the_claim_is_over(store: Casefile, watch: Watch) -> None:
    assert store.claim_list(SOON, LATER) is None
    first = store.claim_pages(AT, SOON, limit=10)
    assert [one.url for one in first] == PAGES[:10]
    assert [one.url for one in store.claim_pages(AT, SOON, limit=100)] == PAGES[10:]
    assert store.claim_pages(AT, SOON, limit=100) == ()
    store.release(first[:2])
    assert [one.url for one in store.claim_pages(AT, SOON, limit=100)] == PAGES[:2]
    assert len(store.claim_pages(SOON, THEN, limit=100)) == 40


def claimed(case: str) -> list[str]:
    found: list[str] = []
    with open_casefile(case) as casefile:
        while some := casefile.claim_pages(AT, SOON, limit=3):
            found += [one.url for one in some]
    return found


@pytest.mark.process
def test_no_page_is_claimed_twice_at_once(case: str, store: Casefile, watch: Watch) -> None:
    found = [url for some in together(claimed, (case,), (case,), (case,)) for url in some]
    assert sorted(found) == sorted(PAGES)


def test_a_page_that_two_lists_name_is_one(store: Casefile, watch: Watch) -> None:
    store.note_page(page(store, PAGES[0]), Seen(AT, LATER, '"p"'), author=ME)
    other, _ = store.watch("https://agency.example/feed", {}, author=ME, at=AT)
    named = [
        Listed(f"{PAGES[0]}?utm_source=x"),
        Listed(PAGES[1]),
        Listed("https://agency.example/1"),
    ]
    assert store.note_list(other, Seen(AT, THEN), kind="feed", entries=named) == 3
    urls = [one.url for one in store.claim_pages(AT, SOON, limit=100)]
    assert len(urls) == len(set(urls)) == 40
    assert PAGES[0] not in urls
    store.note_page(page(store, PAGES[1]), Seen(SOON, LATER), author=ME)
    assert [one.waiting for one in store.watches()] == [40, 3]
    assert PAGES[1] not in [one.url for one in store.claim_pages(SOON, THEN, limit=100)]


def test_only_what_is_news_of_a_page_is_a_line_of_the_log(store: Casefile, watch: Watch) -> None:
    for url in PAGES[:2]:
        store.add_report(*report(url), author=ME)
    before = store.log_number()
    gone = Trouble("gone", "the server answers 410")
    for url in PAGES[:2]:
        store.note_page(page(store, url), Seen(AT, SOON), author=ME)
    store.note_page(page(store, PAGES[2]), Seen(AT, SOON, trouble=gone, there=False), author=ME)
    assert store.log_number() == before
    down = Seen(SOON, THEN, trouble=gone, there=False, altered=True)
    store.note_page(page(store, PAGES[0]), down, author=ME)
    store.note_page(page(store, PAGES[0]), down, author=ME)
    store.note_page(page(store, PAGES[0]), Seen(THEN, LATER, altered=True), author=ME)
    told = [(one.action, one.subject) for one in store.log() if one.number > before]
    assert told == [("page_gone", PAGES[0]), ("page_back", PAGES[0])]
    assert store.taken_down() == ()
    assert store.verify().clean


def test_what_was_taken_down_last_comes_first(store: Casefile, watch: Watch) -> None:
    for url, at in zip(PAGES[:3], (AT, SOON, THEN), strict=True):
        store.note_page(page(store, url), Seen(AT, at), author=ME)
        down = Seen(at, LATER, trouble=Trouble("moved", "away"), there=False, altered=True)
        store.note_page(page(store, url), down, author=ME)
    assert [one.url for one in store.taken_down(limit=2)] == [PAGES[2], PAGES[1]]


def test_a_list_that_is_not_followed_cannot_be_ended(store: Casefile, watch: Watch) -> None:
    with pytest.raises(StoreError, match="is not followed"):
        store.end_watch("https://other.example/", author=ME, at=SOON)
    store.end_watch(FEED, author=ME, at=SOON)
    with pytest.raises(StoreError, match="is not followed"):
        store.end_watch(FEED, author=ME, at=SOON)
    assert store.next_due() is None
    assert store.claim_pages(LATER, LATER, limit=10) == ()


def test_a_list_that_is_taken_out_is_missed(store: Casefile, watch: Watch) -> None:
    with store.database.writing() as connection:
        connection.execute(delete(watched_pages))
        connection.execute(delete(watches))
    [problem] = store.verify().problems
    assert problem.where == f"watches {watch.id}"


def test_what_is_due_next_is_known(store: Casefile, watch: Watch) -> None:
    assert store.next_due() == AT
    for url in PAGES:
        store.note_page(page(store, url), Seen(AT, LATER), author=ME)
    assert store.next_due() == THEN
    assert store.watched("https://other.example/") is None
    assert store.watched(None) is None
