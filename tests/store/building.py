"""Small reports with one record or more of each kind, made without any reader."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from recoupe.model import (
    Article,
    Block,
    Capture,
    Declared,
    Entity,
    Event,
    Evidence,
    Figure,
    Place,
    Reader,
    Reading,
    Span,
    Statement,
    Time,
    content_id,
    make_article,
    make_capture,
    warc_record,
)

PAIR = (
    warc_record(
        "urn:uuid:00000001",
        "request",
        "2022-05-05T12:00:00Z",
        gzip.compress(b"WARC/1.1\r\nWARC-Type: request\r\n\r\nGET /one\r\n\r\n", mtime=0),
        url="https://paper.example/one",
        concurrent_to="urn:uuid:00000002",
    ),
    warc_record(
        "urn:uuid:00000002",
        "response",
        "2022-05-05T12:00:00Z",
        gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n200 OK\r\n\r\n", mtime=0),
        url="https://paper.example/one",
        status=200,
        media_type="text/plain",
    ),
)
"""Two web archive records of an exchange; the store looks at their bytes no further."""
WHEN = datetime(2022, 5, 5, 12, 0, tzinfo=UTC)
TEXT = """{killed} people killed at {place}

A shell hit the station of {place} on Wednesday, {speaker} said. "We counted {killed} dead," she \
said. "{quote}," said the ministry in Riga. A video posted on Telegram shows the roof."""


def report(
    address: str | None = "https://paper.example/one",
    *,
    killed: int = 12,
    place: str = "Port-Clair",
    speaker: str = "Anna Berzina",
    quote: str = "Nobody fired there",
    hours: int = 0,
    version: str = "1",
    **declared: Any,
) -> tuple[Capture, Reading]:
    """Return a report captured ``hours`` after :data:`WHEN`, as readers of ``version`` read it.

    Other words at one ``address`` make a new version of it. A reading of version "1" lacks the
    ministry's statement, so that re-reading by a newer one finds something.
    """
    text = TEXT.format(killed=killed, place=place, speaker=speaker, quote=quote)
    capture = make_capture(
        text.encode(),
        source=address or "-",
        media_type="text/plain",
        captured_at=WHEN + timedelta(hours=hours),
        declared=Declared(url=address, published="2022-05-05", language="en", **declared),
    )
    return capture, reading_of(article_of(capture, text), speaker, place, version)


def article_of(capture: Capture, text: str) -> Article:
    """Return the article of a text whose first line is its headline."""
    end = text.index("\n\n")
    blocks = (Block("headline", 0, end), Block("paragraph", end + 2, len(text)))
    return make_article(
        capture,
        text,
        blocks,
        title=text[:end],
        outlet="The Paper",
        published="2022-05-05",
        language="en",
    )


def reading_of(article: Article, speaker: str, place: str, version: str = "1") -> Reading:
    """Return what a reader of this version finds in an article of :func:`report`."""
    woman = _entity(article, speaker, "person")
    ministry = _entity(article, "the ministry", "organisation")
    where = Place(
        _id("place", article, place), last(article, place), place, "city",
        47.1, 37.5, 5000, "UA", None, None, 0.9,
    )  # fmt: skip
    riga = Place(
        _id("place", article, "Riga"), last(article, "Riga"), "Riga", "city",
        None, None, None, None, None, None, 0.2,
    )  # fmt: skip
    when = Time(
        _id("time", article, "day"), last(article, "Wednesday"), "DATE",
        "2022-05-04", "2022-05-04", "2022-05-04", 0.9, "published",
    )  # fmt: skip
    body = article.text[article.blocks[1].start :]
    quoted = body.split('"')
    hit = body[: body.index(",")]
    first = _statement(article, hit, speaker, "indirect", woman)
    count = _statement(article, f'"{quoted[1]}"', "she", "direct", woman)
    denied = _statement(article, f'"{quoted[3]}"', "the ministry", "direct", ministry, "denies")
    number = quoted[1].split()[2]
    figure = Figure(
        _id("figure", article, "dead"), last(article, number), int(number), int(number), False,
        "killed", None, count.id, False, when.id, where.id,
    )  # fmt: skip
    event = Event(
        _id("event", article, "hit"), last(article, "hit"), "Explosions/Remote violence", None,
        None, (), (), where.id, when.id, (figure.id,), (first.id,), (), False, False,
    )  # fmt: skip
    video = Evidence(
        _id("evidence", article, "video"), last(article, "video"), "video", None, "Telegram",
        None, None, last(article, "the roof"),
    )  # fmt: skip
    return Reading(
        article=article,
        statements=(first, count) if version == "1" else (first, count, denied),
        entities=(woman, ministry),
        places=(where, riga),
        times=(when,),
        figures=(figure,),
        events=(event,),
        evidence=(video,),
        readers=(Reader("statements", "by hand", version),),
    )


def last(article: Article, words: str) -> Span:
    """Return the span of the last place where ``words`` stand."""
    start = article.text.rindex(words)
    return article.span(start, start + len(words))


def _entity(article: Article, name: str, kind: Any) -> Entity:
    key = hashlib.sha256(name.encode()).hexdigest()[:12]
    return Entity(
        _id("entity", article, name), kind, name, (), (), None, (last(article, name),), (), key
    )


def _statement(
    article: Article, content: str, source: str, kind: Any, speaker: Entity, stance: Any = "asserts"
) -> Statement:
    words = last(article, content)
    cue = article.text.index("said", words.end)
    who = article.text.index(source, words.end)
    return Statement(
        id=_id("statement", article, content),
        content=(words,),
        cue=(article.span(cue, cue + len("said")),),
        source=(article.span(who, who + len(source)),),
        speaker=speaker.id,
        speaker_name=speaker.name,
        kind=kind,
        stance=stance,
        hedged=False,
        within=None,
        via=(),
        confidence=0.8,
    )


def _id(kind: str, article: Article, what: str) -> str:
    return content_id(kind, article.id, what)
