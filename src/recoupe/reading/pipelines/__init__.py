"""The spaCy pipelines: which one reads a language, and how its components are run.

The components are spaCy's and give what they give in ``spacy.pipe``; where one does by far more
work than its result takes, a quicker way to the same result stands in for it.
"""

from recoupe.reading.pipelines.annotation import Annotator, annotator
from recoupe.reading.pipelines.loading import pipeline, pipeline_name
from recoupe.reading.pipelines.vocabulary import words_kept

__all__ = ["Annotator", "annotator", "pipeline", "pipeline_name", "words_kept"]
