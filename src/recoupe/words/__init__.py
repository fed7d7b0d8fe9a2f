"""Words of a text made alike, in the same way for whoever compares, groups or looks for them."""

from recoupe.words.stemming import crowded, stemmer, stems
from recoupe.words.tokens import Token, tokens

__all__ = ["Token", "crowded", "stemmer", "stems", "tokens"]
