"""Suggested gradings in Airwars' published terms, with their reasons; never a verdict.

Airwars (methodology, "Our grading system") grades a claim that civilians were harmed: *confirmed*,
a party accepted responsibility; *fair*, two or more independent credible sources report it; *weak*,
a single source claims it; *contested*, there are competing claims of who did it; *discounted*,
those killed were combatants, or others did it. How credible a source is only a person can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recoupe.comparison.matters import Matter
from recoupe.comparison.positions.sayings import Saying, compiled
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import Grading, Reason

HARM: Final = frozenset({"killed", "injured"})
_FAIR: Final = 2


def of_harm(what: str, scope: str, origins: int, matters: Sequence[Matter]) -> Grading | None:
    """Return the grading suggested for a number of people harmed; ``None`` for other numbers.

    ``origins`` are the independent ones behind the number, ``matters`` those of its story.
    """
    if what not in HARM:
        return None
    if scope in {"fighters", "soldiers"}:
        return Grading("discounted", (Reason("combatants_only"),))
    return _grading(origins, matters)


def of_matter(matter: Matter, origins: int) -> Grading | None:
    """Return the grading suggested for a happening that is claimed; ``None`` for other matters."""
    if not matter.happened or not any(saying.claims for saying in matter.sayings):
        return None
    return _grading(origins, (matter,))


def accepts(saying: Saying) -> bool:
    """Whether a party says that something was its own deed."""
    words = pack(saying.language).table("findings", FindingWords)
    return saying.claims and compiled(words.accepting).search(saying.text) is not None


def _grading(origins: int, matters: Sequence[Matter]) -> Grading:
    accepting = [
        saying
        for matter in matters
        if matter.happened
        for saying in matter.sayings
        if accepts(saying)
    ]
    if accepting:
        return Grading("confirmed", (Reason("accepted", (("party", accepting[0].party.name),)),))
    pairs = [pair for matter in matters if matter.happened for pair in matter.against]
    competing = [pair for pair in pairs if pair.code == "accuse_each_other"]
    if competing:
        one, other = competing[0].answer.party.name, competing[0].claim.party.name
        return Grading(
            "contested", (Reason("competing_claims", (("party", one), ("other", other))),)
        )
    denials = sorted({pair.answer.party.name for pair in pairs if pair.answer.denies})
    denied = tuple(Reason("denied_by_accused", (("party", name),)) for name in denials[:1])
    if origins >= _FAIR:
        code = "several_origins" if denied else "independent_sources"
        return Grading("fair", (Reason(code, (("origins", origins),)), *denied))
    return Grading("weak", (Reason("single_origin"), *denied))
