"""Stale forms: refused with both sides shown, so that a person chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request

from recoupe.dossier.pages.history import history
from recoupe.dossier.web.changing import Fields
from recoupe.dossier.web.desk import Desk
from recoupe.dossier.web.flash import without
from recoupe.errors import StaleReviewError, StoreError
from recoupe.model import Article, Draft, Review


@dataclass(frozen=True, slots=True)
class Choice:
    """One field that a form changes: as the form showed it, as others left it, as it is asked."""

    field: str
    was: str
    theirs: str
    yours: str


def stale_page(
    desk: Desk, request: Request, draft: Draft, fields: Fields, error: StaleReviewError
) -> str:
    """Return the page with both versions: what others said meanwhile, and what is asked for."""
    target = error.where or draft.target  # a party or report may be called otherwise in the form
    of_copies = draft.kind == "lineage"
    own = [
        one
        for one in desk.store.reviews(target)
        if one.target == target and (one.kind == "lineage") == of_copies
    ]
    seen = next((at + 1 for at, one in enumerate(own) if one.id == draft.seen), 0)
    article = _article(desk, own)
    meanwhile = history(own[seen:], article)
    return desk.render(
        request,
        "stale.html",
        meanwhile=meanwhile,
        draft=draft,
        fields={name: values for name, values in fields.items() if name != "seen"},
        newest=own[-1].id if own else "",
        choices=_choices(
            draft,
            fields,
            {change.field: change.after for line in reversed(meanwhile) for change in line.changes},
        ),
        back=without(_last(fields, "back") or "/"),
    )


def _choices(draft: Draft, fields: Fields, theirs: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            name, was := _words(fields, "was", name), theirs.get(name, was), _asked(fields, name)
        )
        for name in draft.changes
    )


def _article(desk: Desk, reviews: Sequence[Review]) -> Article | None:
    """Return the article of the newest review, so that its spans are shown as words."""
    article = reviews[-1].article if reviews else None
    try:
        return desk.store.article(article) if article else None
    except StoreError:
        return None


def _asked(fields: Fields, field: str) -> str:
    return _words(fields, "words", field) or _words(fields, "set", field)


def _words(fields: Fields, what: str, field: str) -> str:
    return " … ".join(one.strip() for one in fields.get(f"{what}.{field}", ()) if one.strip())


def _last(fields: Fields, name: str) -> str:
    values = fields.get(name, ())
    return values[-1] if values else ""
