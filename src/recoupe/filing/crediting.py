"""Content credentials of what a page shows, told with what the page says of itself.

Nothing that goes wrong with a picture is an error of its report.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from recoupe.capture.limits import Limits
from recoupe.model import NOTHING_PUBLISHED, Capture, Reading

logger = logging.getLogger(__name__)


def with_credentials(capture: Capture, reading: Reading) -> Reading:
    """Return a reading whose article tells which pictures in its capture's records hold a manifest.

    They are in the order in which the pictures were asked for.
    """
    pictures = [one for one in capture.records if one.id != capture.record and one.url]
    if not pictures:
        return reading
    from recoupe.capture.media.credentials import credentials_of
    from recoupe.capture.media.given import in_records

    try:
        given = in_records(capture, Limits.from_environment())
        found = tuple(filter(None, (credentials_of(*one) for one in given.items())))
    except Exception:
        logger.debug("what a page shows could not be looked at", exc_info=True)
        return reading
    if not found:
        return reading
    said = reading.article.metadata or NOTHING_PUBLISHED
    article = replace(reading.article, metadata=replace(said, credentials=found))
    return replace(reading, article=article)
