"""Web archives made by others (WARC, WACZ) to captures, record by record, whatever their size."""

from recoupe.capture.archives.account import Account, Accounts
from recoupe.capture.archives.kinds import ARCHIVES, ArchiveKind, archive_kind
from recoupe.capture.archives.reading import archive_captures

__all__ = ["ARCHIVES", "Account", "Accounts", "ArchiveKind", "archive_captures", "archive_kind"]
