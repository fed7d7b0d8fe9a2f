CREATE TABLE audit_log (
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail JSON NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_audit_log PRIMARY KEY (number)
)
;

CREATE INDEX ix_audit_log_subject ON audit_log (subject)
;

CREATE TABLE captures (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    charset TEXT,
    captured_at TEXT NOT NULL,
    input TEXT NOT NULL,
    declared JSON NOT NULL,
    CONSTRAINT pk_captures PRIMARY KEY (id),
    CONSTRAINT uq_captures_number UNIQUE (number)
)
;

CREATE INDEX ix_captures_sha256 ON captures (sha256)
;

CREATE TABLE casefile (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    made_with TEXT NOT NULL,
    CONSTRAINT pk_casefile PRIMARY KEY (id)
)
;

CREATE TABLE jobs (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    inputs JSON NOT NULL,
    options JSON NOT NULL,
    author TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    added INTEGER NOT NULL,
    known INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (id),
    CONSTRAINT uq_jobs_number UNIQUE (number)
)
;

CREATE TABLE parties (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_parties PRIMARY KEY (id),
    CONSTRAINT uq_parties_number UNIQUE (number)
)
;

CREATE INDEX ix_parties_name_folded ON parties (name_folded)
;

CREATE TABLE reports (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    address TEXT,
    added_at TEXT NOT NULL,
    CONSTRAINT pk_reports PRIMARY KEY (id),
    CONSTRAINT uq_reports_number UNIQUE (number)
)
;

