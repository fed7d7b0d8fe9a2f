"""A picture that a test authority signed, read by the real reader, where one is installed."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from recoupe.capture.media.credentials import credentials_of, has_manifest
from tests.pictures import jpeg, photo

c2pa = pytest.importorskip("c2pa")

AT = "https://paper.example/pier.jpg"
SAID = {
    "claim_generator_info": [{"name": "Test Camera", "version": "1"}],
    "format": "image/jpeg",
    "title": "The pier",
    "assertions": [
        {"label": "c2pa.actions", "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"}]}}  # noqa: E501
    ],
}  # fmt: skip


def named(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Paper Photos"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def usage(*, signs: bool) -> x509.KeyUsage:
    """Return what a key is for: certificates, or what a camera makes."""
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def certificate(
    key: ec.EllipticCurvePrivateKey, name: str, by: ec.EllipticCurvePrivateKey, whose: str
) -> x509.Certificate:
    """Return the certificate of a camera, or of the authority that signs it."""
    authority = name == whose
    now = datetime.now(UTC)
    told = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(whose))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(usage(signs=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False
        )
    )
    if not authority:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        told = told.add_extension(purpose, critical=False)
    return told.sign(by, hashes.SHA256())


@pytest.fixture(scope="module")
def signed() -> bytes:
    """A photograph with a manifest that a camera signed."""
    root, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    chain = [
        certificate(own, "Camera 7", root, "Test Authority"),
        certificate(root, "Test Authority", root, "Test Authority"),
    ]
    pem = b"".join(one.public_bytes(serialization.Encoding.PEM) for one in chain)
    key = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    info: Any = c2pa.C2paSignerInfo(alg=b"es256", sign_cert=pem, private_key=key, ta_url=None)
    out = io.BytesIO()
    with c2pa.Signer.from_info(info) as signer, c2pa.Builder(json.dumps(SAID)) as builder:
        builder.sign(signer, "image/jpeg", io.BytesIO(jpeg(photo(1))), out)
    return out.getvalue()


def test_who_signed_a_picture_and_with_what_is_read(signed: bytes) -> None:
    assert has_manifest(signed)
    found = credentials_of(AT, signed)
    assert found is not None
    assert (found.image, found.valid) == (AT, True)
    assert "Paper Photos" in (found.signer or "")
    assert (found.tool or "").startswith("Test Camera 1")
    assert (found.reader or "").startswith("c2pa ")


def test_a_picture_that_was_altered_after_that_is_not_valid(signed: bytes) -> None:
    at = len(signed) - 400
    altered = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    found = credentials_of(AT, altered)
    assert found is not None
    assert found.valid is False


def test_a_picture_that_nobody_signed_has_none() -> None:
    assert credentials_of(AT, jpeg(photo(1))) is None
