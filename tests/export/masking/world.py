"""A case in which a surgeon, a witness without a name, a town and a report are protected.

Six reports: two versions of the first, a copy of it, one that names the surgeon in its headline and
address, one whose source is protected, and one in which nothing is. People corrected, noted and
joined what they protected, and say their names while they do.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from recoupe.engine import LocalEngine
from recoupe.filing.checking import check_case
from recoupe.model import (
    Article,
    Capture,
    Declared,
    Draft,
    Entity,
    Event,
    Failure,
    Place,
    Reading,
    Span,
    Statement,
    content_id,
    make_capture,
)
from recoupe.store import Casefile, new_casefile
from tests.store import building

SURGEON = "Marta Kowal"
MISREAD = "Marta Covall"
WITNESS = "a woman from the cellar"
TOWN = "Saint-Orme"
STREET = "Tanner Row"
LATITUDE, LONGITUDE = 51.76543, 36.12345
SOURCE = "The Lantern"
SOURCE_TITLE = "What the night shift wrote down"
SAID = "They came through"
OPEN = "https://open.example/harbour"

FORBIDDEN = ("marta", "kowal", "covall", "saint-orme", "saintorme", "tanner", "cellar", "lantern",
             "night shift", "51.765", "51.77", "36.123")  # fmt: skip
"""What nobody may read anywhere, in lower case."""

_TEXT = """{killed} people killed at {place}

A shell hit the station of {place} on Wednesday, surgeon {speaker} said. "We counted {killed} dead \
in the hall," she said. "{quote}," said the ministry in Riga. "{came} {street} at night," said \
{witness}, whom {short} had treated. Dr {short} went back to work. A video posted on Telegram \
shows the roof."""


def report(
    address: str,
    *,
    killed: int = 12,
    title: str | None = None,
    outlet: str = "The Paper",
    speaker: str = SURGEON,
    place: str = TOWN,
    street: str = STREET,
    quote: str = "Nobody of ours fired there",
    witness: str = WITNESS,
    hours: int = 0,
) -> tuple[Capture, Reading]:
    """Return a report of the attack: the surgeon says it, the ministry denies it."""
    text = _TEXT.format(
        killed=killed, place=place, speaker=speaker, quote=quote, street=street,
        short=speaker.rpartition(" ")[2], witness=witness, came=SAID,
    )  # fmt: skip
    if title is not None:
        text = f"{title}\n\n{text.partition(chr(10))[2].lstrip()}"
    capture = make_capture(
        text.encode(),
        source=address,
        media_type="text/plain",
        captured_at=building.WHEN.replace(hour=12 + hours),
        declared=Declared(url=address, published="2022-05-05", language="en", outlet=outlet),
    )
    article = replace(building.article_of(capture, text), outlet=outlet, url=address)
    return capture, _whole(building.reading_of(article, speaker, place, "2"), speaker, street)


def _whole(reading: Reading, speaker: str, street: str) -> Reading:
    """Return a reading with a pronoun, a role, short names, the witness and the street."""
    article = reading.article
    woman, ministry = reading.entities
    short = speaker.rpartition(" ")[2]
    woman = replace(
        woman,
        aliases=(short,),
        roles=(building.last(article, "surgeon"),),
        pronouns=(building.last(article, "she"),),
        mentions=tuple(_all(article, short)),
    )
    town = replace(reading.places[0], lat=LATITUDE, lon=LONGITUDE)
    row = Place(
        content_id("place", article.id, street), building.last(article, street), street,
        "district", LATITUDE + 0.001, LONGITUDE, 300, "UA", None, town.id, 0.8,
    )  # fmt: skip
    words = article.text[article.text.index(f'"{SAID}') :]
    said = article.text.rindex("said")
    who = article.span(said + 5, article.text.index(",", said))
    witness = Entity(
        content_id("entity", article.id, "witness"), "person", who.text, (), (), None, (who,), ()
    )
    came = Statement(
        id=content_id("statement", article.id, "came"),
        content=(building.last(article, words[: words.index('"', 1) + 1]),),
        cue=(article.span(said, said + 4),),
        source=(who,),
        speaker=witness.id,
        speaker_name=witness.name,
        kind="direct",
        stance="asserts",
        hedged=False,
        within=None,
        via=(),
        confidence=0.8,
    )
    event = Event(
        content_id("event", article.id, "came"), building.last(article, "came"), "Battles", None,
        None, (), (woman.id,), row.id, None, (), (came.id,), (), False, False,
    )  # fmt: skip
    return replace(
        reading,
        statements=(*reading.statements, came),
        entities=(woman, ministry, witness),
        places=(town, *reading.places[1:], row),
        events=(*reading.events, event),
    )


def _all(article: Article, words: str) -> list[Span]:
    at = article.text.find(words)
    found = []
    while at >= 0:
        found.append(article.span(at, at + len(words)))
        at = article.text.find(words, at + 1)
    return found


def told(folder: Path) -> Casefile:
    """Return the case, checked and reviewed, with everything protected."""
    case = new_casefile(str(folder / "case"), author="Ana", name=f"What {SURGEON} saw")
    reports = (
        report("https://paper.example/one", killed=9, speaker=MISREAD),
        report("https://paper.example/one", killed=12, hours=1),
        report("https://copy.example/two", killed=12, outlet="The Copy", hours=2),
        report(
            "https://third.example/martakowal-speaks", killed=15, outlet="Kowal Daily",
            title=f"{SURGEON} speaks", hours=3,
        ),
        report(
            "https://lantern.example/night", killed=17, outlet=SOURCE, title=SOURCE_TITLE, hours=4
        ),
        building.report(OPEN, killed=30, place="Port-Clair", speaker="Ilze Ozola", version="2"),
    )  # fmt: skip
    for capture, reading in reports:
        case.add_report(capture, reading, author="Ana")
    failed = Failure(
        f"https://gone.example/{SURGEON}.html", None, "http_status", "404 Not Found", False
    )
    case.add_failure(failed, author="Ana")
    _review(case)
    check_case(case, LocalEngine())
    return case


def _review(case: Casefile) -> None:
    """Correct, note, join and protect, each with a reason that says a name."""
    first, *others = (one.reading for one in case.readings(latest=False))
    surgeon, _, witness = others[0].entities
    misread = first.entities[0]
    town = others[0].places[0]
    drafts = (
        Draft("correct", "entity", misread.id, "Ana", f"she is {SURGEON}", {"name": SURGEON}),
        Draft("correct", "statement", others[1].statements[0].id, "Ana", MISREAD,
              {"speaker": None, "speaker_name": "Dr Kowal"}),
        Draft("note", "entity", surgeon.id, "Ana", f"{SURGEON} asked us to leave her out"),
        Draft("confirm", "statement", others[0].statements[1].id, "Ana", "Kowal told me the same"),
        Draft("protect", "entity", surgeon.id, "Ana", f"of {TOWN}"),
        Draft("protect", "entity", witness.id, "Ana"),
        Draft("protect", "place", town.id, "Ana", f"{TOWN} is small"),
        Draft("protect", "report", others[3].article.id, "Ana", f"{SOURCE} was raided"),
        Draft("correct", "place", others[1].places[0].id, "Ana", "", {"name": f"{TOWN} Upper"}),
    )  # fmt: skip
    for draft in drafts:
        case.add_review(draft)
