"""Files that are joined by likenesses, but for those that show several things."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from recoupe.model.media import Likeness


def joined(
    files: Iterable[str], likenesses: Sequence[Likeness], mixed: Collection[str]
) -> list[frozenset[str]]:
    """Return the groups of files that likenesses join, sorted.

    A file of ``mixed`` is joined to others of them alone; one that is alone so, though it is like
    other files, is left out: it is told with those.
    """
    root = {name: name for name in files}

    def found(name: str) -> str:
        while root[name] != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for one in likenesses:
        if (one.here in mixed) == (one.there in mixed):
            low, high = sorted((found(one.here), found(one.there)))
            root[high] = low
    groups: dict[str, set[str]] = {}
    for name in sorted(root):
        groups.setdefault(found(name), set()).add(name)
    kept = (group for group in groups.values() if len(group) > 1 or not group & set(mixed))
    return sorted(map(frozenset, kept), key=min)
