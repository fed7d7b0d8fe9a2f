"""Small worlds in which it is known who copied whom: a grammar of reports and of edits.

A world is drawn from a seed: names, numbers, order, which edits each copy suffers. What it knows is
how many independent origins stand behind chosen words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from recoupe.comparison.lineage import Place
from recoupe.model import (
    Block,
    Declared,
    Entity,
    Reading,
    Span,
    content_id,
    make_article,
    make_capture,
)
from tests.comparison.lineage.bank import FACTS, FURNITURE, OTHER, Fact

TOWNS = ("Carvalle", "Portmirel", "Saint-Brévan", "Oristelle")
FIRMS = ("Delmas Logistique", "Norvent", "Sogetra", "Kerlan Frères")
PEOPLE = ("Inès Valcourt", "Paul Brémond", "Nora Lestang", "Hugo Ferrand", "Alma Desroches")
OUTLETS = (
    "Le Fanal",
    "La Vigie de l'Ouest",
    "Le Méridien",
    "Horizon Sud",
    "Le Patriote du Rivage",
    "La Boussole",
    "Le Quotidien des Deux Rives",
    "The Harbour Mail",
    "Northern Ledger",
)
SYNONYMS = {
    "violente": "puissante",
    "soir": "dans la soirée",
    "plusieurs": "de nombreux",
    "société": "compagnie",
    "pris en charge": "accueilli",
    "a déclaré": "a affirmé",
    "à l'aube": "au lever du jour",
    "Quelque deux cents": "Environ deux cents",
    "effectués dans l'après-midi": "réalisés plus tôt dans la journée",
    "a brisé": "a fait voler en éclats",
    "a demandé aux": "a invité les",
    "profonde": "grande",
    "voisin": "proche",
    "powerful": "massive",
    "people": "men and women",
}


@dataclass
class World:
    """Reports as they were made, and what is known of them."""

    rng: Random
    slots: dict[str, str]
    readings: list[Reading] = field(default_factory=list)

    def told(self, fact: str, account: int, language: str = "fr") -> str:
        """Return a fact as one reporter puts it."""
        [chosen] = [item for item in FACTS if item.name == fact]
        return self._texts(chosen, language)[account].format(**self.slots)

    def account(self, account: int, facts: Sequence[str] = (), language: str = "fr") -> list[str]:
        """Return a whole account by one reporter, in an order of facts that opens with the toll."""
        names = list(facts) or [fact.name for fact in FACTS]
        return [self.told(name, account, language) for name in names]

    def add(
        self,
        sentences: Sequence[str],
        outlet: str | None,
        published: str | None = None,
        *,
        language: str = "fr",
        byline: str | None = None,
    ) -> Reading:
        """Publish sentences, two to a paragraph; return the report as it is read."""
        parts = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
        made = report("\n\n".join(parts), outlet, published, language=language, byline=byline)
        self.readings.append(made)
        return made

    def edited(self, sentences: Sequence[str], much: float = 0.5) -> list[str]:
        """Return sentences with some words replaced and typographic marks changed."""
        changed = []
        for sentence in sentences:
            for word, other in SYNONYMS.items():
                if word in sentence and self.rng.random() < much:
                    sentence = sentence.replace(word, other, 1)  # noqa: PLW2901
            changed.append(sentence.replace("'", "’") if self.rng.random() < much else sentence)
        return changed

    def shuffled(self) -> list[Reading]:
        """Return the reports in any order."""
        return self.rng.sample(self.readings, len(self.readings))

    @staticmethod
    def _texts(fact: Fact, language: str) -> tuple[str, ...]:
        return {"fr": fact.fr, "en": fact.en}[language]


def world(seed: int) -> World:
    """Return an empty world with its own names and numbers."""
    rng = Random(seed)  # noqa: S311
    people = rng.sample(PEOPLE, 2)
    slots = {
        "town": rng.choice(TOWNS),
        "firm": rng.choice(FIRMS),
        "minister": people[0],
        "mayor": people[1],
        "dead": str(rng.randint(11, 39)),
        "hurt": str(rng.randint(120, 480)),
    }
    return World(rng, slots)


def report(
    text: str,
    outlet: str | None,
    published: str | None,
    *,
    language: str = "fr",
    byline: str | None = None,
) -> Reading:
    """Return the reading of a text, with the parties that the worlds know and nothing else."""
    capture = make_capture(
        text.encode(),
        source=f"{outlet}.txt",
        media_type="text/plain",
        captured_at=datetime(2024, 3, 6, tzinfo=UTC),
        declared=Declared(input_id=f"{outlet} {published} {content_id('text', text)}"),
    )
    blocks = tuple(
        Block("paragraph", found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)
    )
    article = make_article(
        capture,
        text,
        blocks,
        outlet=outlet,
        published=published,
        byline=byline,
        language=language,
    )
    entities = tuple(
        Entity(content_id("entity", name), "other", name, (), (), None, spans, (), key=name.lower())
        for name in (*TOWNS, *FIRMS, *PEOPLE)
        if (spans := tuple(article.span(*f.span()) for f in re.finditer(re.escape(name), text)))
    )
    return Reading(article, (), entities, (), (), (), (), (), ())


def place(reading: Reading, words: str) -> Place:
    """Return where words stand in a report, whichever apostrophe it has."""
    at = reading.article.text.replace("’", "'").index(words.replace("’", "'"))
    return reading.article.id, reading.article.span(at, at + len(words))


def holding(reading: Reading, word: str) -> Place:
    """Return the sentence of a report that holds ``word``."""
    text = reading.article.text
    at = text.index(word)
    start = max(text.rfind(mark, 0, at) + len(mark) for mark in (". ", "\n", "! ", "? "))
    start = 0 if at < 3 or text[:at].strip(" ") == "" else max(start, 0)
    if not any(mark in text[:at] for mark in (". ", "\n", "! ", "? ")):
        start = 0
    end = min((e for m in (".", "\n") if (e := text.find(m, at)) > 0), default=len(text))
    span = reading.article.trimmed(start, end)
    assert isinstance(span, Span)
    return reading.article.id, span


Known = tuple[list[Place], int]
"""Words, and the number of origins that are known to stand behind them."""
Build = Callable[[World], list[Known]]


def one_dispatch_in_six_papers(made: World) -> list[Known]:
    """The agency's own report is not among them; each paper signs in its own way."""
    text = made.account(0)
    signs = ["(AFP)", "(afp/nxp)", "© 2024 AFP", "AFP", "Avec AFP", "(AFP)"]
    papers = [
        made.add([*made.edited(text, 0.2)[: 10 - n % 3], sign], OUTLETS[n], "2024-03-06")
        for n, sign in enumerate(signs)
    ]
    return [([holding(paper, made.slots["dead"]) for paper in papers], 1)]


