"""Made-up news that is like real news in what a cross-check costs: readings, without any reading.

What is like real news, as measured on readings of the gold data (English local news of 350 to 700
words; in brackets the made-up reports): a report has 13.5 (12) statements, 17 (11) entities, 5 (6)
figures, 10 (11) places, 9.5 (6) times and 8.5 (10) events. Words are as frequent as the packs'
tables say, with names and rare words of a story's own; a third of the reports of a story print an
agency's dispatch or another paper's text, cut and altered; statements are denied and doubted;
outlets have lines of their own under each text. Stories have 1 to 40 reports, as many small ones as
in life; a third of those of two or more are told in French and English.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import Final

from made_report import Counted, Happening, Named, Piece, Sentence, Spot, When, reading

from recoupe.languages import pack
from recoupe.languages.stories import StoryWords
from recoupe.model import Reading, Stance

LARGEST: Final = 40
STEEP: Final = 1.8
"""How seldom large stories are: their number falls with this power of their size."""
WORDS: Final = (350, 700)
RARE: Final = 20_000
OUTLETS: Final = 300
COPIED, REPRINTED, TWO_LANGUAGES, ENGLISH = 0.25, 0.1, 0.35, 0.6
HOURS: Final = 60
FIRST: Final = date(2031, 1, 1)

Chance = random.Random

SAYING: Final[dict[str, dict[str, tuple[Stance, str]]]] = {
    "en": {
        "said that": ("asserts", ""),
        "told reporters that": ("asserts", ""),
        "confirmed that": ("confirms", ""),
        "denied that": ("denies", ""),
        "accused the other side, saying that": ("accuses", ""),
        "could not verify that": ("cannot_verify", ""),
        "demanded that": ("demands", ""),
    },
    "fr": {
        "a déclaré que": ("asserts", ""),
        "a expliqué que": ("asserts", ""),
        "a confirmé que": ("confirms", ""),
        "a démenti que": ("denies", ""),
        "a accusé l'autre camp, affirmant que": ("accuses", ""),
        "n'a pas pu vérifier que": ("cannot_verify", ""),
        "a exigé que": ("demands", ""),
    },
}
CUES: Final = {language: tuple(cues) for language, cues in SAYING.items()}
OFTEN: Final = (30, 20, 8, 6, 4, 2, 3)
"""How often each cue is used."""
NEGATED: Final = {"en": "not", "fr": "pas"}
KILLED: Final = {"en": "people were killed", "fr": "personnes ont été tuées"}
TYPES: Final = (
    ("Battles", "Armed clash"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Violence against civilians", "Attack"),
    ("Protests", "Peaceful protest"),
)
AGENCIES: Final = {"en": ("Reuters", "AP", "AFP"), "fr": ("AFP", "Reuters", "Belga")}
SYLLABLES: Final = [c + v for c in "bcdfglmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "or")]


@cache
def frequent(language: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return everyday words with how many of a hundred reports have them, summed up."""
    table = pack(language).table("stories", StoryWords).everyday
    pairs = [(word, float(percent)) for percent, words in table.items() for word in words]
    return tuple(word for word, _ in pairs), tuple(accumulate(weight for _, weight in pairs))


@cache
def rare() -> tuple[float, ...]:
    """Return the weights of made-up words by rank, summed up."""
    return tuple(accumulate(1 / (rank + 50) for rank in range(RARE)))


def made_up(number: int) -> str:
    """Return the word of a number: two to four syllables, never the same for two."""
    found, base = [], len(SYLLABLES)
    number += base
    while number:
        number, at = divmod(number, base)
        found.append(SYLLABLES[at])
    return "".join(found)


def word(chance: Chance, language: str) -> str:
    """Return a word as frequent as in news: a fifth of them are none of everyday news."""
    if chance.random() < 0.2:
        return made_up(bisect(rare(), chance.random() * rare()[-1])) + ("e" * (language == "fr"))
    words, weights = frequent(language)
    return words[bisect(weights, chance.random() * weights[-1])]


@dataclass(frozen=True, slots=True)
class Fact:
    """What may be told of a story, in the words of each language; ``spoken`` is who says it."""

    words: dict[str, tuple[str, ...]]
    spoken: Named
    cue: int
    toll: int | None


@dataclass(frozen=True, slots=True)
class Plot:
    """One incident: its day, place, people and facts, and a dispatch of an agency a language."""

    day: date
    town: Spot
    near: tuple[Spot, ...]
    people: tuple[Named, ...]
    topic: dict[str, tuple[str, ...]]
    facts: tuple[Fact, ...]
    happens: tuple[Happening, ...]
    toll: int


