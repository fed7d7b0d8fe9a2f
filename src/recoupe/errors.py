"""One tree of errors, each written for the person who has to act on it.

An error says what is wrong, where (an input, an article id, offsets) and what to do next. Anything
that goes wrong with one report is a :class:`ReportError`: the run records it and goes on.
"""

from __future__ import annotations

from typing import ClassVar


class RecoupeError(Exception):
    """Base of every error that Recoupe raises on purpose.

    ``str(error)`` is one line: ``where: what; remedy``. ``kind`` is the stable name written into
    failure records; ``retryable`` says whether the same call may work later unchanged.
    """

    kind: ClassVar[str] = "error"
    retryable: ClassVar[bool] = False
    exit_status: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}; {self.remedy}" if self.remedy else text

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.remedy)


def _rebuild(kind: type[RecoupeError], what: str, where: str, remedy: str) -> RecoupeError:
    return kind(what, where=where, remedy=remedy)


class UsageError(RecoupeError):
    """The command was asked for something it does not do."""

    kind = "usage"
    exit_status = 2


class InternalError(RecoupeError):
    """A step failed in a way nobody foresaw; the report is recorded as failed, the run goes on."""

    kind = "internal"


def unforeseen(error: Exception, where: str) -> InternalError:
    """Return the error that a person sees, on one line, for one that nobody foresaw."""
    return InternalError(
        f"{type(error).__name__}: {' '.join(str(error).split())}",
        where=where,
        remedy="run again with --debug and report it with the trace",
    )


class SpanError(RecoupeError):
    """A span was asked for that is not in the article's text."""

    kind = "span"


class PackError(RecoupeError):
    """A language pack's table is missing, malformed or inconsistent."""

    kind = "language_pack"


class ModelMissingError(RecoupeError):
    """A model that a language pack names is not installed."""

    kind = "model_missing"


class GoldMissingError(RecoupeError):
    """The gold data that an evaluation needs are not on this machine."""

    kind = "gold_missing"


class KnownListError(RecoupeError):
    """A list of known people and bodies cannot be read, named or found."""

    kind = "known_list"


class GazetteerError(RecoupeError):
    """A gazetteer cannot be imported, found or opened."""

    kind = "gazetteer"


class FloorError(RecoupeError):
    """A score fell below its pinned floor."""

    kind = "floor"


class EngineError(RecoupeError):
    """The engine that was asked for is not installed, or cannot start its workers."""

    kind = "engine"
    exit_status = 2


class RecordError(RecoupeError):
    """A record was given with a field that it does not have, or a value that it cannot have."""

    kind = "record"
    exit_status = 2


class ProofError(RecoupeError):
    """A proof of time could not be had, or does not hold."""

    kind = "proof"
    exit_status = 4


class StoreError(RecoupeError):
    """A store could not keep or find what it was asked for."""

    kind = "store"


class ReadOnlyError(StoreError):
    """Something was to be written where a casefile can only be read."""

    kind = "read_only"


class CasefileMissingError(StoreError):
    """There is no casefile where one was named, or there is one already where none may be."""

    kind = "casefile_missing"
    exit_status = 2


class CasefileBusyError(StoreError):
    """Another program keeps the casefile locked."""

    kind = "casefile_busy"
    retryable = True


class CasefileDamagedError(StoreError):
    """The casefile's own bytes are damaged."""

    kind = "casefile_damaged"


class CasefileVersionError(StoreError):
    """The casefile was made by a newer program, or could not be brought up to date."""

    kind = "casefile_version"


class StorageFullError(StoreError):
    """The disk is full, or may not be written to."""

    kind = "storage_full"
    retryable = True


class StaleReviewError(StoreError):
    """Somebody else reviewed the record since the author looked at it."""

    kind = "stale_review"


class VerificationError(StoreError):
    """Something kept is not as it was when it was kept."""

    kind = "verification"
    exit_status = 4


class ReportError(RecoupeError):
    """One report could not be read; the others are unharmed."""

    kind = "report"
    exit_status = 3


class MissingInputError(ReportError):
    """The file or folder is not there, or may not be read."""

    kind = "missing_input"


class EmptyInputError(ReportError):
    """There are no words in the input."""

    kind = "empty_input"


class BinaryInputError(ReportError):
    """The bytes are not text, HTML or JSON."""

    kind = "binary_input"


class TooLargeError(ReportError):
    """A limit on size, depth or number was passed."""

    kind = "too_large"


class EncodingError(ReportError):
    """The bytes cannot be decoded in any charset that fits them."""

    kind = "encoding"


class MalformedInputError(ReportError):
    """The input is not the JSON, HTML or text that it says it is."""

    kind = "malformed_input"


class NoArticleError(ReportError):
    """The page holds no article."""

    kind = "no_article"


class UnknownLanguageError(ReportError):
    """No language pack reads this language."""

    kind = "unknown_language"


class DateError(ReportError):
    """A publication date is impossible, or lies in the future."""

    kind = "date"


class MediaError(ReportError):
    """A picture or film could not be looked at; the report that shows it is unharmed."""

    kind = "media"


class WorkerLostError(ReportError):
    """The process that worked on it ended, each time it was tried; the others are unharmed."""

    kind = "worker_lost"


class DeadlineError(WorkerLostError):
    """It took longer than anything may, each time it was tried."""

    kind = "deadline"


class FetchError(ReportError):
    """An address could not be fetched."""

    kind = "fetch"


class UnreachableError(FetchError):
    """The host did not answer, or the connection broke."""

    kind = "unreachable"
    retryable = True


class CertificateError(FetchError):
    """The server does not prove to be the host that was asked for."""

    kind = "certificate"


class RedirectError(FetchError):
    """The address redirects too often or in a circle."""

    kind = "redirect"


class ForbiddenAddressError(FetchError):
    """The address is private, local or of a scheme that is not fetched."""

    kind = "forbidden_address"


class HttpStatusError(FetchError):
    """The server refused the page."""

    kind = "http_status"


class ServerBusyError(HttpStatusError):
    """The server is overloaded or asks to come back later: in ``wait`` seconds, if it says so."""

    kind = "http_busy"
    retryable = True

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", wait: float | None = None
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.wait = wait

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_busy, (self.what, self.where, self.remedy, self.wait)


def _rebuild_busy(what: str, where: str, remedy: str, wait: float | None) -> ServerBusyError:
    return ServerBusyError(what, where=where, remedy=remedy, wait=wait)
