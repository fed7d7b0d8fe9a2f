"""What reports show: a listing that the log does not tell of, or that stands nowhere, is found."""

from __future__ import annotations

import pytest

from recoupe.model.media import ShownMedia
from recoupe.store import new_casefile
from tests.store.building import report
from tests.store.tampering import lines, tamper

PICTURE = ShownMedia("image", "https://paper.example/one.jpg", 4, 9)


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ("UPDATE article_media SET kind = 'smell'", "is a smell, which there is not"),
        ('UPDATE article_media SET start = 12, "end" = 9', "stands at 12 to 9 of"),
        ('UPDATE article_media SET "end" = 100000', "stands at 4 to 100000 of"),
        (
            "UPDATE article_media SET article = (SELECT max(id) FROM articles WHERE id <> article)",
            "has no line in the log",
        ),
        ("UPDATE article_media SET media = 'f0'", "which is not in media"),
    ],
)
def test_what_is_altered_is_found(case: str, done: str, told: str) -> None:
    with new_casefile(case, author="Ana") as store:
        for number in (1, 2):
            capture, reading = report(f"https://paper.example/{number}")
            store.add_report(capture, reading, author="Ana")
        store.add_media(reading.article.id, [PICTURE], {}, author="Ana")
        found = store.verify()
        assert found.problems == ()
        assert found.checked["pictures and films that reports show"] == 1
        tamper(store, done)
        told_of = lines(store.verify().problems)
        assert any(told in line for line in told_of), told_of
