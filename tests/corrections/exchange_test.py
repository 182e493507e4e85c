"""Export, import, undo; archives of older schemas."""

import pathlib
import sqlite3

from correcting import CorrectionTest
from program import main

OLD = pathlib.Path(__file__).resolve().parents[1] / "quotes" / "archive_schema_1.sql"
HEAD = "made_at\tmade_by\taction\tref\tkind\tsubject\tvalue\tvalue_ref\n"


class Exchange(CorrectionTest):
    def correct_much(self):
        self.do("fix", self.quote("인력이 먼저다")["ref"], "--speaker", "마르코 벨리니")
        self.do("fix", self.quote("몸이 가벼웠다")["ref"], "--reject")
        self.do("fix", self.place("너무 오래 걸렸다"), "--quote", "--speaker", "승객 하나")
        self.do("confirm", self.quote("터를 정했다")["ref"])
        uid = self.place("터를 정했다").partition(":")[0]
        self.do("fix", uid, "--title", "탭\t과 \\ 역슬래시", "--published", "2024-03-16")
        self.do("entities", "merge", "정다운", "마르코 벨리니")
        self.do("entities", "rename", "정다운", "정다운 회장")
        self.do("outlets", "group", "중앙지", "한빛경제", "누리일보")

    def test_round_trip(self):
        self.ingest()
        clean = self.dump()
        self.correct_much()
        corrected = self.dump()
        table = self.folder / "c.tsv"
        table.write_text(self.do("corrections", "export"), encoding="utf-8")
        self.assertEqual(len(table.read_text(encoding="utf-8").splitlines()), 1 + 10)
        ids = [str(row[0]) for row in self.rows("SELECT id FROM correction ORDER BY id DESC")]
        self.do("corrections", "undo", *ids)
        self.assertEqual(self.dump(), clean)
        self.assertIn("Imported 10", self.do("corrections", "import", table))
        self.assertEqual(self.dump(), corrected)
        self.assertIn("10 were in force already", self.do("corrections", "import", table))
        self.assertEqual(self.dump(), corrected)
        # Elsewhere, before and after the articles come.
        for first in ("articles", "corrections"):
            other = self.folder / f"{first}.db"
            self.make_empty(other)
            if first == "articles":
                self.do("ingest", self.inputs, "--quiet", archive=other)
            self.do("corrections", "import", table, archive=other)
            self.do("ingest", self.inputs, "--quiet", archive=other)
            self.assertEqual(self.dump(other), corrected, first)
            self.assert_sound(other)

    def make_empty(self, archive):
        (self.folder / "nothing").mkdir(exist_ok=True)
        self.do("ingest", self.folder / "nothing", "--quiet", archive=archive)

    def test_faults_are_named_and_nothing_is_taken(self):
        self.ingest()
        ref = self.quote("인력이 먼저다")["ref"]
        good = f"2024-01-01T00:00:00Z\tkim\tspeaker\t{ref}\tdirect\t\t정다운\t\n"
        for table, saying in ((good, "begins with the line"), (HEAD + good + "a\tb\n", "line 3"),
                              (HEAD + good + good.replace("speaker", "shout"), "no such action: shout"),
                              (HEAD + good + good.replace("direct", ""), "needs the kind"),
                              (HEAD + good + good.replace(ref, "xyz"), "line 3: a reference is UID"),
                              (HEAD + good + good.replace("speaker", "reject"), "contradicts"),
                              (HEAD + "2024-01-01T00:00:00Z\tkim\tmerge\t\tperson\t정다운\t\t\n", "needs a value"),
                              (b"\xff\xfe", "not UTF-8")):
            path = self.write("t.tsv", table)
            before = self.dump()
            outcome = self.run_program("corrections", "import", path)
            self.assertNotEqual(outcome.status, 0, table)
            self.assertIn(saying, outcome.err)
            self.assertEqual(self.dump(), before)
        self.assertEqual(self.run_program("corrections", "import", self.folder / "none.tsv").status, 5)

    def test_list_says_who_and_when(self):
        self.ingest()
        self.assertEqual(self.run_program("corrections", "list").status, 1)
        outcome = self.run_program("fix", self.quote("인력이 먼저다")["ref"], "--speaker", "none",
                                   prefix=("env", "ONRECORD_USER=kim"))
        self.assertEqual(outcome.status, 0, outcome.err)
        listed = self.answers("corrections", "list")
        self.assertEqual([(c["made_by"], c["action"], c["value"]) for c in listed], [("kim", "speaker", None)])
        self.assertRegex(listed[0]["made_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.do("corrections", "undo", "1")
        self.assertEqual(len(self.answers("corrections", "list", "--undone")), 1)

    def test_the_file_keeps_a_word_as_it_was_given(self):
        self.ingest()
        self.do("fix", self.quote("인력이 먼저다")["ref"], "--speaker", "none")
        with self.assertRaisesRegex(sqlite3.Error, "never rewritten"):
            self.change("UPDATE correction SET made_by = 'somebody'")

    def test_an_archive_of_an_older_schema_takes_corrections(self):
        self.archive.parent.mkdir()
        database = sqlite3.connect(self.archive)
        database.executescript(OLD.read_text(encoding="utf-8"))
        database.close()
        rows = "SELECT a.uid, q.start, q.end FROM quotation q JOIN article a ON a.id = q.article_id ORDER BY q.id LIMIT 1"
        uid, start, end = self.rows(rows)[0]
        outcome = self.run_program("corrections", "list")
        self.assertEqual(outcome.status, 4)  # opened to read, it says what brings it up to date
        outcome = self.run_program("fix", f"{uid}:{start}-{end}", "--speaker", "none")
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assert_sound()
        self.assertEqual(self.rows(f"SELECT speaker FROM quotations WHERE ref = '{uid}:{start}-{end}'"), [(None,)])


if __name__ == "__main__":
    main()
