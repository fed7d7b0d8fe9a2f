"""Nothing is shown of what reports show in which anything is masked."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from recoupe.capture.media import media_file
from recoupe.comparison.media import likenesses_of, pieces_of
from recoupe.errors import StoreError
from recoupe.export.masking.media import MaskedShowing
from recoupe.model.media import Exif, ShownMedia
from recoupe.store.answers import Source
from recoupe.store.media import Sighting
from tests.pictures import jpeg, mirrored, photo

OPEN, SHUT = "article-open", "article-shut"


def _file(picture):
    found = media_file(jpeg(picture), where="x")
    assert found is not None
    return replace(found, exif=Exif(make="Canon", lat=47.1, lon=37.5, altitude=9.0))


FILES = {OPEN: _file(photo(1)), SHUT: _file(mirrored(photo(1)))}


class _Kept:
    """Two reports that show one picture, each in a file of its own."""

    def media_of(self, article):
        file = FILES[article]
        return ((ShownMedia("image", "https://a.example/1.jpg", 0, 0, file.sha256), file),)

    def pieces(self):
        files = list(FILES.values())
        return pieces_of(files, likenesses_of(files))

    def sightings(self, files, *, latest=True):
        return tuple(
            Sighting(
                file.sha256,
                Source(article, article, "Daily", "Title", None, "en"),
                None,
                "2022",
                "u",
            )
            for article, file in FILES.items()
            if file.sha256 in files
        )

    def files_of(self, reports):
        return frozenset(FILES[one].sha256 for one in reports)

    def media_file(self, sha256):
        return next(one for one in FILES.values() if one.sha256 == sha256), b"bytes"


class _Masked(MaskedShowing):
    def __init__(self):
        plain = SimpleNamespace(plain=lambda one: one, address=lambda url: url)
        masker = SimpleNamespace(
            veils={SHUT: None},
            hidden=SimpleNamespace(articles=frozenset()),
            masked=True,
            through=lambda: plain,
        )
        answers = SimpleNamespace(source=lambda source: source)
        self._store = _Kept()
        self._ask = lambda do: do(SimpleNamespace(masker=masker, answers=answers))


def test_a_report_with_masked_words_shows_nothing() -> None:
    assert _Masked().media_of(SHUT) == ()
    assert _Masked().files_of([OPEN, SHUT]) == {FILES[OPEN].sha256}


def test_a_piece_is_told_without_the_files_of_masked_reports() -> None:
    (piece,) = _Masked().pieces()
    assert piece.files == (FILES[OPEN].sha256,)
    assert piece.likenesses == ()
    names = [one.sha256 for one in FILES.values()]
    assert [one.source.article for one in _Masked().sightings(names)] == [OPEN]


def test_the_bytes_of_masked_reports_are_not_given() -> None:
    with pytest.raises(StoreError, match="no such picture"):
        _Masked().media_file(FILES[SHUT].sha256)


def test_no_file_says_where_it_was_taken() -> None:
    ((_, file),) = _Masked().media_of(OPEN)
    assert file is not None
    assert file.exif == Exif(make="Canon")
