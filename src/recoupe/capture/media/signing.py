"""Pixels to the signature that tells a picture again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from recoupe.capture.media.bars import without_bars
from recoupe.capture.media.windows import MOST, windows_of
from recoupe.model.media import Signature

if TYPE_CHECKING:
    from PIL.Image import Image

_HASHED: Final = 512
"""Pixels of the longer side that PDQ is told at, as its authors do."""
_LEAST: Final = 8
_FLIPPED: Final = 5
"""Of the eight hashes of a picture turned and flipped, that of its mirror image."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a picture is kept: so many windows, so many pixels of its longer side."""

    windows: int = MOST
    small: int = 64


@dataclass(frozen=True, slots=True)
class Whole:
    """The PDQ of a whole picture and of its mirror image, with its quality."""

    pdq: bytes
    mirrored: bytes
    quality: int

    def near(self, other: Whole, bits: int) -> bool:
        """Whether two pictures differ in no more bits."""
        return (int.from_bytes(self.pdq) ^ int.from_bytes(other.pdq)).bit_count() <= bits


def whole_of(picture: Image) -> Whole:
    """Return the PDQ of a picture in RGB."""
    import pdqhash  # type: ignore[import-untyped]
    from PIL import Image

    scaled = picture.copy()
    scaled.thumbnail((_HASHED, _HASHED), Image.Resampling.BOX)
    hashes, quality = pdqhash.compute_dihedral(np.asarray(scaled))
    return Whole(_packed(hashes[0]), _packed(hashes[_FLIPPED]), int(quality))


def signature_of(picture: Image, detail: Detail = Detail()) -> Signature:
    """Return the signature of a picture in RGB; bars at its edges are left out."""
    from PIL import Image

    whole = whole_of(picture)
    shown = without_bars(picture)
    scale = detail.small / max(shown.size)
    size = (max(_LEAST, round(shown.width * scale)), max(_LEAST, round(shown.height * scale)))
    how = Image.Resampling.BOX if scale < 0.5 else Image.Resampling.BICUBIC
    grey = shown.convert("L").resize(size, how)
    return Signature(
        pdq=whole.pdq.hex(),
        mirrored=whole.mirrored.hex(),
        quality=whole.quality,
        width=shown.width,
        height=shown.height,
        columns=grey.width,
        rows=grey.height,
        grey=grey.tobytes(),
        windows=windows_of(shown, most=detail.windows),
    )


def _packed(bits: NDArray[np.int64]) -> bytes:
    """Return a hash in the order in which PDQ's own programs write it."""
    return np.packbits(bits.astype(bool)).tobytes()
