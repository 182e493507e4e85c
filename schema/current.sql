-- Schema 3: what the migrations make of an empty file. Generated, do not edit:
-- cmake --build build/dev --target update-schema. Every column: SCHEMA.md.

CREATE TABLE schema_history(
  number     INTEGER PRIMARY KEY,  -- of the migration, from 1
  name       TEXT NOT NULL,
  checksum   TEXT NOT NULL,        -- SHA-256 of the migration's SQL
  program    TEXT NOT NULL,        -- version that applied it
  applied_at TEXT NOT NULL         -- UTC, ISO 8601
) STRICT;

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

CREATE TABLE location(
  article_id INTEGER NOT NULL REFERENCES article(id),
  path       TEXT NOT NULL,     -- relative to the ingested root
  record     INTEGER NOT NULL,  -- record of a container, from 1; 0: the whole file
  PRIMARY KEY(article_id, path, record)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE paragraph(
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  kind       TEXT NOT NULL CHECK(kind IN ('title', 'headline', 'subhead', 'body', 'caption', 'list', 'other')),
  start      INTEGER NOT NULL,  -- code points; 0 and 0 for kind 'title'
  end        INTEGER NOT NULL
) STRICT;

CREATE INDEX paragraph_article ON paragraph(article_id);

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
  chain         INTEGER, antecedent_start INTEGER, antecedent_end INTEGER, naming_start INTEGER, naming_end INTEGER,           -- in that article; NULL: a role without a chain
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

CREATE TABLE entity(
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL      -- canonical
) STRICT;

CREATE INDEX entity_name ON entity(name);

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

CREATE TABLE utterance(
  id             INTEGER PRIMARY KEY,  -- in the order of the representatives' references
  representative INTEGER NOT NULL REFERENCES quotation(id)  -- named before doubtful, body before headline, longest, earliest
) STRICT;

CREATE TABLE variant(
  quotation_id INTEGER PRIMARY KEY REFERENCES quotation(id),
  utterance_id INTEGER NOT NULL REFERENCES utterance(id)
) STRICT;

CREATE INDEX variant_utterance ON variant(utterance_id);

CREATE TRIGGER quotation_leaves_its_family BEFORE DELETE ON quotation
BEGIN
  DELETE FROM utterance WHERE representative = old.id
    AND id = (SELECT utterance_id FROM variant WHERE quotation_id = old.id);
  DELETE FROM variant WHERE quotation_id = old.id;
END;

CREATE TRIGGER utterance_takes_its_variants BEFORE DELETE ON utterance
BEGIN
  DELETE FROM variant WHERE utterance_id = old.id;
END;

CREATE TABLE correction(
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at   TEXT NOT NULL,  -- UTC, ISO 8601
  made_by   TEXT NOT NULL,
  action    TEXT NOT NULL CHECK(action IN ('speaker', 'reject', 'quote', 'confirm', 'published', 'source', 'title',
                                           'merge', 'split', 'rename', 'alias', 'kind',
                                           'outlet-merge', 'outlet-alias', 'outlet-group')),
  uid       TEXT,           -- of the article that is spoken of, or that names the subject
  start     INTEGER,        -- code points: the quotation, or the mention of the subject
  end       INTEGER,
  kind      TEXT,           -- of a quotation: direct, indirect; of an entity: person, organization …; event TYPE
  subject   TEXT,           -- the entity, outlet or group
  value     TEXT,           -- the speakers (parted by '; '), the other name, the new value; NULL: none
  value_ref TEXT,           -- UID:START-END: a mention of the entity that value names
  undone_at TEXT            -- NULL: in force
) STRICT;

CREATE INDEX correction_uid ON correction(uid);

CREATE TRIGGER correction_is_never_rewritten BEFORE UPDATE OF id, made_at, made_by, action, uid, start, end, kind,
  subject, value, value_ref ON correction
BEGIN
  SELECT raise(ABORT, 'a correction is never rewritten: undo it and make another');
END;

CREATE TABLE given_value(
  article_id INTEGER NOT NULL REFERENCES article(id),
  field      TEXT NOT NULL CHECK(field IN ('published', 'source', 'title')),
  value      TEXT,  -- NULL: the input said nothing
  PRIMARY KEY(article_id, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER article_takes_what_it_was_given BEFORE DELETE ON article
BEGIN
  DELETE FROM given_value WHERE article_id = old.id;
END;

CREATE TABLE outlet_name(
  name   TEXT PRIMARY KEY,  -- article.source, or a name that is only asked for
  outlet TEXT NOT NULL      -- whose name it is
) STRICT, WITHOUT ROWID;

CREATE TABLE outlet_group(
  name   TEXT NOT NULL,  -- of the group
  outlet TEXT NOT NULL,
  PRIMARY KEY(name, outlet)
) STRICT, WITHOUT ROWID;

CREATE VIEW corrections AS
SELECT id, made_at, made_by, action,
       CASE WHEN start IS NULL THEN uid ELSE uid || ':' || start || '-' || end END AS ref,
       kind, subject, value, value_ref, undone_at
FROM correction ORDER BY id DESC;

CREATE VIEW articles AS
SELECT a.id, a.uid AS ref, a.published, coalesce(o.outlet, a.source) AS outlet, a.title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE article_id = a.id ORDER BY position)) AS authors,
       a.language, a.url,
       (SELECT min(path) FROM location WHERE article_id = a.id) AS path,
       (SELECT count(*) FROM quotation q WHERE q.article_id = a.id) AS quotations,
       a.text
FROM article a LEFT JOIN outlet_name o ON o.name = a.source;

CREATE VIEW quotations AS
SELECT q.id,
       coalesce(e.name, s.name) AS speaker,
       substr(a.text, q.start + 1, q.end - q.start) AS words,
       q.kind, a.published, coalesce(o.outlet, a.source) AS outlet, a.title AS article_title,
       s.name AS speaker_in_article, s.surface AS speaker_as_written, q.cue, q.cue_class, q.place,
       a.uid || ':' || q.start || '-' || q.end AS ref,
       substr(a.text, q.sentence_start + 1, q.sentence_end - q.sentence_start) AS sentence,
       q.doubtful, q.confidence, q.rule, q.article_id, q.start, q.end, e.id AS entity_id,
       q.speaker_rule,
       substr(a.text, s.antecedent_start + 1, s.antecedent_end - s.antecedent_start) AS antecedent,
       a.uid || ':' || s.antecedent_start || '-' || s.antecedent_end AS antecedent_ref,
       substr(a.text, s.naming_start + 1, s.naming_end - s.naming_start) AS named_as,
       a.uid || ':' || s.naming_start || '-' || s.naming_end AS named_ref,
       v.utterance_id
FROM quotation q
JOIN article a ON a.id = q.article_id
LEFT JOIN outlet_name o ON o.name = a.source
LEFT JOIN speaker s ON s.quotation_id = q.id
LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain
LEFT JOIN entity e ON e.id = i.entity_id
LEFT JOIN variant v ON v.quotation_id = q.id;

CREATE VIEW utterances AS
WITH family(id, representative) AS NOT MATERIALIZED (
  SELECT id, representative FROM utterance
  UNION ALL
  SELECT NULL, q.id FROM quotation q WHERE NOT EXISTS (SELECT 1 FROM variant v WHERE v.quotation_id = q.id)),
  place(family_id, quotation_id, article_id) AS NOT MATERIALIZED (
  SELECT v.utterance_id, q.id, q.article_id FROM variant v JOIN quotation q ON q.id = v.quotation_id)
SELECT f.id,
       (SELECT group_concat(name, ', ') FROM (
          SELECT coalesce(e.name, s.name) AS name FROM speaker s
          LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain
          LEFT JOIN entity e ON e.id = i.entity_id
          WHERE s.quotation_id = q.id ORDER BY s.position)) AS speaker,
       substr(a.text, q.start + 1, q.end - q.start) AS words,
       q.kind, q.doubtful,
       coalesce((SELECT min(b.published) FROM place p JOIN article b ON b.id = p.article_id WHERE p.family_id = f.id),
                a.published) AS first_published,
       coalesce((SELECT max(b.published) FROM place p JOIN article b ON b.id = p.article_id WHERE p.family_id = f.id),
                a.published) AS last_published,
       CASE WHEN f.id IS NULL THEN 1
            ELSE (SELECT count(*) FROM place p WHERE p.family_id = f.id) END AS variants,
       CASE WHEN f.id IS NULL THEN 1
            ELSE (SELECT count(DISTINCT p.article_id) FROM place p WHERE p.family_id = f.id) END AS articles,
       CASE WHEN f.id IS NULL THEN a.source IS NOT NULL
            ELSE (SELECT count(DISTINCT coalesce(n.outlet, b.source)) FROM place p JOIN article b ON b.id = p.article_id
                  LEFT JOIN outlet_name n ON n.name = b.source
                  WHERE p.family_id = f.id) END AS outlets,
       CASE WHEN f.id IS NULL THEN coalesce(o.outlet, a.source)
            ELSE (SELECT group_concat(outlet, ', ') FROM (
                    SELECT DISTINCT coalesce(n.outlet, b.source) AS outlet
                    FROM place p JOIN article b ON b.id = p.article_id LEFT JOIN outlet_name n ON n.name = b.source
                    WHERE p.family_id = f.id AND b.source IS NOT NULL ORDER BY 1)) END AS outlet_names,
       a.uid || ':' || q.start || '-' || q.end AS ref,
       q.confidence
FROM family f JOIN quotation q ON q.id = f.representative JOIN article a ON a.id = q.article_id
LEFT JOIN outlet_name o ON o.name = a.source;

CREATE VIEW events AS
SELECT v.id, v.type, v.date, v.date_end, v.date_text, v.place,
       (SELECT group_concat(name, ', ') FROM (
          SELECT coalesce(e.name, p.name) AS name FROM participant p
          LEFT JOIN identity i ON i.article_id = v.article_id AND i.chain = p.chain
          LEFT JOIN entity e ON e.id = i.entity_id
          WHERE p.event_id = v.id ORDER BY p.position)) AS participants,
       substr(a.text, v.sentence_start + 1, v.sentence_end - v.sentence_start) AS sentence,
       a.published, coalesce(o.outlet, a.source) AS outlet, a.title AS article_title,
       a.uid || ':' || v.sentence_start || '-' || v.sentence_end AS ref,
       v.confidence, v.rule, v.article_id
FROM event v JOIN article a ON a.id = v.article_id LEFT JOIN outlet_name o ON o.name = a.source;

CREATE VIEW mentions AS
SELECT m.id, e.name, coalesce(e.kind, c.kind) AS kind, m.surface, m.title AS role, a.published,
       coalesce(o.outlet, a.source) AS outlet, a.title AS article_title,
       a.uid || ':' || m.start || '-' || m.end AS ref, m.rule, m.confidence, m.article_id, i.entity_id
FROM mention m
JOIN article a ON a.id = m.article_id
LEFT JOIN outlet_name o ON o.name = a.source
JOIN chain c ON c.article_id = m.article_id AND c.chain = m.chain
LEFT JOIN identity i ON i.article_id = m.article_id AND i.chain = m.chain
LEFT JOIN entity e ON e.id = i.entity_id;

CREATE VIEW outlets AS
SELECT coalesce(o.outlet, a.source, '(unknown)') AS outlet, count(*) AS articles,
       min(a.published) AS first_published, max(a.published) AS last_published,
       sum((SELECT count(*) FROM quotation q WHERE q.article_id = a.id)) AS quotations,
       (SELECT group_concat(name, ', ') FROM (
          SELECT name FROM outlet_name WHERE outlet = coalesce(o.outlet, a.source) AND name <> outlet ORDER BY name)) AS also,
       (SELECT group_concat(name, ', ') FROM (
          SELECT name FROM outlet_group WHERE outlet = coalesce(o.outlet, a.source) ORDER BY name)) AS groups
FROM article a LEFT JOIN outlet_name o ON o.name = a.source GROUP BY coalesce(o.outlet, a.source, '(unknown)');
