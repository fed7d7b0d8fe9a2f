"""Signatures as arrays: what is compared of the pictures and frames of many files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from recoupe.capture.media.windows import MIRROR, UNIT
from recoupe.model.media import WINDOW, MediaFile, MediaKind, Signature

Floats = NDArray[np.floating[Any]]
Words = NDArray[np.uint64]
Numbers = NDArray[np.intp]
_WINDOW: Final = np.dtype(list(WINDOW))


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, or a frame of a film, from ``at`` to ``until``.

    ``x``, ``y``, ``side`` and ``size`` (width and height) are in the longer side of the picture;
    ``words`` are what its windows hold. ``pdq`` and ``mirrored`` are four words each. ``file`` is
    the number of its file among all.
    """

    file: int
    kind: MediaKind
    at: float
    until: float
    size: tuple[float, float]
    grey: Floats
    quality: int
    pdq: Words
    mirrored: Words
    x: Floats
    y: Floats
    side: Floats
    words: Words

    def turned(self) -> Shown:
        """Return its mirror image."""
        return replace(
            self,
            grey=self.grey[:, ::-1],
            pdq=self.mirrored,
            mirrored=self.pdq,
            x=self.size[0] - self.x,
            words=self.words ^ MIRROR,
        )


def shown_in(files: Iterable[MediaFile]) -> list[Shown]:
    """Return every picture and frame, in the order of ``files`` and of time."""
    return [
        _shown(number, file, frame.at, frame.until, frame.signature)
        for number, file in enumerate(files)
        for frame in file.frames
    ]


def _shown(number: int, file: MediaFile, at: float, until: float, told: Signature) -> Shown:
    windows = np.frombuffer(told.windows, _WINDOW)
    longer = max(told.width, told.height)
    return Shown(
        file=number,
        kind=file.kind,
        at=at,
        until=until,
        size=(told.width / longer, told.height / longer),
        grey=np.frombuffer(told.grey, np.uint8).reshape(told.rows, told.columns).astype(np.float32),
        quality=told.quality,
        pdq=_four(told.pdq),
        mirrored=_four(told.mirrored),
        x=windows["x"].astype(np.float32) / UNIT,
        y=windows["y"].astype(np.float32) / UNIT,
        side=windows["side"].astype(np.float32) / UNIT,
        words=windows["hash"].astype(np.uint64),
    )


def _four(digits: str) -> Words:
    return np.frombuffer(bytes.fromhex(digits), "<u8").astype(np.uint64)


def distance(one: Words, other: Words) -> int:
    """Return how many bits of two hashes differ."""
    return int(np.bitwise_count(one ^ other).sum())
