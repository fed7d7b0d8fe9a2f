"""The tables of naming and of parties, made ready for looking up, once for each pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from recoupe.languages import Pack, available, pack
from recoupe.languages.naming import Gender, NamingWords, Number, Pronoun
from recoupe.languages.parties import PartyWords
from recoupe.languages.places import PlaceWords
from recoupe.languages.relaying import RelayWords
from recoupe.reading.entities.mention import Determiner
from recoupe.words.remembered import REMEMBERED

Phrase = tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def folded(word: str) -> str:
    """Return ``word`` without case, accents and script: "Élysée" and "ELYSEE" are the same."""
    return anyascii(word).casefold().strip()


@lru_cache(maxsize=REMEMBERED)
def small(word: str) -> str:
    """Return a small word in lower case with its accents: "à" is not "a", "où" not "ou"."""
    return word.strip().lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun of the tables means: role classes, or a body, a group, a medium, a document."""

    kind: str
    classes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One pack's words for parties, folded.

    ``nouns`` go from phrases of words to their meaning, ``begun`` are these phrases and all that
    they begin with; ``clipped`` are outlets without their article, as they stand behind another
    ("au Monde"); ``famed`` are the first words of outlets and powers, and of these.
    """

    naming: NamingWords
    nouns: dict[Phrase, Noun]
    begun: frozenset[Phrase]
    longest: int
    masculine: frozenset[str]
    feminine: frozenset[str]
    titles: dict[str, Gender | None]
    pronouns: dict[str, Pronoun]
    determiners: dict[str, tuple[Determiner, Gender | None]]
    articles: frozenset[str]
    links: frozenset[str]
    joins: frozenset[str]
    particles: frozenset[str]
    never: frozenset[str]
    outlets: frozenset[Phrase]
    clipped: frozenset[Phrase]
    powers: frozenset[Phrase]
    famed: frozenset[str]
    relatives: frozenset[str]
    anaphors: frozenset[str]
    same: frozenset[str]
    given: dict[str, Gender]
    being: frozenset[str]
    documents: frozenset[str]
    portfolios: frozenset[Phrase]
    vague: frozenset[Phrase]
    leading: frozenset[str]
    mastheads: frozenset[str]
    generic: frozenset[Phrase]
    apposed: frozenset[Phrase]
    governments: frozenset[str]
    demonyms: dict[str, str]
    latter: frozenset[str]


def words_of(phrase: str) -> Phrase:
    """Return the folded words of a phrase, cut where the pipelines cut: after an apostrophe."""
    return tuple(folded(phrase).replace("'", "' ").split())


@cache
def lexicon(pack: Pack) -> Lexicon:
    """Return the pack's lexicon."""
    naming = pack.table("naming", NamingWords)
    parties = pack.table("parties", PartyWords)
    places = pack.table("places", PlaceWords)
    nouns = _nouns(parties)
    outlets = frozenset(words_of(name) for name in (*parties.outlets, *parties.agencies))
    outlets |= _outlets_abroad()
    powers = frozenset(words_of(name) for name in parties.powers)
    articles = _folds(naming.definite)
    clipped = frozenset(key[1:] for key in outlets if len(key) > 1 and key[0] in articles)
    return Lexicon(
        naming=naming,
        nouns=nouns,
        begun=frozenset(phrase[:size] for phrase in nouns for size in range(1, len(phrase) + 1)),
        longest=max(len(phrase) for phrase in nouns),
        masculine=_folds(parties.masculine),
        feminine=_folds(parties.feminine),
        titles={folded(word): title.gender for title in naming.titles for word in title.words},
        pronouns={small(word): pronoun for pronoun in naming.pronouns for word in pronoun.words},
        determiners=_determiners(naming),
        articles=articles,
        links=_smalls(naming.links),
        joins=_smalls(naming.joins),
        particles=_smalls(naming.particles),
        never=_folds(naming.never_names),
        outlets=outlets,
        clipped=clipped,
        powers=powers,
        famed=frozenset(key[0] for key in (*outlets, *clipped, *powers)),
        relatives=_smalls(naming.relatives),
        anaphors=_folds(naming.anaphors),
        same=_smalls(naming.same),
        given=_given(naming),
        being=_smalls(naming.short_verbs),
        documents=_folds(parties.documents),
        portfolios=frozenset(words_of(noun) for noun in parties.portfolios),
        vague=frozenset(words_of(noun) for noun in parties.vague),
        leading=_smalls(naming.leading),
        generic=frozenset(words_of(noun) for noun in parties.generic),
        apposed=frozenset(words_of(noun) for noun in parties.apposed),
        governments=_folds(parties.governments),
        demonyms={folded(word): code for word, code in places.demonyms.items()},
        latter=_folds(naming.latter),
        mastheads=_folds(pack.table("relaying", RelayWords).mastheads),
    )


