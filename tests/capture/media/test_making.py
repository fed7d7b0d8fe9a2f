"""Bytes of pictures and films: what is read of them, and what is refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from recoupe.capture.media import making, media_file
from recoupe.capture.media.windows import windows_of
from tests.films import film, frames
from tests.pictures import jpeg, photo

PICTURE = photo(4)


def _written(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    PICTURE.save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_the_formats_of_news_pages_are_read(kind: str) -> None:
    found = media_file(_written(kind), where="x")
    assert found is not None
    assert (found.kind, found.media_type) == ("image", f"image/{kind.lower()}")
    assert (found.width, found.height) == PICTURE.size
    assert found.trouble is None
    assert found.frames[0].signature.quality > 50


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"BM" + bytes(60), b"II*\x00" + bytes(40),
     b"\x00\x00\x00\x18ftypheic" + bytes(40), b"%PDF-1.7", b"<html>"],
    ids=["nothing", "svg", "bmp", "tiff", "heic", "pdf", "html"],
)  # fmt: skip
def test_anything_else_is_no_picture(content: bytes) -> None:
    assert media_file(content, where="x") is None


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (_png(60_000, 60_000), "million pixels"),
        (_png(8, 8), "too small"),
        (_png(300, 300), "broken or cut off"),
        (jpeg(PICTURE)[:3000], "broken or cut off"),
        (b"\xff\xd8\xff" + bytes(100), "broken or cut off"),
    ],
    ids=["bomb", "icon", "cut data", "cut file", "no picture"],
)
def test_what_cannot_be_looked_at_says_why(content: bytes, told: str) -> None:
    found = media_file(content, where="x")
    assert found is not None
    assert found.frames == ()
    assert told in (found.trouble or "")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_picture_never_raises(data: st.DataObject) -> None:
    content = bytearray(
        data.draw(st.sampled_from([_written("PNG"), jpeg(PICTURE), _written("GIF")]))
    )
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = media_file(bytes(content[: data.draw(st.integers(1, len(content)))]), where="x")
    assert found is None or bool(found.frames) != bool(found.trouble)


def test_the_hash_is_the_one_that_other_programs_make() -> None:
    import numpy as np
    import pdqhash

    found = media_file(_written("PNG"), where="x")
    bits, quality = pdqhash.compute(np.asarray(PICTURE))
    assert found is not None
    signature = found.frames[0].signature
    assert signature.pdq == f"{int(''.join(map(str, bits)), 2):064x}"
    assert signature.quality == quality


def test_the_windows_of_a_mirror_image_need_no_pixels() -> None:
    import numpy as np

    from recoupe.capture.media.windows import MIRROR
    from recoupe.model.media import WINDOW

    own = np.frombuffer(windows_of(PICTURE), np.dtype(list(WINDOW)))["hash"] ^ MIRROR
    turned = np.frombuffer(windows_of(ImageOps.mirror(PICTURE)), np.dtype(list(WINDOW)))["hash"]
    near = np.bitwise_count(own[:, None] ^ turned[None, :]).min(axis=1)
    assert (near <= 6).mean() > 0.9


def test_exif_is_read() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Canon", "EOS R5\x00"
    exif.get_ifd(0x8769).update({0x9003: "2022:05:03 10:11:12", 0x9011: "+03:00"})
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 5.0, 44.2), 3: "W", 4: (37.0, 32.0, 30.0)})
    found = media_file(_written("JPEG", exif=exif), where="x")
    assert found is not None
    assert (found.exif.make, found.exif.model) == ("Canon", "EOS R5")
    assert found.exif.taken == "2022-05-03T10:11:12+03:00"
    assert found.exif.lat == pytest.approx(47.095611)
    assert found.exif.lon == pytest.approx(-37.541667)


def test_a_picture_taken_on_its_side_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    PICTURE.rotate(90, expand=True).save(out, "JPEG", exif=exif, quality=95)
    found = media_file(out.getvalue(), where="x")
    assert found is not None
    signature = found.frames[0].signature
    assert (signature.width, signature.height) == PICTURE.size


def test_a_film_has_a_frame_for_each_stretch_that_looks_alike() -> None:
    still = list(frames(range(1), 0, 0.25)) * 24
    found = media_file(film(iter(still)), where="x")
    assert found is not None
    assert (found.kind, found.media_type, found.duration) == ("video", "video/mp4", 6.0)
    assert [(frame.at, frame.until) for frame in found.frames] == [(0.0, 6.0)]


def test_a_broken_film_says_so() -> None:
    whole = film(frames(range(1), 0, 2))
    found = media_file(whole[: len(whole) // 3], where="x")
    assert found is not None
    assert "broken or cut off" in (found.trouble or "")


def test_without_what_looks_at_films_a_film_is_kept_and_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    found = media_file(film(frames(range(1), 0, 1)), where="x")
    assert found is not None
    assert "recoupe[video]" in (found.trouble or "")


def test_what_made_a_signature_is_named() -> None:
    assert "pdqhash" in making.MADE_WITH
