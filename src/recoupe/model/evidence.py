"""Evidence: what a report leans on that can be looked at, and where it was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.model.span import Span

Medium = Literal["video", "photo", "satellite", "audio", "document", "post", "witness"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One video, photo, satellite image, recording, document, post or eyewitness account.

    ``publisher`` is the id of the entity that published it; ``shows`` the words that say what can
    be seen or heard in it.
    """

    id: str
    span: Span
    medium: Medium
    made_with: str | None
    published_on: str | None
    publisher: str | None
    url: str | None
    shows: Span | None
