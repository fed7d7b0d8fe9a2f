CREATE TABLE records (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    capture TEXT,
    failure TEXT,
    turn INTEGER NOT NULL,
    type TEXT NOT NULL,
    date TEXT NOT NULL,
    url TEXT,
    concurrent_to TEXT,
    status INTEGER,
    media_type TEXT,
    payload_sha256 TEXT,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    holds BOOLEAN NOT NULL,
    CONSTRAINT pk_records PRIMARY KEY (id),
    CONSTRAINT uq_records_number UNIQUE (number),
    CONSTRAINT fk_records_capture_captures FOREIGN KEY(capture) REFERENCES captures (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_records_capture ON records (capture)
;

CREATE INDEX ix_records_failure ON records (failure)
;

CREATE INDEX ix_records_sha256 ON records (sha256)
;

CREATE TABLE proofs (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    authority TEXT NOT NULL,
    token BYTEA NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT pk_proofs PRIMARY KEY (id),
    CONSTRAINT uq_proofs_number UNIQUE (number)
)
;

CREATE INDEX ix_proofs_sha256 ON proofs (sha256)
;

CREATE INDEX ix_proofs_subject ON proofs (subject)
;

CREATE TABLE article_metadata (
    article TEXT NOT NULL,
    status TEXT,
    document JSON NOT NULL,
    CONSTRAINT pk_article_metadata PRIMARY KEY (article),
    CONSTRAINT fk_article_metadata_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_article_metadata_status ON article_metadata (status)
;

CREATE TABLE media (
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    duration FLOAT,
    hashes JSON NOT NULL,
    exif JSON NOT NULL,
    made_with TEXT NOT NULL,
    CONSTRAINT pk_media PRIMARY KEY (sha256)
)
;

CREATE TABLE article_media (
    number BIGSERIAL NOT NULL,
    article TEXT NOT NULL,
    turn INTEGER NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    media TEXT,
    CONSTRAINT pk_article_media PRIMARY KEY (number),
    CONSTRAINT uq_article_media_article_turn UNIQUE (article, turn),
    CONSTRAINT fk_article_media_article_articles FOREIGN KEY(article) REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_article_media_media_media FOREIGN KEY(media) REFERENCES media (sha256) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_article_media_article ON article_media (article)
;

CREATE INDEX ix_article_media_media ON article_media (media)
;

CREATE TABLE watches (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    address TEXT NOT NULL,
    kind TEXT,
    added_at TEXT NOT NULL,
    author TEXT NOT NULL,
    ended_at TEXT,
    etag TEXT,
    modified TEXT,
    seen_at TEXT,
    due_at TEXT NOT NULL,
    failures INTEGER NOT NULL,
    trouble TEXT,
    CONSTRAINT pk_watches PRIMARY KEY (id),
    CONSTRAINT uq_watches_number UNIQUE (number)
)
;

CREATE INDEX ix_watches_due_at ON watches (due_at)
;

CREATE TABLE watched_pages (
    number BIGSERIAL NOT NULL,
    watch TEXT NOT NULL,
    url TEXT NOT NULL,
    listed_at TEXT NOT NULL,
    etag TEXT,
    modified TEXT,
    seen_at TEXT,
    altered_at TEXT,
    due_at TEXT,
    failures INTEGER NOT NULL,
    trouble TEXT,
    CONSTRAINT pk_watched_pages PRIMARY KEY (number),
    CONSTRAINT uq_watched_pages_watch_url UNIQUE (watch, url),
    CONSTRAINT fk_watched_pages_watch_watches FOREIGN KEY(watch) REFERENCES watches (id) DEFERRABLE INITIALLY DEFERRED
)
;

CREATE INDEX ix_watched_pages_due_at ON watched_pages (due_at)
;

CREATE INDEX ix_watched_pages_url ON watched_pages (url)
;

CREATE TRIGGER records_keeps_update BEFORE UPDATE ON records
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER records_keeps_delete BEFORE DELETE ON records
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER records_keeps_truncate BEFORE TRUNCATE ON records
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER proofs_keeps_update BEFORE UPDATE ON proofs
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER proofs_keeps_delete BEFORE DELETE ON proofs
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER proofs_keeps_truncate BEFORE TRUNCATE ON proofs
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER article_metadata_keeps_update BEFORE UPDATE ON article_metadata
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER article_metadata_keeps_delete BEFORE DELETE ON article_metadata
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

CREATE TRIGGER article_metadata_keeps_truncate BEFORE TRUNCATE ON article_metadata
FOR EACH STATEMENT EXECUTE FUNCTION only_grows()
;

