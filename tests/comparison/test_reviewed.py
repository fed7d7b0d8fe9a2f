"""What people said of copies and findings, as corrections of a comparison."""

from __future__ import annotations

from typing import Any

from recoupe.comparison.corrections import Corrections, Judged, Words
from recoupe.comparison.reviewed import corrections, in_checked
from recoupe.model import Review

ARTICLES = {name: name for name in "abcd"} | {"page-a": "a", "page-b": "b", "old": "a"}


def words(*places: str) -> list[dict[str, Any]]:
    """Return words as a review keeps them: "a3" is the word at 3 of the article a."""
    return [
        {"article": place[:-1], "start": int(place[-1]), "end": int(place[-1]) + 1, "text": "x"}
        for place in places
    ]


def at(place: str) -> Words:
    return Words(place[:-1], int(place[-1]), int(place[-1]) + 1)


def copy(action: Any, report: str, *sources: str, undone: str | None = None) -> Review:
    return review("lineage", action, report, sources, None, undone)


def finding(action: Any, *places: str, undone: str | None = None, **record: Any) -> Review:
    return review("finding", action, "finding-1", (), {"words": words(*places), **record}, undone)


def review(
    kind: Any, action: Any, target: str, others: tuple[str, ...], record: Any, undone: str | None
) -> Review:
    return Review(
        1, "review-1", "2031-05-05", "Marta", action, kind, target, None, None, "", {}, others,
        record, undone,
    )  # fmt: skip


def merged(*groups: tuple[str, ...]) -> Review:
    first, *others = groups
    return finding("merge", *first, others=[{"words": words(*group)} for group in others])


def taken_out(whole: tuple[str, ...], *taken: str) -> Review:
    return finding("split", *whole, apart=words(*taken))


def said(*reviews: Review) -> Corrections:
    return corrections(reviews, ARTICLES)


def test_a_report_is_a_copy_of_others_or_none_by_whatever_id() -> None:
    assert said(copy("merge", "page-a", "b", "c")).copies == (("a", "b"), ("a", "c"))
    assert said(copy("split", "a", "page-b")).no_copies == (("a", "b"),)


def test_what_is_said_of_a_pair_later_stands_above_in_either_direction() -> None:
    turned = said(copy("merge", "a", "b"), copy("merge", "b", "a"))
    assert (turned.copies, turned.no_copies) == ((("b", "a"),), ())
    refused = said(copy("merge", "a", "b"), copy("split", "b", "a"))
    assert (refused.copies, refused.no_copies) == ((), (("b", "a"),))


def test_findings_on_one_matter_have_all_their_words_together() -> None:
    found = said(merged(("a1", "a3"), ("b1",), ("c1",)))
    assert found.one_matter == ((at("a1"), at("a3"), at("b1"), at("c1")),)


def test_what_a_group_is_called_is_said_by_the_finding_that_others_were_joined_to() -> None:
    others = [{"words": words("b1")}]
    found = said(finding("merge", "c1", "d1", matter="the \n dam broke", others=others))
    assert found.one_matter == ((at("c1"), at("b1"), at("d1")),)
    told = [{**words("c1")[0], "text": "he said"}, {**words("d1")[0], "text": "the \n dam"}]
    record = {"words": told, "others": others, "matter": "the dam broke"}
    named = review("finding", "merge", "finding-1", (), record, None)
    assert said(named).one_matter == ((at("d1"), at("b1"), at("c1")),)


def test_words_taken_out_are_kept_from_all_that_stay() -> None:
    found = said(taken_out(("a1", "b1", "c1"), "b1"))
    assert found.two_matters == ((at("a1"), at("b1")), (at("b1"), at("c1")))


def test_who_parts_what_was_joined_leaves_the_rest_together() -> None:
    found = said(merged(("a1", "b1"), ("c1",)), taken_out(("a1", "b1", "c1"), "a1"))
    assert found.one_matter == ((at("b1"), at("c1")),)
    assert found.two_matters == ((at("a1"), at("b1")), (at("a1"), at("c1")))


def test_who_joins_what_was_parted_has_the_last_word() -> None:
    found = said(taken_out(("a1", "b1"), "b1"), merged(("a1",), ("b1",)))
    assert (found.one_matter, found.two_matters) == (((at("a1"), at("b1")),), ())


def test_a_judgement_keeps_the_words_that_it_was_about() -> None:
    found = said(finding("reject", "a1", "b1"), finding("confirm", "c1"))
    assert found.judged == (
        Judged((at("a1"), at("b1")), "rejected"),
        Judged((at("c1"),), "confirmed"),
    )


def test_words_that_no_longer_stand_say_nothing() -> None:
    assert said(finding("reject", "a1", "x1", "x3")) == Corrections()
    assert said(merged(("a1",), ("x1",))) == Corrections()
    assert said(copy("merge", "a", "x")) == Corrections()


def test_what_was_taken_back_says_nothing() -> None:
    assert (
        said(finding("reject", "a1", undone="review-2"), copy("merge", "a", "b", undone="review-3"))
        == Corrections()
    )


def test_a_note_says_nothing_of_what_is_computed() -> None:
    assert said(finding("note", "a1")) == Corrections()


def test_a_record_of_another_program_says_nothing() -> None:
    odd = review("finding", "reject", "finding-1", (), {"words": [{"article": 3}, "a", None]}, None)
    assert said(odd, review("finding", "merge", "f", ("g",), None, None)) == Corrections()


def test_words_follow_their_report_into_its_new_version_to_the_letter() -> None:
    texts = {
        "old": "Rain fell. The dam at Velm broke. Nobody was hurt.",
        "a": "Update. Rain fell. The dam at Velm broke. One man was hurt.",
    }
    here = in_checked(ARTICLES, texts.__getitem__)
    start = texts["old"].index("The dam")
    moved = here(Words("old", start, start + len("The dam at Velm broke")))
    assert moved is not None
    assert texts["a"][moved.start : moved.end] == "The dam at Velm broke"
    gone = texts["old"].index("Nobody")
    assert here(Words("old", gone, len(texts["old"]))) is None
    assert here(Words("b", 0, 4)) == Words("b", 0, 4)
    assert here(Words("unknown", 0, 4)) is None


def test_corrections_are_cut_to_the_reports_of_a_story() -> None:
    whole = said(
        copy("merge", "a", "b"),
        copy("split", "a", "d"),
        merged(("a1", "b1"), ("d1",)),
        taken_out(("b5", "d5"), "b5"),
        finding("reject", "a7", "b7", "d7"),
        finding("confirm", "a8", "d8"),
    )
    assert whole.within(frozenset("ab")) == Corrections(
        copies=(("a", "b"),),
        one_matter=((at("a1"), at("b1")),),
        judged=(Judged((at("a7"), at("b7"), at("d7")), "rejected"),),
    )
