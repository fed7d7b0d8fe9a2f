"""Records cut out of a web archive's bytes, one by one, and found again behind damage.

A record is kept as it stands in the archive, to the byte. That, and going on after damage, is why
they are cut here and not by a library that hands out what it understood of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recoupe.capture.archives.heads import BLANK, VERSION, Head, read_head
from recoupe.capture.archives.streams import DamagedError, Source
from recoupe.capture.limits import Limits
from recoupe.capture.sniffing import HEAD
from recoupe.errors import MalformedInputError

END: Final = b"\r\n\r\n"
"""What stands behind each record."""
_AGAIN: Final = re.compile(rb"\n(?=WARC/(?:0\.1[78]|1\.\d{1,2})[ \t]*\r?\n)")
_LONGEST: Final = 32
"""Bytes in which a record's first line stands, with the line end before it."""
_LONGEST_HEAD: Final = 1 << 16
_NEWLINES: Final = 1 << 10
_TRIMMED: Final = 1 << 20
_ENDS: Final = re.compile(rb"[\r\n]*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A record as it stands in the archive.

    ``content`` is its head and, from ``block`` on, its block; of one that is not ``whole``, since
    it is too large, only the beginning. ``member`` is the gzip member that holds it and nothing
    else, if the archive has one. ``offset`` is where to read it again and ``end`` where to stop
    then, ``None`` where that is nowhere. ``number`` counts from 1 what is cut or broken.
    """

    number: int
    head: Head
    content: bytes
    block: int
    whole: bool = True
    member: bytes | None = None
    offset: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A record, or what stands where one should, that cannot be read."""

    number: int
    error: MalformedInputError


class Cutter:
    """Cuts the records of one archive, called ``where``; blocks over the limit are passed over."""

    def __init__(self, source: Source, *, where: str, limits: Limits, first: int = 0) -> None:
        self._source = source
        self._where = where
        self._most = limits.max_bytes + _LONGEST_HEAD
        self.number = first
        self._held = bytearray()
        self._at = 0
        self._gone = 0  # bytes of this member that are held no more
        self._alone = True  # nothing is held of other members
        self._members = 0
        self._next = b""  # the first piece of the next member, where that begins with a record
        self._damage: str | None = None
        self._over = False
        self._silent = False

    def __iter__(self) -> Iterator[Cut | Broken]:
        """Yield each record, or what is broken in its place, in order."""
        while self._to_record():
            try:
                yield self._record()
                self._silent = False
            except MalformedInputError as error:
                if not self._silent:  # of one stretch of damage it is told once
                    self.number += 1
                    yield Broken(self.number, error)
                self._silent = True

    def _to_record(self) -> bool:
        """Go to where the next record should begin; return whether anything is left."""
        while True:
            self._at = _newlines(self._held, self._at)
            self._trim()
            if self._at < len(self._held) or self._damage is not None:
                return True
            if not self._more():
                return False

    def _more(self) -> bool:
        """Hold one piece more, of the next member if this one is at its end; return if it did.

        What was held of another member is forgotten.
        """
        if self._next:
            self._forget()
            self._held += self._next
            self._next = b""
            return True
        if self._over:
            return False
        try:
            piece = self._source.read()
            if not piece:
                self._forget()
                self._over = not self._source.advance()
            self._held += piece
        except DamagedError as error:
            self._damage = str(error)
        return not self._over

    def _forget(self) -> None:
        self._held.clear()
        self._at = self._gone = 0
        self._alone = True
        self._members += 1

    def _trim(self) -> None:
        if self._at > max(_TRIMMED, len(self._held) // 2) or self._at == len(self._held):
            del self._held[: self._at]
            self._gone += self._at
            self._at = 0

    def _fill(self, size: int) -> bool:
        """Hold ``size`` bytes from where we are; return whether there are so many in this record.

        There are not where the file ends or is damaged, or the next member begins with a record.
        """
        while len(self._held) - self._at < size:
            if self._damage is not None or self._next or self._over:
                return False
            try:
                piece = self._source.read()
                if not piece:
                    if not self._source.advance():
                        self._over = True
                        return False
                    piece = self._source.read()
                    if VERSION.match(piece):
                        self._next = piece
                        return False
                    self._alone = False
            except DamagedError as error:
                self._damage = str(error)
                return False
            self._held += piece
        return True

    def _record(self) -> Cut:
        """Return the record that begins here; raise where there is none, and go to the next."""
        start = self._gone + self._at
        place = self._source.place(start) if self._alone else None
        begun = self._alone and not start
        where = f"{self._where}#{self.number + 1}"
        length = self._head_length()
        if length is None:
            raise self._broken("no record begins where one should", where, 1)
        self._silent = False
        try:
            head = read_head(bytes(self._held[self._at : self._at + length]), where=where)
        except MalformedInputError as error:
            raise self._broken(error.what, where, length) from None
        size = length + head.length
        if not self._hold(length, size):
            raise self._broken("it ends before its Content-Length", where, length)
        whole = size <= self._most
        held = size if whole else min(size, length + HEAD)
        content = bytes(self._held[self._at : self._at + held])
        closed = self._closed(held)
        if closed is None:
            raise self._broken("it does not end at its Content-Length", where, length)
        self.number += 1
        alone = begun and closed == END and self._at == len(self._held) and not self._next
        member = self._source.member if whole and alone else None
        end = self._source.place(start + size + len(END)) if member is None else None
        if member is not None and place is not None:
            end = place + len(member)
        return Cut(self.number, head, content, length, whole, member, place, end)

    def _head_length(self) -> int | None:
        """Return how long the head is that begins here, ``None`` where none does."""
        looked = self._at
        while True:
            held = len(self._held) - self._at
            if held >= _LONGEST and VERSION.match(self._held, self._at) is None:
                return None
            if found := BLANK.search(self._held, looked):
                whole = VERSION.match(self._held, self._at) is not None
                return found.end() - self._at if whole else None
            if held > _LONGEST_HEAD or not self._fill(held + 1):
                return None
            looked = max(self._at, self._at + held - len(END))

    def _hold(self, length: int, size: int) -> bool:
        """Hold a record of ``size``; of one that is too large, its beginning. Return if it is."""
        left = self._source.left
        if left is not None and size > len(self._held) - self._at + left:
            return False
        if size <= self._most:
            return self._fill(size)
        opening = min(size, length + HEAD)
        if not self._fill(opening):
            return False
        start, skipped = self._at + opening, size - opening
        while skipped:
            taken = min(skipped, len(self._held) - start)
            del self._held[start : start + taken]
            self._gone += taken
            skipped -= taken
            if skipped and not self._fill(opening + 1):
                return False
        return True

    def _closed(self, size: int) -> bytes | None:
        """Go behind a record of ``size``; return what ends it, ``None`` where nothing does."""
        end = self._at + size
        while (at := _newlines(self._held, end)) == len(self._held) and at - end < _NEWLINES:
            if self._next or self._over:
                break
            try:
                piece = self._source.read()
            except DamagedError as error:
                self._damage = str(error)
                return None
            if not piece:
                break
            self._held += piece
        closed = bytes(self._held[end:at])
        if at < len(self._held) and not closed.startswith(END):
            self._fill(at - self._at + _LONGEST)
            if VERSION.match(self._held, at) is None:
                return None
        self._at = at
        return closed

    def _broken(self, what: str, where: str, start: int) -> MalformedInputError:
        """Go on behind ``start`` bytes of what is broken here; return the error that tells it."""
        said = what if self._damage is None else f"{what}: {self._damage}"
        self._resume(self._at + start - 1)
        return MalformedInputError(
            f"the record is broken: {said}", where=where, remedy="the others are read"
        )

    def _resume(self, found: int) -> None:
        """Go to the next place where a record may begin, from ``found`` on in what is held."""
        while True:
            if again := _AGAIN.search(self._held, found):
                self._at = again.end()
                return
            self._at = max(self._at, len(self._held) - _LONGEST)
            self._trim()
            found = self._at
            if self._damage is not None:
                self._damage = None
                self._forget()
                self._over = not self._source.recover()
                return
            member = self._members
            if not self._more():
                self._at = len(self._held)
            if self._over or self._members != member:
                return


def _newlines(held: bytearray, at: int) -> int:
    """Return where the newlines end that stand at ``at``."""
    found = _ENDS.match(held, at)
    return at if found is None else found.end()
