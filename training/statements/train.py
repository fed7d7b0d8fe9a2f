"""Train the statement tagger on PolNeAR and on French press annotated for it.

    pip install -r training/statements/requirements.txt
    python training/statements/vocabulary.py BUILD
    python training/statements/train.py BUILD

reads what the first command wrote and writes ``BUILD/network.pt``, with a
checkpoint every 200 steps. Seeds are fixed; two epochs take about an hour on two cores. French
articles are seen twice an epoch: there are half as many. In a quarter of the chunks the rules'
hints are taken away, so that the network learns to read by itself.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from documents import Item, documents, items
from torch import Tensor
from torch.nn import functional as fn

from model import Encoder, Roles
from recoupe.reading.attributions.tagging.pieces import Pieces

SEED = 1
EPOCHS = 2.0
TIMES_SEEN = {"en": 1, "fr": 2}
ENCODER_RATE, HEADS_RATE = 1e-4, 5e-4  # 2e-4 on the encoder does not learn at all
WARM_UP, LAST_RATE = 0.06, 0.02
BATCH = 2000  # pieces, padding included
RULES_DROPPED = 0.25
ALIKE = 64  # batches are cut from this many chunks, ordered by length
RULE_COLUMNS, TIES = 3, 3  # of the word's features the first three; of the relations the last
CUE_WEIGHT, ROLE_WEIGHT, ANCHOR_WEIGHT = 2.0, 0.5, 1 / 40


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


def loss_of(network: Network, batch: list[Item], rng: random.Random) -> Tensor:
    """Return the loss of a batch: cues and roles by themselves, and roles about each anchor."""
    longest = max(len(item.pieces) for item in batch)
    numbers = np.ones((len(batch), longest), np.int64)
    features = np.zeros((len(batch), longest, batch[0].features.shape[1]), np.int64)
    mask = torch.full((len(batch), 1, 1, longest), -1e4)
    dropped = [rng.random() < RULES_DROPPED for _ in batch]
    for row, item in enumerate(batch):
        size = len(item.pieces)
        numbers[row, :size] = item.pieces
        features[row, :size] = item.features
        mask[row, ..., :size] = 0
        if dropped[row]:
            features[row, :, :RULE_COLUMNS] = 0
    given = torch.from_numpy(network.pieces.vectors(numbers))
    seen, cues, roles = network.encoder(given, torch.from_numpy(features), mask)
    losses = [torch.zeros(()) for _ in range(3)]
    for row, item in enumerate(batch):
        heads = torch.tensor(item.heads)
        losses[0] = losses[0] + _nll(cues[row, heads], item.cues)
        losses[1] = losses[1] + _nll(roles[row, heads], item.roles)
        if item.anchors:
            losses[2] = losses[2] + _anchored(network, seen[row, heads], item, dropped[row])
    words = sum(len(item.heads) for item in batch)
    anchors = max(1, sum(len(item.anchors) for item in batch))
    return (
        CUE_WEIGHT * losses[0] / words
        + ROLE_WEIGHT * losses[1] / words
        + ANCHOR_WEIGHT * losses[2] / anchors
    )


def _anchored(network: Network, words: Tensor, item: Item, dropped: bool) -> Tensor:
    relations = torch.from_numpy(item.relations).clone()
    if dropped:
        relations[..., TIES] = 0
    means = torch.stack([words[start:end].mean(0) for start, end in item.anchors])
    found = network.roles(words, means, relations)
    return _nll(found.reshape(-1, found.shape[-1]), item.wanted.reshape(-1))


def _nll(scores: Tensor, wanted: np.ndarray) -> Tensor:
    return fn.nll_loss(scores, torch.from_numpy(wanted), reduction="sum")


def learn(network: Network, every: list[Item], to: Path) -> None:
    """Train and keep the network, with a line of its loss every ten steps."""
    rng = random.Random(SEED)  # noqa: S311 - the order of training, no secret
    encoder, heads = _groups(network)
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    steps = int(len(batches(every, random.Random(0))) * EPOCHS)  # noqa: S311 - as above
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _rate(at, steps))
    network.train()
    began, seen = time.time(), 0
    for step, batch in enumerate(_forever(every, rng), 1):
        loss = loss_of(network, batch, rng)
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


def _forever(every: list[Item], rng: random.Random) -> Iterator[list[Item]]:
    while True:
        yield from batches(every, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    build = parser.parse_args().build
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    pieces = Pieces(build)
    every = [
        item
        for language, times in TIMES_SEEN.items()
        for document in documents(language)
        for item in list(items(document, pieces)) * times
    ]
    print(f"{len(every)} chunks, {sum(len(item.pieces) for item in every)} pieces", flush=True)
    network = Network(pieces)
    network.encoder.start_from(dict(np.load(build / "layers.npz")))
    learn(network, every, build / "network.pt")


if __name__ == "__main__":
    main()