def two_reporters(made: World) -> list[Known]:
    """Nobody copies anybody."""
    papers = [made.add(made.account(n), OUTLETS[n], "2024-03-06") for n in range(3)]
    dead = made.slots["dead"]
    return [([holding(paper, dead) for paper in papers], 3), ([holding(papers[0], dead)], 1)]


def dispatch_beside_a_local_paper(made: World) -> list[Known]:
    """Three print the dispatch; one copies, a day later, what the local paper found out."""
    dispatch, local = made.account(0), made.account(1)
    papers = [
        made.add([*dispatch, sign], OUTLETS[n], "2024-03-06")
        for n, sign in enumerate(["(AFP)", "(AFP)", "(afp)"])
    ]
    first = made.add(local, OUTLETS[3], "2024-03-06")
    later = made.add(made.edited(local, 0.3), OUTLETS[4], "2024-03-07")
    dead = made.slots["dead"]
    return [
        ([holding(paper, dead) for paper in (*papers, first, later)], 2),
        ([holding(first, dead), holding(later, dead)], 1),
    ]


def credits_dropped(made: World) -> list[Known]:
    """Four print one dispatch, and only one says so."""
    text = made.account(0)
    signed = made.add([*text, "(AFP)"], OUTLETS[0], "2024-03-06")
    others = [made.add(made.edited(text, 0.2), OUTLETS[n], "2024-03-06") for n in (1, 2, 3)]
    return [([holding(paper, made.slots["dead"]) for paper in (signed, *others)], 1)]


