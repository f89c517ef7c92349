"""In: nothing. Out: the tables of a store, as every database takes them once its own words are put in."""

COMMON = """
CREATE TABLE counters (name {text} PRIMARY KEY, next {int} NOT NULL);
CREATE TABLE migrations (number {int} PRIMARY KEY, name {text} NOT NULL);

CREATE TABLE reports (
    number {int} PRIMARY KEY,
    id {text} NOT NULL UNIQUE,
    reading {int} NOT NULL,
    withdrawn {int} NOT NULL DEFAULT 0,
    story {text},
    outlet {text},
    day {text} NOT NULL,
    title {text} NOT NULL,
    indexed {bytes}
);
CREATE INDEX reports_reading ON reports (reading);
CREATE INDEX reports_story ON reports (story);

CREATE TABLE readings (
    number {int} PRIMARY KEY,
    report {int} NOT NULL,
    hash {text} NOT NULL,
    seen {text} NOT NULL,
    rules {text} NOT NULL,
    words {int} NOT NULL,
    text_digest {bytes} NOT NULL,
    mentions_digest {bytes} NOT NULL,
    text {bytes} NOT NULL,
    mentions {bytes} NOT NULL,
    beside {bytes} NOT NULL
);
CREATE INDEX readings_report ON readings (report, number);
CREATE INDEX readings_words ON readings (words);

CREATE TABLE features (report {int} PRIMARY KEY, features {bytes} NOT NULL);

CREATE TABLE copies (
    report {text} NOT NULL,
    original {text} NOT NULL,
    body {bytes} NOT NULL,
    PRIMARY KEY (report, original)
);
CREATE INDEX copies_original ON copies (original);

CREATE TABLE figures (
    number {int} PRIMARY KEY,
    report {int} NOT NULL,
    id {text} NOT NULL,
    day {text} NOT NULL,
    low {real},
    high {real},
    unit {text} NOT NULL,
    measure {text} NOT NULL,
    start {int} NOT NULL,
    stop {int} NOT NULL
);
CREATE INDEX figures_report ON figures (report);
CREATE INDEX figures_id ON figures (id);
CREATE INDEX figures_day ON figures (day DESC, report, start, low, high, unit, measure);
CREATE INDEX figures_measure ON figures (measure, day DESC, report, start, low, high, unit);

CREATE TABLE stories (
    number {int} PRIMARY KEY,
    id {text} NOT NULL UNIQUE,
    changed {text} NOT NULL,
    size {int} NOT NULL,
    sorting {text} NOT NULL,
    card {bytes} NOT NULL,
    held {bytes} NOT NULL
);
CREATE INDEX stories_changed ON stories (changed DESC, id);
CREATE INDEX stories_size ON stories (size DESC, id);
CREATE INDEX stories_sorting ON stories (sorting, id);

CREATE TABLE bodies (story {int} PRIMARY KEY, laid {text} NOT NULL, body {bytes} NOT NULL);

CREATE TABLE members (
    story {int} NOT NULL,
    kind {int} NOT NULL,
    place {int} NOT NULL,
    reading {int},
    own {bytes},
    PRIMARY KEY (story, kind, place)
);
CREATE INDEX members_reading ON members (reading);

CREATE TABLE moved (id {text} PRIMARY KEY, destination {text} NOT NULL);
CREATE INDEX moved_destination ON moved (destination);

CREATE TABLE news (
    number {int} PRIMARY KEY,
    id {text} NOT NULL UNIQUE,
    seen {text} NOT NULL,
    story {text} NOT NULL,
    body {bytes} NOT NULL
);
CREATE INDEX news_seen ON news (seen DESC, number);
CREATE INDEX news_story ON news (story, seen DESC, number);

CREATE TABLE judgements (number {int} PRIMARY KEY, id {text} NOT NULL UNIQUE, body {bytes} NOT NULL);

CREATE TABLE bearings (
    report {text} NOT NULL,
    judgement {int} NOT NULL,
    PRIMARY KEY (report, judgement)
);

CREATE TABLE runs (number {int} PRIMARY KEY, id {text} NOT NULL UNIQUE, begun {text} NOT NULL, body {bytes} NOT NULL);
CREATE INDEX runs_begun ON runs (begun DESC, number DESC);

CREATE TABLE marks (name {text} PRIMARY KEY, value {text} NOT NULL);
"""
"""The narrow columns are what is searched and sorted by; the records themselves are the bytes.

A reading is one version of a report with what one set of rules found in it; `words` is the number of its text in the
full-text index. `members` are the reports (kind 0) and mentions (kind 1) of a story, each by the reading it equals or,
where the story's is another, by its own bytes. `reports.indexed` is the digest of what `figures` and the columns before
it were made of: the story's copy of the report where it is in a story. `moved` leads from ids of stories that are no
more to ids of stories; `stories.held` is the group a story was made of. `bearings` are the reports on which a judgement
bears.
"""

SQLITE_ONLY = """
CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize="ascii");
CREATE VIRTUAL TABLE figure_words USING fts5(words, content='', tokenize="ascii", detail='none');
CREATE VIRTUAL TABLE story_words USING fts5(words, content='', tokenize="ascii");

CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are never taken away'); END;
"""

SQLITE_TYPES = {"text": "TEXT", "int": "INTEGER", "real": "REAL", "bytes": "BLOB"}

POSTGRES_ONLY = """
CREATE TABLE report_words (number {int} PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX report_words_words ON report_words USING gin (words);
CREATE TABLE figure_words (number {int} PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX figure_words_words ON figure_words USING gin (words);
CREATE TABLE story_words (number {int} PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX story_words_words ON story_words USING gin (words);

CREATE FUNCTION judgements_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'judgements are never changed and never taken away'; END $$;
CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements
FOR EACH ROW EXECUTE FUNCTION judgements_stay();
CREATE TRIGGER judgements_last BEFORE TRUNCATE ON judgements
FOR EACH STATEMENT EXECUTE FUNCTION judgements_stay();
"""

POSTGRES_TYPES = {"text": 'text COLLATE "C"', "int": "bigint", "real": "double precision", "bytes": "bytea"}
