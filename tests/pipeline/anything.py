"""Readings of anything that the types of their fields allow, in two languages and odd letters."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from recoupe.model import Article, Declared, Metadata, Reading, Span, make_article, make_capture

TEXTS = (
    "Le maire a dit : « Nous avons compté douze blessés. » Il l’a répété mardi à Brest.",
    'The mayor said: "We counted twelve wounded." She said so again on Tuesday in Cork.',
    "Київ, 東京, 🚲\u200d e\u0301tage\x00 \ufffd \u202eright to left\n\nsecond part",
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
}


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return an article of one of the texts, whatever else is said of it."""
    text = draw(st.sampled_from(TEXTS))
    when = draw(st.datetimes(datetime(1970, 1, 2), datetime(9990, 1, 1)))
    capture = make_capture(
        draw(st.binary(max_size=20)),
        source=draw(WORDS),
        media_type=draw(WORDS),
        captured_at=when.replace(tzinfo=UTC),
        declared=Declared(url=draw(st.none() | WORDS)),
    )
    made = make_article(capture, text, (), language=draw(st.sampled_from(["fr", "en"])))
    hints = get_type_hints(Article)
    names = ("title", "outlet", "byline", "modified", "links", "blocks", "recalled", "input_id")
    said = {name: draw(values(hints[name], made)) for name in names}
    day = st.dates().map(str) | st.just("2022-05-04T10:00:00+02:00") | st.just("no day")
    said["published"] = draw(st.none() | day)
    return replace(made, **said, metadata=draw(st.none() | records(Metadata, made)))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading of an article, its lists of any records."""
    article = draw(articles())
    lists = {
        name: draw(values(hint, article))
        for name, hint in get_type_hints(Reading).items()
        if name != "article"
    }
    return Reading(article, **lists)


def records(kind: Any, article: Article) -> st.SearchStrategy[Any]:
    """Return what makes records of a kind, with words of this article."""
    hints = get_type_hints(kind)
    of_fields = {field.name: values(hints[field.name], article) for field in fields(kind)}
    return st.builds(kind, **of_fields)


def values(hint: Any, article: Article) -> st.SearchStrategy[Any]:
    """Return what makes values of a type."""
    if hint is Span:
        ends = st.tuples(*[st.integers(0, len(article.text))] * 2).filter(
            lambda two: two[0] != two[1]
        )
        return ends.map(lambda two: article.span(min(two), max(two)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0], article), max_size=2).map(tuple)
    if is_dataclass(hint):
        return records(hint, article)
    kinds = get_args(hint)
    if kinds and all(isinstance(one, str) for one in kinds):
        return st.sampled_from(kinds)
    if NoneType in kinds:
        literal = [one for one in kinds if isinstance(one, str)]
        rest = [values(one, article) for one in kinds if one is not NoneType and one not in literal]
        return st.one_of(st.none(), *rest, *([st.sampled_from(literal)] if literal else []))
    return PLAIN[hint]
