"""The bar of films: a clip of 30 seconds is found in a longer film."""

from __future__ import annotations

import pytest

from recoupe.capture.media import media_file
from recoupe.comparison.media import likenesses_of
from recoupe.model.media import MediaFile
from tests.films import film, frames
from tests.pictures import jpeg, mirrored

SCENES = range(14)
CLIP = (24.5, 54.5)


def _file(content: bytes) -> MediaFile:
    found = media_file(content, where="a film")
    assert found is not None
    assert found.trouble is None
    return found


@pytest.fixture(scope="module")
def longer() -> MediaFile:
    return _file(film(frames(SCENES, 0, 80)))


@pytest.mark.parametrize(
    ("edit", "turned"),
    [
        (lambda picture: picture, False),
        (lambda picture: picture.crop((16, 10, 176, 118)), False),
        (lambda picture: picture.resize((144, 96)), False),
        (mirrored, True),
    ],
    ids=["as it is", "cropped", "smaller", "mirrored"],
)
def test_a_clip_of_30_seconds_is_found_in_a_longer_film(edit, turned, longer: MediaFile) -> None:
    clip = _file(film(frames(SCENES, *CLIP), edit=edit, rate=120_000))
    (one,) = likenesses_of([longer, clip])
    of_clip, of_longer = (0, 1) if one.here == clip.sha256 else (1, 0)
    assert one.mirrored == turned
    assert one.seconds == pytest.approx(30, abs=4)
    assert one.at is not None
    assert one.at[of_longer] - one.at[of_clip] == pytest.approx(CLIP[0], abs=0.6)
    assert one.covers[of_clip] > 0.85
    assert one.covers[of_longer] < 0.45


def test_a_film_of_other_scenes_is_another(longer: MediaFile) -> None:
    assert likenesses_of([longer, _file(film(frames(range(20, 26), 0, 30)))]) == ()


def test_an_opening_that_films_share_is_no_evidence(longer: MediaFile) -> None:
    opening = list(frames(SCENES, 0, 6))
    other = _file(film(iter([*opening, *frames(range(20, 26), 0, 30)])))
    assert likenesses_of([longer, other]) == ()


def test_a_still_is_found_in_its_film(longer: MediaFile) -> None:
    (picture,) = list(frames(SCENES, 30, 30.25))
    still = _file(jpeg(picture.resize((384, 256)), 60))
    (one,) = likenesses_of([longer, still])
    assert one.at is not None
    assert max(one.at) == pytest.approx(30, abs=0.6)
    assert one.seconds is None
