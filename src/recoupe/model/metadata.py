"""Metadata as published: what a page or an agency's item says of its own report.

It is shown as theirs. Nothing here says that it is so, and the ratings of fact-checkers are theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from recoupe.model.span import Span

PubStatus = Literal["usable", "withheld", "canceled"]
"""The publishing status of IPTC's ninjs and NewsML-G2; ``canceled`` is what editors call a kill."""
WITHDRAWN: Final[frozenset[str]] = frozenset({"withheld", "canceled"})
"""The statuses by which a publisher takes a report back, for a time or for good."""
AuthorKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a report, by the name as it is written; ``organisation`` is whom they work for."""

    name: str
    url: str | None = None
    organisation: str | None = None
    kind: AuthorKind | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report says that it was written: its words for it, and the place that it names."""

    text: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """That an outlet says that it corrected its report, in its words; ``at`` is ISO 8601.

    ``span`` is where they stand in the text of the report, if they do.
    """

    text: str
    at: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """What a fact-checker made of a claim: their verdict in their words, never ours.

    ``claimant`` is who is said to have made the claim, ``rating`` the words of the rating, or the
    figures where it has no words, ``appearance`` an address where the claim was made; the times are
    ISO 8601.
    """

    claim: str
    claimant: str | None = None
    claimed_at: str | None = None
    appearance: str | None = None
    rating: str | None = None
    reviewer: str | None = None
    reviewed_at: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a publisher took a report back: how, when (ISO 8601), and what it said to editors."""

    status: PubStatus
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """A manifest of C2PA in a picture; ``image`` is its address, or that of its page.

    ``reader`` names the program that checked it, ``None`` where none is installed: then all that is
    known is that there is a manifest. ``valid`` is what that program found, ``signer`` whom the
    certificate names, ``tool`` what is said to have made the picture.
    """

    image: str
    reader: str | None = None
    valid: bool | None = None
    signer: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or item says of its own report; everything not said is ``None`` or empty.

    ``status`` is the publishing status, ``status_at`` since when (ISO 8601), ``note`` what the
    publisher says to editors; ``status_words`` are the words of the text that say it, where no
    field does. ``replaces`` tells that it says to replace an earlier report. ``free`` is whether it
    is said to be read without paying, ``usage`` the terms of use, ``version`` the publisher's own
    number.
    """

    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    corrections: tuple[Correction, ...] = ()
    claims: tuple[ClaimReview, ...] = ()
    status: PubStatus | None = None
    status_at: str | None = None
    status_words: Span | None = None
    note: str | None = None
    replaces: bool = False
    section: str | None = None
    keywords: tuple[str, ...] = ()
    canonical: str | None = None
    free: bool | None = None
    usage: str | None = None
    version: str | None = None
    credentials: tuple[Credentials, ...] = ()

    @property
    def withdrawal(self) -> Withdrawal | None:
        """What it says of the report being taken back, ``None`` if it was not."""
        if self.status is None or self.status not in WITHDRAWN:
            return None
        return Withdrawal(self.status, self.status_at, self.note)


NOTHING_PUBLISHED: Final = Metadata()
"""What a page says that says nothing."""
