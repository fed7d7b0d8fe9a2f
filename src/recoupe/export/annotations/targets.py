"""Where words of a report are on the web: targets of annotations, with selectors and a state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from recoupe.export.annotations.vocabulary import Node, known, urn_of_hash
from recoupe.export.material import ExportedReport
from recoupe.export.web import web_address
from recoupe.model import Article, Span

AROUND: Final = 32
"""Code points of the text before and behind words that tell them from the same words elsewhere."""
_MASK: Final = re.compile(r"[\[\]]")
"""Labels of what is masked stand in square brackets."""


def targets(report: ExportedReport, spans: Iterable[Span]) -> list[Node]:
    """Return a target for each span, none where words of one of them are masked.

    Selectors of one target are several ways to the same words, so that words in several stretches
    are several targets: what the bodies say holds of each. A report with masked words is quoted
    where its words are its own, and no offsets in it are told.
    """
    apart = list(dict.fromkeys(spans))
    if not report.whole and any(_MASK.search(span.text) for span in apart):
        return []
    return [_target(report, span) for span in apart]


def source(article: Article) -> str:
    """Return the IRI of a report: its address, or that of the captured bytes by their hash."""
    return web_address(article.url) or urn_of_hash(article.capture.sha256)


def moment(stamp: str) -> str:
    """Return a date and time of ISO 8601 in UTC, as the model asks for it."""
    at = datetime.fromisoformat(stamp)
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}Z"


def _target(report: ExportedReport, span: Span) -> Node:
    article = report.reading.article
    selectors = [_quote(report, span)]
    if report.whole:
        selectors.append(
            {
                "type": "TextPositionSelector",
                "start": span.start,
                "end": span.end,
                "offsetsInto": urn_of_hash(article.text_sha256),
            }
        )
    return {
        "type": "SpecificResource",
        "source": source(article),
        "selector": selectors,
        "state": {
            "type": "TimeState",
            "sourceDate": moment(article.capture.captured_at),
            "cached": urn_of_hash(article.capture.sha256),
        },
    }


def _quote(report: ExportedReport, span: Span) -> Node:
    text = report.reading.article.text
    before = text[max(0, span.start - AROUND) : span.start]
    behind = text[span.end : span.end + AROUND]
    if not report.whole:
        before, behind = _MASK.split(before)[-1], _MASK.split(behind)[0]
    return known(
        type="TextQuoteSelector", exact=span.text, prefix=before or None, suffix=behind or None
    )
