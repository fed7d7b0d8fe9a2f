"""On real articles, where the gold data are at hand: every id exists, every span is the text."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from recoupe.reading.attributions import read_attributions
from recoupe.reading.coreference import read_cast
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places
from recoupe.reading.quotations import read_quotations
from recoupe.reading.speakers import name_speakers

FILES = {"fr": "attribution/fr_dev.jsonl", "en": "attribution/polnear_dev.jsonl"}


@pytest.mark.shared
@pytest.mark.parametrize("code", sorted(FILES))
def test_real_articles_keep_the_contract(
    code: str, gold: Path, parse_of: Callable[..., Parse]
) -> None:
    with (gold / FILES[code]).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 3)]
    for text in texts:
        parse = parse_of(text, code, None)
        drafts = read_attributions(parse, read_quotations(parse))
        entities, statements = name_speakers(parse, read_cast(parse), drafts, read_places(parse))
        names = {entity.id: entity.name for entity in entities}
        for statement in statements:
            assert statement.speaker_name == names.get(statement.speaker or "")
            assert set(statement.via) <= names.keys()
        for entity in entities:
            assert entity.affiliation is None or entity.affiliation in names
            for span in (*entity.mentions, *entity.pronouns, *entity.roles):
                assert text[span.start : span.end] == span.text
