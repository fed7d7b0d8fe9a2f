"""The gold data: typed readers of each file, one report at a time, on the text's own offsets.

Only the corpora named ``own`` are part of Recoupe; the other texts belong to their publishers and
are read where they lie.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from recoupe.errors import GoldMissingError
from recoupe.evaluation import crosscheck_gold, gold_markup
from recoupe.evaluation.gold_contradictions import read_claims, read_daccord, read_own, read_rte
from recoupe.evaluation.gold_entities import read_parties
from recoupe.evaluation.gold_events import read_plover, read_sentences
from recoupe.evaluation.gold_evidence import read_leanings
from recoupe.evaluation.gold_places import french_places
from recoupe.evaluation.gold_records import (
    GoldFigure,
    GoldReport,
    GoldStatement,
    GoldTime,
    GoldToll,
    Range,
)
from recoupe.evaluation.lineage import PATH as LINEAGE
from recoupe.evaluation.lineage import read_pairs
from recoupe.evaluation.marked import read_marked
from recoupe.evaluation.stories import read_incidents, read_look_alikes
from recoupe.model import Mode

FOLDER_VARIABLE: Final = "RECOUPE_GOLD"
SUBJECTS: Final = (
    "statements",
    "places",
    "times",
    "figures",
    "entities",
    "events",
    "evidence",
    "lineage",
    "stories",
    "contradictions",
    "crosscheck",
)


def gold_folder() -> Path:
    """Return the folder of the gold data.

    It is the one that ``RECOUPE_GOLD`` names, else ``shared/gold`` beside the repository's root or
    beside the current folder. Raises :class:`GoldMissingError` where there is none.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        if Path(named).is_dir():
            return Path(named)
        raise GoldMissingError(
            "is not a folder", where=named, remedy=f"set {FOLDER_VARIABLE} to the gold folder"
        )
    root = Path(__file__).resolve().parents[3]
    for beside in (root, Path.cwd()):
        folder = beside.parent / "shared" / "gold"
        if folder.is_dir():
            return folder
    raise GoldMissingError(
        "the gold data are not on this machine",
        remedy=f"set {FOLDER_VARIABLE} to the folder that holds attribution/, places/, times/, "
        "figures/ and events/",
    )


@dataclass(frozen=True, slots=True)
class Corpus:
    """One gold file or folder: where it is, what it is annotated with, and how to read it.

    ``counting`` is the profile by which its annotators turned vague quantities into bounds.
    ``bundled`` ones are in the package; of ``sealed`` ones only scores are ever shown. ``bare``
    ones hold passages, not reports, and go to the scorer unread. ``mode`` is how they are read
    whatever is asked, ``None`` as asked.
    """

    name: str
    language: str
    path: str
    subjects: frozenset[str]
    read: Callable[[Path], Iterator[GoldReport]]
    counting: str = "recoupe"
    bundled: bool = False
    sealed: bool = False
    bare: bool = False
    mode: Mode | None = None

    def reports(self, folder: Path | None) -> Iterator[GoldReport]:
        """Yield the reports one by one; raise :class:`GoldMissingError` where the file is not.

        ``folder`` is where the gold data are, ``None`` where only bundled corpora can be read.
        """
        if self.bundled:
            with as_file(files("recoupe.demo").joinpath(self.path)) as path:
                yield from self.read(path)
            return
        if folder is None or not (folder / self.path).exists():
            raise GoldMissingError(
                f"{self.path} is missing",
                where=str(folder or ""),
                remedy=f"put it there, or set {FOLDER_VARIABLE} to a folder that has it",
            )
        yield from self.read(folder / self.path)


def corpora(subjects: frozenset[str], *, bundled_only: bool = False) -> tuple[Corpus, ...]:
    """Return the corpora annotated with at least one of ``subjects``, in the order they are read.

    Corpora with the same counting profile and mode stand together.
    """
    return tuple(
        corpus
        for corpus in _CORPORA
        if corpus.subjects & subjects and (corpus.bundled or not bundled_only)
    )


