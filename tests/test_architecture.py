"""What the design asks of the code as a whole, and no linter checks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe import languages

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "recoupe"
MODULES = sorted(SOURCE.rglob("*.py"))
LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 60


def too_long(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if (lines := text.count("\n")) > LINES_OF_A_MODULE:
        yield f"{path.relative_to(SOURCE)} has {lines} lines: split it by subject"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > LINES_OF_A_FUNCTION:
                yield f"{path.relative_to(SOURCE)}: {node.name} has {length} lines"


def test_modules_and_functions_stay_small() -> None:
    assert [guilty for path in MODULES for guilty in too_long(path)] == []


def test_no_module_takes_a_private_name_of_another() -> None:
    taken = re.compile(r"^ *from recoupe\S* import (?:\([^)]*|[^(\n]*)\b(_(?!_version__)\w+)", re.M)
    guilty = [
        f"{path.relative_to(ROOT)} takes {found.group(1)}"
        for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
        for found in taken.finditer(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_every_pack_has_the_same_files() -> None:
    def files(code: str) -> set[str]:
        return {path.name for path in (SOURCE / "languages" / code).iterdir() if path.is_file()}

    assert languages.available() == ("en", "fr")
    assert files("en") == files("fr")


def test_no_reader_asks_which_language_it_is() -> None:
    asks = re.compile(r"(language|code|lang_?)\s*(==|!=|in)\s*[\[({]?[\"'](fr|en)\b")
    guilty = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in MODULES
        if "evaluation" not in path.parts  # gold data come in one language each
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if asks.search(line)
    ]
    assert guilty == []


@pytest.mark.process
def test_importing_recoupe_loads_nothing_heavy() -> None:
    code = (
        "import sys, recoupe, recoupe.cli.main\n"
        "heavy = {'spacy', 'numpy', 'trafilatura', 'ray', 'httpx', 'lxml', 'pydantic', 'alembic',"
        " 'sqlalchemy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
