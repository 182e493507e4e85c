"""Ingest twice changes nothing; any order, any split into runs and any number of threads give the same archive."""

import json
import pathlib

from program import ProgramTest, article, main

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "sample_corpus"


class SameOutcome(ProgramTest):
    def write_corpus(self):
        for number in range(120):
            self.write(f"plain/{number:03}.txt", article(number))
        lines = [json.dumps({"id": n, "title": f"제목 {n}", "text": article(1000 + n)}, ensure_ascii=False)
                 for n in range(150)]
        self.write("lines/all.jsonl", "\n".join(lines) + "\n")
        self.write("copies/again.txt", article(7))
        self.write("copies/lines.jsonl", lines[3] + "\n" + lines[4] + "\n")

    def ingest_into(self, name, *runs):
        archive = self.folder / name
        for words in runs:
            outcome = self.run_program("ingest", *words, archive=archive)
            self.assertEqual(outcome.status, 0, outcome.err)
        self.assert_sound(archive)
        return self.dump(archive)

    def test_any_order_split_and_number_of_threads(self):
        self.write_corpus()
        plain, lines, copies = (self.inputs / name for name in ("plain", "lines", "copies"))
        expected = self.ingest_into("one.db", [plain, lines, copies, SAMPLE, "--jobs", "1"])
        self.assertIn("again.txt", expected)
        self.assertEqual(self.ingest_into("two.db", [SAMPLE, copies, lines, plain, "--jobs", "8"]), expected)
        self.assertEqual(self.ingest_into("three.db", [copies], [SAMPLE, "--jobs", "3"], [lines], [plain]), expected)

    def test_ids_do_not_depend_on_threads(self):
        self.write_corpus()
        order = []
        for jobs in ("1", "7"):
            archive = self.folder / f"{jobs}.db"
            self.run_program("ingest", self.inputs, "--jobs", jobs, archive=archive)
            order.append(self.rows("SELECT id, uid FROM article ORDER BY id", archive))
        self.assertEqual(*order)

    def test_twice_changes_nothing(self):
        self.write_corpus()
        first = self.ingest_into("a.db", [self.inputs])
        tables = [row[0] for row in self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'paragraph_index%'",
            self.folder / "a.db")]
        before = [self.rows(f"SELECT * FROM {table}", self.folder / "a.db") for table in tables]
        second = self.run_program("ingest", self.inputs, archive=self.folder / "a.db")
        self.assertEqual(second.status, 0)
        self.assertIn("added   0", second.out)
        self.assertEqual([self.rows(f"SELECT * FROM {table}", self.folder / "a.db") for table in tables], before)
        self.assertEqual(self.dump(self.folder / "a.db"), first)

    def test_a_copy_is_one_article_in_two_places(self):
        self.write("a.txt", article(1))
        self.write("b.txt", article(1))
        self.assertEqual(self.run_program("ingest", self.inputs).status, 0)
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(1,)])
        self.assertEqual(self.rows("SELECT path FROM location ORDER BY path"), [("a.txt",), ("b.txt",)])

    def test_a_file_given_directly_goes_by_its_name(self):
        path = self.write("deep/er/one.txt", article(1))
        self.run_program("ingest", path)
        self.assertEqual(self.rows("SELECT path FROM location"), [("one.txt",)])

    def test_standard_input(self):
        outcome = self.run_program("ingest", "-", stdin='{"text": "하나"}\n{"text": "둘"}\n'.encode())
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertEqual(self.rows("SELECT path, record FROM location ORDER BY record"), [("-", 1), ("-", 2)])

    def test_options_give_only_what_an_input_lacks(self):
        self.write("a.txt", "제목\n\n입력 2024.03.11 09:30\n\n본문이 여기에 있다고 말했다.\n")
        self.write("b.txt", "제목 둘\n\n본문이 여기에도 있다고 말했다.\n")
        self.run_program("ingest", self.inputs, "--published", "2020-01-02", "--source", "가나일보")
        self.assertEqual(self.rows("SELECT published, source FROM article ORDER BY published"),
                         [("2020-01-02", "가나일보"), ("2024-03-11T09:30:00+09:00", "가나일보")])

    def test_originals_come_out_as_they_went_in(self):
        path = self.write("a.txt", b"\xef\xbb\xbf" + article(1).replace("\n", "\r\n").encode())
        self.run_program("ingest", path)
        (name, size), = self.rows("SELECT name, sz FROM sqlar")
        self.assertEqual(size, path.stat().st_size)
        self.assertTrue(name.startswith("originals/"))
        other = self.folder / "none.db"
        self.run_program("ingest", path, "--no-originals", archive=other)
        self.assertEqual(self.rows("SELECT count(*) FROM sqlar", other), [(0,)])

    def test_the_questions_at_the_end_have_answers(self):
        outcome = self.run_program("ingest", SAMPLE)
        questions = [line.split('"')[1] for line in outcome.out.splitlines() if line.startswith("  onrecord ask ")]
        self.assertEqual(len(set(questions)), 3, outcome.out)
        for question in questions:
            self.assertEqual(self.run_program("ask", question).status, 0, question)

    def test_quiet_says_nothing(self):
        outcome = self.run_program("ingest", "--quiet", self.write("a.txt", article(1)))
        self.assertEqual((outcome.status, outcome.out, outcome.err), (0, "", ""))


if __name__ == "__main__":
    main()
