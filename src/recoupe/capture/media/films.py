"""A film's frames to signatures. Run as a program of its own: a broken film may bring it down.

``python -m recoupe.capture.media.films FORMAT FILE`` writes what it found as JSON.
"""

from __future__ import annotations

import base64
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from recoupe.capture.media.signing import Detail, Whole, signature_of, whole_of
from recoupe.model.media import Frame

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from PIL.Image import Image

MOST_SECONDS: Final = 600.0
"""Of a film that are looked at, from its beginning."""
STEP: Final = 0.5
"""Seconds from one frame that is looked at to the next."""
MOST_FRAMES: Final = 60_000
"""Frames that are decoded: those of 600 seconds at 100 a second."""
COMPUTING: Final = 300
"""Seconds of computing that one film may take."""
MEMORY: Final = 3 * 1024**3
"""Bytes of memory that one film may take."""
_STILL: Final = 10
"""Bits of 256 within which a frame shows what the one before showed."""
_LONGER: Final = 512
"""Pixels of the longer side that a frame is looked at in."""
_DETAIL: Final = Detail(windows=28, small=48)
_MOST_PIXELS: Final = 40_000_000


def looked_at(path: str, form: str) -> dict[str, Any]:
    """Return size, length and frames of a film as JSON takes them.

    Raises what PyAV raises where the film is broken from its beginning on.
    """
    import av

    with av.open(path, format=form, options={"protocol_whitelist": "file"}) as container:
        if not container.streams.video:
            return {"trouble": "has no pictures"}
        stream = container.streams.video[0]
        size = (stream.codec_context.width, stream.codec_context.height)
        if size[0] * size[1] > _MOST_PIXELS:
            return {"trouble": "has frames of more than 40 million pixels"}
        frames = list(_stretches(_sampled(container)))
        length = container.duration / 1_000_000 if container.duration else None
    if length is None and frames:
        length = frames[-1].until
    return {
        "size": size,
        "duration": None if length is None else round(length, 2),
        "frames": [_plain(frame) for frame in frames],
        "trouble": None if frames else "has no frame that can be decoded",
    }


def _sampled(container: InputContainer) -> Iterator[tuple[float, Image]]:
    """Yield every so many seconds the frame that is shown then, up to where it is broken."""
    import av

    due, start = 0.0, None
    try:
        for number, frame in enumerate(container.decode(video=0)):
            time = frame.time if frame.time is not None else number / 25
            start = time if start is None else start
            at = time - start
            if at >= MOST_SECONDS or number >= MOST_FRAMES:
                return
            if at + 1e-6 >= due:
                yield due, _picture(frame)
                due = (math.floor(at / STEP + 1e-6) + 1) * STEP
    except av.error.FFmpegError:  # what comes behind a broken place is lost
        return


def _picture(frame: VideoFrame) -> Image:
    """Return a frame in small, upright."""
    from PIL.Image import fromarray

    scale = min(1.0, _LONGER / max(frame.width, frame.height))
    width, height = max(16, round(frame.width * scale)), max(16, round(frame.height * scale))
    scaled = frame.reformat(width=width, height=height, format="rgb24")
    picture = fromarray(scaled.to_ndarray())
    turned = int(getattr(frame, "rotation", 0) or 0)
    return picture.rotate(turned, expand=True) if turned % 90 == 0 and turned else picture


def _stretches(frames: Iterator[tuple[float, Image]]) -> Iterator[Frame]:
    """Yield the first frame of each stretch that looks alike, and how long that is."""
    held: tuple[Frame, Whole] | None = None
    for at, picture in frames:
        whole = whole_of(picture)
        if held is not None and held[1].near(whole, _STILL):
            held = replace(held[0], until=at + STEP), held[1]
            continue
        if held is not None:
            yield held[0]
        held = Frame(at, at + STEP, signature_of(picture, _DETAIL)), whole
    if held is not None:
        yield held[0]


def _plain(frame: Frame) -> dict[str, Any]:
    plain = asdict(frame)
    for name in ("grey", "windows"):
        plain["signature"][name] = base64.b64encode(plain["signature"][name]).decode()
    return plain


def _limited() -> None:
    """Let the program take no more than its share of the machine, where that can be said."""
    try:
        import resource
    except ImportError:  # not on Windows; the time is limited there by who started it
        return
    resource.setrlimit(resource.RLIMIT_CPU, (COMPUTING, COMPUTING))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(form: str, path: str) -> None:
    """Write what a film shows to standard output, or why it cannot be looked at."""
    _limited()
    try:
        found = looked_at(path, form)
    except Exception as error:
        said = " ".join(str(error).replace(path, "").split())[:200]
        found = {"trouble": f"is broken or cut off: {type(error).__name__} {said}".strip()}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:3])
