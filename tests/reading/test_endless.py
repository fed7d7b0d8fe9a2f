"""Runs of characters without end, which no tokeniser should be given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.reading.parse import Parse

pytestmark = pytest.mark.models


@pytest.mark.parametrize("run", ["l'", "(", "data:image/png;base64,iVBORw0KGgo=", "\U0001f600"])
def test_a_run_without_end_costs_nothing_and_moves_nothing(
    run: str, parse_of: Callable[..., Parse]
) -> None:
    text = f"{(run * 20_000)[:40_000]} La mairie a fermé le pont."
    parse = parse_of(text)
    assert [token.text for token in parse.words if not token.is_space][:2] == ["La", "mairie"]
    assert parse.span(parse.sentences[-1].tokens).text.endswith("fermé le pont.")
