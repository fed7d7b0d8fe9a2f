"""Files of pictures and films to pieces of evidence: those that show the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from recoupe.comparison.media.agreeing import Agreement, agreement
from recoupe.comparison.media.candidates import Pair, candidates
from recoupe.comparison.media.films import Common, Shot, common_footage
from recoupe.comparison.media.joining import joined
from recoupe.comparison.media.shown import Shown, distance, shown_in
from recoupe.model.ids import content_id
from recoupe.model.media import Area, Likeness, MediaFile, Piece

_WHOLE: Area = (0.0, 0.0, 1.0, 1.0)


def likenesses_of(files: Iterable[MediaFile]) -> tuple[Likeness, ...]:
    """Return which files show the same, sorted; the order of ``files`` changes nothing.

    Files with the same bytes are one.
    """
    ordered = list(
        {file.sha256: file for file in sorted(files, key=lambda one: one.sha256)}.values()
    )
    shown = shown_in(ordered)
    between: dict[tuple[int, int], list[tuple[int, int, bool, Pair]]] = defaultdict(list)
    for (here, there, mirrored), pair in candidates(shown).items():
        both = shown[here].file, shown[there].file
        between[both].append((here, there, mirrored, pair))
    found = []
    for (here, there), pairs in sorted(between.items()):
        films = ordered[here].kind, ordered[there].kind
        with_films = films == ("video", "video")
        like = _footage if with_films else _pictures
        if (one := like(shown, (ordered[here], ordered[there]), pairs)) is not None:
            found.append(one)
    return tuple(found)


Pairs = Sequence[tuple[int, int, bool, Pair]]


def _pictures(
    shown: Sequence[Shown], files: tuple[MediaFile, MediaFile], pairs: Pairs
) -> Likeness | None:
    """Return in what two pictures agree, or a picture and a film; as it is rather than mirrored."""
    best: tuple[tuple[float, bool, int, int], Likeness] | None = None
    for here, there, mirrored, pair in pairs:
        other = shown[there].turned() if mirrored else shown[there]
        agreed = agreement(shown[here], other, pair.windows())
        if agreed is None:
            continue
        order = -agreed.share, mirrored, here, there
        if best is None or order < best[0]:
            like = _likeness(files, shown[here], other, agreed, mirrored=mirrored)
            best = order, like
    return best[1] if best else None


def _likeness(
    files: tuple[MediaFile, MediaFile],
    here: Shown,
    there: Shown,
    agreed: Agreement,
    *,
    mirrored: bool,
) -> Likeness:
    with_film = "video" in {file.kind for file in files}
    left, top, right, bottom = agreed.areas[1]
    return Likeness(
        here=files[0].sha256,
        there=files[1].sha256,
        mirrored=mirrored,
        share=agreed.share,
        covers=agreed.covers,
        areas=(
            agreed.areas[0],
            (round(1 - right, 3), top, round(1 - left, 3), bottom) if mirrored else agreed.areas[1],
        ),
        distance=distance(here.pdq, there.pdq),
        at=(here.at, there.at) if with_film else None,
    )


def _footage(
    shown: Sequence[Shown], files: tuple[MediaFile, MediaFile], pairs: Pairs
) -> Likeness | None:
    """Return the footage that two films have in common; as it is rather than mirrored."""
    durations = _duration(files[0]), _duration(files[1])
    found: list[tuple[Common, bool]] = []
    for mirrored in (False, True):
        shots = [_shot(shown, *one) for one in pairs if one[2] == mirrored]
        if (common := common_footage(shots, durations)) is not None:
            found.append((common, mirrored))
    if not found:
        return None
    common, mirrored = min(found, key=lambda one: (-one[0].seconds, one[1]))
    return Likeness(
        here=files[0].sha256,
        there=files[1].sha256,
        mirrored=mirrored,
        share=common.share,
        covers=(_part(common.seconds, durations[0]), _part(common.seconds, durations[1])),
        areas=(_WHOLE, _WHOLE),
        distance=distance(common.nearest[0].pdq, common.nearest[1].pdq),
        at=common.at,
        seconds=common.seconds,
    )


def _shot(shown: Sequence[Shown], here: int, there: int, mirrored: bool, pair: Pair) -> Shot:
    other = shown[there].turned() if mirrored else shown[there]
    windows = pair.windows()
    return Shot(shown[here], other, partial(agreement, shown[here], other, windows))


def _duration(film: MediaFile) -> float:
    """Return the length of a film that was looked at, in seconds."""
    return film.frames[-1].until if film.frames else film.duration or 0.0


def _part(seconds: float, duration: float) -> float:
    return round(min(1.0, seconds / duration), 3) if duration else 0.0


def pieces_of(files: Iterable[MediaFile], likenesses: Sequence[Likeness]) -> tuple[Piece, ...]:
    """Return the pieces of evidence that files are, sorted; a file alone is one too.

    Two files are of one piece where a chain of likenesses leads from one to the other, but for
    files that show two things beside or behind each other: those join nothing, and are told with
    each of the pieces that they show.
    """
    mixed = _mixed(likenesses)
    known = sorted({file.sha256 for file in files})
    pieces = []
    for group in joined(known, likenesses, mixed):
        inside = [one for one in likenesses if one.here in group or one.there in group]
        parts = {name for one in inside for name in (one.here, one.there)} - group
        if parts and not group - mixed:
            parts = set()
            inside = [one for one in inside if one.here in group and one.there in group]
        ordered = tuple(sorted(group))
        told = tuple(sorted(parts))
        pieces.append(
            Piece(
                id=content_id("piece", *ordered),
                files=ordered,
                parts=told,
                mirrored=_turned(ordered[0], inside),
                likenesses=tuple(inside),
            )
        )
    return tuple(pieces)


def _turned(first: str, inside: Sequence[Likeness]) -> frozenset[str]:
    """Return the files that show a piece the other way round than the first of them."""
    known = {first: False}
    waiting = [first]
    while waiting:
        name = waiting.pop(0)
        for one in inside:
            if name in (one.here, one.there):
                other = one.there if one.here == name else one.here
                if other not in known:
                    known[other] = known[name] ^ one.mirrored
                    waiting.append(other)
    return frozenset(name for name, turned in known.items() if turned)


def _mixed(likenesses: Sequence[Likeness]) -> frozenset[str]:
    """Return the files that show two things that have nothing in common, each in a part of them."""
    near: dict[str, list[tuple[str, Area | tuple[float, float]]]] = defaultdict(list)
    for one in likenesses:
        for name, other, where in _seen(one):
            near[name].append((other, where))
    linked = {frozenset((one.here, one.there)) for one in likenesses}
    return frozenset(
        name
        for name, others in near.items()
        if any(
            _apart(a, b) and frozenset((one, two)) not in linked
            for at, (one, a) in enumerate(others)
            for two, b in others[at + 1 :]
        )
    )


def _seen(one: Likeness) -> Iterator[tuple[str, str, Area | tuple[float, float]]]:
    """Yield each of two files, the other, and where in it or when what both have is seen."""
    for side, name, other in ((0, one.here, one.there), (1, one.there, one.here)):
        if one.at is None:
            yield name, other, one.areas[side]
        elif one.seconds is not None:
            yield name, other, (one.at[side], one.at[side] + one.seconds)
        elif one.at[side] > 0:  # a picture that is in a film
            yield name, other, (one.at[side], one.at[side])


_COMMON = 0.1
"""Share of the smaller of two parts up to which they lie apart."""


def _apart(one: Area | tuple[float, float], other: Area | tuple[float, float]) -> bool:
    """Whether two parts of a picture, or two stretches of a film, have nothing in common."""
    if len(one) != len(other):
        return False
    half = len(one) // 2
    shared = lesser = 1.0
    for axis in range(half):
        low, high = max(one[axis], other[axis]), min(one[axis + half], other[axis + half])
        shared *= max(0.0, high - low)
        lesser *= min(one[axis + half] - one[axis], other[axis + half] - other[axis])
    return shared <= _COMMON * lesser


def by_file(pieces: Iterable[Piece]) -> Mapping[str, tuple[Piece, ...]]:
    """Return the pieces that each file shows, by the file's hash."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        for name in (*piece.files, *piece.parts):
            found[name].append(piece)
    return {name: tuple(some) for name, some in found.items()}
