-- What named a speaker is kept beside it, and the same utterance in several articles is one family.
-- Why: docs/quotations.md, "One utterance in several articles". Every column: schema/SCHEMA.md.
-- Cost on a large archive: none. Columns are added without rewriting a row (NULL in what was
-- extracted before, whose digests stay as they are); the next ingest gathers the families. The
-- search index stays.

ALTER TABLE speaker ADD COLUMN antecedent_start INTEGER;
ALTER TABLE speaker ADD COLUMN antecedent_end INTEGER;
ALTER TABLE speaker ADD COLUMN naming_start INTEGER;
ALTER TABLE speaker ADD COLUMN naming_end INTEGER;

-- Nothing asks for it.
DROP INDEX chain_name;

-- Bytes of terms gathered in memory before they are written: a batch of articles in one piece, not in tens that are merged.
INSERT INTO paragraph_index(paragraph_index, rank) VALUES('hashsize', 16777216);

---- derived: what was said once and stands in several places -----------------------------------------

-- A family of variants; what stands in one place only has none.
CREATE TABLE utterance(
  id             INTEGER PRIMARY KEY,  -- in the order of the representatives' references
  representative INTEGER NOT NULL REFERENCES quotation(id)  -- named before doubtful, body before headline, longest, earliest
) STRICT;

CREATE TABLE variant(
  quotation_id INTEGER PRIMARY KEY REFERENCES quotation(id),
  utterance_id INTEGER NOT NULL REFERENCES utterance(id)
) STRICT;
CREATE INDEX variant_utterance ON variant(utterance_id);

-- A family without its representative is none; the next ingest gathers it anew.
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

---- views for people -----------------------------------------------------------------------------

-- One row a quotation and speaker (a row without speaker where nobody is named).
DROP VIEW quotations;
CREATE VIEW quotations AS
SELECT q.id,
       coalesce(e.name, s.name) AS speaker,
       substr(a.text, q.start + 1, q.end - q.start) AS words,
       q.kind, a.published, a.source AS outlet, a.title AS article_title,
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
LEFT JOIN speaker s ON s.quotation_id = q.id
LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain
LEFT JOIN entity e ON e.id = i.entity_id
LEFT JOIN variant v ON v.quotation_id = q.id;

-- One row an utterance, in however many articles it stands: its best variant.
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
            ELSE (SELECT count(DISTINCT b.source) FROM place p JOIN article b ON b.id = p.article_id
                  WHERE p.family_id = f.id) END AS outlets,
       CASE WHEN f.id IS NULL THEN a.source
            ELSE (SELECT group_concat(source, ', ') FROM (
                    SELECT DISTINCT b.source AS source FROM place p JOIN article b ON b.id = p.article_id
                    WHERE p.family_id = f.id AND b.source IS NOT NULL ORDER BY b.source)) END AS outlet_names,
       a.uid || ':' || q.start || '-' || q.end AS ref,
       q.confidence
FROM family f JOIN quotation q ON q.id = f.representative JOIN article a ON a.id = q.article_id;
