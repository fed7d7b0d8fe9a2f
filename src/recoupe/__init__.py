"""Recoupe: cross-check news reports, in their exact words.

Start with :mod:`recoupe.flow`, which lists the arrows from captured bytes to a dossier in order.
Importing this package loads no model and no engine.
"""

from recoupe.version import __version__

__all__ = ["__version__"]
