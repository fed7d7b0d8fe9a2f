"""A folder of results: a page a report, an index, the documents and the captured bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recoupe.dossier.owning import OwnFolder, capture_name, slug, write_whole, writing
from recoupe.dossier.page import reading_page
from recoupe.dossier.rendering import Links, render
from recoupe.dossier.wording import title_of, updated
from recoupe.model import Capture, Failure, Reading

_TITLE: Final = "A folder of Recoupe; it may remove these of its pages:"
_PAGE: Final = re.compile(r"\d{3,}-[a-z0-9-]*\.html")
INDEX: Final = "index.html"
READINGS: Final = "readings.jsonl"
CAPTURES: Final = "captures"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index: a page, or the reason why there is none."""

    title: str
    page: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str = "en"
    statements: int = 0
    figures: int = 0
    failure: str = ""


class PageFolder:
    """Writes results into a folder as they come; nothing half-written has a final name.

    Raises :class:`UsageError` for a folder that holds anything Recoupe did not put there, and
    where the folder cannot be written. In a folder of an earlier run the pages are replaced, and
    captures, which never change, are kept. ``line`` writes a result as one line of JSON.
    """

    def __init__(self, folder: Path, *, line: Callable[[Reading | Failure], str]) -> None:
        self._folder = folder
        self._line = line
        self._entries: list[Entry] = []
        self._part = folder / f"{READINGS}.part"
        self._pages = OwnFolder(folder, title=_TITLE, ours=_PAGE)
        with writing(folder):
            (folder / CAPTURES).mkdir(exist_ok=True)
            self._part.write_bytes(b"")

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:
        """Write one result: its document, its capture if there is one, and its page."""
        with writing(self._folder):
            # An unpaired surrogate in a title becomes \ud800, which is what JSON writes for it.
            row = (self._line(result) + "\n").encode("utf-8", "backslashreplace")
            with self._part.open("ab") as stream:
                stream.write(row)
            kept = self._keep(capture) if capture else None
            if isinstance(result, Failure):
                why = result.message.removeprefix(f"{result.input}: ")
                self._entries.append(Entry(title=result.input, failure=why))
            else:
                self._entries.append(self._page(result, kept))

    def finish(self) -> str:
        """Write the index and the documents under their names, and say where to look.

        Pages of an earlier run that this one did not write again are removed.
        """
        counts = Counter(entry.language for entry in self._entries if entry.page)
        language = counts.most_common(1)[0][0] if counts else "en"
        page = render("index.html", language=language, links=Links(), entries=self._entries)
        with writing(self._folder):
            write_whole(self._folder / INDEX, page.encode())
            self._part.replace(self._folder / READINGS)
        self._pages.finish()
        failed = sum(1 for entry in self._entries if not entry.page)
        read = len(self._entries) - failed
        lost = f", {failed} not read" if failed else ""
        return f"{read} read{lost}: open {self._folder / INDEX}"

    def _page(self, reading: Reading, capture: str | None) -> Entry:
        article = reading.article
        title = title_of(article)
        name = f"{len(self._entries) + 1:03}-{slug(title) or 'report'}.html"
        links = Links(capture=capture, index=INDEX)
        self._pages.write(name, reading_page(reading, links=links).encode())
        return Entry(
            title=title,
            page=name,
            outlet=article.outlet,
            published=article.published,
            modified=updated(article),
            language=article.language,
            statements=len(reading.statements),
            figures=len(reading.figures),
        )

    def _keep(self, capture: Capture) -> str:
        """Keep the captured bytes and return their path within the folder."""
        name = f"{CAPTURES}/{capture_name(capture.sha256, capture.media_type)}"
        path = self._folder / name
        if not path.exists():
            write_whole(path, capture.content)
        return name
