"""Every mention of an article: names, descriptions and pronouns, in the text's order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.languages.naming import Number
from recoupe.model import EntityKind
from recoupe.reading.entities.edges import key_of
from recoupe.reading.entities.labels import Name, entity_kind, given_gender
from recoupe.reading.entities.lexicon import Lexicon, folded, lexicon, number_of, small
from recoupe.reading.entities.mention import Determiner, Mention, MentionKind
from recoupe.reading.entities.names import find_names
from recoupe.reading.entities.phrases import Phrase, find_phrases, head_of
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations
from recoupe.reading.tokens import Token, text_of

_RISES = frozenset({"appos", "flat", "compound", "flat:name", "flat:foreign", "nmod:appos"})
_PARTIES: dict[str, tuple[MentionKind, EntityKind]] = {
    "role": ("role", "person"),
    "body": ("body", "organisation"),
    "group": ("group", "group"),
    "medium": ("body", "medium"),
}


def read_mentions(parse: Parse) -> tuple[Mention, ...]:
    """Return everything that names, describes or stands for a party, by start and then length."""
    words = lexicon(parse.pack)
    names, labels = find_names(parse, words)
    described = list(_of_sentences(parse, words, dict(_persons(parse.words, names, labels))))
    made = [_of_name(parse.words, name, labels, words) for name in names]
    named = _partied(made, described, words)
    whole = _whole(parse.words, described, made)
    ordered = sorted((*named, *whole), key=lambda mention: (mention.start, -mention.end))
    return tuple(_quoted(parse, ordered))


def _partied(names: list[Mention], described: list[Mention], words: Lexicon) -> Iterator[Mention]:
    """Yield the names that are no mere office, or field of one: "ministre des Transports"."""
    fields = {
        token
        for mention in described
        if mention.key in words.portfolios
        for token in range(mention.noun_end, mention.last)
    }
    offices = {mention.noun_end for mention in described if mention.kind == "role"}
    for name in names:
        known = name.label in {"person", "medium"} or "power" in name.complement
        if known or not (name.first in fields or name.last in offices):
            yield name


def _whole(
    doc: Sequence[Token], described: list[Mention], names: list[Mention]
) -> Iterator[Mention]:
    """Yield the descriptions, none of them ending inside a name: "chef de l'Alliance du Nord".

    Initials right behind an office are its body's: "le délégué CFDT".
    """
    ends = {at: name for name in names for at in range(name.first + 1, name.last)}
    ends |= {name.first: name for name in names if name.initials and name.label == "organisation"}
    for mention in described:
        name = ends.get(mention.last)
        whole = name is None or name.first < mention.noun_end or name.label == "person"
        if name is None or whole or (name.first == mention.last and mention.kind != "role"):
            yield mention
        else:
            yield replace(mention, last=name.last, end=_end(doc, name.last))


def _persons(
    doc: Sequence[Token], names: list[Name], labels: dict[tuple[str, ...], str]
) -> Iterator[tuple[int, bool]]:
    """Yield the tokens of names, and whether a person's name opens there."""
    for name in names:
        is_person = labels.get(key_of(doc, name.first, name.last)) == "person"
        for index in range(name.opening, name.last):
            yield index, is_person and index == name.opening


def _of_sentences(parse: Parse, words: Lexicon, named: dict[int, bool]) -> Iterator[Mention]:
    """Yield what describes or stands for a party, sentence by sentence."""
    for number, sentence in enumerate(parse.sentences):
        for phrase in find_phrases(parse.words, sentence, words, named):
            if phrase.meaning.kind in _PARTIES:
                yield of_phrase(parse.words, phrase, number)
        for token in sentence.words:
            form = _pronoun_form(token, words)
            if form is not None:
                yield _of_pronoun(token, form, number, words)


_SPEECH = 30
"""Code points from which quoted words are somebody's speech, and no scare-quoted name."""


