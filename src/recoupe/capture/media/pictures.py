"""The bytes of a picture to its pixels: no more of them than a limit, whatever the file says."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from recoupe.capture.media.kinds import Format
from recoupe.errors import MediaError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 100_000_000
"""Of a picture: 100 megapixels are more than cameras of the press make."""
_WORKED: Final = 1024
"""Pixels of the longer side that are looked at. JPEGs are decoded at no more than twice that."""
_LEAST: Final = 24
"""Pixels: a side that is shorter belongs to an icon or a counter, and tells nothing."""


@contextmanager
def opened(content: bytes, found: Format, *, where: str) -> Iterator[Image]:
    """Open a picture as the format that its bytes have; nothing is decoded yet.

    Raises :class:`MediaError` where it is broken, too large, or no picture to tell anything by.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(content), formats=(found.decoder or "",))
        with picture:
            _check(picture, where)
            yield picture
    except Image.DecompressionBombError:
        raise _too_large(where) from None
    except UnidentifiedImageError:  # what it says is never twice the same
        raise _broken(EOFError("its head cannot be read"), where) from None
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise _broken(error, where) from None
    except (MemoryError, IndexError, KeyError, TypeError, ZeroDivisionError) as error:
        raise _broken(error, where) from None  # decoders meet them in broken files


def _check(picture: Image, where: str) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise _too_large(where)
    if min(width, height) < _LEAST:
        raise MediaError(
            f"is {width} by {height} pixels: too small to be told again",
            where=where,
            remedy="give it in the size it was published in",
        )


def _too_large(where: str) -> MediaError:
    return MediaError(
        f"has more than {MOST_PIXELS // 1_000_000} million pixels",
        where=where,
        remedy="give a smaller copy of it",
    )


def _broken(error: Exception, where: str) -> MediaError:
    said = " ".join(str(error).split())[:200]
    return MediaError(
        f"is broken or cut off: {said or type(error).__name__}",
        where=where,
        remedy="fetch it again",
    )


def pixels(picture: Image) -> Image:
    """Return the first picture of a file in RGB, upright, at most some thousand pixels a side.

    What is transparent is shown on white. Raises what the decoder raises, which
    :func:`opened` makes a :class:`MediaError`.
    """
    from PIL import Image, ImageOps

    picture.draft("RGB", (_WORKED, _WORKED))
    picture.seek(0)
    picture.load()
    shown = ImageOps.exif_transpose(picture)
    shown.thumbnail((_WORKED, _WORKED), Image.Resampling.BOX, reducing_gap=None)
    if shown.mode in {"RGBA", "LA", "PA"} or "transparency" in shown.info:
        clear = shown.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        shown = Image.alpha_composite(ground, clear)
    if shown.mode.startswith("I"):  # 16 bits: Pillow would cut them off at 255
        shown = shown.convert("I").point(lambda value: value / 256).convert("L")
    return shown.convert("RGB")
