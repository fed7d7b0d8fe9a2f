"""Where what a person imported is kept."""

from __future__ import annotations

import os
from pathlib import Path


def imports_folder(name: str, variable: str) -> Path:
    """Return the folder that an environment variable names, else ``name`` in the user's own data.

    It need not be there.
    """
    named = os.environ.get(variable)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("recoupe") / name
