"""Words of later reports are let go with them, and nothing that is read changes by that."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product

import pytest

from recoupe.model import Article, Reading
from recoupe.reading.pipelines import pipeline, vocabulary, words_kept
from recoupe.reading.reader import read_all
from tests.conftest import make_test_article

pytestmark = pytest.mark.models

SAYINGS = {
    "en": "{0} said on Monday that the bridge at {1} was closed. “Nobody was told,” {0} added.",
    "fr": "{0} a déclaré lundi que le pont de {1} était fermé. « Nul ne savait », a dit {0}.",
}
SYLLABLES = ("ba", "do", "ki", "lu", "me", "ra", "so", "ti", "vu", "zan")


def names() -> Iterator[str]:
    """Yield names that no other text has."""
    for parts in product(SYLLABLES, repeat=4):
        yield "".join(parts).title()


def articles(language: str, number: int, first: int) -> Iterator[Article]:
    made = islice(names(), 3 * first, None)
    for _ in range(number):
        said = SAYINGS[language].format(f"{next(made)} {next(made)}", next(made))
        yield make_test_article(said, language, "2026-01-01")


def read(language: str, number: int, *, first: int = 0) -> list[Reading]:
    return list(read_all(articles(language, number, first), language, counting="recoupe"))


@pytest.fixture(params=sorted(SAYINGS))
def language(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_readings_are_equal_whether_words_are_kept_or_not(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "KEPT", 0)
    once, again = read(language, 20), read(language, 20)
    monkeypatch.undo()
    kept = read(language, 20)
    assert once == again == kept
    assert all(reading.statements for reading in kept)


def test_words_of_later_reports_are_not_kept(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings = pipeline(language).vocab.strings
    before = len(strings)
    read(language, 16, first=100)
    assert len(strings) > before + 16  # each report has words of its own
    before = len(strings)
    monkeypatch.setattr(vocabulary, "KEPT", 0)
    read(language, 64, first=300)
    assert len(strings) == before


def test_threads_do_not_take_words_from_one_another(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "KEPT", 0)
    expected = [read(language, 6, first=first) for first in (0, 10, 20, 30)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda first: read(language, 6, first=first), (0, 10, 20, 30)))
    assert found == expected


def test_an_error_lets_the_words_go_and_the_next_batch_is_read(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "KEPT", 0)

    def fail() -> None:
        with words_kept(language):
            assert pipeline(language).vocab.in_memory_zone
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert not pipeline(language).vocab.in_memory_zone
    assert len(read(language, 2)) == 2
