-- Version 1 of the index. One file, made to be read with other tools: every table can be joined to
-- `articles` by its number. Spans are half-open pairs of code points into `articles.text`; dates are ISO.

CREATE TABLE facts_about_index (
    name  TEXT PRIMARY KEY,      -- analysis (version of code and lexicons), generation
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
    text            TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_path ON articles (path);
CREATE INDEX articles_by_date ON articles (published_start, published_end);
CREATE INDEX articles_by_generation ON articles (generation);

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    zone    TEXT NOT NULL,
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE quotes (
    id           TEXT NOT NULL PRIMARY KEY,
    article      INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind         TEXT NOT NULL,
    start        INTEGER NOT NULL,
    "end"        INTEGER NOT NULL,
    content      TEXT NOT NULL,
    cue          TEXT NOT NULL,
    cue_start    INTEGER NOT NULL,
    cue_end      INTEGER NOT NULL,
    cue_lemma    TEXT NOT NULL,
    act          TEXT NOT NULL,
    polarity     TEXT NOT NULL,
    speaker      TEXT NOT NULL,
    speaker_id   TEXT NOT NULL,
    speaker_type TEXT NOT NULL,
    source       TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end   INTEGER NOT NULL,
    role         TEXT NOT NULL,
    affiliation  TEXT NOT NULL,
    via          TEXT NOT NULL,
    addressee    TEXT NOT NULL,
    venue        TEXT NOT NULL,
    date         TEXT NOT NULL,
    date_basis   TEXT NOT NULL,
    continuation INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    confidence   TEXT NOT NULL,
    since        TEXT,               -- bounds of the utterance's date, else of the article's
    until        TEXT
) STRICT;
CREATE INDEX quotes_by_article ON quotes (article, start);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id);
CREATE INDEX quotes_by_date ON quotes (since, until);

CREATE TABLE changes (
    id            TEXT NOT NULL PRIMARY KEY,
    article       INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    category      TEXT NOT NULL,
    status        TEXT NOT NULL,
    date_start    TEXT,
    date_end      TEXT,
    date_mod      TEXT NOT NULL,
    grain         TEXT NOT NULL,
    date_basis    TEXT NOT NULL,
    date_text     TEXT NOT NULL,
    value         REAL,
    value_role    TEXT NOT NULL,
    low           REAL,
    high          REAL,
    comparator    TEXT NOT NULL,
    unit          TEXT NOT NULL,
    from_value    REAL,
    to_value      REAL,
    "force"       TEXT NOT NULL,
    place         TEXT NOT NULL,
    base          TEXT NOT NULL,
    mission_from  TEXT NOT NULL,
    mission_to    TEXT NOT NULL,
    text          TEXT NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    attributed_to TEXT NOT NULL,     -- quotes.id, or ''
    rule          TEXT NOT NULL,
    confidence    TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_article ON changes (article, start);
CREATE INDEX changes_by_date ON changes (date_start, date_end);

-- What search ranks by. The search folder beside this file is derived from these tables.

CREATE TABLE article_words (
    article    INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    doc        TEXT NOT NULL,
    generation INTEGER NOT NULL,     -- when it was written, which finding it again does not change
    words      BLOB NOT NULL         -- terms.number in four bytes each: a count, the title, the text
) STRICT;
CREATE INDEX article_words_by_generation ON article_words (generation);

CREATE TABLE terms (
    number INTEGER PRIMARY KEY,
    form   TEXT NOT NULL UNIQUE,     -- a folded word
    stem   TEXT NOT NULL,            -- without proclitics and suffixes
    df     INTEGER NOT NULL          -- articles that hold it
) STRICT;
CREATE INDEX terms_by_stem ON terms (stem);

CREATE TABLE bases (                 -- words without their proclitics
    number INTEGER PRIMARY KEY,
    base   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE neighbours (
    key  INTEGER NOT NULL,           -- CRC-32 of a base with one letter left out, or of # and its skeleton
    base INTEGER NOT NULL,
    PRIMARY KEY (key, base)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed (               -- articles that the search folder has to let go
    article    INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (generation, article)
) STRICT, WITHOUT ROWID;
