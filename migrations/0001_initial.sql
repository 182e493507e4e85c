-- The first schema. Why: docs/adr/0003-strata.md, 0004-search-tables.md. Every column: schema/SCHEMA.md.
-- Tables have singular names and are the program's; views have plural names and are for people.
-- Strata: given (never rebuilt), findings (one article's, rebuilt by extraction), derived (over all
-- articles, rebuilt from findings), history (what ran when).

CREATE TABLE schema_history(
  number     INTEGER PRIMARY KEY,  -- of the migration, from 1
  name       TEXT NOT NULL,
  checksum   TEXT NOT NULL,        -- SHA-256 of the migration's SQL
  program    TEXT NOT NULL,        -- version that applied it
  applied_at TEXT NOT NULL         -- UTC, ISO 8601
) STRICT;

-- Ids of articles, runs, problems and entities are never reused (AUTOINCREMENT). Those of findings and
-- paragraphs, which go and come back with re-extraction, may be: what must last is a ref (uid:start-end).

---- given ----------------------------------------------------------------------------------------

-- SQLite's own archive format, exactly as the shell expects it: sqlite3 FILE -Ax takes originals out.
CREATE TABLE sqlar(
  name  TEXT PRIMARY KEY,  -- originals/UID.FORMAT
  mode  INT,               -- access permissions
  mtime INT,               -- publication time as seconds since 1970, 0 where unknown
  sz    INT,               -- original size in bytes
  data  BLOB               -- zlib-compressed where that is smaller, else as it is
);

CREATE TABLE article(
  id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- never reused
  uid             TEXT NOT NULL UNIQUE CHECK(length(uid) = 16),  -- first 16 hex digits of original_sha256
  original_sha256 TEXT NOT NULL,
  original        TEXT,            -- sqlar.name; NULL where originals are kept elsewhere
  format          TEXT NOT NULL,   -- reader that took it: txt, md, json, jsonl
  given_id        TEXT,            -- id that the input carried
  title           TEXT,
  source          TEXT,            -- outlet, as given
  url             TEXT,
  published       TEXT,            -- ISO 8601 day or time; NULL where unknown
  language        TEXT NOT NULL,   -- ko, en, und
  text            TEXT NOT NULL,   -- NFC, \n line ends; offsets count its code points from 0
  text_sha256     TEXT NOT NULL
) STRICT;
CREATE INDEX article_published ON article(published);
CREATE INDEX article_source ON article(source);

CREATE TABLE author(
  article_id INTEGER NOT NULL REFERENCES article(id),
  position   INTEGER NOT NULL,  -- from 0
  name       TEXT NOT NULL,
  PRIMARY KEY(article_id, position)
) STRICT, WITHOUT ROWID;

-- Where an original was found; one original may lie in several places.
CREATE TABLE location(
  article_id INTEGER NOT NULL REFERENCES article(id),
  path       TEXT NOT NULL,     -- relative to the ingested root
  record     INTEGER NOT NULL,  -- record of a container, from 1; 0: the whole file
  PRIMARY KEY(article_id, path, record)
) STRICT, WITHOUT ROWID;

---- history --------------------------------------------------------------------------------------

