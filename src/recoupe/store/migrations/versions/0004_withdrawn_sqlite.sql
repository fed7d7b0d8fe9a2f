DROP VIEW reports_view
;

CREATE VIEW reports_view AS 
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, COALESCE(a.corrected_byline, a.byline) AS byline, a.version AS versions,
    c.captured_at, a.modified, r.added_at,
    (SELECT count(*) FROM statements AS m WHERE m.article = a.id) AS statements, (SELECT count(*) FROM figures AS m WHERE m.article = a.id) AS figures,
    (SELECT count(*) FROM places AS m WHERE m.article = a.id) AS places, (SELECT count(*) FROM events AS m WHERE m.article = a.id) AS events, (SELECT count(*) FROM evidence AS m WHERE m.article = a.id) AS evidence,
    (SELECT count(*) FROM reviews AS v WHERE v.report = a.report) AS reviews, a.report AS report_id, a.id AS article_id
FROM articles AS a
    LEFT JOIN reports AS r ON r.id = a.report
    LEFT JOIN captures AS c ON c.id = a.capture
WHERE a.latest
;

DROP VIEW versions_view
;

CREATE VIEW versions_view AS 
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.latest, c.captured_at, a.modified,
    json_array_length(d.fields) AS fields_altered,
    json_array_length(d.passages) AS passages_altered,
    CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes AS m WHERE m.after = a.id AND m.kind = 'same') END AS statements_same, CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes AS m WHERE m.after = a.id AND m.kind = 'moved') END AS statements_moved,
    CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes AS m WHERE m.after = a.id AND m.kind = 'changed') END AS statements_changed, CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes AS m WHERE m.after = a.id AND m.kind = 'gone') END AS statements_gone,
    CASE WHEN d.after IS NULL THEN NULL ELSE (SELECT count(*) FROM statement_changes AS m WHERE m.after = a.id AND m.kind = 'new') END AS statements_new, c.bytes, c.media_type, c.sha256,
    a.report AS report_id, a.id AS article_id, a.capture AS capture_id
FROM articles AS a
    LEFT JOIN captures AS c ON c.id = a.capture
    LEFT JOIN changes AS d ON d.after = a.id
;

DROP VIEW statements_view
;

CREATE VIEW statements_view AS 
SELECT COALESCE((SELECT m.name FROM entities AS m WHERE m.id = x.speaker), x.speaker_name) AS speaker, p.name AS party, x.stance,
    x.hedged, x.kind, x.content AS words, x.cue, x.source,
    CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN json_extract(x.content_spans, '$[0][0]') - 79 ELSE 1 END, json_extract(x.content_spans, '$[#-1][1]') + 80 - CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN json_extract(x.content_spans, '$[0][0]') - 80 ELSE 0 END), '
', ' ') || CASE WHEN json_extract(x.content_spans, '$[#-1][1]') + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE((SELECT m.name FROM entities AS m WHERE m.id = o.speaker), o.speaker_name) AS reported_by, (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.via) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS via, x.confidence,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id,
    x.id AS statement_id, x.speaker AS speaker_id, x.party AS party_id
FROM statements AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN parties AS p ON p.id = x.party
    LEFT JOIN statements AS o ON o.id = x.within
;

DROP VIEW figures_view
;

CREATE VIEW figures_view AS 
SELECT x.what, x.low, x.high, x.approximate, x.counted, x.words,
    CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE((SELECT m.name FROM entities AS m WHERE m.id = s.speaker), s.speaker_name) AS according_to, p.name AS party,
    x.according_to IS NULL AS own_voice, x.hedged, l.name AS place, l.country,
    t.words AS time, t.starts, t.ends, x.counting, w.words AS part_of, o.words AS revises,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS figure_id,
    x.according_to AS statement_id, s.party AS party_id, x.place AS place_id, x.time AS time_id
FROM figures AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN statements AS s ON s.id = x.according_to
    LEFT JOIN parties AS p ON p.id = s.party
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time
    LEFT JOIN figures AS w ON w.id = x.part_of
    LEFT JOIN figures AS o ON o.id = x.revises
;

DROP VIEW places_view
;

CREATE VIEW places_view AS 
SELECT x.name, x.kind, x.country, w.name AS within, x.lat AS latitude, x.lon AS longitude,
    x.precision_m, x.words, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context, x.geonames_id, x.confidence,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS place_id
FROM places AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN places AS w ON w.id = x.within
;

DROP VIEW times_view
;

CREATE VIEW times_view AS 
SELECT x.words, x.type, x.value, x.starts, x.ends, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    x.anchor AS reckoned_from, o.words AS reckoned_from_words, x.confidence,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS time_id
FROM times AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN times AS o ON o.id = x.anchor_time
;

DROP VIEW events_view
;

CREATE VIEW events_view AS 
SELECT x.type, x.subtype, x.plover, x.words, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.actors) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS actors, (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.targets) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS targets, l.name AS place, l.country,
    l.lat AS latitude, l.lon AS longitude, t.words AS time, t.starts, t.ends,
    (SELECT group_concat(words, ', ') FROM (SELECT m.words FROM json_each(x.figures) AS i JOIN figures AS m ON m.id = i.value ORDER BY i.key)) AS figures, (SELECT group_concat(name, ', ') FROM (SELECT COALESCE(n.name, m.speaker_name) AS name FROM json_each(x.according_to) AS i JOIN statements AS m ON m.id = i.value LEFT JOIN entities AS n ON n.id = m.speaker ORDER BY i.key)) AS according_to,
    (SELECT group_concat(name, ', ') FROM (SELECT COALESCE(n.name, m.speaker_name) AS name FROM json_each(x.denied_by) AS i JOIN statements AS m ON m.id = i.value LEFT JOIN entities AS n ON n.id = m.speaker ORDER BY i.key)) AS denied_by, x.hedged, x.negated,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS event_id, x.place AS place_id,
    x.time AS time_id
