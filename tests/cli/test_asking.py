"""What commands of reading ask for alike, from the options that they share."""

from __future__ import annotations

import pytest

from recoupe.cli.asking import asked_for
from recoupe.cli.modes import Counting
from recoupe.errors import UsageError
from recoupe.filing import Asked


def test_options_are_what_is_asked_for() -> None:
    asked = asked_for(
        "2022-05-05", "fr", Counting.ACLED, "fast", known=["none"], gazetteer=["none"]
    )
    assert asked == Asked("2022-05-05", "fr", "acled", "fast")


@pytest.mark.parametrize(("language", "published"), [("xx", None), ("fr", "yesterday")])
def test_what_cannot_be_is_refused(language: str, published: str | None) -> None:
    with pytest.raises(UsageError):
        asked_for(published, language, Counting.RECOUPE, "fast", known=None, gazetteer=None)
