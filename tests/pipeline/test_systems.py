"""Addresses of file systems, and what is said where nothing here reads them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from recoupe.errors import UsageError
from recoupe.pipeline.systems import absolute, local_path, system_of


def test_paths_mean_the_same_in_every_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert absolute("a/b.warc") == str(tmp_path / "a" / "b.warc")
    assert absolute("memory://a/b.warc") == "memory://a/b.warc"


def test_only_what_is_on_this_machine_has_a_path(tmp_path: Path) -> None:
    assert local_path(str(tmp_path)) == tmp_path
    assert local_path(f"file://{tmp_path}") == tmp_path
    assert local_path("memory://a/b") is None


def test_a_system_without_its_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    with pytest.raises(UsageError, match=r"gs://bucket/a: no package .* pip install gcsfs"):
        system_of("gs://bucket/a")


def test_an_address_of_no_system_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be understood"):
        system_of("nowhere://a/b")


def test_without_fsspec_it_is_said_how_to_install_the_pipeline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(UsageError, match=r"pip install 'recoupe\[pipeline\]'"):
        system_of("a")
