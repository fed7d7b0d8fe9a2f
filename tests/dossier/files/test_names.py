"""Names of files: other ones for other pages, and such as any disk takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recoupe.dossier.files.names import OURS, PageFile, short_name, way

IDS = st.text(max_size=300)


@given(st.sampled_from(["story", "report", "statement", "speaker", "outlet"]), IDS)
def test_whatever_the_id_a_name_is_short_ascii_and_ours(kind: str, id_: str) -> None:
    page = PageFile(kind, id_, 12, "story", id_)  # type: ignore[arg-type]
    assert OURS.fullmatch(page.path)
    assert page.path.isascii()
    assert len(page.path) < 120
    assert not set(page.path) & set('<>:"\\|?*')
    assert ".." not in page.path


@given(IDS, IDS)
def test_other_ids_have_other_names(one: str, other: str) -> None:
    assert (short_name(one) == short_name(other)) == (one == other)


def test_ids_of_ours_are_known_by_their_hash_and_stances_by_their_name() -> None:
    assert PageFile("case").path == "index.html"
    assert PageFile("case", number=2).path == "index-2.html"
    assert PageFile("story", "story-0123456789abcdef", 3).path == "stories/0123456789abcdef-3.html"
    said = PageFile("speaker", "party-0123456789abcdef", 1, "stance", "cannot_verify")
    assert said.path == "speakers/0123456789abcdef-stance-cannot-verify.html"
    assert PageFile("outlet", "The Post").path.startswith("outlets/the-post-")


def test_statements_stand_on_sixteen_shelves() -> None:
    assert PageFile("statement", "statement-0123456789abcdef").path == (
        "statements/f/0123456789abcdef.html"
    )


def test_the_way_to_a_file_begins_where_one_is() -> None:
    assert way("index.html", "reports/a.html") == "reports/a.html"
    assert way("statements/f/a.html", "index.html") == "../../index.html"
