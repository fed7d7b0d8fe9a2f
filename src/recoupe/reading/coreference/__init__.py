"""Coreference: which mentions of a report are the same party."""

from __future__ import annotations

from recoupe.reading.coreference.apposition import find_appositions
from recoupe.reading.coreference.chains import Chains
from recoupe.reading.coreference.describing import join_bodies, join_headline, join_roles
from recoupe.reading.coreference.naming import join_acronyms, join_names
from recoupe.reading.coreference.salience import join_pronouns
from recoupe.reading.entities import Cast, read_mentions
from recoupe.reading.entities.lexicon import lexicon
from recoupe.reading.parse import Parse

__all__ = ["Cast", "read_cast"]


def read_cast(parse: Parse) -> Cast:
    """Return everybody whom the article names, describes or stands a pronoun for.

    Names are joined first, then offices beside names, offices alone, bodies, and pronouns last,
    each leaning on what is known by then.
    """
    words = lexicon(parse.pack)
    chains = Chains(read_mentions(parse), words)
    join_names(chains)
    join_acronyms(parse, chains)
    for role, name in find_appositions(parse.words, chains.mentions, words):
        owner = chains.owner[name]
        if owner is not None and chains.owner[role] is None:
            chains.add(owner, role)
    join_roles(chains)
    join_headline(chains, _headline_end(parse))
    join_bodies(chains)
    join_pronouns(parse.words, chains)
    return chains.cast()


def _headline_end(parse: Parse) -> int:
    """Return where the headlines end that open the article, 0 where none does."""
    end = 0
    for block in parse.article.blocks:
        if block.kind != "headline":
            break
        end = block.end
    return end
