"""Questions that are the same on both databases, though parts of them are written differently.

Such a part is a word in capitals with what it is about in brackets: ``NAMES(x.actors)``.
"""

from __future__ import annotations

import re
from typing import Final

from recoupe.store.published import withdrawn_as

_WITHDRAWN: Final = withdrawn_as("{0}.report")
_ALIKE: Final[dict[str, str]] = {
    "SOURCE": ", ".join(
        (
            "COALESCE({0}.corrected_outlet, {0}.outlet) AS outlet",
            "COALESCE({0}.corrected_title, {0}.title) AS title",
            "{0}.published_day AS published",
            "{0}.language",
            "(SELECT s.address FROM reports AS s WHERE s.id = {0}.report) AS address",
            f"{_WITHDRAWN} AS withdrawn",
        )
    ),
    "WITHDRAWN": _WITHDRAWN,
    "IDS": "{0}.report AS report_id, {0}.id AS article_id",
    "IN_LATEST": "JOIN articles AS a ON a.id = {0}.article AND a.latest",
    "NAME": "(SELECT m.name FROM entities AS m WHERE m.id = {0})",
    "REVIEWED": "COALESCE({0}.review, 'machine') AS review",
    "HOW_MANY": "(SELECT count(*) FROM {0} AS m WHERE m.article = a.id)",
    "BECAME": "CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes "
    "AS m WHERE m.after = a.id AND m.kind = '{0}') END",
    "PROTECTED": "(x.protected OR COALESCE({0}.protected, FALSE))",
    "AROUND": "CASE WHEN {0} > 80 THEN '…' ELSE '' END || replace(substr(a.text, "
    "CASE WHEN {0} > 80 THEN {0} - 79 ELSE 1 END, "
    "{1} + 80 - CASE WHEN {0} > 80 THEN {0} - 80 ELSE 0 END), '\n', ' ') || "
    "CASE WHEN {1} + 80 < length(a.text) THEN '…' ELSE '' END",
}
"""What is written in the same way on both: the report with how its publisher took it back, what
reviews say, words in context."""

_SQLITE: Final[dict[str, str]] = {
    "NAMES": "(SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each({0}) AS i "
    "JOIN entities AS m ON m.id = i.value ORDER BY i.key))",
    "SPEAKERS": "(SELECT group_concat(name, ', ') FROM (SELECT COALESCE(n.name, m.speaker_name) "
    "AS name FROM json_each({0}) AS i JOIN statements AS m ON m.id = i.value "
    "LEFT JOIN entities AS n ON n.id = m.speaker ORDER BY i.key))",
    "COUNTED": "(SELECT group_concat(words, ', ') FROM (SELECT m.words FROM json_each({0}) AS i "
    "JOIN figures AS m ON m.id = i.value ORDER BY i.key))",
    "WORDS": "(SELECT group_concat(value, ', ') FROM (SELECT i.value FROM json_each({0}) AS i "
    "ORDER BY i.key))",
    "FIRST": "json_extract({0}, '$[0][0]')",
    "LAST": "json_extract({0}, '$[#-1][1]')",
    "LENGTH": "json_array_length({0})",
    "EACH": "json_each({0})",
    "SPAN": "substr({0}, json_extract({1}, '$.{2}[0]') + 1, "
    "json_extract({1}, '$.{2}[1]') - json_extract({1}, '$.{2}[0]'))",
    "BEFORE": "(SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || "
    "COALESCE(CASE WHEN w.type IN ('true', 'false') THEN w.type ELSE w.value END, 'none') "
    "AS word FROM json_each({1}) AS i JOIN json_each({0}) AS w ON w.key = i.key ORDER BY i.id))",
    "AFTER": "(SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || "
    "COALESCE(CASE WHEN i.type IN ('true', 'false') THEN i.type ELSE i.value END, 'none') "
    "AS word FROM json_each({0}) AS i ORDER BY i.id))",
}

_POSTGRESQL: Final[dict[str, str]] = {
    "NAMES": "(SELECT string_agg(m.name, ', ' ORDER BY i.place) FROM "
    "json_array_elements_text({0}) WITH ORDINALITY AS i (id, place) "
    "JOIN entities AS m ON m.id = i.id)",
    "SPEAKERS": "(SELECT string_agg(COALESCE(n.name, m.speaker_name), ', ' ORDER BY i.place) FROM "
    "json_array_elements_text({0}) WITH ORDINALITY AS i (id, place) "
    "JOIN statements AS m ON m.id = i.id LEFT JOIN entities AS n ON n.id = m.speaker)",
    "COUNTED": "(SELECT string_agg(m.words, ', ' ORDER BY i.place) FROM "
    "json_array_elements_text({0}) WITH ORDINALITY AS i (id, place) "
    "JOIN figures AS m ON m.id = i.id)",
    "WORDS": "(SELECT string_agg(i.value, ', ' ORDER BY i.place) FROM "
    "json_array_elements_text({0}) WITH ORDINALITY AS i (value, place))",
    "FIRST": "({0}::json #>> '{{0,0}}')::integer",
    "LAST": "({0}::json #>> '{{-1,1}}')::integer",
    "LENGTH": "json_array_length({0}::json)",
    "EACH": "json_array_elements({0})",
    "SPAN": "substr({0}, ({1} #>> '{{{2},0}}')::integer + 1, "
    "({1} #>> '{{{2},1}}')::integer - ({1} #>> '{{{2},0}}')::integer)",
    "BEFORE": "(SELECT string_agg(i.key || ': ' || COALESCE(w.value, 'none'), ', ' ORDER BY "
    "i.place) FROM json_each_text({1}) WITH ORDINALITY AS i (key, value, place) "
    "JOIN json_each_text({0}) AS w (key, value) ON w.key = i.key)",
    "AFTER": "(SELECT string_agg(i.key || ': ' || COALESCE(i.value, 'none'), ', ' ORDER BY "
    "i.place) FROM json_each_text({0}) WITH ORDINALITY AS i (key, value, place))",
}

_TABLES: Final = {"sqlite": {**_ALIKE, **_SQLITE}, "postgresql": {**_ALIKE, **_POSTGRESQL}}
_CALL: Final = re.compile(
    rf"\b({'|'.join((*_ALIKE, *_SQLITE, 'FIELD'))})\(((?:[^()]|\([^()]*\))*)\)"
)


def written_out(question: str, database: str) -> str:
    """Return a question as ``database`` understands it: "sqlite" or "postgresql".

    Within the brackets of a word, other words may stand, but none within theirs.
    """

    def write(call: re.Match[str]) -> str:
        word, about = call.groups()
        given = [written_out(one.strip(), database) for one in about.split(",")]
        return (
            _field(given, database) if word == "FIELD" else _TABLES[database][word].format(*given)
        )

    return _CALL.sub(write, question)


def _field(given: list[str], database: str) -> str:
    """Return the question for a value in JSON, as text: ``FIELD(x.record, span, text)``."""
    column, *path = given
    if database == "postgresql":
        return f"({column} #>> '{{{','.join(path)}}}')"
    steps = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path)
    return f"json_extract({column}, '${steps}')"
