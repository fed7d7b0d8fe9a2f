CREATE TABLE cross_check (
    number INTEGER NOT NULL,
    log_number INTEGER NOT NULL,
    checked_at TEXT NOT NULL,
    made_with TEXT NOT NULL,
    code TEXT NOT NULL,
    said JSON NOT NULL,
    CONSTRAINT pk_cross_check PRIMARY KEY (number)
)
;

CREATE TABLE groupings (
    article TEXT NOT NULL,
    reading TEXT NOT NULL,
    features BYTEA NOT NULL,
    features_sha256 TEXT NOT NULL,
    links BYTEA NOT NULL,
    links_sha256 TEXT NOT NULL,
    CONSTRAINT pk_groupings PRIMARY KEY (article),
    CONSTRAINT fk_groupings_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE TABLE stories (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    document BYTEA NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT,
    starts TEXT,
    ends TEXT,
    place TEXT,
    lat FLOAT,
    lon FLOAT,
    reports INTEGER NOT NULL,
    CONSTRAINT pk_stories PRIMARY KEY (id),
    CONSTRAINT uq_stories_number UNIQUE (number)
)
;

CREATE INDEX ix_stories_starts_id ON stories (starts, id)
;

CREATE TABLE story_reports (
    number BIGSERIAL NOT NULL,
    story TEXT NOT NULL,
    article TEXT NOT NULL,
    turn INTEGER NOT NULL,
    guest BOOLEAN NOT NULL,
    CONSTRAINT pk_story_reports PRIMARY KEY (number),
    CONSTRAINT fk_story_reports_story_stories FOREIGN KEY(story) REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_story_reports_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_story_reports_article ON story_reports (article)
;

CREATE INDEX ix_story_reports_story ON story_reports (story)
;

CREATE TABLE checks (
    story TEXT NOT NULL,
    key TEXT NOT NULL,
    document BYTEA NOT NULL,
    sha256 TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    made_with TEXT NOT NULL,
    findings INTEGER NOT NULL,
    contested INTEGER NOT NULL,
    CONSTRAINT pk_checks PRIMARY KEY (story),
    CONSTRAINT fk_checks_story_stories FOREIGN KEY(story) REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE TABLE findings (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    story TEXT NOT NULL,
    turn INTEGER NOT NULL,
    kind TEXT NOT NULL,
    matter TEXT NOT NULL,
    what TEXT,
    place TEXT,
    time TEXT,
    counted TEXT,
    low BIGINT,
    high BIGINT,
    parties INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    first_said TEXT,
    last_said TEXT,
    reasons JSON NOT NULL,
    compatible_if TEXT,
    grading TEXT,
    review TEXT,
    CONSTRAINT pk_findings PRIMARY KEY (id),
    CONSTRAINT uq_findings_number UNIQUE (number),
    CONSTRAINT fk_findings_story_stories FOREIGN KEY(story) REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_findings_kind ON findings (kind)
;

CREATE INDEX ix_findings_story ON findings (story)
;

CREATE TABLE positions (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    finding TEXT NOT NULL,
    turn INTEGER NOT NULL,
    party_name TEXT NOT NULL,
    party TEXT,
    stance TEXT NOT NULL,
    low BIGINT,
    high BIGINT,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    first_said TEXT,
    last_said TEXT,
    CONSTRAINT pk_positions PRIMARY KEY (id),
    CONSTRAINT uq_positions_number UNIQUE (number),
    CONSTRAINT fk_positions_finding_findings FOREIGN KEY(finding) REFERENCES findings (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_positions_finding ON positions (finding)
;

CREATE INDEX ix_positions_party ON positions (party)
;

CREATE TABLE position_words (
    number BIGSERIAL NOT NULL,
    position TEXT NOT NULL,
    article TEXT NOT NULL,
    statement TEXT,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    at TEXT,
    CONSTRAINT pk_position_words PRIMARY KEY (number),
    CONSTRAINT fk_position_words_position_positions FOREIGN KEY(position) REFERENCES positions (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_position_words_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_position_words_article ON position_words (article)
;

CREATE INDEX ix_position_words_position ON position_words (position)
;

CREATE TABLE derivations (
    number BIGSERIAL NOT NULL,
    story TEXT NOT NULL,
    turn INTEGER NOT NULL,
    article TEXT NOT NULL,
    source TEXT,
    kind TEXT NOT NULL,
    origin_kind TEXT NOT NULL,
    origin TEXT,
    share FLOAT NOT NULL,
    passages TEXT NOT NULL,
    CONSTRAINT pk_derivations PRIMARY KEY (number),
    CONSTRAINT fk_derivations_story_stories FOREIGN KEY(story) REFERENCES stories (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_derivations_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_derivations_source_articles FOREIGN KEY(source) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_derivations_article ON derivations (article)
;

CREATE INDEX ix_derivations_source ON derivations (source)
;

CREATE INDEX ix_derivations_story ON derivations (story)
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
    COALESCE((x.record #>> '{content,0,text}'), (x.record #>> '{span,text}'),
        (x.record #>> '{trigger,text}'), (x.record #>> '{name}'), (x.record #>> '{matter}'),
        (x.record #>> '{title}'), p.name) AS words,
    (SELECT string_agg(i.key || ': ' || COALESCE(w.value, 'none'), ', ' ORDER BY i.place) FROM json_each_text(x.changes) WITH ORDINALITY AS i (key, value, place) JOIN json_each_text(x.record) AS w (key, value) ON w.key = i.key) AS before, (SELECT string_agg(i.key || ': ' || COALESCE(i.value, 'none'), ', ' ORDER BY i.place) FROM json_each_text(x.changes) WITH ORDINALITY AS i (key, value, place)) AS after, x.reason,
    (SELECT ids FROM taken_back) NOT LIKE '% ' || x.id || ' %' AS in_force,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version, x.number, x.id AS review_id, x.target AS target_id,
    (SELECT string_agg(i.value, ', ' ORDER BY i.place) FROM json_array_elements_text(x.others) WITH ORDINALITY AS i (value, place)) AS other_ids, x.report AS report_id, x.article AS article_id
FROM reviews AS x
    LEFT JOIN articles AS a ON a.id = x.article
    LEFT JOIN parties AS p ON p.id = x.target
;

CREATE VIEW stories_view AS 
SELECT x.title, x.starts, x.ends, x.place, x.lat AS latitude, x.lon AS longitude, x.reports,
    (SELECT count(DISTINCT COALESCE(a.corrected_outlet, a.outlet)) FROM story_reports AS s
        JOIN articles AS a ON a.id = s.article WHERE s.story = x.id) AS outlets,
    c.findings, c.contested, c.checked_at, x.id AS story_id
FROM stories AS x
    LEFT JOIN checks AS c ON c.story = x.id
;

CREATE VIEW findings_view AS 
SELECT x.kind, x.matter, x.what, x.low, x.high, x.counted, x.parties, x.reports, x.origins,
    x.place, x.time, x.first_said, x.last_said, (SELECT string_agg(i.value, ', ' ORDER BY i.place) FROM json_array_elements_text(x.reasons) WITH ORDINALITY AS i (value, place)) AS reasons, x.compatible_if,
    x.grading, COALESCE(x.review, 'machine') AS review, s.title AS story, s.starts, x.turn, x.id AS finding_id,
    x.story AS story_id
FROM findings AS x
    LEFT JOIN stories AS s ON s.id = x.story
;

CREATE VIEW positions_view AS 
SELECT x.party_name AS party, x.stance, x.low, x.high, w.words,
    CASE WHEN w.start > 80 THEN '…' ELSE '' END || replace(substr(a.text, CASE WHEN w.start > 80 THEN w.start - 79 ELSE 1 END, w."end" + 80 - CASE WHEN w.start > 80 THEN w.start - 80 ELSE 0 END), '
', ' ') || CASE WHEN w."end" + 80 < length(a.text) THEN '…' ELSE '' END AS context, f.kind, f.matter, w.at, x.reports, x.origins,
    COALESCE(f.review, 'machine') AS review,
    COALESCE(p.protected, FALSE) AS protected, s.title AS story, s.starts, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version,
    a.report AS report_id, a.id AS article_id, w.statement AS statement_id, x.party AS party_id, x.id AS position_id,
    x.finding AS finding_id, f.story AS story_id
FROM position_words AS w
    JOIN articles AS a ON a.id = w.article
    LEFT JOIN positions AS x ON x.id = w.position
    LEFT JOIN findings AS f ON f.id = x.finding
    LEFT JOIN stories AS s ON s.id = f.story
    LEFT JOIN parties AS p ON p.id = x.party
;

CREATE VIEW lineage_view AS 
SELECT x.kind, x.share, x.origin_kind, x.origin,
    COALESCE(b.corrected_outlet, b.outlet) AS source_outlet,
    COALESCE(b.corrected_title, b.title) AS source_title, b.published_day AS source_published,
    json_array_length(x.passages::json) AS passages,
    replace(substr(a.text, (x.passages::json #>> '{0,0}')::integer + 1, 160), '
', ' ') AS begins, COALESCE(a.corrected_outlet, a.outlet) AS outlet, COALESCE(a.corrected_title, a.title) AS title, a.published_day AS published, a.language, (SELECT s.address FROM reports AS s WHERE s.id = a.report) AS address, a.version,
    a.report AS report_id, a.id AS article_id, b.report AS source_report_id, x.source AS source_id, x.story AS story_id
FROM derivations AS x
    JOIN articles AS a ON a.id = x.article
    LEFT JOIN articles AS b ON b.id = x.source
;