CREATE TABLE articles (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    report TEXT NOT NULL,
    version INTEGER NOT NULL,
    latest BOOLEAN NOT NULL,
    capture TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    outlet_folded TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    published_day TEXT,
    modified TEXT,
    corrected_outlet TEXT,
    corrected_title TEXT,
    corrected_byline TEXT,
    corrected_published TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    blocks JSON NOT NULL,
    links JSON NOT NULL,
    added_at TEXT NOT NULL,
    CONSTRAINT pk_articles PRIMARY KEY (id),
    CONSTRAINT uq_articles_report_version UNIQUE (report, version),
    CONSTRAINT uq_articles_number UNIQUE (number),
    CONSTRAINT fk_articles_report_reports FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_articles_capture_captures FOREIGN KEY(capture) REFERENCES captures (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_articles_capture ON articles (capture)
;

CREATE INDEX ix_articles_published_day_latest ON articles (published_day, latest)
;

CREATE TABLE failures (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    input TEXT NOT NULL,
    input_id TEXT,
    source TEXT NOT NULL,
    capture TEXT,
    job TEXT,
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    retryable BOOLEAN NOT NULL,
    attempts INTEGER NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    settled_at TEXT,
    CONSTRAINT pk_failures PRIMARY KEY (number),
    CONSTRAINT uq_failures_id UNIQUE (id),
    CONSTRAINT fk_failures_capture_captures FOREIGN KEY(capture) REFERENCES captures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_failures_job_jobs FOREIGN KEY(job) REFERENCES jobs (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE TABLE changes (
    report TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    noticed_at TEXT NOT NULL,
    fields JSON NOT NULL,
    passages JSON NOT NULL,
    CONSTRAINT pk_changes PRIMARY KEY ("after"),
    CONSTRAINT fk_changes_report_reports FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_changes_before_articles FOREIGN KEY("before") REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_changes_after_articles FOREIGN KEY("after") REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_changes_report ON changes (report)
;

CREATE TABLE entities (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    party TEXT NOT NULL,
    own_party TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases JSON NOT NULL,
    roles TEXT NOT NULL,
    roles_spans TEXT NOT NULL,
    affiliation TEXT,
    mentions TEXT NOT NULL,
    mentions_spans TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    pronouns_spans TEXT NOT NULL,
    "key" TEXT,
    known JSON,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_entities PRIMARY KEY (id),
    CONSTRAINT uq_entities_number UNIQUE (number),
    CONSTRAINT fk_entities_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_entities_party_parties FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_entities_affiliation_entities FOREIGN KEY(affiliation) REFERENCES entities (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_entities_affiliation ON entities (affiliation) WHERE affiliation IS NOT NULL
;

CREATE INDEX ix_entities_article ON entities (article)
;

CREATE INDEX ix_entities_own_party ON entities (own_party)
;

CREATE INDEX ix_entities_party ON entities (party)
;

CREATE TABLE places (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    lat FLOAT,
    lon FLOAT,
    precision_m INTEGER,
    country TEXT,
    geonames_id INTEGER,
    within TEXT,
    confidence FLOAT NOT NULL,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_places PRIMARY KEY (id),
    CONSTRAINT uq_places_number UNIQUE (number),
    CONSTRAINT fk_places_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_places_within_places FOREIGN KEY(within) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_places_article ON places (article)
;

CREATE INDEX ix_places_country ON places (country)
;

CREATE INDEX ix_places_name_folded ON places (name_folded)
;

CREATE INDEX ix_places_within ON places (within) WHERE within IS NOT NULL
;

CREATE TABLE readings (
    article TEXT NOT NULL,
    read_at TEXT NOT NULL,
    made_with TEXT NOT NULL,
    readers JSON NOT NULL,
    document BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT pk_readings PRIMARY KEY (article),
    CONSTRAINT fk_readings_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE TABLE reviews (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    report TEXT,
    article TEXT,
    reason TEXT NOT NULL,
    changes JSON NOT NULL,
    others JSON NOT NULL,
    record JSON,
    CONSTRAINT pk_reviews PRIMARY KEY (number),
    CONSTRAINT uq_reviews_id UNIQUE (id),
    CONSTRAINT fk_reviews_report_reports FOREIGN KEY(report) REFERENCES reports (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_reviews_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_reviews_kind ON reviews (kind)
;

CREATE INDEX ix_reviews_report ON reviews (report)
;

CREATE INDEX ix_reviews_target ON reviews (target)
;

CREATE TABLE times (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    starts TEXT,
    ends TEXT,
    confidence FLOAT NOT NULL,
    anchor TEXT,
    anchor_time TEXT,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_times PRIMARY KEY (id),
    CONSTRAINT uq_times_number UNIQUE (number),
    CONSTRAINT fk_times_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_times_anchor_time_times FOREIGN KEY(anchor_time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_times_anchor_time ON times (anchor_time) WHERE anchor_time IS NOT NULL
;

CREATE INDEX ix_times_article ON times (article)
;

CREATE TABLE events (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    subtype TEXT,
    plover TEXT,
    actors JSON NOT NULL,
    targets JSON NOT NULL,
    place TEXT,
    time TEXT,
    figures JSON NOT NULL,
    according_to JSON NOT NULL,
    denied_by JSON NOT NULL,
    hedged BOOLEAN NOT NULL,
    negated BOOLEAN NOT NULL,
    mentions TEXT NOT NULL,
    mentions_spans TEXT NOT NULL,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (number),
    CONSTRAINT uq_events_id UNIQUE (id),
    CONSTRAINT fk_events_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_events_place_places FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_events_time_times FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_events_article ON events (article)
;

CREATE INDEX ix_events_place ON events (place) WHERE place IS NOT NULL
;

CREATE INDEX ix_events_time ON events (time) WHERE time IS NOT NULL
;

CREATE TABLE evidence (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    medium TEXT NOT NULL,
    made_with TEXT,
    published_on TEXT,
    publisher TEXT,
    url TEXT,
    shows_words TEXT,
    shows_start INTEGER,
    shows_end INTEGER,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (number),
    CONSTRAINT uq_evidence_id UNIQUE (id),
    CONSTRAINT fk_evidence_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_evidence_publisher_entities FOREIGN KEY(publisher) REFERENCES entities (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_evidence_article ON evidence (article)
;

CREATE INDEX ix_evidence_publisher ON evidence (publisher) WHERE publisher IS NOT NULL
;

CREATE TABLE statement_changes (
    number INTEGER NOT NULL,
    "after" TEXT NOT NULL,
    kind TEXT NOT NULL,
    statement_before TEXT,
    statement_after TEXT,
    words_before TEXT,
    words_after TEXT,
    CONSTRAINT pk_statement_changes PRIMARY KEY (number),
    CONSTRAINT fk_statement_changes_after_changes FOREIGN KEY("after") REFERENCES changes ("after") DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_statement_changes_after ON statement_changes ("after")
;

CREATE TABLE statements (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    content TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    source TEXT NOT NULL,
    source_spans TEXT NOT NULL,
    speaker TEXT,
    speaker_name TEXT,
    party TEXT,
    own_party TEXT,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    hedged BOOLEAN NOT NULL,
    within TEXT,
    via JSON NOT NULL,
    confidence FLOAT NOT NULL,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT uq_statements_number UNIQUE (number),
    CONSTRAINT fk_statements_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statements_speaker_entities FOREIGN KEY(speaker) REFERENCES entities (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statements_party_parties FOREIGN KEY(party) REFERENCES parties (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statements_within_statements FOREIGN KEY(within) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_statements_article ON statements (article)
;

CREATE INDEX ix_statements_moved ON statements (party, own_party) WHERE party <> own_party
;

CREATE INDEX ix_statements_own_party ON statements (own_party)
;

CREATE INDEX ix_statements_party ON statements (party)
;

CREATE INDEX ix_statements_speaker ON statements (speaker) WHERE speaker IS NOT NULL
;

CREATE INDEX ix_statements_within ON statements (within) WHERE within IS NOT NULL
;

CREATE TABLE figures (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article TEXT NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    low BIGINT,
    high BIGINT,
    approximate BOOLEAN NOT NULL,
    what TEXT NOT NULL,
    counted TEXT,
    according_to TEXT,
    hedged BOOLEAN NOT NULL,
    time TEXT,
    place TEXT,
    part_of TEXT,
    revises TEXT,
    counting TEXT,
    review TEXT,
    review_words TEXT,
    kept BOOLEAN NOT NULL,
    protected BOOLEAN NOT NULL,
    CONSTRAINT pk_figures PRIMARY KEY (id),
    CONSTRAINT uq_figures_number UNIQUE (number),
    CONSTRAINT fk_figures_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_according_to_statements FOREIGN KEY(according_to) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_time_times FOREIGN KEY(time) REFERENCES times (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_place_places FOREIGN KEY(place) REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_part_of_figures FOREIGN KEY(part_of) REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_figures_revises_figures FOREIGN KEY(revises) REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_figures_according_to ON figures (according_to) WHERE according_to IS NOT NULL
;

CREATE INDEX ix_figures_article ON figures (article)
;

CREATE INDEX ix_figures_part_of ON figures (part_of) WHERE part_of IS NOT NULL
;

CREATE INDEX ix_figures_place ON figures (place) WHERE place IS NOT NULL
;

CREATE INDEX ix_figures_revises ON figures (revises) WHERE revises IS NOT NULL
;

CREATE INDEX ix_figures_time ON figures (time) WHERE time IS NOT NULL
;

CREATE INDEX ix_figures_what ON figures (what)
;

CREATE VIRTUAL TABLE article_words USING fts5(stems, facets)
;

CREATE VIRTUAL TABLE statement_words USING fts5(stems, facets)
;

CREATE VIEW reports_view AS
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, COALESCE(a.corrected_byline, a.byline) AS byline, a.version AS versions,
    c.captured_at, a.modified, r.added_at,
    (SELECT count(*) FROM statements AS m WHERE m.article = a.id) AS statements, (SELECT count(*) FROM figures AS m WHERE m.article = a.id) AS figures,
    (SELECT count(*) FROM places AS m WHERE m.article = a.id) AS places, (SELECT count(*) FROM events AS m WHERE m.article = a.id) AS events, (SELECT count(*) FROM evidence AS m WHERE m.article = a.id) AS evidence,
    (SELECT count(*) FROM reviews AS v WHERE v.report = a.report) AS reviews, a.report AS report_id, a.id AS article_id
FROM articles AS a
    LEFT JOIN reports AS r ON r.id = a.report
    LEFT JOIN captures AS c ON c.id = a.capture
WHERE a.latest
;

CREATE VIEW versions_view AS
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.latest, c.captured_at, a.modified,
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

CREATE VIEW statements_view AS
SELECT COALESCE((SELECT m.name FROM entities AS m WHERE m.id = x.speaker), x.speaker_name) AS speaker, p.name AS party, x.stance,
    x.hedged, x.kind, x.content AS words, x.cue, x.source,
    CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN json_extract(x.content_spans, '$[0][0]') - 79 ELSE 1 END, json_extract(x.content_spans, '$[#-1][1]') + 80 - CASE WHEN json_extract(x.content_spans, '$[0][0]') > 80 THEN json_extract(x.content_spans, '$[0][0]') - 80 ELSE 0 END), '
', ' ') || CASE WHEN json_extract(x.content_spans, '$[#-1][1]') + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE((SELECT m.name FROM entities AS m WHERE m.id = o.speaker), o.speaker_name) AS reported_by, (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.via) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS via, x.confidence,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id,
    x.id AS statement_id, x.speaker AS speaker_id, x.party AS party_id
FROM statements AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN parties AS p ON p.id = x.party
    LEFT JOIN statements AS o ON o.id = x.within
;

CREATE VIEW figures_view AS
SELECT x.what, x.low, x.high, x.approximate, x.counted, x.words,
    CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE((SELECT m.name FROM entities AS m WHERE m.id = s.speaker), s.speaker_name) AS according_to, p.name AS party,
    x.according_to IS NULL AS own_voice, x.hedged, l.name AS place, l.country,
    t.words AS time, t.starts, t.ends, x.counting, w.words AS part_of, o.words AS revises,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS figure_id,
    x.according_to AS statement_id, s.party AS party_id, x.place AS place_id, x.time AS time_id
FROM figures AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN statements AS s ON s.id = x.according_to
    LEFT JOIN parties AS p ON p.id = s.party
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time
    LEFT JOIN figures AS w ON w.id = x.part_of
    LEFT JOIN figures AS o ON o.id = x.revises
;

CREATE VIEW places_view AS
SELECT x.name, x.kind, x.country, w.name AS within, x.lat AS latitude, x.lon AS longitude,
    x.precision_m, x.words, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context, x.geonames_id, x.confidence,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS place_id
FROM places AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN places AS w ON w.id = x.within
;

CREATE VIEW times_view AS
SELECT x.words, x.type, x.value, x.starts, x.ends, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    x.anchor AS reckoned_from, o.words AS reckoned_from_words, x.confidence,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS time_id
FROM times AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN times AS o ON o.id = x.anchor_time
;

CREATE VIEW events_view AS
SELECT x.type, x.subtype, x.plover, x.words, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.actors) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS actors, (SELECT group_concat(name, ', ') FROM (SELECT m.name FROM json_each(x.targets) AS i JOIN entities AS m ON m.id = i.value ORDER BY i.key)) AS targets, l.name AS place, l.country,
    l.lat AS latitude, l.lon AS longitude, t.words AS time, t.starts, t.ends,
    (SELECT group_concat(words, ', ') FROM (SELECT m.words FROM json_each(x.figures) AS i JOIN figures AS m ON m.id = i.value ORDER BY i.key)) AS figures, (SELECT group_concat(name, ', ') FROM (SELECT COALESCE(n.name, m.speaker_name) AS name FROM json_each(x.according_to) AS i JOIN statements AS m ON m.id = i.value LEFT JOIN entities AS n ON n.id = m.speaker ORDER BY i.key)) AS according_to,
    (SELECT group_concat(name, ', ') FROM (SELECT COALESCE(n.name, m.speaker_name) AS name FROM json_each(x.denied_by) AS i JOIN statements AS m ON m.id = i.value LEFT JOIN entities AS n ON n.id = m.speaker ORDER BY i.key)) AS denied_by, x.hedged, x.negated,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS event_id, x.place AS place_id,
    x.time AS time_id
FROM events AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN places AS l ON l.id = x.place
    LEFT JOIN times AS t ON t.id = x.time
;

CREATE VIEW evidence_view AS
SELECT x.medium, x.made_with, x.published_on, (SELECT m.name FROM entities AS m WHERE m.id = x.publisher) AS publisher, x.url, x.words,
    x.shows_words AS shows, CASE WHEN x.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN x.start > 80 THEN x.start - 79 ELSE 1 END, x."end" + 80 - CASE WHEN x.start > 80 THEN x.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN x."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context,
    COALESCE(x.review, 'machine') AS review, x.protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS evidence_id,
    x.publisher AS publisher_id
FROM evidence AS x JOIN articles AS a ON a.id = x.article AND a.latest
;

CREATE VIEW entities_view AS
SELECT x.name, x.kind, p.name AS party, x.roles, (SELECT m.name FROM entities AS m WHERE m.id = x.affiliation) AS affiliation,
    (SELECT group_concat(value, ', ') FROM (SELECT i.value FROM json_each(x.aliases) AS i ORDER BY i.key)) AS aliases,
    json_array_length(x.mentions_spans) AS mentions,
    json_array_length(x.pronouns_spans) AS pronouns,
    (SELECT count(*) FROM statements AS s WHERE s.article = x.article AND s.speaker = x.id)
        AS statements,
    json_extract(x.known, '$.id') AS known_as, json_extract(x.known, '$.source') AS known_from,
    COALESCE(x.review, 'machine') AS review, (x.protected OR COALESCE(p.protected, FALSE)) AS protected, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, a.report AS report_id, a.id AS article_id, x.id AS entity_id,
    x.party AS party_id, x.affiliation AS affiliation_id
FROM entities AS x JOIN articles AS a ON a.id = x.article AND a.latest
    LEFT JOIN parties AS p ON p.id = x.party
;

CREATE VIEW parties_view AS
SELECT x.name, x.kind, x.protected,
    (SELECT count(*) FROM statements AS s JOIN articles AS a ON a.id = s.article AND a.latest
        WHERE s.party = x.id) AS statements,
    (SELECT count(DISTINCT a.report) FROM statements AS s
        JOIN articles AS a ON a.id = s.article AND a.latest WHERE s.party = x.id) AS heard_in,
    (SELECT count(DISTINCT a.report) FROM entities AS e
        JOIN articles AS a ON a.id = e.article AND a.latest WHERE e.party = x.id) AS named_in,
    x.id AS party_id
FROM parties AS x
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
SELECT x.made_at, x.author, x.action, x.kind,
    COALESCE(json_extract(x.record, '$.content[0].text'), json_extract(x.record, '$.span.text'),
        json_extract(x.record, '$.trigger.text'), json_extract(x.record, '$.name'), p.name) AS words,
    (SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || COALESCE(CASE WHEN w.type IN ('true', 'false') THEN w.type ELSE w.value END, 'none') AS word FROM json_each(x.changes) AS i JOIN json_each(x.record) AS w ON w.key = i.key ORDER BY i.id)) AS before, (SELECT group_concat(word, ', ') FROM (SELECT i.key || ': ' || COALESCE(CASE WHEN i.type IN ('true', 'false') THEN i.type ELSE i.value END, 'none') AS word FROM json_each(x.changes) AS i ORDER BY i.id)) AS after, x.reason,
    (SELECT ids FROM taken_back) NOT LIKE '% ' || x.id || ' %' AS in_force,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, x.number, x.id AS review_id, x.target AS target_id,
    (SELECT group_concat(value, ', ') FROM (SELECT i.value FROM json_each(x.others) AS i ORDER BY i.key)) AS other_ids, x.report AS report_id, x.article AS article_id
FROM reviews AS x
    LEFT JOIN articles AS a ON a.id = x.article
    LEFT JOIN parties AS p ON p.id = x.target
;

CREATE VIEW changes_view AS
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, d.noticed_at, b.version AS from_version, a.version AS to_version,
    json_extract(i.value, '$.field') AS what, 'changed' AS kind, json_extract(i.value, '$.before') AS words_before,
    json_extract(i.value, '$.after') AS words_after, a.report AS report_id, d.before AS before_id,
    d.after AS after_id, NULL AS statement_before_id, NULL AS statement_after_id
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN json_each(d.fields) AS i
UNION ALL
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, d.noticed_at, b.version, a.version, 'passage', json_extract(i.value, '$.kind'),
    substr(b.text, json_extract(i.value, '$.before[0]') + 1, json_extract(i.value, '$.before[1]') - json_extract(i.value, '$.before[0]')), substr(a.text, json_extract(i.value, '$.after[0]') + 1, json_extract(i.value, '$.after[1]') - json_extract(i.value, '$.after[0]')), a.report, d.before, d.after,
    NULL, NULL
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    CROSS JOIN json_each(d.passages) AS i
UNION ALL
SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, d.noticed_at, b.version, a.version, 'statement', x.kind, x.words_before,
    x.words_after, a.report, d.before, d.after, x.statement_before, x.statement_after
FROM changes AS d JOIN articles AS b ON b.id = d.before JOIN articles AS a ON a.id = d.after
    JOIN statement_changes AS x ON x.after = d.after AND x.kind <> 'same'
;

CREATE VIEW failures_view AS
SELECT x.input, x.input_id, x.kind, x.message, x.retryable, x.attempts, x.first_at, x.last_at,
    x.settled_at, x.source, c.sha256, x.id AS failure_id, x.capture AS capture_id
FROM failures AS x LEFT JOIN captures AS c ON c.id = x.capture
;

CREATE VIEW log_view AS
SELECT x.number, x.at, x.author, x.action, x.subject, CAST(x.detail AS text) AS detail,
    x.previous, x.hash
FROM audit_log AS x
;

CREATE TRIGGER casefile_keeps_update BEFORE UPDATE ON casefile
BEGIN SELECT RAISE(ABORT, 'casefile only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER casefile_keeps_delete BEFORE DELETE ON casefile
BEGIN SELECT RAISE(ABORT, 'casefile only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER captures_keeps_update BEFORE UPDATE ON captures
BEGIN SELECT RAISE(ABORT, 'captures only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER captures_keeps_delete BEFORE DELETE ON captures
BEGIN SELECT RAISE(ABORT, 'captures only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER reports_keeps_update BEFORE UPDATE ON reports
BEGIN SELECT RAISE(ABORT, 'reports only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER reports_keeps_delete BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'reports only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER reviews_keeps_update BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER reviews_keeps_delete BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER audit_log_keeps_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER audit_log_keeps_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER articles_keeps_update BEFORE UPDATE OF "number", "id", "report", "capture", "url", "outlet", "title", "byline", "published", "modified", "language", "text", "text_sha256", "blocks", "links", "added_at" ON articles
BEGIN SELECT RAISE(ABORT, 'articles only grows: what is kept is never changed or taken out'); END
;

CREATE TRIGGER articles_keeps_delete BEFORE DELETE ON articles
BEGIN SELECT RAISE(ABORT, 'articles only grows: what is kept is never changed or taken out'); END
;

