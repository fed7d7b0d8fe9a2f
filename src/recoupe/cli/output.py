"""Where results go: one writer for each format of ``recoupe read``."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from recoupe.cli.read import Format
from recoupe.cli.running import told
from recoupe.errors import UsageError
from recoupe.export import document, line
from recoupe.model import Capture, Failure, Reading


class Writer(ABC):
    """Writes results one by one as they come."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    @property
    def on_terminal(self) -> bool:
        """Whether results appear on a terminal, where a progress bar would disturb them."""
        return self.out is sys.stdout and sys.stdout.isatty()

    def write(self, capture: Capture | None, result: Reading | Failure) -> bool:
        """Write one result, and a failure on standard error too; return whether it was one."""
        self.add(capture, result)
        if isinstance(result, Failure):
            told(f"recoupe: {result.message}")
            return True
        return False

    @abstractmethod
    def add(self, capture: Capture | None, result: Reading | Failure) -> None:
        """Write one result."""

    def close(self) -> None:  # noqa: B027 - most formats need no ending
        """Write what comes after the last result."""


class JsonLines(Writer):
    """One JSON document a line."""

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:  # noqa: ARG002
        """Write the document and flush, so that a reader downstream has it at once."""
        self.out.write(line(result) + "\n")
        self.out.flush()


class JsonArray(Writer):
    """One JSON array, streamed."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self._before = "["

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:  # noqa: ARG002
        """Write the document as the array's next element."""
        import json

        text = json.dumps(document(result), ensure_ascii=False, indent=1)
        self.out.write(f"{self._before}\n{text}")
        self._before = ","

    def close(self) -> None:
        """Close the array; with no results it is empty."""
        self.out.write("[]\n" if self._before == "[" else "\n]\n")


class Table(Writer):
    """A readable summary of each report."""

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:  # noqa: ARG002
        """Print the tables of one reading."""
        from rich.console import Console

        from recoupe.dossier import reading_table

        if isinstance(result, Reading):
            width = None if self.on_terminal else 120
            Console(file=self.out, width=width).print(reading_table(result))


class Page(Writer):
    """One self-contained page; a second report needs a folder."""

    def __init__(self, out: TextIO) -> None:
        super().__init__(out)
        self._page: str | None = None

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:  # noqa: ARG002
        """Keep the page of one reading until it is known to be the only one."""
        from recoupe.dossier import reading_page

        if isinstance(result, Failure):
            return
        if self._page is not None:
            raise UsageError(
                "several reports do not fit in one page",
                where="--format html",
                remedy="give a folder: --output FOLDER",
            )
        self._page = reading_page(result)

    def close(self) -> None:
        """Write the page, if there is one."""
        if self._page is not None:
            self.out.write(self._page)


class Folder(Writer):
    """A folder with a page a report, an index, the documents and the captured bytes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(sys.stdout)
        from recoupe.dossier import PageFolder

        self._pages = PageFolder(folder, line=line)

    @property
    def on_terminal(self) -> bool:
        """Nothing is printed while a folder is written."""
        return False

    def add(self, capture: Capture | None, result: Reading | Failure) -> None:
        """Write the page, the document and the capture of one result."""
        self._pages.add(capture, result)

    def close(self) -> None:
        """Write the index and say where it is."""
        typer.echo(self._pages.finish())


@contextmanager
def writer(format_: Format | None, output: Path | None) -> Iterator[Writer]:
    """Yield the writer for ``format_`` to ``output``, or to standard output.

    A file is written beside its place and moved there when whole, so that an interrupted run
    never leaves half a file under the name asked for.
    """
    chosen = format_ or _default(output)
    paged = output is not None and output.suffix.lower() in {".html", ".htm"}
    if output is not None and chosen is Format.HTML and not paged:
        if output.is_file():
            raise UsageError(
                "this is a file, and pages go into a folder",
                where=str(output),
                remedy="name a folder, or a file that ends in .html for one report",
            )
        folder = Folder(output)
        yield folder
        folder.close()
    else:
        # No page is made of a report that could not be read: what was there before stays.
        with destination(output, empty_too=chosen is not Format.HTML) as stream:
            out = _make(chosen, stream)
            yield out
            out.close()


@contextmanager
def destination(output: Path | None, *, empty_too: bool = True) -> Iterator[TextIO]:
    """Yield the stream to write to: standard output, a pipe, or a file that is whole or not there.

    An empty file is made only if asked.
    """
    if output is None:
        yield sys.stdout
    elif output.exists() and not output.is_file() and not output.is_dir():
        # a pipe or a device: a file put in its place would destroy it
        with _open(output, output) as stream:
            yield stream
    else:
        with whole_file(output, empty_too=empty_too) as stream:
            yield stream


def _default(output: Path | None) -> Format:
    if output is None:
        return Format.TABLE if sys.stdout.isatty() else Format.JSONL
    suffixes = {".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON}
    return suffixes.get(output.suffix.lower(), Format.JSONL)


def _make(format_: Format, stream: TextIO) -> Writer:
    makers: dict[Format, type[Writer]] = {
        Format.JSONL: JsonLines,
        Format.JSON: JsonArray,
        Format.TABLE: Table,
        Format.HTML: Page,
    }
    return makers[format_](stream)


@contextmanager
def whole_file(path: Path, *, empty_too: bool) -> Iterator[TextIO]:
    """Yield a stream that becomes ``path`` when all is written; an empty one only if asked."""
    part = path.with_name(path.name + ".part")
    stream = _open(path, part)
    try:
        with stream:
            yield stream
        if empty_too or part.stat().st_size:
            part.replace(path)
    except OSError as error:
        if error.filename is not None:  # another file's trouble; writing to a stream names none
            raise
        raise UsageError(f"cannot write: {error.strerror}", where=str(path)) from error
    except KeyboardInterrupt:
        told(f"recoupe: {path}: interrupted, and not written")
        raise
    finally:
        part.unlink(missing_ok=True)


def _open(path: Path, part: Path) -> TextIO:
    if path.is_dir():
        raise UsageError("this is a folder", where=str(path), remedy="name a file in it")
    try:
        return part.open("w", encoding="utf-8", newline="\n")
    except FileNotFoundError:
        raise UsageError(
            "the folder does not exist", where=str(path), remedy="make it first"
        ) from None
    except OSError as error:
        raise UsageError(f"cannot write: {error.strerror}", where=str(path)) from error
