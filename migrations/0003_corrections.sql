-- What a person said stands above what rules found: corrections of findings, of the facts of an article, of who is
-- who, and of outlets. Why: docs/adr/0009-corrections.md. Every column: schema/SCHEMA.md.
-- Cost on a large archive: none. No row is rewritten, the search index stays; findings and derived tables are as
-- they were until somebody corrects something.

---- human ------------------------------------------------------------------------------------------

-- In the order in which they were made, which is the order in which they are applied. They speak of places in texts
-- and of names, never of row ids, and stay when the article goes: what comes back finds them in force.
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

---- given ------------------------------------------------------------------------------------------

-- What the input said of itself where a person knows better; the article has the person's word.
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

---- derived: outlets by other names, and groups of them, as corrections have it --------------------------------

CREATE TABLE outlet_name(
  name   TEXT PRIMARY KEY,  -- article.source, or a name that is only asked for
  outlet TEXT NOT NULL      -- whose name it is
) STRICT, WITHOUT ROWID;

CREATE TABLE outlet_group(
  name   TEXT NOT NULL,  -- of the group
  outlet TEXT NOT NULL,
  PRIMARY KEY(name, outlet)
) STRICT, WITHOUT ROWID;

---- views for people -------------------------------------------------------------------------------

-- One row a correction, newest first.
CREATE VIEW corrections AS
SELECT id, made_at, made_by, action,
       CASE WHEN start IS NULL THEN uid ELSE uid || ':' || start || '-' || end END AS ref,
       kind, subject, value, value_ref, undone_at
FROM correction ORDER BY id DESC;

-- One row an article.
DROP VIEW articles;
CREATE VIEW articles AS
SELECT a.id, a.uid AS ref, a.published, coalesce(o.outlet, a.source) AS outlet, a.title,
       (SELECT group_concat(name, ', ') FROM (SELECT name FROM author WHERE article_id = a.id ORDER BY position)) AS authors,
       a.language, a.url,
       (SELECT min(path) FROM location WHERE article_id = a.id) AS path,
       (SELECT count(*) FROM quotation q WHERE q.article_id = a.id) AS quotations,
       a.text
FROM article a LEFT JOIN outlet_name o ON o.name = a.source;

-- One row a quotation and speaker (a row without speaker where nobody is named).
DROP VIEW quotations;
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

-- One row an utterance, in however many articles it stands: its best variant.
DROP VIEW utterances;
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

-- One row an event.
DROP VIEW events;
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

-- One row a mention.
DROP VIEW mentions;
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

-- One row an outlet.
DROP VIEW outlets;
CREATE VIEW outlets AS
SELECT coalesce(o.outlet, a.source, '(unknown)') AS outlet, count(*) AS articles,
       min(a.published) AS first_published, max(a.published) AS last_published,
       sum((SELECT count(*) FROM quotation q WHERE q.article_id = a.id)) AS quotations,
       (SELECT group_concat(name, ', ') FROM (
          SELECT name FROM outlet_name WHERE outlet = coalesce(o.outlet, a.source) AND name <> outlet ORDER BY name)) AS also,
       (SELECT group_concat(name, ', ') FROM (
          SELECT name FROM outlet_group WHERE outlet = coalesce(o.outlet, a.source) ORDER BY name)) AS groups
FROM article a LEFT JOIN outlet_name o ON o.name = a.source GROUP BY coalesce(o.outlet, a.source, '(unknown)');
