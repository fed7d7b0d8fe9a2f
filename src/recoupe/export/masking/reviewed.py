"""Reviews as they may be told where somebody is protected: who did what, to which id, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from recoupe.export.masking.masker import Masker
from recoupe.model import Review

_OF_PARTIES: Final = frozenset({"entity", "party"})


def masked_review(review: Review, masker: Masker) -> Review:
    """Return a review; where anything is masked, without its words, and with the export's ids.

    Parties that were joined to another, or taken out of one, are then left out: their old ids are
    hashes of their names, and stand for nobody any more. So may that of the target be: it may be
    told only if somebody in the export has it.
    """
    if not masker.masked:
        return review
    others = review.others if review.kind not in _OF_PARTIES else ()
    return replace(
        review,
        author=masker.names.masked(review.author),
        target=masker.ids.get(review.target, review.target),
        others=tuple(masker.ids.get(one, one) for one in others),
        reason="",
        changes={},
        record=None,
    )
