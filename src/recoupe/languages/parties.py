"""``parties.toml``: nouns for people in office, for bodies, groups, media and documents."""

from __future__ import annotations

from recoupe.languages.words import Words


class RoleNouns(Words):
    """Nouns that may mean the same person ("Premier ministre", "chef du gouvernement").

    A noun may stand in several of these. ``words`` may be phrases.
    """

    words: tuple[str, ...]


class PartyWords(Words):
    """Nouns by what they name.

    ``roles`` name one person; ``masculine`` and ``feminine`` are those whose form alone tells the
    gender. ``bodies`` name an organisation, ``groups`` several people or an unnamed source,
    ``media`` a newspaper or channel, ``documents`` what speaks for whoever issued it. ``outlets``
    and ``agencies`` are names of media; ``powers`` are names of places that speak for a
    government ("Matignon"). ``portfolios`` are nouns whose complement is a field of government and
    no party ("ministre des Transports"). ``vague`` are nouns of bodies and groups that alone tell
    nobody which one is meant ("le mouvement", "les gens"). ``generic`` are nouns of bodies that
    name again any organisation just named ("the association"), ``apposed`` those that stand beside
    the name of the same body ("the M23 rebel group"). ``governments`` are nouns of bodies that
    speak for a whole state if only its name or its people's stands beside them ("the Ukrainian
    government").
    """

    roles: tuple[RoleNouns, ...]
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    bodies: tuple[str, ...]
    groups: tuple[str, ...]
    media: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    powers: tuple[str, ...]
    portfolios: tuple[str, ...]
    vague: tuple[str, ...]
    generic: tuple[str, ...]
    apposed: tuple[str, ...]
    governments: tuple[str, ...]
