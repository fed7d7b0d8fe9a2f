"""The fullest name that an article gives to a party, and the other forms it uses."""

from __future__ import annotations

from collections import Counter

from recoupe.reading.coreference.chains import Chains
from recoupe.reading.entities.lexicon import Lexicon, small
from recoupe.reading.entities.mention import Mention
from recoupe.reading.parse import Parse
from recoupe.reading.places.lexicon import place_lexicon
from recoupe.reading.speakers.owners import owned, owner_of
from recoupe.reading.tokens import Token


def fullest_name(parse: Parse, chains: Chains, chain: int) -> str:
    """Return the name with most words, with the office or title where it is a surname alone."""
    names = chains.named(chain)
    if not names:
        return _fullest_description(parse, chains, chain)
    if chains.kind(chain) == "person":
        return _person_name(parse, chains, chain, names)
    best = _most(parse, names)
    unit = _unit(parse, chains, chain, best)
    if unit is not None:
        return described(parse, chains.words, unit.start, best.end)
    return _with_article(parse, chains.words, names, best)


def _unit(parse: Parse, chains: Chains, chain: int, name: Mention) -> Mention | None:
    """Return the noun of an armed unit right before its name, which alone may be a town's."""
    units = place_lexicon(parse.pack).units
    for place in chains.members[chain]:
        body = chains.mentions[place]
        noun = parse.words[body.noun_end - 1].lower_
        if body.kind == "body" and body.noun_end == name.first and noun in units:
            return body
    return None


_GOES_BY = 3
"""From this many times as common as the names in full on, initials are the name."""

_RARE = 10
"""From this many times as common on, one full form outranks a longer one."""


def _text(parse: Parse, start: int, end: int) -> str:
    return " ".join(parse.article.text[start:end].split())


def _most(parse: Parse, names: list[Mention]) -> Mention:
    """Return the name with most words; among these the commonest spelling, then the first.

    A form used once where another of several words is the rule is a nickname or a slip. A body
    that goes by its initials, and is named in full only to explain them, is called by them.
    """
    spelt = Counter(_text(parse, m.core, m.end) for m in names)
    initials = [m for m in names if m.initials and m.label != "person"]
    if len(initials) >= _GOES_BY * (len(names) - len(initials)):
        names = initials or names
    rule = max((spelt[_text(parse, m.core, m.end)] for m in names if len(m.key) > 1), default=0)
    usual = [m for m in names if spelt[_text(parse, m.core, m.end)] * _RARE >= rule]
    return max(
        usual or names,
        key=lambda m: (len(m.key), not _shouted(parse, m), spelt[_text(parse, m.core, m.end)]),
    )


def _shouted(parse: Parse, mention: Mention) -> bool:
    text = parse.article.text[mention.core : mention.end]
    return len(text) > 6 and text.isupper()


def _person_name(parse: Parse, chains: Chains, chain: int, names: list[Mention]) -> str:
    best = _most(parse, names)
    if len(best.key) > 1:
        return _text(parse, best.core, best.end)
    starts = {m.start: m for m in names}
    for place in chains.members[chain]:
        role = chains.mentions[place]
        after = starts.get(role.end + 1)
        if role.kind == "role" and after is not None and role.determiner in {"definite", "none"}:
            return described(parse, chains.words, role.start, after.end)
    titled = next((m for m in names if m.start < m.core), best)
    return _text(parse, titled.start, titled.end)


def _with_article(parse: Parse, words: Lexicon, names: list[Mention], best: Mention) -> str:
    """Return an organisation's name, with its article where the language says so."""
    name = _text(parse, best.core, best.end)
    if not words.naming.article_in_names:
        return name
    articles: Counter[str] = Counter()
    for mention in names:
        if mention.key != best.key or not mention.first:
            continue
        token = parse.words[mention.first - 1]
        text = token.text.lower()
        known = words.determiners.get(text)
        if known is not None and known[0] == "definite":
            articles[words.naming.contractions.get(text, text)] += 1
        else:
            articles[""] += 1
    article = next((a for a, _ in articles.most_common() if a), "")
    if not article or best.key[0] in words.determiners:
        return name
    return f"{article}{name}" if article.endswith("'") else f"{article} {name}"


def _fullest_description(parse: Parse, chains: Chains, chain: int) -> str:
    members = [chains.mentions[m] for m in chains.members[chain]]
    found = [m for m in members if m.kind != "pronoun"] or members
    best = max(found, key=lambda m: (len(m.complement), not _is_contracted(parse, chains, m)))
    if best.determiner == "possessive" and best.start < best.core:
        owner = owner_of(parse, chains, best)
        if owner not in {None, chain} and not _is_owned(chains, owner or 0):
            thing = _text(parse, parse.words[best.first + 1].idx, best.end)
            return owned(chains, thing, fullest_name(parse, chains, owner or 0))
    return described(parse, chains.words, best.start, best.end)


def _is_owned(chains: Chains, chain: int) -> bool:
    """Whether a party is itself only somebody's, so that its name would be a chain of owners."""
    return not chains.named(chain) and any(
        chains.mentions[place].determiner == "possessive" for place in chains.members[chain]
    )


def _is_contracted(parse: Parse, chains: Chains, mention: Mention) -> bool:
    return _is_contraction(chains.words, parse.words[mention.first])


def _is_contraction(words: Lexicon, token: Token) -> bool:
    text = small(token.text)
    both = text in words.naming.indefinite and token.pos_ == "DET"
    return text in words.naming.contractions and not both


def described(parse: Parse, words: Lexicon, start: int, end: int) -> str:
    """Return the description ``[start, end)`` with its article alone and in small letters."""
    text = _text(parse, start, end)
    tokens = parse.words_in(start, end)
    if len(tokens) > 1 and _is_contraction(words, tokens[0]):
        rest = text.partition(" ")[2]
        return f"{words.naming.contractions[small(tokens[0].text)]} {rest}"
    return lowered(words, text)


def lowered(words: Lexicon, text: str) -> str:
    """Return a description with a small first letter on its article."""
    first, space, rest = text.partition(" ")
    stem = small(first)
    elided = stem.split("'")[0] + "'"
    if len(first) > 1 and first.isupper():
        return text  # "CE" is no determiner
    if stem in words.determiners or ("'" in stem and elided in words.determiners):
        return text[0].lower() + text[1:]
    return f"{first}{space}{rest}"
