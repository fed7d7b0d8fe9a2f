"""Pictures, films and recordings that pages show: fetched after reading, before keeping."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from recoupe.capture import Network
from recoupe.capture.network import is_address
from recoupe.errors import unforeseen
from recoupe.model import Capture, Failure, Reading, failure

logger = logging.getLogger(__name__)

Fetched = tuple[Capture, tuple[Failure, ...]]
Media = Callable[[Capture, Reading], Fetched]
"""Adds what a page shows to its capture; says what could not be fetched."""


def media_over(network: Network) -> Media:
    """Return what fetches, over the network of a run, what the pages of its addresses show."""
    return partial(_fetched, network)


def _fetched(network: Network, capture: Capture, reading: Reading) -> Fetched:
    """Fetch nothing for pages that came from a file: nobody asked to go to where they were from."""
    if not is_address(capture.input):
        return capture, ()
    from recoupe.article.requisites import requisites_of
    from recoupe.capture.requisites import with_requisites

    try:
        found = requisites_of(capture, reading.article)
        return with_requisites(capture, [each.url for each in found], network)
    except Exception as error:
        logger.debug("what a page shows could not be fetched", exc_info=True)
        return capture, (failure(unforeseen(error, capture.input), capture.input),)
