"""Where a text has a verb of the cue lexicon, and the whole group of words it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from recoupe.reading.attributions.finding import Place
from recoupe.reading.attributions.lexicon import Entry, Lexicon
from recoupe.reading.attributions.passages import Page, Passage
from recoupe.reading.attributions.syntax import AUXILIARY, SUBJECT, child
from recoupe.reading.dependencies import PASSIVE_AUXILIARY
from recoupe.reading.tokens import Token

Form = Literal["finite", "participle", "infinitive"]

_CHAIN = 4
"""Verbs that may lend tense or will to one reporting verb ("a tenu à vouloir préciser")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb with its group ``[first, last)`` of tokens.

    ``top`` is the verb that has the subject: the reporting one or the one that lifts it. ``hung``
    is the pronoun hung behind the verb; ``able`` says that the group tells what can be done.
    ``entries`` are the ways in which the verb may report.
    """

    verb: Token
    top: Token
    first: int
    last: int
    entries: tuple[Entry, ...]
    form: Form
    negated: bool
    able: bool
    passive: bool
    hung: Place | None


def read_cues(page: Page, passage: Passage, lex: Lexicon) -> Iterator[Cue]:
    """Yield the reporting verbs of a passage, in order."""
    for token in page.doc[passage.first : passage.last]:
        cue = cue_of(page, passage, token, lex)
        if cue is not None:
            yield cue


def cue_of(page: Page, passage: Passage, token: Token, lex: Lexicon) -> Cue | None:
    """Return the cue of a reporting verb, ``None`` for any other token."""
    known = lex.entries(token)
    if not known or (token.pos_ not in {"VERB", "AUX"} and not _looks_verbal(page, token, lex)):
        return None
    entries = tuple(e for e in known if holds(page, token, e, lex))
    return _cue(page, passage, token, entries, lex) if entries else None


def _looks_verbal(page: Page, token: Token, lex: Lexicon) -> bool:
    """Whether the tagger may have missed a verb: after an auxiliary, or right after a quotation."""
    if token.pos_ not in {"NOUN", "ADJ", "PROPN", "ADV", "X"} or token.i == 0:
        return False
    before = token.nbor(-1)
    if before.pos_ == "AUX" or before.lemma_.lower() in lex.words.auxiliaries:
        return True
    if token.lower_ in lex.words.forms and before.pos_ in {"NOUN", "PROPN"}:
        return True
    if _between_phrases(page, token, lex):
        return True
    at = token.i - 1
    while at > 0 and page.quote_of[at] < 0 and page.doc[at].text in {",", "-", "–", "—"}:
        at -= 1
    return page.quote_of[at] >= 0 > page.quote_of[token.i] and token.text[0].islower()


def _between_phrases(page: Page, token: Token, lex: Lexicon) -> bool:
    """Whether a word stands where only a verb can: behind a noun phrase, right before another."""
    if token.i + 1 >= len(page.doc) or token.nbor(-1).pos_ not in {"NOUN", "PROPN"}:
        return False
    after = token.nbor(1)
    return token.text[0].islower() and (after.pos_ == "DET" or after.lower_ in lex.markers)


def holds(page: Page, token: Token, entry: Entry, lex: Lexicon) -> bool:
    """Whether the words that an entry asks for stand around the verb."""
    if entry.reflexive and not _reflexive(page, token, lex):
        return False
    if not entry.reflexive and _acts_on_itself(page, token, lex):
        return False  # another verb than the one of the table ("se poursuivre")
    if any(part.dep_ == "prt" and part.lower_ not in entry.tail for part in token.children):
        return False  # another verb than the one of the table ("to call off")
    return not entry.tail or tail_end(page, token, entry) is not None


def _reflexive(page: Page, token: Token, lex: Lexicon) -> bool:
    left = page.doc[max(0, token.i - 5) : token.i]
    return any(t.lower_ in lex.words.reflexives for t in left)


def _acts_on_itself(page: Page, token: Token, lex: Lexicon) -> bool:
    """Whether a reflexive stands right before a verb or before its auxiliary."""
    at = token.i - 1
    if at > 0 and page.doc[at].pos_ == "AUX":
        at -= 1
    return at >= 0 and page.doc[at].lower_ in lex.words.reflexives


def tail_end(page: Page, token: Token, entry: Entry) -> int | None:
    """Return the token after the words that follow the verb in a locution, if they are there."""
    at = token.i + 1
    for word in entry.tail:
        skipped = 0
        while at < len(page.doc) and word not in {page.doc[at].lower_, page.doc[at].lemma_.lower()}:
            skipped += 1
            at += 1
            if skipped > 2:
                return None
        at += 1
    return at if at <= len(page.doc) else None


def _cue(
    page: Page, passage: Passage, verb: Token, entries: tuple[Entry, ...], lex: Lexicon
) -> Cue:
    top = verb
    first = _left(page, passage, verb, lex)
    for _ in range(_CHAIN):
        lifter = _lifter(page, top, first, lex)
        if lifter is None:
            break
        top, first = lifter, _left(page, passage, lifter, lex)
    last, hung = _right(page, verb, entries, lex)
    if hung is None:
        hung = next(filter(None, (hung_pronoun(t, lex) for t in page.doc[first:last])), None)
    group = page.doc[first:last]
    return Cue(
        verb=verb,
        top=top,
        first=first,
        last=last,
        entries=entries,
        form=_form(page, top, first, lex),
        negated=any(token.lower_ in lex.negations for token in group),
        able=top is not verb or any(token.tag_ == "MD" for token in group),
        passive=hung is None and _passive(page, top, lex),
        hung=hung,
    )


def _left(page: Page, passage: Passage, verb: Token, lex: Lexicon) -> int:
    """Return where the verb's group begins: auxiliaries, clitics, negation, adverbs between."""
    first, at = verb.i, verb.i - 1
    while at >= passage.first:
        token = page.doc[at]
        if _helps(token, verb, lex):
            first = at
        elif not _between(token):
            break
        at -= 1
    if first == verb.i:
        first = _parted_auxiliary(page, passage, verb, lex)
    present = "Pres" in verb.morph.get("Tense", []) and "Part" in verb.morph.get("VerbForm", [])
    if present and first > passage.first and page.doc[first - 1].lower_ in lex.words.gerund:
        first -= 1
    return first


