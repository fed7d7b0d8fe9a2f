"""Finding and loading the pipeline that a language's pack names."""

from __future__ import annotations

import importlib
import importlib.util
import json
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import TYPE_CHECKING

from recoupe.errors import ModelMissingError
from recoupe.languages import pack
from recoupe.reading.pipelines.embedding import remember_words
from recoupe.reading.pipelines.windows import fuse_windows

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline(code: str) -> Language:
    """Return the first installed spaCy pipeline that the language's pack names, loaded once.

    It begins with words and their windows in a quicker way (``embedding.py``, ``windows.py``), and
    looks lemmas up (``lemmas.py``).

    Its networks multiply matrices with numpy's BLAS: BLIS, which spaCy takes by default, has no
    kernels for the wider registers of newer processors, and took three times as long. Raises
    :class:`ModelMissingError` with the pip command where none is installed.
    """
    from thinc.api import use_ops

    module = importlib.import_module(_installed(code).name)
    with use_ops("numpy", use_blis=False):
        loaded: Language = module.load()
    _quicken(loaded)
    return loaded


@cache
def pipeline_name(code: str) -> tuple[str, str]:
    """Return the name and the version of the pipeline that :func:`pipeline` loads, unloaded.

    It is looked up once a process. Raises :class:`ModelMissingError` where none is installed.
    """
    folders = _installed(code).submodule_search_locations or ()
    [meta] = (json.loads((Path(folder) / "meta.json").read_text("utf-8")) for folder in folders)
    return f"{meta['lang']}_{meta['name']}", meta["version"]


def _installed(code: str) -> ModuleSpec:
    """Return where the first installed pipeline is of those that the language's pack names."""
    about = pack(code).about
    for name in about.pipelines:
        if (found := importlib.util.find_spec(name)) is not None:
            return found
    raise ModelMissingError(
        f"no spaCy pipeline for {about.name} is installed",
        remedy=f"pip install one of: {', '.join(n.replace('_', '-') for n in about.pipelines)}",
    )


def _quicken(nlp: Language) -> None:
    """Let every network that begins with words and their windows, and the lemmas, be faster."""
    from recoupe.reading.pipelines.lemmas import index_lemmas

    for _, component in nlp.pipeline:
        index_lemmas(component)
        model = getattr(component, "model", None)
        for node in list(model.walk()) if model else ():
            if remember_words(node):
                fuse_windows(node.layers[1].layers[0])
