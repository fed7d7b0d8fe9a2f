"""Media: the pictures and films that reports show, and what tells one of them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from recoupe.model.article import LinkKind

MediaKind = Literal["image", "video"]

WINDOW: Final = (("x", "<u2"), ("y", "<u2"), ("side", "<u2"), ("hash", "<u8"))
"""One window of a signature, 14 bytes: its centre and its side in 65,535ths of the picture's longer
side, and 64 bits that say what is in it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What tells a picture again though it was cropped, scaled, recompressed or marked.

    ``pdq`` is the hash of the whole picture as other programs make it, 64 hex digits, and
    ``mirrored`` that of its mirror image; ``quality`` (0 to 100) says how much there is to tell it
    by: under 50 a hash says little. ``windows`` are those of :data:`WINDOW`, one behind the other;
    ``grey`` is the picture in small, one byte a pixel, ``columns`` by ``rows``.
    """

    pdq: str
    mirrored: str
    quality: int
    width: int
    height: int
    columns: int
    rows: int
    grey: bytes
    windows: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """What is to be seen from ``at`` to ``until``, in seconds; both are 0 in a picture."""

    at: float
    until: float
    signature: Signature


@dataclass(frozen=True, slots=True)
class Exif:
    """What a file says of itself. Any of it can be forged, or left from another picture.

    ``taken`` is as the camera wrote it, ISO 8601, with its offset from UTC only if it says so;
    ``lat`` and ``lon`` are degrees, ``altitude`` metres. What is not said is ``None``.
    """

    make: str | None = None
    model: str | None = None
    software: str | None = None
    taken: str | None = None
    modified: str | None = None
    author: str | None = None
    copyright: str | None = None
    description: str | None = None
    lat: float | None = None
    lon: float | None = None
    altitude: float | None = None

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return self == Exif()


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or film whose bytes were given.

    ``width`` and ``height`` are pixels, ``duration`` seconds. ``frames`` is one of a picture, and
    of a film one for each stretch that looks alike; none where ``trouble`` says why it could not be
    looked at. ``made_with`` names what made the signatures.
    """

    sha256: str
    kind: MediaKind
    media_type: str
    bytes: int
    width: int | None
    height: int | None
    duration: float | None
    frames: tuple[Frame, ...] = ()
    exif: Exif = field(default_factory=Exif)
    trouble: str | None = None
    made_with: str = ""


Area = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in shares of its width and height."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two files that show the same.

    ``here`` and ``there`` are their hashes, the smaller first. ``mirrored`` says that one of them
    is a mirror image; ``share`` is how much of what they have in common agrees, 0 to 1. ``covers``
    says how much of each picture the other one has (1 of what is whole in it), or of each film's
    length; ``areas`` where in each picture that is. ``distance`` is how many of the 256 bits of
    both whole pictures' PDQ differ. Of films, ``at`` says from when on the common stretch runs in
    each, in seconds, and ``seconds`` how long; of a picture and a film, when the film shows it.
    """

    here: str
    there: str
    mirrored: bool
    share: float
    covers: tuple[float, float]
    areas: tuple[Area, Area]
    distance: int
    at: tuple[float, float] | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: the files that show the same picture or footage.

    ``id`` is made of its files. ``parts`` are files that show it beside something else that is a
    piece of its own, such as two pictures side by side; ``mirrored`` those that show it the other
    way round than the first of ``files``.
    """

    id: str
    files: tuple[str, ...]
    parts: tuple[str, ...]
    mirrored: frozenset[str]
    likenesses: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class ShownMedia:
    """What a report shows or plays: ``start`` and ``end`` are those of its link in the text.

    ``sha256`` is of its bytes, ``None`` where they were not given.
    """

    kind: LinkKind
    url: str
    start: int
    end: int
    sha256: str | None = None
