"""Reviews as they may be told where somebody is protected: who did what, to which id, and when."""

from __future__ import annotations

from dataclasses import replace

from recoupe.export.masking.masker import Masker
from recoupe.model import Review


def masked_review(review: Review, masker: Masker) -> Review:
    """Return a review; where anything is masked, without its words, and with the export's ids."""
    if not masker.masked:
        return review
    return replace(
        review,
        author=masker.names.masked(review.author),
        target=masker.ids.get(review.target, review.target),
        others=tuple(masker.ids.get(one, one) for one in review.others),
        reason="",
        changes={},
        record=None,
    )
