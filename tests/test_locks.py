"""The locks: hashed, without any host, and one changes nothing of what the other pins."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-interop.lock")


def pinned(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def wanted(extra: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {
        re.split(r"[\[<>=~]", one)[0].lower() for one in project["optional-dependencies"][extra]
    }


@pytest.mark.parametrize(("name", "extra"), [(LOCKS[0], "dev"), (LOCKS[1], "interop")])
def test_a_lock_pins_what_its_extra_wants(name: str, extra: str) -> None:
    assert wanted(extra) <= pinned(name).keys()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_its_hash_and_no_host_is_named(name: str) -> None:
    text = (ROOT / name).read_text()
    pins = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(pins) == len(pinned(name)) > 10
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
    assert "://" not in text


def test_what_interop_adds_changes_no_version() -> None:
    first, second = map(pinned, LOCKS)
    both = first.keys() & second.keys()
    assert both
    assert {name: second[name] for name in both} == {name: first[name] for name in both}
