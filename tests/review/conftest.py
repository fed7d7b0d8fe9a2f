"""A small report read by hand, a later version of it, and reviews written in one line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from recoupe.model import (
    LISTS,
    Article,
    Draft,
    Entity,
    Event,
    Evidence,
    Figure,
    Place,
    Reading,
    Review,
    Span,
    Statement,
    Time,
)
from recoupe.review import ReviewedReading, apply_reviews, reviewed_record
from recoupe.review.identity import id_in
from recoupe.review.references import references
from tests.conftest import make_test_article

TEXT = """Le pont de Brival s’est effondré mardi, a annoncé la préfète Anne Morel.

« Deux ouvriers sont morts », a déclaré Anne Morel. Le maire, Luc Péron, dément : \
« Personne n’est mort. » Une vidéo publiée par Luc Péron montre le pont de Brival.

Selon Anne Morel, trois personnes ont été blessées mercredi à Ostel."""

LATER = TEXT.replace("Le pont de Brival s’est", "Hier, le pont de Brival s’est").replace(
    "trois personnes", "au moins quatre personnes"
)
"""The same report, with words before the first statement and others inside the last one."""

BASE = Review(
    number=1,
    id="r1",
    made_at="2022-05-06T10:00:00Z",
    author="ana",
    action="confirm",
    kind="place",
    target="p1",
    report=None,
    article=None,
    reason="",
    changes={},
    others=(),
    record=None,
)
"""A review of which tests make others."""


@dataclass
class Case:
    """Reviews of one report as a casefile keeps them, over any reading of its versions."""

    reading: Reading
    reviews: list[Review] = field(default_factory=list)
    articles: dict[str, Article] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.articles[self.reading.article.id] = self.reading.article

    def at(self, words: str, after: str = "") -> list[int]:
        text = self.reading.article.text
        start = text.index(words, text.index(after))
        return [start, start + len(words)]

    def span(self, words: str, after: str = "") -> Span:
        return self.reading.article.span(*self.at(words, after))

    def applied(self, reading: Reading | None = None) -> ReviewedReading:
        return apply_reviews(reading or self.reading, self.reviews, self.articles)

    def give(self, action: str, kind: str, target: str, **more: object) -> Review:
        """Ask for a review, keep it as a store does and return it."""
        draft = Draft(action, kind, target, "ana", **more)  # type: ignore[arg-type]
        record, changes = reviewed_record(draft, self.applied())
        return self.keep(
            Review(
                number=len(self.reviews) + 1,
                id=f"review-{len(self.reviews) + 1}",
                made_at="2022-05-06T10:00:00Z",
                author=draft.author,
                action=draft.action,
                kind=draft.kind,
                target=draft.target,
                report="report",
                article=self.reading.article.id,
                reason=draft.reason,
                changes=changes,
                others=draft.others,
                record=record,
            )
        )

    def keep(self, review: Review) -> Review:
        self.reviews.append(review)
        return review

    def undo(self, review: Review) -> Review:
        return self.give("undo", "review", review.id)

    def on(self, reading: Reading) -> Case:
        """Return the same reviews over another reading, from which further ones are given."""
        return Case(reading, self.reviews, self.articles)


def statement(case: Case, *content: str, cue: str, after: str = "", **more: object) -> Statement:
    made = Statement(
        id="",
        content=tuple(case.span(words, after) for words in content),
        cue=(case.span(cue, after),),
        source=(),
        speaker=None,
        speaker_name=None,
        kind="indirect",
        stance="asserts",
        hedged=False,
        within=None,
        via=(),
        confidence=0.8,
    )
    made = replace(made, **more)  # type: ignore[arg-type]
    return replace(made, id=id_in(case.reading.article, "statement", made))


def entity(case: Case, name: str, *after: str, **more: object) -> Entity:
    mentions = tuple(case.span(name, each) for each in after)
    made = Entity("", "person", name, (), (), None, mentions, (), f"person:{name.lower()}")
    made = replace(made, **more)  # type: ignore[arg-type]
    return replace(made, id=id_in(case.reading.article, "entity", made))


def place(case: Case, name: str, after: str = "") -> Place:
    span = case.span(name, after)
    made = Place("", span, name, "city", None, None, None, None, None, None, 0.7)
    return replace(made, id=id_in(case.reading.article, "place", made))


def time(case: Case, words: str, value: str) -> Time:
    made = Time("", case.span(words), "DATE", value, value, value, 0.9)
    return replace(made, id=id_in(case.reading.article, "time", made))


def read(article: Article, hurt: str = "trois", count: int = 3) -> Reading:
    """Return a reading of one of the two texts, such as the machine could make."""
    blank = Reading(article, (), (), (), (), (), (), (), ())
    case = Case(blank)
    morel = entity(case, "Anne Morel", "", "« Deux", "Selon")
    peron = entity(case, "Luc Péron", "Le maire", "publiée")
    first = statement(
        case,
        "pont de Brival s’est effondré mardi",
        cue="a annoncé",
        speaker=morel.id,
        speaker_name=morel.name,
    )
    dead = statement(
        case,
        "« Deux ouvriers sont morts »",
        cue="a déclaré",
        kind="direct",
        speaker=morel.id,
        speaker_name=morel.name,
    )
    denial = statement(
        case,
        "« Personne n’est mort. »",
        cue="dément",
        kind="direct",
        stance="denies",
        speaker=peron.id,
        speaker_name=peron.name,
        via=(morel.id,),
    )
    injured = statement(
        case,
        f"{hurt} personnes ont été blessées mercredi à Ostel",
        cue="Selon",
        after="Selon",
        speaker=morel.id,
        speaker_name=morel.name,
    )
    brival, again, ostel = (
        place(case, "Brival"),
        place(case, "Brival", "montre"),
        place(case, "Ostel"),
    )
    again = replace(again, within=brival.id)
    tuesday, wednesday = time(case, "mardi", "2022-05-03"), time(case, "mercredi", "2022-05-04")
    wednesday = replace(wednesday, anchor="time", anchor_time=tuesday.id)
    killed = Figure(
        "", case.span("Deux ouvriers"), 2, 2, False, "killed", "ouvriers", dead.id, False,
        tuesday.id, brival.id,
    )  # fmt: skip
    killed = replace(killed, id=id_in(article, "figure", killed))
    wounded = Figure(
        "", case.span(f"{hurt} personnes"), count, count, False, "injured", None, injured.id, False,
        wednesday.id, ostel.id,
    )  # fmt: skip
    wounded = replace(wounded, id=id_in(article, "figure", wounded))
    collapse = Event(
        "", case.span("effondré"), "Strategic developments", "Other", None, (), (peron.id,),
        brival.id, tuesday.id, (killed.id,), (first.id,), (denial.id,), False, False,
    )  # fmt: skip
    collapse = replace(collapse, id=id_in(article, "event", collapse))
    shows = case.span("le pont", "montre")
    video = Evidence("", case.span("Une vidéo"), "video", None, None, peron.id, None, shows)
    video = replace(video, id=id_in(article, "evidence", video))
    return Reading(
        article,
        (first, dead, denial, injured),
        (morel, peron),
        (brival, again, ostel),
        (tuesday, wednesday),
        (killed, wounded),
        (collapse,),
        (video,),
        (),
    )


def dangling(reading: Reading) -> list[str]:
    """Return every id that a record of the reading refers to and that is not in it."""
    ids = {kind: {one.id for one in getattr(reading, name)} for kind, name in LISTS.items()}
    return [
        f"{record.id}.{field}"
        for kind, name in LISTS.items()
        for record in getattr(reading, name)
        for field, other, record_id in references(kind, record)
        if record_id not in ids[other]
    ]


@pytest.fixture
def case() -> Case:
    """The report as the machine read it, with no review yet."""
    return Case(read(make_test_article(TEXT, "fr", "2022-05-05")))


@pytest.fixture
def later() -> Reading:
    """The machine's reading of the report's later version."""
    return read(make_test_article(LATER, "fr", "2022-05-05"), "au moins quatre", 4)


def by_content(reading: Reading, words: str) -> Statement:
    return next(one for one in reading.statements if words in one.content[0].text)


def entity_named(reading: Reading, name: str) -> Entity:
    return next(one for one in reading.entities if one.name == name)
