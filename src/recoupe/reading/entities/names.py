"""Proper names: what the pipeline takes for one, cleaned, and capitalised words it passed over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.languages.naming import Gender
from recoupe.model import EntityKind
from recoupe.reading.entities.lexicon import Lexicon, folded, gender_of, small
from recoupe.reading.parse import Parse, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "NORP": "people",
    "MISC": "thing",
    "PRODUCT": "thing",
    "WORK_OF_ART": "thing",
    "EVENT": "thing",
    "LAW": "thing",
}
"""Labels of spaCy's French (WikiNER) and English (OntoNotes) pipelines, but dates and numbers."""

_TITLE_CASE = 0.6
"""From this share of long words with a capital on, a sentence is a headline in title case."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens ``[first, last)`` without its titles, which start at ``opening``."""

    opening: int
    first: int
    last: int
    sentence: int
    label: str | None
    gender: Gender | None
    titled: bool


def find_names(parse: Parse, words: Lexicon) -> tuple[list[Name], dict[tuple[str, ...], str]]:
    """Return the article's names in order, and for each folded name what most mentions call it."""
    doc = parse.doc
    names: list[Name] = []
    for number, sentence in enumerate(parse.sentences):
        names.extend(_in_sentence(doc, sentence, number, words))
    return names, _votes(doc, names, words)


