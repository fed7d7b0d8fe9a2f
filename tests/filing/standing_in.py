"""An engine that reads nothing of the language, so that thousands of reports are read at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from recoupe.engine import LocalEngine
from recoupe.errors import NoArticleError
from recoupe.flow import Result
from recoupe.model import (
    Capture,
    Failure,
    Reader,
    Reading,
    Statement,
    content_id,
    failure,
    make_article,
)

BAD: Final = "bad"
"""What a report says that cannot be read."""


class StandIn(LocalEngine):
    """Takes every word of a report for one statement; ``read`` are the inputs it has read.

    It reads ``ahead`` batches before the first is asked for, as a pool does. ``before`` is told of
    each report before it is read, and may raise.
    """

    def __init__(self, ahead: int = 1, before: Callable[[str], None] = lambda _: None) -> None:
        super().__init__()
        self.ahead = ahead
        self.before = before
        self.read: list[str] = []

    def each(self, step: Any, items: Iterable[Any]) -> Iterator[Any]:
        """Yield what became of each batch, in order, whatever the step."""
        del step
        stream = iter(items)
        waiting = deque(self._results(batch) for batch in islice(stream, self.ahead))
        while waiting:
            yield waiting.popleft()
            waiting.extend(self._results(batch) for batch in islice(stream, 1))

    def _results(self, batch: Iterable[Capture | Failure]) -> tuple[Result, ...]:
        return tuple(self._result(item) for item in batch)

    def _result(self, item: Capture | Failure) -> Result:
        if isinstance(item, Failure):
            return None, item
        self.before(item.input)
        self.read.append(item.input)
        if BAD in item.content.decode():
            error = NoArticleError("says nothing", where=item.input)
            return item, failure(error, item.input, item.declared.input_id)
        return item, reading_of(item)


def reading_of(capture: Capture) -> Reading:
    """Return a reading with one statement, which is all that a capture says."""
    text = capture.content.decode()
    published = capture.declared.published
    article = make_article(capture, text, (), language="en", published=published)
    words = article.span(0, len(text))
    said = Statement(
        id=content_id("statement", article.id),
        content=(words,),
        cue=(),
        source=(),
        speaker=None,
        speaker_name=None,
        kind="direct",
        stance="asserts",
        hedged=False,
        within=None,
        via=(),
        confidence=1.0,
    )
    readers = (Reader("statements", "stand-in", "1"),)
    return Reading(article, (said,), (), (), (), (), (), (), readers)
