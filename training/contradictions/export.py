r"""Write the trained network as Recoupe ships it: one ONNX graph, its linear maps in 8 bits.

    PYTHONPATH=training/statements python training/contradictions/export.py BUILD \
        src/recoupe/comparison/contradiction/weights

As in ``training/statements/export.py``, seven of the eight bits are used.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from reader import Reader
from torch import Tensor, nn
from train import LAYERS

from model import WIDTH

OPSET = 17


class Bare(nn.Module):
    """The network without what only training looks at."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, sides: Tensor, marks: Tensor) -> Tensor:
        """Return the log probabilities of the labels."""
        return self.reader(pieces, sides, marks)[0]


def export(reader: Reader, to: Path) -> None:
    """Write the network in 8 bits."""
    row = torch.tensor([[0] * 5 + [1] * 4])
    given = ["pieces", "sides", "marks"]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "reader.onnx"
        torch.onnx.export(
            Bare(reader).eval(),
            (torch.zeros(1, 9, WIDTH), row, row),
            str(plain),
            input_names=given,
            output_names=["relations"],
            dynamic_axes={name: {0: "pairs", 1: "pieces"} for name in given},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain, to, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("to", type=Path)
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    reader = Reader(LAYERS)
    reader.load_state_dict(torch.load(options.build / "reader.pt", weights_only=True))
    export(reader, options.to / "reader.onnx")
    print(f"{(options.to / 'reader.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