FROM events AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time
;

DROP VIEW evidence_view
;

CREATE VIEW evidence_view AS 
SELECT x.medium, x.made_with, x.published_on, (SELECT m.name FROM entities AS m WHERE m.id = x.publisher) AS publisher, x.url, x.words,
    x.shows_words AS shows, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS evidence_id,
    x.publisher AS publisher_id
FROM evidence AS x JOIN articles AS a ON a.id = x.article AND a.latest
;

DROP VIEW entities_view
;

CREATE VIEW entities_view AS 
SELECT x.name, x.kind, p.name AS party, x.roles, (SELECT m.name FROM entities AS m WHERE m.id = x.affiliation) AS affiliation,
    (SELECT group_concat(value, ', ') FROM (SELECT i.value FROM json_each(x.aliases) AS i ORDER BY i.key)) AS aliases,
    json_array_length(x.mentions_spans) AS mentions,
    json_array_length(x.pronouns_spans) AS pronouns,
    (SELECT count(*) FROM statements AS s WHERE s.article = x.article AND s.speaker = x.id)
        AS statements,
    json_extract(x.known, '$.id') AS known_as, json_extract(x.known, '$.source') AS known_from,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, a.report AS report_id, a.id AS article_id, x.id AS entity_id,
    x.party AS party_id, x.affiliation AS affiliation_id
FROM entities AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN parties AS p ON p.id = x.party
;

DROP VIEW reviews_view
;

CREATE VIEW reviews_view AS 
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
    COALESCE(json_extract(x.record, '$.content[0].text'), json_extract(x.record, '$.span.text'),
        json_extract(x.record, '$.trigger.text'), json_extract(x.record, '$.name'), json_extract(x.record, '$.matter'),
        json_extract(x.record, '$.title'), p.name) AS words,
    (SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || COALESCE(CASE WHEN w.type IN ('true', 'false') THEN w.type ELSE w.value END, 'none') AS word FROM json_each(x.changes) AS i JOIN json_each(x.record) AS w ON w.key = i.key ORDER BY i.id)) AS before, (SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || COALESCE(CASE WHEN i.type IN ('true', 'false') THEN i.type ELSE i.value END, 'none') AS word FROM json_each(x.changes) AS i ORDER BY i.id)) AS after, x.reason,
    (SELECT ids FROM taken_back) NOT LIKE '% ' || x.id || ' %' AS in_force,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version, x.number, x.id AS review_id, x.target AS target_id,
    (SELECT group_concat(value, ', ') FROM (SELECT i.value FROM json_each(x.others) AS i ORDER BY i.key)) AS other_ids, x.report AS report_id, x.article AS article_id
FROM reviews AS x
    LEFT JOIN articles AS a ON a.id = x.article
    LEFT JOIN parties AS p ON p.id = x.target
;

DROP VIEW changes_view
;

