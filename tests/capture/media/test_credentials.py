"""Whether a picture holds a manifest of C2PA: seen from its bytes, checked where a reader is."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from recoupe.capture.media.credentials import credentials_of, has_manifest
from recoupe.model import Credentials

AT = "https://paper.example/pier.jpg"
_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def chunk(name: bytes, content: bytes = b"-") -> bytes:
    return len(content).to_bytes(4, "big") + name + content + b"\0" * 4


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(segments) + b"\xff\xda\0\x02...."


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = (
        name + len(told).to_bytes(4, "little") + told + b"\0" * (len(told) % 2)
        for name, told in chunks
    )
    return b"RIFF\0\0\0\0WEBP" + b"".join(parts)


SIGNED = jpeg(segment(0xEB, b"JP\0\x01\0\0\0\x01\0\0\0\x20jumb....c2pa"))


@pytest.mark.parametrize(
    ("content", "there"),
    [
        (SIGNED, True),
        (jpeg(), False),
        (jpeg(segment(0xE1, b"Exif jumb c2pa")), False),
        (jpeg() + b"jumb c2pa", False),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"-" * 13) + chunk(b"caBX"), True),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"caBX"), False),
        (riff((b"VP8 ", b"odd"), (b"C2PA", b"....")), True),
        (riff((b"VP8 ", b"C2PA")), False),
        (box(b"ftyp", b"isom") + box(b"uuid", _UUID + b"...."), True),
        (box(b"ftyp", b"isom") + box(b"mdat", _UUID), False),
        (box(b"ftyp", b"isom") + b"\0\0\0\0mdat", False),
        (b"", False),
        (b"\xff\xd8\xff", False),
        (b"\x89PNG\r\n\x1a\n\0", False),
    ],
)
def test_a_manifest_is_seen_where_the_format_has_it(content: bytes, there: bool) -> None:
    assert has_manifest(content) is there


def test_without_a_reader_all_that_is_known_is_that_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert credentials_of(AT, SIGNED) == Credentials(AT)
    assert credentials_of(AT, jpeg()) is None


def reader(state: str, document: dict[str, Any]) -> SimpleNamespace:
    """Return a reader that finds this in every picture, and refuses to ask the network."""

    def settings(told: dict[str, Any]) -> dict[str, Any]:
        assert told["verify"]["remote_manifest_fetch"] is False
        return told

    made = SimpleNamespace(json=lambda: json.dumps(document), get_validation_state=lambda: state)
    return SimpleNamespace(
        sdk_version=lambda: "9.1",
        Settings=SimpleNamespace(from_dict=settings),
        Context=lambda told: told,
        Reader=lambda _type, _stream, context: made if context else None,
    )


SAID = {
    "active_manifest": "one",
    "manifests": {
        "one": {
            "signature_info": {"issuer": "Paper Photos", "common_name": "Camera 7"},
            "claim_generator_info": [{"name": "Test Camera", "version": "1"}],
        }
    },
}


@pytest.mark.parametrize(
    ("state", "valid"), [("Valid", True), ("Trusted", True), ("Invalid", False)]
)
def test_a_reader_tells_who_signed_and_by_what(
    monkeypatch: pytest.MonkeyPatch, state: str, valid: bool
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", reader(state, SAID))
    assert credentials_of(AT, SIGNED) == Credentials(
        AT, "c2pa 9.1", valid=valid, signer="Camera 7, Paper Photos", tool="Test Camera 1"
    )


def test_a_manifest_that_cannot_be_read_is_not_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", reader("Valid", {}))
    assert credentials_of(AT, SIGNED) == Credentials(AT, "c2pa 9.1", valid=False)
