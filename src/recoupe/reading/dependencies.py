"""What the parse calls things, in the labels of both schemes that pipelines use.

French pipelines follow Universal Dependencies, English ones ClearNLP; a set names what both call
the same thing.
"""

from __future__ import annotations

from typing import Final

VERBAL: Final = frozenset({"VERB", "AUX"})
PASSIVE_SUBJECT: Final = frozenset({"nsubj:pass", "nsubjpass"})
PASSIVE_AUXILIARY: Final = frozenset({"aux:pass", "auxpass"})
RELATIVE: Final = frozenset({"acl:relcl", "relcl"})
