"""Servers of the tests' own that give proofs of time: an authority by openssl, and a calendar."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp

_CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
"""


@dataclass
class Authority:
    """A time-stamping authority: its folder, its address, and what it does with requests."""

    folder: Path
    url: str = ""
    answers: bytes | None = None
    status: int = 200
    seen: list[bytes] = field(default_factory=list)

    @property
    def root(self) -> Path:
        return self.folder / "root.pem"

    def answer(self, request: bytes) -> bytes:
        """Stamp a request as the standard says."""
        self.seen.append(request)
        if self.answers is not None:
            return self.answers
        asked, told = self.folder / "asked.tsq", self.folder / "told.tsr"
        asked.write_bytes(request)
        _openssl(
            self.folder,
            "ts",
            "-reply",
            "-config",
            "tsa.cnf",
            "-queryfile",
            asked.name,
            "-out",
            told.name,
        )
        return told.read_bytes()


def new_authority(folder: Path) -> Authority:
    """Return an authority with keys and certificates of its own."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here: apt-get install openssl")
    (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
    (folder / "serial").write_text("01")
    for name, subject, more in (
        ("root", "/CN=Root of the tests", ("-extensions", "ca")),
        (
            "tsa",
            "/CN=Clock of the tests",
            ("-extensions", "signer", "-CA", "root.pem", "-CAkey", "root.key"),
        ),
    ):
        _openssl(
            folder,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "30",
            "-config",
            "tsa.cnf",
            "-subj",
            subject,
            "-keyout",
            f"{name}.key",
            "-out",
            f"{name}.pem",
            *more,
        )
    return Authority(folder)


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)  # noqa: S607


@dataclass
class Calendar:
    """A calendar of OpenTimestamps: promises, and keeps its promise once ``known``."""

    url: str = ""
    known: bool = False
    seen: list[bytes] = field(default_factory=list)

    def promise(self, digest: bytes) -> bytes:
        self.seen.append(digest)
        made = Timestamp(digest)
        after = made.ops.add(OpAppend(b"nonce")).ops.add(OpSHA256())
        after.attestations.add(PendingAttestation(self.url))
        return _serialized(made)

    def way(self, commitment: bytes) -> bytes | None:
        """Return the way from a commitment to a block, ``None`` while there is none."""
        if not self.known:
            return None
        made = Timestamp(commitment)
        root = made.ops.add(OpAppend(b"others")).ops.add(OpSHA256())
        root.attestations.add(BitcoinBlockHeaderAttestation(735_000))
        return _serialized(made)


def root_of(digest: bytes) -> str:
    """Return the Merkle root that the calendar's blocks have for a digest, as explorers show it."""
    commitment = hashlib.sha256(digest + b"nonce").digest()
    return hashlib.sha256(commitment + b"others").digest()[::-1].hex()


def _serialized(made: Timestamp) -> bytes:
    context = BytesSerializationContext()
    made.serialize(context)
    written: bytes = context.getbytes()
    return written


@contextmanager
def serving(server: Authority | Calendar) -> Iterator[str]:
    """Serve an authority or a calendar on loopback; yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            if isinstance(server, Authority):
                self._tell(server.status, server.answer(content))
            else:
                self._tell(200, server.promise(content))

        def do_GET(self) -> None:
            assert isinstance(server, Calendar)
            found = server.way(bytes.fromhex(self.path.rpartition("/")[2]))
            self._tell(404 if found is None else 200, found or b"pending")

        def _tell(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{listening.server_port}"
    try:
        yield server.url
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    """A time-stamping authority that answers on loopback."""
    folder = tmp_path / "authority"
    folder.mkdir()
    made = new_authority(folder)
    with serving(made):
        yield made


@pytest.fixture
def calendar() -> Iterator[Calendar]:
    """A calendar that answers on loopback."""
    made = Calendar()
    with serving(made):
        yield made
