"""An archive of schema 1, made by the program before this one, is brought up to date by the next ingest."""

import pathlib
import sqlite3

from program import ProgramTest, main

OLD = pathlib.Path(__file__).with_name("archive_schema_1.sql")  # two articles of sample_corpus, dumped by sqlite3
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "sample_corpus"


class Upgrade(ProgramTest):
    def restore(self):
        self.archive.parent.mkdir(exist_ok=True)
        database = sqlite3.connect(self.archive)
        database.executescript(OLD.read_text(encoding="utf-8"))
        database.close()
        database = sqlite3.connect(self.archive)
        kept = database.execute("SELECT count(*), sum(length(text)) FROM article").fetchone(), \
            database.execute("SELECT digest FROM extraction ORDER BY article_id").fetchall()
        database.close()
        return kept

    def kept(self):
        return (self.rows("SELECT count(*), sum(length(text)) FROM article")[0],
                self.rows("SELECT digest FROM extraction ORDER BY article_id"))

    def test_reading_says_what_to_do(self):
        self.restore()
        outcome = self.run_program("quotes")
        self.assertEqual(outcome.status, 4)
        self.assertIn("older schema", outcome.err)

    def test_ingest_upgrades_and_loses_nothing(self):
        before = self.restore()
        (self.inputs / "none").mkdir()
        outcome = self.run_program("ingest", self.inputs / "none", "--quiet")
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertEqual(self.kept(), before)
        self.assertEqual(self.rows("SELECT max(number) FROM schema_history"), [(3,)])
        self.assert_sound()  # the digests of the old findings hold
        self.assertGreater(self.rows("SELECT count(*) FROM variant")[0][0], 0)
        self.assertEqual(self.rows("SELECT count(*) FROM quotations WHERE antecedent IS NOT NULL"), [(0,)])
        runs = self.rows("SELECT count(*) FROM run")
        self.run_program("ingest", self.inputs / "none", "--quiet")
        self.assertEqual(self.rows("SELECT count(*) FROM run"), runs)  # once is enough

    def test_new_articles_stand_beside_the_old(self):
        self.restore()
        self.assertEqual(self.run_program("ingest", SAMPLE, "--quiet").status, 0)
        self.assert_sound()
        self.assertGreater(self.rows("SELECT count(*) FROM quotations WHERE antecedent IS NOT NULL")[0][0], 0)


if __name__ == "__main__":
    main()