def _quoted(parse: Parse, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions in order, those inside quoted speech marked so."""
    outer = (quotation.inner for quotation in read_quotations(parse) if not quotation.depth)
    speech = [span for span in outer if len(span.text) > _SPEECH]
    starts = [span.start for span in speech]
    for mention in mentions:
        at = bisect_right(starts, mention.core) - 1
        inside = at >= 0 and mention.core < speech[at].end
        yield replace(mention, quoted=True) if inside else mention


def _end(doc: Sequence[Token], last: int) -> int:
    return doc[last - 1].idx + len(doc[last - 1])


def _of_name(
    doc: Sequence[Token], name: Name, labels: dict[tuple[str, ...], str], words: Lexicon
) -> Mention:
    key = key_of(doc, name.first, name.last)
    head = head_of(doc, name.opening, name.last)
    label = labels.get(key)
    text = text_of(doc[name.first : name.last])
    subject, oblique = place_in_clause(head)
    return Mention(
        kind="name",
        start=doc[name.opening].idx,
        end=_end(doc, name.last),
        first=name.opening,
        last=name.last,
        core=doc[name.first].idx,
        head=head.i,
        noun_end=name.last,
        key=key,
        complement=frozenset({label} if label else ()),
        determiner="definite" if _has_article(doc, name.opening) else "none",
        label=entity_kind(label, key, text),
        gender=name.gender
        or (given_gender(doc, name.first, name.last, words) if label == "person" else None),
        sure=name.gender is not None,
        number="s",
        subject=subject,
        oblique=oblique,
        sentence=name.sentence,
        initials=len(key) == 1 and len(text) > 1 and text.isupper(),
    )


def _has_article(doc: Sequence[Token], first: int) -> bool:
    return first > 0 and doc[first - 1].pos_ == "DET"


def of_phrase(doc: Sequence[Token], phrase: Phrase, sentence: int) -> Mention:
    """Return the mention that a description is."""
    kind, label = _PARTIES.get(phrase.meaning.kind, ("body", "other"))
    number: Number = phrase.number
    if kind == "role" and number == "p":
        kind, label = "group", "group"
    head = head_of(doc, phrase.noun, phrase.after)
    subject, oblique = place_in_clause(head)
    return Mention(
        kind=kind,
        start=doc[phrase.first].idx,
        end=_end(doc, phrase.last),
        first=phrase.first,
        last=phrase.last,
        core=doc[phrase.noun].idx,
        head=head.i,
        noun_end=phrase.after,
        key=phrase.key,
        complement=_content(doc, phrase),
        determiner=phrase.determiner,
        label=label,
        gender=phrase.gender,
        sure=True,
        number=number,
        subject=subject,
        oblique=oblique,
        sentence=sentence,
    )


def _content(doc: Sequence[Token], phrase: Phrase) -> frozenset[str]:
    outside = (*range(phrase.first, phrase.noun), *range(phrase.after, phrase.last))
    return frozenset(
        folded(doc[i].text) for i in outside if doc[i].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    )


def _pronoun_form(token: Token, words: Lexicon) -> str | None:
    """Return the pronoun that a token is or ends in: "-t-il", "a-t-elle" where it was not cut."""
    text = small(token.text)
    if text in words.pronouns:
        return text if text[0] == "-" or token.pos_ in {"PRON", "X", "ADV", "NOUN"} else None
    if "-" not in text:
        return None
    _, hyphen, last = text.rpartition("-")
    return hyphen + last if hyphen and hyphen + last in words.pronouns else None


def _of_pronoun(token: Token, form: str, sentence: int, words: Lexicon) -> Mention:
    pronoun = words.pronouns[form]
    text = token.text
    start = token.idx + (text.rfind("-") + 1 if form.startswith("-") else 0)
    subject, oblique = place_in_clause(token)
    determiner: Determiner = "none"
    number = pronoun.number
    return Mention(
        kind="pronoun",
        start=start,
        end=token.idx + len(text),
        first=token.i,
        last=token.i + 1,
        core=start,
        head=token.i,
        noun_end=token.i + 1,
        key=(form,),
        complement=frozenset(),
        determiner=determiner,
        label="person" if pronoun.person else None,
        gender=pronoun.gender,
        sure=True,
        number=number_of(token.morph.get("Number", [])) if number is None else number,
        subject=subject,
        oblique=oblique,
        sentence=sentence,
    )


def place_in_clause(token: Token) -> tuple[bool, bool]:
    """Return whether a token is a subject, and whether it hangs on a preposition."""
    at = token
    for _ in range(4):
        if at.dep_ not in _RISES or at.head.i == at.i:
            break
        at = at.head
    subject = at.dep_.startswith(("nsubj", "expl:subj", "obl:agent", "agent")) or (
        at.dep_ == "ROOT" and at.pos_ in {"NOUN", "PROPN"}
    )
    return subject, at.dep_ in {"pobj", "nmod", "obl", "obl:mod", "obl:arg", "poss", "iobj"}