def reworded(made: World) -> list[Known]:
    """Three reword one dispatch more or less, in another order; a fourth was there itself."""
    text = made.account(0)
    papers = []
    for n, much in enumerate((0.3, 0.6, 0.9)):
        lead, *rest = made.edited(text, much)
        made.rng.shuffle(rest)
        papers.append(made.add([lead, *rest, "(Reuters)"], OUTLETS[n], "2024-03-06"))
    witness = made.add(made.account(1), OUTLETS[3], "2024-03-06")
    dead = made.slots["dead"]
    return [
        ([holding(paper, dead) for paper in papers], 1),
        ([holding(paper, dead) for paper in (*papers, witness)], 2),
    ]


def a_minister_quoted(made: World) -> list[Known]:
    """Two print the dispatch with her words, two others heard her themselves."""
    dispatch = made.account(0)
    papers = [made.add([*dispatch, "(AFP)"], OUTLETS[n], "2024-03-06") for n in (0, 1)]
    heard = [made.add(made.account(n), OUTLETS[n + 1], "2024-03-06") for n in (1, 2)]
    said = "Nous ferons toute la lumière sur ce drame et aucune négligence ne restera impunie"
    dead = made.slots["dead"]
    return [
        ([place(paper, said) for paper in (*papers, *heard)], 1),
        ([holding(paper, dead) for paper in (*papers, *heard)], 3),
    ]


def a_late_correction(made: World) -> list[Known]:
    """One of three that print a dispatch corrects the number of dead by itself."""
    text = made.account(0)
    dead, more = made.slots["dead"], str(int(made.slots["dead"]) + 2)
    papers = [made.add([*text, "(AFP)"], OUTLETS[n], "2024-03-06") for n in (0, 1)]
    mended = [text[0].replace(dead, more), *text[1:]]
    later = made.add(mended, OUTLETS[2], "2024-03-07")
    hurt = made.slots["hurt"]
    return [
        ([*(place(paper, f"{dead} morts") for paper in papers), place(later, f"{more} morts")], 2),
        ([holding(paper, hurt) for paper in (*papers, later)], 1),
    ]


def a_part_copied(made: World) -> list[Known]:
    """The second takes four sentences from the first, and found the rest out by itself."""
    first = made.account(0)
    one = made.add(first, OUTLETS[0], "2024-03-05")
    other = made.add([*first[:4], *made.account(1)[4:]], OUTLETS[1], "2024-03-06")
    return [
        ([holding(one, made.slots["dead"]), holding(other, made.slots["dead"])], 1),
        (
            [
                holding(one, "halles" if "halles" in first[4] else "marché"),
                holding(other, "halles"),
            ],
            2,
        ),
    ]


def a_mosaic(made: World) -> list[Known]:
    """The third is put together from half of each of the first two."""
    names = [fact.name for fact in FACTS if fact.name != "quote"]
    first, second = made.account(0, names), made.account(1, names)
    one = made.add(first, OUTLETS[0], "2024-03-05")
    two = made.add(second, OUTLETS[1], "2024-03-05")
    both = made.add([*made.edited(first[:5], 0.2), *second[5:]], OUTLETS[2], "2024-03-07")
    dead, mayor = made.slots["dead"], made.slots["mayor"]
    return [
        ([holding(one, dead), holding(both, dead)], 1),
        ([holding(one, dead), holding(two, dead), holding(both, dead)], 2),
        ([holding(two, mayor), holding(both, mayor)], 1),
        ([holding(one, mayor), holding(two, mayor), holding(both, mayor)], 2),
    ]