def _parted_auxiliary(page: Page, passage: Passage, verb: Token, lex: Lexicon) -> int:
    """Return where a group begins whose auxiliary an adverbial parts off ("a par ailleurs dit").

    Nothing but a few words that are no verb, noun phrase of their own or mark may stand between.
    """
    past = "Part" in verb.morph.get("VerbForm", []) and "Pres" not in verb.morph.get("Tense", [])
    for at in range(verb.i - 1, max(passage.first, verb.i - _PARTED) - 1, -1):
        token = page.doc[at]
        if token.pos_ == "AUX" and token.lemma_.lower() in lex.words.auxiliaries:
            ours = token.head == verb or _is_hung(page.doc[at + 1], lex)
            return _left(page, passage, token, lex) if past and ours else verb.i
        if _is_hung(token, lex):
            continue
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX", "SCONJ", "PROPN"}:
            break
    return verb.i


_PARTED: Final = 6
"""Tokens before a participle that its auxiliary is looked for in."""


def _helps(token: Token, verb: Token, lex: Lexicon) -> bool:
    """Whether a token before the verb is a clitic, negation, auxiliary or adverb of its group."""
    never_subject = token.lower_ in lex.clitics and not lex.inversion.search(f"-{token.lower_}")
    if never_subject or _is_hung(token, lex):
        return True
    if token.dep_ in SUBJECT:
        return False
    if token.i == verb.i - 1 and token.lemma_.lower() in lex.words.auxiliaries:
        return True
    if token.pos_ == "AUX" or token.dep_ in AUXILIARY:
        return bool(token.head.i >= token.i or token.head == verb)
    if token.lower_ in lex.clitics | lex.negations:
        return True
    return bool(token.pos_ == "ADV" and token.head == verb and lex.words.adverbs_in_cue)