def key_of(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """Return the folded words of tokens ``[first, last)``, punctuation left out."""
    texts = (folded(doc[i].text) for i in range(first, min(last, len(doc))))
    return tuple(text for text in texts if any(c.isalnum() for c in text))


def _in_sentence(doc: Doc, sentence: Sentence, number: int, words: Lexicon) -> Iterator[Name]:
    taken = sentence.tokens.start
    label: str | None
    title_case = _is_title_case(sentence)
    ents = {ent.start: ent for ent in sentence.tokens.ents if ent.label_ in _LABELS}
    for index in range(sentence.tokens.start, sentence.tokens.end):
        if index < taken:
            continue
        known = _known_end(doc, index, sentence.tokens.end, words)
        ent = ents.get(index)
        if known:
            first, last, taken, label = index, known, known, None
        elif ent is not None:
            first, last = _clean(doc, ent.start, ent.end, words)
            last = _widen(doc, last, sentence.tokens.end, ents, words) if first < last else last
            taken = max(last, ent.end)
            label = _LABELS[ent.label_]
        elif not title_case and _starts(doc[index], sentence, words):
            first, last = _clean(doc, index, _run_end(doc, index, sentence, ents), words)
            taken, label = max(last, index + 1), None
        else:
            continue
        if first < last and _is_name(doc, first, last, words):
            yield _name(doc, first, last, number, label, words, sentence.tokens.start)


def _known_end(doc: Doc, index: int, end: int, words: Lexicon) -> int:
    """Return where a medium or power known by name ends that starts here, 0 where none does."""
    if not _capital(doc[index]):
        return 0
    for last in range(min(end, index + 6), index, -1):
        key = tuple(folded(doc[i].text) for i in range(index, last))
        if key in words.outlets or key in words.powers:
            after = doc[last] if last < end else None
            joined = after is not None and _capital(after) and after.pos_ == "PROPN"
            return 0 if joined and last - index == 1 else last
    return 0


def _is_title_case(sentence: Sentence) -> bool:
    long = [token.text for token in sentence.tokens if len(token) >= 4 and token.is_alpha]
    return len(long) > 4 and sum(w[0].isupper() for w in long) > _TITLE_CASE * len(long)


def _capital(token: Token) -> bool:
    return bool(token.text[0].isupper())


def _starts(token: Token, sentence: Sentence, words: Lexicon) -> bool:
    """Whether a word outside every entity may open a name all the same."""
    if not _capital(token) or folded(token.text) in words.never:
        return False
    if token.i == sentence.tokens.start or not token.nbor(-1).text[-1].isalnum():
        return token.pos_ == "PROPN"
    return token.pos_ in {"PROPN", "NOUN", "X"}


def _run_end(doc: Doc, index: int, sentence: Sentence, ents: Mapping[int, object]) -> int:
    last = index + 1
    while last < sentence.tokens.end and last not in ents and _capital(doc[last]):
        last += 1
    return last


def _clean(doc: Doc, first: int, last: int, words: Lexicon) -> tuple[int, int]:
    """Cut titles, offices, articles and lower-case words from the edges of a name."""
    while first < last and _is_edge(doc, first, words):
        first += 1
    for index in range(last - 1, first, -1):
        if (folded(doc[index - 1].text),) in words.nouns and _is_office(doc, index - 1, words):
            first = index
            break
    while first < last and _is_edge(doc, first, words):
        first += 1
    while last > first and (not _capital(doc[last - 1]) and not doc[last - 1].text[0].isdigit()):
        last -= 1
    return first, last


def _is_office(doc: Doc, index: int, words: Lexicon) -> bool:
    noun = words.nouns.get((folded(doc[index].text),))
    return noun is not None and noun.kind == "role"


def _is_edge(doc: Doc, index: int, words: Lexicon) -> bool:
    token = doc[index]
    text = folded(token.text)
    if text in words.titles or text in words.never:
        return True
    if not _capital(token) and not token.text[0].isdigit():
        return True
    follows = index + 1 < len(doc) and _capital(doc[index + 1])
    return (
        follows
        and small(token.text) in words.determiners
        and token.pos_ == "DET"
        and not _is_outlet(doc, index, words)
    )


def _is_outlet(doc: Doc, index: int, words: Lexicon) -> bool:
    return any(key_of(doc, index, index + size) in words.outlets for size in (2, 3, 4))


def _widen(doc: Doc, last: int, end: int, ents: Mapping[int, object], words: Lexicon) -> int:
    """Go on over capitalised proper nouns that the pipeline cut off."""
    while (
        last < end
        and last not in ents
        and doc[last].pos_ == "PROPN"
        and _capital(doc[last])
        and not _is_edge(doc, last, words)
    ):
        last += 1
    return last


def _is_name(doc: Doc, first: int, last: int, words: Lexicon) -> bool:
    if any(doc[i].is_space for i in range(first, last)):
        return False
    if last - first > 1:
        return any(doc[i].is_alpha for i in range(first, last))
    token = doc[first]
    text = folded(token.text)
    return (
        any(c.isalpha() for c in text)
        and text not in words.never
        and small(token.text) not in words.pronouns
    )


def _name(
    doc: Doc, first: int, last: int, number: int, label: str | None, words: Lexicon, floor: int
) -> Name:
    opening, gender, titled = first, None, False
    while opening > floor and folded(doc[opening - 1].text) in words.titles:
        opening -= 1
        titled = True
        gender = gender or words.titles[folded(doc[opening].text)]
    return Name(opening, first, last, number, "person" if titled else label, gender, titled)


def _votes(doc: Doc, names: list[Name], words: Lexicon) -> dict[tuple[str, ...], str]:
    """Return for every folded name the label that most of its mentions have."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        key = key_of(doc, name.first, name.last)
        if _after_body(doc, name.opening, words):
            votes[key]["organisation"] += 3
        elif name.label is not None:
            votes[key][name.label] += 3 if name.titled else 1
    surnames = {
        key[-n:]: key
        for key, count in votes.items()
        if len(key) > 1 and count.most_common(1)[0][0] == "person"
        for n in range(1, len(key))
    }
    labels: dict[tuple[str, ...], str] = {}
    for name in names:
        key = key_of(doc, name.first, name.last)
        if key in words.outlets or (key[1:] in words.outlets and key[0] in words.determiners):
            labels[key] = "medium"
        elif key in words.powers:
            labels[key] = "power"
        elif key in surnames:
            labels[key] = "person"
        elif key in votes:
            labels[key] = votes[key].most_common(1)[0][0]
    return labels


def _after_body(doc: Doc, first: int, words: Lexicon) -> bool:
    """Whether a body's noun stands right before a name: "le syndicat CGT", "the firm X"."""
    if first == 0 or not doc[first - 1].text[0].islower():
        return False
    noun = words.nouns.get((folded(doc[first - 1].text),))
    return noun is not None and noun.kind in {"body", "medium"} and doc[first - 1].pos_ == "NOUN"


def given_gender(doc: Doc, first: int, last: int) -> Gender | None:
    """Return the gender that the pipeline's tagger reads in a given name, if it reads one."""
    if last - first < 2:
        return None
    found = doc[first].morph.get("Gender", [])
    return gender_of(found[0]) if found else None


def entity_kind(label: str | None, key: tuple[str, ...], text: str) -> EntityKind | None:
    """Return the kind of entity that a name's label stands for, ``None`` where it tells none."""
    if label == "person":
        return "person"
    if label in {"organisation", "medium"}:
        return "organisation" if label == "organisation" else "medium"
    if (
        label in {None, "thing", "place"}
        and len(key) == 1
        and text.isupper()
        and 2 <= len(text) <= 6
    ):
        return "organisation"
    return None
