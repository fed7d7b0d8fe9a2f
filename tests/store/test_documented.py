"""Records are found in a document whatever the words of reports look like."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import CasefileDamagedError
from recoupe.store.documented import Document

TEXT = st.text() | st.sampled_from(
    ['{"id":"x"', '"findings":[', '\\"rejected\\":[', '"],"findings":[{"id":"', "{'report':"]
)


@given(
    st.lists(
        st.tuples(TEXT, TEXT).map(lambda words: dict(zip(("report", "kind"), words, strict=True)))
    ),
    st.lists(
        st.tuples(TEXT, TEXT).map(lambda words: dict(zip(("id", "matter"), words, strict=True)))
    ),
    st.lists(TEXT.map(lambda words: {"id": words})),
)
def test_every_record_is_found(
    lineage: list[object], findings: list[object], rejected: list[object]
) -> None:
    whole = {"lineage": lineage, "findings": findings, "rejected": rejected}
    document = Document("story-1", json.dumps(whole, ensure_ascii=False, separators=(",", ":")))
    assert document.values("lineage") == lineage
    assert document.values("findings") == findings
    assert document.values("rejected") == rejected
    assert document.values("findings", range(len(findings))[1:3]) == findings[1:3]


def test_a_record_that_is_not_there_is_damage() -> None:
    document = Document("story-1", '{"lineage":[],"findings":[],"rejected":[]}')
    with pytest.raises(CasefileDamagedError, match="is not there"):
        document.values("findings", [0])
