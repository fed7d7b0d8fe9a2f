"""Views that a person can read and facet in Datasette or any database program.

One for each thing a journalist would look for: what is said first, then the report that says it,
then the ids of all of them. They show readings as people left them, and of each report its latest
version. ``withdrawn`` is the status by which a publisher took the report back, null where it did
not. The questions are the same on both databases but for the words in capitals, which
:mod:`recoupe.store.portable` writes out.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from recoupe.store.portable import written_out

VIEWS: Final[dict[str, str]] = {
    "reports_view": """
SELECT SOURCE(a), COALESCE(a.corrected_byline, a.byline) AS byline, a.version AS versions,
    c.captured_at, a.modified, r.added_at,
    HOW_MANY(statements) AS statements, HOW_MANY(figures) AS figures,
    HOW_MANY(places) AS places, HOW_MANY(events) AS events, HOW_MANY(evidence) AS evidence,
    (SELECT count(*) FROM reviews AS v WHERE v.report = a.report) AS reviews, IDS(a)
FROM articles AS a
    LEFT JOIN reports AS r ON r.id = a.report
    LEFT JOIN captures AS c ON c.id = a.capture
WHERE a.latest""",
    "versions_view": """
SELECT SOURCE(a), a.version, a.latest, c.captured_at, a.modified,
    LENGTH(d.fields) AS fields_altered,
    LENGTH(d.passages) AS passages_altered,
    BECAME(same) AS statements_same, BECAME(moved) AS statements_moved,
    BECAME(changed) AS statements_changed, BECAME(gone) AS statements_gone,
    BECAME(new) AS statements_new, c.bytes, c.media_type, c.sha256,
    IDS(a), a.capture AS capture_id
FROM articles AS a
    LEFT JOIN captures AS c ON c.id = a.capture
    LEFT JOIN changes AS d ON d.after = a.id""",
    "statements_view": """
SELECT COALESCE(NAME(x.speaker), x.speaker_name) AS speaker, p.name AS party, x.stance,
    x.hedged, x.kind, x.content AS words, x.cue, x.source,
    AROUND(FIRST(x.content_spans), LAST(x.content_spans)) AS context,
    COALESCE(NAME(o.speaker), o.speaker_name) AS reported_by, NAMES(x.via) AS via, x.confidence,
    REVIEWED(x), PROTECTED(p) AS protected, SOURCE(a), a.version, IDS(a),
    x.id AS statement_id, x.speaker AS speaker_id, x.party AS party_id
FROM statements AS x IN_LATEST(x)
    LEFT JOIN parties AS p ON p.id = x.party
    LEFT JOIN statements AS o ON o.id = x.within""",
    "figures_view": """
SELECT x.what, x.low, x.high, x.approximate, x.counted, x.words,
    AROUND(x.start, x."end") AS context,
    COALESCE(NAME(s.speaker), s.speaker_name) AS according_to, p.name AS party,
    x.according_to IS NULL AS own_voice, x.hedged, l.name AS place, l.country,
    t.words AS time, t.starts, t.ends, x.counting, w.words AS part_of, o.words AS revises,
    REVIEWED(x), PROTECTED(p) AS protected, SOURCE(a), a.version, IDS(a), x.id AS figure_id,
    x.according_to AS statement_id, s.party AS party_id, x.place AS place_id, x.time AS time_id
FROM figures AS x IN_LATEST(x)
    LEFT JOIN statements AS s ON s.id = x.according_to
    LEFT JOIN parties AS p ON p.id = s.party
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time
    LEFT JOIN figures AS w ON w.id = x.part_of
    LEFT JOIN figures AS o ON o.id = x.revises""",
    "places_view": """
SELECT x.name, x.kind, x.country, w.name AS within, x.lat AS latitude, x.lon AS longitude,
    x.precision_m, x.words, AROUND(x.start, x."end") AS context, x.geonames_id, x.confidence,
    REVIEWED(x), x.protected, SOURCE(a), a.version, IDS(a), x.id AS place_id
FROM places AS x IN_LATEST(x)
    LEFT JOIN places AS w ON w.id = x.within""",
    "times_view": """
SELECT x.words, x.type, x.value, x.starts, x.ends, AROUND(x.start, x."end") AS context,
    x.anchor AS reckoned_from, o.words AS reckoned_from_words, x.confidence,
    REVIEWED(x), x.protected, SOURCE(a), a.version, IDS(a), x.id AS time_id
