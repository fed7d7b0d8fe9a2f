"""Train the contradiction reader's network on the lines written for it.

    pip install -r training/statements/requirements.txt
    python training/statements/vocabulary.py BUILD
    PYTHONPATH=training/statements python training/contradictions/train.py BUILD

reads what the second command wrote and writes ``BUILD/reader.pt``, with a checkpoint every 200
steps. No gold data is read. What it learns is measured on the lines that are held out.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from batches import batches, hidden, laid_out, swapped, width
from laying import Laid, Laying
from pairs import Line, held_out, lines, pairs
from reader import LABELS, Reader
from torch.nn import functional as fn

from recoupe.reading.attributions.tagging.pieces import Pieces

WRITTEN = Path(__file__).parent / "written"
SEED = 1
LAYERS = 9
ENCODER_RATE, HEAD_RATE = 1e-4, 5e-4
WARM_UP, LAST_RATE = 80, 0.02  # steps, and a share of the highest rate
SHARE = 0.5  # of the pairs of a pass: which ones is drawn anew
SWAPPED, HIDDEN = 0.25, 0.03
PRETRAINED = ("layers", "pos", "typ", "eln")


def labelled(
    laying: Laying, some: Sequence[Line], rng: random.Random, *, turn: bool = True
) -> tuple[list[Laid], np.ndarray]:
    """Return the pairs of some lines, laid out, and their labels."""
    made = list(pairs(some, rng, turn=turn))
    rows = [laying.pair(pair.one[3:], pair.other[3:]) for pair in made]
    return rows, np.array([pair.label for pair in made])


def judged(network: Reader, pieces: Pieces, rows: Sequence[Laid]) -> np.ndarray:
    """Return the probabilities of the labels, pairs by labels."""
    found = np.zeros((len(rows), LABELS))
    order = sorted(range(len(rows)), key=lambda at: width(len(rows[at].pieces)))
    network.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            logs, _ = network(*laid_out(pieces, [rows[number] for number in some]))
            found[some] = logs.exp().numpy()
    network.train()
    return found


def ranked(scores: np.ndarray, wanted: np.ndarray) -> float:
    """Return how often a wanted one is scored above one that is not (the area under ROC)."""
    ranks = scores.argsort().argsort() + 1
    hits, rest = wanted.sum(), (~wanted).sum()
    return float((ranks[wanted].sum() - hits * (hits + 1) / 2) / (hits * rest))


def told(found: np.ndarray, labels: np.ndarray) -> str:
    """Say how well contradictions are told from agreement, and from what is beside."""
    agreed, beside = labels < 2, (labels == 0) | (labels == 2)
    odds = found[:, 0] / (found[:, 0] + found[:, 1])
    return (
        f"accuracy {(found.argmax(1) == labels).mean():.3f}, contradicts or agrees "
        f"{ranked(odds[agreed], labels[agreed] == 0):.3f}, contradicts or beside "
        f"{ranked(found[beside, 0], labels[beside] == 0):.3f}"
    )


def learn(network: Reader, pieces: Pieces, steps: int, to: Path) -> None:
    """Train and keep the network, with a line of its loss every fifty steps."""
    rng = random.Random(SEED)  # noqa: S311 - the order of training, no secret
    laying = Laying(pieces)
    every = lines(WRITTEN)
    some = [line for line in every if not held_out(line)]
    measured = [line for line in every if held_out(line)]
    kept = labelled(laying, measured, random.Random(0), turn=False)  # noqa: S311 - as above
    optimiser = _optimiser(network)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: _rate(at, steps))
    losses, began, step = [0.0], time.time(), 0
    network.train()
    while step < steps:
        rows, labels = labelled(laying, some, rng)
        drawn = rng.sample(range(len(rows)), int(len(rows) * SHARE))
        rows, labels = [rows[at] for at in drawn], labels[drawn]
        for batch in batches(rows, rng)[: steps - step]:
            varied = [_varied(rows[at], rng) for at in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logs, _ = network(*laid_out(pieces, varied))
                loss = fn.nll_loss(logs, torch.from_numpy(labels[batch]))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            losses.append(loss.item())
            if step % 50 == 0:
                spent = time.time() - began
                print(f"{step} of {steps}: {np.mean(losses[-50:]):.3f}, {spent:.0f} s", flush=True)
            if step % 200 == 0 or step == steps:
                torch.save(network.state_dict(), to)
            if step % 600 == 0 or step == steps:
                print(told(judged(network, pieces, kept[0]), kept[1]), flush=True)


def _varied(row: Laid, rng: random.Random) -> Laid:
    return hidden(swapped(row) if rng.random() < SWAPPED else row, HIDDEN, rng)


def _optimiser(network: Reader) -> torch.optim.Optimizer:
    named = list(network.named_parameters())
    old = [weights for name, weights in named if name.startswith(PRETRAINED)]
    new = [weights for name, weights in named if not name.startswith(PRETRAINED)]
    return torch.optim.AdamW(
        [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": HEAD_RATE}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def _rate(step: int, steps: int) -> float:
    return min(1.0, (step + 1) / WARM_UP) * max(LAST_RATE, 1 - step / steps)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("--steps", type=int, default=3000)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    network = Reader(LAYERS)
    network.start_from(dict(np.load(options.build / "layers.npz")))
    learn(network, Pieces(options.build), options.steps, options.build / "reader.pt")


if __name__ == "__main__":
    main()
