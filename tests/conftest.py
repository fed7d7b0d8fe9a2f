"""What every test may ask for: articles and parses of a few words, made once a session."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from recoupe.engine.processes import THREADS
from recoupe.errors import GoldMissingError
from recoupe.evaluation import gold_folder
from recoupe.model import Article, Block, Declared, make_article, make_capture
from recoupe.reading.parse import Parse, parse

for variable in THREADS:  # before any library asks: two test workers wait for each other else
    os.environ.setdefault(variable, "1")

WHEN = datetime(2022, 5, 5, 12, 0, tzinfo=UTC)


@cache
def make_test_article(
    text: str, language: str, published: str | None, kinds: tuple[str, ...] = ()
) -> Article:
    """Return an article whose blocks are the parts of ``text`` between blank lines."""
    capture = make_capture(
        text.encode(),
        source="test.txt",
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(published=published, language=language),
    )
    blocks: list[Block] = []
    at = 0
    for index, part in enumerate(text.split("\n\n")):
        kind = kinds[index] if index < len(kinds) else "paragraph"
        if part.strip():
            blocks.append(Block(kind, at, at + len(part)))  # type: ignore[arg-type]
        at += len(part) + 2
    return make_article(capture, text, tuple(blocks), published=published, language=language)


@cache
def make_test_parse(
    text: str, language: str, published: str | None, kinds: tuple[str, ...] = ()
) -> Parse:
    """Return the parse of :func:`make_test_article`."""
    return parse(make_test_article(text, language, published, kinds))


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """``article_of(text, language="fr", published="2022-05-05", kinds=())``."""

    def build(
        text: str,
        language: str = "fr",
        published: str | None = "2022-05-05",
        kinds: tuple[str, ...] = (),
    ) -> Article:
        return make_test_article(text, language, published, kinds)

    return build


@pytest.fixture(scope="session")
def parse_of() -> Callable[..., Parse]:
    """``parse_of(text, language="fr", published="2022-05-05", kinds=())``."""

    def build(
        text: str,
        language: str = "fr",
        published: str | None = "2022-05-05",
        kinds: tuple[str, ...] = (),
    ) -> Parse:
        return make_test_parse(text, language, published, kinds)

    return build


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of the gold data; the test is skipped where there is none."""
    try:
        return gold_folder()
    except GoldMissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def reports(gold: Path) -> Path:
    """The folder of the real reports, beside the gold data; the test is skipped without it."""
    folder = gold.parent / "reports"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside the gold data")
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where everything was promised to be there (``.ci/run``)."""
    report = yield
    if report.skipped and os.environ.get("RECOUPE_REQUIRE_ALL"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though RECOUPE_REQUIRE_ALL is set: {report.longrepr}"
    return report
