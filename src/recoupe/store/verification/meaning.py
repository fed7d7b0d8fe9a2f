"""What a hash proves and what it does not, in plain words, for everybody who is shown one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WHAT_HASHES_PROVE: Final[Mapping[str, str]] = {
    "en": """\
What this shows: the captured bytes, the texts and the reviews are those that were kept when their
lines were written into the log, and no line was altered, put in or taken out up to a head that
somebody noted elsewhere.
What this does not show: that a page said so, when it was published, or who wrote it. And somebody
who can write the whole casefile could have written all of it anew: only a head that was noted
elsewhere shows that. So note the head of the log in another place (in a mail to a colleague, on
paper), and give it to --head the next time.""",
    "fr": """\
Ce que cela montre : les octets capturés, les textes et les révisions sont ceux qui étaient
conservés quand leurs lignes ont été inscrites au journal, et aucune ligne n'a été modifiée, ajoutée
ou retirée jusqu'à une empreinte de tête que quelqu'un a notée ailleurs.
Ce que cela ne montre pas : que la page disait bien cela, quand elle a été publiée, ni qui l'a
écrite. Et quelqu'un qui peut écrire tout le dossier pourrait l'avoir entièrement réécrit : seule
une empreinte notée ailleurs le montre. Notez donc l'empreinte de tête du journal à un autre endroit
(dans un courriel à un collègue, sur papier), et donnez-la à --head la prochaine fois.""",
}
"""The same words in each language, by its code."""
