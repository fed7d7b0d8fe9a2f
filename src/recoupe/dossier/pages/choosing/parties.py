"""Joining a party with others, and parting mentions from it that are of somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.dossier import wording
from recoupe.dossier.pages.choosing.choices import MOST, Choice, Choices
from recoupe.dossier.pages.history import ReviewLine, history, newest
from recoupe.dossier.pages.view import View
from recoupe.store import Store
from recoupe.store.answers import Mention, Named

_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class PartyWork:
    """What can be done with a party: others to join it with, mentions to part from it.

    ``offset`` is how many mentions stand before those shown.
    """

    id: str
    name: str
    others: Choices
    mentions: Choices
    offset: int
    limit: int
    reviews: tuple[ReviewLine, ...]
    newest_review: str


def party_work(store: Store, view: View, id_: str, asked: str = "", offset: int = 0) -> PartyWork:
    """Return what can be done with a party; ``asked`` are words of a name to join it with.

    Where none are asked for, those with a name like its own are offered. Raises
    :class:`StoreError` where there is no such party.
    """
    party = store.party(id_)
    named = store.parties_named(asked or party.name, limit=MOST + 1)
    others = [one for one in named if one.id != party.id][: MOST if asked else _SUGGESTED]
    page = store.mentioned(party.id, limit=MOST, offset=offset)
    reviews = tuple(store.reviews(party.id))
    return PartyWork(
        id=party.id,
        name=wording.plain_line(party.name),
        others=Choices(tuple(_party(one, view) for one in others), len(others), asked),
        mentions=Choices(
            tuple(_mention(one, party.name, view) for one in page.mentions), page.total, ""
        ),
        offset=offset,
        limit=MOST,
        reviews=history(reviews, names={one.id: one.name or "" for one in party.joined}),
        newest_review=newest(reviews, party.id),
    )


def _party(named: Named, view: View) -> Choice:
    told = wording.dossier_words(view.language).working.named_in
    count = told.format(count=wording.number(named.count, view.language))
    return Choice(
        named.id,
        wording.plain_line(named.name or named.id),
        (count,),
        view.addresses.speaker(named.id),
    )


def _mention(one: Mention, name: str, view: View) -> Choice:
    told = wording.dossier_words(view.language).working
    source = one.source
    said = told.statements_there.format(count=wording.number(one.statements, view.language))
    forms = ", ".join(dict.fromkeys((one.name, *one.aliases)))
    details = (
        wording.plain_line(source.outlet or ""),
        wording.day(source.day, view.language),
        told.as_in.format(name=wording.plain_line(forms)) if forms != name else "",
        wording.plain_line(one.roles),
        said,
    )
    return Choice(
        one.id,
        wording.plain_line(source.title or source.article),
        tuple(part for part in details if part),
        view.addresses.report(source.article, statement=one.id),
        source.language,
    )
