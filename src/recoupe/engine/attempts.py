"""What is done with one item, in whichever process, and how both are handed over."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable

from recoupe.engine.deadline import watched
from recoupe.engine.protocol import ItemT, ResultT, failed
from recoupe.model import Failure

logger = logging.getLogger(__name__)

Dumps = Callable[[object], bytes]
Step = Callable[[ItemT], ResultT]


def attempt(step: Step[ItemT, ResultT], item: ItemT) -> ResultT | Failure:
    """Return ``step(item)``, or the failure it comes to."""
    try:
        return step(item)
    except Exception as error:  # one bad item must never stop a run
        logger.debug("a step failed", exc_info=True)
        return failed(item, error)


def answered(packed: bytes, deadline: float | None, dumps: Dumps) -> bytes:
    """Return what becomes of a packed step and item, packed: all that a worker does.

    Its process ends where that takes more than ``deadline`` seconds.
    """
    item = None
    try:
        step, item = pickle.loads(packed)  # noqa: S301 - from whom started this worker
        with watched(deadline):
            return dumps(attempt(step, item))
    except Exception as error:  # whatever an item's or a result's own way of packing raises
        return dumps(failed(item, error))


def asked(
    step: Step[ItemT, ResultT], item: ItemT, ask: Callable[[bytes], bytes], dumps: Dumps
) -> ResultT | Failure:
    """Return what becomes of an item, by asking a worker: ``ask`` hands over and brings back.

    What ``ask`` raises is raised; what cannot be packed or unpacked is a failure.
    """
    try:
        packed = dumps((step, item))
    except Exception as error:
        return failed(item, error)
    answer = ask(packed)
    try:
        result: ResultT | Failure = pickle.loads(answer)  # noqa: S301 - from our own worker
    except Exception as error:
        return failed(item, error)
    return result
