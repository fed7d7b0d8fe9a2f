"""Events: typed happenings, who to whom, where and when, according to whom."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in a report.

    ``type`` and ``subtype`` are ACLED's (codebook of 2023), ``plover`` is PLOVER's event type.
    Everything else is an id within the same reading. ``denied_by`` lists statements that say it
    did not happen; ``negated`` is true where the text itself says so.

    ``trigger`` are the words that name it best, ``mentions`` all the words of the article that name
    it, in order, the trigger among them.
    """

    id: str
    trigger: Span
    type: str
    subtype: str | None
    plover: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    time: str | None
    figures: tuple[str, ...]
    according_to: tuple[str, ...]
    denied_by: tuple[str, ...]
    hedged: bool
    negated: bool
    mentions: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            object.__setattr__(self, "mentions", (self.trigger,))
