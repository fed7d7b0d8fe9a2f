"""The best tags, worked by hand, and against every sequence there is."""

from __future__ import annotations

from itertools import product

import numpy as np

from recoupe.reading.attributions.tagging.decoding import (
    CONTENT,
    CONTENT_INSIDE,
    CUE_TAGS,
    ROLE_TAGS,
    SOURCE,
    SOURCE_INSIDE,
    best_tags,
    runs_of,
)


def test_an_inside_tag_needs_its_opening_one() -> None:
    """Word by word I, I is likeliest; of what may be, B, I is: .4 * .9 against .1 * .05 of O, O."""
    scores = np.log(np.array([[0.1, 0.4, 0.45, 0.05], [0.05, 0.03, 0.9, 0.02]]))
    assert best_tags(scores[None], CUE_TAGS).tolist() == [[1, 2]]


def test_a_source_cannot_go_on_as_a_content() -> None:
    likely = {SOURCE: [0.9, 0.1], SOURCE_INSIDE: [0.02, 0.3], CONTENT_INSIDE: [0.02, 0.5]}
    scores = np.full((2, 5), 1e-3)
    for tag, values in likely.items():
        scores[:, tag] = values
    assert best_tags(np.log(scores[None]), ROLE_TAGS).tolist() == [[SOURCE, SOURCE_INSIDE]]


def test_each_is_the_best_of_all_sequences() -> None:
    scores = np.log(np.random.default_rng(1).dirichlet(np.ones(5), size=(4, 5)))

    def allowed(tags: tuple[int, ...]) -> bool:
        pairs = zip((0, *tags), tags, strict=False)
        return all(tag not in ROLE_TAGS or last in {tag, ROLE_TAGS[tag]} for last, tag in pairs)

    every = [tags for tags in product(range(5), repeat=5) if allowed(tags)]
    best = [
        max(every, key=lambda t: sum(some[at, tag] for at, tag in enumerate(t))) for some in scores
    ]
    assert best_tags(scores, ROLE_TAGS).tolist() == [list(tags) for tags in best]


def test_runs_begin_at_each_opening_tag_and_end_before_another() -> None:
    tags = [0, CONTENT, CONTENT_INSIDE, CONTENT, SOURCE, SOURCE_INSIDE, 0, CONTENT]
    assert runs_of(tags, CONTENT, CONTENT_INSIDE, 10) == ((11, 13), (13, 14), (17, 18))
    assert runs_of(tags, SOURCE, SOURCE_INSIDE, 10) == ((14, 16),)
