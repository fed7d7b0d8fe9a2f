"""Web archives made by others (WARC, WACZ) to captures, record by record, whatever their size."""

from recoupe.capture.archives.account import Account, Accounts
from recoupe.capture.archives.kinds import ARCHIVES, ArchiveKind, archive_kind
from recoupe.capture.archives.reading import archive_captures
from recoupe.capture.archives.shown import Held, asked_as, shown_in

__all__ = [
    "ARCHIVES",
    "Account",
    "Accounts",
    "ArchiveKind",
    "Held",
    "archive_captures",
    "archive_kind",
    "asked_as",
    "shown_in",
]
