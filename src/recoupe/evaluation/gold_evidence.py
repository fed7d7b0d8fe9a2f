"""Our own gold for evidence: sentences with what they lean on marked, for people to read and mend.

``{1:…}`` is the naming of the evidence number 1, ``[1:…]`` what it shows, ``<1:…>`` who published
it; the line below says its medium, and the platform and what made it where the sentence does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold_records import GoldEvidence, GoldReport, Range
from recoupe.evaluation.marked import unmarked
from recoupe.model import Medium

_LABEL: Final = re.compile(r"(\d+) = (.+)")
_MEDIA: Final = get_args(Medium)


def read_leanings(path: Path, corpus: str, language: str) -> Iterator[GoldReport]:
    """Yield the sentences of a file, each as a report.

    Raises :class:`GoldMissingError` naming the sentence where marks and labels do not agree.
    """
    for part in path.read_text(encoding="utf-8").split("## ")[1:]:
        name, _, body = part.partition("\n")
        lines = body.strip().splitlines()
        labels = {int(found[1]): found[2] for line in lines if (found := _LABEL.fullmatch(line))}
        words = "\n".join(line for line in lines if not _LABEL.fullmatch(line)).strip()
        text, spans = unmarked(words)
        if set(labels) != set(spans) or any(len(each["content"]) != 1 for each in spans.values()):
            raise _wrong(f"{path.name}, {name}: marks and numbered lines do not agree")
        evidence = tuple(
            _evidence(f"{path.name}, {name}", spans[at], labels[at]) for at in sorted(labels)
        )
        yield GoldReport(corpus, name, text, language, evidence=evidence)


def _evidence(where: str, spans: dict[str, list[Range]], label: str) -> GoldEvidence:
    medium, *rest = (part.strip() for part in label.split(" ; "))
    if medium not in _MEDIA or any(not part.startswith(("on ", "with ")) for part in rest):
        raise _wrong(f"{where}: {label!r} is no medium with its platform and maker")
    return GoldEvidence(
        span=spans["content"][0],
        medium=medium,
        published_on=next((part[3:] for part in rest if part.startswith("on ")), None),
        made_with=next((part[5:] for part in rest if part.startswith("with ")), None),
        publisher=next(iter(spans["source"]), None),
        shows=next(iter(spans["cue"]), None),
    )


def _wrong(message: str) -> GoldMissingError:
    return GoldMissingError(message, remedy="mend the marks (demo/evidence/README.md)")
