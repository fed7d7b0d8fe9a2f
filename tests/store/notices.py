"""Reports with what their pages say of themselves, and the notices that take them back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from recoupe.model import (
    Author,
    Block,
    Capture,
    Correction,
    Declared,
    Metadata,
    PubStatus,
    Reader,
    Reading,
    make_article,
    make_capture,
)
from tests.store import building

ADDRESS: Final = "https://paper.example/one"
NOTE: Final = "Please do not use: the number is wrong."


def published(
    address: str = ADDRESS, *, status: PubStatus | None = "usable", **more: Any
) -> tuple[Capture, Reading]:
    """Return a report that names its author, with a correction that stands in its text."""
    capture, reading = building.report(address, **more)
    article = reading.article
    words = building.last(article, "A video posted on Telegram")
    told = Metadata(
        authors=(Author("Ada Holm", "https://paper.example/holm", "The Paper", "person"),),
        corrections=(Correction(words.text, "2022-05-05", words),),
        status=status,
    )
    return capture, replace(reading, article=replace(article, metadata=told))


def notice(
    address: str = ADDRESS,
    *,
    hours: int = 3,
    status: PubStatus = "canceled",
    made: str | None = None,
) -> tuple[Capture, Reading]:
    """Return a notice that takes the report at an address back, captured ``hours`` after it.

    ``made`` is when its publisher made it.
    """
    told = {"uri": address, "pubstatus": status, "ednote": NOTE, "at": hours}
    content = json.dumps(told).encode()
    capture = make_capture(
        content,
        source=address,
        media_type="application/json",
        captured_at=building.WHEN + timedelta(hours=hours),
        declared=Declared(url=address, language="en"),
    )
    article = make_article(
        capture,
        NOTE,
        (Block("boilerplate", 0, len(NOTE)),),
        modified=made,
        language="en",
        metadata=Metadata(status=status, status_at="2022-05-05T15:00+00:00", note=NOTE),
    )
    reading = Reading(article, (), (), (), (), (), (), (), (Reader("none", "by hand", "1"),))
    return capture, reading
