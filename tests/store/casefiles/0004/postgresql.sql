CREATE FUNCTION public.only_grows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
RAISE EXCEPTION '% only grows: what is kept is never changed or taken out', TG_TABLE_NAME;
END $$;

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.article_media (
    number bigint NOT NULL,
    article text NOT NULL,
    turn integer NOT NULL,
    kind text NOT NULL,
    url text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    media text
);

CREATE SEQUENCE public.article_media_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.article_media_number_seq OWNED BY public.article_media.number;

CREATE TABLE public.article_metadata (
    article text NOT NULL,
    status text,
    document json NOT NULL
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = b.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS source_withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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

CREATE TABLE public.media (
    sha256 text NOT NULL,
    kind text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    width integer,
    height integer,
    duration double precision,
    hashes json NOT NULL,
    exif json NOT NULL,
    made_with text NOT NULL
);

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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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

CREATE TABLE public.proofs (
    number bigint NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    sha256 text NOT NULL,
    authority text NOT NULL,
    token bytea NOT NULL,
    made_at text NOT NULL
);

CREATE TABLE public.readings (
    article text NOT NULL,
    read_at text NOT NULL,
    made_with text NOT NULL,
    readers json NOT NULL,
    document bytea NOT NULL,
    sha256 text NOT NULL
);

CREATE TABLE public.records (
    number bigint NOT NULL,
    id text NOT NULL,
    capture text,
    failure text,
    turn integer NOT NULL,
    type text NOT NULL,
    date text NOT NULL,
    url text,
    concurrent_to text,
    status integer,
    media_type text,
    payload_sha256 text,
    sha256 text NOT NULL,
    bytes integer NOT NULL,
    holds boolean NOT NULL
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT count(*) AS count
           FROM (public.story_reports s
             JOIN public.articles a ON ((a.id = s.article)))
          WHERE ((s.story = x.id) AND (( SELECT said.status
                   FROM (public.articles notice
                     JOIN public.article_metadata said ON ((said.article = notice.id)))
                  WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                           FROM (public.articles later
                             LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                          WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
                  ORDER BY notice.version DESC
                 LIMIT 1) IS NOT NULL))) AS withdrawn_reports,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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
    ( SELECT said.status
           FROM (public.articles notice
             JOIN public.article_metadata said ON ((said.article = notice.id)))
          WHERE ((notice.report = a.report) AND (said.status = ANY (ARRAY['canceled'::text, 'withheld'::text])) AND (NOT (EXISTS ( SELECT later.id
                   FROM (public.articles later
                     LEFT JOIN public.article_metadata told ON ((told.article = later.id)))
                  WHERE ((later.report = notice.report) AND (later.version > notice.version) AND ((later.modified IS NULL) OR (notice.modified IS NULL) OR (later.modified > notice.modified)) AND ((told.status IS NULL) OR (told.status <> ALL (ARRAY['canceled'::text, 'withheld'::text]))))))))
          ORDER BY notice.version DESC
         LIMIT 1) AS withdrawn,
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

CREATE TABLE public.watched_pages (
    number bigint NOT NULL,
    watch text NOT NULL,
    url text NOT NULL,
    listed_at text NOT NULL,
    etag text,
    modified text,
    seen_at text,
    altered_at text,
    due_at text,
    failures integer NOT NULL,
    trouble text
);

CREATE SEQUENCE public.watched_pages_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.watched_pages_number_seq OWNED BY public.watched_pages.number;

CREATE TABLE public.watches (
    number bigint NOT NULL,
    id text NOT NULL,
    address text NOT NULL,
    kind text,
    added_at text NOT NULL,
    author text NOT NULL,
    ended_at text,
    etag text,
    modified text,
    seen_at text,
    due_at text NOT NULL,
    failures integer NOT NULL,
    trouble text
);

ALTER TABLE ONLY public.article_media ALTER COLUMN number SET DEFAULT nextval('public.article_media_number_seq'::regclass);

ALTER TABLE ONLY public.derivations ALTER COLUMN number SET DEFAULT nextval('public.derivations_number_seq'::regclass);

ALTER TABLE ONLY public.events ALTER COLUMN number SET DEFAULT nextval('public.events_number_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN number SET DEFAULT nextval('public.evidence_number_seq'::regclass);

ALTER TABLE ONLY public.failures ALTER COLUMN number SET DEFAULT nextval('public.failures_number_seq'::regclass);

ALTER TABLE ONLY public.position_words ALTER COLUMN number SET DEFAULT nextval('public.position_words_number_seq'::regclass);

ALTER TABLE ONLY public.reviews ALTER COLUMN number SET DEFAULT nextval('public.reviews_number_seq'::regclass);

ALTER TABLE ONLY public.statement_changes ALTER COLUMN number SET DEFAULT nextval('public.statement_changes_number_seq'::regclass);

ALTER TABLE ONLY public.story_reports ALTER COLUMN number SET DEFAULT nextval('public.story_reports_number_seq'::regclass);

ALTER TABLE ONLY public.watched_pages ALTER COLUMN number SET DEFAULT nextval('public.watched_pages_number_seq'::regclass);

INSERT INTO public.alembic_version VALUES ('0004');

INSERT INTO public.article_metadata VALUES ('report-8caaf6173bf1e3de', 'canceled', '{"authors":[{"name":"Ana Tester","url":null,"organisation":null,"kind":null}],"dateline":null,"corrections":[],"claims":[],"status":"canceled","status_at":null,"status_words":null,"note":null,"replaces":false,"section":null,"keywords":[],"canonical":null,"free":null,"usage":null,"version":null,"credentials":[]}');

INSERT INTO public.article_words VALUES (1, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''12'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (2, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''15'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (3, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.fkilled03'' ''.g02'' ''.g03'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (4, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''9'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');
INSERT INTO public.article_words VALUES (5, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.nministry'' ''.nthe'' ''.oparty66a0a753c552afcb'' ''.oparty95d0c71ec21d5d41'' ''.pportclair'' ''.priga'' ''.sasserts'' ''.sdenies'' ''.x'' ''7'':1,22 ''a'':7,34 ''anna'':17 ''at'':4 ''berzina'':18 ''clair'':6,14 ''count'':21 ''dead'':23 ''fire'':27 ''hit'':9 ''in'':32 ''kill'':3 ''ministri'':31 ''nobodi'':26 ''of'':12 ''on'':15,37 ''peopl'':2 ''port'':5,13 ''post'':36 ''riga'':33 ''roof'':41 ''said'':19,25,29 ''she'':24 ''shell'':8 ''show'':39 ''station'':11 ''telegram'':38 ''the'':10,30,40 ''there'':28 ''video'':35 ''we'':20 ''wednesday'':16');

INSERT INTO public.articles VALUES (2, 'report-221c8cb971e1e766', 'page-8732c581df4bc537', 2, true, 'capture-6848d0c646d4b056', 'https://paper.example/one', 'The Paper', ' the paper ', '15 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '15 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 15 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T17:19:39.157750+00:00');
INSERT INTO public.articles VALUES (1, 'report-866ec3cf0980dce7', 'page-8732c581df4bc537', 1, false, 'capture-c6d569df0b526881', 'https://paper.example/one', 'The Paper', ' the paper ', '12 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '12 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 12 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '[["headline",0,30],["paragraph",32,226]]', '[]', '2026-11-30T17:19:39.119222+00:00');
INSERT INTO public.articles VALUES (5, 'report-8caaf6173bf1e3de', 'page-c740f3f0393dafc2', 1, true, 'capture-968fff4700437b05', 'https://paper.example/four', 'The Paper', ' the paper ', '7 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '7 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 7 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '8f7e55ea99879901b388e22fe4ab802bd922e416e69697151f3075d43e22a085', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T17:19:39.247741+00:00');
INSERT INTO public.articles VALUES (4, 'report-b42dc9e9b5832be5', 'page-b958d6d9d6609e8a', 1, true, 'capture-daec83704e8d0aff', 'https://paper.example/three', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T17:19:39.231695+00:00');
INSERT INTO public.articles VALUES (3, 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 1, true, 'capture-cf29c83efc687215', 'https://paper.example/two', 'The Paper', ' the paper ', '9 people killed at Port-Clair', NULL, '2022-05-05', '2022-05-05', NULL, NULL, NULL, NULL, NULL, 'en', '9 people killed at Port-Clair

A shell hit the station of Port-Clair on Wednesday, Anna Berzina said. "We counted 9 dead," she said. "Nobody fired there," said the ministry in Riga. A video posted on Telegram shows the roof.', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '[["headline",0,29],["paragraph",31,224]]', '[]', '2026-11-30T17:19:39.227219+00:00');

INSERT INTO public.audit_log VALUES (1, '2026-11-30T17:19:39.083984+00:00', 'Ana Tester', 'case', 'case-378f43a361962c37', '{"name":"Port-Clair","made_with":"0.1.0"}', '0000000000000000000000000000000000000000000000000000000000000000', '340acfdf0cda51a6bea4dba6dbcbae8969ab1a5eac31fc8010d750b753c53ec7');
INSERT INTO public.audit_log VALUES (2, '2026-11-30T17:19:39.147935+00:00', 'Ana Tester', 'capture', 'capture-c6d569df0b526881', '{"sha256":"2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530","bytes":226,"row":"083c9dfb1b192f33521a44b18efda0b7263819225dd4740d888ba6bb57a063b2"}', '340acfdf0cda51a6bea4dba6dbcbae8969ab1a5eac31fc8010d750b753c53ec7', '7d52ae0027c6cce2f822039201fc981b7df5e0a8b62019d0bf7595b094d9cfce');
INSERT INTO public.audit_log VALUES (3, '2026-11-30T17:19:39.147935+00:00', 'Ana Tester', 'article', 'report-866ec3cf0980dce7', '{"row":"52257b780452bd7a1867e15fcd310e8b365d017d60067034aa0588536db49afa","report":"page-8732c581df4bc537","capture":"capture-c6d569df0b526881","added_at":"2026-11-30T17:19:39.119222+00:00"}', '7d52ae0027c6cce2f822039201fc981b7df5e0a8b62019d0bf7595b094d9cfce', '5266094768c990f19daac601c8f233ff902bf245281b43c9897c6fd03f0873cc');
INSERT INTO public.audit_log VALUES (4, '2026-11-30T17:19:39.147935+00:00', 'Ana Tester', 'reading', 'report-866ec3cf0980dce7', '{"sha256":"cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T17:19:39.128270+00:00"}', '5266094768c990f19daac601c8f233ff902bf245281b43c9897c6fd03f0873cc', 'ae407f108e4b1b893179fb0bd6135d60ff78681eae390dfdd600cd624d1299a7');
INSERT INTO public.audit_log VALUES (5, '2026-11-30T17:19:39.219217+00:00', 'Ana Tester', 'capture', 'capture-6848d0c646d4b056', '{"sha256":"867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7","bytes":226,"row":"85596705166e2c43a26202f6a8b10372a0db0e774382853277216b63e7f614a2"}', 'ae407f108e4b1b893179fb0bd6135d60ff78681eae390dfdd600cd624d1299a7', '63bf77dc454ec7d4e5b0860b66d978c839bf45b03b9cca3e9e4389144152851c');
INSERT INTO public.audit_log VALUES (6, '2026-11-30T17:19:39.219217+00:00', 'Ana Tester', 'article', 'report-221c8cb971e1e766', '{"row":"4db49358dbcf763774fc145a4bdf9f4812d76f17e78b686741ab730688677275","report":"page-8732c581df4bc537","capture":"capture-6848d0c646d4b056","added_at":"2026-11-30T17:19:39.157750+00:00"}', '63bf77dc454ec7d4e5b0860b66d978c839bf45b03b9cca3e9e4389144152851c', '6c1526f7406b29e040069e33872ec842a449971abd872f4e7f82d0108962c630');
INSERT INTO public.audit_log VALUES (7, '2026-11-30T17:19:39.219217+00:00', 'Ana Tester', 'reading', 'report-221c8cb971e1e766', '{"sha256":"6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T17:19:39.158334+00:00"}', '6c1526f7406b29e040069e33872ec842a449971abd872f4e7f82d0108962c630', '6ac555e2896d8263796437624f7b96d361aaa5ab955ff1fc39f93d8d7cd6d4a4');
INSERT INTO public.audit_log VALUES (8, '2026-11-30T17:19:39.230029+00:00', 'Ana Tester', 'capture', 'capture-cf29c83efc687215', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"528159be1ffb9ad305ae077821bdd6cf1ca308ce6d612885cd4bf40b47a5fc8f"}', '6ac555e2896d8263796437624f7b96d361aaa5ab955ff1fc39f93d8d7cd6d4a4', '4a8a659bc7e70d88244073235aba8c346ae72120fd350230f5c11554943ee56c');
INSERT INTO public.audit_log VALUES (9, '2026-11-30T17:19:39.230029+00:00', 'Ana Tester', 'article', 'report-eb1151a1a2575418', '{"row":"6e1c9b9a20280de878baa22aa792231b0d3764456200900bf89a6d9e190b7ecc","report":"page-517903eb918e58cb","capture":"capture-cf29c83efc687215","added_at":"2026-11-30T17:19:39.227219+00:00"}', '4a8a659bc7e70d88244073235aba8c346ae72120fd350230f5c11554943ee56c', 'a3500453cdf1fc8af652497a06174aaa8702a0998a39c4974e36fd094f96e4d6');
INSERT INTO public.audit_log VALUES (10, '2026-11-30T17:19:39.230029+00:00', 'Ana Tester', 'reading', 'report-eb1151a1a2575418', '{"sha256":"656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T17:19:39.228371+00:00"}', 'a3500453cdf1fc8af652497a06174aaa8702a0998a39c4974e36fd094f96e4d6', '283442b77177e458c6a106e3329bc7320e2905f950340b87a8713ebb80e573a3');
INSERT INTO public.audit_log VALUES (11, '2026-11-30T17:19:39.236707+00:00', 'Ana Tester', 'capture', 'capture-daec83704e8d0aff', '{"sha256":"0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15","bytes":224,"row":"fce099afedab777a9065c5d4782ac15b4c9d4dc69219b61d5d28d905821b1bbf"}', '283442b77177e458c6a106e3329bc7320e2905f950340b87a8713ebb80e573a3', '8a49f5ba5c32e18de9edda531c57f733118cb85e2c86438fa4475e50fff7d3f7');
INSERT INTO public.audit_log VALUES (12, '2026-11-30T17:19:39.236707+00:00', 'Ana Tester', 'article', 'report-b42dc9e9b5832be5', '{"row":"e1d688bd91221d21eac72f62d81848b0340ea2703c4020009e62fbbea753333b","report":"page-b958d6d9d6609e8a","capture":"capture-daec83704e8d0aff","added_at":"2026-11-30T17:19:39.231695+00:00"}', '8a49f5ba5c32e18de9edda531c57f733118cb85e2c86438fa4475e50fff7d3f7', '6b9023870e28f2a08db793947e29d57daadf10e8b8c7af2a7c3faae3a461f9c4');
INSERT INTO public.audit_log VALUES (13, '2026-11-30T17:19:39.236707+00:00', 'Ana Tester', 'reading', 'report-b42dc9e9b5832be5', '{"sha256":"2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T17:19:39.232639+00:00"}', '6b9023870e28f2a08db793947e29d57daadf10e8b8c7af2a7c3faae3a461f9c4', '22f1909437a1118191218142ac9cd37828acec05b1803e99514c8bd75542ba29');
INSERT INTO public.audit_log VALUES (14, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'capture', 'capture-968fff4700437b05', '{"sha256":"8f7e55ea99879901b388e22fe4ab802bd922e416e69697151f3075d43e22a085","bytes":224,"row":"0c25b308d293e5a60648d88d342ddcd0849b1a5e44baea1fe2f7b7fb8e634870"}', '22f1909437a1118191218142ac9cd37828acec05b1803e99514c8bd75542ba29', 'a2c1d408451f38cd17670abb176c322c29640f47eabab9b44121886d83104f24');
INSERT INTO public.audit_log VALUES (15, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'record', 'urn:uuid:00000001', '{"row":"e5d5e60b4571947543a759f7bc4184e4f94e54861f7f06451463d5ea28b67686"}', 'a2c1d408451f38cd17670abb176c322c29640f47eabab9b44121886d83104f24', 'fc95bf40c1a35b5a3214213d7ae425edfbf2e5fcaf9f63f9c2ec1b16d73bb077');
INSERT INTO public.audit_log VALUES (16, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'record', 'urn:uuid:00000002', '{"row":"466d3d2befe8d4e997bbd88d6efc9912d4fba36793459397fa9c4d19cf6c32a6"}', 'fc95bf40c1a35b5a3214213d7ae425edfbf2e5fcaf9f63f9c2ec1b16d73bb077', '3ad157538556858034bfd8405783b292c712a3d12c23e14b8eb913d100b7069f');
INSERT INTO public.audit_log VALUES (17, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'article', 'report-8caaf6173bf1e3de', '{"row":"52f6a42884277aa3ab5de7cea828191d7042f59b3a36defc4d974d4b90808cc8","report":"page-c740f3f0393dafc2","capture":"capture-968fff4700437b05","added_at":"2026-11-30T17:19:39.247741+00:00"}', '3ad157538556858034bfd8405783b292c712a3d12c23e14b8eb913d100b7069f', 'e3d5bb76c0190bd20261d5bb1f3c0816c06f7d7f9efc309db8d67b7bde89e0b5');
INSERT INTO public.audit_log VALUES (18, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'metadata', 'report-8caaf6173bf1e3de', '{"row":"83e74880e9a13b9f9b8264aeda6b553471355c991580722614e6c86b38001520"}', 'e3d5bb76c0190bd20261d5bb1f3c0816c06f7d7f9efc309db8d67b7bde89e0b5', 'da1e77e6f17e7e3e3ca6bce8fae5377a532b57ef5e2fcaf1e9b45ffddb0e566f');
INSERT INTO public.audit_log VALUES (19, '2026-11-30T17:19:39.255052+00:00', 'Ana Tester', 'reading', 'report-8caaf6173bf1e3de', '{"sha256":"ad8d36d5f919c88d31ce4d33169ed40767efe12a6908d315784e6070ed5111d5","readers":[["statements","by hand","2"]],"made_with":"0.1.0","read_at":"2026-11-30T17:19:39.253462+00:00"}', 'da1e77e6f17e7e3e3ca6bce8fae5377a532b57ef5e2fcaf1e9b45ffddb0e566f', '02052ee7a9fd92a5d342f5a82040d584238eab0b7c493eb255edfea832381a4d');
INSERT INTO public.audit_log VALUES (20, '2026-11-30T17:19:39.258052+00:00', 'Ana Tester', 'watch', 'watch-730a143a50022f46', '{"address":"https://paper.example/feed","options":{}}', '02052ee7a9fd92a5d342f5a82040d584238eab0b7c493eb255edfea832381a4d', '2d7213b4bef81c0eefb6be15934f983f41e25b068cacbb55cd7f11aa8cd8f612');
INSERT INTO public.audit_log VALUES (21, '2026-11-30T17:19:39.268272+00:00', 'Ana Tester', 'failure', 'failure-3f17c78220df6a58', '{"input":"https://paper.example/x","kind":"empty_input","row":"50688784e1044c0b92db2434e90c20804d1270817c4af04f3296c9bfff57b779"}', '2d7213b4bef81c0eefb6be15934f983f41e25b068cacbb55cd7f11aa8cd8f612', '3bb0247ad3eae5fd39e6737dadcd111db9e439c245e4c071ce9b5aed9cdaa0ba');
INSERT INTO public.audit_log VALUES (22, '2026-11-30T17:19:39.293508+00:00', 'Ana Tester', 'review', 'review-a5388f9f426c2095', '{"row":"bf33f9f3bd34b03636554a9bf17f5800e5ce0a06e2c16e1ca7f030f667694563"}', '3bb0247ad3eae5fd39e6737dadcd111db9e439c245e4c071ce9b5aed9cdaa0ba', '73544a23386e3f0be8bb846b039e4290ee18d53e47a947ad120108e2de139eba');
INSERT INTO public.audit_log VALUES (23, '2026-11-30T17:19:39.315889+00:00', 'Ana Tester', 'review', 'review-c4ebb9496684002e', '{"row":"1538fb59283faa95c3fb6e57f05d978ada3262d7d62cc991dafbfe03e9fb1dd2"}', '73544a23386e3f0be8bb846b039e4290ee18d53e47a947ad120108e2de139eba', '7540f91c1f79a95764ea4a2aa155fb524d243f1eb578c1aca4874519224c93d1');
INSERT INTO public.audit_log VALUES (24, '2026-11-30T17:19:39.335701+00:00', 'Ana Tester', 'review', 'review-903333262b502eb2', '{"row":"f6028fe8ad74dd2c2db9220b09aba783ca0b0aa2b3dff0464578c1a8038bab1e"}', '7540f91c1f79a95764ea4a2aa155fb524d243f1eb578c1aca4874519224c93d1', '7326043141b1d258758508f51a1592f19f56a2018002dd535cfad3c64b4f8aee');
INSERT INTO public.audit_log VALUES (25, '2026-11-30T17:19:39.351897+00:00', 'Ana Tester', 'review', 'review-d366a92663252f73', '{"row":"a1c3a0b0d067f4a75ba820142cfeca6d32af5cbb5c1bab33d7ea4065b66e17f2"}', '7326043141b1d258758508f51a1592f19f56a2018002dd535cfad3c64b4f8aee', '1c6e16588b835580568526080ee61e1c611269c8eb1cbc795e9fef93004d3917');
INSERT INTO public.audit_log VALUES (26, '2026-11-30T17:19:39.376627+00:00', 'Ana Tester', 'review', 'review-2b3b94c9423a49fd', '{"row":"b88d3620d98c19c17ade60c4fe866dbd4315b116e22db6d82f776aa6b73c33fa"}', '1c6e16588b835580568526080ee61e1c611269c8eb1cbc795e9fef93004d3917', '67d5df9e446bce652f4440cf8f6427776140aacd1644f42a6f8797c82dcbd2ee');
INSERT INTO public.audit_log VALUES (27, '2026-11-30T17:19:39.394721+00:00', 'Ana Tester', 'review', 'review-d5f0ff8f4d2bfcdd', '{"row":"17e6573ed6facaad2396a30ac2859ed46bbb1772d2af43f0fd251edf536de3c8"}', '67d5df9e446bce652f4440cf8f6427776140aacd1644f42a6f8797c82dcbd2ee', '8d1794a319446ba0f7459b4409ab42f2518d53b9c311b22383c8e4445baad24c');
INSERT INTO public.audit_log VALUES (28, '2026-11-30T17:19:39.411248+00:00', 'Ana Tester', 'review', 'review-9b089a76cdb4d63e', '{"row":"c89f9231dbe7a9b421f7541e3db2ec989f965ed034521f3b59e4a88d321d9b1b"}', '8d1794a319446ba0f7459b4409ab42f2518d53b9c311b22383c8e4445baad24c', 'f572068cb763b2e09d21938deba13d6481895b2a688b83c71c07ac1c9d592c9a');
INSERT INTO public.audit_log VALUES (29, '2026-11-30T17:19:39.687203+00:00', 'Ana Tester', 'review', 'review-0792fedbb11416ed', '{"row":"6a17a54ac9c0238c180d350946ec45969e4e81cdebe21dad4722a6a9b05ae406"}', 'f572068cb763b2e09d21938deba13d6481895b2a688b83c71c07ac1c9d592c9a', 'ffae289ec5c3f34727327ec57baae3c2588b8e3e30d35553e21c0302ce2ae90f');
INSERT INTO public.audit_log VALUES (30, '2026-11-30T17:19:39.696626+00:00', 'Ana Tester', 'review', 'review-4a991145dc2a8574', '{"row":"781335b18233c20bb374934cc82458157411e6498b824e452aac4131c7526bcf"}', 'ffae289ec5c3f34727327ec57baae3c2588b8e3e30d35553e21c0302ce2ae90f', 'd40cf0e6186def0f08b12a1f8bab8f74fd6888f1bb06e8f9906164a59770ea98');
INSERT INTO public.audit_log VALUES (31, '2026-11-30T17:19:39.779460+00:00', 'Ana Tester', 'export', 'csv', '{"rows":"4"}', 'd40cf0e6186def0f08b12a1f8bab8f74fd6888f1bb06e8f9906164a59770ea98', 'b712255bd861d7bc200bc2ddb0baecb3aac2e0147128eb94c5263e0f69f9a8e9');
INSERT INTO public.audit_log VALUES (32, '2026-11-30T17:19:40.982472+00:00', 'Ana Tester', 'restored', 'case', '{"head":"b712255bd861d7bc200bc2ddb0baecb3aac2e0147128eb94c5263e0f69f9a8e9"}', 'b712255bd861d7bc200bc2ddb0baecb3aac2e0147128eb94c5263e0f69f9a8e9', '0c4706d54e491ad7064f22d799a717286f23b0653249a033d76b56e07117222b');

INSERT INTO public.captured_bytes VALUES ('0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', '\x392070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e746564203920646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', '\x31322070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313220646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('71107006fdc71b63070a2e8498aed524b12447575d94393ad9167c21ea9d1d45', '\x1f8b08000000000002030b770c72d637d433e4e50a07b274432a0b52ad148a528b0bf2f38a5379b978b98c0c0c14fcbd412c00bcfd32b12b000000');
INSERT INTO public.captured_bytes VALUES ('82b0d1169f52f064f9820d236b8edae1e0e8e0a76bdef43337a7c6c5b9c5f3be', '\x1f8b08000000000002030b770c72d637d433e4e50a07b274432a0b52ad148a520b4b538b4b78b978b9dc5d4314f4f3f352416c00fa73e3442c000000');
INSERT INTO public.captured_bytes VALUES ('867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', '\x31352070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e74656420313520646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');
INSERT INTO public.captured_bytes VALUES ('8f7e55ea99879901b388e22fe4ab802bd922e416e69697151f3075d43e22a085', '\x372070656f706c65206b696c6c656420617420506f72742d436c6169720a0a41207368656c6c20686974207468652073746174696f6e206f6620506f72742d436c616972206f6e205765646e65736461792c20416e6e61204265727a696e6120736169642e2022576520636f756e746564203720646561642c222073686520736169642e20224e6f626f64792066697265642074686572652c22207361696420746865206d696e697374727920696e20526967612e204120766964656f20706f73746564206f6e2054656c656772616d2073686f77732074686520726f6f662e');

INSERT INTO public.captures VALUES (2, 'capture-6848d0c646d4b056', '867b6b436ca358f6e3d0109fb1004c60213644545597c3cd0eb149b6c7d0d7f7', 226, 'text/plain', NULL, '2022-05-05T14:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (5, 'capture-968fff4700437b05', '8f7e55ea99879901b388e22fe4ab802bd922e416e69697151f3075d43e22a085', 224, 'text/plain', NULL, '2022-05-05T16:00:00+00:00', 'https://paper.example/four', '{"input_id":null,"url":"https://paper.example/four","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (1, 'capture-c6d569df0b526881', '2572fe9a0d97d37406f2cb600a87d5e4ffb8dabea637ff336aae9dd360118530', 226, 'text/plain', NULL, '2022-05-05T12:00:00+00:00', 'https://paper.example/one', '{"input_id":null,"url":"https://paper.example/one","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (3, 'capture-cf29c83efc687215', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T13:00:00+00:00', 'https://paper.example/two', '{"input_id":null,"url":"https://paper.example/two","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');
INSERT INTO public.captures VALUES (4, 'capture-daec83704e8d0aff', '0466f10b69f21ab25fc6dd2c1dbc54c8c0752f099b0a87329555bced10448e15', 224, 'text/plain', NULL, '2022-05-05T15:00:00+00:00', 'https://paper.example/three', '{"input_id":null,"url":"https://paper.example/three","outlet":null,"title":null,"byline":null,"published":"2022-05-05","language":"en"}');

INSERT INTO public.casefile VALUES ('case-378f43a361962c37', 'Port-Clair', '2026-11-30T17:19:39.082041+00:00', '0.1.0');

INSERT INTO public.changes VALUES ('page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'report-221c8cb971e1e766', '2022-05-05T14:00:00+00:00', '[{"field":"title","before":"12 people killed at Port-Clair","after":"15 people killed at Port-Clair"}]', '[{"kind":"replaced","before":[0,2],"after":[0,2]},{"kind":"replaced","before":[115,117],"after":[115,117]}]');

INSERT INTO public.checks VALUES ('story-f0219d06159c49df', '4760683aa1bdb9205ed8fe693b5deef39e652fc598492b6bad9d3ee113c2bb6e', '\x789ced584d73a33810fd2b14673ca50f0428b7d9bd6fed6d0e9994ab919a980d162ec0716553f9efdb02db2159927812929d4dcdc5067d75f7d3eb7e12b761553a844b0ccfce6fc3063775d38567fb874566008a84a7322f384a8b6114b6f5b631783f44086e3293eb9423c734496848dd9497a50bcf6ec3abd2591aba7557aede39ea72b0a6b96e5b5577d1a1f71a9b1cba72ed175f4143fdec8b565cf0d14f146ea06dc9cdb6f773857ed8b98838971751d8eddf25bdc71777d17100e74924c47808e719b5a88b3b6a6b10dada0d2b9adafaa06cd9a0e9cada2def7dbe866adbdba5497eedc720e5b1b046a3ce5526458eea1748af0369826cff1948c3fb0b200d2d33828439e78a0307a15215f3ec1748af0369826c6f06897f61d3a8b04721b337054cd30a72a17497c3bcd27bb36f5968ae6466b334913ad54669ef5d57373734a4ff5f148c36cfb2842b6d626d8bf0189045574245ef6be83a6ca8e57bf8479dd7f62628c8271bf4ee47df431a0279bded3c54bb15740332147a05060f2f848c8f463021164c2d584cb34cbd751dda23929bba2d7da4431c1b683aef279909d6a52bdb8edc8e86e6651f64ffb8d0ca324365d2086e958d791f22b87e777d0c04541456f5eee0c9aabc5c1d9e5bf00b4dc8d844f9a5453b5ca3eb7aecf6cf8b581361336019640593bcd7bb0d384f64a922ae12da1e0fc97de42a9ce2e8946e4e1aa46e1b5b88f34c1a8e0ac606a950abf8448353e575d2a0615283340cf254b182172719ecb9ecedd05eca282446e106e9c775cb21afa89d7be2366db71c76613c9f360c263b9e48925dd9ad6c030f93e3fce842c42ffac27048a99ed94b3f8968bb3415f4693b9a38702f7ac8bd076bd40ef7913cca474febf5862a415ee1b22c8e4cdb5e521520b62f2f1bf0a979ec20ae0eef34d111206bca086fe8411e4b2b341452e5c80ce43aff813c6ef0ba6c29abc699bcaa77c11adc4db0c17a5361b0a34c0eaecaaa22dbffcae6f0d83153467f750e82dfb0f9bb743095d149020c52258d52020a938f339aca29f65b3aa4747ac8e7f499643e39b7d224d6719c24590a06843123aaf398a44bbd4475fe04d5d96ba81ebd0b62fa80987e06b1938b03170a091786292f0aa1e46c88bdaa38bc33629c3d03d9d421635a3184e42c3769017966a9b07e46c8b83a62a6e65059c318f29892338d253cc28c5496a71f8ad91c1ad440d9f6357542751e6cc445741ed6158d4cfd93c35d1869ff64091b1a3bf2eb8debebe3fa9e822f1aa07d263d7b68c06dd739e9cbe0eab4b5f1129e214fae3138f1f2223308f1edfe401fee10aec2c9cd6d6960f584a1bbb1880fc2f758bd49b80d338c27445764ea07d47b6f787f5f1949f8d7a05d615505abb2f327f1c0270b296d5017c19f3eb77ea7534d1350c337b40e5b0b37ef7c4e9fb17cbcc7411d040acc59926b93503911f725448a2813731fd363d06833a631934952603632c7a38ccf7d48274d5185309a594dd292c6af3377b286294db165222940267450ca4f3037aec6f1cf568dff174544e924a58343cc0a617986731491efe1370cf6e91d70155804fbfe37fa9fbc523c73d86074e1152f5e783fe0b0e1097bd0c61715fe4db7d2492e1a9660c66dc20a302c667c762eea4f4dc539ae574c10154f95ad392e274f1b1c735f7c0cf767fef432497295e64a5a96e68cc4551a393bc9d34f4df239beba9cc6b959bfbacc759cf8c0eadcbbfc179a9e099408ff0096a45422', 'e9153a4a4d28974f1d90b588a1fcad09512927cd96a12a2230b076807a92a955', '2026-11-30T17:19:39.768467+00:00', '0.1.0', 6, 1);

INSERT INTO public.cross_check VALUES (2, 30, '2026-11-30T17:19:39.776455+00:00', '0.1.0', 'fd3cd61c740568d34d9bcafdc2d9c98516a13f45cefa5f2ec66b348b77c5bdcc', '{"together":[],"apart":[]}');

INSERT INTO public.derivations VALUES (1, 'story-f0219d06159c49df', 0, 'report-8caaf6173bf1e3de', 'report-221c8cb971e1e766', 'verbatim', 'unknown', NULL, 0.9512195121951219, '[[2,113,3,114],[116,223,118,225]]');
INSERT INTO public.derivations VALUES (2, 'story-f0219d06159c49df', 1, 'report-b42dc9e9b5832be5', 'report-221c8cb971e1e766', 'verbatim', 'unknown', NULL, 0.9512195121951219, '[[2,113,3,114],[116,223,118,225]]');
INSERT INTO public.derivations VALUES (3, 'story-f0219d06159c49df', 2, 'report-b42dc9e9b5832be5', 'report-8caaf6173bf1e3de', 'verbatim', 'unknown', NULL, 0.9512195121951219, '[[2,113,2,113],[116,223,116,223]]');
INSERT INTO public.derivations VALUES (4, 'story-f0219d06159c49df', 3, 'report-eb1151a1a2575418', 'report-8caaf6173bf1e3de', 'verbatim', 'unknown', NULL, 0.9512195121951219, '[[2,113,2,113],[116,223,116,223]]');
INSERT INTO public.derivations VALUES (5, 'story-f0219d06159c49df', 4, 'report-eb1151a1a2575418', 'report-b42dc9e9b5832be5', 'verbatim', 'unknown', NULL, 1, '[[0,223,0,223]]');

INSERT INTO public.entities VALUES (15, 'entity-1bfa692ebba6d598', 'report-221c8cb971e1e766', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[84,96]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (10, 'entity-2a7d1c33f4da3888', 'report-8caaf6173bf1e3de', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[160,172]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (18, 'entity-2b0ab9f8a011b5d0', 'report-eb1151a1a2575418', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[160,172]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (13, 'entity-7fffd7d77301e1a7', 'report-866ec3cf0980dce7', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[84,96]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (9, 'entity-802a9771a243f1c6', 'report-8caaf6173bf1e3de', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[83,95]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (17, 'entity-a54153adf402afb1', 'report-eb1151a1a2575418', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[83,95]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (7, 'entity-ae2a4ed326120ea0', 'report-b42dc9e9b5832be5', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'person', 'Anna Berzina', '[]', '', '[]', NULL, 'Anna Berzina', '[[83,95]]', '', '[]', '7de37c7dd001', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (16, 'entity-b73e934cc6a49d09', 'report-221c8cb971e1e766', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[162,174]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (8, 'entity-efee44c4f266abdb', 'report-b42dc9e9b5832be5', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[160,172]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);
INSERT INTO public.entities VALUES (14, 'entity-fd281a832c8b5bc5', 'report-866ec3cf0980dce7', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'organisation', 'the ministry', '[]', '', '[]', NULL, 'the ministry', '[[162,174]]', '', '[]', 'd7ac7b0367b9', 'null', NULL, NULL, false, false);

INSERT INTO public.events VALUES (4, 'event-440e2f257011859b', 'report-b42dc9e9b5832be5', 'hit', 39, 42, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-7c96f8572735ac37', 'time-f792c06ca2098eec', '["figure-db145da8c649a792"]', '["statement-2315f2c90d9bc774"]', '[]', false, false, 'hit', '[[39,42]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (5, 'event-6e4b90f85667529e', 'report-8caaf6173bf1e3de', 'hit', 39, 42, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-94b48bcb772807e8', 'time-aa3363f59a09371a', '["figure-92e2f5507f8d3b1b"]', '["statement-4a9ed809e8366fe8"]', '[]', false, false, 'hit', '[[39,42]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (7, 'event-fb7d4c81a61b22c0', 'report-866ec3cf0980dce7', 'hit', 40, 43, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-5a41d8b98327ca0c', 'time-3dec01c92cfc9e36', '["figure-8646e6ad643f6443"]', '["statement-7425e3a6cf8a4f0d"]', '[]', false, false, 'hit', '[[40,43]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (8, 'event-91774dad46c42788', 'report-221c8cb971e1e766', 'hit', 40, 43, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-68abfdd81477f32c', 'time-aa10876de86ac309', '["figure-98ba29967ad833dd"]', '["statement-a2e2eb06b9c6c002"]', '[]', false, false, 'hit', '[[40,43]]', NULL, NULL, false, false);
INSERT INTO public.events VALUES (9, 'event-26b53f435280ad3b', 'report-eb1151a1a2575418', 'hit', 39, 42, 'Explosions/Remote violence', NULL, NULL, '[]', '[]', 'place-b848a979b8565206', 'time-5a329ecd4c1c7bd4', '["figure-0e302e9c4352b96d"]', '["statement-59d80826fa36a2cb"]', '[]', false, false, 'hit', '[[39,42]]', NULL, NULL, false, false);

INSERT INTO public.evidence VALUES (4, 'evidence-289f257d8d162496', 'report-b42dc9e9b5832be5', 'video', 184, 189, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 215, 223, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (5, 'evidence-ec88cedf48416f16', 'report-8caaf6173bf1e3de', 'video', 184, 189, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 215, 223, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (7, 'evidence-b3768de7916ba069', 'report-866ec3cf0980dce7', 'video', 186, 191, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 217, 225, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (8, 'evidence-2ea5a571093b7116', 'report-221c8cb971e1e766', 'video', 186, 191, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 217, 225, NULL, NULL, false, false);
INSERT INTO public.evidence VALUES (9, 'evidence-27e4a3fc21e2ae8f', 'report-eb1151a1a2575418', 'video', 184, 189, 'video', NULL, 'Telegram', NULL, NULL, 'the roof', 215, 223, NULL, NULL, false, false);

INSERT INTO public.failures VALUES (1, 'failure-3f17c78220df6a58', 'https://paper.example/x', NULL, 'https://paper.example/x', NULL, 'job-920362afbf86e1b2', 'empty_input', 'empty', false, 1, '2026-11-30T17:19:39.265329+00:00', '2026-11-30T17:19:39.265329+00:00', NULL);

INSERT INTO public.figures VALUES (9, 'figure-0e302e9c4352b96d', 'report-eb1151a1a2575418', '9', 114, 115, 9, 10, false, 'killed', NULL, 'statement-42310bc7fab8da3c', false, 'time-5a329ecd4c1c7bd4', 'place-b848a979b8565206', NULL, NULL, NULL, 'corrected', NULL, false, false);
INSERT INTO public.figures VALUES (7, 'figure-8646e6ad643f6443', 'report-866ec3cf0980dce7', '12', 115, 117, 12, 12, false, 'killed', NULL, 'statement-eff2bd46f797b6bf', false, 'time-3dec01c92cfc9e36', 'place-5a41d8b98327ca0c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (5, 'figure-92e2f5507f8d3b1b', 'report-8caaf6173bf1e3de', '7', 114, 115, 7, 7, false, 'killed', NULL, 'statement-7649446687aca2cc', false, 'time-aa3363f59a09371a', 'place-94b48bcb772807e8', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (8, 'figure-98ba29967ad833dd', 'report-221c8cb971e1e766', '15', 115, 117, 15, 15, false, 'killed', NULL, 'statement-c00e14494743aa3c', false, 'time-aa10876de86ac309', 'place-68abfdd81477f32c', NULL, NULL, NULL, NULL, NULL, false, false);
INSERT INTO public.figures VALUES (4, 'figure-db145da8c649a792', 'report-b42dc9e9b5832be5', '9', 114, 115, 9, 9, false, 'killed', NULL, 'statement-125e1150e71ff253', false, 'time-f792c06ca2098eec', 'place-7c96f8572735ac37', NULL, NULL, NULL, NULL, NULL, false, false);

INSERT INTO public.findings VALUES (3, 'finding-335bc0c016115e05', 'story-f0219d06159c49df', 2, 'single_source', 'A shell hit the station of Port-Clair on Wednesday', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 4, 1, '2022-05-05', '2022-05-05', '["withdrawn","one_origin"]', NULL, 'weak', NULL);
INSERT INTO public.findings VALUES (4, 'finding-359670bc40f2d18e', 'story-f0219d06159c49df', 3, 'single_source', '"We counted 15 dead,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 1, 1, '2022-05-05', '2022-05-05', '["one_party"]', NULL, NULL, NULL);
INSERT INTO public.findings VALUES (2, 'finding-3d29af35be0cab9b', 'story-f0219d06159c49df', 1, 'revision', 'how many people were killed', 'killed', NULL, '2022-05-04', NULL, 7, 15, 1, 4, 1, '2022-05-05', '2022-05-05', '["withdrawn","raised","lowest","highest","one_origin"]', NULL, 'weak', NULL);
INSERT INTO public.findings VALUES (6, 'finding-57b53d07b03153c3', 'story-f0219d06159c49df', 5, 'single_source', '"We counted 7 dead,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 1, 1, '2022-05-05', '2022-05-05', '["withdrawn","one_party"]', NULL, NULL, NULL);
INSERT INTO public.findings VALUES (1, 'finding-91538d8763979c59', 'story-f0219d06159c49df', 0, 'denial', '"Nobody fired there,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 3, 1, '2022-05-05', '2022-05-05', '["withdrawn","denial_without_claim","one_origin"]', NULL, NULL, 'confirmed');
INSERT INTO public.findings VALUES (5, 'finding-c06e81d60fac0401', 'story-f0219d06159c49df', 4, 'single_source', '"We counted 9 dead,"', NULL, NULL, '2022-05-04', NULL, NULL, NULL, 1, 2, 1, '2022-05-05', '2022-05-05', '["one_origin"]', NULL, NULL, NULL);

INSERT INTO public.groupings VALUES ('report-221c8cb971e1e766', '6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345', '\x789c5d93c16edb300c865fc5e0d9c5ea048993dcbaa2f7a028b04390836cb11631593224255957f4dd2b5994bbeea48f342d923fa97770385917e0c070b75a35fdaeeff66d830db6db2dd4a085192e62c0188426da81824e46b3a926b493c6ea37698db212a13aa63b1eb5201703a74ba7c92b947068d7bbd5eebe0629de3c1c4ea764b7fbba399f6b18ad092a79231b31e21c00c2180131a03e4187ee2f2dd65c6fbd4ae86828de801a07274636af280d7a2908728e9b7592efe57f45e0d03e573b3b7b7b31c52f5148c65772c8a8a87c27c390ba671cc9900f8ed834b6b3b218f6b580e16cb37a4b57be5cecec12ea05c51ad633aa5242a425a157f656308840b6141552f89a69a9fe4a122df30d591b7319a3c2599d66936a8b4e15bbd764e29cb373d6ab68c52d9706f248ce6c639ee4245c209ea56c45df76f7eb6ddbedd30229ac58a93748c9fc843afc33757848c7b7d1c34fa6af1580634e5bf6009ed3f17d19e0a5e07f5b01bf984b0536f00a06ab75c277b829915e46deeef410a2d6876613c5a14125fa88e1784513729b4f7f266d7d9c81fff18ca30d585dc96a347d56fae31391d10f36', '2667e4a2c81a339bd6cb11c5c05d61350884b9e3187de52cdd7a80e00a1629ee', '\x789c45ca310e80200c05d0bb38abf1535ac0db5028ab86b819ef6e1cd437bf73e8b66ffd9862c9b90902698351b5615d6649242ce35bd4bb5a9225e5484e8d9f120842f415538091911d07f6887fb96e834e1d67', 'c5431530f094d5c0f0e805e49839ca1455a61e4cac4bee29d82c98d3d94e6e74');
INSERT INTO public.groupings VALUES ('report-8caaf6173bf1e3de', 'ad8d36d5f919c88d31ce4d33169ed40767efe12a6908d315784e6070ed5111d5', '\x789c5d93c16edb300c865fc5e0d9c39a1aa8d3dcd661f7a218b04390036d311631593224255957f4dd275994b7eea48f342d923fa937f0b4381fe120f0693f229e1f767d379c77d42982160cdae98213a520b2c98e1c4d36fa6621b7186a7eb231a41a8ccd73bee2ab41f6296eb90c8683260587bedbdfefef5a50f81ae0703c66bb7f6c77a7530bb3b351676f628b33ad0180d622a480f60803f9dfbc596bb9ed7d46cf53f5463234799cc5bc92b2141432941c37e795dc2bff6294d0b154bb3a4777b1d5af0895e0993d096aaedfd90ae4ee0567b61ca26731ad1b9caa863b57b0926d556feb2ad48bbddb420372aaa15b51d712126d098376b78a1123bb5a54cce19dd056fd951539e11b8936f63227858b3a7d2e2df9746adeb04d535e7dab5a552969b8965f0672129bca1c17f4916592aac7b11feeba877e78ccdba3a9119d5e21e70a0b99f8cfcce14b3e3e0c1e9e84fe2e003c97b4750be0251f1f5701be57fc6f27e08770adc04559c0e88cc9f806378df95994ddceaf20297de893343ce904ef2998ae646369f2dbafc5b890f40f9f5f6876919a2b3b43762c2abfff0184420f05', '8b697909a9ddc9efd90c32c1b460e24ac2c61c98bd9707d230254547446c130c', '\x789cab562a4a2dc82f2ad14d32314a49b64cb54c32b530364a4a3555b232d0333736343336d68129494d323434354c344c343235373531b44028a90500ed801365', '160654ffb7f388de0046f050914ec947215ec771580e4c2880e7a895508b8bfb');
INSERT INTO public.groupings VALUES ('report-b42dc9e9b5832be5', '2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d', '\x789c5d93c16edb300c865fc5e0d943bb789de3dcb661f7a228b04390836cb13631593424255957f4dd2b5994bbeee48f342dfefa49bf80c3855d8083c0a7fecb4e0f1d76fdddbed9f57807351865c7b31a3116a18d71a06052d0550bf262b0fa4dc6a0ae54a8eed3113f8c2217eb96736fc84fa8e1d036fbddfeb606ad9e3d1c8ec714b75dfdf974aa61661ba6948d6cd58c6b01286b15c482fa083dbabfb445abdc7a97d0d158b2010d8e4ecd125e505bf45a11e41e57765ace956f5590d221ab5d93039f6dc96b545af0891c0a4e54de931548b7179cc9920f8e24b4dcb32e013f15b0d26d756fbb952f073bde4abda2a8a159712a12226d0dfdc4d7824105e2222aa4f24668537f218d2c7c45f1c69ee7e87076a74bd2626e8a973764e394d7dcea56714a2e5ce4e7819c24c63cc745b9403249ddaaa1ed6f9baf6d9f8e8a7a2af1e919522fbfa009ffcc1cbea5c787c1c377a1f70580fbdcb66c013ca4c7c75580c782ffed04fc122e0a38c802063626e10b5c27957e8bbcdbe92f884e1fba680d8d5384d7588c17b4215ff2e79fc5b08ffefb9b079c39607521366887ecf2eb1b6e820eb7', '64256663ee4f75827da40e9242b422646b065cfa43e045a6b04a440133778a53', '\x789cab562a4a2dc82f2ad14d4d323434354c344c343235373531b450b232d0b3b4b4343333ad0500c9d309dc', '7f21fe8f371a130612eb0623e367c372e16a5c5d4cf9e367c1f5fe01f566544f');
INSERT INTO public.groupings VALUES ('report-eb1151a1a2575418', '781011a056cf7c5912b54f24c95c8bc7acf427e3dbf417dbb17078b832840a37', '\x789c5d53c16edb300cfd1583670f8b93654e7cdb86dd8b62c00e410e74c4dac464c99094645dd17f9f6451deda93dea369f1f1917a0147b375013a011fa86f9a7d830d6ef7edfe5373801a349ae18a03c5243291070e3a916335939d3555bf586b521586ea215df14d23bb98375f7bcd7e24055dbb3b6c0f9b1a143e7be84ea7c4db63dd9ccf354cd6843145233638d19200680c424ca84fd093fbc32b5be4d6db041d0f251a48d3e070127a2365c82b64c835eed629b957fec520a997ac76095eecd594b82254029fd891c091cb77360252f7022736ec8363a1c6f65615629f0a30526d716fedca978b9d5d533d72d4b05be0582444b416f4a3bd171830b02da2424adf095ad5df5891157c27f1c65ca7e87076e798a4c5d8189bd76ce29497d8e256714a1a2ef2f340cec229cf7146175826a95abcb4fd66f7b9edd355514f253e3d43aae567d2e1bf99c39774bc193c7c15f46f01e021972d5b008fe978bb0af0a3c0773b013f05170536c80206ab75822f701f313d8bbcdbe91544a7bb63b4868711ba66f31ab3e94626e42ebfff9eb5f57100fee3234d36507563abc95cb2cdaf7f0155d70e3b', 'd27fae256a332db013b3228984fded818a4aa04e5cf63620d29149d302678f63', '\x789cabae0500017500f9', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');

INSERT INTO public.jobs VALUES (1, 'job-920362afbf86e1b2', '["https://paper.example/feed"]', '{"mode":"fast"}', 'Ana Tester', '2026-11-30T17:19:39.103275+00:00', NULL, 5, 0, 1);

INSERT INTO public.parties VALUES (1, 'party-66a0a753c552afcb', 'Anna Berzina', ' anna berzina ', 'person', false);
INSERT INTO public.parties VALUES (2, 'party-95d0c71ec21d5d41', 'the ministry', ' the ministry ', 'organisation', false);

INSERT INTO public.places VALUES (18, 'place-1d4c2e9573a3ba6c', 'report-eb1151a1a2575418', 'Riga', 176, 180, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (10, 'place-3635e8acf24de6d5', 'report-8caaf6173bf1e3de', 'Riga', 176, 180, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (13, 'place-5a41d8b98327ca0c', 'report-866ec3cf0980dce7', 'Port-Clair', 59, 69, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (15, 'place-68abfdd81477f32c', 'report-221c8cb971e1e766', 'Port-Clair', 59, 69, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (14, 'place-76b86883adcacad9', 'report-866ec3cf0980dce7', 'Riga', 178, 182, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (7, 'place-7c96f8572735ac37', 'report-b42dc9e9b5832be5', 'Port-Clair', 58, 68, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (9, 'place-94b48bcb772807e8', 'report-8caaf6173bf1e3de', 'Port-Clair', 58, 68, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (17, 'place-b848a979b8565206', 'report-eb1151a1a2575418', 'Port-Clair', 58, 68, 'Port-Clair', ' port clair ', 'city', 47.1, 37.5, 5000, 'UA', NULL, NULL, 0.9, NULL, NULL, false, false);
INSERT INTO public.places VALUES (16, 'place-c8e4e69673c7f813', 'report-221c8cb971e1e766', 'Riga', 178, 182, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);
INSERT INTO public.places VALUES (8, 'place-cb3e35af1962d956', 'report-b42dc9e9b5832be5', 'Riga', 176, 180, 'Riga', ' riga ', 'city', NULL, NULL, NULL, NULL, NULL, NULL, 0.2, NULL, NULL, false, false);

INSERT INTO public.position_words VALUES (1, 'position-3468ac8d740332a7', 'report-221c8cb971e1e766', 'statement-491168a08a8f031e', '"Nobody fired there,"', 135, 156, '2022-05-05');
INSERT INTO public.position_words VALUES (2, 'position-3468ac8d740332a7', 'report-8caaf6173bf1e3de', 'statement-f1ed4da4b83c1e5a', '"Nobody fired there,"', 133, 154, '2022-05-05');
INSERT INTO public.position_words VALUES (3, 'position-3468ac8d740332a7', 'report-b42dc9e9b5832be5', 'statement-c039a3c0ab750f1f', '"Nobody fired there,"', 133, 154, '2022-05-05');
INSERT INTO public.position_words VALUES (4, 'position-a647d851a94ad6cd', 'report-8caaf6173bf1e3de', 'statement-7649446687aca2cc', '7', 114, 115, '2022-05-05');
INSERT INTO public.position_words VALUES (5, 'position-1e8481a60356531b', 'report-b42dc9e9b5832be5', 'statement-125e1150e71ff253', '9', 114, 115, '2022-05-05');
INSERT INTO public.position_words VALUES (6, 'position-8440c82dea28b73d', 'report-eb1151a1a2575418', 'statement-42310bc7fab8da3c', '9', 114, 115, '2022-05-05');
INSERT INTO public.position_words VALUES (7, 'position-db7e402ad6852a26', 'report-221c8cb971e1e766', 'statement-c00e14494743aa3c', '15', 115, 117, '2022-05-05');
INSERT INTO public.position_words VALUES (8, 'position-443c343de7e7b181', 'report-221c8cb971e1e766', 'statement-a2e2eb06b9c6c002', 'A shell hit the station of Port-Clair on Wednesday', 32, 82, '2022-05-05');
INSERT INTO public.position_words VALUES (9, 'position-443c343de7e7b181', 'report-8caaf6173bf1e3de', 'statement-4a9ed809e8366fe8', 'A shell hit the station of Port-Clair on Wednesday', 31, 81, '2022-05-05');
INSERT INTO public.position_words VALUES (10, 'position-443c343de7e7b181', 'report-b42dc9e9b5832be5', 'statement-2315f2c90d9bc774', 'A shell hit the station of Port-Clair on Wednesday', 31, 81, '2022-05-05');
INSERT INTO public.position_words VALUES (11, 'position-443c343de7e7b181', 'report-eb1151a1a2575418', 'statement-59d80826fa36a2cb', 'A shell hit the station of Port-Clair on Wednesday', 31, 81, '2022-05-05');
INSERT INTO public.position_words VALUES (12, 'position-b0470cf53cdeb0e0', 'report-221c8cb971e1e766', 'statement-c00e14494743aa3c', '"We counted 15 dead,"', 103, 124, '2022-05-05');
INSERT INTO public.position_words VALUES (13, 'position-c52ec74a40f15577', 'report-b42dc9e9b5832be5', 'statement-125e1150e71ff253', '"We counted 9 dead,"', 102, 122, '2022-05-05');
INSERT INTO public.position_words VALUES (14, 'position-c52ec74a40f15577', 'report-eb1151a1a2575418', 'statement-42310bc7fab8da3c', '"We counted 9 dead,"', 102, 122, '2022-05-05');
INSERT INTO public.position_words VALUES (15, 'position-f954db4bf50580af', 'report-8caaf6173bf1e3de', 'statement-7649446687aca2cc', '"We counted 7 dead,"', 102, 122, '2022-05-05');

INSERT INTO public.positions VALUES (3, 'position-1e8481a60356531b', 'finding-3d29af35be0cab9b', 1, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 9, 9, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (1, 'position-3468ac8d740332a7', 'finding-91538d8763979c59', 0, 'the ministry', 'party-95d0c71ec21d5d41', 'denies', NULL, NULL, 3, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (6, 'position-443c343de7e7b181', 'finding-335bc0c016115e05', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 4, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (4, 'position-8440c82dea28b73d', 'finding-3d29af35be0cab9b', 2, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 9, 10, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (2, 'position-a647d851a94ad6cd', 'finding-3d29af35be0cab9b', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 7, 7, 1, 0, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (7, 'position-b0470cf53cdeb0e0', 'finding-359670bc40f2d18e', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (8, 'position-c52ec74a40f15577', 'finding-c06e81d60fac0401', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 2, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (5, 'position-db7e402ad6852a26', 'finding-3d29af35be0cab9b', 3, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', 15, 15, 1, 1, '2022-05-05', '2022-05-05');
INSERT INTO public.positions VALUES (9, 'position-f954db4bf50580af', 'finding-57b53d07b03153c3', 0, 'Anna Berzina', 'party-66a0a753c552afcb', 'asserts', NULL, NULL, 1, 0, '2022-05-05', '2022-05-05');

INSERT INTO public.readings VALUES ('report-221c8cb971e1e766', '2026-11-30T17:19:39.158334+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d7c680716ebdbb735f8d664f511415b62156131c81939eec68fefb96210192e90fcd68b597882adbc57baf9e8b7c23bd076ff6a6f53d59adbf11abc96acec59098c494342fa5ca15a509898872adc725dcbde64954249b0de68e26c452448cb290e8ddb15343ae4823990fa9838167d361793c6dfd39666505b9c4f225e43a930599f66c5bd8e361f2d4b6f0f0bbe9feb12de0eab36d033afcb59d513eecf7d086d710e87bd3218588ec8cae0d6eaba0e94d445eacdfd996acda63d344e46401316d061295d566384c1f8befd10fcc91ad61692a53917200ae6e9933ca2396a40bee2c9111e3fc963c4b32dc56fca7f4ff0ff2a9642c2f80165054943373479e23ab2c5f92cfb0f3f95de7599e444ca4af922f053792a74ae5904a4de58fe4fdce3cec6d6b7bdf9ddf238f3cacf975ee981a20851a93ffdfeed005c6c174bd6b317ebd53d058e8878258be73cdf511aacae292b76e0216e4c6b0bfb92a87ceb5eed85e4e3d9b33be4268c385125a53ca0290d6bd5c8a4cfd7b5bdb0b6cd7d5808a8e0026f0774aff22f845b75f83af052851529e8b52dec10f271a50cb060c718c0e2c2bad0b960a51f1440d26013cb6ce6494cbcdc4e02fd7f9f88f066c3773552805460da06553f1c8f03100e7e2310b088db23d42dfeec92aa39406631cdb20c08afcfd84e76ae342f17e1bf08c6c6f1d756b2439356184ae0a939a5ce6822b51158ccfd099282286537302ffd9d6f03aecf145cdacf70dec2b8c0bec31fc49d84910dfdbfd52fb10c6008c1622d7a6c841f1cbfd1cf00b1e0de8fdf910d0fff9f4e5132e9ea0099380243449629ac5341def68e7ef9366a07993ba9312add6aa9d0bd3e2702c1bdbe3cd26d7e436c09b8d53d9fad82dd18f895816252412f5075d70aef5427f86c38b894d10f685ac30223b5befc62738a077bfda3dcec17990ec422fb03f4d33e018143793bca094ebb46debad771f7d40ee46d448e54dc10727bd77190e28efd65557249d39d9e1e22e9c81b866b1cce9f6333fc4b16442a41a749aab3411459872beb3751dc6f53aa551cae76e7ffa7a685c3060ffdb67b377de3c9c2c4e88d03914f8588edb2e666ddc29d4b8cae45d779908688bdaf84bf021cb0f549a1df066ef37f75d5abff70f07770fdf14bd2dcf23c4bbb6b5a606bf88975370d46b33aa7df5f4acf79889130319648251c94b815fda853b8b3c62926d42556d8f78cd4938e470c71eb4d986cb3c097cbd1cdb3021c817d398ba833d995726f58f5d737dec77ee25404d9888922443a8dfff05c17429d3', '6d7a13783544b53fd8722bf0c53b5d0926a3285d690a72ff93d24a8751731345');
INSERT INTO public.readings VALUES ('report-866ec3cf0980dce7', '2026-11-30T17:19:39.128270+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd564d8fa33810fd2b2d9fa1d73660436ebdbb735f8d664f511419db10ab098e8c494f7634ff7dcb900061fa43335aed257295cbc57bafcae57c439d175e1f75eb3bb4d97e4346a1cdec8b794a339d0826ab5ca415562842d2b61eb6207a9bd028a7bb1df87a1dec82470493e0e86cefe4e0cbd3a86083eba4c5b376901e4e1b7f897955558a2bce134c34111c4d31fb561ce1307a6a5bf1f0bb76ff9856c0eeb369033af8354e4b1fe2bd68c36790e83aed8042840e5ad51ac22ad1743a422fc61f4c8b366ddf34113a1b0198760389ca283d1cc68ff9f7e807e6baaa68a95256f18297acacee99139c4484a60bee84161149927bf284661096ffa7f4ff0ff258284252ca5599f24c30b6229f00ab8c2dc9675079b6aa3c6134223c7d957ca5684e449e5099975929b31fc9fb837e389ad674de5dde230f3c8cfe75eee01a20851c53ffbf5da12b8c93769d6dc17ebd52a231a21b12427a679bdb525495812d6fec042cc80d667777554eceb6b66fafa79ef5053ec1954eb8e44a614c0290d6be5c934cf57b5bdb2b6ceb6a018a8e0026f02ba57f11fca2daafc1575c485ee284f1b258c10f271a21970518ec38132951795900152e059643930838b6cd8a8815bb89c15fd6f9f88f46183773952005588d80964df9238165009ef0c72c20d4d274007d7f449b0c631c1aa36f83001bf4f7139cabb50dc9bb7dc033b2bdefa8fb462aa6228cd0392b7396e789505248a18a193ae17944606a4ee03f9b5abc0e7bfc5033eb7d07fb06e30a7b347f12360de27b735c6a1fcc38515a62220b2a2b59e884cdf879120de8fde514d0fff9f4e5136c9e45132601a298d21867314ec73beafcdaa9079a77ae9594d06aad3cd8302d4e7dd9980e6e36ba39f701dedc3895a97bb7443f3ae29ca54c33a1589a542c4d9385fe048617e1bb20ec0bda100a93c3d48771254ed0bb5fcd11e6e03c480ea116509fa6d1e3fb078aeb495e21a575cab4f5dedb8f1e90d5881aa9bc29f8d049ef5d8613c8bbb7d50d89d367335cdc456700ae592c7dbe7fe6073bae4aae520913839192528921b177a6aec3b8dea6384a93b9da9fbe9e1a1b1ab0fbedb33e5aaf1fce062644a81c08dc9763d8b5591b7b0e396e3279ebae1301daa2d6fe6a7cc8f20395e60e78b3f6bb7595b6effdc381e8e14d51fbf232425c95add5b5f00b7b390547bd76a3dab79e9ef51e3d719970962bcd0bc24a81d9723ae42c2205d985accaf470cd51386421e22894de87cb3c097cbb1cfb3021d017dde8da89239a7726f57bd7dc96ddc1be04a894f088d20ca07eff17dfdc2c83', 'cce097d46e7abed92fd2603046c8cd9b3939ce027800db521e48e2bb0453824b');
INSERT INTO public.readings VALUES ('report-8caaf6173bf1e3de', '2026-11-30T17:19:39.253462+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd56db8ea33810fd95969fa1d717c0266fbdbbf3be1acd3e4551644c41ac263832909eec68fe7dcb900492e98b66b4da97882abb8a734e5dc837d2f5ba873db47d4756eb6fc4966435fbe244e7502a9a8312595681221131aeedf1086faf058b14db6cd03740b0f32c62940647e7066f469f12519e8eae03e867f0981ea36d7f8a15e53a9792699e888a998c5cef6c5bbdc760f2d4b6fae177f0ffd856e3e9b36d033afcb51e4c1feef7ba0daf21baebc0238588eca0ac01af55bae920222fb6dfd996acdaa1692272b41a316d4612952d610ca68fea7bf4037399257992649992da686ecc2d734679c4385f70675c464cb05bf28c0bbc96fda7f4ff0ff2158332297552286118a4fa8ebc405669b2249fa6e8c9efc867346292bf4a9e6b59322344856f114aa91fc9f73b78d8dbd676bd3fbd471e7958f875eee81a21851cd7fe7fbb42671807f09d6bd17ebd52bab1ba1b13627aef9acba3ae2a8b47bd755760416e34bb9b513978d7baa13d473dc3095f214b10d2c8b2a4940520ad7b3927b9d6ef6d6dcfb09daf352a3a01b882bf53fa17c12faafd1afc12c748165464b2c8efe08788469b6501463bce9322518529a4e48a4a989a4463d83a5551a63657067f39dfc77f34dafa99ab4129d06a34b66c221f193e06e0423ea6012118db21f4ed9eac524a69688ca10d02acc8df4f1857830bc9bb6dc033b1bdeda8db46caaf4598a08b4ca4a0b4a978524256a633742671492a3a83ff6c6bfd3aece945cdacf70dec0b8c33ecc9fc49d83c88dfdbfd52fb60c65a0ba450a5b9a6b9c00998f14b1e763e469d0e01fd9f4f5f3ee1e151376113104e398f691ad3649a51dfdf3b61a479e3ba93125bad353b17b6c561281adbe164938b731be0cd8d53d97af04bf49323ce39f02a4da9ac54290a562cf46749c458ba09c2be9095c4c561ebddf8a00fd8b95fed1eb7e0bc4676a112589da619518c7ac3555c6d8cf3a56deb6def3efa7cdc2da889c89b728f7df4de281c50dcadab2e483c1ced38b68bbe405cb35470bcfdc88f769c4152e4b4526996c994e780897b6feb3a2cebb5c8a384cfb5fef4f5d0b8d07edd6f9f61ef7a78385adc0fa16e28ef504cd7ceaddab863c87191a977febc0fb0296ae8cfc6872c3f5069aeff9b95dfdc5769fddeff1bbc3d7e51ca6d719a20de95ad855af70b7bb90327bd3693da978e9ef59e3c3118a50c9455a21296552c5bf4a6c2de54f926642ded80434e4290c31b7b5dc2368cf255e0cb686cc37e205fa081daeb3d994faeea0fbeb93c763bf712a07296469c0b84fafd5f4209273a', 'ad8d36d5f919c88d31ce4d33169ed40767efe12a6908d315784e6070ed5111d5');
INSERT INTO public.readings VALUES ('report-b42dc9e9b5832be5', '2026-11-30T17:19:39.232639+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd96db8ea33810865fa5e56be8b5cdc190bbdeddb95f8d66afa22832a62056131c19939eec68de7dcb900061faa019adf626c2e503dfff57b9c837d239e9e008adebc866fb8de8926ce658c82396545ce5b4cc0b25444c02a24ceb700a576f2316646cb7c3580f7e9ca701a3d4073ad35b35c4b228c893217402f90c168fc7ddda5d42095cc650463c659c82a4645ab36fe5113793a7b6950fbf83fd47b712679f75ebe9f0575b50ceaf77b2f5af21b2ebc0a284801ca0ac019755b2e920202fda1d744b366ddf3401396b894cbb4144a54b1836d3c7ec7bf08372c613602ca1205855f124ba57ce280f18e70bed8c8b8045ec5e3ce3112e4bff53f9ff877845a35c468aca4224b462d54a7c84aa9278293e493092afc4a7346082bf2a1e2a80385671c5d3541665f1a378778087a36e75e7ece53df1a843c3af6bc7d080e4cf98eaffed0c5d314e603bd3e2f8f54cc946cb6e38108fb7a6b93dcaaad238e5b499c0bcdd38eceeaecac99ad6f4ed75d7335cf015a2844828519694320fd29a97eb2153fedef6f68a6d6c2dd1d11160825f39fd8bf08b6cbf865f0aa94441a35414f90adfef68a45a2660188742e5699525828b28912a12439148dcb64db220cd769382bf8c75e11f8dd476d6aad00a1c35124b36168f0c1f3d78241e134f084a7788be3f924d4229f585d1b7de800df9fb09f7d560fce1dddef38c6aef2beabe90f2290923ba2a2240e88ae5292ff3249dd199c02699d119feb3aee5ebd8e38b9ad9ef3bec1bc6157b1cfe2436f7e63b7d5c7aef87612572ae68aa24a77906a0667ec17dcfc75d9793a7fff3e9cb279c3ccbc67702c229e7214d421a8f77d4ba7510069977a19595586aad3a18df2d4e7dd1e80e6f36b905f71e6f2e9c4ad7bd5dd28f81b02c589c943253699c4bd4b2f09fc501f6f59d37f6856cf06d075d1f860779c2cafdaa8fd805e73672f099c0ec34cd4031f80d93b95229634bddd67b673efa7cac1ad428e44dbb873a7aef2a9cd0dcbda96e2416ce7ab8b68bba40aed92a38df7fe4877118c71438020aca5896e4be5938abebda37eb6d9407319f73fde9eba931befcbadf3ec3d13878386bec0f3e6f686f5f8ccbaea5da98b33fe3669333f6da0fb0286a70d7c1872a3f7069ceff9b99dfadb3b47defff0dae1ebe28e5beb88c88abb4b5504bb7182f7be0e8d76e74fb56d1b3df6324e459ee0d2fb392a53cce97bd21c3daccf29d3fb5d43d5e72e237195c719425ecfd559e0cbe5d8dbdef0fe40b34505b7924f3cce47e6f9bdb6377302f1e95b324e03c42d4efff02755f284b', '2ce1d8cc339c7075e18c13a8876dc882a11ac4d0df738c1408e3d65dc7549d1d');
INSERT INTO public.readings VALUES ('report-eb1151a1a2575418', '2026-11-30T17:19:39.228371+00:00', '0.1.0', '[["statements","by hand","2"]]', '\x789cbd56cb8ee33610fc9501cff2840f3d7d9b247b0f169b9361182d929289914583a23ceb2cf6dfd3946c49f6ce03bb087231d44d3655555d6cf91be93c787dd0adefc87af38d1845d6736e95142aa7394f2b10297059928848db7a5cc2dd1bc1a29c6db798eb75888b3462948644677b27875c2ea2221952470dcfdae1f1586dfc790549cc1201aa8a2987aa6464dab36be180c5e4a96de1e177edfe312de0eab369033afc354e4b1ff67b68c36b08749d764821227bad6a8ddb2a683a1d9117e3f7a625ebb66f9a889c0c20a6ed40a2324a0fc5f431ff1efdc03ce682d152661594b902216f9933ca23c6f9823be359c404bb25cfb8c06de97f4affff204f13a1b8ca8b5c66315782de9117c82a8997e4930433c51df994462ce3af92e72585b2a872a08c9589a23f92f77bfd7030ade9bc3bbf471e7918fdebdc3135400a674cfe7fbb43171847ed3adb62fc7aa7a031d00d07e2f1ce36d747a82a834bded80958901bc3eee6aa1c9d6d6ddf5eaa9ef5195f91292d32992945e900a4b52f9743a6febdaded05b67535a0a2238009fc9dd2bf087ed1edd7e0ab0c64565291666571073f543420970d18e25599c739145951e6499a709a0e26012cdb247994e6db89c15fd6f9d51f0d183773952805460da065e3ec91e163002eb2c72420d4d274087d7720eb84521a8cd1b7418035f9fb09eb6a6dc3e1dd2ee019d9de3aead648c5d484113a53b1e4ba483201a28454ced059864332a733f8cfa686d7618f2f6a66bd6f605f615c608fe14fc2e6417c6f0e4bed43b84a40f0424b64c1b06d2a9ef1673ccc7cac3a1f03fa3f9fbe7cc2c513346112104e39c7e9b1a2f178479dbf4fea81e64dea4e4ab45a2bf7364c8b635f36a6c39b4daec95d80371ba73275ef96e8c7c48a6a41517f198b849745aa16fab338622cd906615fc81adfb637f57e7880233af7ab39e0149cc7c83e7402bbd334038a416f3d890b525aa74c5befbcfde8f37137a046226fca3df8e8bdab70447177b6ba2271fa64866bbbf005e29aa5d2a7db8ffc10af785a26a20a32e51494081f78ef4c5d8761bd114514f3b9d79fbe1e1b1becd7fdf6591facd70f2783f321f40de5edcb71dbc5aa8d3d8533ae3279eb2ef3004d516b7f093e64f9814a73ffdfecfcf6be4b9bf7fedfe0eee18ba276e5798478d7b656d7e017f172068e7a6d47b5af8e9ef51e332b9ee918442539d31c745e2dbc99a337f3621b4e55a6c74b4e4291c51d07507a17aef224f0f56aecc27c205f74a36b070732af4ceaf7aeb93e767bfb12a07296449c0b84fafd5fbd852930', '656001825254a83a62c63d4a0b331193b96e1b7c3d8a324a07992a9f45f48fcb');

INSERT INTO public.records VALUES (1, 'urn:uuid:00000001', 'capture-968fff4700437b05', NULL, 0, 'request', '2022-05-05T12:00:00Z', 'https://paper.example/one', 'urn:uuid:00000002', NULL, NULL, NULL, '82b0d1169f52f064f9820d236b8edae1e0e8e0a76bdef43337a7c6c5b9c5f3be', 60, false);
INSERT INTO public.records VALUES (2, 'urn:uuid:00000002', 'capture-968fff4700437b05', NULL, 1, 'response', '2022-05-05T12:00:00Z', 'https://paper.example/one', NULL, 200, 'text/plain', NULL, '71107006fdc71b63070a2e8498aed524b12447575d94393ad9167c21ea9d1d45', 59, true);

INSERT INTO public.reports VALUES (2, 'page-517903eb918e58cb', 'https://paper.example/two', '2026-11-30T17:19:39.227219+00:00');
INSERT INTO public.reports VALUES (1, 'page-8732c581df4bc537', 'https://paper.example/one', '2026-11-30T17:19:39.119222+00:00');
INSERT INTO public.reports VALUES (3, 'page-b958d6d9d6609e8a', 'https://paper.example/three', '2026-11-30T17:19:39.231695+00:00');
INSERT INTO public.reports VALUES (4, 'page-c740f3f0393dafc2', 'https://paper.example/four', '2026-11-30T17:19:39.247741+00:00');

INSERT INTO public.reviews VALUES (1, 'review-a5388f9f426c2095', '2026-11-30T17:19:39.292219+00:00', 'Ana Tester', 'confirm', 'statement', 'statement-59d80826fa36a2cb', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'heard the tape', '{}', '[]', '{"id":"statement-59d80826fa36a2cb","content":[{"start":31,"end":81,"text":"A shell hit the station of Port-Clair on Wednesday"}],"cue":[{"start":96,"end":100,"text":"said"}],"source":[{"start":83,"end":95,"text":"Anna Berzina"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"indirect","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (2, 'review-c4ebb9496684002e', '2026-11-30T17:19:39.315165+00:00', 'Ana Tester', 'correct', 'figure', 'figure-0e302e9c4352b96d', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'nine or ten', '{"high":10}', '[]', '{"id":"figure-0e302e9c4352b96d","span":{"start":114,"end":115,"text":"9"},"low":9,"high":9,"approximate":false,"what":"killed","counted":null,"according_to":"statement-42310bc7fab8da3c","hedged":false,"time":"time-5a329ecd4c1c7bd4","place":"place-b848a979b8565206","part_of":null,"revises":null,"counting":null,"cited":{"statements":[{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8}],"times":[{"id":"time-5a329ecd4c1c7bd4","span":{"start":72,"end":81,"text":"Wednesday"},"type":"DATE","value":"2022-05-04","start":"2022-05-04","end":"2022-05-04","confidence":0.9,"anchor":"published","anchor_time":null}],"places":[{"id":"place-b848a979b8565206","span":{"start":58,"end":68,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}]}}');
INSERT INTO public.reviews VALUES (3, 'review-903333262b502eb2', '2026-11-30T17:19:39.335073+00:00', 'Ana Tester', 'reject', 'statement', 'statement-053d2d898c742d30', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'not theirs', '{}', '[]', '{"id":"statement-053d2d898c742d30","content":[{"start":133,"end":154,"text":"\"Nobody fired there,\""}],"cue":[{"start":155,"end":159,"text":"said"}],"source":[{"start":160,"end":172,"text":"the ministry"}],"speaker":"entity-2b0ab9f8a011b5d0","speaker_name":"the ministry","kind":"direct","stance":"denies","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-2b0ab9f8a011b5d0","kind":"organisation","name":"the ministry","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":160,"end":172,"text":"the ministry"}],"pronouns":[],"key":"d7ac7b0367b9","known":null}]}}');
INSERT INTO public.reviews VALUES (4, 'review-d366a92663252f73', '2026-11-30T17:19:39.351354+00:00', 'Ana Tester', 'note', 'place', 'place-5a41d8b98327ca0c', 'page-8732c581df4bc537', 'report-866ec3cf0980dce7', 'the old port', '{}', '[]', '{"id":"place-5a41d8b98327ca0c","span":{"start":59,"end":69,"text":"Port-Clair"},"name":"Port-Clair","kind":"city","lat":47.1,"lon":37.5,"precision_m":5000,"country":"UA","geonames_id":null,"within":null,"confidence":0.9}');
INSERT INTO public.reviews VALUES (5, 'review-2b3b94c9423a49fd', '2026-11-30T17:19:39.376009+00:00', 'Ana Tester', 'protect', 'statement', 'statement-42310bc7fab8da3c', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'a witness', '{}', '[]', '{"id":"statement-42310bc7fab8da3c","content":[{"start":102,"end":122,"text":"\"We counted 9 dead,\""}],"cue":[{"start":127,"end":131,"text":"said"}],"source":[{"start":123,"end":126,"text":"she"}],"speaker":"entity-a54153adf402afb1","speaker_name":"Anna Berzina","kind":"direct","stance":"asserts","hedged":false,"within":null,"via":[],"confidence":0.8,"cited":{"entities":[{"id":"entity-a54153adf402afb1","kind":"person","name":"Anna Berzina","aliases":[],"roles":[],"affiliation":null,"mentions":[{"start":83,"end":95,"text":"Anna Berzina"}],"pronouns":[],"key":"7de37c7dd001","known":null}]}}');
INSERT INTO public.reviews VALUES (6, 'review-d5f0ff8f4d2bfcdd', '2026-11-30T17:19:39.394091+00:00', 'Ana Tester', 'correct', 'report', 'report-eb1151a1a2575418', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'misprinted', '{"outlet":"The Port Paper"}', '[]', '{"outlet":"The Paper","title":"9 people killed at Port-Clair","byline":null,"published":"2022-05-05"}');
INSERT INTO public.reviews VALUES (7, 'review-9b089a76cdb4d63e', '2026-11-30T17:19:39.410713+00:00', 'Ana Tester', 'undo', 'review', 'review-d5f0ff8f4d2bfcdd', 'page-517903eb918e58cb', 'report-eb1151a1a2575418', 'it was right', '{}', '[]', 'null');
INSERT INTO public.reviews VALUES (8, 'review-0792fedbb11416ed', '2026-11-30T17:19:39.686576+00:00', 'Ana Tester', 'confirm', 'finding', 'finding-91538d8763979c59', NULL, NULL, 'asked them all', '{}', '[]', '{"id":"finding-91538d8763979c59","matter":"\"Nobody fired there,\"","what":null,"words":[{"article":"report-221c8cb971e1e766","statement":"statement-491168a08a8f031e","start":135,"end":156,"text":"\"Nobody fired there,\""},{"article":"report-8caaf6173bf1e3de","statement":"statement-f1ed4da4b83c1e5a","start":133,"end":154,"text":"\"Nobody fired there,\""},{"article":"report-b42dc9e9b5832be5","statement":"statement-c039a3c0ab750f1f","start":133,"end":154,"text":"\"Nobody fired there,\""}],"story":"story-f0219d06159c49df","kind":"denial"}');
INSERT INTO public.reviews VALUES (9, 'review-4a991145dc2a8574', '2026-11-30T17:19:39.695979+00:00', 'Ana Tester', 'split', 'lineage', 'page-517903eb918e58cb', NULL, NULL, 'both were there', '{}', '["page-8732c581df4bc537"]', '{"report":"page-517903eb918e58cb","outlet":"The Paper","title":"9 people killed at Port-Clair","sources":[{"report":"page-8732c581df4bc537","outlet":"The Paper","title":"15 people killed at Port-Clair"}]}');

INSERT INTO public.statement_changes VALUES (1, 'report-221c8cb971e1e766', 'same', 'statement-7425e3a6cf8a4f0d', 'statement-a2e2eb06b9c6c002', 'A shell hit the station of Port-Clair on Wednesday', 'A shell hit the station of Port-Clair on Wednesday');
INSERT INTO public.statement_changes VALUES (2, 'report-221c8cb971e1e766', 'changed', 'statement-eff2bd46f797b6bf', 'statement-c00e14494743aa3c', '"We counted 12 dead," she said', '"We counted 15 dead," she said');
INSERT INTO public.statement_changes VALUES (3, 'report-221c8cb971e1e766', 'same', 'statement-0ad11427db475a66', 'statement-491168a08a8f031e', '"Nobody fired there,"', '"Nobody fired there,"');

INSERT INTO public.statement_words VALUES (18, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (19, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''12'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (20, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');
INSERT INTO public.statement_words VALUES (21, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (22, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled03'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''15'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (23, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');
INSERT INTO public.statement_words VALUES (24, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (25, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.fkilled03'' ''.g02'' ''.g03'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''9'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (10, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (11, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''9'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (12, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');
INSERT INTO public.statement_words VALUES (13, '''.bpaper'' ''.bthe'' ''.cua'' ''.d20220505'' ''.kindirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.pportclair'' ''.sasserts'' ''.x'' ''a'':6 ''anna'':1,3 ''berzina'':2,4 ''clair'':13 ''hit'':8 ''of'':11 ''on'':14 ''port'':12 ''said'':5 ''shell'':7 ''station'':10 ''the'':9 ''wednesday'':15');
INSERT INTO public.statement_words VALUES (14, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.fkilled'' ''.fkilled02'' ''.g02'' ''.kdirect'' ''.len'' ''.nanna'' ''.nberzina'' ''.oparty66a0a753c552afcb'' ''.sasserts'' ''.x'' ''7'':7 ''anna'':1 ''berzina'':2 ''count'':6 ''dead'':8 ''said'':4 ''she'':3 ''we'':5');
INSERT INTO public.statement_words VALUES (15, '''.bpaper'' ''.bthe'' ''.d20220505'' ''.kdirect'' ''.len'' ''.nministry'' ''.nthe'' ''.oparty95d0c71ec21d5d41'' ''.sdenies'' ''.x'' ''fire'':7 ''ministri'':2,4 ''nobodi'':6 ''said'':5 ''the'':1,3 ''there'':8');

INSERT INTO public.statements VALUES (20, 'statement-0ad11427db475a66', 'report-866ec3cf0980dce7', '"Nobody fired there,"', '[[135,156]]', 'said', '[[157,161]]', 'the ministry', '[[162,174]]', 'entity-fd281a832c8b5bc5', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (11, 'statement-125e1150e71ff253', 'report-b42dc9e9b5832be5', '"We counted 9 dead,"', '[[102,122]]', 'said', '[[127,131]]', 'she', '[[123,126]]', 'entity-ae2a4ed326120ea0', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (10, 'statement-2315f2c90d9bc774', 'report-b42dc9e9b5832be5', 'A shell hit the station of Port-Clair on Wednesday', '[[31,81]]', 'said', '[[96,100]]', 'Anna Berzina', '[[83,95]]', 'entity-ae2a4ed326120ea0', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (25, 'statement-42310bc7fab8da3c', 'report-eb1151a1a2575418', '"We counted 9 dead,"', '[[102,122]]', 'said', '[[127,131]]', 'she', '[[123,126]]', 'entity-a54153adf402afb1', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, true);
INSERT INTO public.statements VALUES (23, 'statement-491168a08a8f031e', 'report-221c8cb971e1e766', '"Nobody fired there,"', '[[135,156]]', 'said', '[[157,161]]', 'the ministry', '[[162,174]]', 'entity-b73e934cc6a49d09', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (13, 'statement-4a9ed809e8366fe8', 'report-8caaf6173bf1e3de', 'A shell hit the station of Port-Clair on Wednesday', '[[31,81]]', 'said', '[[96,100]]', 'Anna Berzina', '[[83,95]]', 'entity-802a9771a243f1c6', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (24, 'statement-59d80826fa36a2cb', 'report-eb1151a1a2575418', 'A shell hit the station of Port-Clair on Wednesday', '[[31,81]]', 'said', '[[96,100]]', 'Anna Berzina', '[[83,95]]', 'entity-a54153adf402afb1', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, 'confirmed', NULL, false, false);
INSERT INTO public.statements VALUES (18, 'statement-7425e3a6cf8a4f0d', 'report-866ec3cf0980dce7', 'A shell hit the station of Port-Clair on Wednesday', '[[32,82]]', 'said', '[[97,101]]', 'Anna Berzina', '[[84,96]]', 'entity-7fffd7d77301e1a7', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (14, 'statement-7649446687aca2cc', 'report-8caaf6173bf1e3de', '"We counted 7 dead,"', '[[102,122]]', 'said', '[[127,131]]', 'she', '[[123,126]]', 'entity-802a9771a243f1c6', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (21, 'statement-a2e2eb06b9c6c002', 'report-221c8cb971e1e766', 'A shell hit the station of Port-Clair on Wednesday', '[[32,82]]', 'said', '[[97,101]]', 'Anna Berzina', '[[84,96]]', 'entity-1bfa692ebba6d598', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'indirect', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (22, 'statement-c00e14494743aa3c', 'report-221c8cb971e1e766', '"We counted 15 dead,"', '[[103,124]]', 'said', '[[129,133]]', 'she', '[[125,128]]', 'entity-1bfa692ebba6d598', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (12, 'statement-c039a3c0ab750f1f', 'report-b42dc9e9b5832be5', '"Nobody fired there,"', '[[133,154]]', 'said', '[[155,159]]', 'the ministry', '[[160,172]]', 'entity-efee44c4f266abdb', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (19, 'statement-eff2bd46f797b6bf', 'report-866ec3cf0980dce7', '"We counted 12 dead,"', '[[103,124]]', 'said', '[[129,133]]', 'she', '[[125,128]]', 'entity-7fffd7d77301e1a7', 'Anna Berzina', 'party-66a0a753c552afcb', 'party-66a0a753c552afcb', 'direct', 'asserts', false, NULL, '[]', 0.8, NULL, NULL, false, false);
INSERT INTO public.statements VALUES (15, 'statement-f1ed4da4b83c1e5a', 'report-8caaf6173bf1e3de', '"Nobody fired there,"', '[[133,154]]', 'said', '[[155,159]]', 'the ministry', '[[160,172]]', 'entity-2a7d1c33f4da3888', 'the ministry', 'party-95d0c71ec21d5d41', 'party-95d0c71ec21d5d41', 'direct', 'denies', false, NULL, '[]', 0.8, NULL, NULL, false, false);

INSERT INTO public.stories VALUES (1, 'story-f0219d06159c49df', '\x789ced56c16edb300cfd1543677bb0644bb67adbfa03bd0741205b4c2c54950c59599115fbf75149d1d49d7b6857602b969b4dbe473eea89861f88d1e48a4cd18743b12d1995ba1494cbbe967a4b72124db48000998de0470bd9adb11674a66276e3432caead32017101467c9dc8d5eaf1b1608cf66ddfc986028546882750d1f64a6d056daa6e4ba1d270ce7435d3bd04d9f1b6621df073063a4a39555431def09ab6649da36815226a63256345c98bb2463c38fd32345ad5e30c6e6f6d4eac71b749e603f12e0df6ba5a1f070867c482ea7b30bb0115945f84ac041749ad9abc3bd5efbd4e0da64105d09b11b51a9890f55dd93d24c88a3875770c61a7ecce3833c57020ebf5cffc893dee3b6ba6010b385061ced6ea80e472867fec764abd0063e0d9b9cc68c75937d15bfb9cb550f8de076ddc6e5e7b84d0838b2417ed3a5f918449ddd305c9b3afcea93cfb06e187716ade75c2f13703288da6c02b256b8e9423e98d7e2ddca5b35f4d454555fdf77e35d587fbc5e93bfdfa6dc32f7efd45bf16be7697fdfad47e5df6eb5ff26b617bdee297945208fe79fd3a9edc1fdb45cbf2c3fd4a359361f87fb9c3643c09fb053e389c25', 'db88b0d1d57b3044c6e1fca14b98f63651e46a8cba51dfc1496f361b6add3016', '9 people killed at Port-Clair', '2022-05-04', '2022-05-04', NULL, NULL, NULL, 4);

INSERT INTO public.story_reports VALUES (1, 'story-f0219d06159c49df', 'report-221c8cb971e1e766', 0, false);
INSERT INTO public.story_reports VALUES (2, 'story-f0219d06159c49df', 'report-8caaf6173bf1e3de', 1, false);
INSERT INTO public.story_reports VALUES (3, 'story-f0219d06159c49df', 'report-b42dc9e9b5832be5', 2, false);
INSERT INTO public.story_reports VALUES (4, 'story-f0219d06159c49df', 'report-eb1151a1a2575418', 3, false);

INSERT INTO public.times VALUES (7, 'time-3dec01c92cfc9e36', 'report-866ec3cf0980dce7', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (9, 'time-5a329ecd4c1c7bd4', 'report-eb1151a1a2575418', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (8, 'time-aa10876de86ac309', 'report-221c8cb971e1e766', 'Wednesday', 73, 82, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (5, 'time-aa3363f59a09371a', 'report-8caaf6173bf1e3de', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);
INSERT INTO public.times VALUES (4, 'time-f792c06ca2098eec', 'report-b42dc9e9b5832be5', 'Wednesday', 72, 81, 'DATE', '2022-05-04', '2022-05-04', '2022-05-04', 0.9, 'published', NULL, NULL, NULL, false, false);

INSERT INTO public.watches VALUES (1, 'watch-730a143a50022f46', 'https://paper.example/feed', NULL, '2022-05-05T12:00:00+00:00', 'Ana Tester', NULL, NULL, NULL, NULL, '2022-05-05T12:00:00+00:00', 0, NULL);

SELECT pg_catalog.setval('public.article_media_number_seq', 1, false);

SELECT pg_catalog.setval('public.derivations_number_seq', 5, true);

SELECT pg_catalog.setval('public.events_number_seq', 9, true);

SELECT pg_catalog.setval('public.evidence_number_seq', 9, true);

SELECT pg_catalog.setval('public.failures_number_seq', 1, true);

SELECT pg_catalog.setval('public.position_words_number_seq', 15, true);

SELECT pg_catalog.setval('public.reviews_number_seq', 9, true);

SELECT pg_catalog.setval('public.statement_changes_number_seq', 3, true);

SELECT pg_catalog.setval('public.story_reports_number_seq', 4, true);

SELECT pg_catalog.setval('public.watched_pages_number_seq', 1, false);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.article_words
    ADD CONSTRAINT article_words_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT pk_article_media PRIMARY KEY (number);

ALTER TABLE ONLY public.article_metadata
    ADD CONSTRAINT pk_article_metadata PRIMARY KEY (article);

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

ALTER TABLE ONLY public.media
    ADD CONSTRAINT pk_media PRIMARY KEY (sha256);

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT pk_parties PRIMARY KEY (id);

ALTER TABLE ONLY public.places
    ADD CONSTRAINT pk_places PRIMARY KEY (id);

ALTER TABLE ONLY public.position_words
    ADD CONSTRAINT pk_position_words PRIMARY KEY (number);

ALTER TABLE ONLY public.positions
    ADD CONSTRAINT pk_positions PRIMARY KEY (id);

ALTER TABLE ONLY public.proofs
    ADD CONSTRAINT pk_proofs PRIMARY KEY (id);

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT pk_readings PRIMARY KEY (article);

ALTER TABLE ONLY public.records
    ADD CONSTRAINT pk_records PRIMARY KEY (id);

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

ALTER TABLE ONLY public.watched_pages
    ADD CONSTRAINT pk_watched_pages PRIMARY KEY (number);

ALTER TABLE ONLY public.watches
    ADD CONSTRAINT pk_watches PRIMARY KEY (id);

ALTER TABLE ONLY public.statement_words
    ADD CONSTRAINT statement_words_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT uq_article_media_article_turn UNIQUE (article, turn);

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

ALTER TABLE ONLY public.proofs
    ADD CONSTRAINT uq_proofs_number UNIQUE (number);

ALTER TABLE ONLY public.records
    ADD CONSTRAINT uq_records_number UNIQUE (number);

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

ALTER TABLE ONLY public.watched_pages
    ADD CONSTRAINT uq_watched_pages_watch_url UNIQUE (watch, url);

ALTER TABLE ONLY public.watches
    ADD CONSTRAINT uq_watches_number UNIQUE (number);

CREATE INDEX ix_article_media_article ON public.article_media USING btree (article);

CREATE INDEX ix_article_media_media ON public.article_media USING btree (media);

CREATE INDEX ix_article_metadata_status ON public.article_metadata USING btree (status);

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

CREATE INDEX ix_proofs_sha256 ON public.proofs USING btree (sha256);

CREATE INDEX ix_proofs_subject ON public.proofs USING btree (subject);

CREATE INDEX ix_records_capture ON public.records USING btree (capture);

CREATE INDEX ix_records_failure ON public.records USING btree (failure);

CREATE INDEX ix_records_sha256 ON public.records USING btree (sha256);

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

CREATE INDEX ix_watched_pages_due_at ON public.watched_pages USING btree (due_at);

CREATE INDEX ix_watched_pages_url ON public.watched_pages USING btree (url);

CREATE INDEX ix_watches_due_at ON public.watches USING btree (due_at);

CREATE TRIGGER article_metadata_keeps_delete BEFORE DELETE ON public.article_metadata FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER article_metadata_keeps_truncate BEFORE TRUNCATE ON public.article_metadata FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER article_metadata_keeps_update BEFORE UPDATE ON public.article_metadata FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

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

CREATE TRIGGER proofs_keeps_delete BEFORE DELETE ON public.proofs FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER proofs_keeps_truncate BEFORE TRUNCATE ON public.proofs FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER proofs_keeps_update BEFORE UPDATE ON public.proofs FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER records_keeps_delete BEFORE DELETE ON public.records FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER records_keeps_truncate BEFORE TRUNCATE ON public.records FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER records_keeps_update BEFORE UPDATE ON public.records FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_delete BEFORE DELETE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_truncate BEFORE TRUNCATE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reports_keeps_update BEFORE UPDATE ON public.reports FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_delete BEFORE DELETE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_truncate BEFORE TRUNCATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

CREATE TRIGGER reviews_keeps_update BEFORE UPDATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION public.only_grows();

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT fk_article_media_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.article_media
    ADD CONSTRAINT fk_article_media_media_media FOREIGN KEY (media) REFERENCES public.media(sha256) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.article_metadata
    ADD CONSTRAINT fk_article_metadata_article_articles FOREIGN KEY (article) REFERENCES public.articles(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.records
    ADD CONSTRAINT fk_records_capture_captures FOREIGN KEY (capture) REFERENCES public.captures(id) DEFERRABLE INITIALLY DEFERRED;

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

ALTER TABLE ONLY public.watched_pages
    ADD CONSTRAINT fk_watched_pages_watch_watches FOREIGN KEY (watch) REFERENCES public.watches(id) DEFERRABLE INITIALLY DEFERRED;

