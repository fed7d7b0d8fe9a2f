"""The hostile server, in the clear and in TLS, and names that lead to it and elsewhere."""

from __future__ import annotations

import datetime
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.capture.hostile.cases import CASES
from tests.capture.hostile.server import Script, Server

DAY = datetime.timedelta(days=1)
NOW = datetime.datetime.now(datetime.UTC)


def _certificate(
    name: str, key: Any, signer: tuple[str, Any], *, until: datetime.datetime = NOW + DAY
) -> x509.Certificate:
    def named(words: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, words)])

    signs = signer[0] == name
    building = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(signer[0]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - 9 * DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=signs, path_length=None), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer[1].public_key()), False
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )
    if signs:
        no = "content_commitment key_encipherment data_encipherment key_agreement"
        every = dict.fromkeys([*no.split(), "encipher_only", "decipher_only"], False)
        usage = x509.KeyUsage(digital_signature=True, key_cert_sign=True, crl_sign=True, **every)
        building = building.add_extension(usage, critical=True)
    return building.sign(signer[1], hashes.SHA256())


@pytest.fixture(scope="session")
def secured(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The server's side of TLS, which has a certificate of its own for each name; and ours."""
    folder = tmp_path_factory.mktemp("tls")
    signer = ("Test", ec.generate_private_key(ec.SECP256R1()))
    contexts: dict[str, ssl.SSLContext] = {}

    def context_of(name: str) -> ssl.SSLContext:
        if name not in contexts:
            contexts[name] = _server_side(folder, name, signer)
        return contexts[name]

    def choose(opened: ssl.SSLSocket, name: str | None, _: ssl.SSLContext) -> None:
        opened.context = context_of(name or "test")

    server = _server_side(folder, "test", signer)
    server.sni_callback = choose  # type: ignore[assignment]
    ours = ssl.create_default_context()
    root = _certificate("Test", signer[1], signer)
    ours.load_verify_locations(cadata=root.public_bytes(serialization.Encoding.PEM).decode())
    return server, ours


def _server_side(folder: Path, name: str, signer: tuple[str, Any]) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    kind = name.removesuffix(".test")
    said = "somebody.test" if kind == "of-another-name" else name
    until = NOW - DAY if kind == "outdated" else NOW + DAY
    made = _certificate(said, key, (name, key) if kind == "self-signed" else signer, until=until)
    file = folder / f"{name}.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.fixture(scope="session")
def servers(secured: tuple[ssl.SSLContext, ssl.SSLContext]) -> Iterator[tuple[Server, Server]]:
    """The server in the clear, and that in TLS."""
    scripts: dict[str, Script] = {}
    for case in CASES:
        scripts |= {f"{case.name}.test/page": case.answer, **_places(case.name, case.others)}
    both = Server(scripts), Server(scripts, secured[0])
    yield both
    for server in both:
        server.close()


def _places(name: str, others: dict[str, Script]) -> dict[str, Script]:
    return {
        place if "." in place else f"{name}.test{place}": each for place, each in others.items()
    }


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """All names lead to loopback, which counts as public here, except those that lead inside."""
    real, asked = socket.getaddrinfo, dict[str, int]()

    def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        asked[host] = asked.get(host, 0) + 1
        if host == "unknown.test":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if not host.endswith(".test"):
            return real(host, port, *args, **kwargs)
        inside = host in {"inside.test", "half-inside.test"}
        if host == "rebound.test" and asked[host] > 2:  # asked for robots.txt and the page
            inside = True
        address = "10.1.2.3" if inside else "127.0.0.1"
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]
        return [(2, 1, 6, "", ("127.0.0.1", port)), *found] if "half" in host else found

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("recoupe.capture.addresses.is_public", lambda at: at == "127.0.0.1")