def has_masthead(key: Phrase, words: Lexicon) -> bool:
    """Whether the noun of a name is one that newspapers are called by: "Le Courrier de X"."""
    parts = [part for word in key if word not in words.determiners for part in word.split("-")]
    if len(parts) < 2:
        return False
    return parts[-1 if words.naming.head_last else 0] in words.mastheads


@cache
def given_anywhere() -> frozenset[str]:
    """Return the given names of every pack: reports name people from abroad."""
    tables = (pack(code).table("naming", NamingWords) for code in available())
    return frozenset(name for table in tables for name in _given(table))


@cache
def _outlets_abroad() -> frozenset[Phrase]:
    """Return the media of every pack that no other thing is called like: reports cite them all.

    These are acronyms and names of several words: "Marianne" and "Time" are a paper only at home.
    """
    tables = (pack(code).table("parties", PartyWords) for code in available())
    names = (name for table in tables for name in (*table.outlets, *table.agencies))
    return frozenset(
        words_of(name) for name in names if " " in name or (name.isupper() and len(name) > 2)
    )


def _given(naming: NamingWords) -> dict[str, Gender]:
    genders: dict[str, Gender] = {folded(name): "m" for name in naming.given_masculine}
    genders.update({folded(name): "f" for name in naming.given_feminine})
    return genders


def _folds(words: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(word) for word in words)


def _smalls(words: Iterable[str]) -> frozenset[str]:
    return frozenset(small(word) for word in words)


def _nouns(parties: PartyWords) -> dict[Phrase, Noun]:
    """Return the meaning of every noun; an office outranks a body, a body a group."""
    nouns: dict[Phrase, Noun] = {}
    for kind, words in (
        ("document", parties.documents),
        ("medium", parties.media),
        ("group", parties.groups),
        ("body", parties.bodies),
    ):
        nouns.update({words_of(word): Noun(kind, frozenset()) for word in words})
    for index, role in enumerate(parties.roles):
        for phrase in (form for word in role.words for form in _cut(word)):
            known = nouns.get(phrase)
            classes = known.classes if known is not None and known.kind == "role" else frozenset()
            nouns[phrase] = Noun("role", classes | {index})
    return nouns


def _cut(word: str) -> set[Phrase]:
    """Return the words of an office as written, and as pipelines cut it that part hyphens."""
    return {words_of(word), words_of(word.replace("-", " - "))}


def _determiners(naming: NamingWords) -> dict[str, tuple[Determiner, Gender | None]]:
    found: dict[str, tuple[Determiner, Gender | None]] = {}
    tables: tuple[tuple[Determiner, dict[str, str]], ...] = (
        ("indefinite", naming.indefinite),
        ("definite", naming.definite),
        ("possessive", naming.possessive),
        ("demonstrative", naming.demonstratives),
    )
    for kind, words in tables:
        for word, gender in words.items():
            found[small(word)] = (kind, gender_of(gender))
    return found


def gender_of(letter: str) -> Gender | None:
    """Return the gender that a table or a tagger's feature writes, ``None`` for neither."""
    if letter in {"m", "Masc"}:
        return "m"
    return "f" if letter in {"f", "Fem"} else None


def number_of(letters: list[str]) -> Number:
    """Return the number of a tagger's feature; singular where it says nothing."""
    return "p" if letters == ["Plur"] else "s"
