"""Sentences turned round by grammar: a negation taken away or put in, or another number.

So the network meets pairs that share nearly all words, which the written lines seldom have. Of a
sentence and its negation, what contradicted the one follows into the other.
"""

from __future__ import annotations

import random
import re
from typing import Final

_TAKEN: Final = {
    "fr": (re.compile(r"\b(?:ne |n['’])((?:(?:[lsmt]['’]|se |le |la |les |lui |leur |y |en ))?"
                      r"\w+) (?:pas|jamais|plus)\b(?! que)", re.IGNORECASE), r"\1"),
    "en": (re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|may|must|should|did"
                      r"|does|do)(?:n['’]t| not| never)\b", re.IGNORECASE), r"\1"),
}  # fmt: skip
"""A negation, and what is left without it."""
_VERBS: Final = {
    "fr": re.compile(
        r"(?<!['’-])\b(est|sont|était|étaient|a|ont|avait|avaient|sera|seront|peut|peuvent|doit"
        r"|doivent|va|vont|reste|restent|montre|permet|existe|fut|pourra|serait|aurait)\b(?!-)"
    ),
    "en": re.compile(
        r"\b(is|are|was|were|has|have|had|will|would|can|could|may|must|should)\b"
        r"(?! not| no\b|n['’]t)"
    ),
}
"""Verbs that a negation can be put beside."""
_BEFORE: Final = re.compile(
    r"\b(?:ne|n|se|me|te|lui|leur|y|en|le|la|les|nous|vous|aucune?|personne|rien|jamais)\W+$"
    r"|\b(?:aucune?|personne|rien|jamais|never|no|nobody|nothing|none)\b",
    re.IGNORECASE,
)
"""What stands before a verb that a negation cannot simply be put beside."""
_VOWELS: Final = frozenset("aeéèêiouyh")
_NUMBER: Final = re.compile(r"(?<![\w.,])\d{1,4}(?![\w.,]*\d)")


def negated(sentence: str) -> str | None:
    """Return a sentence with its first negation taken away, else one put in; None if it cannot.

    A sentence begins with its language and a space.
    """
    language, words = sentence[:2], sentence[3:]
    pattern, left = _TAKEN[language]
    without = pattern.sub(left, words, count=1)
    if without != words:
        return f"{language} {without[:1].upper()}{without[1:]}"
    found = _VERBS[language].search(words)
    if not found or _BEFORE.search(words[: found.start()]):
        return None
    verb = found.group()
    if language == "en":
        turned = f"{verb} not"
    else:
        turned = f"n'{verb} pas" if verb[0] in _VOWELS else f"ne {verb} pas"
    return f"{language} {words[: found.start()]}{turned}{words[found.end() :]}"


def renumbered(sentence: str, rng: random.Random) -> str | None:
    """Return a sentence with one number changed, None if it has none."""
    found = list(_NUMBER.finditer(sentence))
    if not found:
        return None
    chosen = rng.choice(found)
    number = int(chosen.group())
    if 1900 <= number <= 2100:  # a year
        other = number + rng.choice((-11, -6, -4, -3, -2, -1, 1, 2, 3, 5))
    else:
        other = max(0, round(number * rng.choice((0.1, 0.3, 0.5, 0.7, 1.4, 2, 3, 10))))
        other += number == other
    return f"{sentence[: chosen.start()]}{other}{sentence[chosen.end() :]}"


def shortened(sentence: str) -> str | None:
    """Return a sentence without what follows its last comma, None if little would be left."""
    head, comma, tail = sentence.rpartition(", ")
    if not comma or len(head) < 60 or not len(tail) > 20 or '"' in tail or "»" in tail:
        return None
    return f"{head}."
