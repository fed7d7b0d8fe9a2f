"""The trained network: an encoder of words in context, and the roles of words about an anchor.

How it was trained, on what, and how good it is: ``weights/CARD.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from recoupe.errors import ModelMissingError
from recoupe.reading.attributions.tagging.features import FEATURES
from recoupe.reading.attributions.tagging.pieces import BEGIN, END, Pieces
from recoupe.reading.attributions.tagging.words import Run, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from recoupe.reading.attributions.tagging.features import Numbers

    Vectors = NDArray[np.float32]

FOLDER: Final = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Seen:
    """A chunk as the encoder sees it, word by word.

    ``vectors`` are words by width, ``cues`` and ``roles`` log probabilities of the tags of the two
    layers that a word has by itself (see ``decoding``).
    """

    chunk: Run
    vectors: Vectors
    cues: Vectors
    roles: Vectors


class Network:
    """The weights of one folder, loaded; it reads with one thread and keeps no state."""

    def __init__(self, folder: Path = FOLDER) -> None:
        if not (folder / "encoder.onnx").is_file():
            raise ModelMissingError(
                "the weights of the statement tagger are missing",
                where=str(folder),
                remedy="install recoupe again, or read with --mode rules",
            )
        self.pieces = Pieces(folder)
        self._encoder = _session(folder / "encoder.onnx")
        self._roles = _session(folder / "roles.onnx")

    def sizes(self, words: Words) -> tuple[int, ...]:
        """Return how many pieces each word has."""
        return tuple(len(self._pieces(words, at)) for at in range(len(words)))

    def _pieces(self, words: Words, at: int) -> tuple[int, ...]:
        return self.pieces.of_word(words.of(at), words.spaced[at])

    def see(self, words: Words, features: Numbers, chunk: Run) -> Seen:
        """Return what the encoder sees in a chunk."""
        numbers, owners, heads = self._laid_out(words, chunk)
        given = np.zeros((1, len(numbers), len(FEATURES)), np.int64)
        given[0, 1:-1] = features[owners]
        vectors, cues, roles = self._encoder.run(
            None, {"pieces": self.pieces.vectors(np.array([numbers])), "features": given}
        )
        return Seen(chunk, vectors[0, heads], cues[0, heads], roles[0, heads])

    def _laid_out(self, words: Words, chunk: Run) -> tuple[list[int], list[int], list[int]]:
        """Return a chunk's pieces between marks, the word of each, and the first of each word."""
        numbers, owners, heads = [BEGIN], [], []
        for at in range(*chunk):
            heads.append(len(numbers))
            found = self._pieces(words, at)
            numbers.extend(found)
            owners.extend([at] * len(found))
        return [*numbers, END], owners, heads

    def roles(self, seen: Seen, anchors: Sequence[Run], relations: Numbers) -> Vectors:
        """Return log probabilities of the role tags, anchors by words of the chunk by tags.

        ``relations`` are anchors by words by the columns of :func:`features.relations`.
        """
        first = seen.chunk[0]
        means = [seen.vectors[start - first : end - first].mean(axis=0) for start, end in anchors]
        inputs = {"words": seen.vectors, "anchors": np.stack(means), "relations": relations}
        found: Vectors = self._roles.run(None, inputs)[0]
        return found


@cache
def network() -> Network:
    """Return the network that comes with Recoupe, loaded once in a process.

    Raises :class:`ModelMissingError` where its weights are not installed.
    """
    return Network()


def _session(path: Path) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # articles are read side by side by processes
    options.inter_op_num_threads = 1
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
