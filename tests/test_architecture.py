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


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LINES_OF_A_MODULE, f"{lines} lines: split by subject"
    for function in functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LINES_OF_A_FUNCTION, f"{function.name} has {length} lines"


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
        "heavy = {'spacy', 'numpy', 'trafilatura', 'ray', 'httpx', 'lxml', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
