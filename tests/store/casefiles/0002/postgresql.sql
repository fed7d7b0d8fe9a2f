CREATE FUNCTION public.only_grows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
RAISE EXCEPTION '% only grows: what is kept is never changed or taken out', TG_TABLE_NAME;
END $$;

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.article_words (
    number bigint NOT NULL,
    stems tsvector NOT NULL
);

CREATE TABLE public.articles (
    number bigint NOT NULL,
    id text NOT NULL,
    report text NOT NULL,
    version integer NOT NULL,
    latest boolean NOT NULL,
    capture text NOT NULL,
    url text,
    outlet text,
    outlet_folded text,
    title text,
    byline text,
    published text,
    published_day text,
    modified text,
    corrected_outlet text,
    corrected_title text,
    corrected_byline text,
    corrected_published text,
    language text NOT NULL,
    text text NOT NULL,
    text_sha256 text NOT NULL,
    blocks json NOT NULL,
    links json NOT NULL,
    added_at text NOT NULL
);

CREATE TABLE public.audit_log (
    number bigint NOT NULL,
    at text NOT NULL,
    author text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail json NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL
);

CREATE TABLE public.captured_bytes (
    sha256 text NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE public.captures (
    number bigint NOT NULL,
    id text NOT NULL,
    sha256 text NOT NULL,
    bytes integer NOT NULL,
    media_type text NOT NULL,
    charset text,
    captured_at text NOT NULL,
    input text NOT NULL,
    declared json NOT NULL
);

CREATE TABLE public.casefile (
    id text NOT NULL,
    name text NOT NULL,
    created_at text NOT NULL,
    made_with text NOT NULL
);

CREATE TABLE public.changes (
    report text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    noticed_at text NOT NULL,
    fields json NOT NULL,
    passages json NOT NULL
);

CREATE TABLE public.reports (
    number bigint NOT NULL,
    id text NOT NULL,
    address text,
    added_at text NOT NULL
);

CREATE TABLE public.statement_changes (
    number bigint NOT NULL,
    after text NOT NULL,
    kind text NOT NULL,
    statement_before text,
    statement_after text,
    words_before text,
    words_after text
);

CREATE VIEW public.changes_view AS
 SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    d.noticed_at,
    b.version AS from_version,
    a.version AS to_version,
    (i.value #>> '{field}'::text[]) AS what,
    'changed'::text AS kind,
    (i.value #>> '{before}'::text[]) AS words_before,
    (i.value #>> '{after}'::text[]) AS words_after,
    a.report AS report_id,
    d.before AS before_id,
    d.after AS after_id,
    NULL::text AS statement_before_id,
    NULL::text AS statement_after_id
   FROM (((public.changes d
     JOIN public.articles b ON ((b.id = d.before)))
     JOIN public.articles a ON ((a.id = d.after)))
     CROSS JOIN LATERAL json_array_elements(d.fields) i(value))
UNION ALL
 SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    d.noticed_at,
    b.version AS from_version,
    a.version AS to_version,
    'passage'::text AS what,
    (i.value #>> '{kind}'::text[]) AS kind,
    substr(b.text, (((i.value #>> '{before,0}'::text[]))::integer + 1), (((i.value #>> '{before,1}'::text[]))::integer - ((i.value #>> '{before,0}'::text[]))::integer)) AS words_before,
    substr(a.text, (((i.value #>> '{after,0}'::text[]))::integer + 1), (((i.value #>> '{after,1}'::text[]))::integer - ((i.value #>> '{after,0}'::text[]))::integer)) AS words_after,
    a.report AS report_id,
    d.before AS before_id,
    d.after AS after_id,
    NULL::text AS statement_before_id,
    NULL::text AS statement_after_id
   FROM (((public.changes d
     JOIN public.articles b ON ((b.id = d.before)))
     JOIN public.articles a ON ((a.id = d.after)))
     CROSS JOIN LATERAL json_array_elements(d.passages) i(value))
UNION ALL
 SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    d.noticed_at,
    b.version AS from_version,
    a.version AS to_version,
    'statement'::text AS what,
    x.kind,
    x.words_before,
    x.words_after,
    a.report AS report_id,
    d.before AS before_id,
    d.after AS after_id,
    x.statement_before AS statement_before_id,
    x.statement_after AS statement_after_id
   FROM (((public.changes d
     JOIN public.articles b ON ((b.id = d.before)))
     JOIN public.articles a ON ((a.id = d.after)))
     JOIN public.statement_changes x ON (((x.after = d.after) AND (x.kind <> 'same'::text))));

CREATE TABLE public.checks (
    story text NOT NULL,
    key text NOT NULL,
    document bytea NOT NULL,
    sha256 text NOT NULL,
    checked_at text NOT NULL,
    made_with text NOT NULL,
    findings integer NOT NULL,
    contested integer NOT NULL
);

CREATE TABLE public.cross_check (
    number integer NOT NULL,
    log_number integer NOT NULL,
    checked_at text NOT NULL,
    made_with text NOT NULL,
    code text NOT NULL,
    said json NOT NULL
);

CREATE TABLE public.derivations (
    number bigint NOT NULL,
    story text NOT NULL,
    turn integer NOT NULL,
    article text NOT NULL,
    source text,
    kind text NOT NULL,
    origin_kind text NOT NULL,
    origin text,
    share double precision NOT NULL,
    passages text NOT NULL
);

CREATE SEQUENCE public.derivations_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.derivations_number_seq OWNED BY public.derivations.number;

CREATE TABLE public.entities (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    party text NOT NULL,
    own_party text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    aliases json NOT NULL,
    roles text NOT NULL,
    roles_spans text NOT NULL,
    affiliation text,
    mentions text NOT NULL,
    mentions_spans text NOT NULL,
    pronouns text NOT NULL,
    pronouns_spans text NOT NULL,
    key text,
    known json,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE TABLE public.parties (
    number bigint NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    kind text NOT NULL,
    protected boolean NOT NULL
);

CREATE TABLE public.statements (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    content text NOT NULL,
    content_spans text NOT NULL,
    cue text NOT NULL,
    cue_spans text NOT NULL,
    source text NOT NULL,
    source_spans text NOT NULL,
    speaker text,
    speaker_name text,
    party text,
    own_party text,
    kind text NOT NULL,
    stance text NOT NULL,
    hedged boolean NOT NULL,
    within text,
    via json NOT NULL,
    confidence double precision NOT NULL,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE VIEW public.entities_view AS
 SELECT x.name,
    x.kind,
    p.name AS party,
    x.roles,
    ( SELECT m.name
           FROM public.entities m
          WHERE (m.id = x.affiliation)) AS affiliation,
    ( SELECT string_agg(i.value, ', '::text ORDER BY i.place) AS string_agg
           FROM json_array_elements_text(x.aliases) WITH ORDINALITY i(value, place)) AS aliases,
    json_array_length((x.mentions_spans)::json) AS mentions,
    json_array_length((x.pronouns_spans)::json) AS pronouns,
    ( SELECT count(*) AS count
           FROM public.statements s
          WHERE ((s.article = x.article) AND (s.speaker = x.id))) AS statements,
    (x.known #>> '{id}'::text[]) AS known_as,
    (x.known #>> '{source}'::text[]) AS known_from,
    COALESCE(x.review, 'machine'::text) AS review,
    (x.protected OR COALESCE(p.protected, false)) AS protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS entity_id,
    x.party AS party_id,
    x.affiliation AS affiliation_id
   FROM ((public.entities x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.parties p ON ((p.id = x.party)));

CREATE TABLE public.events (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    type text NOT NULL,
    subtype text,
    plover text,
    actors json NOT NULL,
    targets json NOT NULL,
    place text,
    "time" text,
    figures json NOT NULL,
    according_to json NOT NULL,
    denied_by json NOT NULL,
    hedged boolean NOT NULL,
    negated boolean NOT NULL,
    mentions text NOT NULL,
    mentions_spans text NOT NULL,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE SEQUENCE public.events_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.events_number_seq OWNED BY public.events.number;

CREATE TABLE public.figures (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    low bigint,
    high bigint,
    approximate boolean NOT NULL,
    what text NOT NULL,
    counted text,
    according_to text,
    hedged boolean NOT NULL,
    "time" text,
    place text,
    part_of text,
    revises text,
    counting text,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE TABLE public.places (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    kind text NOT NULL,
    lat double precision,
    lon double precision,
    precision_m integer,
    country text,
    geonames_id integer,
    within text,
    confidence double precision NOT NULL,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE TABLE public.times (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    type text NOT NULL,
    value text,
    starts text,
    ends text,
    confidence double precision NOT NULL,
    anchor text,
    anchor_time text,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE VIEW public.events_view AS
 SELECT x.type,
    x.subtype,
    x.plover,
    x.words,
    ((
        CASE
            WHEN (x.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (x.start > 80) THEN (x.start - 79)
            ELSE 1
        END, ((x."end" + 80) -
        CASE
            WHEN (x.start > 80) THEN (x.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((x."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    ( SELECT string_agg(m.name, ', '::text ORDER BY i.place) AS string_agg
           FROM (json_array_elements_text(x.actors) WITH ORDINALITY i(id, place)
             JOIN public.entities m ON ((m.id = i.id)))) AS actors,
    ( SELECT string_agg(m.name, ', '::text ORDER BY i.place) AS string_agg
           FROM (json_array_elements_text(x.targets) WITH ORDINALITY i(id, place)
             JOIN public.entities m ON ((m.id = i.id)))) AS targets,
    l.name AS place,
    l.country,
    l.lat AS latitude,
    l.lon AS longitude,
    t.words AS "time",
    t.starts,
    t.ends,
    ( SELECT string_agg(m.words, ', '::text ORDER BY i.place) AS string_agg
           FROM (json_array_elements_text(x.figures) WITH ORDINALITY i(id, place)
             JOIN public.figures m ON ((m.id = i.id)))) AS figures,
    ( SELECT string_agg(COALESCE(n.name, m.speaker_name), ', '::text ORDER BY i.place) AS string_agg
           FROM ((json_array_elements_text(x.according_to) WITH ORDINALITY i(id, place)
             JOIN public.statements m ON ((m.id = i.id)))
             LEFT JOIN public.entities n ON ((n.id = m.speaker)))) AS according_to,
    ( SELECT string_agg(COALESCE(n.name, m.speaker_name), ', '::text ORDER BY i.place) AS string_agg
           FROM ((json_array_elements_text(x.denied_by) WITH ORDINALITY i(id, place)
             JOIN public.statements m ON ((m.id = i.id)))
             LEFT JOIN public.entities n ON ((n.id = m.speaker)))) AS denied_by,
    x.hedged,
    x.negated,
    COALESCE(x.review, 'machine'::text) AS review,
    x.protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS event_id,
    x.place AS place_id,
    x."time" AS time_id
   FROM (((public.events x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.places l ON ((l.id = x.place)))
     LEFT JOIN public.times t ON ((t.id = x."time")));

CREATE TABLE public.evidence (
    number bigint NOT NULL,
    id text NOT NULL,
    article text NOT NULL,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    medium text NOT NULL,
    made_with text,
    published_on text,
    publisher text,
    url text,
    shows_words text,
    shows_start integer,
    shows_end integer,
    review text,
    review_words text,
    kept boolean NOT NULL,
    protected boolean NOT NULL
);

CREATE SEQUENCE public.evidence_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.evidence_number_seq OWNED BY public.evidence.number;

CREATE VIEW public.evidence_view AS
 SELECT x.medium,
    x.made_with,
    x.published_on,
    ( SELECT m.name
           FROM public.entities m
          WHERE (m.id = x.publisher)) AS publisher,
    x.url,
    x.words,
    x.shows_words AS shows,
    ((
        CASE
            WHEN (x.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (x.start > 80) THEN (x.start - 79)
            ELSE 1
        END, ((x."end" + 80) -
        CASE
            WHEN (x.start > 80) THEN (x.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((x."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    COALESCE(x.review, 'machine'::text) AS review,
    x.protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS evidence_id,
    x.publisher AS publisher_id
   FROM (public.evidence x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)));

CREATE TABLE public.failures (
    number bigint NOT NULL,
    id text NOT NULL,
    input text NOT NULL,
    input_id text,
    source text NOT NULL,
    capture text,
    job text,
    kind text NOT NULL,
    message text NOT NULL,
    retryable boolean NOT NULL,
    attempts integer NOT NULL,
    first_at text NOT NULL,
    last_at text NOT NULL,
    settled_at text
);

CREATE SEQUENCE public.failures_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.failures_number_seq OWNED BY public.failures.number;

CREATE VIEW public.failures_view AS
 SELECT x.input,
    x.input_id,
    x.kind,
    x.message,
    x.retryable,
    x.attempts,
    x.first_at,
    x.last_at,
    x.settled_at,
    x.source,
    c.sha256,
    x.id AS failure_id,
    x.capture AS capture_id
   FROM (public.failures x
     LEFT JOIN public.captures c ON ((c.id = x.capture)));

CREATE VIEW public.figures_view AS
 SELECT x.what,
    x.low,
    x.high,
    x.approximate,
    x.counted,
    x.words,
    ((
        CASE
            WHEN (x.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (x.start > 80) THEN (x.start - 79)
            ELSE 1
        END, ((x."end" + 80) -
        CASE
            WHEN (x.start > 80) THEN (x.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((x."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    COALESCE(( SELECT m.name
           FROM public.entities m
          WHERE (m.id = s.speaker)), s.speaker_name) AS according_to,
    p.name AS party,
    (x.according_to IS NULL) AS own_voice,
    x.hedged,
    l.name AS place,
    l.country,
    t.words AS "time",
    t.starts,
    t.ends,
    x.counting,
    w.words AS part_of,
    o.words AS revises,
    COALESCE(x.review, 'machine'::text) AS review,
    (x.protected OR COALESCE(p.protected, false)) AS protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s_1.address
           FROM public.reports s_1
          WHERE (s_1.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS figure_id,
    x.according_to AS statement_id,
    s.party AS party_id,
    x.place AS place_id,
    x."time" AS time_id
   FROM (((((((public.figures x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.statements s ON ((s.id = x.according_to)))
     LEFT JOIN public.parties p ON ((p.id = s.party)))
     LEFT JOIN public.places l ON ((l.id = x.place)))
     LEFT JOIN public.times t ON ((t.id = x."time")))
     LEFT JOIN public.figures w ON ((w.id = x.part_of)))
     LEFT JOIN public.figures o ON ((o.id = x.revises)));

CREATE TABLE public.findings (
    number bigint NOT NULL,
    id text NOT NULL,
    story text NOT NULL,
    turn integer NOT NULL,
    kind text NOT NULL,
    matter text NOT NULL,
    what text,
    place text,
    "time" text,
    counted text,
    low bigint,
    high bigint,
    parties integer NOT NULL,
    reports integer NOT NULL,
    origins integer NOT NULL,
    first_said text,
    last_said text,
    reasons json NOT NULL,
    compatible_if text,
    grading text,
    review text
);

CREATE TABLE public.stories (
    number bigint NOT NULL,
    id text NOT NULL,
    document bytea NOT NULL,
    sha256 text NOT NULL,
    title text,
    starts text,
    ends text,
    place text,
    lat double precision,
    lon double precision,
    reports integer NOT NULL
);

CREATE VIEW public.findings_view AS
 SELECT x.kind,
    x.matter,
    x.what,
    x.low,
    x.high,
    x.counted,
    x.parties,
    x.reports,
    x.origins,
    x.place,
    x."time",
    x.first_said,
    x.last_said,
    ( SELECT string_agg(i.value, ', '::text ORDER BY i.place) AS string_agg
           FROM json_array_elements_text(x.reasons) WITH ORDINALITY i(value, place)) AS reasons,
    x.compatible_if,
    x.grading,
    COALESCE(x.review, 'machine'::text) AS review,
    s.title AS story,
    s.starts,
    x.turn,
    x.id AS finding_id,
    x.story AS story_id
   FROM (public.findings x
     LEFT JOIN public.stories s ON ((s.id = x.story)));

CREATE TABLE public.groupings (
    article text NOT NULL,
    reading text NOT NULL,
    features bytea NOT NULL,
    features_sha256 text NOT NULL,
    links bytea NOT NULL,
    links_sha256 text NOT NULL
);

CREATE TABLE public.jobs (
    number bigint NOT NULL,
    id text NOT NULL,
    inputs json NOT NULL,
    options json NOT NULL,
    author text NOT NULL,
    started_at text NOT NULL,
    finished_at text,
    added integer NOT NULL,
    known integer NOT NULL,
    failed integer NOT NULL
);

CREATE VIEW public.lineage_view AS
 SELECT x.kind,
    x.share,
    x.origin_kind,
    x.origin,
    COALESCE(b.corrected_outlet, b.outlet) AS source_outlet,
    COALESCE(b.corrected_title, b.title) AS source_title,
    b.published_day AS source_published,
    json_array_length((x.passages)::json) AS passages,
    replace(substr(a.text, ((((x.passages)::json #>> '{0,0}'::text[]))::integer + 1), 160), '
'::text, ' '::text) AS begins,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    b.report AS source_report_id,
    x.source AS source_id,
    x.story AS story_id
   FROM ((public.derivations x
     JOIN public.articles a ON ((a.id = x.article)))
     LEFT JOIN public.articles b ON ((b.id = x.source)));

CREATE VIEW public.log_view AS
 SELECT x.number,
    x.at,
    x.author,
    x.action,
    x.subject,
    (x.detail)::text AS detail,
    x.previous,
    x.hash
   FROM public.audit_log x;

CREATE VIEW public.parties_view AS
 SELECT x.name,
    x.kind,
    x.protected,
    ( SELECT count(*) AS count
           FROM (public.statements s
             JOIN public.articles a ON (((a.id = s.article) AND a.latest)))
          WHERE (s.party = x.id)) AS statements,
    ( SELECT count(DISTINCT a.report) AS count
           FROM (public.statements s
             JOIN public.articles a ON (((a.id = s.article) AND a.latest)))
          WHERE (s.party = x.id)) AS heard_in,
    ( SELECT count(DISTINCT a.report) AS count
           FROM (public.entities e
             JOIN public.articles a ON (((a.id = e.article) AND a.latest)))
          WHERE (e.party = x.id)) AS named_in,
    x.id AS party_id
   FROM public.parties x;

CREATE VIEW public.places_view AS
 SELECT x.name,
    x.kind,
    x.country,
    w.name AS within,
    x.lat AS latitude,
    x.lon AS longitude,
    x.precision_m,
    x.words,
    ((
        CASE
            WHEN (x.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (x.start > 80) THEN (x.start - 79)
            ELSE 1
        END, ((x."end" + 80) -
        CASE
            WHEN (x.start > 80) THEN (x.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((x."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    x.geonames_id,
    x.confidence,
    COALESCE(x.review, 'machine'::text) AS review,
    x.protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS place_id
   FROM ((public.places x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.places w ON ((w.id = x.within)));

CREATE TABLE public.position_words (
    number bigint NOT NULL,
    "position" text NOT NULL,
    article text NOT NULL,
    statement text,
    words text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    at text
);

CREATE SEQUENCE public.position_words_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.position_words_number_seq OWNED BY public.position_words.number;

CREATE TABLE public.positions (
    number bigint NOT NULL,
    id text NOT NULL,
    finding text NOT NULL,
    turn integer NOT NULL,
    party_name text NOT NULL,
    party text,
    stance text NOT NULL,
    low bigint,
    high bigint,
    reports integer NOT NULL,
    origins integer NOT NULL,
    first_said text,
    last_said text
);

CREATE VIEW public.positions_view AS
 SELECT x.party_name AS party,
    x.stance,
    x.low,
    x.high,
    w.words,
    ((
        CASE
            WHEN (w.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (w.start > 80) THEN (w.start - 79)
            ELSE 1
        END, ((w."end" + 80) -
        CASE
            WHEN (w.start > 80) THEN (w.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((w."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    f.kind,
    f.matter,
    w.at,
    x.reports,
    x.origins,
    COALESCE(f.review, 'machine'::text) AS review,
    COALESCE(p.protected, false) AS protected,
    s.title AS story,
    s.starts,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s_1.address
           FROM public.reports s_1
          WHERE (s_1.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    w.statement AS statement_id,
    x.party AS party_id,
    x.id AS position_id,
    x.finding AS finding_id,
    f.story AS story_id
   FROM (((((public.position_words w
     JOIN public.articles a ON ((a.id = w.article)))
     LEFT JOIN public.positions x ON ((x.id = w."position")))
     LEFT JOIN public.findings f ON ((f.id = x.finding)))
     LEFT JOIN public.stories s ON ((s.id = f.story)))
     LEFT JOIN public.parties p ON ((p.id = x.party)));

CREATE TABLE public.readings (
    article text NOT NULL,
    read_at text NOT NULL,
    made_with text NOT NULL,
    readers json NOT NULL,
    document bytea NOT NULL,
    sha256 text NOT NULL
);

CREATE TABLE public.reviews (
    number bigint NOT NULL,
    id text NOT NULL,
    made_at text NOT NULL,
    author text NOT NULL,
    action text NOT NULL,
    kind text NOT NULL,
    target text NOT NULL,
    report text,
    article text,
    reason text NOT NULL,
    changes json NOT NULL,
    others json NOT NULL,
    record json
);

CREATE VIEW public.reports_view AS
 SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    COALESCE(a.corrected_byline, a.byline) AS byline,
    a.version AS versions,
    c.captured_at,
    a.modified,
    r.added_at,
    ( SELECT count(*) AS count
           FROM public.statements m
          WHERE (m.article = a.id)) AS statements,
    ( SELECT count(*) AS count
           FROM public.figures m
          WHERE (m.article = a.id)) AS figures,
    ( SELECT count(*) AS count
           FROM public.places m
          WHERE (m.article = a.id)) AS places,
    ( SELECT count(*) AS count
           FROM public.events m
          WHERE (m.article = a.id)) AS events,
    ( SELECT count(*) AS count
           FROM public.evidence m
          WHERE (m.article = a.id)) AS evidence,
    ( SELECT count(*) AS count
           FROM public.reviews v
          WHERE (v.report = a.report)) AS reviews,
    a.report AS report_id,
    a.id AS article_id
   FROM ((public.articles a
     LEFT JOIN public.reports r ON ((r.id = a.report)))
     LEFT JOIN public.captures c ON ((c.id = a.capture)))
  WHERE a.latest;

CREATE SEQUENCE public.reviews_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reviews_number_seq OWNED BY public.reviews.number;

CREATE VIEW public.reviews_view AS
 WITH RECURSIVE undos AS (
         SELECT row_number() OVER (ORDER BY reviews.number DESC) AS place,
            reviews.id,
            reviews.target
           FROM public.reviews
          WHERE (reviews.action = 'undo'::text)
        ), back AS (
         SELECT (0)::bigint AS place,
            ' '::text AS ids
        UNION ALL
         SELECT u.place,
                CASE
                    WHEN (b.ids ~~ (('% '::text || u.id) || ' %'::text)) THEN b.ids
                    ELSE ((b.ids || u.target) || ' '::text)
                END AS "case"
           FROM (back b
             JOIN undos u ON ((u.place = (b.place + 1))))
        ), taken_back AS (
         SELECT back.ids
           FROM back
          ORDER BY back.place DESC
         LIMIT 1
        )
 SELECT x.made_at,
    x.author,
        CASE
            WHEN (x.kind <> 'lineage'::text) THEN x.action
            WHEN (x.action = 'merge'::text) THEN 'copy'::text
            ELSE 'no copy'::text
        END AS action,
    x.kind,
    COALESCE((x.record #>> '{content,0,text}'::text[]), (x.record #>> '{span,text}'::text[]), (x.record #>> '{trigger,text}'::text[]), (x.record #>> '{name}'::text[]), (x.record #>> '{matter}'::text[]), (x.record #>> '{title}'::text[]), p.name) AS words,
    ( SELECT string_agg(((i.key || ': '::text) || COALESCE(w.value, 'none'::text)), ', '::text ORDER BY i.place) AS string_agg
           FROM (json_each_text(x.changes) WITH ORDINALITY i(key, value, place)
             JOIN json_each_text(x.record) w(key, value) ON ((w.key = i.key)))) AS before,
    ( SELECT string_agg(((i.key || ': '::text) || COALESCE(i.value, 'none'::text)), ', '::text ORDER BY i.place) AS string_agg
           FROM json_each_text(x.changes) WITH ORDINALITY i(key, value, place)) AS after,
    x.reason,
    (( SELECT taken_back.ids
           FROM taken_back) !~~ (('% '::text || x.id) || ' %'::text)) AS in_force,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    x.number,
    x.id AS review_id,
    x.target AS target_id,
    ( SELECT string_agg(i.value, ', '::text ORDER BY i.place) AS string_agg
           FROM json_array_elements_text(x.others) WITH ORDINALITY i(value, place)) AS other_ids,
    x.report AS report_id,
    x.article AS article_id
   FROM ((public.reviews x
     LEFT JOIN public.articles a ON ((a.id = x.article)))
     LEFT JOIN public.parties p ON ((p.id = x.target)));

CREATE SEQUENCE public.statement_changes_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.statement_changes_number_seq OWNED BY public.statement_changes.number;

CREATE TABLE public.statement_words (
    number bigint NOT NULL,
    stems tsvector NOT NULL
);

CREATE VIEW public.statements_view AS
 SELECT COALESCE(( SELECT m.name
           FROM public.entities m
          WHERE (m.id = x.speaker)), x.speaker_name) AS speaker,
    p.name AS party,
    x.stance,
    x.hedged,
    x.kind,
    x.content AS words,
    x.cue,
    x.source,
    ((
        CASE
            WHEN ((((x.content_spans)::json #>> '{0,0}'::text[]))::integer > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN ((((x.content_spans)::json #>> '{0,0}'::text[]))::integer > 80) THEN ((((x.content_spans)::json #>> '{0,0}'::text[]))::integer - 79)
            ELSE 1
        END, (((((x.content_spans)::json #>> '{-1,1}'::text[]))::integer + 80) -
        CASE
            WHEN ((((x.content_spans)::json #>> '{0,0}'::text[]))::integer > 80) THEN ((((x.content_spans)::json #>> '{0,0}'::text[]))::integer - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN (((((x.content_spans)::json #>> '{-1,1}'::text[]))::integer + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    COALESCE(( SELECT m.name
           FROM public.entities m
          WHERE (m.id = o.speaker)), o.speaker_name) AS reported_by,
    ( SELECT string_agg(m.name, ', '::text ORDER BY i.place) AS string_agg
           FROM (json_array_elements_text(x.via) WITH ORDINALITY i(id, place)
             JOIN public.entities m ON ((m.id = i.id)))) AS via,
    x.confidence,
    COALESCE(x.review, 'machine'::text) AS review,
    (x.protected OR COALESCE(p.protected, false)) AS protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS statement_id,
    x.speaker AS speaker_id,
    x.party AS party_id
   FROM (((public.statements x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.parties p ON ((p.id = x.party)))
     LEFT JOIN public.statements o ON ((o.id = x.within)));

CREATE TABLE public.story_reports (
    number bigint NOT NULL,
    story text NOT NULL,
    article text NOT NULL,
    turn integer NOT NULL,
    guest boolean NOT NULL
);

CREATE VIEW public.stories_view AS
 SELECT x.title,
    x.starts,
    x.ends,
    x.place,
    x.lat AS latitude,
    x.lon AS longitude,
    x.reports,
    ( SELECT count(DISTINCT COALESCE(a.corrected_outlet, a.outlet)) AS count
           FROM (public.story_reports s
             JOIN public.articles a ON ((a.id = s.article)))
          WHERE (s.story = x.id)) AS outlets,
    c.findings,
    c.contested,
    c.checked_at,
    x.id AS story_id
   FROM (public.stories x
     LEFT JOIN public.checks c ON ((c.story = x.id)));

CREATE SEQUENCE public.story_reports_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.story_reports_number_seq OWNED BY public.story_reports.number;

CREATE VIEW public.times_view AS
 SELECT x.words,
    x.type,
    x.value,
    x.starts,
    x.ends,
    ((
        CASE
            WHEN (x.start > 80) THEN '…'::text
            ELSE ''::text
        END || replace(substr(a.text,
        CASE
            WHEN (x.start > 80) THEN (x.start - 79)
            ELSE 1
        END, ((x."end" + 80) -
        CASE
            WHEN (x.start > 80) THEN (x.start - 80)
            ELSE 0
        END)), '
'::text, ' '::text)) ||
        CASE
            WHEN ((x."end" + 80) < length(a.text)) THEN '…'::text
            ELSE ''::text
        END) AS context,
    x.anchor AS reckoned_from,
    o.words AS reckoned_from_words,
    x.confidence,
    COALESCE(x.review, 'machine'::text) AS review,
    x.protected,
    COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.report AS report_id,
    a.id AS article_id,
    x.id AS time_id
   FROM ((public.times x
     JOIN public.articles a ON (((a.id = x.article) AND a.latest)))
     LEFT JOIN public.times o ON ((o.id = x.anchor_time)));

CREATE VIEW public.versions_view AS
 SELECT COALESCE(a.corrected_outlet, a.outlet) AS outlet,
    COALESCE(a.corrected_title, a.title) AS title,
    a.published_day AS published,
    a.language,
    ( SELECT s.address
           FROM public.reports s
          WHERE (s.id = a.report)) AS address,
    a.version,
    a.latest,
    c.captured_at,
    a.modified,
    json_array_length(d.fields) AS fields_altered,
    json_array_length(d.passages) AS passages_altered,
        CASE
            WHEN (d.after IS NULL) THEN NULL::bigint
            ELSE ( SELECT count(*) AS count
               FROM public.statement_changes m
              WHERE ((m.after = a.id) AND (m.kind = 'same'::text)))
        END AS statements_same,
        CASE
            WHEN (d.after IS NULL) THEN NULL::bigint
            ELSE ( SELECT count(*) AS count
               FROM public.statement_changes m
              WHERE ((m.after = a.id) AND (m.kind = 'moved'::text)))
        END AS statements_moved,
        CASE
            WHEN (d.after IS NULL) THEN NULL::bigint
            ELSE ( SELECT count(*) AS count
               FROM public.statement_changes m
              WHERE ((m.after = a.id) AND (m.kind = 'changed'::text)))
        END AS statements_changed,
        CASE
            WHEN (d.after IS NULL) THEN NULL::bigint
            ELSE ( SELECT count(*) AS count
               FROM public.statement_changes m
              WHERE ((m.after = a.id) AND (m.kind = 'gone'::text)))
        END AS statements_gone,
        CASE
            WHEN (d.after IS NULL) THEN NULL::bigint
            ELSE ( SELECT count(*) AS count
               FROM public.statement_changes m
              WHERE ((m.after = a.id) AND (m.kind = 'new'::text)))
        END AS statements_new,
    c.bytes,
    c.media_type,
    c.sha256,
    a.report AS report_id,
    a.id AS article_id,
    a.capture AS capture_id
   FROM ((public.articles a
     LEFT JOIN public.captures c ON ((c.id = a.capture)))
     LEFT JOIN public.changes d ON ((d.after = a.id)));

ALTER TABLE ONLY public.derivations ALTER COLUMN number SET DEFAULT nextval('public.derivations_number_seq'::regclass);

ALTER TABLE ONLY public.events ALTER COLUMN number SET DEFAULT nextval('public.events_number_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN number SET DEFAULT nextval('public.evidence_number_seq'::regclass);

ALTER TABLE ONLY public.failures ALTER COLUMN number SET DEFAULT nextval('public.failures_number_seq'::regclass);

ALTER TABLE ONLY public.position_words ALTER COLUMN number SET DEFAULT nextval('public.position_words_number_seq'::regclass);

ALTER TABLE ONLY public.reviews ALTER COLUMN number SET DEFAULT nextval('public.reviews_number_seq'::regclass);

ALTER TABLE ONLY public.statement_changes ALTER COLUMN number SET DEFAULT nextval('public.statement_changes_number_seq'::regclass);

ALTER TABLE ONLY public.story_reports ALTER COLUMN number SET DEFAULT nextval('public.story_reports_number_seq'::regclass);

INSERT INTO public.alembic_version VALUES ('0002');

INSERT INTO public.article_words VALUES (1, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''12'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (2, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''15'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (3, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.fkilled03'' ''.g02'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (4, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');

INSERT INTO public.articles VALUES (2, 'report-221c8cb971e1e766', 'page-8732c581df4bc537', 2, true, 'capture-6848d0c646d4b056', 'https://paper.example/one', 'The Paper', ' the paper ', '15 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '15 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 15 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T08:13:51.010111+00:00');
INSERT INTO public.articles VALUES (1, 'report-866ec3cf0980dce7', 'page-8732c581df4bc537', 1, false, 'capture-c6d569df0b526881', 'https://paper.example/one', 'The Paper', ' the paper ', '12 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '12 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 12 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T08:13:50.894134+00:00');
INSERT INTO public.articles VALUES (4, 'report-b42dc9e9b5832be5', 'page-b958d6d9d6609e8a', 1, true, 'capture-daec83704e8d0aff', 'https://paper.example/three', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T08:13:51.099169+00:00');
INSERT INTO public.articles VALUES (3, 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 1, true, 'capture-cf29c83efc687215', 'https://paper.example/two', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T08:13:51.082085+00:00');

INSERT INTO public.audit_log VALUES (1, '2026-11-30T08:13:50.751204+00:00', 'Ana Tester', 'case', 'case-948b338d3708b8c3', '{"name":"Port-Clair","made_with":"0.1.0"}', '0000000000000000000000000000000000000000000000000000000000000000', '93f39ac8d2b68d6259ef92656bcf42aa6332529ff94a8388b146a4aaf08afac6');
INSERT INTO public.audit_log VALUES (2, '2026-11-30T08:13:50.993474+00:00', 'Ana Tester', 'capture', 'capture-c6d569df0b526881', '{"sha256":"2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530","bytes":226,"row":"083c9dfb1b192f33521a44b18efda0b7263819225dd4740d888ba6bb57a063b2"}', '93f39ac8d2b68d6259ef92656bcf42aa6332529ff94a8388b146a4aaf08afac6', '2af9504936c9c5caea4ff9c43eecdae62301111902bfc0597db6507def7917d4');
INSERT INTO public.audit_log VALUES (3, '2026-11-30T08:13:50.993474+00:00', 'Ana Tester', 'article', 'report-866ec3cf0980dce7', '{"row":"52257b780452bd7a1867e15fcd310e8b365d017d60067034aa0588536db49afa","report":"page-8732c581df4bc537","capture":"capture-c6d569df0b526881","added_at":"2026-11-30T08:13:50.894134+00:00"}', '2af9504936c9c5caea4ff9c43eecdae62301111902bfc0597db6507def7917d4', 'bd5d4a63511d561469a714823eaba407c792d742e8df8add3614cad432e4abeb');
INSERT INTO public.audit_log VALUES (4, '2026-11-30T08:13:50.993474+00:00', 'Ana Tester', 'reading', 'report-866ec3cf0980dce7', '{"sha256":"cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T08:13:50.930533+00:00"}', 'bd5d4a63511d561469a714823eaba407c792d742e8df8add3614cad432e4abeb', '1d37e26e7602ff2d1da5925db94c170a04d6d611448c04be24e2859e2ca55196');
INSERT INTO public.audit_log VALUES (5, '2026-11-30T08:13:51.064687+00:00', 'Ana Tester', 'capture', 'capture-6848d0c646d4b056', '{"sha256":"867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7","bytes":226,"row":"85596705166e2c43a26202f6a8b10372a0db0e774382853277216b63e7f614a2"}', '1d37e26e7602ff2d1da5925db94c170a04d6d611448c04be24e2859e2ca55196', 'bc36d7051cddb88734de9f0fa0eae9790f54a7f86e56b9fc841cec5fe2f6e697');
INSERT INTO public.audit_log VALUES (6, '2026-11-30T08:13:51.064687+00:00', 'Ana Tester', 'article', 'report-221c8cb971e1e766', '{"row":"4db49358dbcf763774fc145a4bdf9f4812d76f17e78b686741ab730688677275","report":"page-8732c581df4bc537","capture":"capture-6848d0c646d4b056","added_at":"2026-11-30T08:13:51.010111+00:00"}', 'bc36d7051cddb88734de9f0fa0eae9790f54a7f86e56b9fc841cec5fe2f6e697', '5fd828f8b801e21f623497f9f05403a667075a41456c5834447d4415ccae5cc6');
INSERT INTO public.audit_log VALUES (7, '2026-11-30T08:13:51.064687+00:00', 'Ana Tester', 'reading', 'report-221c8cb971e1e766', '{"sha256":"6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T08:13:51.010734+00:00"}', '5fd828f8b801e21f623497f9f05403a667075a41456c5834447d4415ccae5cc6', 'ae89df774b6ae53d8fc462d56f51b1a479ab3a7f31adf0dd8d77f46b420ee341');
INSERT INTO public.audit_log VALUES (8, '2026-11-30T08:13:51.097255+00:00', 'Ana Tester', 'capture', 'capture-cf29c83efc687215', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"528159be1ffb9ad305ae077821bdd6cf1ca308ce6d612885cd4bf40b47a5fc8f"}', 'ae89df774b6ae53d8fc462d56f51b1a479ab3a7f31adf0dd8d77f46b420ee341', '4de84f9814f6ad002479849215f9f12dddab33c1904c35a86f7d7e1752e69a92');
INSERT INTO public.audit_log VALUES (9, '2026-11-30T08:13:51.097255+00:00', 'Ana Tester', 'article', 'report-eb1151a1a2575418', '{"row":"6e1c9b9a20280de878baa22aa792231b0d3764456200900bf89a6d9e190b7ecc","report":"page-517903eb918e58cb","capture":"capture-cf29c83efc687215","added_at":"2026-11-30T08:13:51.082085+00:00"}', '4de84f9814f6ad002479849215f9f12dddab33c1904c35a86f7d7e1752e69a92', 'be120b24b57d95d5afaf5e91344323460dfd73baa4d821a55b2a86f94df3ee5c');
INSERT INTO public.audit_log VALUES (10, '2026-11-30T08:13:51.097255+00:00', 'Ana Tester', 'reading', 'report-eb1151a1a2575418', '{"sha256":"656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T08:13:51.083318+00:00"}', 'be120b24b57d95d5afaf5e91344323460dfd73baa4d821a55b2a86f94df3ee5c', '2e139f8b65f902fc34d46dbf87e815011b4f966a174c7a8a6a3541d39181547b');
INSERT INTO public.audit_log VALUES (11, '2026-11-30T08:13:51.110503+00:00', 'Ana Tester', 'capture', 'capture-daec83704e8d0aff', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"fce099afedab777a9065c5d4782ac15b4c9d4dc69219b61d5d28d905821b1bbf"}', '2e139f8b65f902fc34d46dbf87e815011b4f966a174c7a8a6a3541d39181547b', 'f31011df376251a3ca7000c4293334de8eef166d5e92b7b72b24d1468e5f1122');
INSERT INTO public.audit_log VALUES (12, '2026-11-30T08:13:51.110503+00:00', 'Ana Tester', 'article', 'report-b42dc9e9b5832be5', '{"row":"e1d688bd91221d21eac72f62d81848b0340ea2703c4020009e62fbbea753333b","report":"page-b958d6d9d6609e8a","capture":"capture-daec83704e8d0aff","added_at":"2026-11-30T08:13:51.099169+00:00"}', 'f31011df376251a3ca7000c4293334de8eef166d5e92b7b72b24d1468e5f1122', 'b0d2470b47bbfdb1a9c5fa1c290ecb51736249f6c1a8d0b84e91a4fe4a7a04b5');
INSERT INTO public.audit_log VALUES (13, '2026-11-30T08:13:51.110503+00:00', 'Ana Tester', 'reading', 'report-b42dc9e9b5832be5', '{"sha256":"2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T08:13:51.100510+00:00"}', 'b0d2470b47bbfdb1a9c5fa1c290ecb51736249f6c1a8d0b84e91a4fe4a7a04b5', '8a6106e4e4110d2640449da866df874f6df544c1446fea3002f66f322d6892a9');
INSERT INTO public.audit_log VALUES (14, '2026-11-30T08:13:51.127291+00:00', 'Ana Tester', 'failure', 'failure-3f17c78220df6a58', '{"input":"https://paper.example/x","kind":"empty_input","row":"a6933eeec3d28971247e639905d8a9d316d297c35c9cf48af9ada292a7b19e36"}', '8a6106e4e4110d2640449da866df874f6df544c1446fea3002f66f322d6892a9', 'b5692d69b6fe23471002ade64da4818293dd036832e21d3a29d65f35da6ede88');
INSERT INTO public.audit_log VALUES (15, '2026-11-30T08:13:51.167684+00:00', 'Ana Tester', 'review', 'review-7ee5174488d0e63c', '{"row":"888fd8497a62c25bddfa4790893afeeac6a7744135c3c4fe7701ccdc09ec99b4"}', 'b5692d69b6fe23471002ade64da4818293dd036832e21d3a29d65f35da6ede88', '54625b1aaaf95992ccbc7aaef6bd2343ac9588e0fb01d903a05e586209cbbb79');
INSERT INTO public.audit_log VALUES (16, '2026-11-30T08:13:51.217722+00:00', 'Ana Tester', 'review', 'review-81855bf4699be743', '{"row":"13406a8ade82264be607518c09219024d593ac3237175887ed9c1de7a880d6ea"}', '54625b1aaaf95992ccbc7aaef6bd2343ac9588e0fb01d903a05e586209cbbb79', 'c008fbfdde3f1f3665cfe8734cce66f315df3ea535b8c0335f783dbf4d565677');
INSERT INTO public.audit_log VALUES (17, '2026-11-30T08:13:51.248797+00:00', 'Ana Tester', 'review', 'review-9f2ebbbfaeb062fe', '{"row":"275c8be20e475e6a5c496b84f8739d5af3bd29190e7172b96270b549edbda06a"}', 'c008fbfdde3f1f3665cfe8734cce66f315df3ea535b8c0335f783dbf4d565677', '27ee943049104c95fa0ef1d8e7181f94df6e07b36936f0590aef587081f1e747');
INSERT INTO public.audit_log VALUES (18, '2026-11-30T08:13:51.272183+00:00', 'Ana Tester', 'review', 'review-9dbd0621b41e0686', '{"row":"a5e83228daecf5a904bec17491d711055fdce96c5830662bd2f0ce0e2ea4bb78"}', '27ee943049104c95fa0ef1d8e7181f94df6e07b36936f0590aef587081f1e747', 'e3edc47f11e081b905392a2f65b1fbef700cfe7d2fc2aa13e5b49fd816960c73');
INSERT INTO public.audit_log VALUES (19, '2026-11-30T08:13:51.337131+00:00', 'Ana Tester', 'review', 'review-449aa8298c38e552', '{"row":"0145fa335b9f1798d9f9d7b4b511a51cc340e59673aafdd804f91622cfc47537"}', 'e3edc47f11e081b905392a2f65b1fbef700cfe7d2fc2aa13e5b49fd816960c73', 'ad383d65c6b1897240cf316a9fbd533305de144cccdeda783964e826b9a47211');
INSERT INTO public.audit_log VALUES (20, '2026-11-30T08:13:51.373392+00:00', 'Ana Tester', 'review', 'review-f367dc2d9f866718', '{"row":"e70694973f9b91f3ce54fd9bda882e01a00617eeb2a5a73cb13c7055ef814f1e"}', 'ad383d65c6b1897240cf316a9fbd533305de144cccdeda783964e826b9a47211', '456d41b4e36dae665d14e07ba008a9793780d9fff476c58e7821c4cc26af5925');
INSERT INTO public.audit_log VALUES (21, '2026-11-30T08:13:51.403378+00:00', 'Ana Tester', 'review', 'review-8431bc1e3bd0bfe3', '{"row":"bd084719f295060933c11bc46dcc015c2277971ac3760ac68e128eb664bb11fa"}', '456d41b4e36dae665d14e07ba008a9793780d9fff476c58e7821c4cc26af5925', '46384cac92dd408998367e9d80a0d1d7daefed8fa57923de929e4f7328dc6c20');
INSERT INTO public.audit_log VALUES (22, '2026-11-30T08:13:52.177484+00:00', 'Ana Tester', 'review', 'review-29f8b0b6e7b9503b', '{"row":"7bbe94a22f3203adb000ab48ab038e5e9bab71130bea8a8dd946d9c821fbeecc"}', '46384cac92dd408998367e9d80a0d1d7daefed8fa57923de929e4f7328dc6c20', '4b4852dfaa36afbcce30e7aff0cae62309cbf4628fbb4011def0e161caf5c5e3');
INSERT INTO public.audit_log VALUES (23, '2026-11-30T08:13:52.197940+00:00', 'Ana Tester', 'review', 'review-636dc74920b84292', '{"row":"78ea10990797725ca33b07faf9a8e9f3df630417c036e9c09bcdb1df07b52bf8"}', '4b4852dfaa36afbcce30e7aff0cae62309cbf4628fbb4011def0e161caf5c5e3', '287fcd3ec0e4592ab98bef90e5d80646d6025fa45813851dc027105d9003a249');
INSERT INTO public.audit_log VALUES (24, '2026-11-30T08:13:52.361948+00:00', 'Ana Tester', 'export', 'csv', '{"rows":"4"}', '287fcd3ec0e4592ab98bef90e5d80646d6025fa45813851dc027105d9003a249', '7acdbfd69955db7cd9f8adc028c53ef847306b2cba419b5ace77eb4e916bf839');
INSERT INTO public.audit_log VALUES (25, '2026-11-30T08:13:54.645071+00:00', 'Ana Tester', 'restored', 'case', '{"head":"7acdbfd69955db7cd9f8adc028c53ef847306b2cba419b5ace77eb4e916bf839"}', '7acdbfd69955db7cd9f8adc028c53ef847306b2cba419b5ace77eb4e916bf839', '06ce2106edcfca331659cacffcf251ac70f4680f5fea179bca590a44704ba3f1');

INSERT INTO public.captured_bytes VALUES ('0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '\x392070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e746564203920646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '\x31322070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313220646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '\x31352070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313520646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');

INSERT INTO public.captures VALUES (2, 'capture-6848d0c646d4b056', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', 226, 'text/plain', NULL, '2022-05-05T14:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (1, 'capture-c6d569df0b526881', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', 226, 'text/plain', NULL, '2022-05-05T12:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (3, 'capture-cf29c83efc687215', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T13:00:00+00:00', 'https://paper.example/two', '{"input_id":null,"url":"https://paper.example/two","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (4, 'capture-daec83704e8d0aff', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T15:00:00+00:00', 'https://paper.example/three', '{"input_id":null,"url":"https://paper.example/three","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');

INSERT INTO public.casefile VALUES ('case-948b338d3708b8c3', 'Port-Clair', '2026-11-30T08:13:50.740617+00:00', '0.1.0');

INSERT INTO public.changes VALUES ('page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'report-221c8cb971e1e766', '2022-05-05T14:00:00+00:00', '[{"field":"title","before":"12 people killed at Port-Clair","after":"15 people killed at Port-Clair"}]', '[{"kind":"replaced","before":[0,2],"after":[0,2]},{"kind":"replaced","before":[115,117],"after":[115,117]}]');

INSERT INTO public.checks VALUES ('story-f0219d06159c49df', '8c066da765fad3acbd09bdac4abcf00cf441cf0310d1c11f35972a4a35ff485f', '\x789cdd574d73a33810fd2b94ce784a1208506eb37bdfdadb1c3229572335361b2c5c80c7954de5bf6f0bb083b3e4637648aa36171b492d75f7d37b4d73cfaad2216c905d5ddfb306f775d3b1abf16195c7d21a8d3a57592473542c646d7d680c3e9a48294c66729d0a1498260999d44db9291dbbba67b7a5b3647a70b7ae3e3a5a72b0a3bdee50550fe169f507363974e5ce1fbe8586d6f917ad8414939f90eda16d29ccb68f738bdeec5a8642443721ebc67144e3f8e6213c1b089184524e4d84c86846dd3cd05c83d0d66e38d1d4d62765cb064d57d66efd18f30fa80ebd5fdae4cf7e0a12e642280102a44a552cb219906670fc6590c4173e8f0a7f92f230feaf09d3b6824228dd66d857fa68c699156844a1749a719d1a5b581f5d57377764d2ffaf0a4e976779424626d6b660e7842cba122a1aefa0ebb0a199efec8f3aafed5d50504c36e8c30fbf333281bc3e741eaae316ba01194abd0283a70121e3b3915cca15572b1ed32e531f5c87f68ce4be6e4b9fe990c71e9acec7496e825de9cab6a3b0c3617add27d93faeb4b2dc10b98d1456d958f42982eb6fd7e7404085acaa8fa748b6e5667b7a6ec11f34a3ab19d1d0a11deed0753d76e3f32ad644e10c780659c12381de700fce133952a150095d8f87e43173c5e6383a27e4598786471a22c3214f152f44317548f252f19cc39e5ade0f412b4346178c7ba41fd7ad079ad3bcf03c6ada6e3d8032dd4ff8c1ecc2739ceda9b33e96dd9678b13615f4ba38d3f67abcdcf0f2726f7af58e67d40ec7d89e10def366b727a9e515aecbe27c95870dc98ce8b4de34e0b97f5e20320c63dae828c51d51ce3bba100a812fd1e8248f2293a619fc84501afc51b644dba954b6f531d881bb0bf658ef2b0c8e2495e0b6ac2ab4ff960b3b2f2c2499afce41f01b367f970ee6249324c0215591514a4261f2a964a85ea1e7c9a8197d128c7e412d6f26af900aa916734c455148154dc82b627a37a8d7c82b96246ff8be8809fe026473efa4f9022323c173931690679684ff192113ea8c995aa2281bce51c4b18ed338822798515116e98762365f231b28db5ef33355f102da9bf09ad515596affe4f0c8427fe9d7cc52ba643c717551400959aa87970edc6197537d1a8e9af7363dc2dfc9b3670c41bc7ec80285fc7eecb8d811e196cdc2d99261f58ca387e94b60289c4faa7fa4749292ca625e482b32fc89ea3f3a1e1bca8b6ee91b0663bd0e840a2c827dff6e694155be47bbf4823239752ff2d5eee50394e9097ba2f5abe2fca58664968b862798099bf0020c8fb9589c8bfa535371895e84d377ab946fecdc9778933feff0833bf777e8bae7499e452256918d659c5b897c09927f0dda2d5655b02d3bff6d1a78e48994415d047ffa8bfa9d3e439a8026bea175d85ab8fb940278732d068912739ee4da245497e5231f2319666fa5ff9bf546ec5785349a5b4d2248e3893b11666269b5296d339ec9a48028013980fb8abba9d6a2ff85d6166f8cfa48ff42d3939b4cfe0171027667', 'e606540cdae8c849fca37f8b275ec118b7377500247b849d20a3b33b59cfe72f', '2026-11-30T08:13:52.330277+00:00', '0.1.0', 5, 1);

INSERT INTO public.cross_check VALUES (2, 23, '2026-11-30T08:13:52.353383+00:00', '0.1.0', '41249a85228698581f7da97fd2687052b10b01140b20641fe013ee75f5c23368', '{"together":[],"apart":[]}');

INSERT INTO public.derivations VALUES (1, 'story-f0219d06159c49df', 0, 'report-b42dc9e9b5832be5', 'report-221c8cb971e1e766', 'verbatim', 'unknown', NULL, 0.9512195121951219, '[[2,113,3,114],[116,223,118,225]]');
INSERT INTO public.derivations VALUES (2, 'story-f0219d06159c49df', 1, 'report-eb1151a1a2575418', 'report-b42dc9e9b5832be5', 'verbatim', 'unknown', NULL, 1, '[[0,223,0,223]]');

INSERT INTO public.entities VALUES (13, 'entity-1bfa692ebba6d598', 'report-221c8cb971e1e766', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[84,96]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (16, 'entity-2b0ab9f8a011b5d0', 'report-eb1151a1a2575418', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[160,172]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (11, 'entity-7fffd7d77301e1a7', 'report-866ec3cf0980dce7', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[84,96]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (15, 'entity-a54153adf402afb1', 'report-eb1151a1a2575418', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[83,95]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (7, 'entity-ae2a4ed326120ea0', 'report-b42dc9e9b5832be5', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[83,95]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (14, 'entity-b73e934cc6a49d09', 'report-221c8cb971e1e766', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[162,174]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (8, 'entity-efee44c4f266abdb', 'report-b42dc9e9b5832be5', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[160,172]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (12, 'entity-fd281a832c8b5bc5', 'report-866ec3cf0980dce7', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[162,174]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);

INSERT INTO public.events VALUES (4, 'event-440e2f257011859b', 'report-b42dc9e9b5832be5', 'hit', 39, 42, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-7c96f8572735ac37', 'time-f792c06ca2098eec', '["figure-db145da8c649a792"]', '["statement-2315f2c90d9bc774"]', '[]', false, false, 'hit', '[[39,42]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (6, 'event-fb7d4c81a61b22c0', 'report-866ec3cf0980dce7', 'hit', 40, 43, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-5a41d8b98327ca0c', 'time-3dec01c92cfc9e36', '["figure-8646e6ad643f6443"]', '["statement-7425e3a6cf8a4f0d"]', '[]', false, false, 'hit', '[[40,43]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (7, 'event-91774dad46c42788', 'report-221c8cb971e1e766', 'hit', 40, 43, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-68abfdd81477f32c', 'time-aa10876de86ac309', '["figure-98ba29967ad833dd"]', '["statement-a2e2eb06b9c6c002"]', '[]', false, false, 'hit', '[[40,43]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (8, 'event-26b53f435280ad3b', 'report-eb1151a1a2575418', 'hit', 39, 42, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-b848a979b8565206', 'time-5a329ecd4c1c7bd4', '["figure-0e302e9c4352b96d"]', '["statement-59d80826fa36a2cb"]', '[]', false, false, 'hit', '[[39,42]]', NULL, NULL, false, false);

INSERT INTO public.evidence VALUES (4, 'evidence-289f257d8d162496', 'report-b42dc9e9b5832be5', 'video', 184, 189, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 215, 223, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (6, 'evidence-b3768de7916ba069', 'report-866ec3cf0980dce7', 'video', 186, 191, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 217, 225, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (7, 'evidence-2ea5a571093b7116', 'report-221c8cb971e1e766', 'video', 186, 191, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 217, 225, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (8, 'evidence-27e4a3fc21e2ae8f', 'report-eb1151a1a2575418', 'video', 184, 189, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 215, 223, NULL, NULL, false, false);

INSERT INTO public.failures VALUES (1, 'failure-3f17c78220df6a58', 'https://paper.example/x', NULL, 'https://paper.example/x', NULL, 'job-6dda4e0fa2951235', 'empty_input', 'empty', false, 1, '2026-11-30T08:13:51.111573+00:00', '2026-11-30T08:13:51.111573+00:00', NULL);

INSERT INTO public.figures VALUES (8, 'figure-0e302e9c4352b96d', 'report-eb1151a1a2575418', '9', 114, 115, 9, 10, false, 'killed', NULL, 'statement-42310bc7fab8da3c', false, 'time-5a329ecd4c1c7bd4', 'place-b848a979b8565206', NULL, NULL, NULL, 'corrected', NULL, false, false);
INSERT INTO public.figures VALUES (6, 'figure-8646e6ad643f6443', 'report-866ec3cf0980dce7', '12', 115, 117, 12, 12, false, 'killed', NULL, 'statement-eff2bd46f797b6bf', false, 'time-3dec01c92cfc9e36', 'place-5a41d8b98327ca0c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (7, 'figure-98ba29967ad833dd', 'report-221c8cb971e1e766', '15', 115, 117, 15, 15, false, 'killed', NULL, 'statement-c00e14494743aa3c', false, 'time-aa10876de86ac309', 'place-68abfdd81477f32c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (4, 'figure-db145da8c649a792', 'report-b42dc9e9b5832be5', '9', 114, 115, 9, 9, false, 'killed', NULL, 'statement-125e1150e71ff253', false, 'time-f792c06ca2098eec', 'place-7c96f8572735ac37', NULL, NULL, NULL, NULL, NULL, false, false);

INSERT INTO public.findings VALUES (3, 'finding-359670bc40f2d18e', 'story-f0219d06159c49df', 2, 'single_source', '"We counted 15 dead,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 1, 1, '2022-05-05', '2022-05-05', '["one_party"]', NULL, NULL, NULL);
INSERT INTO public.findings VALUES (1, 'finding-a9ee15978097cdfd', 'story-f0219d06159c49df', 0, 'denial', '"Nobody fired there,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 2, 1, '2022-05-05', '2022-05-05', '["denial_without_claim","one_origin"]', NULL, NULL, 'confirmed');
INSERT INTO public.findings VALUES (4, 'finding-c06e81d60fac0401', 'story-f0219d06159c49df', 3, 'single_source', '"We counted 9 dead,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 2, 1, '2022-05-05', '2022-05-05', '["one_origin"]', NULL, NULL, NULL);
INSERT INTO public.findings VALUES (5, 'finding-c831453d424bd2e0', 'story-f0219d06159c49df', 4, 'single_source', 'A shell hit the station of Port-Clair on Wednesday', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 3, 1, '2022-05-05', '2022-05-05', '["one_origin"]', NULL, 'weak', NULL);
INSERT INTO public.findings VALUES (2, 'finding-dc92ec96b33c778a', 'story-f0219d06159c49df', 1, 'revision', 'how many people were killed', 'killed', NULL, '2022-05-04', NULL, 9, 15, 1, 3, 1, '2022-05-05', '2022-05-05', '["raised","lowest","highest","one_origin"]', NULL, 'weak', NULL);

INSERT INTO public.groupings VALUES ('report-221c8cb971e1e766', '6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345', '\x789c5d93c16edb300c865fc5e0d9c5ea048993dcbaa2f7a028b04390836cb11631593224255957f4dd2b5994bbeea48f342d923fa97770385917e0c070b75a35fdaeeff66d830db6db2dd4a085192e62c0188426da81824e46b3a926b493c6ea37698db212a13aa63b1eb5201703a74ba7c92b947068d7bbd5eebe0629de3c1c4ea764b7fbba399f6b18ad092a79231b31e21c00c2180131a03e4187ee2f2dd65c6fbd4ae86828de801a07274636af280d7a2908728e9b7592efe57f45e0d03e573b3b7b7b31c52f5148c65772c8a8a87c27c390ba671cc9900f8ed834b6b3b218f6b580e16cb37a4b57be5cecec12ea05c51ad633aa5242a425a157f656308840b6141552f89a69a9fe4a122df30d591b7319a3c2599d66936a8b4e15bbd764e29cb373d6ab68c52d9706f248ce6c639ee4245c209ea56c45df76f7eb6ddbedd30229ac58a93748c9fc843afc33757848c7b7d1c34fa6af1580634e5bf6009ed3f17d19e0a5e07f5b01bf984b0536f00a06ab75c277b829915e46deeef410a2d6876613c5a14125fa88e1784513729b4f7f266d7d9c81fff18ca30d585dc96a347d56fae31391d10f36', '2667e4a2c81a339bd6cb11c5c05d61350884b9e3187de52cdd7a80e00a1629ee', '\x789cab562a4a2dc82f2ad14d32314a49b64cb54c32b530364a4a3555b232d0b330343032d781a9484d323434354c344c343235373531b480aba80500c92212fb', 'f158202ac92bf6f4bbac6e7cd595e438ac3c2906828b61dea82772cd843a0d2d');
INSERT INTO public.groupings VALUES ('report-b42dc9e9b5832be5', '2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d', '\x789c5d93c16edb300c865fc5e0d943bb789de3dcb661f7a228b04390836cb13631593424255957f4dd2b5994bbeee48f342dfefa49bf80c3855d8083c0a7fecb4e0f1d76fdddbed9f57807351865c7b31a3116a18d71a06052d0550bf262b0fa4dc6a0ae54a8eed3113f8c2217eb96736fc84fa8e1d036fbddfeb606ad9e3d1c8ec714b75dfdf974aa61661ba6948d6cd58c6b01286b15c482fa083dbabfb445abdc7a97d0d158b2010d8e4ecd125e505bf45a11e41e57765ace956f5590d221ab5d93039f6dc96b545af0891c0a4e54de931548b7179cc9920f8e24b4dcb32e013f15b0d26d756fbb952f073bde4abda2a8a159712a12226d0dfdc4d7824105e2222aa4f24668537f218d2c7c45f1c69ee7e87076a74bd2626e8a973764e394d7dcea56714a2e5ce4e7819c24c63cc745b9403249ddaaa1ed6f9baf6d9f8e8a7a2af1e919522fbfa009ffcc1cbea5c787c1c377a1f70580fbdcb66c013ca4c7c75580c782ffed04fc122e0a38c802063626e10b5c27957e8bbcdbe92f884e1fba680d8d5384d7588c17b4215ff2e79fc5b08ffefb9b079c39607521366887ecf2eb1b6e820eb7', '64256663ee4f75827da40e9242b422646b065cfa43e045a6b04a440133778a53', '\x789cab562a4a2dc82f2ad14d4d323434354c344c343235373531b450b232d0b3b4b4343336af0500c9ce09db', '7556a668dcecbb04a3bd32f206ef322d3f0556c175b687a1f55c49fbb56cc739');
INSERT INTO public.groupings VALUES ('report-eb1151a1a2575418', '4aa1de85f882d692fa00b1ce14fbc99bc3cdbca04bde8469f79169f88b716b7c', '\x789c5d53c16edb300cfd1583670f8b93654e7cdb86dd8b62c00e410e74c4dac464c99094645dd17f9f6451deda93dea369f1f1917a0147b375013a011fa86f9a7d830d6ef7edfe5373801a349ae18a03c5243291070e3a916335939d3555bf586b521586ea215df14d23bb98375f7bcd7e24055dbb3b6c0f9b1a143e7be84ea7c4db63dd9ccf354cd6843145233638d19200680c424ca84fd093fbc32b5be4d6db041d0f251a48d3e070127a2365c82b64c835eed629b957fec520a997ac76095eecd594b82254029fd891c091cb77360252f7022736ec8363a1c6f65615629f0a30526d716fedca978b9d5d533d72d4b05be0582444b416f4a3bd171830b02da2424adf095ad5df5891157c27f1c65ca7e87076e798a4c5d8189bd76ce29497d8e256714a1a2ef2f340cec229cf7146175826a95abcb4fd66f7b9edd355514f253e3d43aae567d2e1bf99c39774bc193c7c15f46f01e021972d5b008fe978bb0af0a3c0773b013f05170536c80206ab75822f701f313d8bbcdbe91544a7bb63b4868711ba66f31ab3e94626e42ebfff9eb5f57100fee3234d36507563abc95cb2cdaf7f0155d70e3b', 'd27fae256a332db013b3228984fded818a4aa04e5cf63620d29149d302678f63', '\x789cabae0500017500f9', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');

INSERT INTO public.jobs VALUES (1, 'job-6dda4e0fa2951235', '["https://paper.example/feed"]', '{"mode":"fast"}', 'Ana Tester', '2026-11-30T08:13:50.835425+00:00', NULL, 4, 0, 1);

INSERT INTO public.parties VALUES (1, 'party-66a0a753c552afcb', 'Anna Berzina', ' anna berzina ', 'person', false);
INSERT INTO public.parties VALUES (2, 'party-95d0c71ec21d5d41', 'the ministry', ' the ministry ', 'organisation', false);

INSERT INTO public.places VALUES (16, 'place-1d4c2e9573a3ba6c', 'report-eb1151a1a2575418', 'Riga', 176, 180, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (11, 'place-5a41d8b98327ca0c', 'report-866ec3cf0980dce7', 'Port-Clair', 59, 69, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (13, 'place-68abfdd81477f32c', 'report-221c8cb971e1e766', 'Port-Clair', 59, 69, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (12, 'place-76b86883adcacad9', 'report-866ec3cf0980dce7', 'Riga', 178, 182, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (7, 'place-7c96f8572735ac37', 'report-b42dc9e9b5832be5', 'Port-Clair', 58, 68, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (15, 'place-b848a979b8565206', 'report-eb1151a1a2575418', 'Port-Clair', 58, 68, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (14, 'place-c8e4e69673c7f813', 'report-221c8cb971e1e766', 'Riga', 178, 182, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (8, 'place-cb3e35af1962d956', 'report-b42dc9e9b5832be5', 'Riga', 176, 180, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);

INSERT INTO public.position_words VALUES (1, 'position-5553aa7d64c85fde', 'report-221c8cb971e1e766', 'statement-491168a08a8f031e', '"Nobody fired there,"', 135, 156, '2022-05-05');
INSERT INTO public.position_words VALUES (2, 'position-5553aa7d64c85fde', 'report-b42dc9e9b5832be5', 'statement-c039a3c0ab750f1f', '"Nobody fired there,"', 133, 154, '2022-05-05');
INSERT INTO public.position_words VALUES (3, 'position-a061ba25f0946251', 'report-b42dc9e9b5832be5', 'statement-125e1150e71ff253', '9', 114, 115, '2022-05-05');
INSERT INTO public.position_words VALUES (4, 'position-14ca0093f24128e3', 'report-eb1151a1a2575418', 'statement-42310bc7fab8da3c', '9', 114, 115, '2022-05-05');
INSERT INTO public.position_words VALUES (5, 'position-a7fe30f1486ed0e1', 'report-221c8cb971e1e766', 'statement-c00e14494743aa3c', '15', 115, 117, '2022-05-05');
INSERT INTO public.position_words VALUES (6, 'position-b0470cf53cdeb0e0', 'report-221c8cb971e1e766', 'statement-c00e14494743aa3c', '"We counted 15 dead,"', 103, 124, '2022-05-05');
INSERT INTO public.position_words VALUES (7, 'position-c52ec74a40f15577', 'report-b42dc9e9b5832be5', 'statement-125e1150e71ff253', '"We counted 9 dead,"', 102, 122, '2022-05-05');
INSERT INTO public.position_words VALUES (8, 'position-c52ec74a40f15577', 'report-eb1151a1a2575418', 'statement-42310bc7fab8da3c', '"We counted 9 dead,"', 102, 122, '2022-05-05');
INSERT INTO public.position_words VALUES (9, 'position-b39fc3f7723cb5c5', 'report-221c8cb971e1e766', 'statement-a2e2eb06b9c6c002', 'A shell hit the station of Port-Clair on Wednesday', 32, 82, '2022-05-05');
INSERT INTO public.position_words VALUES (10, 'position-b39fc3f7723cb5c5', 'report-b42dc9e9b5832be5', 'statement-2315f2c90d9bc774', 'A shell hit the station of Port-Clair on Wednesday', 31, 81, '2022-05-05');
INSERT INTO public.position_words VALUES (11, 'position-b39fc3f7723cb5c5', 'report-eb1151a1a2575418', 'statement-59d80826fa36a2cb', 'A shell hit the station of Port-Clair on Wednesday', 31, 81, '2022-05-05');

INSERT INTO public.positions VALUES (3, 'position-14ca0093f24128e3', 'finding-dc92ec96b33c778a', 1, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 9, 10, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (1, 'position-5553aa7d64c85fde', 'finding-a9ee15978097cdfd', 0, 'the ministry', 'party-95d0c71ec21d5d41', 'denies', NULL, NULL, 2, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (2, 'position-a061ba25f0946251', 'finding-dc92ec96b33c778a', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 9, 9, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (4, 'position-a7fe30f1486ed0e1', 'finding-dc92ec96b33c778a', 2, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 15, 15, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (5, 'position-b0470cf53cdeb0e0', 'finding-359670bc40f2d18e', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (7, 'position-b39fc3f7723cb5c5', 'finding-c831453d424bd2e0', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 3, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (6, 'position-c52ec74a40f15577', 'finding-c06e81d60fac0401', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 2, 1, '2022-05-05', '2022-05-05');

INSERT INTO public.readings VALUES ('report-221c8cb971e1e766', '2026-11-30T08:13:51.010734+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d7c680716ebdbb735f8d664f511415b62156131c81939eec68fefb96210192e90fcd68b597882adbc57baf9e8b7c23bd076ff6a6f53d59adbf11abc96acec59098c494342fa5ca15a509898872adc725dcbde64954249b0de68e26c452448cb290e8ddb15343ae4823990fa9838167d361793c6dfd39666505b9c4f225e43a930599f66c5bd8e361f2d4b6f0f0bbe9feb12de0eab36d033afcb59d513eecf7d086d710e87bd3218588ec8cae0d6eaba0e94d445eacdfd996acda63d344e46401316d061295d566384c1f8befd10fcc91ad61692a53917200ae6e9933ca2396a40bee2c9111e3fc963c4b32dc56fca7f4ff0ff2a9642c2f80165054943373479e23ab2c5f92cfb0f3f95de7599e444ca4af922f053792a74ae5904a4de58fe4fdce3cec6d6b7bdf9ddf238f3cacf975ee981a20851a93ffdfeed005c6c174bd6b317ebd53d058e8878258be73cdf511aacae292b76e0216e4c6b0bfb92a87ceb5eed85e4e3d9b33be4268c385125a53ca0290d6bd5c8a4cfd7b5bdb0b6cd7d5808a8e0026f0774aff22f845b75f83af052851529e8b52dec10f271a50cb060c718c0e2c2bad0b960a51f1440d26013cb6ce6494cbcdc4e02fd7f9f88f066c3773552805460da06553f1c8f03100e7e2310b088db23d42dfeec92aa39406631cdb20c08afcfd84e76ae342f17e1bf08c6c6f1d756b2439356184ae0a939a5ce6822b51158ccfd099282286537302ffd9d6f03aecf145cdacf70dec2b8c0bec31fc49d84910dfdbfd52fb10c6008c1622d7a6c841f1cbfd1cf00b1e0de8fdf910d0fff9f4e5132e9ea0099380243449629ac5341def68e7ef9366a07993ba9312add6aa9d0bd3e2702c1bdbe3cd26d7e436c09b8d53d9fad82dd18f895816252412f5075d70aef5427f86c38b894d10f685ac30223b5befc62738a077bfda3dcec17990ec422fb03f4d33e018143793bca094ebb46debad771f7d40ee46d448e54dc10727bd77190e28efd65557249d39d9e1e22e9c81b866b1cce9f6333fc4b16442a41a749aab3411459872beb3751dc6f53aa551cae76e7ffa7a685c3060ffdb67b377de3c9c2c4e88d03914f8588edb2e666ddc29d4b8cae45d779908688bdaf84bf021cb0f549a1df066ef37f75d5abff70f07770fdf14bd2dcf23c4bbb6b5a606bf88975370d46b33aa7df5f4acf79889130319648251c94b815fda853b8b3c62926d42556d8f78cd4938e470c71eb4d986cb3c097cbd1cdb3021c817d398ba833d995726f58f5d737dec77ee25404d9888922443a8dfff05c17429d3', '6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345');
INSERT INTO public.readings VALUES ('report-866ec3cf0980dce7', '2026-11-30T08:13:50.930533+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d73660436ebdbb735f8d664f511419db10ab098e8c494f7634ff7dcb900061fa43335aed257295cbc57bafcae57c439d175e1f75eb3bb4d97e4346a1cdec8b794a339d0826ab5ca415562842d2b61eb6207a9bd028a7bb1df87a1dec82470493e0e86cefe4e0cbd3a86083eba4c5b376901e4e1b7f897955558a2bce134c34111c4d31fb561ce1307a6a5bf1f0bb76ff9856c0eeb369033af8354e4b1fe2bd68c36790e83aed8042840e5ad51ac22ad1743a422fc61f4c8b366ddf34113a1b0198760389ca283d1cc68ff9f7e807e6baaa68a95256f18297acacee99139c4484a60bee84161149927bf284661096ffa7f4ff0ff258284252ca5599f24c30b6229f00ab8c2dc9675079b6aa3c6134223c7d957ca5684e449e5099975929b31fc9fb837e389ad674de5dde230f3c8cfe75eee01a20851c53ffbf5da12b8c93769d6dc17ebd52a231a21b12427a679bdb525495812d6fec042cc80d667777554eceb6b66fafa79ef5053ec1954eb8e44a614c0290d6be5c934cf57b5bdb2b6ceb6a018a8e0026f02ba57f11fca2daafc1575c485ee284f1b258c10f271a21970518ec38132951795900152e059643930838b6cd8a8815bb89c15fd6f9f88f46183773952005588d80964df9238165009ef0c72c20d4d274007d7f449b0c631c1aa36f83001bf4f7139cabb50dc9bb7dc033b2bdefa8fb462aa6228cd0392b7396e789505248a18a193ae17944606a4ee03f9b5abc0e7bfc5033eb7d07fb06e30a7b347f12360de27b735c6a1fcc38515a62220b2a2b59e884cdf879120de8fde514d0fff9f4e5136c9e45132601a298d21867314ec73beafcdaa9079a77ae9594d06aad3cd8302d4e7dd9980e6e36ba39f701dedc3895a97bb7443f3ae29ca54c33a1589a542c4d9385fe048617e1bb20ec0bda100a93c3d48771254ed0bb5fcd11e6e03c480ea116509fa6d1e3fb078aeb495e21a575cab4f5dedb8f1e90d5881aa9bc29f8d049ef5d8613c8bbb7d50d89d367335cdc456700ae592c7dbe7fe6073bae4aae520913839192528921b177a6aec3b8dea6384a93b9da9fbe9e1a1b1ab0fbedb33e5aaf1fce062644a81c08dc9763d8b5591b7b0e396e3279ebae1301daa2d6fe6a7cc8f20395e60e78b3f6bb7595b6effdc381e8e14d51fbf232425c95add5b5f00b7b390547bd76a3dab79e9ef51e3d719970962bcd0bc24a81d9723ae42c2205d985accaf470cd51386421e22894de87cb3c097cbb1cfb3021d017dde8da89239a7726f57bd7dc96ddc1be04a894f088d20ca07eff17dfdc2c83', 'cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b');
INSERT INTO public.readings VALUES ('report-b42dc9e9b5832be5', '2026-11-30T08:13:51.100510+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd96db8ea33810865fa5e56be8b5cdc190bbdeddb95f8d66afa22832a62056131c19939eec68de7dcb900061faa019adf626c2e503dfff57b9c837d239e9e008adebc866fb8de8926ce658c82396545ce5b4cc0b25444c02a24ceb700a576f2316646cb7c3580f7e9ca701a3d4073ad35b35c4b228c893217402f90c168fc7ddda5d42095cc650463c659c82a4645ab36fe5113793a7b6950fbf83fd47b712679f75ebe9f0575b50ceaf77b2f5af21b2ebc0a284801ca0ac019755b2e920202fda1d744b366ddf3401396b894cbb4144a54b1836d3c7ec7bf08372c613602ca1205855f124ba57ce280f18e70bed8c8b8045ec5e3ce3112e4bff53f9ff877845a35c468aca4224b462d54a7c84aa9278293e493092afc4a7346082bf2a1e2a80385671c5d3541665f1a378778087a36e75e7ece53df1a843c3af6bc7d080e4cf98eaffed0c5d314e603bd3e2f8f54cc946cb6e38108fb7a6b93dcaaad238e5b499c0bcdd38eceeaecac99ad6f4ed75d7335cf015a2844828519694320fd29a97eb2153fedef6f68a6d6c2dd1d11160825f39fd8bf08b6cbf865f0aa94441a35414f90adfef68a45a2660188742e5699525828b28912a12439148dcb64db220cd769382bf8c75e11f8dd476d6aad00a1c35124b36168f0c1f3d78241e134f084a7788be3f924d4229f585d1b7de800df9fb09f7d560fce1dddef38c6aef2beabe90f2290923ba2a2240e88ae5292ff3249dd199c02699d119feb3aee5ebd8e38b9ad9ef3bec1bc6157b1cfe2436f7e63b7d5c7aef87612572ae68aa24a77906a0667ec17dcfc75d9793a7fff3e9cb279c3ccbc67702c229e7214d421a8f77d4ba7510069977a19595586aad3a18df2d4e7dd1e80e6f36b905f71e6f2e9c4ad7bd5dd28f81b02c589c943253699c4bd4b2f09fc501f6f59d37f6856cf06d075d1f860779c2cafdaa8fd805e73672f099c0ec34cd4031f80d93b95229634bddd67b673efa7cac1ad428e44dbb873a7aef2a9cd0dcbda96e2416ce7ab8b68bba40aed92a38df7fe4877118c71438020aca5896e4be5938abebda37eb6d9407319f73fde9eba931befcbadf3ec3d13878386bec0f3e6f686f5f8ccbaea5da98b33fe3669333f6da0fb0286a70d7c1872a3f7069ceff9b99dfadb3b47defff0dae1ebe28e5beb88c88abb4b5504bb7182f7be0e8d76e74fb56d1b3df6324e459ee0d2fb392a53cce97bd21c3daccf29d3fb5d43d5e72e237195c719425ecfd559e0cbe5d8dbdef0fe40b34505b7924f3cce47e6f9bdb6377302f1e95b324e03c42d4efff02755f284b', '2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d');
INSERT INTO public.readings VALUES ('report-eb1151a1a2575418', '2026-11-30T08:13:51.083318+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd56cb8ee33610fc9501cff2840f3d7d9b247b0f169b9361182d929289914583a23ceb2cf6dfd3946c49f6ce03bb087231d44d3655555d6cf91be93c787dd0adefc87af38d1845d6736e95142aa7394f2b10297059928848db7a5cc2dd1bc1a29c6db798eb75888b3462948644677b27875c2ea2221952470dcfdae1f1586dfc790549cc1201aa8a2987aa6464dab36be180c5e4a96de1e177edfe312de0eab369033afc354e4b1ff67b68c36b08749d764821227bad6a8ddb2a683a1d9117e3f7a625ebb66f9a889c0c20a6ed40a2324a0fc5f431ff1efdc03ce682d152661594b902216f9933ca23c6f9823be359c404bb25cfb8c06de97f4affff204f13a1b8ca8b5c66315782de9117c82a8997e4930433c51df994462ce3af92e72585b2a872a08c9589a23f92f77bfd7030ade9bc3bbf471e7918fdebdc3135400a674cfe7fbb43171847ed3adb62fc7aa7a031d00d07e2f1ce36d747a82a834bded80958901bc3eee6aa1c9d6d6ddf5eaa9ef5195f91292d32992945e900a4b52f9743a6febdaded05b67535a0a2238009fc9dd2bf087ed1edd7e0ab0c64565291666571073f543420970d18e25599c739145951e6499a709a0e26012cdb247994e6db89c15fd6f9d51f0d183773952805460da065e3ec91e163002eb2c72420d4d274087d7720eb84521a8cd1b7418035f9fb09eb6a6dc3e1dd2ee019d9de3aead648c5d484113a53b1e4ba483201a28454ced059864332a733f8cfa686d7618f2f6a66bd6f605f615c608fe14fc2e6417c6f0e4bed43b84a40f0424b64c1b06d2a9ef1673ccc7cac3a1f03fa3f9fbe7cc2c513346112104e39c7e9b1a2f178479dbf4fea81e64dea4e4ab45a2bf7364c8b635f36a6c39b4daec95d80371ba73275ef96e8c7c48a6a41517f198b849745aa16fab338622cd906615fc81adfb637f57e7880233af7ab39e0149cc7c83e7402bbd334038a416f3d890b525aa74c5befbcfde8f37137a046226fca3df8e8bdab70447177b6ba2271fa64866bbbf005e29aa5d2a7db8ffc10af785a26a20a32e51494081f78ef4c5d8761bd114514f3b9d79fbe1e1b1becd7fdf6591facd70f2783f321f40de5edcb71dbc5aa8d3d8533ae3279eb2ef3004d516b7f093e64f9814a73ffdfecfcf6be4b9bf7fedfe0eee18ba276e5798478d7b656d7e017f172068e7a6d47b5af8e9ef51e332b9ee918442539d31c745e2dbc99a337f3621b4e55a6c74b4e4291c51d07507a17aef224f0f56aecc27c205f74a36b070732af4ceaf7aeb93e767bfb12a07296449c0b84fafd5fbd852930', '656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb');

INSERT INTO public.reports VALUES (2, 'page-517903eb918e58cb', 'https://paper.example/two', '2026-11-30T08:13:51.082085+00:00');
INSERT INTO public.reports VALUES (1, 'page-8732c581df4bc537', 'https://paper.example/one', '2026-11-30T08:13:50.894134+00:00');
INSERT INTO public.reports VALUES (3, 'page-b958d6d9d6609e8a', 'https://paper.example/three', '2026-11-30T08:13:51.099169+00:00');

INSERT INTO public.reviews VALUES (1, 'review-7ee5174488d0e63c', '2026-11-30T08:13:51.166176+00:00', 'Ana Tester', 'confirm', 'statement', 'statement-59d80826fa36a2cb', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'heard the tape', '{}', '[]', '{"id":"statement-59d80826fa36a2cb","content":[{"start":31,"end":81,"text":"A shell hit the station of Port-Clair on Wednesday"}],"cue":[{"start":96,"end":100,"text":"said"}],"source":[{"start":83,"end":95,"text":"Anna Berzina"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"indirect","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (2, 'review-81855bf4699be743', '2026-11-30T08:13:51.208653+00:00', 'Ana Tester', 'correct', 'figure', 'figure-0e302e9c4352b96d', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'nine or ten', '{"high":10}', '[]', '{"id":"figure-0e302e9c4352b96d","span":{"start":114,"end":115,"text":"9"},"low":9,"high":9,"approximate":false,"what":"killed","counted":null,"according_to":"statement-42310bc7fab8da3c","hedged":false,"time":"time-5a329ecd4c1c7bd4","place":"place-b848a979b8565206","part_of":null,"revises":null,"counting":null,"cited":{"statements":[{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8}],"times":[{"id":"time-5a329ecd4c1c7bd4","span":{"start":72,"end":81,"text":"Wednesday"},"type":"DATE","value":"2022-05-04","start":"2022-05-04","end":"2022-05-04","confidence":0.9,"anchor":"published","anchor_time":null}],"places":[{"id":"place-b848a979b8565206","span":{"start":58,"end":68,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}]}}');
INSERT INTO public.reviews VALUES (3, 'review-9f2ebbbfaeb062fe', '2026-11-30T08:13:51.248119+00:00', 'Ana Tester', 'reject', 'statement', 'statement-053d2d898c742d30', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'not theirs', '{}', '[]', '{"id":"statement-053d2d898c742d30","content":[{"start":133,"end":154,"text":"\"Nobody fired there,\""}],"cue":[{"start":155,"end":159,"text":"said"}],"source":[{"start":160,"end":172,"text":"the ministry"}],"speaker":"entity-2b0ab9f8a011b5d0","speaker_name":"the ministry","kind":"direct","stance":"denies","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-2b0ab9f8a011b5d0","kind":"organisation","name":"the ministry","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":160,"end":172,"text":"the ministry"}],"pronouns":[],"key":"d7ac7b0367b9","known":null}]}}');
INSERT INTO public.reviews VALUES (4, 'review-9dbd0621b41e0686', '2026-11-30T08:13:51.271585+00:00', 'Ana Tester', 'note', 'place', 'place-5a41d8b98327ca0c', 'page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'the old port', '{}', '[]', '{"id":"place-5a41d8b98327ca0c","span":{"start":59,"end":69,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}');
INSERT INTO public.reviews VALUES (5, 'review-449aa8298c38e552', '2026-11-30T08:13:51.328290+00:00', 'Ana Tester', 'protect', 'statement', 'statement-42310bc7fab8da3c', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'a witness', '{}', '[]', '{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (6, 'review-f367dc2d9f866718', '2026-11-30T08:13:51.372778+00:00', 'Ana Tester', 'correct', 'report', 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'misprinted', '{"outlet":"The Port Paper"}', '[]', '{"outlet":"The Paper","title":"9 people killed at Port-Clair","byline":null,"published":"2022-05-05"}');
INSERT INTO public.reviews VALUES (7, 'review-8431bc1e3bd0bfe3', '2026-11-30T08:13:51.402852+00:00', 'Ana Tester', 'undo', 'review', 'review-f367dc2d9f866718', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'it was right', '{}', '[]', 'null');
INSERT INTO public.reviews VALUES (8, 'review-29f8b0b6e7b9503b', '2026-11-30T08:13:52.168445+00:00', 'Ana Tester', 'confirm', 'finding', 'finding-a9ee15978097cdfd', NULL, NULL, 'asked them all', '{}', '[]', '{"id":"finding-a9ee15978097cdfd","matter":"\"Nobody fired there,\"","what":null,"words":[{"article":"report-221c8cb971e1e766","statement":"statement-491168a08a8f031e","start":135,"end":156,"text":"\"Nobody fired there,\""},{"article":"report-b42dc9e9b5832be5","statement":"statement-c039a3c0ab750f1f","start":133,"end":154,"text":"\"Nobody fired there,\""}],"story":"story-f0219d06159c49df","kind":"denial"}');
INSERT INTO public.reviews VALUES (9, 'review-636dc74920b84292', '2026-11-30T08:13:52.188754+00:00', 'Ana Tester', 'split', 'lineage', 'page-517903eb918e58cb', NULL, NULL, 'both were there', '{}', '["page-8732c581df4bc537"]', '{"report":"page-517903eb918e58cb","outlet":"The Paper","title":"9 people killed at Port-Clair","sources":[{"report":"page-8732c581df4bc537","outlet":"The Paper","title":"15 people killed at Port-Clair"}]}');

INSERT INTO public.statement_changes VALUES (1, 'report-221c8cb971e1e766', 'same', 'statement-7425e3a6cf8a4f0d', 'statement-a2e2eb06b9c6c002', 'A shell hit the station of Port-Clair on Wednesday', 'A shell hit the station of Port-Clair on Wednesday');
INSERT INTO public.statement_changes VALUES (2, 'report-221c8cb971e1e766', 'changed', 'statement-eff2bd46f797b6bf', 'statement-c00e14494743aa3c', '"We counted 12 dead," she said', '"We counted 15 dead," she said');
INSERT INTO public.statement_changes VALUES (3, 'report-221c8cb971e1e766', 'same', 'statement-0ad11427db475a66', 'statement-491168a08a8f031e', '"Nobody fired there,"', '"Nobody fired there,"');

INSERT INTO public.statement_words VALUES (15, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (16, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''12'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (17, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');
INSERT INTO public.statement_words VALUES (18, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (19, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''15'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (20, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');
INSERT INTO public.statement_words VALUES (21, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (22, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.fkilled03'' ''.g02'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''9'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (10, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (11, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''9'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (12, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');

INSERT INTO public.statements VALUES (17, 'statement-0ad11427db475a66', 'report-866ec3cf0980dce7', '"Nobody fired there,"', '[[135,156]]', 'said', '[[157,161]]', 'the ministry', '[[162,174]]', 'entity-fd281a832c8b5bc5', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (11, 'statement-125e1150e71ff253', 'report-b42dc9e9b5832be5', '"We counted 9 dead,"', '[[102,122]]', 'said', '[[127,131]]', 'she', '[[123,126]]', 'entity-ae2a4ed326120ea0', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (10, 'statement-2315f2c90d9bc774', 'report-b42dc9e9b5832be5', 'A shell hit the station of Port-Clair on Wednesday', '[[31,81]]', 'said', '[[96,100]]', 'Anna Berzina', '[[83,95]]', 'entity-ae2a4ed326120ea0', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (22, 'statement-42310bc7fab8da3c', 'report-eb1151a1a2575418', '"We counted 9 dead,"', '[[102,122]]', 'said', '[[127,131]]', 'she', '[[123,126]]', 'entity-a54153adf402afb1', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, true);
INSERT INTO public.statements VALUES (20, 'statement-491168a08a8f031e', 'report-221c8cb971e1e766', '"Nobody fired there,"', '[[135,156]]', 'said', '[[157,161]]', 'the ministry', '[[162,174]]', 'entity-b73e934cc6a49d09', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (21, 'statement-59d80826fa36a2cb', 'report-eb1151a1a2575418', 'A shell hit the station of Port-Clair on Wednesday', '[[31,81]]', 'said', '[[96,100]]', 'Anna Berzina', '[[83,95]]', 'entity-a54153adf402afb1', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, 'confirmed', NULL, false, false);
INSERT INTO public.statements VALUES (15, 'statement-7425e3a6cf8a4f0d', 'report-866ec3cf0980dce7', 'A shell hit the station of Port-Clair on Wednesday', '[[32,82]]', 'said', '[[97,101]]', 'Anna Berzina', '[[84,96]]', 'entity-7fffd7d77301e1a7', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (18, 'statement-a2e2eb06b9c6c002', 'report-221c8cb971e1e766', 'A shell hit the station of Port-Clair on Wednesday', '[[32,82]]', 'said', '[[97,101]]', 'Anna Berzina', '[[84,96]]', 'entity-1bfa692ebba6d598', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (19, 'statement-c00e14494743aa3c', 'report-221c8cb971e1e766', '"We counted 15 dead,"', '[[103,124]]', 'said', '[[129,133]]', 'she', '[[125,128]]', 'entity-1bfa692ebba6d598', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (12, 'statement-c039a3c0ab750f1f', 'report-b42dc9e9b5832be5', '"Nobody fired there,"', '[[133,154]]', 'said', '[[155,159]]', 'the ministry', '[[160,172]]', 'entity-efee44c4f266abdb', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (16, 'statement-eff2bd46f797b6bf', 'report-866ec3cf0980dce7', '"We counted 12 dead,"', '[[103,124]]', 'said', '[[129,133]]', 'she', '[[125,128]]', 'entity-7fffd7d77301e1a7', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);

INSERT INTO public.stories VALUES (1, 'story-f0219d06159c49df', '\x789ced54d16ec22014fd9586e77601b4b5f8b6ed07f66e8ca1e56a89080dc51967f6efbba851ebf461d99265c9dee8bde79c7be05076442b32265d707e9bcd296742d182e5a21e0a352729093a184080485a70ad8164a98d0195c890bc381fb26723b5479c87163f3b329e1c9719e7ac2eeb4a8c18301815c509945543ae6a01a2cacb01af203f77a0622c6792499e8ff2212bc934456bd20774c029e719cd333a443c58755d6a8dacd1a95d1b9312a3ed329ad91167a3fdfb9e5c68c09f1137bc6d402f1a74401f4a46f9289a959db307f9daa9a8df35d2839ab568554387a45769d610211362e56a5fc241c94a5bdd05bf25d3e97b7a62b7ebcae8ae41010bd2f7d94a6e914c7bf8e3b443eb0a8c858b63e9d1f65b9d0567cc25eb86f0c679a5eda2afdd82afc1069296f9349d908889d3e32d4893476b659a3c817fd356f6a776b8fd59035261267047b21048d993be18d7a70bf31fd7efc575e3dff94a5c428862f087f3da9fdcb7e36294fe785e51330686afe9029be160ec033782eb88', '4612b75a08ab03fe8b5c6075ea543b2a769ad8de792d8cb59919889345fd702b', '9 people killed at Port-Clair', '2022-05-04', '2022-05-04', NULL, NULL, NULL, 3);

INSERT INTO public.story_reports VALUES (1, 'story-f0219d06159c49df', 'report-221c8cb971e1e766', 0, false);
INSERT INTO public.story_reports VALUES (2, 'story-f0219d06159c49df', 'report-b42dc9e9b5832be5', 1, false);
INSERT INTO public.story_reports VALUES (3, 'story-f0219d06159c49df', 'report-eb1151a1a2575418', 2, false);

INSERT INTO public.times VALUES (6, 'time-3dec01c92cfc9e36', 'report-866ec3cf0980dce7', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (8, 'time-5a329ecd4c1c7bd4', 'report-eb1151a1a2575418', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (7, 'time-aa10876de86ac309', 'report-221c8cb971e1e766', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (4, 'time-f792c06ca2098eec', 'report-b42dc9e9b5832be5', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);

SELECT pg_catalog.setval('public.derivations_number_seq', 2, true);

SELECT pg_catalog.setval('public.events_number_seq', 8, true);

SELECT pg_catalog.setval('public.evidence_number_seq', 8, true);

SELECT pg_catalog.setval('public.failures_number_seq', 1, true);

SELECT pg_catalog.setval('public.position_words_number_seq', 11, true);

SELECT pg_catalog.setval('public.reviews_number_seq', 9, true);

SELECT pg_catalog.setval('public.statement_changes_number_seq', 3, true);

SELECT pg_catalog.setval('public.story_reports_number_seq', 3, true);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.article_words
    ADD CONSTRAINT article_words_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT pk_articles PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT pk_audit_log PRIMARY KEY (number);

ALTER TABLE ONLY public.captured_bytes
    ADD CONSTRAINT pk_captured_bytes PRIMARY KEY (sha256);

ALTER TABLE ONLY public.captures
    ADD CONSTRAINT pk_captures PRIMARY KEY (id);

ALTER TABLE ONLY public.casefile
    ADD CONSTRAINT pk_casefile PRIMARY KEY (id);

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT pk_changes PRIMARY KEY (after);

ALTER TABLE ONLY public.checks
    ADD CONSTRAINT pk_checks PRIMARY KEY (story);

ALTER TABLE ONLY public.cross_check
    ADD CONSTRAINT pk_cross_check PRIMARY KEY (number);

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT pk_derivations PRIMARY KEY (number);

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT pk_entities PRIMARY KEY (id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT pk_events PRIMARY KEY (number);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (number);

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT pk_failures PRIMARY KEY (number);

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT pk_figures PRIMARY KEY (id);

ALTER TABLE ONLY public.findings
    ADD CONSTRAINT pk_findings PRIMARY KEY (id);

ALTER TABLE ONLY public.groupings
    ADD CONSTRAINT pk_groupings PRIMARY KEY (article);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT pk_jobs PRIMARY KEY (id);

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT pk_parties PRIMARY KEY (id);

ALTER TABLE ONLY public.places
    ADD CONSTRAINT pk_places PRIMARY KEY (id);

ALTER TABLE ONLY public.position_words
    ADD CONSTRAINT pk_position_words PRIMARY KEY (number);

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT pk_positions PRIMARY KEY (id);

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT pk_readings PRIMARY KEY (article);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT pk_reports PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT pk_reviews PRIMARY KEY (number);

ALTER TABLE ONLY public.statement_changes
    ADD CONSTRAINT pk_statement_changes PRIMARY KEY (number);

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT pk_statements PRIMARY KEY (id);

ALTER TABLE ONLY public.stories
    ADD CONSTRAINT pk_stories PRIMARY KEY (id);

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT pk_story_reports PRIMARY KEY (number);

ALTER TABLE ONLY public.times
    ADD CONSTRAINT pk_times PRIMARY KEY (id);

ALTER TABLE ONLY public.statement_words
    ADD CONSTRAINT statement_words_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT uq_articles_number UNIQUE (number);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT uq_articles_report_version UNIQUE (report, version);

ALTER TABLE ONLY public.captures
    ADD CONSTRAINT uq_captures_number UNIQUE (number);

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT uq_entities_number UNIQUE (number);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT uq_events_id UNIQUE (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_id UNIQUE (id);

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT uq_failures_id UNIQUE (id);

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT uq_figures_number UNIQUE (number);

ALTER TABLE ONLY public.findings
    ADD CONSTRAINT uq_findings_number UNIQUE (number);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT uq_jobs_number UNIQUE (number);

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT uq_parties_number UNIQUE (number);

ALTER TABLE ONLY public.places
    ADD CONSTRAINT uq_places_number UNIQUE (number);

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT uq_positions_number UNIQUE (number);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT uq_reports_number UNIQUE (number);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT uq_reviews_id UNIQUE (id);

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT uq_statements_number UNIQUE (number);

ALTER TABLE ONLY public.stories
    ADD CONSTRAINT uq_stories_number UNIQUE (number);

ALTER TABLE ONLY public.times
    ADD CONSTRAINT uq_times_number UNIQUE (number);

CREATE INDEX ix_article_words_stems ON public.article_words USING gin (stems) WITH (gin_pending_list_limit='512');

CREATE INDEX ix_articles_capture ON public.articles USING btree (capture);

CREATE INDEX ix_articles_published_day_latest ON public.articles USING btree (published_day, latest);

CREATE INDEX ix_audit_log_subject ON public.audit_log USING btree (subject);

CREATE INDEX ix_captures_sha256 ON public.captures USING btree (sha256);

CREATE INDEX ix_changes_report ON public.changes USING btree (report);

CREATE INDEX ix_derivations_article ON public.derivations USING btree (article);

CREATE INDEX ix_derivations_source ON public.derivations USING btree (source);

CREATE INDEX ix_derivations_story ON public.derivations USING btree (story);

CREATE INDEX ix_entities_affiliation ON public.entities USING btree (affiliation) WHERE (affiliation IS NOT NULL);

CREATE INDEX ix_entities_article ON public.entities USING btree (article);

CREATE INDEX ix_entities_own_party ON public.entities USING btree (own_party);

CREATE INDEX ix_entities_party ON public.entities USING btree (party);

CREATE INDEX ix_events_article ON public.events USING btree (article);

CREATE INDEX ix_events_place ON public.events USING btree (place) WHERE (place IS NOT NULL);

CREATE INDEX ix_events_time ON public.events USING btree ("time") WHERE ("time" IS NOT NULL);

CREATE INDEX ix_evidence_article ON public.evidence USING btree (article);

CREATE INDEX ix_evidence_publisher ON public.evidence USING btree (publisher) WHERE (publisher IS NOT NULL);

CREATE INDEX ix_figures_according_to ON public.figures USING btree (according_to) WHERE (according_to IS NOT NULL);

CREATE INDEX ix_figures_article ON public.figures USING btree (article);

CREATE INDEX ix_figures_part_of ON public.figures USING btree (part_of) WHERE (part_of IS NOT NULL);

CREATE INDEX ix_figures_place ON public.figures USING btree (place) WHERE (place IS NOT NULL);

CREATE INDEX ix_figures_revises ON public.figures USING btree (revises) WHERE (revises IS NOT NULL);

CREATE INDEX ix_figures_time ON public.figures USING btree ("time") WHERE ("time" IS NOT NULL);

CREATE INDEX ix_figures_what ON public.figures USING btree (what);

CREATE INDEX ix_findings_kind ON public.findings USING btree (kind);

CREATE INDEX ix_findings_story ON public.findings USING btree (story);

CREATE INDEX ix_parties_name_folded ON public.parties USING btree (name_folded);

CREATE INDEX ix_places_article ON public.places USING btree (article);

CREATE INDEX ix_places_country ON public.places USING btree (country);

CREATE INDEX ix_places_name_folded ON public.places USING btree (name_folded);

CREATE INDEX ix_places_within ON public.places USING btree (within) WHERE (within IS NOT NULL);

CREATE INDEX ix_position_words_article ON public.position_words USING btree (article);

CREATE INDEX ix_position_words_position ON public.position_words USING btree ("position");

CREATE INDEX ix_positions_finding ON public.positions USING btree (finding);

CREATE INDEX ix_positions_party ON public.positions USING btree (party);

CREATE INDEX ix_reviews_kind ON public.reviews USING btree (kind);

CREATE INDEX ix_reviews_report ON public.reviews USING btree (report);

CREATE INDEX ix_reviews_target ON public.reviews USING btree (target);

CREATE INDEX ix_statement_changes_after ON public.statement_changes USING btree (after);

CREATE INDEX ix_statement_words_stems ON public.statement_words USING gin (stems) WITH (gin_pending_list_limit='512');

CREATE INDEX ix_statements_article ON public.statements USING btree (article);

CREATE INDEX ix_statements_moved ON public.statements USING btree (party, own_party) WHERE (party <> own_party);

CREATE INDEX ix_statements_own_party ON public.statements USING btree (own_party);

CREATE INDEX ix_statements_party ON public.statements USING btree (party);

CREATE INDEX ix_statements_speaker ON public.statements USING btree (speaker) WHERE (speaker IS NOT NULL);

CREATE INDEX ix_statements_within ON public.statements USING btree (within) WHERE (within IS NOT NULL);

CREATE INDEX ix_stories_starts_id ON public.stories USING btree (starts, id);

CREATE INDEX ix_story_reports_article ON public.story_reports USING btree (article);

CREATE INDEX ix_story_reports_story ON public.story_reports USING btree (story);

CREATE INDEX ix_times_anchor_time ON public.times USING btree (anchor_time) WHERE (anchor_time IS NOT NULL);

CREATE INDEX ix_times_article ON public.times USING btree (article);

CREATE TRIGGER articles_keeps_delete BEFORE DELETE ON public.articles FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER articles_keeps_truncate BEFORE TRUNCATE ON public.articles FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER articles_keeps_update BEFORE UPDATE OF number, id, report, capture, url, outlet, title, byline, published, modified, language, text, text_sha256, blocks, links, added_at ON public.articles FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER audit_log_keeps_delete BEFORE DELETE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER audit_log_keeps_truncate BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER audit_log_keeps_update BEFORE UPDATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captured_bytes_keeps_delete BEFORE DELETE ON public.captured_bytes FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captured_bytes_keeps_truncate BEFORE TRUNCATE ON public.captured_bytes FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captured_bytes_keeps_update BEFORE UPDATE ON public.captured_bytes FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captures_keeps_delete BEFORE DELETE ON public.captures FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captures_keeps_truncate BEFORE TRUNCATE ON public.captures FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER captures_keeps_update BEFORE UPDATE ON public.captures FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER casefile_keeps_delete BEFORE DELETE ON public.casefile FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER casefile_keeps_truncate BEFORE TRUNCATE ON public.casefile FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER casefile_keeps_update BEFORE UPDATE ON public.casefile FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_delete BEFORE DELETE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_truncate BEFORE TRUNCATE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_update BEFORE UPDATE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_delete BEFORE DELETE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_truncate BEFORE TRUNCATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_update BEFORE UPDATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT fk_articles_capture_captures FOREIGN KEY (capture) REFERENCES public.captures(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT fk_articles_report_reports FOREIGN KEY (report) REFERENCES public.reports(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT fk_changes_after_articles FOREIGN KEY (after) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT fk_changes_before_articles FOREIGN KEY (before) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT fk_changes_report_reports FOREIGN KEY (report) REFERENCES public.reports(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.checks
    ADD CONSTRAINT fk_checks_story_stories FOREIGN KEY (story) REFERENCES public.stories(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_source_articles FOREIGN KEY (source) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.derivations
    ADD CONSTRAINT fk_derivations_story_stories FOREIGN KEY (story) REFERENCES public.stories(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT fk_entities_affiliation_entities FOREIGN KEY (affiliation) REFERENCES public.entities(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT fk_entities_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT fk_entities_party_parties FOREIGN KEY (party) REFERENCES public.parties(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.events
    ADD CONSTRAINT fk_events_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.events
    ADD CONSTRAINT fk_events_place_places FOREIGN KEY (place) REFERENCES public.places(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.events
    ADD CONSTRAINT fk_events_time_times FOREIGN KEY ("time") REFERENCES public.times(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_publisher_entities FOREIGN KEY (publisher) REFERENCES public.entities(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT fk_failures_capture_captures FOREIGN KEY (capture) REFERENCES public.captures(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT fk_failures_job_jobs FOREIGN KEY (job) REFERENCES public.jobs(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_according_to_statements FOREIGN KEY (according_to) REFERENCES public.statements(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_part_of_figures FOREIGN KEY (part_of) REFERENCES public.figures(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_place_places FOREIGN KEY (place) REFERENCES public.places(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_revises_figures FOREIGN KEY (revises) REFERENCES public.figures(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.figures
    ADD CONSTRAINT fk_figures_time_times FOREIGN KEY ("time") REFERENCES public.times(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.findings
    ADD CONSTRAINT fk_findings_story_stories FOREIGN KEY (story) REFERENCES public.stories(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.groupings
    ADD CONSTRAINT fk_groupings_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_within_places FOREIGN KEY (within) REFERENCES public.places(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.position_words
    ADD CONSTRAINT fk_position_words_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.position_words
    ADD CONSTRAINT fk_position_words_position_positions FOREIGN KEY ("position") REFERENCES public.positions(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT fk_positions_finding_findings FOREIGN KEY (finding) REFERENCES public.findings(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT fk_readings_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT fk_reviews_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT fk_reviews_report_reports FOREIGN KEY (report) REFERENCES public.reports(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statement_changes
    ADD CONSTRAINT fk_statement_changes_after_changes FOREIGN KEY (after) REFERENCES public.changes(after) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_party_parties FOREIGN KEY (party) REFERENCES public.parties(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_speaker_entities FOREIGN KEY (speaker) REFERENCES public.entities(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_within_statements FOREIGN KEY (within) REFERENCES public.statements(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT fk_story_reports_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT fk_story_reports_story_stories FOREIGN KEY (story) REFERENCES public.stories(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_anchor_time_times FOREIGN KEY (anchor_time) REFERENCES public.times(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