def news(number: int, seed: int = 0) -> Iterator[Reading]:
    """Yield made-up readings story by story; the same for every run."""
    chance = Chance(seed)
    sizes = list(accumulate(size**-STEEP for size in range(1, LARGEST + 1)))
    made = at = 0
    while made < number:
        size = min(1 + bisect(sizes, chance.random() * sizes[-1]), number - made)
        yield from story(chance, at, size, span=max(60, number // 10))
        made, at = made + size, at + 1


def story(chance: Chance, at: int, size: int, *, span: int) -> Iterator[Reading]:
    """Yield the reports of one story, copies of a dispatch and of each other among them."""
    plot = _plot(chance, size, span)
    both = size > 1 and chance.random() < TWO_LANGUAGES
    main = "en" if chance.random() < ENGLISH else "fr"
    dispatches = {
        language: (_told(chance, plot, language, WORDS[1]), chance.choice(AGENCIES[language]))
        for language in CUES
    }
    earlier: dict[str, list[list[Sentence]]] = {language: [] for language in CUES}
    for number in range(size):
        language = chance.choice(tuple(CUES)) if both else main
        length, drawn = chance.randint(*WORDS), chance.random()
        signed = None
        if drawn < COPIED and size > 1:
            told, signed = dispatches[language]
            sentences = _altered(chance, told, language, length)
        elif drawn < COPIED + REPRINTED and earlier[language]:
            sentences = _altered(chance, chance.choice(earlier[language]), language, length)
        else:
            sentences = _told(chance, plot, language, length)
        earlier[language].append(sentences)
        outlet = chance.randrange(OUTLETS)
        minutes = min(int(chance.expovariate(1 / (HOURS * 20))), HOURS * 60 * 4)
        yield reading(
            f"{at}/{number}",
            language,
            _headline(chance, plot, language),
            [*sentences, *_under(outlet, language, signed)],
            outlet=f"The {made_up(900_000 + outlet).title()} Post",
            day=plot.day,
            minutes=minutes,
        )


def _plot(chance: Chance, size: int, span: int) -> Plot:
    day = FIRST + timedelta(days=chance.randrange(span))
    names = [made_up(10_000 + chance.randrange(60_000)).title() for _ in range(40)]
    people = tuple(
        Named(
            "person" if n % 2 else "organisation",
            f"{names[n]} {names[n + 20]}" if n % 2 else f"{names[n]} Council",
        )
        for n in range(20)
    )
    number = chance.randrange(4_000)
    towns = [_town(number if not n else chance.randrange(4_000)) for n in range(6)]
    topic = {
        language: tuple(word(chance, language) for _ in range(40))
        + tuple(made_up(chance.randrange(RARE)) for _ in range(15))
        for language in CUES
    }
    toll = chance.choice((1, 1, 2, 3, 5, 12, 40))
    count = min(24 + 2 * size, 160)
    facts = tuple(_fact(chance, people, topic, toll) for _ in range(count))
    happens = tuple(Happening(*chance.choice(TYPES)) for _ in range(3))
    return Plot(day, towns[0], tuple(towns[1:]), people, topic, facts, happens, toll)


def _town(number: int) -> Spot:
    return Spot(f"{made_up(500_000 + number).title()}", number)


def _fact(
    chance: Chance, people: Sequence[Named], topic: dict[str, tuple[str, ...]], toll: int
) -> Fact:
    """Return a fact: in each language three wordings that share most of their words."""
    length, told = chance.randint(9, 22), {}
    counted = chance.randint(1, max(1, toll + 3)) if chance.random() < 0.25 else None
    for language in CUES:
        core = _clause(chance, topic[language], language, length)
        variants = [core]
        for _ in range(2):
            parts = core.split()
            for place in chance.sample(range(len(parts)), len(parts) // 3):
                parts[place] = word(chance, language)
            if chance.random() < 0.1:
                parts.insert(len(parts) // 2, NEGATED[language])
            variants.append(" ".join(parts))
        told[language] = tuple(variants)
    speaker = people[min(int(chance.expovariate(0.25)), len(people) - 1)]
    return Fact(told, speaker, chance.choices(range(len(OFTEN)), OFTEN)[0], counted)


def _clause(chance: Chance, topic: Sequence[str], language: str, length: int) -> str:
    return " ".join(
        chance.choice(topic) if chance.random() < 0.3 else word(chance, language)
        for _ in range(length)
    )


def _told(chance: Chance, plot: Plot, language: str, length: int) -> list[Sentence]:
    """Return what one reporter tells: facts in words of their own, and narration between."""
    found: list[Sentence] = []
    words = 0
    facts = chance.sample(plot.facts, min(len(plot.facts), 16))
    while words < length:
        if facts and chance.random() < 0.55:
            made = _saying(chance, facts.pop(), plot, language)
        else:
            made = _narrated(chance, plot, language)
        found.append(made)
        words += made.words
    return found


def _saying(chance: Chance, fact: Fact, plot: Plot, language: str) -> Sentence:
    cue = CUES[language][fact.cue]
    content = [Piece(chance.choice(fact.words[language]), "content", _event(chance, plot))]
    if fact.toll is not None:
        toll = fact.toll + (chance.random() < 0.2)
        content += [
            Piece(f" {toll}", "content", Counted(toll)),
            Piece(f" {KILLED[language]}", "content"),
        ]
    if chance.random() < 0.4:
        content += [Piece(" in ", "content"), Piece(plot.town.name, "content", plot.town)]
    return Sentence(
        (
            Piece(fact.spoken.name, "source", fact.spoken),
            Piece(" "),
            Piece(cue, "cue"),
            Piece(" "),
            *content,
            Piece("."),
        ),
        fact.spoken,
        SAYING[language][cue][0],
    )


def _narrated(chance: Chance, plot: Plot, language: str) -> Sentence:
    topic = plot.topic[language]
    pieces = [Piece(_clause(chance, topic, language, chance.randint(6, 14)).capitalize(), "", None)]
    for _ in range(2):
        pieces += [Piece(" "), _named(chance, plot), Piece(" ")]
        pieces.append(
            Piece(_clause(chance, topic, language, chance.randint(3, 7)), "", _event(chance, plot))
        )
    if chance.random() < 0.25:
        number = chance.randint(2, 90)
        pieces += [Piece(f" {number}", "", Counted(number)), Piece(f" {KILLED[language]}")]
    return Sentence((*pieces, Piece(".")))


def _named(chance: Chance, plot: Plot) -> Piece:
    drawn = chance.random()
    if drawn < 0.3:
        spot = plot.town if drawn < 0.15 else chance.choice(plot.near)
        return Piece(spot.name, "", spot)
    if drawn < 0.6:
        day = plot.day - timedelta(days=chance.choice((0, 0, 0, 1, 2, 30, 400)))
        return Piece(day.isoformat(), "", When(day))
    who = plot.people[min(int(chance.expovariate(0.2)), len(plot.people) - 1)]
    if drawn < 0.7:
        who = Named("person", f"{made_up(chance.randrange(90_000)).title()} Stray")
    return Piece(who.name, "", who)


def _event(chance: Chance, plot: Plot) -> Happening | None:
    return chance.choice(plot.happens) if chance.random() < 0.3 else None


def _altered(
    chance: Chance, told: Sequence[Sentence], language: str, length: int
) -> list[Sentence]:
    """Return a text as a paper prints it: cut, and here and there a word put for another."""
    found: list[Sentence] = []
    words = 0
    rewritten = chance.choice((0.0, 0.02, 0.08, 0.2))
    for sentence in told:
        if words >= length:
            break
        if chance.random() > 0.12:
            changed = tuple(_changed(chance, piece, language, rewritten) for piece in sentence.all)
            found.append(Sentence(changed, sentence.speaker, sentence.stance))
            words += sentence.words
    return found


def _changed(chance: Chance, piece: Piece, language: str, rate: float) -> Piece:
    if piece.mark is not None and not isinstance(piece.mark, Happening):
        return piece
    if piece.part in {"cue", "source"} or not rate:
        return piece
    parts = piece.text.split(" ")
    changed = [word(chance, language) if p and chance.random() < rate else p for p in parts]
    return Piece(" ".join(changed), piece.part, piece.mark)


def _headline(chance: Chance, plot: Plot, language: str) -> str:
    words = " ".join(chance.sample(plot.topic[language], 5))
    return f"{plot.town.name}: {plot.people[0].name} {words}"


def _under(outlet: int, language: str, signed: str | None) -> list[Sentence]:
    """Return the lines under a text: who signs it, and what the outlet's page always says."""
    chance = Chance(outlet)
    lines = [Sentence((Piece(f"({signed})"),))] if signed else []
    if outlet % 2:
        words = " ".join(word(chance, language) for _ in range(25))
        lines.append(Sentence((Piece(words.capitalize() + "."),)))
    return lines
