"""Numbers of the environment are read strictly."""

from __future__ import annotations

import pytest

from recoupe.errors import UsageError
from recoupe.settings import number_set


@pytest.mark.parametrize(("said", "number"), [("7", 7.0), ("0", 0.0), (" 2.5 ", 2.5), ("1e3", 1e3)])
def test_a_number_that_is_set_is_taken(
    said: str, number: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_TESTED", said)
    assert number_set("RECOUPE_TESTED", 5.0) == number


def test_where_none_is_set_it_is_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOUPE_TESTED", raising=False)
    assert number_set("RECOUPE_TESTED", 5.0) == 5.0


@pytest.mark.parametrize("said", ["", "ten", "-1", "nan", "inf", "3,5"])
def test_what_is_no_number_is_told_with_its_variable(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_TESTED", said)
    with pytest.raises(UsageError) as raised:
        number_set("RECOUPE_TESTED", 5.0)
    assert str(raised.value) == f"RECOUPE_TESTED: {said!r} is not a positive number"
