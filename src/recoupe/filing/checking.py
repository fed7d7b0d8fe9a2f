"""A casefile's cross-check brought up to date: only what altered since is compared, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recoupe.comparison.checking import Checked, Shared, cross_check
from recoupe.comparison.keys import code, inputs_key
from recoupe.comparison.lineage.corpus import Corpus
from recoupe.comparison.reviewed import corrections, in_checked
from recoupe.engine import Engine
from recoupe.engine.spool import Spool
from recoupe.filing.regrouping import Regrouped, regrouped
from recoupe.flow import Progress, check_stories
from recoupe.model import CrossCheck, Failure, Story
from recoupe.store import Store
from recoupe.store.checks import Came, Rows
from recoupe.store.keeping import Update, rows_of_check, rows_of_story
from recoupe.store.snapshot import Snapshot

_FAILED: Final = ""
"""The key of a story whose check failed: it is tried again the next time."""


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """A casefile's cross-check, and what came of bringing it up to date.

    ``anew`` counts the stories that were compared, ``kept`` says whether the result is kept: it is
    not where the casefile may only be read.
    """

    found: CrossCheck
    failures: tuple[Failure, ...]
    anew: int
    kept: bool


def check_case(
    store: Store,
    engine: Engine,
    *,
    again: bool = False,
    progress: Progress = lambda _what, _done, _all: None,
) -> CheckedCase:
    """Bring the kept cross-check of a casefile up to date, and return it.

    Reports that are new or altered are grouped; a story is compared anew where anything altered
    that its check depends on, or with ``again`` every one. Nobody is kept from writing meanwhile;
    what came of it is kept in one transaction at the end. If somebody else kept a cross-check
    meanwhile, this goes on from that. The result is that of a check from nothing.
    Raises :class:`CasefileDamagedError` where a reading, or what is kept, is not as it was kept.
    """
    while True:
        with store.snapshot() as now, Spool[Rows]() as spool:
            if not again and (kept := _current(now)) is not None:
                return CheckedCase(kept, (), 0, True)
            grouped = regrouped(now, code=code(), again=again, progress=progress)
            shared = shared_of(now)
            keys = _keys(now, shared, grouped.stories)
            there: Mapping[str, str] = {} if again else now.check_keys()
            anew = [story for story in grouped.stories if there.get(story.id) != keys[story.id]]
            came: dict[str, Checked] = {}
            failures: list[Failure] = []
            for one, failed in check_stories(anew, now.reading, shared, engine):
                id_ = one.story.id
                came[id_] = one
                failures += [failed] if failed else []
                key = _FAILED if failed else keys[id_]
                whole = Came(one.lineage, one.findings, one.rejected)
                spool.put(id_, rows_of_check(id_, key, whole))
                progress("stories checked", len(came), len(anew))
            found = cross_check(now.entries(), _in_order(now, grouped.stories, came))
            if not store.may_write or store.keep_check(_update(now, grouped, spool)):
                return CheckedCase(found, tuple(failures), len(anew), store.may_write)


def _current(now: Snapshot) -> CrossCheck | None:
    """Return the kept cross-check if nothing came since that could alter it, else ``None``."""
    same = now.code == code() and now.kept_log_number == now.log_number
    return now.kept() if same and _FAILED not in now.check_keys().values() else None


def shared_of(now: Snapshot) -> Shared:
    """Return what the stories of a casefile are checked with, besides their readings."""
    said = corrections(now.reviews(), now.articles, in_checked(now.articles, now.text))
    corpus = Corpus()
    for one, (_, text) in zip(now.entries(), now.texts(), strict=True):
        corpus.put(one.id, text, published=one.published, outlet=one.outlet)
    return Shared(
        now.parties(), said, known=corpus.known(), versions=now.older(), withdrawn=now.withdrawn()
    )


def _keys(now: Snapshot, shared: Shared, stories: Iterable[Story]) -> dict[str, str]:
    """Return the key of everything that the check of each story depends on."""
    return {
        story.id: inputs_key(shared.of(story, ()), [now.keys[one] for one in story.reports])
        for story in stories
    }


def _in_order(
    now: Snapshot, stories: Sequence[Story], came: Mapping[str, Checked]
) -> Iterator[Checked]:
    """Yield what each story came to, whether now or before."""
    kept = now.came_to([story for story in stories if story.id not in came])
    for story in stories:
        if story.id in came:
            yield came[story.id]
        else:
            _, before = next(kept)
            yield Checked(story, before.lineage, before.findings, before.rejected)


def _update(now: Snapshot, grouped: Regrouped, checks: Mapping[str, Rows]) -> Update:
    return Update(
        based_on=now.number,
        log_number=now.log_number,
        code=code(),
        said=grouped.said,
        anew=grouped.anew,
        groupings=grouped.groupings,
        stories={id_: rows_of_story(story) for id_, story in grouped.altered.items()},
        checks=checks,
        gone=grouped.gone,
    )