CREATE VIEW changes_view AS 
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, d.noticed_at, b.version AS from_version, a.version AS to_version,
    json_extract(i.value, '$.field') AS what, 'changed' AS kind, json_extract(i.value, '$.before') AS words_before,
    json_extract(i.value, '$.after') AS words_after, a.report AS report_id, d.before AS before_id,
    d.after AS after_id, NULL AS statement_before_id, NULL AS statement_after_id
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN json_each(d.fields) AS i
UNION ALL
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, d.noticed_at, b.version, a.version, 'passage', json_extract(i.value, '$.kind'),
    substr(b.text, json_extract(i.value, '$.before[0]') + 1, json_extract(i.value, '$.before[1]') - json_extract(i.value, '$.before[0]')), substr(a.text, json_extract(i.value, '$.after[0]') + 1, json_extract(i.value, '$.after[1]') - json_extract(i.value, '$.after[0]')), a.report, d.before, d.after,
    NULL, NULL
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN json_each(d.passages) AS i
UNION ALL
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, d.noticed_at, b.version, a.version, 'statement', x.kind, x.words_before,
    x.words_after, a.report, d.before, d.after, x.statement_before, x.statement_after
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    JOIN statement_changes AS x ON x.after = d.after AND x.kind <> 'same'
;

DROP VIEW stories_view
;

CREATE VIEW stories_view AS 
SELECT x.title, x.starts, x.ends, x.place, x.lat AS latitude, x.lon AS longitude, x.reports,
    (SELECT count(*) FROM story_reports AS s JOIN articles AS a ON a.id = s.article
        WHERE s.story = x.id AND (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) IS NOT NULL) AS withdrawn_reports,
    (SELECT count(DISTINCT COALESCE(a.corrected_outlet, a.outlet)) FROM story_reports AS s
        JOIN articles AS a ON a.id = s.article WHERE s.story = x.id) AS outlets,
    c.findings, c.contested, c.checked_at, x.id AS story_id
FROM stories AS x
    LEFT JOIN checks AS c ON c.story = x.id
;

DROP VIEW positions_view
;

CREATE VIEW positions_view AS 
SELECT x.party_name AS party, x.stance, x.low, x.high, w.words,
    CASE WHEN w.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN w.start > 80 THEN w.start - 79 ELSE 1 END, w."end" + 80 - CASE WHEN w.start > 80 THEN w.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN w."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context, f.kind, f.matter, w.at, x.reports, x.origins,
    COALESCE(f.review, 'machine') AS review,
    COALESCE(p.protected, FALSE) AS protected, s.title AS story, s.starts, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version,
    a.report AS report_id, a.id AS article_id, w.statement AS statement_id, x.party AS party_id, x.id AS position_id,
    x.finding AS finding_id, f.story AS story_id
FROM position_words AS w
    JOIN articles AS a ON a.id = w.article
    LEFT JOIN positions AS x ON x.id = w.position
    LEFT JOIN findings AS f ON f.id = x.finding
    LEFT JOIN stories AS s ON s.id = f.story
    LEFT JOIN parties AS p ON p.id = x.party
;

DROP VIEW lineage_view
;

CREATE VIEW lineage_view AS 
SELECT x.kind, x.share, x.origin_kind, x.origin,
    COALESCE(b.corrected_outlet, b.outlet) AS source_outlet,
    COALESCE(b.corrected_title, b.title) AS source_title, b.published_day AS source_published,
    (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = b.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS source_withdrawn, json_array_length(x.passages) AS passages,
    replace(substr(a.text, json_extract(x.passages, '$[0][0]') + 1, 160), '
', ' ') AS begins, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, (SELECT said.status FROM articles AS notice JOIN article_metadata AS said ON said.article = notice.id WHERE notice.report = a.report AND said.status IN ('canceled', 'withheld') AND NOT (EXISTS (SELECT later.id FROM articles AS later LEFT OUTER JOIN article_metadata AS told ON told.article = later.id WHERE later.report = notice.report AND later.version > notice.version AND (later.modified IS NULL OR notice.modified IS NULL OR later.modified > notice.modified) AND (told.status IS NULL OR (told.status NOT IN ('canceled', 'withheld'))))) ORDER BY notice.version DESC LIMIT 1) AS withdrawn, a.version,
    a.report AS report_id, a.id AS article_id, b.report AS source_report_id, x.source AS source_id, x.story AS story_id
FROM derivations AS x
    JOIN articles AS a ON a.id = x.article
    LEFT JOIN articles AS b ON b.id = x.source
;

