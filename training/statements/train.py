"""Train the statement tagger on PolNeAR and on French press annotated for it.

    pip install -r training/statements/requirements.txt
    python training/statements/vocabulary.py BUILD
    python training/statements/train.py BUILD

reads what the first command wrote and writes ``BUILD/network.pt``, with a
checkpoint every 200 steps. Seeds are fixed; five epochs take about an hour on two cores
with AMX. French articles are seen twice an epoch: there are half as many. In a quarter of the
chunks the rules' hints are taken away, so that the network learns to read by itself; one piece in
25 is hidden, and every other epoch cuts the articles into shorter chunks, so that it does not learn
them by heart.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from documents import Item, documents, items
from torch import Tensor
from torch.nn import functional as fn

from model import Encoder, Roles
from recoupe.reading.attributions.tagging.features import RELATIONS
from recoupe.reading.attributions.tagging.pieces import UNKNOWN, Pieces

SEED = 1
EPOCHS = 5.0
TIMES_SEEN = {"en": 1, "fr": 2}
ENCODER_RATE, HEADS_RATE = 1e-4, 5e-4  # 2e-4 on the encoder does not learn at all
WARM_UP, LAST_RATE = 0.06, 0.02
BATCH = 2000  # pieces, padding included
RULES_DROPPED = 0.25
HIDDEN = 0.04
LONGEST = (240, 160)  # pieces of a chunk, in turn
ALIKE = 256  # batches are cut from this many chunks, ordered by length
RULE_COLUMNS, TIES = 3, 3  # of the word's features the first three; of the relations the last
CUE_WEIGHT, ROLE_WEIGHT, ANCHOR_WEIGHT = 2.0, 0.5, 1 / 40
EARLY_WEIGHT, STANCE_WEIGHT = 0.5, 0.2
NOTHING = -1  # no tag: rows that pad a batch, and stances of which the annotators say nothing
LENGTHS, PAIRS = 32, 2048  # lengths of chunks and numbers of pairs are rounded up to these


class Network(torch.nn.Module):
    """Both parts, and the frozen vectors of pieces."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self.pieces = pieces
        self.encoder, self.roles = Encoder(), Roles()


def batches(every: list[Item], rng: random.Random) -> list[list[Item]]:
    """Return all items once, in batches of chunks of like length, in a random order."""
    order = list(every)
    rng.shuffle(order)
    found: list[list[Item]] = []
    for at in range(0, len(order), ALIKE):
        batch: list[Item] = []
        for item in sorted(order[at : at + ALIKE], key=lambda item: len(item.pieces)):
            if batch and len(item.pieces) * (len(batch) + 1) > BATCH:
                found.append(batch)
                batch = []
            batch.append(item)
        found.append(batch)
    rng.shuffle(found)
    return found


@dataclass(frozen=True)
class Batch:
    """Chunks side by side: arrays of chunks by pieces, then of all their words, and of all pairs.

    ``heads`` are the words' first pieces, counted through the whole batch, and ``inside`` with
    ``owners`` the words of every anchor and that anchor; ``pair_words`` and ``pair_anchors`` say of
    which word and anchor each row of ``relations`` and ``wanted`` is.
    """

    pieces: Tensor
    features: Tensor
    mask: Tensor
    heads: Tensor
    cues: Tensor
    roles: Tensor
    inside: Tensor
    owners: Tensor
    stances: Tensor
    pair_words: Tensor
    pair_anchors: Tensor
    relations: Tensor
    wanted: Tensor


def laid_out(pieces: Pieces, items: list[Item], rng: random.Random) -> Batch:
    """Return chunks as one batch, some without the rules' hints and with some pieces hidden.

    Lengths are rounded up, so that kernels are not compiled for every one.
    """
    longest = _rounded(max(len(item.pieces) for item in items), LENGTHS)
    numbers = np.ones((len(items), longest), np.int64)
    features = np.zeros((len(items), longest, items[0].features.shape[1]), np.int64)
    mask = np.full((len(items), 1, 1, longest), -1e4, np.float32)
    heads: list[np.ndarray] = []
    inside = [np.zeros((2, 0), np.int64)]
    pairs: list[tuple[np.ndarray, ...]] = []
    words = anchors = 0
    for row, item in enumerate(items):
        size, ties = len(item.pieces), item.relations.reshape(-1, len(RELATIONS))
        numbers[row, :size] = item.pieces
        features[row, :size] = item.features
        mask[row, ..., :size] = 0
        if rng.random() < RULES_DROPPED:
            features[row, :, :RULE_COLUMNS] = 0
            ties = ties.copy()
            ties[:, TIES] = 0
        heads.append(np.array(item.heads) + row * longest)
        for at, (start, end) in enumerate(item.anchors, anchors):
            inside.append(np.stack([np.arange(start, end) + words, np.full(end - start, at)]))
        each, several = np.arange(len(item.heads)) + words, np.arange(len(item.anchors)) + anchors
        about = np.tile(each, len(several)), np.repeat(several, len(each))
        wanted = item.wanted.reshape(-1)
        pairs.append((*about, ties.astype(np.int64), wanted.astype(np.int64)))
        words, anchors = words + len(item.heads), anchors + len(item.anchors)
    _hide(numbers, rng)
    every = [np.concatenate(column) for column in zip(*pairs, strict=True)]
    within = np.concatenate(inside, axis=1)
    arrays = (
        features,
        mask,
        np.concatenate(heads),
        np.concatenate([item.cues for item in items]),
        np.concatenate([item.roles for item in items]),
        *within,
        np.concatenate([item.stances for item in items]),
        *(_padded(column) for column in every[:3]),
        _padded(every[3], NOTHING),
    )
    return Batch(
        torch.from_numpy(pieces.vectors(numbers)), *(torch.from_numpy(some) for some in arrays)
    )


