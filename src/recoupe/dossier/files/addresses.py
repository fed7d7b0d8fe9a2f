"""The addresses of a dossier in files: relative, and each of a page that is or will be written."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote

from recoupe.dossier.files.finder import Finder
from recoupe.dossier.files.names import Narrowed, PageFile, way
from recoupe.dossier.files.plan import Plan
from recoupe.dossier.pages.case import STORIES
from recoupe.dossier.pages.reading import words_anchor
from recoupe.dossier.pages.report import COPIES
from recoupe.dossier.pages.speaker import STATEMENTS


@dataclass(frozen=True, slots=True)
class FileAddresses:
    """Where links of the page at ``here`` lead; ``plan`` notes every page that they ask for.

    ``keep`` writes captured bytes into the dossier and returns the path of their file, ``None``
    where they are not to be in it.
    """

    here: str
    plan: Plan
    finder: Finder
    keep: Callable[[str], str | None]

    def case(self, *, offset: int = 0) -> str:
        """Return the address of the case's own page."""
        return self._to(PageFile("case", number=offset // STORIES + 1))

    def story(self, story: str, *, finding: str | None = None, page: int = 1) -> str:
        """Return the address of a page of a story, or of one finding on whichever has it."""
        if finding is None:
            return self._to(PageFile("story", story, page))
        number = self.finder.page_of(story, finding)
        return self._to(PageFile("story", story, number or 1), finding if number else "")

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
        """Return the address of a version of a report, or of a place on its page."""
        if statement is not None:
            found = self.finder.part_of(article, statement)
            page = PageFile("report", article, found or 1)
            return self._to(page, f"in-{statement}" if found else "")
        if words is not None:
            return self._to_words(article, words)
        for name, offset in (("taken", taken), ("given", given)):
            if offset:
                return self._to(_copies(article, name, offset))
        return self._to(PageFile("report", article, part or 1))

    def statement(self, statement: str) -> str:
        """Return the address of the page of one statement."""
        return self._to(PageFile("statement", statement))

    def speaker(self, party: str) -> str:
        """Return the address of a party's page."""
        return self._to(PageFile("speaker", party))

    def said(
        self, party: str, *, stance: str | None = None, story: str | None = None, offset: int = 0
    ) -> str | None:
        """Return the address of what a party says with a stance or in a story, or of all of it.

        What has a stance and is of a story has no page; where it is all that the party says, it is
        on the party's own.
        """
        if stance and story:
            return None
        if (stance or story) and not self.finder.narrows(party, stance=stance, story=story):
            stance = story = None
        narrowed: Narrowed = "stance" if stance else "story" if story else ""
        number = offset // STATEMENTS + 1
        return self._to(PageFile("speaker", party, number, narrowed, stance or story or ""), "said")

    def outlet(self, name: str, *, offset: int = 0) -> str:
        """Return the address of what an outlet says in its own voice."""
        return self._to(PageFile("outlet", name, offset // STATEMENTS + 1))

    def capture(self, sha256: str) -> str | None:
        """Return the address of the kept bytes, ``None`` where they are not in the dossier."""
        kept = self.keep(sha256)
        return None if kept is None else way(self.here, kept)

    def search(self, **asked: str | int | None) -> None:  # noqa: ARG002
        """Return nothing: files do not search."""
        return

    def quality(self) -> str:
        """Return the address of the page on how good all this is."""
        return self._to(PageFile("quality"))

    def linked_words(self, article: str) -> Collection[tuple[int, int]]:
        """Return the words of a report that links lead to, as far as links were met."""
        return self.plan.words_of(article)

    def _to_words(self, article: str, words: tuple[int, int]) -> str:
        part, shown = self.finder.words(article, words)
        page = PageFile("report", article, part)
        self.plan.want(page, shown)
        return self._to(page, words_anchor(*shown) if shown else "")

    def _to(self, page: PageFile, fragment: str = "") -> str:
        self.plan.want(page)
        if fragment and page.path == self.here:
            return f"#{quote(fragment, safe='')}"
        address = way(self.here, page.path)
        return f"{address}#{quote(fragment, safe='')}" if fragment else address


def _copies(article: str, name: str, offset: int) -> PageFile:
    narrowed: Narrowed = "taken" if name == "taken" else "given"
    return PageFile("report", article, offset // COPIES + 1, narrowed)
