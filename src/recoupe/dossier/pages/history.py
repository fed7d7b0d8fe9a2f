"""Review history: who said what of a record or report, when, and whether it still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from recoupe.model import Article, Json, Review, ReviewAction, TargetKind

_NAMING: Final = ("content", "span", "trigger", "name", "title", "matter")
"""Fields of a record that name it, whichever it has."""


@dataclass(frozen=True, slots=True)
class FieldReview:
    """One field that a person set, as it was and as it became, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review in words; ``words`` are those of what was reviewed, ``undone`` if taken back.

    ``named`` are what it joins or parts in words, as far as these are known. ``article`` is the one
    in which the reviewed words stand. ``later`` says that it takes effect with the next check.
    """

    id: str
    at: str
    author: str
    action: ReviewAction
    kind: TargetKind
    target: str
    words: str
    changes: tuple[FieldReview, ...]
    reason: str
    undone: bool
    others: tuple[str, ...]
    named: tuple[str, ...] = ()
    article: str | None = None

    @property
    def later(self) -> bool:
        """Whether it bears on what is compared alone, which the next check does."""
        judged = self.kind in {"finding", "story", "lineage"}
        return judged and self.action in {"confirm", "reject", "merge", "split"}


def history(
    reviews: Iterable[Review],
    article: Article | None = None,
    names: Mapping[str, str] | None = None,
) -> tuple[ReviewLine, ...]:
    """Return reviews in words, the newest first; ``article`` is the text that spans are of.

    ``names`` are what ids that reviews join and part are called.
    """
    return tuple(_line(review, article, names or {}) for review in sorted(reviews, key=_newest))


def newest(reviews: Iterable[Review], target: str) -> str:
    """Return the id of the last review of a target, oldest first, "" where there is none."""
    found = [one.id for one in reviews if one.target == target and one.kind != "lineage"]
    return found[-1] if found else ""


def of_record(reviews: Sequence[Review], id_: str, in_force: Sequence[str]) -> tuple[Review, ...]:
    """Return the reviews of one record, and whatever took one of them back or brought it back.

    ``in_force`` are the ids of those that hold for it, of another version of its report too.
    """
    found = {one.id for one in reviews if one.target == id_ or one.id in in_force}
    for one in reviews:  # oldest first: an undo comes after what it takes back
        if one.action == "undo" and one.target in found:
            found.add(one.id)
    return tuple(one for one in reviews if one.id in found)


def _newest(review: Review) -> int:
    return -review.number


def _line(review: Review, article: Article | None, names: Mapping[str, str]) -> ReviewLine:
    text = article.text if article is not None and review.article == article.id else None
    record = review.record or {}
    cited = _names(record.get("cited"))
    return ReviewLine(
        id=review.id,
        at=review.made_at,
        author=review.author,
        action=review.action,
        kind=review.kind,
        target=review.target,
        words=_words(record),
        changes=tuple(
            FieldReview(name, _plain(record.get(name), None, cited), _plain(value, text, cited))
            for name, value in review.changes.items()
        )
        if review.action != "add"
        else (),
        reason=review.reason,
        undone=not review.in_force,
        others=review.others,
        named=tuple(_named(review, names)),
        article=review.article,
    )


def _named(review: Review, names: Mapping[str, str]) -> Iterator[str]:
    """Yield what a review joins or parts, in words."""
    record: Mapping[str, Any] = review.record or {}
    for one in record.get("others", ()) if review.action == "merge" else ():
        yield str(one.get("matter") or one.get("id"))
    for one in record.get("apart", ()) if review.action == "split" else ():
        yield str(one.get("text"))
    for one in record.get("sources", ()):
        yield " · ".join(str(one[name]) for name in ("outlet", "title") if one.get(name))
    if not {"others", "apart", "sources"} & record.keys():
        yield from (names[one] for one in review.others if one in names)


def _words(record: Mapping[str, Json]) -> str:
    """Return the words that a record is known by, empty where there are none."""
    for name in _NAMING:
        if (value := record.get(name)) is not None:
            return _plain(value, None, {})
    return ""


def _names(cited: object) -> dict[str, str]:
    """Return what the records that a review cites are called, by id."""
    lists: list[Any] = list(cited.values()) if isinstance(cited, Mapping) else []
    return {str(one["id"]): _words(one) for some in lists for one in some if "id" in one}


def _plain(value: Any, text: str | None, cited: Mapping[str, str]) -> str:  # noqa: ANN401 - any JSON
    """Return a value of a field in words; spans as the words of ``text``, ids as their names."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, Mapping):
        return str(value.get("text", ", ".join(str(one) for one in value.values())))
    if isinstance(value, list | tuple):
        if _is_place(value):
            start, end = value
            return f"[{start}, {end})" if text is None else text[start:end]
        return " … ".join(_plain(one, text, cited) for one in value) or "–"
    return cited.get(str(value), str(value))


def _is_place(value: Sequence[object]) -> bool:
    numbers = [one for one in value if isinstance(one, int) and not isinstance(one, bool)]
    return len(value) == 2 and len(numbers) == 2
