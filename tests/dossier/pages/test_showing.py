"""What the pages show of pictures: one line a piece, small pictures of our own making."""

from __future__ import annotations

import base64
import io

from PIL import Image

from recoupe.capture.media import media_file
from recoupe.comparison.media import likenesses_of, pieces_of
from recoupe.dossier.pages.showing import evidence_lines, shown_lines
from recoupe.dossier.pictures import small_picture
from recoupe.model.media import ShownMedia
from recoupe.store.answers import Source
from recoupe.store.media import Sighting, first_seen
from tests.pictures import jpeg, mirrored, photo

CONTENT = {name: jpeg(picture) for name, picture in
           {"a": photo(1), "b": mirrored(photo(1)), "c": photo(3)}.items()}  # fmt: skip
FILES = {name: media_file(content, where=name) for name, content in CONTENT.items()}
DAYS = {"a": "2022-05-05", "b": "2022-05-04", "c": None}


class _Kept:
    def media_of(self, article):
        file = FILES[article]
        return ((ShownMedia("image", f"https://{article}.example/1.jpg", 0, 7, file.sha256), file),)

    def pieces(self):
        return pieces_of(FILES.values(), likenesses_of(FILES.values()))

    def sightings(self, files, *, latest=True):
        seen = [
            Sighting(file.sha256, Source(name, name, name, "T", DAYS[name], "en"), DAYS[name],
                     f"2026-01-0{at}", "u")
            for at, (name, file) in enumerate(FILES.items(), 1)
            if file.sha256 in files
        ]  # fmt: skip
        return tuple(sorted(seen, key=first_seen))

    def files_of(self, reports):
        return frozenset(FILES[one].sha256 for one in reports)

    def media_file(self, sha256):
        return next((file, CONTENT[name]) for name, file in FILES.items() if file.sha256 == sha256)


class _Article:
    id = "a"
    text = "Caption and more"


def test_a_piece_is_one_line_with_all_reports_that_lean_on_it() -> None:
    first, second = evidence_lines(_Kept(), ["a", "c"], ())
    assert [(one.source.article, one.how, one.inside) for one in first.reports] == [
        ("b", "first", False),
        ("a", "mirrored", True),
    ]
    assert first.origins == 2
    assert first.first_published is not None
    assert first.first_published.source.article == "b"
    assert first.first_captured.source.article == "a"
    assert second.first_published is None


def test_a_report_names_the_others_that_show_the_same() -> None:
    (line,) = shown_lines(_Kept(), _Article())  # type: ignore[arg-type]
    assert line.caption == "Caption"
    assert [(one.source.article, one.how) for one in line.others] == [("b", "mirrored")]


def test_small_pictures_are_made_anew() -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret"
    out = io.BytesIO()
    photo(1).save(out, "JPEG", exif=exif)
    file = media_file(out.getvalue(), where="x")
    assert file is not None
    address = small_picture(file, out.getvalue())
    assert address is not None
    kind, _, coded = address.partition(",")
    made = base64.b64decode(coded)
    assert kind == "data:image/jpeg;base64"
    assert b"a secret" not in made
    with Image.open(io.BytesIO(made)) as picture:
        assert max(picture.size) == 200
