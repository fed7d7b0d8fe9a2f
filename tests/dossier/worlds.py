"""Casefiles for pages: four reports of one strike, and a report as long as any."""

from __future__ import annotations

from pathlib import Path

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import (
    Block,
    Capture,
    Declared,
    Entity,
    Reader,
    Reading,
    Statement,
    content_id,
    make_article,
    make_capture,
)
from recoupe.store import Casefile, new_casefile
from tests.store import building

ME = "Ana"
PAPERS = tuple(f"https://paper{number}.example/one" for number in range(4))


def strike(folder: Path) -> Casefile:
    """Return a checked case: four papers give four tolls, the first of them gave another before."""
    made = new_casefile(str(folder / "case"), author=ME, name="The strike")
    made.add_report(*building.report(PAPERS[0], killed=9, version="2"), author=ME)
    for number, address in enumerate(PAPERS):
        told = building.report(address, killed=12 + number, version="2", hours=1)
        made.add_report(*told, author=ME)
    check_case(made, LocalEngine())
    return made


def latest(case: Casefile, number: int = 0) -> Reading:
    """Return the reading of the latest version of a report."""
    return [one.reading for one in case.readings()][number]


def long_report(statements: int, address: str = "https://long.example/") -> tuple[Capture, Reading]:
    """Return a report of one paragraph in which somebody says one thing a line."""
    head = "A long sitting"
    line = "Point {number} was put off again, said Mara Ozola.\n"
    text = f"{head}\n\n" + "".join(line.format(number=number) for number in range(statements))
    capture = make_capture(
        text.encode(),
        source=address,
        media_type="text/plain",
        captured_at=building.WHEN,
        declared=Declared(url=address, published="2022-05-05", language="en"),
    )
    blocks = (Block("headline", 0, len(head)), Block("paragraph", len(head) + 2, len(text)))
    article = make_article(
        capture, text, blocks, title=head, outlet="The Long", published="2022-05-05", language="en"
    )
    starts = [found for found in range(len(text)) if text.startswith("Point ", found)]
    said: list[Statement] = []
    who = content_id("entity", article.id, "Mara Ozola")
    for start in starts:
        end = text.index(", said", start)
        name = text.index("Mara", end)
        said.append(
            Statement(
                id=content_id("statement", article.id, start),
                content=(article.span(start, end),),
                cue=(article.span(end + 2, end + 6),),
                source=(article.span(name, name + len("Mara Ozola")),),
                speaker=who,
                speaker_name="Mara Ozola",
                kind="indirect",
                stance="asserts",
                hedged=False,
                within=None,
                via=(),
                confidence=0.8,
            )
        )
    mentions = tuple(one.source[0] for one in said)
    woman = Entity(who, "person", "Mara Ozola", (), (), None, mentions, (), "mara ozola")
    readers = (Reader("statements", "by hand", "1"),)
    return capture, Reading(article, tuple(said), (woman,), (), (), (), (), (), readers)