def read_polnear(path: Path) -> Iterator[GoldReport]:
    """Yield PolNeAR's articles (Newell et al. 2018): content, cue and source spans only."""
    for record in _lines(path):
        text = record["text"]
        statements = tuple(
            GoldStatement(
                content=_ranges(text, item["content"]),
                cue=_ranges(text, item["cue"]),
                source=_ranges(text, item["source"]),
            )
            for item in record["attributions"]
        )
        yield GoldReport("polnear_dev", record["id"], text, "en", statements=statements)


def read_french(path: Path) -> Iterator[GoldReport]:
    """Yield the French articles: statements, figures, times (but no durations) and places."""
    for record in _lines(path):
        text = record["text"]
        located = french_places(record["id"], text)
        yield GoldReport(
            "fr_dev",
            record["id"],
            text,
            "fr",
            record["published"],
            statements=tuple(_french_statement(text, item) for item in record["attributions"]),
            figures=tuple(_french_figure(text, item) for item in record["figures"]),
            times=tuple(
                GoldTime(_ranges(text, item["span"])[0], None, item["value"])
                for item in record["times"]
            ),
            time_types=frozenset({"DATE", "TIME"}),
            places=located.places if located else None,
            governments=located.governments if located else (),
            half=located.half if located else None,
        )


def _french_statement(text: str, item: dict[str, Any]) -> GoldStatement:
    return GoldStatement(
        content=_ranges(text, item["content"]),
        cue=_ranges(text, item["cue"]),
        source=_ranges(text, item["source"]),
        named=True,
        speaker=item["speaker"],
        kind=item["type"],
        stance=item["stance"],
        hedged=item["hedged"],
    )


def _french_figure(text: str, item: dict[str, Any]) -> GoldFigure:
    return GoldFigure(
        span=_ranges(text, item["span"])[0],
        low=item["low"],
        high=item["high"],
        approximate=bool(item.get("approx", False)),
        what=item["what"],
        according_to=item["according_to"],
        hedged=item["hedged"],
    )


def read_airwars(path: Path) -> Iterator[GoldReport]:
    """Yield Airwars' incident summaries with the civilians killed, as coded; uncoded ones not."""
    for record in _lines(path):
        low, high = record.get("civ_killed_min"), record.get("civ_killed_max")
        if low is None or high is None:
            continue
        tolls = (GoldToll("killed", low, high),)
        yield GoldReport("airwars_2023_10", record["code"], record["text"], "en", tolls=tolls)


def read_isaf(path: Path) -> Iterator[GoldReport]:
    """Yield ISAF press releases with the smallest numbers killed and captured they support."""
    for number, record in enumerate(_lines(path), 1):
        gold = record["gold"]
        tolls = (
            GoldToll("killed", gold["min_killed"], None),
            GoldToll("detained", gold["min_captured"], None),
        )
        yield GoldReport("isaf_dev", f"isaf-{number}", record["text"], "en", tolls=tolls)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise GoldMissingError(
                    f"line {number} is not JSON ({error.msg})",
                    where=str(path),
                    remedy="fetch the file again",
                ) from None


def _ranges(text: str, spans: list[Any] | None) -> tuple[Range, ...]:
    """Return spans in order, without white space at their edges; one span may come bare."""
    if not spans:
        return ()
    pairs = [spans] if isinstance(spans[0], int) else spans
    trimmed = (_trimmed(text, start, end) for start, end in sorted(pairs))
    return tuple(span for span in trimmed if span[0] < span[1])


def _trimmed(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, start + len(words.rstrip()))


def _halves(
    name: str,
    language: str,
    path: str,
    subject: str,
    read: Callable[..., Iterator[GoldReport]],
    *,
    bare: bool = False,
) -> tuple[Corpus, Corpus]:
    """Return two corpora of our own texts: the one tuned on, and the one kept unseen."""

    def half(which: str) -> Corpus:
        corpus = f"{name}_{which}"
        return Corpus(
            corpus,
            language,
            path.format(which),
            frozenset({subject}),
            partial(read, corpus=corpus, language=language),
            bundled=True,
            sealed=which == "unseen",
            bare=bare,
        )

    return half("seen"), half("unseen")


