"""Small worlds of reports that come, change, and are reviewed, in random steps on a casefile."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from recoupe.errors import RecoupeError
from recoupe.model import Article, Block, Capture, Declared, Draft, Reading, make_article
from recoupe.model import make_capture as captured
from recoupe.store import Casefile
from tests.store.building import WHEN, reading_of

ME: Final = "Ana"
PLACES: Final = ("Port-Clair", "Lindale", "Vexmont")
SPEAKERS: Final = ("Anna Berzina", "Jonas Vilks", "Mara Ozola")
TOLD: Final = (
    (
        "A shell hit the station of {place} on Wednesday, {speaker} said.",
        "Trains stood still until the evening, and the {odd} bridge was closed.",
    ),
    (
        "A fire hit the market hall of {place} on Wednesday, {speaker} said.",
        "Traders had left their {odd} stalls an hour before, it was cold.",
    ),
)
ODD: Final = ("old", "northern", "wooden", "narrow", "painted", "double")


def report(chance: Random, address: str, *, newer: bool = False) -> tuple[Capture, Reading]:
    """Return a report at an address: an incident at a place, a toll, and who says so."""
    place, speaker = chance.choice(PLACES), chance.choice(SPEAKERS)
    killed, day = chance.randrange(3, 8), f"2022-05-{chance.randrange(5, 9):02}"
    first, second = (
        one.format(place=place, speaker=speaker, odd=chance.choice(ODD))
        for one in chance.choice(TOLD)
    )
    text = (
        f'{killed} people killed at {place}\n\n{first} "We counted {killed} dead," she said. '
        f'"Nobody fired there," said the ministry in Riga. {second} '
        "A video posted on Telegram shows the roof."
    )
    capture = captured(
        text.encode(),
        source=address,
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(url=address, published=day, language="en"),
    )
    return capture, reading_of(_article(capture, text, day), speaker, place, "2" if newer else "1")


def _article(capture: Capture, text: str, day: str) -> Article:
    end = text.index("\n\n")
    blocks = (Block("headline", 0, end), Block("paragraph", end + 2, len(text)))
    return make_article(
        capture, text, blocks, title=text[:end], outlet=f"The {capture.declared.url}"[-9:],
        published=day, language="en",
    )  # fmt: skip


def step(casefile: Casefile, chance: Random) -> str:
    """Do one thing with a casefile; return what."""
    name = chance.choice(tuple(STEPS))
    try:
        STEPS[name](casefile, chance)
    except RecoupeError as error:  # what there is nothing to do it with
        return f"{name}: {error.what}"
    return name


def _add(casefile: Casefile, chance: Random) -> None:
    casefile.add_report(*report(chance, f"https://paper{chance.randrange(9)}.example"), author=ME)


def _any(casefile: Casefile, chance: Random) -> Reading:
    return chance.choice([one.reading for one in casefile.readings()])


def _read_again(casefile: Casefile, chance: Random) -> None:
    article = _any(casefile, chance).article
    speaker = next(one for one in SPEAKERS if one in article.text)
    place = next(one for one in PLACES if one in article.text)
    casefile.replace_reading(reading_of(article, speaker, place, chance.choice("12")), author=ME)


def _reject(casefile: Casefile, chance: Random) -> None:
    reading = _any(casefile, chance)
    kind, one = chance.choice([("figure", reading.figures), ("statement", reading.statements)])
    casefile.add_review(Draft("reject", kind, one[0].id, ME))  # type: ignore[arg-type]


def _correct(casefile: Casefile, chance: Random) -> None:
    reading = _any(casefile, chance)
    drafts = (
        Draft("correct", "report", reading.article.id, ME, changes={"published": "2022-05-09"}),
        Draft("correct", "report", reading.article.id, ME, changes={"outlet": "The Port"}),
        Draft("correct", "figure", reading.figures[0].id, ME, changes={"high": 40}),
        Draft("note", "figure", reading.figures[0].id, ME, "seen"),
    )
    casefile.add_review(chance.choice(drafts))


def _parties(casefile: Casefile, chance: Random) -> None:
    one, other = (chance.choice(_any(casefile, chance).entities) for _ in range(2))
    casefile.add_review(Draft("merge", "entity", one.id, ME, others=(other.id,)))


def _merge(casefile: Casefile, chance: Random) -> None:
    told = [one.story.id for one in casefile.stories().stories]
    one, other = (chance.choice(told) for _ in range(2)) if told else ("", "")
    casefile.add_review(Draft("merge", "story", one, ME, others=(other,)))


def _split(casefile: Casefile, chance: Random) -> None:
    told = [one.story for one in casefile.stories().stories if len(one.story.reports) > 1]
    story = chance.choice(told) if told else None
    if story is not None:
        away = chance.choice(story.reports)
        casefile.add_review(Draft("split", "story", story.id, ME, others=(away,)))


def _judge(casefile: Casefile, chance: Random) -> None:
    finding = chance.choice(casefile.findings(limit=50).findings)
    action = chance.choice(("confirm", "reject"))
    casefile.add_review(Draft(action, "finding", finding.id, ME))  # type: ignore[arg-type]


def _join_findings(casefile: Casefile, chance: Random) -> None:
    found = casefile.findings(limit=50).findings
    one, other = chance.choice(found), chance.choice(found)
    casefile.add_review(Draft("merge", "finding", one.id, ME, others=(other.id,)))


def _part_finding(casefile: Casefile, chance: Random) -> None:
    finding = chance.choice(casefile.findings(limit=50).findings)
    taken = chance.choice([said for position in finding.positions for said in position.said])
    casefile.add_review(Draft("split", "finding", finding.id, ME, others=(taken.report,)))


def _copies(casefile: Casefile, chance: Random) -> None:
    one, other = (_any(casefile, chance).article.id for _ in range(2))
    action = chance.choice(("merge", "split"))
    casefile.add_review(Draft(action, "lineage", one, ME, others=(other,)))  # type: ignore[arg-type]


def _undo(casefile: Casefile, chance: Random) -> None:
    said = [one.id for one in casefile.reviews() if one.in_force]
    if said:
        casefile.add_review(Draft("undo", "review", chance.choice(said), ME))


STEPS: Final[dict[str, Callable[[Casefile, Random], None]]] = {
    "add": _add,
    "add another": _add,
    "read again": _read_again,
    "reject": _reject,
    "correct": _correct,
    "merge parties": _parties,
    "merge stories": _merge,
    "split a story": _split,
    "judge a finding": _judge,
    "merge findings": _join_findings,
    "split a finding": _part_finding,
    "tell of copies": _copies,
    "undo": _undo,
}
