"""A casefile with something of everything that a page can show, right-to-left names among it.

To the case of `tests.export.masking.world` (versions, copies, a failure, reviews, somebody
protected) come a French report of people with Arabic and Hebrew names and with a word longer than a
narrow page, a report of another archive with the exchanges it came by, and what people said of
findings.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from recoupe.capture.warc.writing import records_of, response_id
from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import (
    Block,
    Capture,
    Declared,
    Draft,
    Entity,
    Figure,
    Place,
    Reader,
    Reading,
    Statement,
    content_id,
    make_article,
    make_capture,
)
from recoupe.store import Casefile
from tests.dossier.exchanges import exchange
from tests.export.masking.world import told
from tests.store import building

WOMAN, MAN = "ليلى حداد", "דוד לוי"
ARABIC, HEBREW = "قُصفت المحطة يوم الأربعاء، و17 شخصًا قُتلوا", "איש לא ירה שם"
LONG = "Gegenspionageabwehrkoordinationsstellenleiterinnenversammlungsprotokollführung"
ARCHIVED = "https://web.archive.org/web/20220505/https://paper.example/archived"
_TEXT = f"""{WOMAN} parle, {MAN} répond

« {ARABIC} », a dit {WOMAN} à Port-Clair. « {HEBREW} », a répondu {MAN}, de la {LONG}. \
Nous avons compté 17 morts, a dit {WOMAN}."""


def everything(folder: Path) -> Casefile:
    """Return the casefile, checked; the first finding is confirmed, the last one rejected."""
    case = told(folder)
    for capture, reading in (_written_both_ways(), _archived()):
        case.add_report(capture, reading, author="Ana")
    check_case(case, LocalEngine())
    found = case.findings().findings
    for draft in (
        Draft("confirm", "finding", found[0].id, "Ben", "two of us looked"),
        Draft("reject", "finding", found[-1].id, "Ben", "said of another day"),
        Draft("note", "story", found[0].story, "Ana", f"ask {WOMAN} again"),
    ):
        case.add_review(draft)
    check_case(case, LocalEngine())
    return case


def _written_both_ways() -> tuple[Capture, Reading]:
    """Return a report in French whose names and quotations are written from right to left."""
    capture = make_capture(
        _TEXT.encode(),
        source="https://levant.example/gare",
        media_type="text/plain",
        captured_at=building.WHEN,
        declared=Declared(url="https://levant.example/gare", published="2022-05-05", language="fr"),
    )
    end = _TEXT.index("\n\n")
    article = make_article(
        capture,
        _TEXT,
        (Block("headline", 0, end), Block("paragraph", end + 2, len(_TEXT))),
        title=_TEXT[:end],
        outlet="صحيفة الميناء",
        published="2022-05-05",
        language="fr",
    )

    def named(name: str) -> Entity:
        id_ = content_id("entity", article.id, name)
        return Entity(id_, "person", name, (), (), None, (building.last(article, name),), (), name)

    def said(words: str, cue: str, who: Entity, stance: str) -> Statement:
        content = building.last(article, words)
        at = article.text.index(cue, content.end)
        source = article.text.index(who.name, at)
        return Statement(
            id=content_id("statement", article.id, words),
            content=(content,),
            cue=(article.span(at, at + len(cue)),),
            source=(article.span(source, source + len(who.name)),),
            speaker=who.id,
            speaker_name=who.name,
            kind="direct",
            stance=stance,  # type: ignore[arg-type]
            hedged=False,
            within=None,
            via=(),
            confidence=0.8,
        )

    woman, man = named(WOMAN), named(MAN)
    counted = said("Nous avons compté 17 morts", "a dit", woman, "asserts")
    where = Place(
        content_id("place", article.id, "Port-Clair"), building.last(article, "Port-Clair"),
        "Port-Clair", "city", 47.1, 37.5, 5000, "UA", None, None, 0.9,
    )  # fmt: skip
    dead = Figure(
        content_id("figure", article.id, "17"), building.last(article, "17 morts"), 17, 17, False,
        "killed", None, counted.id, False, None, where.id,
    )  # fmt: skip
    return capture, Reading(
        article=article,
        statements=(
            said(f"« {ARABIC} »", "a dit", woman, "asserts"),
            said(f"« {HEBREW} »", "a répondu", man, "denies"),
            counted,
        ),
        entities=(woman, man),
        places=(where,),
        times=(),
        figures=(dead,),
        events=(),
        evidence=(),
        readers=(Reader("statements", "by hand", "2"),),
    )


def _archived() -> tuple[Capture, Reading]:
    """Return a report that came after a redirect, with what was asked and answered."""
    capture, reading = building.report(ARCHIVED, killed=31, version="2")
    trail = [
        exchange("https://paper.example/archived", 302, f"Location: {ARCHIVED}"),
        exchange(ARCHIVED, 200, "Content-Type: text/plain", body=capture.content),
    ]
    return replace(capture, records=records_of(trail), record=response_id(trail[1])), reading
