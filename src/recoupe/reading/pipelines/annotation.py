"""Running the components of a pipeline over documents whose sentences may be fixed already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from recoupe.reading.pipelines.arcs import ArcDecider, can_follow
from recoupe.reading.pipelines.lemmas import LemmaTable, can_remember
from recoupe.reading.pipelines.loading import pipeline
from recoupe.reading.pipelines.names import NameDecider, can_decide
from recoupe.reading.pipelines.rules import RuleTable, can_look_up

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOGETHER: Final = 8
"""Documents that go through a network at once: with more it leaves the processor's cache."""

_PARTS: Final = 4
"""Into how many parts spaCy's parser cuts the batches it is given."""

Step = Callable[["list[Doc]"], "list[Doc]"]


class Annotator:
    """Annotates documents as ``nlp`` would: its components in their order, or what equals them."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.steps: tuple[tuple[str, Step], ...] = tuple(
            (name, _step(component)) for name, component in nlp.pipeline
        )

    def annotate(self, docs: list[Doc]) -> list[Doc]:
        """Return ``docs``, tokenised before, with tags, lemmas, dependencies and names."""
        for _, step in self.steps:
            docs = step(docs)
        return docs


@cache
def annotator(code: str) -> Annotator:
    """Return the annotator of a language, made once a process."""
    return Annotator(pipeline(code))


def _step(component: Any) -> Step:  # noqa: ANN401 - spaCy's components share no type
    from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer, Lemmatizer

    if isinstance(component, EntityRecognizer) and can_decide(component):
        return _in_groups(NameDecider(component))
    if isinstance(component, DependencyParser) and can_follow(component):
        return _in_groups(ArcDecider(component))
    if isinstance(component, AttributeRuler) and can_look_up(component):
        return _one_by_one(RuleTable(component))
    if isinstance(component, Lemmatizer) and can_remember(component):
        return _one_by_one(LemmaTable(component))
    return _as_spacy(component)


def _as_spacy(component: Any) -> Step:  # noqa: ANN401 - as above
    from spacy.pipeline import DependencyParser

    if isinstance(component, DependencyParser):  # it goes on by one token of every document
        return lambda docs: list(component.pipe(docs, batch_size=_PARTS * len(docs)))
    if hasattr(component, "pipe"):
        return lambda docs: list(component.pipe(docs, batch_size=TOGETHER))
    return lambda docs: [component(doc) for doc in docs]


def _in_groups(work: Callable[[list[Doc]], None]) -> Step:
    def step(docs: list[Doc]) -> list[Doc]:
        for some in _groups(docs):
            work(some)
        return docs

    return step


def _groups(docs: list[Doc]) -> Iterator[list[Doc]]:
    for at in range(0, len(docs), TOGETHER):
        yield docs[at : at + TOGETHER]


def _one_by_one(work: Callable[[Doc], None]) -> Step:
    def step(docs: list[Doc]) -> list[Doc]:
        for doc in docs:
            work(doc)
        return docs

    return step