_CONTRADICTIONS: Final = frozenset({"contradictions"})

_CORPORA: Final = (
    Corpus(
        "fr_dev",
        "fr",
        "attribution/fr_dev.jsonl",
        frozenset({"statements", "places", "times", "figures"}),
        read_french,
    ),
    Corpus(
        "polnear_dev",
        "en",
        "attribution/polnear_dev.jsonl",
        frozenset({"statements"}),
        read_polnear,
    ),
    *_halves("own_fr", "fr", "statements/fr/{}.txt", "statements", read_marked),
    *_halves("parties_fr", "fr", "entities/fr_{}.toml", "entities", read_parties),
    *_halves("parties_en", "en", "entities/en_{}.toml", "entities", read_parties),
    Corpus("tr_news", "en", "places/TR-News.xml", frozenset({"places"}), gold_markup.read_tr_news),
    Corpus(
        "geovirus",
        "en",
        "places/GeoVirus.xml",
        frozenset({"places"}),
        gold_markup.read_geovirus,
    ),
    Corpus("timebank", "en", "times/TimeBank", frozenset({"times"}), gold_markup.read_timebank),
    *_halves("own_fr_events", "fr", "events/fr/{}.txt", "events", read_sentences),
    Corpus("plover", "en", "events/PLOVER_GSR_CAMEO.json", frozenset({"events"}), read_plover),
    *_halves("evidence_fr", "fr", "evidence/fr/{}.txt", "evidence", read_leanings),
    *_halves("evidence_en", "en", "evidence/en/{}.txt", "evidence", read_leanings),
    *(
        Corpus(name, language, f"comparison/{path}", _CONTRADICTIONS, read, bare=True)
        for name, language, path, read in (
            ("daccord_dev", "fr", "daccord_dev.jsonl", read_daccord),
            ("rte3_fr_dev", "fr", "rte3_fr_dev.tsv", read_rte),
            ("claimdiff_train", "en", "ClaimDiff-weak-train.json", read_claims),
        )
    ),
    Corpus(
        "own_fitted",
        "mul",
        "contradictions/fitted.toml",
        _CONTRADICTIONS,
        partial(read_own, corpus="own_fitted", language="mul"),
        bundled=True,
        bare=True,
    ),
    *_halves("own_pairs", "mul", "contradictions/{}.toml", "contradictions", read_own, bare=True),
    Corpus("lineage_dev", "fr", LINEAGE, frozenset({"lineage"}), read_pairs),
    *(
        Corpus(
            f"disputes_{language}",
            language,
            crosscheck_gold.DISPUTES,
            frozenset({"crosscheck"}),
            partial(crosscheck_gold.read_disputes, language=language),
        )
        for language in ("en", "fr")
    ),
    Corpus(
        "fa_kes",
        "en",
        crosscheck_gold.FA_KES,
        frozenset({"crosscheck"}),
        crosscheck_gold.read_fa_kes,
    ),
    Corpus(
        "gva_tolls",
        "en",
        crosscheck_gold.GVA,
        frozenset({"crosscheck"}),
        crosscheck_gold.read_gva,
        mode="fast",
    ),
    Corpus("isaf_dev", "en", "figures/isaf_dev.jsonl", frozenset({"figures"}), read_isaf),
    Corpus(
        "ecbplus_dev",
        "en",
        "stories/ecbplus_dev.jsonl",
        frozenset({"stories"}),
        read_look_alikes,
        mode="fast",
    ),
    Corpus(
        "gva_dev",
        "en",
        "stories/gva_articles_dev.jsonl",
        frozenset({"stories"}),
        read_incidents,
        mode="fast",
    ),
    Corpus(
        "airwars_2023_10",
        "en",
        "figures/airwars_2023_10.jsonl",
        frozenset({"figures"}),
        read_airwars,
        counting="airwars",
    ),
)
