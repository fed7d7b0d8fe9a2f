"""Where pages lead: the same page is at one address in the application, at another in a folder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode


class Addresses(Protocol):
    """The address of every page, as links have it; ids are those of the store.

    An ``offset`` is how many items of a list stand before those of the page. What
    cannot be had has no address: ``None``.
    """

    def case(self, *, offset: int = 0) -> str:
        """Return the address of the case's own page."""
        ...

    def story(self, story: str, *, finding: str | None = None, page: int = 1) -> str:
        """Return the address of a page of a story, or of one finding on whichever has it."""
        ...

    def report(
        self,
        article: str,
        *,
        statement: str | None = None,
        words: tuple[int, int] | None = None,
        part: int | None = None,
        taken: int = 0,
        given: int = 0,
    ) -> str:
        """Return the address of a version of a report, or of a place on its page.

        ``statement`` is the id of a statement marked in it, or of any other record; ``words`` are
        the start and end of any words of its text, ``part`` is the number of a part of it;
        ``taken`` and ``given`` are offsets into what it copied and what was copied from it.
        """
        ...

    def statement(self, statement: str) -> str:
        """Return the address of the page of one statement."""
        ...

    def speaker(self, party: str) -> str:
        """Return the address of a party's page."""
        ...

    def said(
        self, party: str, *, stance: str | None = None, story: str | None = None, offset: int = 0
    ) -> str | None:
        """Return the address of what a party says with a stance or in a story, or of all of it."""
        ...

    def outlet(self, name: str, *, offset: int = 0) -> str:
        """Return the address of what an outlet says in its own voice."""
        ...

    def capture(self, sha256: str) -> str | None:
        """Return the address of the kept bytes, which are only ever downloaded."""
        ...

    def search(self, **asked: str | int | None) -> str | None:
        """Return the address of a search."""
        ...

    def quality(self) -> str:
        """Return the address of the page on how good all this is."""
        ...

    def linked_words(self, article: str) -> Collection[tuple[int, int]]:
        """Return the start and end of words that have an anchor, for links lead to them.

        None, where the page is told with each request which words are asked for.
        """
        ...


@dataclass(frozen=True, slots=True)
class WebAddresses:
    """The addresses of the application, from its root.

    ``gives`` says by their hash which kept bytes are given; all are, where it is not there.
    """

    gives: Callable[[str], bool] | None = None

    def case(self, *, offset: int = 0) -> str:
        """Return the address of the case's own page."""
        return _asking("/", offset=offset)

    def story(self, story: str, *, finding: str | None = None, page: int = 1) -> str:
        """Return the address of a page of a story, or of one finding on whichever has it."""
        return _asking(
            f"/stories/{_part(story)}",
            finding=finding,
            page=page if page > 1 and not finding else None,
        )

    def report(
        self,
        article: str,
        *,
        statement: str | None = None,
        words: tuple[int, int] | None = None,
        part: int | None = None,
        taken: int = 0,
        given: int = 0,
    ) -> str:
        """Return the address of a version of a report, or of a place on its page.

        A long text is shown in parts: what is asked for says which of them is wanted.
        """
        page = f"/reports/{_part(article)}"
        if statement is not None:
            return f"{page}?at={_part(statement)}#in-{_part(statement)}"
        if words is not None:
            return f"{page}?words={words[0]}-{words[1]}#words"
        return _asking(page, part=part, taken=taken, given=given)

    def statement(self, statement: str) -> str:
        """Return the address of the page of one statement."""
        return f"/statements/{_part(statement)}"

    def speaker(self, party: str) -> str:
        """Return the address of a party's page."""
        return f"/speakers/{_part(party)}"

    def said(
        self, party: str, *, stance: str | None = None, story: str | None = None, offset: int = 0
    ) -> str:
        """Return the address of what a party says with a stance or in a story, or of all of it."""
        return _asking(self.speaker(party), stance=stance, story=story, offset=offset) + "#said"

    def outlet(self, name: str, *, offset: int = 0) -> str:
        """Return the address of what an outlet says in its own voice."""
        return _asking(f"/outlets/{_part(name)}", offset=offset)

    def capture(self, sha256: str) -> str | None:
        """Return the address of the kept bytes, which are only ever downloaded."""
        if self.gives is not None and not self.gives(sha256):
            return None
        return f"/captures/{_part(sha256)}"

    def search(self, **asked: str | int | None) -> str:
        """Return the address of a search."""
        return _asking("/search", **asked)

    def quality(self) -> str:
        """Return the address of the page on how good all this is."""
        return "/quality"

    def linked_words(self, article: str) -> Collection[tuple[int, int]]:  # noqa: ARG002
        """Return nothing: which words are asked for stands in the address."""
        return ()


def _asking(address: str, **asked: str | int | None) -> str:
    """Return an address with what is asked of its page; what is empty or 0 is left out."""
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{address}?{query}" if query else address


def _part(name: str) -> str:
    return quote(name, safe="")
