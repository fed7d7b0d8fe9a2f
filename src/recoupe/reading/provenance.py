"""Which readers made a reading, and what they say of how it was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recoupe.model import Mode, Reader
from recoupe.reading import attributions, events, evidence, figures, places, speakers, times
from recoupe.reading.gazetteer import used
from recoupe.reading.known import consulted
from recoupe.reading.pipelines import pipeline_name

_USUAL: Final = "recoupe"
"""The profile of counting that is not named."""


def readers_of(
    language: str,
    mode: Mode,
    *,
    counting: str = _USUAL,
    known: tuple[str, ...] = (),
    gazetteers: tuple[str, ...] = (),
) -> tuple[Reader, ...]:
    """Name everything that has a part in a reading of this program, the spaCy pipeline first.

    Nothing is loaded. Raises :class:`ModelMissingError` where no pipeline is installed.
    """
    return (
        Reader("parse", *pipeline_name(language)),
        attributions.READERS[mode],
        *(module.READER for module in (speakers, places, times, figures, events, evidence)),
        *((Reader("counting", counting, figures.READER.version),) if counting != _USUAL else ()),
        *((Reader("known", *consulted(known)),) if known else ()),
        *((Reader("gazetteer", *used(gazetteers)),) if gazetteers else ()),
    )


def manner_of(readers: Iterable[Reader]) -> tuple[Mode, str]:
    """Return the mode and the profile of counting that a reading was made with.

    A mode that this program does not have is taken for the first.
    """
    names = {reader.reader: reader.name for reader in readers}
    modes = (
        mode for mode, one in attributions.READERS.items() if one.name == names.get(one.reader)
    )
    return next(modes, "accurate"), names.get("counting", _USUAL)
