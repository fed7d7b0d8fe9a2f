"""Verification: every hash, span and row computed anew, and the log's chain, on one snapshot."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from recoupe.errors import UsageError
from recoupe.store import chain
from recoupe.store.database import Database
from recoupe.store.records import Verification
from recoupe.store.vault import Vault
from recoupe.store.verification.articles import ArticleCheck
from recoupe.store.verification.captured import check_bytes
from recoupe.store.verification.checked import check_cross_check, out_of_date
from recoupe.store.verification.database import (
    check_database,
    check_guards,
    check_kinds,
    check_names,
    check_parties,
)
from recoupe.store.verification.findings import Findings, Progress
from recoupe.store.verification.followed import check_pages, check_watches
from recoupe.store.verification.indexed import WordCheck
from recoupe.store.verification.kept import (
    check_captures,
    check_casefile,
    check_failures,
    check_jobs,
    check_metadata,
    check_records,
    check_reviews,
)
from recoupe.store.verification.log import check_chain, check_lines_have_rows
from recoupe.store.verification.meaning import WHAT_HASHES_PROVE
from recoupe.store.verification.proved import check_proofs
from recoupe.store.verification.reports import check_reports
from recoupe.store.verification.shown import check_shown

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

__all__ = ["WHAT_HASHES_PROVE", "Progress", "verify"]

_HASH: Final = re.compile("[0-9a-f]{64}")
_CHECKS: Final[Sequence[tuple[str, Callable[[Connection, Findings], None]]]] = (
    ("triggers", check_guards),
    ("rows", check_names),
    ("audit_log", check_lines_have_rows),
    ("casefile", check_casefile),
    ("captures", check_captures),
    ("records", check_records),
    ("article_metadata", check_metadata),
    ("reviews", check_reviews),
    ("failures", check_failures),
    ("jobs", check_jobs),
    ("article_media", check_shown),
    ("watches", check_watches),
    ("watched_pages", check_pages),
    ("reports", check_reports),
    ("parties", check_parties),
    ("cross_check", check_cross_check),
)
"""What is checked by itself, by where a problem with that is told."""


def verify(
    database: Database,
    vault: Vault,
    *,
    head: str | None = None,
    roots: Sequence[Certificate] = (),
    progress: Progress | None = None,
) -> Verification:
    """Recompute everything and return what does not fit, of one snapshot whatever others write.

    ``head`` is a hash that somebody noted earlier, which must still be in the log's chain.
    ``roots`` are certificates under which tokens of time-stamping authorities must be signed.
    ``progress`` is told what is counted. However damaged the casefile is, this returns; it raises
    :class:`UsageError` where ``head`` is no hash, :class:`StoreError` where the database does not
    open at all.
    """
    noted = None if head is None else head.strip().lower()
    if noted is not None and not _HASH.fullmatch(noted):
        raise UsageError(f"{head!r} is no hash", where="--head", remedy="give all 64 digits of it")
    findings = Findings(progress, goes_on=database.on_sqlite)
    newest = chain.START
    with database.reading() as connection:
        with findings.section(connection, "database"):
            check_database(connection, findings)
        with findings.section(connection, "columns"):
            check_kinds(connection, findings)
        with findings.section(connection, "audit_log"):
            newest = check_chain(connection, findings, noted)
        with findings.section(connection, "captures/"):
            check_bytes(connection, vault, findings)
        for where, check in _CHECKS:
            with findings.section(connection, where):
                check(connection, findings)
        words = WordCheck(findings, on_sqlite=database.on_sqlite)
        with findings.section(connection, "articles"):
            ArticleCheck(connection, findings, words).run()
        with findings.section(connection, "index of words"):
            words.finish(connection)
        notes: tuple[str, ...] = ()
        with findings.section(connection, "cross_check"):
            notes = out_of_date(connection)
        with findings.section(connection, "proofs"):
            notes = (*notes, *check_proofs(connection, findings, roots))
    return Verification(dict(findings.checked), newest, findings.problems(), notes)
