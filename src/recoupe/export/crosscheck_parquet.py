"""Cross-checks as files of Parquet: the published form of CONTRACT section 2, a row for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Any, Final

from recoupe.export.crosscheck_contract import DerivationForm, FindingForm, ReportForm, StoryForm
from recoupe.export.crosscheck_json import (
    derivation_document,
    finding_document,
    report_document,
    story_document,
)
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import CrossCheck, Failure
from recoupe.pipeline.columns import Row, failures_schema, schema_of, table, writer
from recoupe.pipeline.folder import Folder, room

CROSSCHECK: Final = "crosscheck"
"""The folder of these files, within that of the pipeline."""

_ROWS: Final = 1_000
_FORMS: Final[Mapping[str, Any]] = {
    "reports": ReportForm,
    "stories": StoryForm,
    "lineage": DerivationForm,
    "findings": FindingForm,
}
_FAILED: Final = ("input", "kind", "message", "retryable")


def crosscheck_files() -> tuple[str, ...]:
    """Return the names of the files in a pipeline's folder."""
    return tuple(map(_named, (*_FORMS, "failures")))


def _named(name: str) -> str:
    return f"{CROSSCHECK}/{name}.parquet"


def write_crosscheck(
    found: CrossCheck,
    failures: Sequence[Failure],
    folder: Folder,
    *,
    language: str,
    told: Mapping[str, str],
) -> None:
    """Put the files of a cross-check in place of those of any other, all when all are written.

    What is there is of one cross-check, even where this is broken off: files may be missing then.

    Reasons are in the words of ``language``; each file says what it is ``told``, by name.
    Raises :class:`StorageFullError` where there is no room, :class:`UnknownLanguageError` where no
    pack knows the language.
    """
    rows = _rows(found, failures, pack(language).table("findings", FindingWords))
    schemas = {name: schema_of(form) for name, form in _FORMS.items()}
    schemas["failures"] = failures_schema(_FAILED)
    with ExitStack() as made:
        for name, schema in schemas.items():
            file = made.enter_context(folder.made(_named(name)))
            with room(folder.address):
                with writer(file, schema, told) as out:
                    for part in _parts(rows[name]):
                        out.write_table(table(part, schema))
                file.flush()  # where there is no room, none of them is put in place
        for name in crosscheck_files():  # whatever ends it now, two are never mixed
            folder.remove(name)


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(rows)
    while part := list(islice(stream, _ROWS)):
        yield part


def _rows(
    found: CrossCheck, failures: Sequence[Failure], words: FindingWords
) -> Mapping[str, Iterable[Row]]:
    return {
        "reports": map(report_document, found.reports),
        "stories": (story_document(one, words) for one in found.stories),
        "lineage": (derivation_document(one, words) for one in found.lineage),
        "findings": (finding_document(one, words) for one in found.findings),
        "failures": map(_failure, failures),
    }


def _failure(failed: Failure) -> Row:
    return {name: getattr(failed, name) for name in _FAILED}