def _rounded(size: int, to: int) -> int:
    return -(-size // to) * to


def _padded(column: np.ndarray, filling: int = 0) -> np.ndarray:
    """Return a column with rows added up to a round number."""
    missing = _rounded(len(column), PAIRS) - len(column)
    rows = np.full((missing, *column.shape[1:]), filling, column.dtype)
    return np.concatenate([column, rows])


def _hide(numbers: np.ndarray, rng: random.Random) -> None:
    """Put the unknown piece in the place of some."""
    drawn = np.random.default_rng(rng.getrandbits(32)).random(numbers.shape)
    numbers[(drawn < HIDDEN) & (numbers > UNKNOWN)] = UNKNOWN


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Return the loss of a batch: cues and roles by themselves, and roles about each anchor."""
    seen, *heads = network.encoder.guessing(batch.pieces, batch.features, batch.mask)
    words = seen.flatten(0, 1).float()[batch.heads]
    cues, roles, early = (scores.flatten(0, 1)[batch.heads] for scores in heads)
    anchors = torch.zeros(len(batch.stances), words.shape[1])
    anchors = anchors.index_add(0, batch.owners, words[batch.inside])
    anchors = anchors / torch.bincount(batch.owners, minlength=len(anchors))[:, None]
    about, stances = network.roles.pairs(
        words, anchors, (batch.pair_words, batch.pair_anchors), batch.relations
    )
    return (
        CUE_WEIGHT * fn.nll_loss(cues, batch.cues)
        + ROLE_WEIGHT * fn.nll_loss(roles, batch.roles)
        + EARLY_WEIGHT * fn.nll_loss(early, batch.cues)
        + ANCHOR_WEIGHT * _sum(about, batch.wanted) / max(1, len(anchors))
        + STANCE_WEIGHT * _sum(stances, batch.stances) / max(1, len(anchors))
    )


def _sum(scores: Tensor, wanted: Tensor) -> Tensor:
    return fn.nll_loss(scores, wanted, ignore_index=NOTHING, reduction="sum")


def learn(network: Network, every: Sequence[list[Item]], to: Path) -> None:
    """Train and keep the network, with a line of its loss every ten steps."""
    rng = random.Random(SEED)  # noqa: S311 - the order of training, no secret
    encoder, heads = _groups(network)
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    lengths = [len(batches(some, random.Random(0))) for some in every]  # noqa: S311 - as above
    steps = int(sum(lengths) / len(lengths) * EPOCHS)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _rate(at, steps))
    network.train()
    fast = torch.cpu.get_capabilities().get(
        "amx_bf16", False
    )  # without it bfloat16 is slower than 32 bits
    began, seen = time.time(), 0
    for step, batch in enumerate(_forever(every, rng), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast):
            loss = loss_of(network, laid_out(network.pieces, batch, rng))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        seen += sum(len(item.pieces) for item in batch)
        if step % 10 == 0:
            pace = seen / (time.time() - began)
            print(f"{step} of {steps}: loss {loss.item():.3f}, {pace:.0f} pieces/s", flush=True)
        if step % 200 == 0 or step == steps:
            torch.save(network.state_dict(), to)
        if step == steps:
            return


def _groups(network: Network) -> tuple[list[torch.nn.Parameter], list[torch.nn.Parameter]]:
    pretrained = ("encoder.layers", "encoder.pos", "encoder.typ", "encoder.eln")
    named = list(network.named_parameters())
    return (
        [weights for name, weights in named if name.startswith(pretrained)],
        [weights for name, weights in named if not name.startswith(pretrained)],
    )


def _rate(step: int, steps: int) -> float:
    falling = max(LAST_RATE, 1 - (1 - LAST_RATE) * step / steps)
    return min(1.0, (step + 1) / (WARM_UP * steps)) * falling


def _forever(every: Sequence[list[Item]], rng: random.Random) -> Iterator[list[Item]]:
    for some in cycle(every):
        yield from batches(some, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    build = parser.parse_args().build
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    pieces = Pieces(build)
    every: list[list[Item]] = [[] for _ in LONGEST]
    for language, times in TIMES_SEEN.items():
        for document in documents(language):
            for some, longest in zip(every, LONGEST, strict=True):
                some.extend(list(items(document, pieces, longest)) * times)
    for some in every:
        print(f"{len(some)} chunks, {sum(len(item.pieces) for item in some)} pieces", flush=True)
    network = Network(pieces)
    network.encoder.start_from(dict(np.load(build / "layers.npz")))
    learn(network, every, build / "network.pt")


if __name__ == "__main__":
    main()
