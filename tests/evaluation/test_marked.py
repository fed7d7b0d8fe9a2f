"""Our own marked texts: read as marked, refused where marks do not pair, and well kept."""

from __future__ import annotations

import random
import re
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation.gold import corpora
from recoupe.evaluation.gold_records import GoldReport
from recoupe.evaluation.kinds import QuotedWords
from recoupe.evaluation.marked import read_marked, unmarked

ARTICLE = """\
# Read me

## first
style: agency
published: 2024-05-06

Headline

<1+2:Anne> [1:dit] que {1:<3:Paul> [3:promet] {3:« tout »}} et [2:nie] {2:le reste}.

1 = Anne Renard ; mixed ; asserts
2 = Anne Renard ; indirect ; denies ; hedged
3 = - ; direct ; promises ; within 1 ; via Anne Renard ; via Agence Z
"""


def read(tmp_path: Path, words: str) -> list[GoldReport]:
    path = tmp_path / "marked.txt"
    path.write_text(words, encoding="utf-8")
    return list(read_marked(path, "own", "fr"))


def test_an_article_is_read_as_marked(tmp_path: Path) -> None:
    [report] = read(tmp_path, ARTICLE)
    assert (report.id, report.published, report.language) == ("first", "2024-05-06", "fr")
    assert report.text == "Headline\n\nAnne dit que Paul promet « tout » et nie le reste."
    assert report.statements is not None
    first, second, third = report.statements

    def words(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [report.text[start:end] for start, end in spans]

    assert words(first.content) == ["Paul promet « tout »"]
    assert (words(second.source), words(second.cue)) == (["Anne"], ["nie"])
    assert (second.hedged, second.stance, second.within) == (True, "denies", None)
    assert (third.speaker, third.within, third.via) == (None, 0, ("Anne Renard", "Agence Z"))
    assert third.fine
    assert third.named


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{2:le reste}", "{2:le reste"),
        ("{2:le reste}", "{2:le reste]"),
        ("[2:nie]", "nie]"),
        ("{2:le reste}", "{4:le reste}"),
        ("{2:le reste}", "le reste"),
    ],
)
def test_marks_that_do_not_pair_are_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(GoldMissingError, match="mend the marks"):
        read(tmp_path, ARTICLE.replace(old, new))


def test_a_mark_within_a_word() -> None:
    text, spans = unmarked("{1:« Oui »}, [1:a-t-<1:il> dit]")
    assert text == "« Oui », a-t-il dit"
    assert spans[1] == {"content": [(0, 7)], "cue": [(9, 19)], "source": [(13, 15)]}


OWN = [corpus for corpus in corpora(frozenset({"statements"})) if corpus.bundled]


def test_our_own_texts_are_as_long_and_as_quoted_as_they_say() -> None:
    assert [(corpus.name, corpus.sealed) for corpus in OWN] == [
        ("own_fr_seen", False),
        ("own_fr_unseen", True),
    ]
    for corpus in OWN:
        reports = list(corpus.reports(None))
        assert len(reports) == 26
        for report in reports:
            assert 80 <= len(report.text.split()) <= 165, report.id
            quoted = QuotedWords(report.text)
            for item in report.statements or ():
                assert item.kind == quoted.kind(item.content), (report.id, item)


def test_the_halves_are_the_draw_that_their_readme_names() -> None:
    folder = files("recoupe.demo").joinpath("statements", "fr")
    halves = [
        re.findall(r"^## (\S+)$", folder.joinpath(name).read_text(encoding="utf-8"), re.M)
        for name in ("seen.txt", "unseen.txt")
    ]
    names = sorted(name for half in halves for name in half)
    assert halves[0] == sorted(random.Random(3).sample(names, 26))  # noqa: S311 - a draw
