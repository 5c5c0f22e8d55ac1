-- The index. One file, made to be read with other tools: `quotes` and `changes` show what was found, and can be
-- joined to `articles` by its number. Spans are half-open pairs of code points into the article's text, which is
-- packed by zlib (Python: zlib.decompress(text); R: memDecompress(text, "gzip")): windows-1256 where the first
-- byte is h, UTF-8 where it is x. Days are counted from 1 January of year 1; the views show them as ISO dates.
-- Lists of numbers are packed as UTF-8 packs the numbers of characters; 0xFF at the head says that four bytes
-- each follow instead.

CREATE TABLE facts_about_index (
    name  TEXT PRIMARY KEY,      -- analysis (version of code and lexicons), generation, ...
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    path     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    doc             TEXT NOT NULL UNIQUE,
    path            TEXT NOT NULL,
    source          TEXT NOT NULL,
    url             TEXT NOT NULL,
    title           TEXT NOT NULL,
    published       TEXT NOT NULL,   -- as precise as is known: 2021-07-23, 2024-09, 2024 or ''
    published_grain TEXT NOT NULL,
    published_basis TEXT NOT NULL,
    published_start TEXT,
    published_end   TEXT,
    today_start     TEXT,            -- the day that the text itself calls today
    today_end       TEXT,
    generation      INTEGER NOT NULL,
    characters      INTEGER NOT NULL,
    sentences       BLOB NOT NULL,   -- of each: letters since the last one's end, its letters, its zone
    text            BLOB NOT NULL
) STRICT;
CREATE INDEX articles_by_path ON articles (path);
CREATE INDEX articles_in_time ON articles (coalesce(published_start, '9999'), doc);

CREATE TABLE copies (                -- articles that are one text with an earlier one, or nearly
    article  INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    original INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) STRICT;
CREATE INDEX copies_by_original ON copies (original);

