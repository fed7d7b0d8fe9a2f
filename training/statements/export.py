"""Write the trained network as Recoupe ships it: two ONNX graphs, the encoder in 8 bits.

    python training/statements/export.py BUILD src/recoupe/reading/attributions/tagging/weights

Weights of the encoder's linear maps become 8-bit integers, one scale a column, of which seven bits
are used: processors without VNNI would overflow with eight. Attention, norms and the second graph
stay in 32 bits.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from model import FEATURES, WIDTH, Encoder, Roles
from recoupe.reading.attributions.tagging.features import RELATIONS

OPSET = 17


def export_encoder(encoder: Encoder, to: Path) -> None:
    """Write the encoder with its first head, in 8 bits."""
    example = (torch.zeros(1, 9, WIDTH), torch.zeros(1, 9, len(FEATURES), dtype=torch.int64))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            encoder,
            example,
            str(plain),
            input_names=["pieces", "features"],
            output_names=["vectors", "cues", "roles"],
            dynamic_axes={name: {0: "chunks", 1: "pieces"} for name in ("pieces", "features")},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            plain, to, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def export_roles(roles: Roles, to: Path) -> None:
    """Write the second head."""
    grid = torch.zeros(2, 9, len(RELATIONS), dtype=torch.int64)
    torch.onnx.export(
        roles,
        (torch.zeros(9, WIDTH), torch.zeros(2, WIDTH), grid),
        str(to),
        input_names=["words", "anchors", "relations"],
        output_names=["roles"],
        dynamic_axes={
            "words": {0: "words"},
            "anchors": {0: "anchors"},
            "relations": {0: "anchors", 1: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path)
    parser.add_argument("to", type=Path)
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    encoder, roles = Encoder().eval(), Roles().eval()
    stored = torch.load(options.build / "network.pt", weights_only=True)
    for name, part in (("encoder.", encoder), ("roles.", roles)):
        part.load_state_dict(
            {key.removeprefix(name): value for key, value in stored.items() if key.startswith(name)}
        )
    export_encoder(encoder, options.to / "encoder.onnx")
    export_roles(roles, options.to / "roles.onnx")
    for name in ("pieces.model", "vectors.npz"):
        shutil.copy(options.build / name, options.to / name)
    for path in sorted(options.to.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