FROM times AS x IN_LATEST(x)
    LEFT JOIN times AS o ON o.id = x.anchor_time""",
    "events_view": """
SELECT x.type, x.subtype, x.plover, x.words, AROUND(x.start, x."end") AS context,
    NAMES(x.actors) AS actors, NAMES(x.targets) AS targets, l.name AS place, l.country,
    l.lat AS latitude, l.lon AS longitude, t.words AS time, t.starts, t.ends,
    COUNTED(x.figures) AS figures, SPEAKERS(x.according_to) AS according_to,
    SPEAKERS(x.denied_by) AS denied_by, x.hedged, x.negated,
    REVIEWED(x), x.protected, SOURCE(a), a.version, IDS(a), x.id AS event_id, x.place AS place_id,
    x.time AS time_id
FROM events AS x IN_LATEST(x)
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time""",
    "evidence_view": """
SELECT x.medium, x.made_with, x.published_on, NAME(x.publisher) AS publisher, x.url, x.words,
    x.shows_words AS shows, AROUND(x.start, x."end") AS context,
    REVIEWED(x), x.protected, SOURCE(a), a.version, IDS(a), x.id AS evidence_id,
    x.publisher AS publisher_id
FROM evidence AS x IN_LATEST(x)""",
    "entities_view": """
SELECT x.name, x.kind, p.name AS party, x.roles, NAME(x.affiliation) AS affiliation,
    WORDS(x.aliases) AS aliases,
    LENGTH(x.mentions_spans) AS mentions,
    LENGTH(x.pronouns_spans) AS pronouns,
    (SELECT count(*) FROM statements AS s WHERE s.article = x.article AND s.speaker = x.id)
        AS statements,
    FIELD(x.known, id) AS known_as, FIELD(x.known, source) AS known_from,
    REVIEWED(x), PROTECTED(p) AS protected, SOURCE(a), a.version, IDS(a), x.id AS entity_id,
    x.party AS party_id, x.affiliation AS affiliation_id
FROM entities AS x IN_LATEST(x)
    LEFT JOIN parties AS p ON p.id = x.party""",
    "parties_view": """
SELECT x.name, x.kind, x.protected,
    (SELECT count(*) FROM statements AS s JOIN articles AS a ON a.id = s.article AND a.latest
        WHERE s.party = x.id) AS statements,
    (SELECT count(DISTINCT a.report) FROM statements AS s
        JOIN articles AS a ON a.id = s.article AND a.latest WHERE s.party = x.id) AS heard_in,
    (SELECT count(DISTINCT a.report) FROM entities AS e
        JOIN articles AS a ON a.id = e.article AND a.latest WHERE e.party = x.id) AS named_in,
    x.id AS party_id
FROM parties AS x""",
    "reviews_view": """
WITH RECURSIVE undos AS (
    SELECT row_number() OVER (ORDER BY number DESC) AS place, id, target
    FROM reviews WHERE action = 'undo'
), back AS (
    SELECT CAST(0 AS bigint) AS place, ' ' AS ids
    UNION ALL
    SELECT u.place, CASE WHEN b.ids LIKE '% ' || u.id || ' %' THEN b.ids
        ELSE b.ids || u.target || ' ' END
    FROM back AS b JOIN undos AS u ON u.place = b.place + 1
), taken_back AS (
    SELECT ids FROM back ORDER BY place DESC LIMIT 1
)
SELECT x.made_at, x.author,
    CASE WHEN x.kind <> 'lineage' THEN x.action WHEN x.action = 'merge' THEN 'copy'
        ELSE 'no copy' END AS action, x.kind,
    COALESCE(FIELD(x.record, content, 0, text), FIELD(x.record, span, text),
        FIELD(x.record, trigger, text), FIELD(x.record, name), FIELD(x.record, matter),
        FIELD(x.record, title), p.name) AS words,
    BEFORE(x.record, x.changes) AS before, AFTER(x.changes) AS after, x.reason,
    (SELECT ids FROM taken_back) NOT LIKE '% ' || x.id || ' %' AS in_force,
    SOURCE(a), a.version, x.number, x.id AS review_id, x.target AS target_id,
    WORDS(x.others) AS other_ids, x.report AS report_id, x.article AS article_id
FROM reviews AS x
    LEFT JOIN articles AS a ON a.id = x.article
    LEFT JOIN parties AS p ON p.id = x.target""",
    "changes_view": """
