"""Text cut under marks: nothing lost, everything nested."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.dossier.marks import Mark, Piece, cut

TEXT = "abcdefghijklmnopqrst"


def mark(start: int, end: int, row: str, role: str = "content") -> Mark:
    return Mark(start, end, role, row, anchor=f"in-{row}")  # type: ignore[arg-type]


def outline(pieces: tuple[Piece, ...]) -> str:
    """Write pieces as a reader of the HTML would see them: ``x(`` opens mark x, ``)`` closes."""
    return "".join(
        "".join(f"{o.mark.row}{'' if o.first else '~'}(" for o in piece.opens)
        + piece.text
        + ")" * piece.closes
        for piece in pieces
    )


def test_without_marks_a_block_is_one_piece() -> None:
    assert outline(cut(TEXT, 2, 5, ())) == "cde"


def test_nested_marks_nest() -> None:
    assert outline(cut(TEXT, 0, 10, [mark(4, 6, "B"), mark(2, 8, "A")])) == "abA(cdB(ef)gh)ij"


def test_equal_marks_nest_with_statements_outside() -> None:
    place, said = mark(2, 4, "P", "place"), mark(2, 4, "S")
    assert outline(cut(TEXT, 0, 6, [place, said])) == "abS(P(cd))ef"


def test_crossing_marks_are_cut_at_the_edge_of_the_outer() -> None:
    assert outline(cut(TEXT, 0, 8, [mark(1, 4, "A"), mark(3, 6, "B")])) == "aA(bcB(d))B~(ef)gh"


def test_a_mark_that_runs_over_two_blocks_goes_on_in_the_second() -> None:
    marks = [mark(3, 9, "A")]
    assert outline(cut(TEXT, 0, 5, marks)) == "abcA(de)"
    assert outline(cut(TEXT, 7, 11, marks)) == "A~(hi)jk"


def test_a_click_leads_to_the_innermost_statement_and_else_to_the_record() -> None:
    marks = [mark(0, 6, "A"), mark(2, 4, "B"), mark(3, 4, "P", "place"), mark(8, 9, "T", "time")]
    rows = {piece.text: piece.row for piece in cut(TEXT, 0, 10, marks)}
    assert rows == {"ab": "A", "c": "B", "d": "B", "ef": "A", "gh": None, "i": "T", "j": None}


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).filter(lambda ends: ends[0] < ends[1])


@settings(max_examples=50)
@given(st.lists(spans, max_size=8), spans)
def test_pieces_join_to_the_text_and_every_mark_covers_its_words(
    ends: list[tuple[int, int]], block: tuple[int, int]
) -> None:
    marks = [mark(start, end, f"m{n}") for n, (start, end) in enumerate(ends)]
    pieces = cut(TEXT, *block, marks)
    assert "".join(piece.text for piece in pieces) == TEXT[slice(*block)]
    covered: dict[str, str] = {}
    firsts: list[str] = []
    stack: list[Mark] = []
    for piece in pieces:
        assert piece.text
        stack += [opening.mark for opening in piece.opens]
        firsts += [opening.mark.row for opening in piece.opens if opening.first]
        for each in stack:
            covered[each.row] = covered.get(each.row, "") + piece.text
        assert piece.closes <= len(stack)
        del stack[len(stack) - piece.closes :]
    assert stack == []
    assert len(firsts) == len(set(firsts))
    for each in marks:
        words = TEXT[max(each.start, block[0]) : min(each.end, block[1])]
        assert covered.get(each.row, "") == words
        assert (each.row in firsts) == (block[0] <= each.start < block[1])
