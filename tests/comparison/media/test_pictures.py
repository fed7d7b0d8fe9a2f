"""The bar of pictures: transformed copies are found, and none of 500 others is taken for them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from recoupe.capture.media import media_file
from recoupe.comparison.media import likenesses_of, pieces_of
from recoupe.model.media import MediaFile
from tests.pictures import TRANSFORMS, jpeg, mirrored, photo

DISTINCT = 500
TRANSFORMED = range(0, DISTINCT, 20)
RECALL = 0.95
ALL_AT_ONCE = "cropped, marked, scaled, recompressed"
TOGETHER = 0.8
"""What is found of copies that went through everything one behind the other."""
MIRRORED = "mirrored"


def _file(picture, quality: int = 85) -> MediaFile:
    found = media_file(jpeg(picture, quality), where="a picture")
    assert found is not None
    return found


@dataclass(frozen=True)
class _Run:
    """What 500 pictures and copies of some of them were taken for.

    ``found`` are, by transform, the pictures that were found again, and whether as mirrored;
    ``wrong`` pairs of different pictures.
    """

    found: dict[str, set[tuple[int, bool]]]
    wrong: list[tuple[tuple[str, int], tuple[str, int]]]


@pytest.fixture(scope="module")
def run() -> _Run:
    files = {_file(photo(number)): ("", number) for number in range(DISTINCT)}
    for name, transform in {**TRANSFORMS, MIRRORED: lambda picture, _: mirrored(picture)}.items():
        for number in TRANSFORMED:
            copy = transform(photo(number), np.random.default_rng(number))
            files[_file(copy)] = (name, number)
    of = {file.sha256: told for file, told in files.items()}
    found: dict[str, set[tuple[int, bool]]] = {name: set() for name in (*TRANSFORMS, MIRRORED)}
    wrong = []
    for one in likenesses_of(files):
        (name, number), (other, again) = sorted((of[one.here], of[one.there]))
        if number != again:
            wrong.append(((name, number), (other, again)))
        elif not name:
            found[other].add((number, one.mirrored))
    return _Run(found, wrong)


def test_no_picture_and_no_copy_is_taken_for_another(run: _Run) -> None:
    assert run.wrong == []


@pytest.mark.parametrize("name", TRANSFORMS)
def test_transformed_copies_are_found_again(name: str, run: _Run) -> None:
    least = TOGETHER if name == ALL_AT_ONCE else RECALL
    assert len(run.found[name]) >= least * len(TRANSFORMED)
    assert not any(turned for _, turned in run.found[name])


def test_a_mirror_image_is_found_and_told_apart(run: _Run) -> None:
    assert len(run.found[MIRRORED]) >= RECALL * len(TRANSFORMED)
    assert all(turned for _, turned in run.found[MIRRORED])


def test_the_order_of_files_changes_nothing() -> None:
    random = np.random.default_rng(1)
    files = [_file(photo(number)) for number in range(6)]
    files += [_file(TRANSFORMS["cropped by 20 %"](photo(number), random)) for number in range(6)]
    found = likenesses_of(files)
    files = [*files[::2], *files[1::2][::-1]]
    assert likenesses_of(files) == found
    assert pieces_of(files, likenesses_of(files)) == pieces_of(files[::-1], found)
    assert len(found) >= 5


def test_the_area_of_a_crop_is_told() -> None:
    whole = photo(1)
    part = whole.crop((0, 0, 270, 180))
    files = [_file(whole), _file(part)]
    (one,) = likenesses_of(files)
    of_whole = one.areas[0] if one.here == files[0].sha256 else one.areas[1]
    assert of_whole == pytest.approx((0, 0, 0.75, 0.75), abs=0.03)


def test_two_pictures_side_by_side_join_nothing() -> None:
    left, right = photo(0), photo(3)
    both = photo(0).resize((left.width * 2, left.height))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    files = [_file(left), _file(right), _file(both)]
    names = [file.sha256 for file in files]
    pieces = pieces_of(files, likenesses_of(files))
    assert {piece.files for piece in pieces} == {(names[0],), (names[1],)}
    assert {piece.parts for piece in pieces} == {(names[2],)}


def test_a_mirrored_file_is_named_in_its_piece() -> None:
    files = [_file(photo(1)), _file(mirrored(photo(1)))]
    (piece,) = pieces_of(files, likenesses_of(files))
    assert piece.mirrored == {piece.files[1]}


def test_a_picture_of_nothing_is_like_no_other() -> None:
    from PIL import Image

    plain = [_file(Image.new("RGB", (300, 200), shade)) for shade in ("white", "navy", "grey")]
    slope = Image.linear_gradient("L").convert("RGB")
    files = [*plain, _file(slope), _file(slope.resize((300, 200)))]
    assert likenesses_of(files) == ()
