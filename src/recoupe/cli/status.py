"""``recoupe status``: what a casefile holds, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from recoupe.cli.casefiles import CaseArgument, command, opened
from recoupe.cli.saying import say

if TYPE_CHECKING:
    from recoupe.model import Json, Review
    from recoupe.store.records import Altered, FailureRecord, Job, Status
    from recoupe.store.watched import Watch, WatchedPage

_UNALTERED: Final = ("same", "moved")


class Format(StrEnum):
    """What ``recoupe status`` writes."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="status", no_args_is_help=True)(status)


def status(
    case: CaseArgument,
    format_: Annotated[Format, typer.Option("--format", "-f")] = Format.TABLE,
) -> None:
    """Say what a casefile holds, what outlets altered lately, what failed and what waits.

    The head is the hash of the audit log's last line. Noted elsewhere (on paper, in a mail), it
    shows later whether the log was written anew: `recoupe verify CASE --head HASH`.

    **Examples**

    - `recoupe status mariupol`
    - `recoupe status mariupol --format json | jq .failures`
    """
    with opened(case) as store:
        now = store.status()
        failures = tuple(store.failures())
        lists, down = store.watches(), store.taken_down()
    if format_ is Format.JSON:
        import json

        typer.echo(json.dumps(_document(now, failures, lists, down), ensure_ascii=False, indent=1))
        return
    for line in (*_lines(now, failures), *_followed(lists, down), *_head(now)):
        say(line)


def _lines(now: Status, failures: tuple[FailureRecord, ...]) -> Iterator[str]:
    yield f"{now.name}, a casefile at {now.place}"
    width = max(len(f"{count:,}") for count in now.counts.values())
    for name, count in now.counts.items():
        yield f"  {count:>{width},} {name}"
    yield from _section("The cross-check", _check(now))
    yield from _section("Altered lately by their outlets", map(_altered, now.altered))
    yield from _section("Reviews whose words are gone", map(_words_gone, now.words_gone))
    yield from _section(
        f"Not at its end; if nobody is at it, {command('add', now.place, '--resume')} goes on",
        map(_job, now.unfinished),
    )
    yield from _section(
        f"Could not be read; {command('add', now.place, '--retry')} tries again",
        map(_failure, failures),
    )


def _followed(lists: Sequence[Watch], down: Sequence[WatchedPage]) -> Iterator[str]:
    from recoupe.cli import watched

    yield from _section("Taken down by their outlets", map(watched.down, down))
    yield from _section("Lists that are followed", map(watched.followed, lists))


def _head(now: Status) -> Iterator[str]:
    yield ""
    yield f"Head of the audit log: {now.head}"


def _check(now: Status) -> Iterator[str]:
    update = command("check", now.place)
    if now.check is None:
        if now.counts["reports"]:
            yield f"none yet; {update} makes it"
    elif now.check.stale_since is None:
        yield f"of {now.check.checked_at[:16]}, up to date"
    else:
        missing = now.check.missing
        yield f"of {now.check.checked_at[:16]}, out of date since {now.check.stale_since[:16]}"
        if missing:
            yield f"{missing:,} report{'s are' if missing > 1 else ' is'} not in it yet"
        yield f"{update} brings it up to date"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield f"{title}:"
        yield from (f"  {line}" for line in found)


def _altered(one: Altered) -> str:
    parts = [f"{field} altered" for field in one.fields]
    if one.passages:
        parts.append(f"{one.passages} passage{'s' * (one.passages > 1)} altered")
    told = {kind: count for kind, count in one.statements.items() if kind not in _UNALTERED}
    if told:
        parts.append("statements " + ", ".join(f"{n} {kind}" for kind, n in told.items()))
    title = " · ".join(part for part in (one.outlet, one.title) if part)
    what = "; ".join(parts) or "no words altered"
    return f"{one.noticed_at[:10]} {f'{title}: ' if title else ''}{what} ({one.report})"


def _words_gone(review: Review) -> str:
    reason = f": {review.reason}" if review.reason else ""
    return f"{review.made_at[:10]} {review.author}, {review.action} {review.target}{reason}"


def _job(job: Job) -> str:
    from recoupe.store.addresses import input_of

    done = job.progress
    return (
        f"{job.started_at[:16]} {job.author}: {', '.join(map(input_of, job.inputs))} "
        f"({done.added:,} added, {done.known:,} known, {done.failed:,} failed so far)"
    )


def _failure(record: FailureRecord) -> str:
    failure = record.failure
    tried = "once" if record.attempts == 1 else f"{record.attempts} times"
    later = "; may work later" if failure.retryable else ""
    return f"{failure.kind}: {failure.message} (tried {tried}{later})"


def _document(
    now: Status,
    failures: tuple[FailureRecord, ...],
    lists: Sequence[Watch],
    down: Sequence[WatchedPage],
) -> dict[str, Json]:
    from recoupe.export.watches_json import page_document, watch_document

    return {
        "schema": "recoupe.status/1",
        "name": now.name,
        "place": now.place,
        "counts": dict(now.counts),
        "altered": [
            {
                "report": one.report,
                "before": one.before,
                "after": one.after,
                "noticed_at": one.noticed_at,
                "outlet": one.outlet,
                "title": one.title,
                "passages": one.passages,
                "fields": list(one.fields),
                "statements": {str(kind): count for kind, count in one.statements.items()},
            }
            for one in now.altered
        ],
        "words_gone": [_gone_document(review) for review in now.words_gone],
        "unfinished": [
            {
                "id": job.id,
                "inputs": list(job.inputs),
                "options": dict(job.options),
                "author": job.author,
                "started_at": job.started_at,
                "added": job.progress.added,
                "known": job.progress.known,
                "failed": job.progress.failed,
            }
            for job in now.unfinished
        ],
        "failures": [_failure_document(record) for record in failures],
        "check": None
        if now.check is None
        else {
            "checked_at": now.check.checked_at,
            "missing": now.check.missing,
            "stale_since": now.check.stale_since,
        },
        "watches": [watch_document(one) for one in lists],
        "taken_down": [page_document(one) for one in down],
        "head": now.head,
    }


def _gone_document(review: Review) -> dict[str, Json]:
    return {
        "id": review.id,
        "made_at": review.made_at,
        "author": review.author,
        "action": review.action,
        "kind": review.kind,
        "target": review.target,
        "report": review.report,
        "reason": review.reason,
    }


def _failure_document(record: FailureRecord) -> dict[str, Json]:
    return {
        "input": record.failure.input,
        "input_id": record.failure.input_id,
        "source": record.source,
        "kind": record.failure.kind,
        "message": record.failure.message,
        "retryable": record.failure.retryable,
        "attempts": record.attempts,
        "first_at": record.first_at,
        "last_at": record.last_at,
        "sha256": record.sha256,
    }