CREATE TABLE sketches (              -- keys by which a copy finds its original
    key     INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE strings (               -- what recurs in quotations and changes: names, kinds, rules
    number INTEGER PRIMARY KEY,      -- 0 is ''
    string TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO strings VALUES (0, '');

CREATE TABLE mentions (              -- how articles name a speaker; all but `number` are strings.number
    number       INTEGER PRIMARY KEY,
    speaker      INTEGER NOT NULL,
    speaker_id   INTEGER NOT NULL,
    speaker_type INTEGER NOT NULL,
    role         INTEGER NOT NULL,
    UNIQUE (speaker_id, speaker, speaker_type, role)
) STRICT;
CREATE INDEX mentions_by_name ON mentions (speaker);
CREATE INDEX mentions_by_role ON mentions (role);

CREATE TABLE quote_rows (            -- words are strings.number
    article      INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,   -- 0 for the article's first quotation
    id           INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    cue_start    INTEGER NOT NULL,
    cue_end      INTEGER NOT NULL,
    cue_lemma    INTEGER NOT NULL,
    act          INTEGER NOT NULL,
    polarity     INTEGER NOT NULL,
    mention      INTEGER NOT NULL,
    source_start INTEGER NOT NULL,
    source_end   INTEGER NOT NULL,
    affiliation  INTEGER NOT NULL,
    anonymity    INTEGER NOT NULL,   -- why the speaker goes unnamed
    via          INTEGER NOT NULL,
    addressee    INTEGER NOT NULL,
    venue        INTEGER NOT NULL,
    date         INTEGER NOT NULL,
    date_basis   INTEGER NOT NULL,
    continuation INTEGER NOT NULL,
    rule         INTEGER NOT NULL,
    confidence   INTEGER NOT NULL,
    since        INTEGER,            -- days of the utterance, else of the article
    until        INTEGER,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotes_by_mention ON quote_rows (mention, since, until);
CREATE INDEX quotes_by_date ON quote_rows (since, until);

CREATE VIEW quotes AS SELECT          -- with words for numbers; what was said is the text from start to end
    q.article,
    q.ordinal,
    printf('q%010x', q.id) AS id,
    (SELECT string FROM strings WHERE number = q.kind) AS kind,
    q.start,
    q."end",
    q.cue_start,
    q.cue_end,
    (SELECT string FROM strings WHERE number = q.cue_lemma) AS cue_lemma,
    (SELECT string FROM strings WHERE number = q.act) AS act,
    (SELECT string FROM strings WHERE number = q.polarity) AS polarity,
    (SELECT string FROM strings WHERE number = m.speaker) AS speaker,
    (SELECT string FROM strings WHERE number = m.speaker_id) AS speaker_id,
    (SELECT string FROM strings WHERE number = m.speaker_type) AS speaker_type,
    q.source_start,
    q.source_end,
    (SELECT string FROM strings WHERE number = m.role) AS role,
    (SELECT string FROM strings WHERE number = q.affiliation) AS affiliation,
    (SELECT string FROM strings WHERE number = q.anonymity) AS anonymity,
    (SELECT string FROM strings WHERE number = q.via) AS via,
    (SELECT string FROM strings WHERE number = q.addressee) AS addressee,
    (SELECT string FROM strings WHERE number = q.venue) AS venue,
    (SELECT string FROM strings WHERE number = q.date) AS date,
    (SELECT string FROM strings WHERE number = q.date_basis) AS date_basis,
    q.continuation,
    (SELECT string FROM strings WHERE number = q.rule) AS rule,
    (SELECT string FROM strings WHERE number = q.confidence) AS confidence,
    date(q.since + 1721424.5) AS since,
    date(q.until + 1721424.5) AS until
FROM quote_rows q JOIN mentions m ON m.number = q.mention;

CREATE TABLE change_rows (           -- words are strings.number
    article       INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    ordinal       INTEGER NOT NULL,  -- 0 for the article's first change
    id            INTEGER NOT NULL,
    category      INTEGER NOT NULL,
    status        INTEGER NOT NULL,
    date_start    INTEGER,
    date_end      INTEGER,
    date_mod      INTEGER NOT NULL,
    grain         INTEGER NOT NULL,
    date_basis    INTEGER NOT NULL,
    date_text     INTEGER NOT NULL,
    value         REAL,
    value_role    INTEGER NOT NULL,
    low           REAL,
    high          REAL,
    comparator    INTEGER NOT NULL,
    unit          INTEGER NOT NULL,
    from_value    REAL,
    to_value      REAL,
    "force"       INTEGER NOT NULL,
    place         INTEGER NOT NULL,
    base          INTEGER NOT NULL,
    mission_from  INTEGER NOT NULL,
    mission_to    INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    attributed_to INTEGER NOT NULL,  -- quote_rows.id, or 0
    rule          INTEGER NOT NULL,
    confidence    INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_date ON change_rows (date_start, date_end);

CREATE VIEW changes AS SELECT
    c.article,
    c.ordinal,
    printf('c%010x', c.id) AS id,
    (SELECT string FROM strings WHERE number = c.category) AS category,
    (SELECT string FROM strings WHERE number = c.status) AS status,
    date(c.date_start + 1721424.5) AS date_start,
    date(c.date_end + 1721424.5) AS date_end,
    (SELECT string FROM strings WHERE number = c.date_mod) AS date_mod,
    (SELECT string FROM strings WHERE number = c.grain) AS grain,
    (SELECT string FROM strings WHERE number = c.date_basis) AS date_basis,
    (SELECT string FROM strings WHERE number = c.date_text) AS date_text,
    c.value,
    (SELECT string FROM strings WHERE number = c.value_role) AS value_role,
    c.low,
    c.high,
    (SELECT string FROM strings WHERE number = c.comparator) AS comparator,
    (SELECT string FROM strings WHERE number = c.unit) AS unit,
    c.from_value,
    c.to_value,
    (SELECT string FROM strings WHERE number = c."force") AS "force",
    (SELECT string FROM strings WHERE number = c.place) AS place,
    (SELECT string FROM strings WHERE number = c.base) AS base,
    (SELECT string FROM strings WHERE number = c.mission_from) AS mission_from,
    (SELECT string FROM strings WHERE number = c.mission_to) AS mission_to,
    c.start,
    c."end",
    CASE c.attributed_to WHEN 0 THEN '' ELSE printf('q%010x', c.attributed_to) END AS attributed_to,
    (SELECT string FROM strings WHERE number = c.rule) AS rule,
    (SELECT string FROM strings WHERE number = c.confidence) AS confidence
FROM change_rows c;

-- Who is quoted: mentions that mean one speaker, worked out from the tables above at the end of a run.

CREATE TABLE speakers (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,            -- the fullest
    type   TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    since  INTEGER,
    until  INTEGER
) STRICT;

CREATE TABLE spoken (                -- what is quoted under a mention
    mention INTEGER PRIMARY KEY,
    speaker INTEGER NOT NULL,        -- speakers.number
    family  INTEGER NOT NULL,        -- key of the mentions that may mean the same speaker
    title   INTEGER NOT NULL,        -- key of the words of its role
    quotes  INTEGER NOT NULL,
    since   INTEGER,
    until   INTEGER
) STRICT;
CREATE INDEX spoken_by_speaker ON spoken (speaker);
CREATE INDEX spoken_by_family ON spoken (family);
CREATE INDEX spoken_by_title ON spoken (title);

CREATE VIEW speaker_aliases AS SELECT s.speaker, n.string AS alias, sum(s.quotes) AS quotes
FROM spoken s JOIN mentions m ON m.number = s.mention JOIN strings n ON n.number = m.speaker
GROUP BY s.speaker, n.string;

CREATE VIEW speaker_roles AS SELECT s.speaker, n.string AS role, date(min(s.since) + 1721424.5) AS since,
    date(max(s.until) + 1721424.5) AS until, sum(s.quotes) AS quotes
FROM spoken s JOIN mentions m ON m.number = s.mention JOIN strings n ON n.number = m.role
WHERE m.role <> 0 GROUP BY s.speaker, n.string;

CREATE TABLE speaker_words (         -- by what a misspelt or respelt word finds the names and roles it is in
    key    INTEGER NOT NULL,
    string INTEGER NOT NULL,
    PRIMARY KEY (key, string)
) STRICT, WITHOUT ROWID;

CREATE TABLE stale_mentions (        -- mentions that have got or lost quotations since
    mention INTEGER PRIMARY KEY
) STRICT;

-- The timeline: changes that report one fact, worked out from the tables above at the end of a run.

CREATE TABLE fact_kinds (            -- what a filter asks of facts; words are strings.number
    number   INTEGER PRIMARY KEY,
    local    INTEGER NOT NULL,       -- whether it is about the host country's own forces
    category INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    fineness INTEGER NOT NULL,       -- of its date: the finest comes first
    "force"  INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    base     INTEGER NOT NULL,
    block    INTEGER NOT NULL,       -- key of the facts that may contradict or fulfil it
    UNIQUE (local, category, status, fineness, "force", place, base)
) STRICT;
CREATE INDEX fact_kinds_by_block ON fact_kinds (block);

CREATE TABLE facts (                 -- a first run numbers them in order of time
    number         INTEGER PRIMARY KEY,
    kind           INTEGER NOT NULL, -- fact_kinds.number
    id             INTEGER NOT NULL, -- of the fullest report: change_rows
    first_day      INTEGER,          -- 0 where the beginning is open; without any date NULL, as the next
    last_day       INTEGER,          -- 3652059 where the end is open
    published      TEXT NOT NULL,    -- when the first of its reports was
    start          INTEGER NOT NULL, -- of the fullest report, in its article
    alike          INTEGER NOT NULL, -- key of the facts that may turn out to be this one
    conflicts_with TEXT,             -- ids of facts, as JSON
    fulfils        TEXT,
    told           BLOB NOT NULL     -- all of it as the timeline tells it, but for the links: packed JSON
) STRICT;
CREATE INDEX facts_by_date ON facts (first_day, last_day, kind);
CREATE INDEX facts_by_kind ON facts (kind);
CREATE INDEX facts_by_alike ON facts (alike);

CREATE TABLE fact_reports (
    fact    INTEGER NOT NULL,
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (fact, article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_reports_by_article ON fact_reports (article);

CREATE TABLE unlinked (              -- articles whose changes the facts do not know yet
    article INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE loose_facts (           -- facts that have lost reports since they were worked out
    fact INTEGER PRIMARY KEY
) STRICT;

-- What search ranks by. The search folder beside this file is derived from these tables.

CREATE TABLE article_words (
    article    INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    doc        TEXT NOT NULL,
    generation INTEGER NOT NULL,     -- when it was written, which finding it again does not change
    words      BLOB NOT NULL         -- numbers of terms: how many are the title's, those, the text's
) STRICT;
CREATE INDEX article_words_by_generation ON article_words (generation);

CREATE TABLE terms (
    number INTEGER PRIMARY KEY,
    form   TEXT NOT NULL UNIQUE,     -- a folded word
    stem   INTEGER NOT NULL,         -- key of the word without proclitics and suffixes
    df     INTEGER NOT NULL          -- articles that hold it
) STRICT;
CREATE INDEX terms_by_stem ON terms (stem);

CREATE TABLE bases (                 -- words without their proclitics
    number INTEGER PRIMARY KEY,
    base   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE neighbours (
    key   INTEGER PRIMARY KEY,       -- of a base with one letter left out, or of # and its skeleton
    bases BLOB NOT NULL              -- numbers of bases
) STRICT;

CREATE TABLE removed (               -- articles that the search folder has to let go
    article    INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (generation, article)
) STRICT, WITHOUT ROWID;
