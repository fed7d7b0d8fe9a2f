"""Films made by rule: a camera that pans over pictures, some seconds over each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import lru_cache

from PIL import Image

from tests.pictures import photo

PER_SECOND = 4
SECONDS = 6
"""That the camera stays with one picture."""

Edit = Callable[[Image.Image], Image.Image]


@lru_cache(64)
def _scene(number: int) -> Image.Image:
    return photo(number * 3)


def frames(scenes: range, start: float, end: float) -> Iterator[Image.Image]:
    """Yield the frames of a film over some scenes, from one second to another."""
    for count in range(int(start * PER_SECOND), int(end * PER_SECOND)):
        at = count / PER_SECOND
        part = at % SECONDS / SECONDS
        picture = _scene(scenes[int(at // SECONDS) % len(scenes)])
        left, top = int(part * 80), int(part * 30)
        yield picture.crop((left, top, left + 272, top + 180)).resize((192, 128))


def film(
    pictures: Iterator[Image.Image], *, edit: Edit = lambda picture: picture, rate: int = 300_000
) -> bytes:
    """Return an MP4 of some pictures."""
    import av

    written = io.BytesIO()
    with av.open(written, "w", format="mp4") as container:
        stream = None
        for picture in map(edit, pictures):
            if stream is None:
                stream = container.add_stream(
                    "libx264", rate=PER_SECOND, options={"preset": "ultrafast"}
                )
                stream.width, stream.height = picture.width // 2 * 2, picture.height // 2 * 2
                stream.pix_fmt, stream.bit_rate = "yuv420p", rate
            whole = picture.crop((0, 0, stream.width, stream.height))
            container.mux(stream.encode(av.VideoFrame.from_image(whole)))
        assert stream is not None
        container.mux(stream.encode())
    return written.getvalue()
