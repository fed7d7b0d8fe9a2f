"""On real articles, where the gold data are at hand: every id exists, every span is the text."""

from __future__ import annotations

import json
import os
from itertools import islice
from pathlib import Path

import pytest

from recoupe.reading.attributions import read_attributions
from recoupe.reading.coreference import read_cast
from recoupe.reading.quotations import read_quotations
from recoupe.reading.speakers import name_speakers
from tests.conftest import make_test_parse

GOLD = Path(os.environ.get("RECOUPE_GOLD") or Path(__file__).parents[4] / "shared" / "gold")
FILES = {"fr": "attribution/fr_dev.jsonl", "en": "attribution/polnear_dev.jsonl"}


@pytest.mark.shared
@pytest.mark.parametrize("code", sorted(FILES))
def test_real_articles_keep_the_contract(code: str) -> None:
    file = GOLD / FILES[code]
    if not file.is_file():
        pytest.skip("the gold data are not on this machine (RECOUPE_GOLD)")
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 3)]
    for text in texts:
        parse = make_test_parse(text, code, None)
        drafts = read_attributions(parse, read_quotations(parse))
        entities, statements = name_speakers(parse, read_cast(parse), drafts)
        names = {entity.id: entity.name for entity in entities}
        for statement in statements:
            assert statement.speaker_name == names.get(statement.speaker or "")
            assert set(statement.via) <= names.keys()
        for entity in entities:
            assert entity.affiliation is None or entity.affiliation in names
            for span in (*entity.mentions, *entity.pronouns, *entity.roles):
                assert text[span.start : span.end] == span.text
