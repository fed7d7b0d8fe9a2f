"""The network in PyTorch: nine layers of multilingual-e5-small, and two heads over its words.

The first head tags every word by itself: cues (O, B, I, and the first word of a content without
cue), and roles (O, content B and I, source B and I). The second asks the same roles for one anchor
at a time, a cue or such a first word: a word's and an anchor's vectors, their product, how far
apart they stand, and what the rules tie to the anchor. So content and source are tied to their cue
as they are found, and one word may be in the contents of two nested statements.

The last three layers of the encoder serve sentence vectors, in which all words look alike: they are
left out, which makes reading a quarter faster.

Two more heads serve training alone: one guesses the cues after three layers, one tells an anchor's
stance.

Attention and dropout are written out: on processors with AMX, PyTorch's own take most of the time
of training in bfloat16.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from recoupe.model import Stance
from recoupe.reading.attributions.tagging.features import FEATURES, RELATIONS

WIDTH, INNER, HEADS, LAYERS, PLACES = 384, 1536, 12, 9, 512
EARLY = 3  # layers before the first guess
HIDDEN = 256
EPSILON = 1e-12
DROPPED = 26  # of 256: one in ten


class Dropout(nn.Module):
    """Dropout with a fast generator: PyTorch's own takes a tenth of the time of training."""

    random = np.random.Generator(np.random.SFC64(1))

    def forward(self, x: Tensor) -> Tensor:
        """Return ``x`` with some values at nought while training, and the others raised."""
        if not self.training or not x.numel():
            return x
        drawn = bytearray(self.random.bytes(x.numel()))
        kept = torch.frombuffer(drawn, dtype=torch.uint8).view(x.shape) >= DROPPED
        return x * kept.to(x.dtype).mul_(256 / (256 - DROPPED))


def one_hot(values: Tensor, sizes: Sequence[int]) -> Tensor:
    """Return the columns of ``values`` as ones and noughts, side by side."""
    return torch.cat([fn.one_hot(values[..., at], n) for at, n in enumerate(sizes)], -1).float()


class Layer(nn.Module):
    """One layer of BERT, with the package's names of its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.fi, self.fo = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.aln, self.oln = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.drop = Dropout()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return chunks by pieces by width; ``mask`` is added to what attention scores."""
        q, k, v = (self._heads(part(x)) for part in (self.q, self.k, self.v))
        scores = (q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5
        seen = (scores if mask is None else scores + mask).softmax(-1).to(v.dtype) @ v
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(x.shape))))
        return self.oln(x + self.drop(self.fo(fn.gelu(self.fi(x)))))

    @staticmethod
    def _heads(x: Tensor) -> Tensor:
        return x.view(*x.shape[:2], HEADS, WIDTH // HEADS).transpose(1, 2)


class Encoder(nn.Module):
    """Vectors of pieces in, vectors of pieces in context out, with the tags of the first head."""

    def __init__(self) -> None:
        super().__init__()
        self.pos = nn.Embedding(PLACES, WIDTH)
        self.typ = nn.Parameter(torch.zeros(WIDTH))
        self.eln = nn.LayerNorm(WIDTH, EPSILON)
        self.feats = nn.Linear(sum(FEATURES), WIDTH, bias=False)
        nn.init.zeros_(self.feats.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Dropout()
        self.cue, self.glob = nn.Linear(WIDTH, 4), nn.Linear(WIDTH, 5)
        self.early = nn.Linear(WIDTH, 4)

    def forward(
        self, pieces: Tensor, features: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return vectors in context, and log probabilities of cue tags and of role tags."""
        return self.guessing(pieces, features, mask)[:3]

    def guessing(
        self, pieces: Tensor, features: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return the same, and the early guess at the cue tags."""
        x = self.eln(pieces + self.pos.weight[: pieces.shape[1]] + self.typ)
        x = early = self.drop(x + self.feats(one_hot(features, FEATURES)))
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            early = x if number == EARLY else early
        heads = (self.cue(x), self.glob(x), self.early(early))
        cues, roles, guessed = (scores.float().log_softmax(-1) for scores in heads)
        return x, cues, roles, guessed

    def start_from(self, stored: dict[str, np.ndarray]) -> None:
        """Take over the weights of the package."""

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


class Roles(nn.Module):
    """The roles of words about anchors.

    Vectors of words and of anchors in; log probabilities, anchors by words by five tags, out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.A, self.B = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.M = nn.Linear(WIDTH, WIDTH, bias=False)
        self.P = nn.Linear(WIDTH, HIDDEN, bias=False)
        self.rel = nn.Linear(sum(RELATIONS), HIDDEN, bias=False)
        self.mid, self.out = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, 5)
        self.stance = nn.Linear(WIDTH, len(get_args(Stance)))
        self.drop = Dropout()

    def forward(self, words: Tensor, anchors: Tensor, relations: Tensor) -> Tensor:
        """See the class; ``relations`` are anchors by words by columns."""
        own = self.A(words)[None] + self.B(anchors)[:, None]
        return self._roles(own, self.M(anchors)[:, None] * words[None], relations)

    def pairs(
        self, words: Tensor, anchors: Tensor, at: tuple[Tensor, Tensor], relations: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the same for some pairs of words and anchors, by their numbers, and stances."""
        own = self.A(words)[at[0]] + self.B(anchors)[at[1]]
        roles = self._roles(own, self.M(anchors)[at[1]] * words[at[0]], relations)
        return roles, self.stance(self.drop(anchors)).float().log_softmax(-1)

    def _roles(self, own: Tensor, both: Tensor, relations: Tensor) -> Tensor:
        x = own + self.P(both) + self.rel(one_hot(relations, RELATIONS))
        x = fn.gelu(self.mid(self.drop(fn.gelu(x))))
        return self.out(x).float().log_softmax(-1)
