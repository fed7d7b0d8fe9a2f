"""A casefile with a cross-check made by hand: one story of four reports, and hostile names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from recoupe.model import (
    About,
    Article,
    Derivation,
    Finding,
    Grading,
    Origin,
    Passage,
    Position,
    Reading,
    Reason,
    Said,
    Stance,
    Story,
)
from recoupe.store import Casefile, new_casefile
from recoupe.store.checks import Came
from recoupe.store.keeping import Update, rows_of_check, rows_of_story
from recoupe.story.reviewed import Said as Told
from tests.store import building

HOSTILE = "Ann \"><script>alert(1)</script><svg onload='alert(2)'> \u202e Berzina"
"""A name that would run as a script, were it taken for markup."""
STORY = "story-1"


@dataclass(frozen=True)
class Storied:
    """The casefile, and the readings of its reports by the day on which each was published."""

    case: Casefile
    readings: tuple[Reading, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(reading.article for reading in self.readings)


@contextmanager
def storied(path: Path, *, alone: int = 2) -> Iterator[Storied]:
    """Yield such a casefile, with so many matters that one party alone speaks of."""
    with new_casefile(str(path), author="Ana", name="The dam") as case:
        readings = []
        for turn, killed in enumerate((12, 17, 17, 30)):
            capture, reading = building.report(
                f"https://paper.example/{turn}",
                killed=killed,
                quote="Nobody <img src=x onerror=alert(3)> fired",
                version="2",
            )
            case.add_report(capture, reading, author="Ana")
            readings.append(reading)
        made = Storied(case, tuple(readings))
        keep(made, findings(made, alone), lineage(made))
        yield made


def keep(made: Storied, found: list[Finding], lineage_: list[Derivation]) -> None:
    """Keep a cross-check of one story with these findings."""
    story = Story(
        STORY,
        "At the <dam>",
        tuple(article.id for article in made.articles),
        "2022-05-04",
        "2022-05-05",
        None,
        (),
        guests=(made.articles[3].id,),
    )
    state = made.case.check_state()
    log = list(made.case.log())
    update = Update(
        based_on=1 if state else None,
        log_number=log[-1].number,
        code="by hand",
        said=Told(frozenset(), frozenset()),
        anew=True,
        groupings={},
        stories={STORY: rows_of_story(story)},
        checks={STORY: rows_of_check(STORY, "key", Came(tuple(lineage_), tuple(found)))},
    )
    assert made.case.keep_check(update)


def position(
    reading: Reading,
    party: str,
    stance: Stance = "asserts",
    *,
    number: tuple[int | None, int | None] = (None, None),
    day: str | None = "2022-05-04",
    party_id: str | None = None,
    reports: int = 1,
    origins: int = 1,
) -> Position:
    """Return a position in the words of a report's second statement."""
    statement = reading.statements[1]
    said = Said(reading.article.id, statement.id, statement.content[0], day)
    low, high = number
    return Position(party, party_id, stance, low, high, (said,), reports, origins, day, day)


def finding(made: Storied, id_: str, kind: str, matter: str, *stood: Position) -> Finding:
    """Return a finding of the story."""
    return Finding(
        id_,
        STORY,
        kind,  # type: ignore[arg-type]
        matter,
        About("killed", "the dam", "2022-05-04", None),
        stood,
        (Reason("one_origin"),),
        "time",
        Grading("contested", (Reason("single_origin"),)),
    )


def findings(made: Storied, alone: int) -> list[Finding]:
    """Return a dispute over a number that one side revised, a denial, and what is said once."""
    one, two, three, four = made.readings
    dispute = finding(
        made,
        "finding-toll",
        "dispute",
        "how many <people> were killed",
        position(one, HOSTILE, number=(12, 12), day="2022-05-04", reports=3, origins=1),
        position(two, HOSTILE, number=(17, 20), day="2022-05-06"),
        position(four, "the ministry", number=(30, None), day="2022-05-07"),
        position(three, "the mayor", "cannot_verify", day=None),
    )
    denial = finding(
        made,
        "finding-shelling",
        "denial",
        "who shelled the dam",
        position(one, HOSTILE, "accuses"),
        position(three, "the ministry", "denies", day="2022-05-05"),
    )
    said_once = [
        finding(made, f"finding-once-{turn}", "single_source", f"matter {turn}", position(one, "x"))
        for turn in range(alone)
    ]
    return [dispute, denial, *said_once]


def lineage(made: Storied) -> list[Derivation]:
    """Return a copy of the first report, and an agency behind the second."""
    one, two, three, _ = made.articles
    here, there = three.span(0, 9), one.span(0, 9)
    copied = Derivation(
        three.id,
        one.id,
        Origin("outlet", "The Paper"),
        "verbatim",
        0.8,
        (Passage(here, there),),
        (Reason("same_quotation"),),
    )
    credited = Derivation(
        two.id,
        None,
        Origin("agency", "Agency <B>"),
        "credited",
        0.4,
        (Passage(two.span(0, 9), None),),
        (),
    )
    return [copied, credited]
