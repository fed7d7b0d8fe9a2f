"""Articles check their blocks and derive their ids."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from recoupe.errors import DateError, SpanError
from recoupe.model import Block, Capture, Declared, calendar_day, make_article, make_capture


def capture_of(text: str, **declared: str) -> Capture:
    return make_capture(
        text.encode(),
        source="x.txt",
        media_type="text/plain",
        captured_at=datetime(2024, 1, 1, tzinfo=UTC),
        declared=Declared(**declared),
    )


@pytest.mark.parametrize(
    "blocks",
    [
        (Block("paragraph", 0, 99),),
        (Block("paragraph", 3, 3),),
        (Block("paragraph", 4, 6), Block("caption", 0, 2)),
        (Block("paragraph", 0, 4), Block("caption", 3, 6)),
    ],
)
def test_blocks_out_of_place_are_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(SpanError, match="does not follow"):
        make_article(capture_of("un pont"), "un pont", blocks, language="fr")


def test_block_at_knows_the_gaps() -> None:
    text = "Titre\n\nTexte"
    article = make_article(
        capture_of(text), text, (Block("headline", 0, 5), Block("byline", 7, 12)), language="fr"
    )
    found = [article.block_at(at) for at in (0, 4, 5, 6, 7, 11, 12)]
    assert [block and block.kind for block in found] == [
        "headline", "headline", None, None, "byline", "byline", None,
    ]  # fmt: skip
    assert [block.silent for block in article.blocks] == [False, True]


def test_the_id_tells_reports_apart_by_address_and_bytes() -> None:
    def report_id(text: str, **declared: str) -> str:
        return make_article(capture_of(text, **declared), text, (), language="fr").id

    assert report_id("un pont") == report_id("un pont")
    assert report_id("un pont") == report_id("un pont", published="2022-01-01")
    assert len({report_id("un pont"), report_id("un port"), report_id("un pont", url="u")}) == 3


def test_capture_time_must_know_its_zone() -> None:
    with pytest.raises(DateError, match="time zone"):
        make_capture(b"x", source="x", media_type="text/plain", captured_at=datetime(2024, 1, 1))


def test_calendar_day() -> None:
    assert calendar_day("2022-05-05T23:30:00+03:00").isoformat() == "2022-05-05"
    with pytest.raises(DateError, match="YYYY-MM-DD"):
        calendar_day("5 mai")
