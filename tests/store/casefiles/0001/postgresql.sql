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
    x.action,
    x.kind,
    COALESCE((x.record #>> '{content,0,text}'::text[]), (x.record #>> '{span,text}'::text[]), (x.record #>> '{trigger,text}'::text[]), (x.record #>> '{name}'::text[]), p.name) AS words,
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

ALTER TABLE ONLY public.events ALTER COLUMN number SET DEFAULT nextval('public.events_number_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN number SET DEFAULT nextval('public.evidence_number_seq'::regclass);

ALTER TABLE ONLY public.failures ALTER COLUMN number SET DEFAULT nextval('public.failures_number_seq'::regclass);

ALTER TABLE ONLY public.reviews ALTER COLUMN number SET DEFAULT nextval('public.reviews_number_seq'::regclass);

ALTER TABLE ONLY public.statement_changes ALTER COLUMN number SET DEFAULT nextval('public.statement_changes_number_seq'::regclass);

INSERT INTO public.alembic_version VALUES ('0001');

INSERT INTO public.article_words VALUES (1, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''12'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (2, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''15'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (3, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.fkilled03'' ''.g02'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (4, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');

INSERT INTO public.articles VALUES (2, 'report-221c8cb971e1e766', 'page-8732c581df4bc537', 2, true, 'capture-6848d0c646d4b056', 'https://paper.example/one', 'The Paper', ' the paper ', '15 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '15 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 15 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T04:54:33.253719+00:00');
INSERT INTO public.articles VALUES (1, 'report-866ec3cf0980dce7', 'page-8732c581df4bc537', 1, false, 'capture-c6d569df0b526881', 'https://paper.example/one', 'The Paper', ' the paper ', '12 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '12 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 12 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T04:54:33.150738+00:00');
INSERT INTO public.articles VALUES (4, 'report-b42dc9e9b5832be5', 'page-b958d6d9d6609e8a', 1, true, 'capture-daec83704e8d0aff', 'https://paper.example/three', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T04:54:33.388705+00:00');
INSERT INTO public.articles VALUES (3, 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 1, true, 'capture-cf29c83efc687215', 'https://paper.example/two', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T04:54:33.374117+00:00');

INSERT INTO public.audit_log VALUES (1, '2026-11-30T04:54:33.020352+00:00', 'Ana Tester', 'case', 'case-9dd3e9e6c6d4ac3d', '{"name":"Port-Clair","made_with":"0.1.0"}', '0000000000000000000000000000000000000000000000000000000000000000', '2ad6685aa8d5c5d494c0140a12bdb54a0a3b9cd0fca85715ddf8e84c130e4344');
INSERT INTO public.audit_log VALUES (2, '2026-11-30T04:54:33.232654+00:00', 'Ana Tester', 'capture', 'capture-c6d569df0b526881', '{"sha256":"2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530","bytes":226,"row":"083c9dfb1b192f33521a44b18efda0b7263819225dd4740d888ba6bb57a063b2"}', '2ad6685aa8d5c5d494c0140a12bdb54a0a3b9cd0fca85715ddf8e84c130e4344', 'f0fea5e4b7f129773cd3b7c20fa43dd0f797e2f3e1ff34cf58b039c98bc9c4ce');
INSERT INTO public.audit_log VALUES (3, '2026-11-30T04:54:33.232654+00:00', 'Ana Tester', 'article', 'report-866ec3cf0980dce7', '{"row":"52257b780452bd7a1867e15fcd310e8b365d017d60067034aa0588536db49afa","report":"page-8732c581df4bc537","capture":"capture-c6d569df0b526881","added_at":"2026-11-30T04:54:33.150738+00:00"}', 'f0fea5e4b7f129773cd3b7c20fa43dd0f797e2f3e1ff34cf58b039c98bc9c4ce', '2dc87e59b58ce002563c07b9b95c6e3098c1b511e5bcfeece1a1f62bf7abb5dd');
INSERT INTO public.audit_log VALUES (4, '2026-11-30T04:54:33.232654+00:00', 'Ana Tester', 'reading', 'report-866ec3cf0980dce7', '{"sha256":"cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T04:54:33.180858+00:00"}', '2dc87e59b58ce002563c07b9b95c6e3098c1b511e5bcfeece1a1f62bf7abb5dd', '1024f141ff9a30ea31e9cb68f834d9dc43191120f28fd1e8dee740d3572c5d09');
INSERT INTO public.audit_log VALUES (5, '2026-11-30T04:54:33.358559+00:00', 'Ana Tester', 'capture', 'capture-6848d0c646d4b056', '{"sha256":"867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7","bytes":226,"row":"85596705166e2c43a26202f6a8b10372a0db0e774382853277216b63e7f614a2"}', '1024f141ff9a30ea31e9cb68f834d9dc43191120f28fd1e8dee740d3572c5d09', '43eef529afd8e89d8f83246036d74e4e9d4b6b89535f2b45eedb4f1f846e0cdc');
INSERT INTO public.audit_log VALUES (6, '2026-11-30T04:54:33.358559+00:00', 'Ana Tester', 'article', 'report-221c8cb971e1e766', '{"row":"4db49358dbcf763774fc145a4bdf9f4812d76f17e78b686741ab730688677275","report":"page-8732c581df4bc537","capture":"capture-6848d0c646d4b056","added_at":"2026-11-30T04:54:33.253719+00:00"}', '43eef529afd8e89d8f83246036d74e4e9d4b6b89535f2b45eedb4f1f846e0cdc', '10221e529a8db7082b9e8907d938e0bc0fa002712452c4f44878faa8cf687def');
INSERT INTO public.audit_log VALUES (7, '2026-11-30T04:54:33.358559+00:00', 'Ana Tester', 'reading', 'report-221c8cb971e1e766', '{"sha256":"6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T04:54:33.254428+00:00"}', '10221e529a8db7082b9e8907d938e0bc0fa002712452c4f44878faa8cf687def', '92ed2d993db226f4a10e94bcc5acedc3eb56d691aa47106f95ce8cf383ae7486');
INSERT INTO public.audit_log VALUES (8, '2026-11-30T04:54:33.386661+00:00', 'Ana Tester', 'capture', 'capture-cf29c83efc687215', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"528159be1ffb9ad305ae077821bdd6cf1ca308ce6d612885cd4bf40b47a5fc8f"}', '92ed2d993db226f4a10e94bcc5acedc3eb56d691aa47106f95ce8cf383ae7486', 'a14e8f326b5b01a90d7bd94b68b7c2cb7cdc707fcabb15e6516616e3eb2329f5');
INSERT INTO public.audit_log VALUES (9, '2026-11-30T04:54:33.386661+00:00', 'Ana Tester', 'article', 'report-eb1151a1a2575418', '{"row":"6e1c9b9a20280de878baa22aa792231b0d3764456200900bf89a6d9e190b7ecc","report":"page-517903eb918e58cb","capture":"capture-cf29c83efc687215","added_at":"2026-11-30T04:54:33.374117+00:00"}', 'a14e8f326b5b01a90d7bd94b68b7c2cb7cdc707fcabb15e6516616e3eb2329f5', 'f6e1b8b3d90dff940a7a97fa6fec04f7954d80491b117262201966456e2efb31');
INSERT INTO public.audit_log VALUES (10, '2026-11-30T04:54:33.386661+00:00', 'Ana Tester', 'reading', 'report-eb1151a1a2575418', '{"sha256":"656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T04:54:33.375441+00:00"}', 'f6e1b8b3d90dff940a7a97fa6fec04f7954d80491b117262201966456e2efb31', '61f771ca66045dd96f52fa79097dcb2b0dfa1b95a762058d245177818b6bf1e7');
INSERT INTO public.audit_log VALUES (11, '2026-11-30T04:54:33.395788+00:00', 'Ana Tester', 'capture', 'capture-daec83704e8d0aff', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"fce099afedab777a9065c5d4782ac15b4c9d4dc69219b61d5d28d905821b1bbf"}', '61f771ca66045dd96f52fa79097dcb2b0dfa1b95a762058d245177818b6bf1e7', '0c87a417e04f8f0e774aad6086e8cdcbb3a036d836c8344f474ffe381469e404');
INSERT INTO public.audit_log VALUES (12, '2026-11-30T04:54:33.395788+00:00', 'Ana Tester', 'article', 'report-b42dc9e9b5832be5', '{"row":"e1d688bd91221d21eac72f62d81848b0340ea2703c4020009e62fbbea753333b","report":"page-b958d6d9d6609e8a","capture":"capture-daec83704e8d0aff","added_at":"2026-11-30T04:54:33.388705+00:00"}', '0c87a417e04f8f0e774aad6086e8cdcbb3a036d836c8344f474ffe381469e404', '61bd8141b210fd09f52ff810937fbafbf4ac776e409fa3116d3adb9e46be46aa');
INSERT INTO public.audit_log VALUES (13, '2026-11-30T04:54:33.395788+00:00', 'Ana Tester', 'reading', 'report-b42dc9e9b5832be5', '{"sha256":"2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T04:54:33.394183+00:00"}', '61bd8141b210fd09f52ff810937fbafbf4ac776e409fa3116d3adb9e46be46aa', '10dd74faba2ecc3926939c22998b086b634e55e73c0d957081f3a9b4a18bf54e');
INSERT INTO public.audit_log VALUES (14, '2026-11-30T04:54:33.417263+00:00', 'Ana Tester', 'failure', 'failure-3f17c78220df6a58', '{"input":"https://paper.example/x","kind":"empty_input","row":"0063010fa3af3d16bf1e423184c23729187977b0eb17d36f8b253f71aa039d4d"}', '10dd74faba2ecc3926939c22998b086b634e55e73c0d957081f3a9b4a18bf54e', '5fa222658863afa065fd444fd7a7f412f25cccdb6ccc3bbccbe8c8261b4cb930');
INSERT INTO public.audit_log VALUES (15, '2026-11-30T04:54:33.451213+00:00', 'Ana Tester', 'review', 'review-20781420ec0cd190', '{"row":"51f191fe2b632f4bfcfd09d459268c1ba6d2cd66474c9c4c72881021def72643"}', '5fa222658863afa065fd444fd7a7f412f25cccdb6ccc3bbccbe8c8261b4cb930', '8a46f0f63da6cb1f50a99e797950d8b995a4c5a08a8e816cbe065a63a6a1f27e');
INSERT INTO public.audit_log VALUES (16, '2026-11-30T04:54:33.494295+00:00', 'Ana Tester', 'review', 'review-1c0feba21bbf933c', '{"row":"5b5c62ccfb6b7b8b5450e829a29b21d7b423a849aa72b81ae9e6dd6cfccdf725"}', '8a46f0f63da6cb1f50a99e797950d8b995a4c5a08a8e816cbe065a63a6a1f27e', '49a446f428368111179dcf553a173e84b5d7a13323eebdeec67d1d9d75e92c69');
INSERT INTO public.audit_log VALUES (17, '2026-11-30T04:54:33.531766+00:00', 'Ana Tester', 'review', 'review-3cddaa2d7f9f1304', '{"row":"fe6c4d8fa8f9446dcdc26e2600552743eea92146d570b66688bf729737530b18"}', '49a446f428368111179dcf553a173e84b5d7a13323eebdeec67d1d9d75e92c69', '0db586025141a804ed5801d16f5b0a95d5b9013b1047245c0a38ed1d9400a337');
INSERT INTO public.audit_log VALUES (18, '2026-11-30T04:54:33.737806+00:00', 'Ana Tester', 'review', 'review-5aa365c3ce216d81', '{"row":"7a0a689d8b2b2b086bbac826b1c6d31ab41ffb1303f5dc14884421421a498d15"}', '0db586025141a804ed5801d16f5b0a95d5b9013b1047245c0a38ed1d9400a337', '31fd0a249755993cff252647045a4b61a2d568cb3a07199f8faeb5277087c744');
INSERT INTO public.audit_log VALUES (19, '2026-11-30T04:54:33.809211+00:00', 'Ana Tester', 'review', 'review-ba0edfe5ca34c921', '{"row":"5cbd5861456c072ff9a089e8d50ce68c82cca3dc44eeab00a82a51e22d518c76"}', '31fd0a249755993cff252647045a4b61a2d568cb3a07199f8faeb5277087c744', '79c1341b73857d94ed79c9cee7ba770828666a65303d1e22c3c917f7ca773877');
INSERT INTO public.audit_log VALUES (20, '2026-11-30T04:54:33.845397+00:00', 'Ana Tester', 'review', 'review-2e80402fbfed42c0', '{"row":"393462cf646731087a747b361d3ec0cc1ac897ccfcc87f5db2104d4fddd33878"}', '79c1341b73857d94ed79c9cee7ba770828666a65303d1e22c3c917f7ca773877', '155b52efaf8e756c576b30177c6caf3ba950aa1cc3117791600c37ff3b354127');
INSERT INTO public.audit_log VALUES (21, '2026-11-30T04:54:33.871327+00:00', 'Ana Tester', 'review', 'review-14a15f838fb39534', '{"row":"2e5b2bf33d871abddc405f8f3f3139c279e832f6c26a2829ac73bbcdd05337e7"}', '155b52efaf8e756c576b30177c6caf3ba950aa1cc3117791600c37ff3b354127', '6b74cdfe2157c916166f31558152e4fd7f185057dd5293f5e2e9ee7661d37a45');
INSERT INTO public.audit_log VALUES (22, '2026-11-30T04:54:33.897757+00:00', 'Ana Tester', 'export', 'csv', '{"rows":"4"}', '6b74cdfe2157c916166f31558152e4fd7f185057dd5293f5e2e9ee7661d37a45', 'f637014606fe57d2a5808ff59000339bdd81fda8dfb2c6dd157ccf4e86210e06');
INSERT INTO public.audit_log VALUES (23, '2026-11-30T04:54:35.833885+00:00', 'Ana Tester', 'restored', 'case', '{"head":"f637014606fe57d2a5808ff59000339bdd81fda8dfb2c6dd157ccf4e86210e06"}', 'f637014606fe57d2a5808ff59000339bdd81fda8dfb2c6dd157ccf4e86210e06', '441bcbd52eef9f830a8ae22454571f5c3d930a3acbfed3c615eabb43f37fdf51');

INSERT INTO public.captured_bytes VALUES ('0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '\x392070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e746564203920646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '\x31322070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313220646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '\x31352070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313520646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');

INSERT INTO public.captures VALUES (2, 'capture-6848d0c646d4b056', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', 226, 'text/plain', NULL, '2022-05-05T14:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (1, 'capture-c6d569df0b526881', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', 226, 'text/plain', NULL, '2022-05-05T12:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (3, 'capture-cf29c83efc687215', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T13:00:00+00:00', 'https://paper.example/two', '{"input_id":null,"url":"https://paper.example/two","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (4, 'capture-daec83704e8d0aff', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T15:00:00+00:00', 'https://paper.example/three', '{"input_id":null,"url":"https://paper.example/three","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');

INSERT INTO public.casefile VALUES ('case-9dd3e9e6c6d4ac3d', 'Port-Clair', '2026-11-30T04:54:33.017978+00:00', '0.1.0');

INSERT INTO public.changes VALUES ('page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'report-221c8cb971e1e766', '2022-05-05T14:00:00+00:00', '[{"field":"title","before":"12 people killed at Port-Clair","after":"15 people killed at Port-Clair"}]', '[{"kind":"replaced","before":[0,2],"after":[0,2]},{"kind":"replaced","before":[115,117],"after":[115,117]}]');

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

INSERT INTO public.failures VALUES (1, 'failure-3f17c78220df6a58', 'https://paper.example/x', NULL, 'https://paper.example/x', NULL, 'job-fbb198f2d434716b', 'empty_input', 'empty', false, 1, '2026-11-30T04:54:33.409126+00:00', '2026-11-30T04:54:33.409126+00:00', NULL);

INSERT INTO public.figures VALUES (8, 'figure-0e302e9c4352b96d', 'report-eb1151a1a2575418', '9', 114, 115, 9, 10, false, 'killed', NULL, 'statement-42310bc7fab8da3c', false, 'time-5a329ecd4c1c7bd4', 'place-b848a979b8565206', NULL, NULL, NULL, 'corrected', NULL, false, false);
INSERT INTO public.figures VALUES (6, 'figure-8646e6ad643f6443', 'report-866ec3cf0980dce7', '12', 115, 117, 12, 12, false, 'killed', NULL, 'statement-eff2bd46f797b6bf', false, 'time-3dec01c92cfc9e36', 'place-5a41d8b98327ca0c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (7, 'figure-98ba29967ad833dd', 'report-221c8cb971e1e766', '15', 115, 117, 15, 15, false, 'killed', NULL, 'statement-c00e14494743aa3c', false, 'time-aa10876de86ac309', 'place-68abfdd81477f32c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (4, 'figure-db145da8c649a792', 'report-b42dc9e9b5832be5', '9', 114, 115, 9, 9, false, 'killed', NULL, 'statement-125e1150e71ff253', false, 'time-f792c06ca2098eec', 'place-7c96f8572735ac37', NULL, NULL, NULL, NULL, NULL, false, false);

INSERT INTO public.jobs VALUES (1, 'job-fbb198f2d434716b', '["https://paper.example/feed"]', '{"mode":"fast"}', 'Ana Tester', '2026-11-30T04:54:33.111040+00:00', NULL, 4, 0, 1);

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

INSERT INTO public.readings VALUES ('report-221c8cb971e1e766', '2026-11-30T04:54:33.254428+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d7c680716ebdbb735f8d664f511415b62156131c81939eec68fefb96210192e90fcd68b597882adbc57baf9e8b7c23bd076ff6a6f53d59adbf11abc96acec59098c494342fa5ca15a509898872adc725dcbde64954249b0de68e26c452448cb290e8ddb15343ae4823990fa9838167d361793c6dfd39666505b9c4f225e43a930599f66c5bd8e361f2d4b6f0f0bbe9feb12de0eab36d033afcb59d513eecf7d086d710e87bd3218588ec8cae0d6eaba0e94d445eacdfd996acda63d344e46401316d061295d566384c1f8befd10fcc91ad61692a53917200ae6e9933ca2396a40bee2c9111e3fc963c4b32dc56fca7f4ff0ff2a9642c2f80165054943373479e23ab2c5f92cfb0f3f95de7599e444ca4af922f053792a74ae5904a4de58fe4fdce3cec6d6b7bdf9ddf238f3cacf975ee981a20851a93ffdfeed005c6c174bd6b317ebd53d058e8878258be73cdf511aacae292b76e0216e4c6b0bfb92a87ceb5eed85e4e3d9b33be4268c385125a53ca0290d6bd5c8a4cfd7b5bdb0b6cd7d5808a8e0026f0774aff22f845b75f83af052851529e8b52dec10f271a50cb060c718c0e2c2bad0b960a51f1440d26013cb6ce6494cbcdc4e02fd7f9f88f066c3773552805460da06553f1c8f03100e7e2310b088db23d42dfeec92aa39406631cdb20c08afcfd84e76ae342f17e1bf08c6c6f1d756b2439356184ae0a939a5ce6822b51158ccfd099282286537302ffd9d6f03aecf145cdacf70dec2b8c0bec31fc49d84910dfdbfd52fb10c6008c1622d7a6c841f1cbfd1cf00b1e0de8fdf910d0fff9f4e5132e9ea0099380243449629ac5341def68e7ef9366a07993ba9312add6aa9d0bd3e2702c1bdbe3cd26d7e436c09b8d53d9fad82dd18f895816252412f5075d70aef5427f86c38b894d10f685ac30223b5befc62738a077bfda3dcec17990ec422fb03f4d33e018143793bca094ebb46debad771f7d40ee46d448e54dc10727bd77190e28efd65557249d39d9e1e22e9c81b866b1cce9f6333fc4b16442a41a749aab3411459872beb3751dc6f53aa551cae76e7ffa7a685c3060ffdb67b377de3c9c2c4e88d03914f8588edb2e666ddc29d4b8cae45d779908688bdaf84bf021cb0f549a1df066ef37f75d5abff70f07770fdf14bd2dcf23c4bbb6b5a606bf88975370d46b33aa7df5f4acf79889130319648251c94b815fda853b8b3c62926d42556d8f78cd4938e470c71eb4d986cb3c097cbd1cdb3021c817d398ba833d995726f58f5d737dec77ee25404d9888922443a8dfff05c17429d3', '6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345');
INSERT INTO public.readings VALUES ('report-866ec3cf0980dce7', '2026-11-30T04:54:33.180858+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d73660436ebdbb735f8d664f511419db10ab098e8c494f7634ff7dcb900061fa43335aed257295cbc57bafcae57c439d175e1f75eb3bb4d97e4346a1cdec8b794a339d0826ab5ca415562842d2b61eb6207a9bd028a7bb1df87a1dec82470493e0e86cefe4e0cbd3a86083eba4c5b376901e4e1b7f897955558a2bce134c34111c4d31fb561ce1307a6a5bf1f0bb76ff9856c0eeb369033af8354e4b1fe2bd68c36790e83aed8042840e5ad51ac22ad1743a422fc61f4c8b366ddf34113a1b0198760389ca283d1cc68ff9f7e807e6baaa68a95256f18297acacee99139c4484a60bee84161149927bf284661096ffa7f4ff0ff258284252ca5599f24c30b6229f00ab8c2dc9675079b6aa3c6134223c7d957ca5684e449e5099975929b31fc9fb837e389ad674de5dde230f3c8cfe75eee01a20851c53ffbf5da12b8c93769d6dc17ebd52a231a21b12427a679bdb525495812d6fec042cc80d667777554eceb6b66fafa79ef5053ec1954eb8e44a614c0290d6be5c934cf57b5bdb2b6ceb6a018a8e0026f02ba57f11fca2daafc1575c485ee284f1b258c10f271a21970518ec38132951795900152e059643930838b6cd8a8815bb89c15fd6f9f88f46183773952005588d80964df9238165009ef0c72c20d4d274007d7f449b0c631c1aa36f83001bf4f7139cabb50dc9bb7dc033b2bdefa8fb462aa6228cd0392b7396e789505248a18a193ae17944606a4ee03f9b5abc0e7bfc5033eb7d07fb06e30a7b347f12360de27b735c6a1fcc38515a62220b2a2b59e884cdf879120de8fde514d0fff9f4e5136c9e45132601a298d21867314ec73beafcdaa9079a77ae9594d06aad3cd8302d4e7dd9980e6e36ba39f701dedc3895a97bb7443f3ae29ca54c33a1589a542c4d9385fe048617e1bb20ec0bda100a93c3d48771254ed0bb5fcd11e6e03c480ea116509fa6d1e3fb078aeb495e21a575cab4f5dedb8f1e90d5881aa9bc29f8d049ef5d8613c8bbb7d50d89d367335cdc456700ae592c7dbe7fe6073bae4aae520913839192528921b177a6aec3b8dea6384a93b9da9fbe9e1a1b1ab0fbedb33e5aaf1fce062644a81c08dc9763d8b5591b7b0e396e3279ebae1301daa2d6fe6a7cc8f20395e60e78b3f6bb7595b6effdc381e8e14d51fbf232425c95add5b5f00b7b390547bd76a3dab79e9ef51e3d719970962bcd0bc24a81d9723ae42c2205d985accaf470cd51386421e22894de87cb3c097cbb1cfb3021d017dde8da89239a7726f57bd7dc96ddc1be04a894f088d20ca07eff17dfdc2c83', 'cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b');
INSERT INTO public.readings VALUES ('report-b42dc9e9b5832be5', '2026-11-30T04:54:33.394183+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd96db8ea33810865fa5e56be8b5cdc190bbdeddb95f8d66afa22832a62056131c19939eec68de7dcb900061faa019adf626c2e503dfff57b9c837d239e9e008adebc866fb8de8926ce658c82396545ce5b4cc0b25444c02a24ceb700a576f2316646cb7c3580f7e9ca701a3d4073ad35b35c4b228c893217402f90c168fc7ddda5d42095cc650463c659c82a4645ab36fe5113793a7b6950fbf83fd47b712679f75ebe9f0575b50ceaf77b2f5af21b2ebc0a284801ca0ac019755b2e920202fda1d744b366ddf3401396b894cbb4144a54b1836d3c7ec7bf08372c613602ca1205855f124ba57ce280f18e70bed8c8b8045ec5e3ce3112e4bff53f9ff877845a35c468aca4224b462d54a7c84aa9278293e493092afc4a7346082bf2a1e2a80385671c5d3541665f1a378778087a36e75e7ece53df1a843c3af6bc7d080e4cf98eaffed0c5d314e603bd3e2f8f54cc946cb6e38108fb7a6b93dcaaad238e5b499c0bcdd38eceeaecac99ad6f4ed75d7335cf015a2844828519694320fd29a97eb2153fedef6f68a6d6c2dd1d11160825f39fd8bf08b6cbf865f0aa94441a35414f90adfef68a45a2660188742e5699525828b28912a12439148dcb64db220cd769382bf8c75e11f8dd476d6aad00a1c35124b36168f0c1f3d78241e134f084a7788be3f924d4229f585d1b7de800df9fb09f7d560fce1dddef38c6aef2beabe90f2290923ba2a2240e88ae5292ff3249dd199c02699d119feb3aee5ebd8e38b9ad9ef3bec1bc6157b1cfe2436f7e63b7d5c7aef87612572ae68aa24a77906a0667ec17dcfc75d9793a7fff3e9cb279c3ccbc67702c229e7214d421a8f77d4ba7510069977a19595586aad3a18df2d4e7dd1e80e6f36b905f71e6f2e9c4ad7bd5dd28f81b02c589c943253699c4bd4b2f09fc501f6f59d37f6856cf06d075d1f860779c2cafdaa8fd805e73672f099c0ec34cd4031f80d93b95229634bddd67b673efa7cac1ad428e44dbb873a7aef2a9cd0dcbda96e2416ce7ab8b68bba40aed92a38df7fe4877118c71438020aca5896e4be5938abebda37eb6d9407319f73fde9eba931befcbadf3ec3d13878386bec0f3e6f686f5f8ccbaea5da98b33fe3669333f6da0fb0286a70d7c1872a3f7069ceff9b99dfadb3b47defff0dae1ebe28e5beb88c88abb4b5504bb7182f7be0e8d76e74fb56d1b3df6324e459ee0d2fb392a53cce97bd21c3daccf29d3fb5d43d5e72e237195c719425ecfd559e0cbe5d8dbdef0fe40b34505b7924f3cce47e6f9bdb6377302f1e95b324e03c42d4efff02755f284b', '2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d');
INSERT INTO public.readings VALUES ('report-eb1151a1a2575418', '2026-11-30T04:54:33.375441+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd56cb8ee33610fc9501cff2840f3d7d9b247b0f169b9361182d929289914583a23ceb2cf6dfd3946c49f6ce03bb087231d44d3655555d6cf91be93c787dd0adefc87af38d1845d6736e95142aa7394f2b10297059928848db7a5cc2dd1bc1a29c6db798eb75888b3462948644677b27875c2ea2221952470dcfdae1f1586dfc790549cc1201aa8a2987aa6464dab36be180c5e4a96de1e177edfe312de0eab369033afc354e4b1ff67b68c36b08749d764821227bad6a8ddb2a683a1d9117e3f7a625ebb66f9a889c0c20a6ed40a2324a0fc5f431ff1efdc03ce682d152661594b902216f9933ca23c6f9823be359c404bb25cfb8c06de97f4affff204f13a1b8ca8b5c66315782de9117c82a8997e4930433c51df994462ce3af92e72585b2a872a08c9589a23f92f77bfd7030ade9bc3bbf471e7918fdebdc3135400a674cfe7fbb43171847ed3adb62fc7aa7a031d00d07e2f1ce36d747a82a834bded80958901bc3eee6aa1c9d6d6ddf5eaa9ef5195f91292d32992945e900a4b52f9743a6febdaded05b67535a0a2238009fc9dd2bf087ed1edd7e0ab0c64565291666571073f543420970d18e25599c739145951e6499a709a0e26012cdb247994e6db89c15fd6f9d51f0d183773952805460da065e3ec91e163002eb2c72420d4d274087d7720eb84521a8cd1b7418035f9fb09eb6a6dc3e1dd2ee019d9de3aead648c5d484113a53b1e4ba483201a28454ced059864332a733f8cfa686d7618f2f6a66bd6f605f615c608fe14fc2e6417c6f0e4bed43b84a40f0424b64c1b06d2a9ef1673ccc7cac3a1f03fa3f9fbe7cc2c513346112104e39c7e9b1a2f178479dbf4fea81e64dea4e4ab45a2bf7364c8b635f36a6c39b4daec95d80371ba73275ef96e8c7c48a6a41517f198b849745aa16fab338622cd906615fc81adfb637f57e7880233af7ab39e0149cc7c83e7402bbd334038a416f3d890b525aa74c5befbcfde8f37137a046226fca3df8e8bdab70447177b6ba2271fa64866bbbf005e29aa5d2a7db8ffc10af785a26a20a32e51494081f78ef4c5d8761bd114514f3b9d79fbe1e1b1becd7fdf6591facd70f2783f321f40de5edcb71dbc5aa8d3d8533ae3279eb2ef3004d516b7f093e64f9814a73ffdfecfcf6be4b9bf7fedfe0eee18ba276e5798478d7b656d7e017f172068e7a6d47b5af8e9ef51e332b9ee918442539d31c745e2dbc99a337f3621b4e55a6c74b4e4291c51d07507a17aef224f0f56aecc27c205f74a36b070732af4ceaf7aeb93e767bfb12a07296449c0b84fafd5fbd852930', '656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb');

INSERT INTO public.reports VALUES (2, 'page-517903eb918e58cb', 'https://paper.example/two', '2026-11-30T04:54:33.374117+00:00');
INSERT INTO public.reports VALUES (1, 'page-8732c581df4bc537', 'https://paper.example/one', '2026-11-30T04:54:33.150738+00:00');
INSERT INTO public.reports VALUES (3, 'page-b958d6d9d6609e8a', 'https://paper.example/three', '2026-11-30T04:54:33.388705+00:00');

INSERT INTO public.reviews VALUES (1, 'review-20781420ec0cd190', '2026-11-30T04:54:33.442859+00:00', 'Ana Tester', 'confirm', 'statement', 'statement-59d80826fa36a2cb', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'heard the tape', '{}', '[]', '{"id":"statement-59d80826fa36a2cb","content":[{"start":31,"end":81,"text":"A shell hit the station of Port-Clair on Wednesday"}],"cue":[{"start":96,"end":100,"text":"said"}],"source":[{"start":83,"end":95,"text":"Anna Berzina"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"indirect","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (2, 'review-1c0feba21bbf933c', '2026-11-30T04:54:33.493616+00:00', 'Ana Tester', 'correct', 'figure', 'figure-0e302e9c4352b96d', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'nine or ten', '{"high":10}', '[]', '{"id":"figure-0e302e9c4352b96d","span":{"start":114,"end":115,"text":"9"},"low":9,"high":9,"approximate":false,"what":"killed","counted":null,"according_to":"statement-42310bc7fab8da3c","hedged":false,"time":"time-5a329ecd4c1c7bd4","place":"place-b848a979b8565206","part_of":null,"revises":null,"counting":null,"cited":{"statements":[{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8}],"times":[{"id":"time-5a329ecd4c1c7bd4","span":{"start":72,"end":81,"text":"Wednesday"},"type":"DATE","value":"2022-05-04","start":"2022-05-04","end":"2022-05-04","confidence":0.9,"anchor":"published","anchor_time":null}],"places":[{"id":"place-b848a979b8565206","span":{"start":58,"end":68,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}]}}');
INSERT INTO public.reviews VALUES (3, 'review-3cddaa2d7f9f1304', '2026-11-30T04:54:33.531121+00:00', 'Ana Tester', 'reject', 'statement', 'statement-053d2d898c742d30', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'not theirs', '{}', '[]', '{"id":"statement-053d2d898c742d30","content":[{"start":133,"end":154,"text":"\"Nobody fired there,\""}],"cue":[{"start":155,"end":159,"text":"said"}],"source":[{"start":160,"end":172,"text":"the ministry"}],"speaker":"entity-2b0ab9f8a011b5d0","speaker_name":"the ministry","kind":"direct","stance":"denies","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-2b0ab9f8a011b5d0","kind":"organisation","name":"the ministry","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":160,"end":172,"text":"the ministry"}],"pronouns":[],"key":"d7ac7b0367b9","known":null}]}}');
INSERT INTO public.reviews VALUES (4, 'review-5aa365c3ce216d81', '2026-11-30T04:54:33.731901+00:00', 'Ana Tester', 'note', 'place', 'place-5a41d8b98327ca0c', 'page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'the old port', '{}', '[]', '{"id":"place-5a41d8b98327ca0c","span":{"start":59,"end":69,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}');
INSERT INTO public.reviews VALUES (5, 'review-ba0edfe5ca34c921', '2026-11-30T04:54:33.804258+00:00', 'Ana Tester', 'protect', 'statement', 'statement-42310bc7fab8da3c', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'a witness', '{}', '[]', '{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (6, 'review-2e80402fbfed42c0', '2026-11-30T04:54:33.844767+00:00', 'Ana Tester', 'correct', 'report', 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'misprinted', '{"outlet":"The Port Paper"}', '[]', '{"outlet":"The Paper","title":"9 people killed at Port-Clair","byline":null,"published":"2022-05-05"}');
INSERT INTO public.reviews VALUES (7, 'review-14a15f838fb39534', '2026-11-30T04:54:33.870803+00:00', 'Ana Tester', 'undo', 'review', 'review-2e80402fbfed42c0', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'it was right', '{}', '[]', 'null');

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

INSERT INTO public.times VALUES (6, 'time-3dec01c92cfc9e36', 'report-866ec3cf0980dce7', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (8, 'time-5a329ecd4c1c7bd4', 'report-eb1151a1a2575418', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (7, 'time-aa10876de86ac309', 'report-221c8cb971e1e766', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (4, 'time-f792c06ca2098eec', 'report-b42dc9e9b5832be5', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);

SELECT pg_catalog.setval('public.events_number_seq', 8, true);

SELECT pg_catalog.setval('public.evidence_number_seq', 8, true);

SELECT pg_catalog.setval('public.failures_number_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_number_seq', 7, true);

SELECT pg_catalog.setval('public.statement_changes_number_seq', 3, true);

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

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT pk_jobs PRIMARY KEY (id);

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT pk_parties PRIMARY KEY (id);

ALTER TABLE ONLY public.places
    ADD CONSTRAINT pk_places PRIMARY KEY (id);

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

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT uq_jobs_number UNIQUE (number);

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT uq_parties_number UNIQUE (number);

ALTER TABLE ONLY public.places
    ADD CONSTRAINT uq_places_number UNIQUE (number);

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT uq_reports_number UNIQUE (number);

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT uq_reviews_id UNIQUE (id);

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT uq_statements_number UNIQUE (number);

ALTER TABLE ONLY public.times
    ADD CONSTRAINT uq_times_number UNIQUE (number);

CREATE INDEX ix_article_words_stems ON public.article_words USING gin (stems) WITH (gin_pending_list_limit='512');

CREATE INDEX ix_articles_capture ON public.articles USING btree (capture);

CREATE INDEX ix_articles_published_day_latest ON public.articles USING btree (published_day, latest);

CREATE INDEX ix_audit_log_subject ON public.audit_log USING btree (subject);

CREATE INDEX ix_captures_sha256 ON public.captures USING btree (sha256);

CREATE INDEX ix_changes_report ON public.changes USING btree (report);

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

CREATE INDEX ix_parties_name_folded ON public.parties USING btree (name_folded);

CREATE INDEX ix_places_article ON public.places USING btree (article);

CREATE INDEX ix_places_country ON public.places USING btree (country);

CREATE INDEX ix_places_name_folded ON public.places USING btree (name_folded);

CREATE INDEX ix_places_within ON public.places USING btree (within) WHERE (within IS NOT NULL);

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

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_within_places FOREIGN KEY (within) REFERENCES public.places(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_anchor_time_times FOREIGN KEY (anchor_time) REFERENCES public.times(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

