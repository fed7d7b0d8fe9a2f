"""``recoupe new``, and who is named as the author of what is done."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.cli.casefiles import author_of
from recoupe.errors import UsageError
from recoupe.store import open_casefile
from tests.cli.conftest import Ran


def test_an_empty_casefile_is_made_and_the_next_command_told(
    recoupe: Callable[..., Ran], tmp_path: Path
) -> None:
    case = str(tmp_path / "the dam")
    ran = recoupe("new", case, "--name", "The dam at Nova", "--author", "Ana")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        f"The dam at Nova: a new casefile at {case}\n  add reports: recoupe add '{case}' INPUT...\n"
    )
    with open_casefile(case) as store:
        assert [entry.author for entry in store.log()] == ["Ana"]


def test_nothing_is_put_over_what_is_there(recoupe: Callable[..., Ran], case: str) -> None:
    ran = recoupe("new", case)
    assert ran.status == 2
    assert ran.err.startswith(f"recoupe: {case}: there is ")


def test_it_may_begin_as_a_copy(recoupe: Callable[..., Ran], case: str, tmp_path: Path) -> None:
    again = str(tmp_path / "again")
    ran = recoupe("new", again, "--from", case)
    assert (ran.status, ran.out.splitlines()[0]) == (0, f"dam: a copy of {case} at {again}")
    with open_casefile(again) as store:
        assert store.status().name == "dam"
    assert recoupe("new", str(tmp_path / "x"), "--from", case, "--name", "y").status == 2
    assert recoupe("new", str(tmp_path / "x"), "--from", str(tmp_path / "none")).status == 2
    assert not (tmp_path / "x").exists()


def test_the_author_is_as_said_or_set_or_the_login_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    monkeypatch.delenv("RECOUPE_AUTHOR", raising=False)
    assert author_of(None) == "login"
    monkeypatch.setenv("RECOUPE_AUTHOR", "Ana  Berzina ")
    assert author_of(None) == "Ana Berzina"
    assert author_of(" ") == "Ana Berzina"
    assert author_of("Bo") == "Bo"


def test_nobody_named_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.delenv("RECOUPE_AUTHOR", raising=False)
    with pytest.raises(UsageError, match="RECOUPE_AUTHOR"):
        author_of(None)
