"""Our tokens say what spaCy's own say, in every language."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import pytest

from recoupe.languages import available, pack
from recoupe.reading.parse import Parse
from recoupe.reading.tokens import Token, part, text_of, tokens_of

pytestmark = pytest.mark.models
ParseOf = Callable[..., Parse]

TEXTS = {
    "en": (
        "  Mayor Ann O'Neil, who'd resigned in 2021, told the BBC: “We couldn't\nhave known.”\n\n"
        "Three guards and 12 others, among them two cooks, were hurt when the gate fell. NO COMMENT"
    ),
    "fr": (
        "  La maire Anne L’Helgoualc’h, qui aurait démissionné en 2021, l'a dit à l'AFP : « Nous\n"
        "n'en savions rien. »\n\nTrois gardiens et 12 autres ont été blessés. SANS RÉPONSE"
    ),
}
ALIKE = (
    *("i", "idx", "text", "whitespace_", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_"),
    *("is_space", "is_punct", "is_alpha", "is_upper", "is_lower", "is_title"),
    *("is_quote", "is_stop", "like_num"),
)
TIED = ("head", "left_edge", "right_edge")
MENDED = {"Mood", "Tense"}
"""Features that ``moods.py`` puts right in our tokens."""


def texts() -> list[tuple[str, str]]:
    first = [(code, TEXTS.get(code, "")) for code in available()]
    return first + [(code, "\n\n".join(pack(code).about.examples)) for code in available()]


@pytest.mark.parametrize(("code", "text"), texts())
def test_each_token_says_what_spacys_says(parse_of: ParseOf, code: str, text: str) -> None:
    parse = parse_of(text, code)
    for ours, theirs in zip(parse.words, parse.doc, strict=True):
        assert [getattr(ours, name) for name in ALIKE] == [getattr(theirs, name) for name in ALIKE]
        assert [getattr(ours, name).i for name in TIED] == [getattr(theirs, n).i for n in TIED]
        assert [child.i for child in ours.children] == [child.i for child in theirs.children]
        assert [each.i for each in ours.subtree] == [each.i for each in theirs.subtree]
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert len(ours) == len(theirs)
        features = theirs.morph.to_dict()
        assert all(ours.morph.get(f) == theirs.morph.get(f) for f in features.keys() - MENDED)
        assert ours.morph.keys() - MENDED == features.keys() - MENDED


@pytest.mark.parametrize(("code", "text"), texts())
def test_each_stretch_is_what_spacys_is(parse_of: ParseOf, code: str, text: str) -> None:
    parse = parse_of(text, code)
    for start in range(len(parse.words)):
        for end in range(start + 1, min(len(parse.words), start + 9) + 1):
            ours, theirs = parse.stretch(start, end), parse.doc[start:end]
            assert ours.root.i == theirs.root.i
            assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
            assert text_of(ours) == theirs.text
            assert len(ours) == len(theirs)
            assert ours[-1] is parse.words[end - 1]
            assert ours[:2] == parse.words[start:end][:2]


def test_names_are_the_pipelines(parse_of: ParseOf) -> None:
    parse = parse_of(TEXTS["en"], "en")
    found = [(text_of(name), name.label_) for name in parse.names]
    assert found == [(name.text, name.label_) for name in parse.doc.ents]
    assert found


def test_the_token_beside_is_asked_for_within_the_text(parse_of: ParseOf) -> None:
    words = parse_of("The bridge is closed.", "en").words
    assert words[1].nbor() is words[2]
    assert words[1].nbor(-1) is words[0]
    for word, step in ((words[0], -1), (words[-1], 1)):
        with pytest.raises(IndexError):
            word.nbor(step)


def test_of_any_depth_what_hangs_on_a_token_costs_no_recursion() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    size = 5_000
    heads = [max(0, at - 1) for at in range(size)]
    words = tokens_of(Doc(Vocab(), ["word"] * size, heads=heads, deps=["dep"] * size))
    assert [word.i for word in islice(words[0].subtree, 9)] == list(range(9))
    assert sum(1 for _ in words[0].subtree) == size


def test_no_text_has_no_tokens() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    assert tokens_of(Doc(Vocab())) == ()


def test_tokens_that_part_keep_no_other(parse_of: ParseOf) -> None:
    words = tokens_of(parse_of("The bridge is closed.", "en").doc)
    part(words)
    assert [word.text for word in words] == ["The", "bridge", "is", "closed", "."]
    assert not any(hasattr(words[0], name) for name in ("doc", "head", "children", "sent"))


def test_tokens_are_shown_as_their_text(parse_of: ParseOf) -> None:
    [first, *_] = parse_of("The bridge is closed.", "en").words
    assert isinstance(first, Token)
    assert repr(first) == "The"
