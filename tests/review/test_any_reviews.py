"""Whatever people say in whatever order: the reading holds together, and undoing gives it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import RecordError, StoreError
from recoupe.model import LISTS, RECORD_KINDS, Reading, RecordKind, Review, spans_of
from recoupe.review import apply_reviews, in_force
from recoupe.review.identity import place_in_text
from recoupe.review.references import circular, with_references
from tests.conftest import make_test_article
from tests.review.conftest import LATER, TEXT, Case, dangling, read

FIRST = read(make_test_article(TEXT, "fr", "2022-05-05"))
SECOND = read(make_test_article(LATER, "fr", "2022-05-05"), "au moins quatre", 4)

SPANS = [[3, 16], [17, 30], [37, 42], [76, 103], [106, 128], [240, 251], [0, 1], [60, 75]]
REFERENCES = ("speaker", "within", "affiliation", "according_to", "time", "place", "part_of")
PLAIN: Mapping[str, tuple[object, ...]] = {
    "stance": ("denies", "confirms"),
    "speaker_name": ("Anne Morel", "Luc Peron", "Somebody", None),
    "name": ("Anne Morel", "Brival-sur-Mer", "Luc Péron"),
    "hedged": (True,),
    "low": (0, 3, None),
    "value": ("2022-05-03", "P2D", None),
    "lat": (48.5, None),
    "lon": (2.0,),
    "medium": ("photo",),
}


@st.composite
def commands(draw: st.DrawFn) -> tuple[str, RecordKind, int, dict[str, object]]:
    """Draw an action, a kind of record, which of them, and what to set in it."""
    action = draw(st.sampled_from(("confirm", "correct", "reject", "add", "protect", "undo")))
    kind = draw(st.sampled_from(RECORD_KINDS))
    said: dict[str, object] = {}
    for name in draw(st.lists(st.sampled_from(sorted(PLAIN)), max_size=2)):
        said[name] = draw(st.sampled_from(PLAIN[name]))
    for name in draw(st.lists(st.sampled_from(REFERENCES), max_size=2)):
        said[name] = draw(st.integers(0, 5))
    if action == "add" or draw(st.booleans()):
        spans = draw(st.lists(st.sampled_from(SPANS), min_size=1, max_size=2))
        said |= {"content": spans, "mentions": spans, "span": spans[0], "trigger": spans[0]}
    said |= {"type": "Protests", "subtype": None} if kind == "event" and action == "add" else {}
    return action, kind, draw(st.integers(0, 6)), said


def obey(case: Case, command: tuple[str, RecordKind, int, dict[str, object]]) -> None:
    """Give the review that a command asks for, unless it is refused."""
    action, kind, which, said = command
    try:
        if action == "undo":
            if case.reviews:
                case.undo(case.reviews[which % len(case.reviews)])
            return
        now = case.applied()
        rejected = [one for one in now.rejected.values() if one.id.startswith(kind)]
        records = [*getattr(now.reading, LISTS[kind]), *rejected]
        if action == "add":
            case.give("add", kind, now.reading.article.id, changes=fitting(case, kind, said))
        elif records:
            changes = fitting(case, kind, said) if action == "correct" else {}
            case.give(action, kind, records[which % len(records)].id, changes=changes)
    except (RecordError, StoreError):
        return


def fitting(case: Case, kind: RecordKind, said: dict[str, object]) -> dict[str, object]:
    """Return what fits a kind, each reference as the id of some record of the reading."""
    from recoupe.model import RECORDS
    from recoupe.review.references import REFERENCES as FIELDS

    known = RECORDS[kind].__dataclass_fields__
    changes: dict[str, object] = {}
    for name, value in said.items():
        if name in FIELDS[kind]:
            records = getattr(case.applied().reading, LISTS[FIELDS[kind][name]])
            if isinstance(value, int) and records:
                changes[name] = records[value % len(records)].id
        elif name in known and name not in REFERENCES:
            changes[name] = value
    return changes


def newer(reading: Reading, drop: frozenset[int]) -> Reading:
    """Return a reading of a newer model, which has lost some records and renamed all others."""
    kept = {
        kind: [one for at, one in enumerate(getattr(reading, LISTS[kind])) if at not in drop]
        for kind in RECORD_KINDS
    }
    there = {one.id for one in chain.from_iterable(kept.values())}

    def here(kind: RecordKind, record_id: str) -> str | None:
        return f"{record_id}-newer" if record_id in there else None

    lists = {
        LISTS[kind]: tuple(
            replace(with_references(kind, one, here), id=f"{one.id}-newer") for one in records
        )
        for kind, records in kept.items()
    }
    return replace(reading, **lists)


def whole(reading: Reading) -> list[str]:
    """Return everything that does not hold in a reading."""
    found = dangling(reading)
    for kind, name in LISTS.items():
        records = {one.id: one for one in getattr(reading, name)}
        if len(records) < len(getattr(reading, name)):
            found.append(f"two {name} with one id")
        for record in records.values():
            found += [f"{record.id} is in a circle"] if circular(kind, record, records) else []
            found += [
                f"{record.id} has other words than the text"
                for span in spans_of(record)
                if reading.article.text[span.start : span.end] != span.text
            ]
        starts = [place_in_text(one)[0] for one in getattr(reading, name)]
        found += [f"{name} are not in the text's order"] if starts != sorted(starts) else []
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(commands(), max_size=12), st.frozensets(st.integers(0, 4)))
def test_any_reviews_leave_a_whole_reading_and_can_all_be_undone(
    asked: list[tuple[str, RecordKind, int, dict[str, object]]], drop: frozenset[int]
) -> None:
    case = Case(FIRST)
    for command in asked:
        obey(case, command)
    readings = [FIRST, SECOND, newer(FIRST, drop), newer(SECOND, drop)]
    for reading in readings:
        found = case.applied(reading)
        assert whole(found.reading) == []
        assert found == case.applied(reading)
        live = {one.id for name in LISTS.values() for one in getattr(found.reading, name)}
        for mark in found.marks.values():
            assert (mark.standing == "rejected") == (mark.id in found.rejected)
            assert mark.id in live or mark.standing in {"rejected", None}
    once = case.applied().reading
    assert case.applied(once).reading == once
    for review in [one for one in in_force(case.reviews) if one.in_force and one.action != "undo"]:
        case.undo(review)
    for reading in readings:
        assert case.applied(reading).reading == reading
        assert case.applied(reading).marks == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(commands(), max_size=6), st.lists(commands(), max_size=6), st.randoms())
def test_reviews_of_both_versions_hold_in_both_and_in_any_selection(
    first: list[tuple[str, RecordKind, int, dict[str, object]]],
    second: list[tuple[str, RecordKind, int, dict[str, object]]],
    random: st.DataObject,
) -> None:
    case = Case(FIRST)
    for command in first:
        obey(case, command)
    later = case.on(SECOND)
    for command in second:
        obey(later, command)
    some: list[Review] = [one for one in case.reviews if random.random() < 0.7]  # type: ignore[attr-defined]
    for reading in (FIRST, SECOND):
        assert whole(case.applied(reading).reading) == []
        assert whole(apply_reviews(reading, some, case.articles).reading) == []
