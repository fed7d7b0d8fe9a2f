"""A casefile in which every word that somebody else may choose is hostile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from recoupe.model import (
    About,
    Block,
    Capture,
    Declared,
    Derivation,
    Draft,
    Entity,
    Event,
    Evidence,
    Failure,
    Figure,
    Finding,
    Origin,
    Passage,
    Place,
    Position,
    Reader,
    Reading,
    Reason,
    Said,
    Span,
    Statement,
    Story,
    Time,
    content_id,
    make_article,
    make_capture,
)
from recoupe.store import Casefile, new_casefile
from recoupe.store.checks import Came
from recoupe.store.keeping import Update, rows_of_check, rows_of_story
from recoupe.story.reviewed import Said as Told
from tests.store.building import WHEN

STORY: Final = "story-hostile"
PARAGRAPH: Final = 5_000
"""Lines of one paragraph."""

MARKUP: Final = (
    "<script>window.pwned=1</script>",
    "\"'><img src=x onerror=window.pwned=2>",
    "<svg onload=window.pwned=3><a xlink:href='javascript:window.pwned=4'>go</a></svg>",
    "<!-- <b> --> --!><plaintext>",
    "</script></title></textarea></style><script>window.pwned=5</script>",
    "]]><![CDATA[<script>window.pwned=6</script>",
    "<iframe srcdoc='<script>parent.pwned=7</script>'></iframe>",
    "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>*{display:none}@import 'https://evil.example/a.css'</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=8>",
    "<form action=https://evil.example><button formaction=javascript:window.pwned=9>go</button>",
    "&lt;script&gt; &#x3c;script&#x3e; &amp;amp; %3Cscript%3E",
    "{{7*7}} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
)
LINKS: Final = (
    "javascript:window.pwned=10",
    "JaVa\tScRiPt:window.pwned=11",
    "data:text/html,<script>window.pwned=12</script>",
    "vbscript:msgbox(1)",
    "https://evil.example/\"onmouseover='window.pwned=13'x=\"",
    "//evil.example/x",
)
ODD: Final = (
    "override \u202eevil\u202c and embedding \u202b\u202a end",
    "isolates \u2067\u2066\u2068 never closed",
    "NUL \x00 bell \x07 escape \x1b[31mred\x1b]0;title\x07 C1 \x9b31m delete \x7f",
    "replaced \ufffd surrogate, not a character \ufffe",
    "flood a" + "\u0301\u0323\u0489" * 300 + " end",
    "long " + "W" * 10_000,
    "emoji 👩‍👩‍👧‍👦🏳️‍🌈🇫🇷👍🏿 \ufe0f\u200d",
    "قالت الوزارة إن القصف أصاب المحطة 12 שלום",
    '=HYPERLINK("https://evil.example","x") +1+1 @SUM(1) -2',
    "line\u2028separator\u2029paragraph \u00ad\u200b\u2060 invisible",
)
PAYLOADS: Final = (*MARKUP, *LINKS, *ODD)
NAME: Final = MARKUP[1] + " " + ODD[0] + " " + MARKUP[2] + " \x1b[31m"
"""What everybody and everything is called."""


@contextmanager
def hostile(path: Path) -> Iterator[Casefile]:
    """Yield it: three reports, a new version, reviews, a failure, and a cross-check by hand."""
    with new_casefile(str(path), author="Ana", name=NAME) as case:
        readings = [report(case, number) for number in range(3)]
        report(case, 0, again="again")
        _review(case, readings[1])
        gone = Failure(LINKS[0] + NAME, None, "network", "refused: " + MARKUP[0] + ODD[2], True)
        case.add_failure(gone, author=NAME)
        _check(case, readings[1:])
        yield case


def report(case: Casefile, number: int, again: str = "") -> Reading:
    """Add a report that says every hostile thing, and return its reading."""
    link = LINKS[number % len(LINKS)] if number else "https://paper.example/<script>?a=\"b'&c"
    extra = "" if number else " ".join(f"line {at}\n" for at in range(PARAGRAPH))
    said = [f"{one} {number}{again}" for one in PAYLOADS]
    text = "\n\n".join([NAME, *said, f"12 people of {NAME} went today", extra or "end"])
    capture = make_capture(
        text.encode("utf-8"),
        source=f"https://paper{number}.example/" if not number else f"{link}#{number}",
        media_type="text/plain",
        captured_at=WHEN,
        declared=Declared(
            url=link,
            outlet=NAME,
            title=NAME,
            byline=NAME,
            published="2022-05-05",
            language="ar" if number == 2 else "en",
        ),
    )
    reading = _reading(capture, text)
    case.add_report(capture, reading, author=NAME)
    return reading


def _reading(capture: Capture, text: str) -> Reading:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        kind: Any = "paragraph" if blocks else "headline"
        if part:
            blocks.append(Block(kind, at, at + len(part)))
        at += len(part) + 2
    told = capture.declared
    article = make_article(
        capture, text, tuple(blocks), title=NAME, outlet=NAME, byline=NAME,
        published="2022-05-05", language=told.language or "en",
    )  # fmt: skip
    spans = [article.span(block.start, block.end) for block in article.blocks]
    body, last = spans[1 : 1 + len(PAYLOADS)], spans[1 + len(PAYLOADS)]

    def id_(kind: str, what: object) -> str:
        return content_id(kind, article.id, what)

    people = tuple(
        Entity(id_("entity", span), "person", f"{NAME} {span.text}"[:300], (span.text[:99],),
               (span,), None, (span,), (), f"key {at}")
        for at, span in enumerate(body[:6])
    )  # fmt: skip
    statements = tuple(
        Statement(id_("statement", span), (span,), (), (spans[0],), people[at % 6].id,
                  people[at % 6].name, "direct", "denies" if at % 3 else "asserts", at % 2 == 0,
                  None, (), 0.4)
        for at, span in enumerate(body)
    )  # fmt: skip

    def within(words: str) -> Span:
        start = last.start + last.text.index(words)
        return article.span(start, start + len(words))

    place = Place(id_("place", 1), within(NAME[:30]), NAME, "city", 47.1, 37.5, 5000, "UA",
                  None, None, 0.9)  # fmt: skip
    lost = Place(id_("place", 2), body[0], MARKUP[0], "other", None, None, None, None, None, None,
                 0.1)  # fmt: skip
    day = Time(id_("time", 1), within("today"), "DATE", "2022-05-05", "2022-05-05",
               "2022-05-05", 0.9)  # fmt: skip
    figure = Figure(id_("figure", 1), within("12 people"), 12, 12, False, "killed", NAME,
                    statements[0].id, False, day.id, place.id)  # fmt: skip
    event = Event(id_("event", 1), body[1], "Battles", None, None, (people[0].id,), (), place.id,
                  day.id, (figure.id,), (statements[1].id,), (), False, False)  # fmt: skip
    shown = tuple(
        Evidence(id_("evidence", at), body[at], "video", NAME, NAME, None, link, body[at])
        for at, link in enumerate(LINKS)
    )
    readers = (Reader("statements", NAME, MARKUP[0]),)
    return Reading(
        article, statements, people, (place, lost), (day,), (figure,), (event,), shown, readers
    )


def _review(case: Casefile, reading: Reading) -> None:
    one, two, three, *_ = reading.statements
    outlet = {"outlet": MARKUP[1] + ODD[0]}
    for draft in (
        Draft("confirm", "statement", one.id, NAME, "\n".join(PAYLOADS)),
        Draft("reject", "statement", two.id, NAME, MARKUP[4]),
        Draft("correct", "statement", three.id, NAME, MARKUP[0], {"stance": "demands"}),
        Draft("note", "report", reading.article.id, NAME, MARKUP[2]),
        Draft("correct", "report", reading.article.id, NAME, NAME, outlet),
        Draft("protect", "place", reading.places[1].id, NAME, MARKUP[0]),
    ):
        case.add_review(draft)


def _check(case: Casefile, readings: list[Reading]) -> None:
    one, two = readings
    stood = tuple(_position(reading, at) for at in (3, 4) for reading in readings)
    findings = tuple(
        Finding(f"finding-hostile-{at}", STORY, kind, matter, About("killed", NAME, "2022-05-05",
                MARKUP[0]), stood, (Reason("one_origin"),), "time", None)
        for at, (kind, matter) in enumerate(
            [("dispute", NAME), ("denial", MARKUP[4]), ("single_source", " ".join(PAYLOADS))]
        )
    )  # fmt: skip
    here, there = two.article.span(0, 9), one.article.span(0, 9)
    lineage = (
        Derivation(two.article.id, one.article.id, Origin("outlet", NAME), "verbatim", 0.8,
                   (Passage(here, there),), (Reason("same_quotation"),)),
        Derivation(one.article.id, None, Origin("agency", MARKUP[0]), "credited", 0.4,
                   (Passage(there, None),), ()),
    )  # fmt: skip
    articles = tuple(reading.article.id for reading in readings)
    story = Story(STORY, NAME, articles, "2022-05-04", "2022-05-05", one.places[0], ())
    kept = case.keep_check(
        Update(
            based_on=None,
            log_number=list(case.log())[-1].number,
            code="by hand",
            said=Told(frozenset(), frozenset()),
            anew=True,
            groupings={},
            stories={STORY: rows_of_story(story)},
            checks={STORY: rows_of_check(STORY, "key", Came(lineage, findings))},
        )
    )
    assert kept


def _position(reading: Reading, at: int) -> Position:
    statement = reading.statements[at]
    said = Said(reading.article.id, statement.id, statement.content[0], "2022-05-05")
    return Position(NAME, None, statement.stance, at, at + 2, (said,), 1, 1, "2022-05-05",
                    "2022-05-05")  # fmt: skip
