"""The quicker ways give what spaCy's own components give, token for token."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from recoupe.languages import available, pack
from recoupe.reading.pipelines import annotator
from recoupe.reading.pipelines.lemmas import INDEX, LemmaTable, can_remember, index_lemmas
from recoupe.reading.pipelines.names import NameDecider, can_decide
from recoupe.reading.pipelines.rules import RuleTable, can_look_up

TEXTS = {
    "en": (
        "Anna Kowalska of the Port Authority told Radio Baltic on Tuesday that it ain't over. "
        "\n\n “Let's go,” she said. Nothin' gonna stop the 250 people from New Haven, Connecticut",
        "C'mon! Y'all gotta see the Museum of Modern Art in New York City",
        "The United Nations Office in Geneva",
        "",
        " ",
        "Paris",
        "A ship. " * 40,
    ),
    "fr": (
        "La maire de Saint-Nazaire, Hélène Le Goff, a démenti lundi les propos de Radio Estuaire. "
        "\n\n « Rien n'est perdu », a-t-elle dit au Conseil national de la Résistance",
        "Il aurait plu à Aix-en-Provence et à Fort-de-France, selon Météo-France",
        "L'Organisation des Nations unies",
        "",
        " ",
        "Paris",
        "Un bateau. " * 40,
    ),
}


def columns(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            *(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start),
            *(t.ent_iob_, t.ent_type_, t.ent_kb_id_, t.ent_id_),
        )
        for t in doc
    ]


def blank(nlp: Language, code: str) -> list[Doc]:
    docs = [nlp.make_doc(text) for text in TEXTS[code]]
    docs[0][9].is_sent_start = True  # in the middle of what looks like a name
    return docs


@cache
def spacys_own(code: str) -> Language:
    """The pipeline as its package loads it, with the matrix products that we let it use."""
    with use_ops("numpy", use_blis=False):
        nlp: Language = import_module(installed(code)).load()
    return nlp


def installed(code: str) -> str:
    return next(name for name in pack(code).about.pipelines if find_spec(name))


@pytest.mark.parametrize("code", available())
def test_every_token_is_annotated_as_by_spacy(code: str) -> None:
    quick = annotator(code)
    expected = [columns(spacys_own(code)(doc)) for doc in blank(spacys_own(code), code)]
    assert [columns(doc) for doc in quick.annotate(blank(quick.nlp, code))] == expected
    singly = [quick.annotate([doc])[0] for doc in blank(quick.nlp, code)]
    assert [columns(doc) for doc in singly] == expected
    assert sum(bool(row[-3]) for rows in expected for row in rows) > 10


@pytest.mark.parametrize("code", available())
def test_the_shipped_pipelines_are_of_the_make_that_is_known(code: str) -> None:
    nlp = annotator(code).nlp
    assert can_decide(nlp.get_pipe("ner"))
    assert can_look_up(nlp.get_pipe("attribute_ruler"))
    assert can_remember(nlp.get_pipe("lemmatizer"))


def test_no_documents_are_no_trouble() -> None:
    assert annotator("fr").annotate([]) == []
    NameDecider(annotator("fr").nlp.get_pipe("ner"))([])


def test_later_rules_outdo_earlier_ones_and_several_tokens_are_seen_together() -> None:
    nlp = annotator("en").nlp
    ruler = nlp.create_pipe("attribute_ruler")
    ruler.add([[{"LOWER": {"REGEX": "^bo"}}]], {"POS": "NOUN", "LEMMA": "vessel"})
    ruler.add([[{"LOWER": "two"}, {"LOWER": "boats"}]], {"POS": "PROPN"}, index=1)
    ruler.add([[{"LOWER": {"IN": ["boat"]}}]], {"POS": "VERB"})
    assert can_look_up(ruler)
    doc = nlp.make_doc("two boats, a Boat, a bow")
    RuleTable(ruler)(doc)
    assert [(t.pos_, t.lemma_) for t in doc if t.pos_] == [
        ("PROPN", "vessel"),
        ("VERB", "vessel"),
        ("NOUN", "vessel"),
    ]


def test_patterns_of_one_rule_are_not_mixed_up() -> None:
    nlp = annotator("en").nlp
    ruler = nlp.create_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "red"}, {"LOWER": "boat"}], [{"LOWER": "old"}, {}]], {"POS": "NOUN"})
    doc = nlp.make_doc("red boat old boat red car old")
    RuleTable(ruler)(doc)
    assert [t.i for t in doc if t.pos_] == [0, 2]


def test_rules_about_anything_else_are_left_to_spacy() -> None:
    ruler = annotator("en").nlp.create_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxx"}]], {"POS": "NOUN"})
    assert not can_look_up(ruler)


@pytest.mark.parametrize("code", available())
def test_lemmas_are_looked_up_and_stay_what_they_were(code: str) -> None:
    quick, own = (nlp.get_pipe("lemmatizer") for nlp in (annotator(code).nlp, spacys_own(code)))
    index = quick.lookups.get_table(INDEX)
    assert all(isinstance(words, frozenset) for words in index.values())
    assert {part: set(words) for part, words in own.lookups.get_table(INDEX).items()} == index
    assert not index_lemmas(annotator(code).nlp.get_pipe("ner"))


def test_a_lemma_that_a_token_has_is_kept() -> None:
    nlp = annotator("en").nlp
    doc = Doc(nlp.vocab, words=["boats", "boats"], pos=["NOUN", "NOUN"], lemmas=["vessel", ""])
    LemmaTable(nlp.get_pipe("lemmatizer"))(doc)
    assert [token.lemma_ for token in doc] == ["vessel", "boat"]


def test_lemmas_that_are_only_listed_are_left_to_spacy() -> None:
    listed = annotator("fr").nlp.create_pipe("lemmatizer", config={"mode": "lookup"})
    assert not can_remember(listed)


def test_only_so_many_lemmas_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = annotator("en").nlp
    table = LemmaTable(nlp.get_pipe("lemmatizer"))
    monkeypatch.setattr("recoupe.reading.pipelines.lemmas.MOST", 1)
    for word, lemma in (("boats", "boat"), ("ships", "ship"), ("boats", "boat")):
        doc = Doc(nlp.vocab, words=[word, word], pos=["NOUN", "PROPN"])
        table(doc)
        assert [token.lemma_ for token in doc] == [lemma, word]
