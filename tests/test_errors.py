"""Errors are one line, pickle, and keep their kinds apart."""

from __future__ import annotations

import pickle

from recoupe import errors


def every_kind(root: type[errors.RecoupeError]) -> list[type[errors.RecoupeError]]:
    return [root] + [kind for child in root.__subclasses__() for kind in every_kind(child)]


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = errors.EmptyInputError("there are no words", where="a.txt", remedy="give another file")
    assert str(error) == "a.txt: there are no words; give another file"
    assert str(errors.UsageError("no such thing")) == "no such thing"


def test_errors_cross_process_borders_whole() -> None:
    error = errors.TooLargeError("51 MB", where="a.html", remedy="raise the limit")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(copy), str(copy)) == (type(error), str(error))


def test_what_nobody_foresaw_is_one_line_too() -> None:
    error = errors.unforeseen(ValueError("first\n  second"), "a.txt")
    assert str(error).startswith("a.txt: ValueError: first second; run again with --debug")


def test_kinds_are_unique_and_report_errors_exit_with_3() -> None:
    kinds = [kind.kind for kind in every_kind(errors.RecoupeError)]
    assert len(kinds) == len(set(kinds))
    assert {kind.exit_status for kind in every_kind(errors.ReportError)} == {3}
