"""How good this is: the measured accuracy of every reader, and what hashes do not prove."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from recoupe.errors import ProofError, UsageError
from recoupe.evaluation.floors import read_floors
from recoupe.filing.proving import Proved, proved
from recoupe.store.readable import Readable


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader reaches at least on one set of annotated texts; ``score`` is 0 to 1."""

    corpus: str
    measure: str
    score: float


@dataclass(frozen=True, slots=True)
class ReaderScores:
    """The scores of one reader, by the name of its subject."""

    subject: str
    scores: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class QualityPage:
    """What the page on quality shows: scores, and what others have stamped."""

    readers: tuple[ReaderScores, ...]
    proofs: tuple[Proved, ...]
    trouble: str = ""


def quality_page(store: Readable) -> QualityPage:
    """Return the page on how good the readers are: the floors that every release must reach.

    It tells of the casefile's proofs of time, too; ``trouble`` says why they cannot be read.
    Raises :class:`FloorError` where the package's own floors cannot be read.
    """
    readers = tuple(_readers())
    try:
        return QualityPage(readers, proved(store))
    except (ProofError, UsageError) as error:
        return QualityPage(readers, (), str(error))


def _readers() -> Iterator[ReaderScores]:
    for subject, found in groupby(sorted(read_floors().items()), key=lambda item: item[0][0]):
        scores = tuple(Measured(corpus, measure, score) for (_, corpus, measure), score in found)
        yield ReaderScores(subject, scores)
