"""Everything that pages can ask of a casefile, asked; and the true ids of whoever is protected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, get_args

from recoupe.errors import StoreError
from recoupe.store import Readable, Store
from recoupe.store.search import Query, SearchKind


def answers(store: Readable) -> Iterator[Any]:
    """Yield every answer that a casefile has, for every id that an answer names."""
    yield from (store.status(), *store.failures(), *store.reviews())
    yield store.reviews_of_kinds("party", "finding", "story")
    yield store.arrivals(limit=1000)
    yield from store.reports()
    for kept in store.readings(latest=False):
        yield kept
        yield from _of_article(store, kept.reading.article.id)
        yield store.positions_of([one.id for one in kept.reading.statements])
    stories = store.stories(limit=1000).stories
    yield store.supports([one.story.id for one in stories])
    for story in stories:
        yield store.story_facts(story.story.id, findings=range(1000))
        yield store.story(story.story.id)
    for finding in store.findings(limit=1000).findings:
        yield store.finding(finding.id)
    for kind in get_args(SearchKind):
        yield store.search(Query(look_for=kind, older_versions=True, limit=1000))


def _of_article(store: Readable, article: str) -> Iterator[Any]:
    yield store.article(article)
    yield store.captured(article)
    yield store.versions(store.locate(article).report or "")
    yield store.lineage(article)
    yield store.story_lines(article)
    for taken in (True, False):
        yield store.copies(article, taken=taken)
    parties = store.parties_of(article)
    yield parties
    for party in sorted(set(parties.values())):
        yield store.party(party)
        yield store.said_by(party, limit=1000)
        held = store.positions(party=party, limit=1000)
        yield held
        yield store.sides(held.positions)
    outlet = store.article(article).outlet
    if outlet is not None:
        voice = store.own_voice(outlet)
        yield voice
        yield store.sides(voice.positions)


def true_ids(case: Store, *names: str) -> frozenset[str]:
    """Return the ids of entities with these names, and of their parties."""
    found: set[str] = set()
    for kept in case.readings(latest=False):
        parties = case.parties_of(kept.reading.article.id)
        mine = [one.id for one in kept.reading.entities if one.name in names]
        found.update(mine)
        found.update(parties[one] for one in mine)
    return frozenset(found)


def leads_nowhere(store: Readable, id_: str) -> bool:
    """Whether nothing is answered for an id."""
    with suppress(StoreError):
        store.locate(id_)
        return False
    with suppress(StoreError):
        store.party(id_)
        return False
    with suppress(StoreError):
        return not list(store.reviews(id_))
    return True