def a_translation(made: World) -> list[Known]:
    """An English paper translates a French one, a second copies the translation."""
    original = made.add(made.account(0), OUTLETS[0], "2024-03-05")
    english = made.account(0, language="en")
    translation = made.add(english, OUTLETS[7], "2024-03-06", language="en")
    copied = made.add(made.edited(english, 0.3), OUTLETS[8], "2024-03-07", language="en")
    own = made.add(made.account(1, language="en"), "Coast Observer", "2024-03-06", language="en")
    dead = made.slots["dead"]
    chain = [holding(paper, dead) for paper in (original, translation, copied)]
    return [(chain, 1), ([*chain, holding(own, dead)], 2)]


def furniture_only(made: World) -> list[Known]:
    """Reports of one site share nothing but what it puts under each of them."""
    papers = []
    for n in range(6):
        text = [made.told("toll", 1) if n == 0 else OTHER[n], *made.rng.sample(OTHER, 2)]
        text = [*dict.fromkeys(text), *(made.account(n)[1:] if n < 2 else ())]
        papers.append(made.add([*text, FURNITURE], OUTLETS[0], f"2024-03-0{n + 1}"))
    outside = made.add([*made.account(2), FURNITURE], OUTLETS[1], "2024-03-06")
    dead = made.slots["dead"]
    return [
        ([holding(papers[0], dead), holding(outside, dead)], 2),
        ([place(papers[3], FURNITURE[:60]), place(outside, FURNITURE[:60])], 2),
    ]


def a_chain_of_four(made: World) -> list[Known]:
    """Each copies the one before and edits it a little more; nobody names anybody."""
    text = made.account(0)
    papers = [made.add(text, OUTLETS[0], "2024-03-03")]
    for n in (1, 2, 3):
        text = made.edited(text, 0.3)[: 11 - n]
        papers.append(made.add(text, OUTLETS[n], f"2024-03-0{n + 3}"))
    return [([holding(paper, made.slots["dead"]) for paper in papers], 1)]


WORLDS: tuple[Build, ...] = (
    one_dispatch_in_six_papers,
    two_reporters,
    dispatch_beside_a_local_paper,
    credits_dropped,
    reworded,
    a_minister_quoted,
    a_late_correction,
    a_part_copied,
    a_mosaic,
    a_translation,
    furniture_only,
    a_chain_of_four,
)


def drawn(made: World) -> list[Known]:
    """Draw a world: up to three accounts, each an agency's or a paper's, and copies of copies.

    A copy may drop sentences, words and credits, stand in another order, or be a translation.
    """
    rng, dead = made.rng, made.slots["dead"]
    free = iter(rng.sample([f"Gazette {n}" for n in range(40)], 40))
    papers: list[Reading] = []
    accounts = rng.sample(range(3), rng.randint(1, 3))
    agencies = dict(zip((1, 2), rng.sample(["AFP", "Reuters", None], 2), strict=True))
    for account in accounts:
        agency = agencies.get(account)
        texts = [made.account(account)]
        for day in range(3, 3 + rng.randint(1, 4)):
            text = rng.choice(texts)
            if len(texts) > 1 or agency:
                lead, *rest = made.edited(text, rng.random() * 0.6)
                rest = rng.sample(rest, max(len(rest) - rng.randint(0, 2), 4))
                text = [lead, *rest]
            texts.append(text)
            names = agency and (day == 3 or rng.random() < 0.5)
            printed = [*text, f"({agency})"] if names else text
            papers.append(made.add(printed, next(free), f"2024-03-0{day}"))
    if 0 in accounts and rng.random() < 0.5:
        english = made.account(0, language="en")[: rng.randint(7, 10)]
        papers.append(made.add(english, next(free), "2024-03-08", language="en"))
    return [([holding(paper, dead) for paper in papers], len(accounts))]