SELECT SOURCE(a), d.noticed_at, b.version AS from_version, a.version AS to_version,
    FIELD(i.value, field) AS what, 'changed' AS kind, FIELD(i.value, before) AS words_before,
    FIELD(i.value, after) AS words_after, a.report AS report_id, d.before AS before_id,
    d.after AS after_id, NULL AS statement_before_id, NULL AS statement_after_id
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN EACH(d.fields) AS i
UNION ALL
SELECT SOURCE(a), d.noticed_at, b.version, a.version, 'passage', FIELD(i.value, kind),
    SPAN(b.text, i.value, before), SPAN(a.text, i.value, after), a.report, d.before, d.after,
    NULL, NULL
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN EACH(d.passages) AS i
UNION ALL
SELECT SOURCE(a), d.noticed_at, b.version, a.version, 'statement', x.kind, x.words_before,
    x.words_after, a.report, d.before, d.after, x.statement_before, x.statement_after
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    JOIN statement_changes AS x ON x.after = d.after AND x.kind <> 'same'""",
    "stories_view": """
SELECT x.title, x.starts, x.ends, x.place, x.lat AS latitude, x.lon AS longitude, x.reports,
    (SELECT count(*) FROM story_reports AS s JOIN articles AS a ON a.id = s.article
        WHERE s.story = x.id AND WITHDRAWN(a) IS NOT NULL) AS withdrawn_reports,
    (SELECT count(DISTINCT COALESCE(a.corrected_outlet, a.outlet)) FROM story_reports AS s
        JOIN articles AS a ON a.id = s.article WHERE s.story = x.id) AS outlets,
    c.findings, c.contested, c.checked_at, x.id AS story_id
FROM stories AS x
    LEFT JOIN checks AS c ON c.story = x.id""",
    "findings_view": """
SELECT x.kind, x.matter, x.what, x.low, x.high, x.counted, x.parties, x.reports, x.origins,
    x.place, x.time, x.first_said, x.last_said, WORDS(x.reasons) AS reasons, x.compatible_if,
    x.grading, REVIEWED(x), s.title AS story, s.starts, x.turn, x.id AS finding_id,
    x.story AS story_id
FROM findings AS x
    LEFT JOIN stories AS s ON s.id = x.story""",
    "positions_view": """
SELECT x.party_name AS party, x.stance, x.low, x.high, w.words,
    AROUND(w.start, w."end") AS context, f.kind, f.matter, w.at, x.reports, x.origins,
    REVIEWED(f),
    COALESCE(p.protected, FALSE) AS protected, s.title AS story, s.starts, SOURCE(a), a.version,
    IDS(a), w.statement AS statement_id, x.party AS party_id, x.id AS position_id,
    x.finding AS finding_id, f.story AS story_id
FROM position_words AS w
    JOIN articles AS a ON a.id = w.article
    LEFT JOIN positions AS x ON x.id = w.position
    LEFT JOIN findings AS f ON f.id = x.finding
    LEFT JOIN stories AS s ON s.id = f.story
    LEFT JOIN parties AS p ON p.id = x.party""",
    "lineage_view": """
SELECT x.kind, x.share, x.origin_kind, x.origin,
    COALESCE(b.corrected_outlet, b.outlet) AS source_outlet,
    COALESCE(b.corrected_title, b.title) AS source_title, b.published_day AS source_published,
    WITHDRAWN(b) AS source_withdrawn, LENGTH(x.passages) AS passages,
    replace(substr(a.text, FIRST(x.passages) + 1, 160), '\n', ' ') AS begins, SOURCE(a), a.version,
    IDS(a), b.report AS source_report_id, x.source AS source_id, x.story AS story_id
FROM derivations AS x
    JOIN articles AS a ON a.id = x.article
    LEFT JOIN articles AS b ON b.id = x.source""",
    "failures_view": """
SELECT x.input, x.input_id, x.kind, x.message, x.retryable, x.attempts, x.first_at, x.last_at,
    x.settled_at, x.source, c.sha256, x.id AS failure_id, x.capture AS capture_id
FROM failures AS x LEFT JOIN captures AS c ON c.id = x.capture""",
    "log_view": """
SELECT x.number, x.at, x.author, x.action, x.subject, CAST(x.detail AS text) AS detail,
    x.previous, x.hash
FROM audit_log AS x""",
}


def create_views(connection: Connection) -> None:
    """Make the views."""
    for name, question in VIEWS.items():
        written = written_out(question, connection.dialect.name)
        connection.execute(text(f"CREATE VIEW {name} AS {written}"))