def _is_hung(token: Token, lex: Lexicon) -> bool:
    return token.text.startswith("-") and (
        token.lower_ == "-t" or bool(lex.inversion.search(token.lower_))
    )


def _between(token: Token) -> bool:
    return token.pos_ == "ADV" and not token.is_punct and token.head.i >= token.i - 2


def _lifter(page: Page, verb: Token, first: int, lex: Lexicon) -> Token | None:
    """Return the verb that only lends tense or will to the one whose group begins at ``first``."""
    at = first - 1
    while at > 0 and (
        page.doc[at].lower_ in lex.words.infinitive_marks or page.doc[at].pos_ == "ADV"
    ):
        at -= 1
    if at < 0 or at == verb.i:
        return None
    token = page.doc[at]
    if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in lex.lifters:
        return None
    return token if "Inf" in verb.morph.get("VerbForm", []) or verb.tag_ == "VB" else None


def _right(
    page: Page, verb: Token, entries: tuple[Entry, ...], lex: Lexicon
) -> tuple[int, Place | None]:
    last, hung = verb.i + 1, None
    tails = [end for e in entries if e.tail and (end := tail_end(page, verb, e)) is not None]
    if tails:
        return max(tails), None
    pieces = _hung_in_pieces(page, last, lex)
    if pieces is not None:
        return pieces
    while last < len(page.doc):
        token = page.doc[last]
        place = hung_pronoun(token, lex)
        if place is not None:
            hung = place
        elif token.lower_ != "-t" and token.dep_ != "prt" and token.lower_ not in lex.words.after:
            break
        last += 1
    return last, hung


def _hung_in_pieces(page: Page, first: int, lex: Lexicon) -> tuple[int, Place] | None:
    """Return the end and the place of a hung pronoun that the tokeniser took apart ("-", "il")."""
    hung = ""
    for at in range(first, min(first + 4, len(page.doc))):
        hung += page.doc[at].lower_
        if page.doc[first - 1].whitespace_ or not hung.startswith("-"):
            return None
        match = lex.inversion.fullmatch(hung)
        if match is not None and at > first:
            start = page.start(first) + match.start(1)
            return at + 1, (start, start + len(match.group(1)))
        if page.doc[at].whitespace_:
            return None
    return None


def hung_pronoun(token: Token, lex: Lexicon) -> Place | None:
    """Return where the pronoun is in a token that hangs it on its verb ("-il", "-t-elle")."""
    if not token.text.startswith("-"):
        return None
    match = lex.inversion.search(token.lower_)
    if match is None:
        return None
    start = token.idx + match.start(1)
    return start, start + len(match.group(1))


def _form(page: Page, top: Token, first: int, lex: Lexicon) -> Form:
    """Return whether the group has a person, or is a participle or an infinitive."""
    group = page.doc[first : top.i + 1]
    if any("Fin" in token.morph.get("VerbForm", []) or token.tag_ == "MD" for token in group):
        return "finite"
    if "Inf" in top.morph.get("VerbForm", []):
        return "infinitive"
    past = "Part" in top.morph.get("VerbForm", []) and top.lower_ not in lex.words.forms
    return "participle" if past else "finite"


def _passive(page: Page, verb: Token, lex: Lexicon) -> bool:
    """Whether the subject is what is reported; a reflexive's auxiliary looks passive in French."""
    if "Part" not in verb.morph.get("VerbForm", []) or _reflexive(page, verb, lex):
        return False
    return child(verb, PASSIVE_AUXILIARY) is not None
