"""Tokens of time-stamping authorities (RFC 3161): whoever trusts the authority trusts its time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recoupe.capture.proving.sending import answer
from recoupe.errors import ProofError, UsageError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

_QUERY: Final = "application/timestamp-query"
_REPLY: Final = "application/timestamp-reply"
_GRANTED: Final = 0
_SHA256: Final = "2.16.840.1.101.3.4.2.1"


@dataclass(frozen=True, slots=True)
class Token:
    """What a token says: the hash, when (ISO 8601, UTC), and who signed, if a certificate says."""

    sha256: str
    at: str
    signer: str | None


def stamped(data: bytes, authority: str, *, allow_private: bool = False) -> bytes:
    """Return an authority's response to the SHA-256 of ``data``, which is all that is sent.

    Raises the :class:`FetchError` that fits, :class:`ProofError` where the response is none, or is
    for something else.
    """
    require()
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    request = TimestampRequestBuilder(data=data, hash_algorithm=HashAlgorithm.SHA256).build()
    content = answer(
        authority,
        request.as_bytes(),
        media_type=_QUERY,
        accept=_REPLY,
        allow_private=allow_private,
    )
    response = _decoded(content, authority)
    if read(content, where=authority).sha256 != hashlib.sha256(data).hexdigest():
        raise ProofError("stamped something else than it was sent", where=authority)
    if response.tst_info.nonce != request.nonce:
        raise ProofError("gave an old answer: its nonce is not ours", where=authority)
    return content


def read(token: bytes, *, where: str) -> Token:
    """Return what a token says; raise :class:`ProofError` where it is none."""
    require()
    said = _decoded(token, where).tst_info
    if said.message_imprint.hash_algorithm.dotted_string != _SHA256:
        raise ProofError("stamps no SHA-256", where=where)
    at = said.gen_time.isoformat(timespec="seconds")
    return Token(said.message_imprint.message.hex(), at, _signer(token, where))


def check(token: bytes, sha256: str, roots: Sequence[Certificate], *, where: str) -> None:
    """Raise :class:`ProofError` unless a token is for this hash and signed under one of ``roots``.

    Certificates count as of the time of the token: they may have run out since.
    """
    from rfc3161_client import VerificationError, VerifierBuilder

    response = _decoded(token, where)
    try:
        VerifierBuilder(roots=list(roots)).build().verify(response, bytes.fromhex(sha256))
    except VerificationError as error:
        raise ProofError(f"does not hold: {error}", where=where) from None


def certificates(path: Path) -> list[Certificate]:
    """Return the certificates of a PEM file; raise :class:`UsageError` where there are none."""
    require()
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UsageError(
            f"holds no certificates: {error}",
            where=str(path),
            remedy="give the root certificate of the authority, in PEM",
        ) from None


def require() -> None:
    """Raise :class:`UsageError` where what reads tokens is not installed."""
    from importlib.util import find_spec

    if find_spec("rfc3161_client") is None:
        raise UsageError(
            "needs a package that is not installed",
            where="proofs of time",
            remedy="pip install 'recoupe[proof]'",
        )


def _decoded(content: bytes, where: str) -> TimeStampResponse:
    from rfc3161_client import decode_timestamp_response

    try:
        response = decode_timestamp_response(content)
    except ValueError as error:
        raise ProofError(f"is no response of RFC 3161: {error}", where=where) from None
    if response.status != _GRANTED:
        why = " ".join(response.status_string) or f"status {response.status}"
        raise ProofError(f"was refused: {why}", where=where)
    return response


def _signer(token: bytes, where: str) -> str | None:
    from cryptography.x509 import load_der_x509_certificate

    signed = _decoded(token, where).signed_data
    signers = {(one.issuer, one.serial_number) for one in signed.signer_infos}
    for content in signed.certificates:
        one = load_der_x509_certificate(content)
        if (one.issuer, one.serial_number) in signers:
            return one.subject.rfc4514_string()
    return None
