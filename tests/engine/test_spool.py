"""Records laid aside on the disk come back as they were, in their order."""

from __future__ import annotations

import errno
from typing import Any

import pytest

from recoupe.engine.spool import Spool
from recoupe.errors import StorageFullError
from recoupe.model import Reading
from tests.store.building import report

READINGS = [report(f"https://paper.example/{number}", killed=number)[1] for number in (5, 3, 9)]


def test_readings_come_back_as_they_were_in_their_order() -> None:
    with Spool[Reading]() as spool:
        for reading in READINGS:
            spool.put(reading.article.id, reading)
        assert list(spool.values()) == READINGS
        assert spool[READINGS[1].article.id] == READINGS[1]
        assert len(spool) == len(READINGS)
        assert "report-0" not in spool


def test_of_two_with_one_name_the_later_is_found() -> None:
    with Spool[str]() as spool:
        for word in ("earlier", "later"):
            spool.put("name", word)
        assert dict(spool) == {"name": "later"}


def test_it_is_said_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, *_: Any) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            pass

    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: Full())
    with Spool[str]() as spool, pytest.raises(StorageFullError, match="TMPDIR"):
        spool.put("name", "word")
