"""The list of formats, and what is said of one that cannot be written here."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pytest

from recoupe.errors import UsageError
from recoupe.export.formats import FORMATS, Asked, Format
from recoupe.languages import pack
from recoupe.store import Casefile
from tests.export.conftest import handed

ABSENT = Format("x", ".x", "text/plain", "recoupe.export.nothing", needs="no_such_library")


def test_every_format_has_a_module_and_says_what_it_is() -> None:
    for name, one in FORMATS.items():
        assert one.name == name
        assert one.help
        assert find_spec(one.module) is not None


def test_what_is_missing_is_told_with_how_to_install_it(plain: Casefile) -> None:
    assert not ABSENT.there
    with pytest.raises(
        UsageError, match=r"--to x: .*; pip install 'recoupe\[interop\]'.*libicu-dev"
    ):
        ABSENT.write(handed(plain), Asked(pack("en")), io.BytesIO())


def test_only_what_others_wrote_the_model_of_needs_an_extra() -> None:
    assert {one.name for one in FORMATS.values() if one.needs} == {"followthemoney"}