CREATE TABLE run(
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at  TEXT NOT NULL,  -- UTC, ISO 8601
  finished_at TEXT,           -- NULL: interrupted
  program     TEXT NOT NULL,  -- version
  added       INTEGER NOT NULL DEFAULT 0,
  known       INTEGER NOT NULL DEFAULT 0,
  refused     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE arrival(
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  run_id     INTEGER NOT NULL REFERENCES run(id),
  added_at   TEXT NOT NULL   -- UTC, ISO 8601
) STRICT;

-- An input that could not be taken, until a later run takes it.
CREATE TABLE problem(
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  path       TEXT NOT NULL,
  record     INTEGER NOT NULL,  -- 0: the whole input
  kind       TEXT NOT NULL,     -- bad-input, unreadable, not-found, too-large …
  message    TEXT NOT NULL,
  place      TEXT,              -- line or byte, where it is known
  first_seen TEXT NOT NULL,     -- UTC, ISO 8601
  last_seen  TEXT NOT NULL,
  UNIQUE(path, record, kind)
) STRICT;

---- search (a function of the given; rebuilt by: INSERT INTO paragraph_index(paragraph_index) VALUES('rebuild')) ----

-- The unit of search: a paragraph of the text, or a title that stands outside it.
CREATE TABLE paragraph(
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  kind       TEXT NOT NULL CHECK(kind IN ('title', 'headline', 'subhead', 'body', 'caption', 'list', 'other')),
  start      INTEGER NOT NULL,  -- code points; 0 and 0 for kind 'title'
  end        INTEGER NOT NULL
) STRICT;
CREATE INDEX paragraph_article ON paragraph(article_id);

-- Terms of a paragraph: overlapping pairs of characters; runs of ASCII letters and digits whole.
-- The program makes the same string (src/text/search_terms.h); a test compares the two.
CREATE VIEW paragraph_terms(id, terms) AS
SELECT p.id, (
  WITH RECURSIVE
    -- the text between two blanks, in pieces of 64 characters with a neighbour on each side: substr()
    -- counts from the start, and would make the cost grow with the square of the length
    source(t) AS MATERIALIZED (
      SELECT ' ' || CASE p.kind WHEN 'title' THEN coalesce(a.title, '')
                    ELSE substr(a.text, p.start + 1, p.end - p.start) END || ' '
      FROM article a WHERE a.id = p.article_id),
    piece(k, s) AS (
      SELECT 0, substr(t, 1, 66) FROM source
      UNION ALL
      SELECT k + 1, substr(t, (k + 1) * 64 + 1, 66) FROM piece, source WHERE length(s) = 66),
    place(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM place WHERE j < 64),
    letter(c, pairs_before, pairs, pairs_after, next) AS (
      SELECT substr(s, j + 1, 1), substr(s, j, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]',
             substr(s, j + 1, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]', substr(s, j + 2, 1) GLOB '[가-힣㐀-鿿ぁ-ヿㄱ-ㆎᄀ-ᇿ𠀀-𲎯]', substr(s, j + 2, 1)
      FROM piece CROSS JOIN place WHERE j + 2 <= length(s))
  SELECT coalesce(group_concat(
    CASE WHEN NOT pairs THEN c
         ELSE CASE WHEN pairs_before THEN '' ELSE ' ' END ||
              CASE WHEN pairs_after THEN c || next || ' ' WHEN pairs_before THEN '' ELSE c || ' ' END
    END, ''), '')
  FROM letter)
FROM paragraph p;

CREATE VIRTUAL TABLE paragraph_index USING fts5(
  terms, content='paragraph_terms', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

---- findings -------------------------------------------------------------------------------------

-- The rules that findings name.
CREATE TABLE rule(
  id              TEXT PRIMARY KEY,
  layer           TEXT NOT NULL,
  pattern         TEXT NOT NULL,
  emits           TEXT NOT NULL,
  confidence      REAL NOT NULL,
  example         TEXT NOT NULL,
  counter_example TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE extraction(
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  ruleset    TEXT NOT NULL,  -- digest of program rules and lexicon
  digest     TEXT NOT NULL   -- SHA-256 over the text and its findings; `onrecord verify` checks it
) STRICT;

CREATE TABLE block(
  article_id INTEGER NOT NULL REFERENCES article(id),
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,     -- headline, subhead, byline, dateline, body, caption, list, notice
  start      INTEGER NOT NULL,  -- code points
  end        INTEGER NOT NULL,
  PRIMARY KEY(article_id, position)
) STRICT, WITHOUT ROWID;

-- One entity as one article names it.
CREATE TABLE chain(
  article_id   INTEGER NOT NULL REFERENCES article(id),
  chain        INTEGER NOT NULL,   -- from 0 within the article
  kind         TEXT NOT NULL,      -- person, organization, place, product, work, event
  name         TEXT NOT NULL,      -- fullest name known from the article
  names        TEXT NOT NULL,      -- JSON array: every form seen
  titles       TEXT NOT NULL,      -- JSON array
  affiliations TEXT NOT NULL,      -- JSON array
  latin        TEXT,               -- from 한글(Latin)
  unnamed      INTEGER NOT NULL,   -- 1: a role without a name
  PRIMARY KEY(article_id, chain)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_name ON chain(kind, name);

CREATE TABLE mention(
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  chain      INTEGER NOT NULL,
  surface    TEXT NOT NULL,
  title      TEXT,
  start      INTEGER NOT NULL,  -- code points, of surface
  end        INTEGER NOT NULL,
  rule       TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX mention_article ON mention(article_id);

CREATE TABLE quotation(
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article(id),
  kind           TEXT NOT NULL CHECK(kind IN ('direct', 'indirect')),
  start          INTEGER NOT NULL,  -- code points; substr(text, start + 1, end - start) are the words
  end            INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  place          TEXT NOT NULL,     -- headline, subhead, body, caption, list
  cue            TEXT,
  cue_class      TEXT,
  rule           TEXT NOT NULL,
  speaker_rule   TEXT,
  confidence     REAL NOT NULL,
  doubtful       INTEGER NOT NULL
) STRICT;
CREATE INDEX quotation_article ON quotation(article_id);

CREATE TABLE speaker(
  quotation_id  INTEGER NOT NULL REFERENCES quotation(id),
  position      INTEGER NOT NULL,  -- from 0
  name          TEXT NOT NULL,     -- fullest in that article
  surface       TEXT NOT NULL,     -- beside the quotation; may be empty
  surface_start INTEGER,           -- code points
  surface_end   INTEGER,
  chain         INTEGER,           -- in that article; NULL: a role without a chain
  PRIMARY KEY(quotation_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article(id),
  type           TEXT NOT NULL,
  trigger_start  INTEGER NOT NULL,  -- code points
  trigger_end    INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  date           TEXT,              -- ISO day
  date_end       TEXT,
  date_text      TEXT,              -- as written
  place          TEXT,
  rule           TEXT NOT NULL,
  confidence     REAL NOT NULL
) STRICT;
CREATE INDEX event_article ON event(article_id);

CREATE TABLE participant(
  event_id INTEGER NOT NULL REFERENCES event(id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  role     TEXT,
  chain    INTEGER,
  PRIMARY KEY(event_id, position)
) STRICT, WITHOUT ROWID;

---- derived --------------------------------------------------------------------------------------

CREATE TABLE entity(
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL      -- canonical
) STRICT;
CREATE INDEX entity_name ON entity(name);

-- Every name of an entity, and why it is one of its names.
CREATE TABLE alias(
  entity_id INTEGER NOT NULL REFERENCES entity(id),
  name      TEXT NOT NULL,
  origin    TEXT NOT NULL,  -- article (seen as such), latin (한글(Latin) in an article), sound (sounds alike and shares a role or organisation)
  PRIMARY KEY(entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_name ON alias(name);

CREATE TABLE identity(
  article_id INTEGER NOT NULL REFERENCES article(id),
  chain      INTEGER NOT NULL,
  entity_id  INTEGER NOT NULL REFERENCES entity(id),
  PRIMARY KEY(article_id, chain)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_entity ON identity(entity_id);

---- guards ---------------------------------------------------------------------------------------
-- Foreign keys are off in the stock shell, so triggers keep the file sound, whoever writes.

CREATE TRIGGER article_is_never_rewritten BEFORE UPDATE OF id, uid, text, text_sha256, original_sha256 ON article
WHEN old.id IS NOT new.id OR old.uid IS NOT new.uid OR old.text IS NOT new.text
  OR old.text_sha256 IS NOT new.text_sha256 OR old.original_sha256 IS NOT new.original_sha256
BEGIN
  SELECT raise(ABORT, 'a stored text is never rewritten: ingest the new version instead');
END;

CREATE TRIGGER paragraph_is_never_rewritten BEFORE UPDATE ON paragraph
BEGIN
  SELECT raise(ABORT, 'paragraphs follow from the text and are never changed');
END;

CREATE TRIGGER title_leaves_search BEFORE UPDATE OF title ON article WHEN old.title IS NOT new.title
BEGIN
  INSERT INTO paragraph_index(paragraph_index, rowid, terms)
    SELECT 'delete', t.id, t.terms FROM paragraph p JOIN paragraph_terms t ON t.id = p.id
    WHERE p.article_id = old.id AND p.kind = 'title';
END;
CREATE TRIGGER title_enters_search AFTER UPDATE OF title ON article WHEN old.title IS NOT new.title
BEGIN
  INSERT INTO paragraph_index(rowid, terms)
    SELECT t.id, t.terms FROM paragraph p JOIN paragraph_terms t ON t.id = p.id
    WHERE p.article_id = new.id AND p.kind = 'title';
END;

CREATE TRIGGER paragraph_leaves_search BEFORE DELETE ON paragraph
BEGIN
  INSERT INTO paragraph_index(paragraph_index, rowid, terms)
    SELECT 'delete', id, terms FROM paragraph_terms WHERE id = old.id;
END;

CREATE TRIGGER quotation_takes_its_speakers BEFORE DELETE ON quotation
BEGIN
  DELETE FROM speaker WHERE quotation_id = old.id;
END;

CREATE TRIGGER event_takes_its_participants BEFORE DELETE ON event
BEGIN
  DELETE FROM participant WHERE event_id = old.id;
END;

CREATE TRIGGER article_takes_what_hangs_on_it BEFORE DELETE ON article
BEGIN
  DELETE FROM paragraph WHERE article_id = old.id;
  DELETE FROM identity WHERE article_id = old.id;
  DELETE FROM event WHERE article_id = old.id;
  DELETE FROM quotation WHERE article_id = old.id;
  DELETE FROM mention WHERE article_id = old.id;
  DELETE FROM chain WHERE article_id = old.id;
  DELETE FROM block WHERE article_id = old.id;
  DELETE FROM extraction WHERE article_id = old.id;
  DELETE FROM arrival WHERE article_id = old.id;
  DELETE FROM location WHERE article_id = old.id;
  DELETE FROM author WHERE article_id = old.id;
  DELETE FROM sqlar WHERE name = old.original;
END;

CREATE TRIGGER entity_takes_its_names BEFORE DELETE ON entity
BEGIN
  DELETE FROM identity WHERE entity_id = old.id;
  DELETE FROM alias WHERE entity_id = old.id;
END;

---- views for people -----------------------------------------------------------------------------

-- One row an article.
CREATE VIEW articles AS
SELECT a.id, a.uid AS ref, a.published, a.source AS outlet, a.title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE article_id = a.id ORDER BY position)) AS authors,
       a.language, a.url,
       (SELECT min(path) FROM location WHERE article_id = a.id) AS path,
       (SELECT count(*) FROM quotation q WHERE q.article_id = a.id) AS quotations,
       a.text
FROM article a;

-- One row a quotation and speaker (a row without speaker where nobody is named).
CREATE VIEW quotations AS
SELECT q.id,
       coalesce(e.name, s.name) AS speaker,
       substr(a.text, q.start + 1, q.end - q.start) AS words,
       q.kind, a.published, a.source AS outlet, a.title AS article_title,
       s.name AS speaker_in_article, s.surface AS speaker_as_written, q.cue, q.cue_class, q.place,
       a.uid || ':' || q.start || '-' || q.end AS ref,
       substr(a.text, q.sentence_start + 1, q.sentence_end - q.sentence_start) AS sentence,
       q.doubtful, q.confidence, q.rule, q.article_id, q.start, q.end, e.id AS entity_id
FROM quotation q
JOIN article a ON a.id = q.article_id
LEFT JOIN speaker s ON s.quotation_id = q.id
LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain
LEFT JOIN entity e ON e.id = i.entity_id;

-- One row an event.
CREATE VIEW events AS
SELECT v.id, v.type, v.date, v.date_end, v.date_text, v.place,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM participant WHERE event_id = v.id ORDER BY position)) AS participants,
       substr(a.text, v.sentence_start + 1, v.sentence_end - v.sentence_start) AS sentence,
       a.published, a.source AS outlet, a.title AS article_title,
       a.uid || ':' || v.sentence_start || '-' || v.sentence_end AS ref,
       v.confidence, v.rule, v.article_id
FROM event v JOIN article a ON a.id = v.article_id;

-- One row a mention.
CREATE VIEW mentions AS
SELECT m.id, e.name, c.kind, m.surface, m.title AS role, a.published, a.source AS outlet, a.title AS article_title,
       a.uid || ':' || m.start || '-' || m.end AS ref, m.rule, m.confidence, m.article_id, i.entity_id
FROM mention m
JOIN article a ON a.id = m.article_id
JOIN chain c ON c.article_id = m.article_id AND c.chain = m.chain
LEFT JOIN identity i ON i.article_id = m.article_id AND i.chain = m.chain
LEFT JOIN entity e ON e.id = i.entity_id;

-- One row a person.
CREATE VIEW people AS
SELECT e.id, e.name,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM alias WHERE entity_id = e.id AND name <> e.name ORDER BY name)) AS also,
       (SELECT group_concat(title, ', ') FROM (
          SELECT t.value AS title FROM identity i JOIN chain c ON c.article_id = i.article_id AND c.chain = i.chain,
                 json_each(c.titles) t
          WHERE i.entity_id = e.id GROUP BY t.value ORDER BY count(*) DESC, t.value)) AS roles,
       (SELECT group_concat(name, ', ') FROM (
          SELECT f.value AS name FROM identity i JOIN chain c ON c.article_id = i.article_id AND c.chain = i.chain,
                 json_each(c.affiliations) f
          WHERE i.entity_id = e.id GROUP BY f.value ORDER BY count(*) DESC, f.value)) AS organizations,
       (SELECT count(*) FROM identity i JOIN mention m ON m.article_id = i.article_id AND m.chain = i.chain
        WHERE i.entity_id = e.id) AS mentions,
       (SELECT count(DISTINCT q.id) FROM identity i JOIN quotation q ON q.article_id = i.article_id
          JOIN speaker s ON s.quotation_id = q.id AND s.chain = i.chain
        WHERE i.entity_id = e.id) AS quotations,
       (SELECT min(a.published) FROM identity i JOIN article a ON a.id = i.article_id WHERE i.entity_id = e.id) AS first_seen,
       (SELECT max(a.published) FROM identity i JOIN article a ON a.id = i.article_id WHERE i.entity_id = e.id) AS last_seen
FROM entity e WHERE e.kind = 'person';

-- One row an outlet.
CREATE VIEW outlets AS
SELECT coalesce(a.source, '(unknown)') AS outlet, count(*) AS articles,
       min(a.published) AS first_published, max(a.published) AS last_published,
       sum((SELECT count(*) FROM quotation q WHERE q.article_id = a.id)) AS quotations
FROM article a GROUP BY coalesce(a.source, '(unknown)');
