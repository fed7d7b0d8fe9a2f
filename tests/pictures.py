"""Photo-like pictures made by rule: each family has scenes of its own, some of them near-alike."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

Random = np.random.Generator
WIDTH, HEIGHT = 720, 480


def clouds(random: Random, height: int, width: int, *, falloff: float = 1.6) -> np.ndarray:
    """Noise whose strength falls with its frequency, as in photographs; from 0 to 1."""
    rows, columns = (height + 1) // 2, width // 2  # pictures are halved in the end
    across = np.fft.rfftfreq(columns) * columns
    down = np.fft.fftfreq(rows)[:, None] * rows
    strength = 1 / np.maximum(np.hypot(across, down), 1) ** falloff
    phases = np.exp(2j * np.pi * random.random(strength.shape))
    field = np.fft.irfft2(strength * phases, s=(rows, columns))
    low, high = field.min(), max(field.max(), field.min() + 1e-9)
    return ((field - low) / (high - low)).repeat(2, 0).repeat(2, 1)[:height, :width]


def _tinted(random: Random, field: np.ndarray) -> np.ndarray:
    dark, light = random.uniform(0, 110, 3), random.uniform(120, 255, 3)
    return dark + (light - dark) * field[..., None]


def _image(pixels: np.ndarray) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _colour(random: Random, low: int = 0, high: int = 255) -> tuple[int, int, int]:
    return tuple(int(value) for value in random.integers(low, high, 3))


def landscape(random: Random) -> Image.Image:
    """A sky, ridges one before the other, a sun."""
    sky = _tinted(random, clouds(random, HEIGHT, WIDTH, falloff=1.9))
    picture = _image(sky)
    draw = ImageDraw.Draw(picture)
    x, y, r = random.uniform(0, WIDTH), random.uniform(0, HEIGHT / 2), random.uniform(15, 60)
    draw.ellipse((x - r, y - r, x + r, y + r), fill=_colour(random, 180))
    for ridge in range(random.integers(2, 5)):
        line = clouds(random, 1, WIDTH, falloff=1.2)[0] * 140 + 120 + ridge * 70
        points = [(column, float(line[column])) for column in range(0, WIDTH, 4)]
        shade = _colour(random, 10, 150)
        draw.polygon([(0, HEIGHT), *points, (WIDTH, HEIGHT)], fill=shade)
    return picture


def street(random: Random) -> Image.Image:
    """Houses with rows of windows, a road."""
    picture = _image(_tinted(random, clouds(random, HEIGHT, WIDTH, falloff=2.2)))
    draw = ImageDraw.Draw(picture)
    x = -20
    while x < WIDTH:
        width, top = int(random.integers(60, 170)), int(random.integers(40, 260))
        draw.rectangle((x, top, x + width, 420), fill=_colour(random, 40, 200))
        pane = _colour(random)
        step, size = int(random.integers(18, 40)), int(random.integers(6, 16))
        for row in range(top + 12, 400, step):
            for column in range(x + 8, x + width - size, step):
                if random.random() < 0.85:
                    draw.rectangle((column, row, column + size, row + size), fill=pane)
        x += width + int(random.integers(-10, 30))
    draw.rectangle((0, 420, WIDTH, HEIGHT), fill=_colour(random, 40, 110))
    return picture


def crowd(random: Random) -> Image.Image:
    """Many round shapes, smaller the further away."""
    picture = _image(_tinted(random, clouds(random, HEIGHT, WIDTH)))
    draw = ImageDraw.Draw(picture)
    for y in np.sort(random.uniform(150, HEIGHT + 40, int(random.integers(60, 180)))):
        x, r = random.uniform(-20, WIDTH + 20), (y - 100) / 18
        coat = _colour(random)
        draw.ellipse((x - 1.6 * r, y, x + 1.6 * r, y + 6 * r), fill=coat)
        draw.ellipse((x - r, y - 2 * r, x + r, y + r * 0.4), fill=_colour(random, 60, 220))
    return picture


def smoke(random: Random) -> Image.Image:
    """A plume over a plain."""
    sky = clouds(random, HEIGHT, WIDTH, falloff=2.0)
    across, down = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
    lean, foot = random.uniform(-0.8, 0.8), random.uniform(150, WIDTH - 150)
    spread = 20 + (HEIGHT - down) * random.uniform(0.15, 0.5)
    plume = np.exp(-(((across - foot - lean * (HEIGHT - down)) / spread) ** 2))
    thick = np.clip(plume * (0.4 + clouds(random, HEIGHT, WIDTH, falloff=1.4)) * 1.3, 0, 1)
    tint = random.uniform(0, 90, 3)
    pixels = _tinted(random, sky) * (1 - thick[..., None]) + tint * thick[..., None]
    ground = clouds(random, HEIGHT, WIDTH, falloff=1.2)
    edge = int(random.uniform(340, 430))
    pixels[edge:] = _tinted(random, ground)[edge:]
    return _image(pixels)


def fields(random: Random) -> Image.Image:
    """Plots and roads from above."""
    picture = _image(_tinted(random, clouds(random, HEIGHT, WIDTH, falloff=1.3)))
    draw = ImageDraw.Draw(picture, "RGBA")
    for _ in range(int(random.integers(15, 50))):
        x, y = random.uniform(-50, WIDTH), random.uniform(-50, HEIGHT)
        angle, w, h = random.uniform(0, 3.2), random.uniform(20, 160), random.uniform(20, 110)
        ux, uy = np.cos(angle), np.sin(angle)
        corners = [
            (x + a * w * ux - b * h * uy, y + a * w * uy + b * h * ux)
            for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))
        ]
        draw.polygon(corners, fill=(*_colour(random), int(random.integers(60, 230))))
    for _ in range(int(random.integers(2, 6))):
        ends = [(random.uniform(0, WIDTH), random.uniform(0, HEIGHT)) for _ in range(3)]
        draw.line(ends, fill=_colour(random, 120), width=int(random.integers(3, 12)))
    return picture


def room(random: Random) -> Image.Image:
    """A wall out of focus, a table, things on it."""
    picture = _image(_tinted(random, clouds(random, HEIGHT, WIDTH, falloff=2.4)))
    draw = ImageDraw.Draw(picture)
    for _ in range(int(random.integers(3, 9))):
        x, y = random.uniform(0, WIDTH), random.uniform(0, 260)
        w, h = random.uniform(40, 200), random.uniform(30, 150)
        draw.rectangle((x, y, x + w, y + h), fill=_colour(random, 30, 230))
    picture = picture.filter(ImageFilter.GaussianBlur(6))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, int(random.uniform(330, 380)), WIDTH, HEIGHT), fill=_colour(random, 40, 160))
    for _ in range(int(random.integers(4, 12))):
        x, y, r = random.uniform(0, WIDTH), random.uniform(280, 440), random.uniform(10, 60)
        shape = draw.ellipse if random.random() < 0.5 else draw.rectangle
        shape((x - r, y - r * random.uniform(0.5, 2), x + r, y + r), fill=_colour(random))
    return picture


FAMILIES: Final = (landscape, street, crowd, smoke, fields, room)


def _grain(random: Random, picture: Image.Image) -> Image.Image:
    """The texture of surfaces, and the noise of a sensor."""
    pixels = np.asarray(picture, float)
    texture = clouds(random, HEIGHT, WIDTH, falloff=0.9)[..., None] - 0.5
    return _image(pixels + 50 * texture + random.normal(0, 3, pixels.shape))


def photo(number: int) -> Image.Image:
    """The picture of a number, at half of the size that it is drawn in.

    Every third one is near-alike to the one before: it has the same background, and two fifths of
    it are another scene.
    """
    return _photo(number).resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.LANCZOS)


@lru_cache(2)
def _photo(number: int) -> Image.Image:
    random = np.random.default_rng((7, number))
    if number % 3 != 2:
        family = FAMILIES[(number // 3 + 2 * (number % 3)) % len(FAMILIES)]
        return _grain(random, family(random))
    picture = _photo(number - 1).copy()
    family = FAMILIES[int(random.integers(len(FAMILIES)))]
    w, h = int(WIDTH * 0.6), int(HEIGHT * 0.67)
    x, y = int(random.integers(0, WIDTH - w)), int(random.integers(0, HEIGHT - h))
    picture.paste(_grain(random, family(random)).crop((x, y, x + w, y + h)), (x, y))
    return picture


def jpeg(picture: Image.Image, quality: int = 85) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def cropped(picture: Image.Image, random: Random, part: float = 0.2) -> Image.Image:
    """A picture without ``part`` of its width and of its height, anywhere at its edges."""
    w, h = picture.width * (1 - part), picture.height * (1 - part)
    x, y = random.uniform(0, picture.width - w), random.uniform(0, picture.height - h)
    return picture.crop((int(x), int(y), int(x + w), int(y + h)))


def logo(picture: Image.Image, random: Random) -> Image.Image:
    """A picture with a broadcaster's mark in a corner and a half transparent word across it."""
    copy = picture.convert("RGB")
    draw = ImageDraw.Draw(copy, "RGBA")
    w, h = copy.size
    x = 0.04 * w if random.random() < 0.5 else 0.76 * w
    y = 0.05 * h if random.random() < 0.5 else 0.83 * h
    draw.rectangle((x, y, x + 0.2 * w, y + 0.12 * h), fill=(*_colour(random), 255))
    draw.ellipse((x + 5, y + 5, x + 40, y + 40), fill=(255, 255, 255, 255))
    draw.text((w * 0.3, h * 0.45), "WATERMARK", fill=(255, 255, 255, 120), font_size=int(h * 0.1))
    return copy


def _again(picture: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(jpeg(picture, quality))).convert("RGB")


def mirrored(picture: Image.Image) -> Image.Image:
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


TRANSFORMS: Final[dict[str, Callable[[Image.Image, Random], Image.Image]]] = {
    "cropped by 20 %": cropped,
    "cropped by 40 %": lambda picture, random: cropped(picture, random, 0.4),
    "at half its size": lambda picture, _: picture.resize(
        (picture.width // 2, picture.height // 2)
    ),
    "in JPEG quality 30": lambda picture, _: _again(picture, 30),
    "blurred": lambda picture, _: picture.filter(ImageFilter.GaussianBlur(2)),
    "with a logo and a watermark": logo,
    "between bars": lambda picture, _: ImageOps.expand(picture, border=(30, 45), fill=(0, 0, 0)),
    "in grey, and lighter": lambda picture, _: (
        picture.convert("L").convert("RGB").point(lambda value: min(255, int(value * 1.2 + 10)))
    ),
    "cropped, marked, scaled, recompressed": lambda picture, random: _again(
        logo(cropped(picture, random), random).resize((240, 160)), 30
    ),
}
"""What becomes of a picture on its way, by what it is called."""
