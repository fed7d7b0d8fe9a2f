"""What web archives held, in words: on a terminal as it grows, and in a line at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from recoupe.capture.archives import Account, Accounts

_HELD: Final = {
    "media": ("picture, sound or film", "pictures, sounds and films"),
    "style": ("script or style sheet", "scripts and style sheets"),
    "data": ("other file", "other files"),
    "answer": ("redirect, refusal or empty answer", "redirects, refusals and empty answers"),
    "revisit": ("revisit of a page that is not in it", "revisits of pages that are not in it"),
    "other": ("request or note of the crawler", "requests and notes of the crawler"),
    "broken": ("broken", "broken"),
}
_PASSED: Final = {
    "no_article": "without a report",
    "empty_input": "without words",
    "unknown_language": "in languages that are not read",
}
_PICTURES: Final = ("picture or film", "pictures and films")
_APART: Final = 5
"""Archives of which each is told in a line of its own."""


def account_lines(accounts: Accounts) -> Iterator[str]:
    """Yield what each archive held; of many, what all of them did."""
    if len(accounts.of) <= _APART:
        for source, account in accounts.of.items():
            yield f"{source}: {account_words([account])}"
    else:
        yield f"{len(accounts.of):,} web archives: {account_words(accounts.of.values())}"


def account_words(accounts: Iterable[Account]) -> str:
    """Return in words how many records of each kind archives held together."""
    from recoupe.capture.archives import Account

    all_ = Account()
    for account in accounts:
        all_.held.update(account.held)
        all_.passed.update(account.passed)
        all_.shown += account.shown
        all_.unsought += account.unsought
    pages = all_.held["page"] + all_.held["known"]
    parts = [f"{pages:,} {'page' if pages == 1 else 'pages'}{_of_pages(all_, pages)}"]
    parts += [
        f"{count:,} {words[count != 1]}"
        for name, words in _HELD.items()
        if (count := next((held for kind, held in all_.held.items() if kind == name), 0))
    ]
    records = f"{all_.records:,} {'record' if all_.records == 1 else 'records'}"
    return f"{records}: {', '.join(parts)}{_of_shown(all_)}"


def _of_shown(account: Account) -> str:
    """Return how many pictures and films were kept with pages, and how many not looked for."""
    told = ""
    if account.shown:
        told = f"; {account.shown:,} {_PICTURES[account.shown != 1]} kept with the reports"
    if account.unsought:
        told += (
            f"; {account.unsought:,} {_PICTURES[account.unsought != 1]} not looked for, since "
            "it could not be read a second time: give the file by its name"
        )
    return told


def _of_pages(account: Account, pages: int) -> str:
    """Return how many pages are no reports, in brackets, where any are none."""
    if not account.passed:
        return ""
    parts = [
        f"{account.passed[kind]:,} {words}"
        for kind, words in _PASSED.items()
        if account.passed[kind]
    ]
    return f" ({pages - account.passed.total():,} read, {', '.join(parts)})"


def how_far(account: Account) -> str:
    """Return how far an archive is read, to stand behind a count."""
    if account.size:
        again = ", for what its pages show" if account.again else ""
        return f", {min(100, account.read * 100 // account.size)} % of the archive{again}"
    return f", {account.read // 1_000_000:,} MB of the archive"
