"""Words remembered and windows fused give the numbers of thinc's own layers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, chain, set_dropout_rate

from recoupe.languages import available
from recoupe.reading.pipelines import annotator, embedding
from recoupe.reading.pipelines.embedding import remember_words
from recoupe.reading.pipelines.windows import fuse_windows
from tests.reading.pipelines.test_annotation import TEXTS, spacys_own

Network = Model[Any, Any]


def network(nlp: Language, name: str) -> Network:
    model = nlp.get_pipe(name).model
    return model if name == "tok2vec" else model.get_ref("tok2vec").layers[0]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
@pytest.mark.parametrize("code", available())
def test_every_vector_is_the_one_that_spacy_makes(code: str, name: str) -> None:
    own, quick = spacys_own(code), annotator(code).nlp
    docs = [own.make_doc(text) for text in TEXTS[code]]
    expected = network(own, name).predict(docs)
    assert sum(len(vectors) for vectors in expected) > 100
    for _ in range(2):  # when words are new, and when they are known
        found = network(quick, name).predict([quick.make_doc(text) for text in TEXTS[code]])
        for one, other in zip(found, expected, strict=True):
            assert one.shape == other.shape
            assert np.allclose(one, other, atol=1e-4)


def test_the_shipped_pipelines_have_both_quicker_layers() -> None:
    for code in available():
        for name in ("tok2vec", "ner"):
            names = [node.name for node in network(annotator(code).nlp, name).walk()]
            assert "remembering" in names
            assert "windows" in names


def words_only() -> tuple[Language, Network]:
    nlp = spacys_own("en")
    return nlp, chain(network(nlp, "tok2vec").layers[0], network(nlp, "tok2vec").layers[1])


def test_more_words_than_are_remembered_are_forgotten_and_embedded_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedding, "MOST", 6)
    nlp, copy = words_only()
    texts = ["one two three four", "five six seven", "one two", "a b c d e f g h", "one two three"]
    docs = [nlp.make_doc(text) for text in texts]
    expected = copy.predict(docs)
    assert remember_words(copy)
    for _ in range(2):
        found = copy.predict(docs)
        assert all(np.allclose(a, b, atol=1e-4) for a, b in zip(found, expected, strict=True))


def test_a_norm_of_a_token_of_its_own_counts() -> None:
    nlp, copy = words_only()
    plain = Doc(nlp.vocab, words=["ship", "here"])
    other = Doc(nlp.vocab, words=["ship", "here"])
    other[0].norm_ = "boat"
    expected = copy.predict([plain, other])
    assert not np.allclose(expected[0], expected[1])
    assert remember_words(copy)
    found = copy.predict([plain, other])
    assert all(np.allclose(a, b, atol=1e-4) for a, b in zip(found, expected, strict=True))


def test_training_goes_through_the_layers_that_are_there() -> None:
    nlp, copy = words_only()
    set_dropout_rate(copy, 0.0)
    docs = [nlp.make_doc("A small boat.")]
    expected = copy.begin_update(docs)[0]
    assert remember_words(copy)
    found, backprop = copy.begin_update(docs)
    assert np.allclose(found[0], expected[0], atol=1e-4)
    backprop([np.ones_like(rows) for rows in found])


def test_layers_of_another_make_are_left_alone() -> None:
    nlp = spacys_own("en")
    whole = network(nlp, "tok2vec")
    windows = whole.layers[1].layers[0]
    assert not remember_words(chain(whole.layers[1], windows))
    assert not fuse_windows(whole.layers[0])
