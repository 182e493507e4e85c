"""What is no article: a clear message, exit 3, a problem in the archive, and the rest of the run done."""

import os
import random
import sqlite3
import subprocess
import sys
import unittest

from program import PROGRAM, ProgramTest, article, main


class BadInputs(ProgramTest):
    def ingest_with_a_good_one(self, *more):
        """Ingests self.inputs, which also gets one good article, and checks that this came in."""
        self.write("zz_good.txt", article(1))
        outcome = self.run_program("ingest", self.inputs, *more)
        self.assertEqual(outcome.status, 3, outcome.err)
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(1,)])
        self.assert_sound()
        return outcome

    def check_refused(self, name, kind, words):
        outcome = self.ingest_with_a_good_one()
        self.assertIn(f"{name}: ", outcome.err)
        self.assertIn(words, outcome.err)
        problem = self.problems()[(name, 0)]
        self.assertEqual(problem["problem"], kind)
        self.assertIn(words, problem["text"])

    def test_empty_file(self):
        self.write("bad.txt", b"")
        self.check_refused("bad.txt", "bad-input", "is empty")

    def test_binary_file(self):
        self.write("bad.txt", b"abc\x00\x01\x02")
        self.check_refused("bad.txt", "bad-input", "is binary")

    def test_picture(self):
        self.write("bad.jpg", b"\xff\xd8\xff\xe0 JFIF")
        self.check_refused("bad.jpg", "bad-input", "a picture")

    def test_invalid_utf8_says_where_and_how_to_convert(self):
        self.write("bad.txt", "정부는".encode("utf-8") + "밝혔다".encode("cp949"))
        self.check_refused("bad.txt", "bad-input", "not UTF-8 at byte 9")
        self.assertIn("iconv -f CP949 -t UTF-8", self.problems()[("bad.txt", 0)]["text"])

    def test_fifty_megabyte_line(self):
        self.write("bad.txt", "가나다라 마바사 ".encode() * (50 * 1024 * 1024 // 23))
        self.check_refused("bad.txt", "too-large", "larger than 16 MiB")

    def test_fifty_megabyte_line_among_others_takes_little_memory(self):
        huge = b'{"text": "' + b"a" * (50 << 20) + b'"}\n'
        self.write("bad.jsonl", b'{"text": "one"}\n' + huge + b'{"text": "three"}\n')
        # A small process in between measures the program alone: its peak in kilobytes is the last word of stderr.
        measure = ("import resource, subprocess, sys; status = subprocess.run(sys.argv[1:]).returncode; "
                   "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(status)")
        run = subprocess.run([sys.executable, "-c", measure, *self.command("ingest", self.inputs)],
                             capture_output=True, check=False)
        self.assertEqual(run.returncode, 3)
        self.assertIn(b"bad.jsonl:2: is larger than 16 MiB", run.stderr)
        self.assertEqual(self.titles_or_texts(), ["one", "three"])
        kilobytes = [int(line) for line in run.stderr.split() if line.isdigit()][-1]
        self.assertLess(kilobytes, 300_000)

    def test_faulty_lines_are_named_and_the_others_taken(self):
        self.write("bad.jsonl", '{"text": "one"}\n{"text": \nnonsense\n{"id": 3}\n{"text": "five"}\n')
        outcome = self.run_program("ingest", self.inputs)
        self.assertEqual(outcome.status, 3)
        for line in (2, 3, 4):
            self.assertIn(f"bad.jsonl:{line}: ", outcome.err)
            self.assertEqual(self.problems()[("bad.jsonl", line)]["place"], f"line {line}")
        self.assertEqual(self.titles_or_texts(), ["five", "one"])

    def test_page_cut_short_in_its_menu(self):
        self.write("bad.html", "<!DOCTYPE html><html><head><title>가나일보</title><body><ul><li><a href='/pol")
        self.check_refused("bad.html", "bad-input", "has no article in it")

    def test_page_cut_short_in_its_text_is_taken_as_far_as_it_goes(self):
        self.write("cut.html", "<html><body><h1>회의</h1><p>홍길동 장관은 11일 “규제는 필요하다”고 말했다.<p>김철수 대표는 <b>사")
        self.assertEqual(self.run_program("ingest", self.inputs).status, 0)
        self.assertIn("“규제는 필요하다”고 말했다.", self.titles_or_texts()[0])

    def test_page_600_levels_deep(self):
        self.write("bad.html", "<html><body>" + "<div>" * 600 + article(2))
        self.check_refused("bad.html", "too-large", "nested deeper than 512 levels")

    def test_page_of_a_million_open_elements(self):
        self.write("bad.html", "<html><body>" + "<b>" * 1_000_000 + article(2))
        self.check_refused("bad.html", "too-large", "nested deeper than 512 levels")

    def test_page_of_seventeen_megabytes(self):
        self.write("bad.html", "<html><body><p>" + "word. " * (17 * 1024 * 1024 // 6))
        self.check_refused("bad.html", "too-large", "larger than 16 MiB")

    def test_page_of_more_elements_than_fit_in_memory(self):
        self.write("bad.html", "<html><body>" + "<i></i>" * 2_000_000)
        self.check_refused("bad.html", "too-large", "more markup than can be read in bounded memory")

    def test_binary_junk_named_as_a_page(self):
        junk = random.Random(7)
        self.write("bad.html", bytes(junk.randrange(1, 256) for _ in range(20_000)))
        self.check_refused("bad.html", "bad-input", "is binary")

    def test_unreadable_file(self):
        path = self.write("bad.txt", article(2))
        path.chmod(0)
        prefix = []
        if os.getuid() == 0:
            prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            self.folder.chmod(0o777)
            if subprocess.run([*prefix, PROGRAM, "--version"], capture_output=True, check=False).returncode != 0:
                self.skipTest("cannot run the program as nobody")
        self.write("good.txt", article(1))
        outcome = self.run_program("ingest", self.inputs, prefix=prefix)
        self.assertEqual(outcome.status, 3, outcome.err)
        self.assertIn("bad.txt: no permission to read it", outcome.err)
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(1,)])

    def test_path_that_is_not_there(self):
        outcome = self.ingest_with_a_good_one(self.folder / "nothere")
        self.assertIn("nothere: no such file or folder", outcome.err)
        self.assertEqual(self.problems()[("nothere", 0)]["problem"], "not-found")

    def test_folder_that_links_to_itself(self):
        self.write("one.txt", article(1))
        (self.inputs / "loop").symlink_to(self.inputs, target_is_directory=True)
        (self.inputs / "self").symlink_to(self.inputs / "self")
        (self.inputs / "up").symlink_to(self.folder, target_is_directory=True)
        outcome = self.run_program("ingest", self.inputs)
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertEqual(self.rows("SELECT path FROM location"), [("one.txt",)])

    def test_linked_folder_elsewhere_is_followed(self):
        elsewhere = self.folder / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "one.txt").write_text(article(1), encoding="utf-8")
        (elsewhere / "back").symlink_to(self.inputs, target_is_directory=True)
        (self.inputs / "link").symlink_to(elsewhere, target_is_directory=True)
        outcome = self.run_program("ingest", self.inputs)
        self.assertEqual(outcome.status, 0, outcome.err)
        self.assertEqual(self.rows("SELECT path FROM location"), [("link/one.txt",)])

    def test_hidden_files_are_passed_over(self):
        self.write(".hidden.txt", article(2))
        self.write(".git/objects.txt", article(3))
        self.write("one.txt", article(1))
        self.assertEqual(self.run_program("ingest", self.inputs).status, 0)
        self.assertEqual(self.rows("SELECT path FROM location"), [("one.txt",)])

    def test_a_problem_goes_when_its_input_is_mended(self):
        self.write("lines.jsonl", '{"text": "one"}\nnonsense\n')
        self.write("bad.txt", b"")
        self.assertEqual(self.run_program("ingest", self.inputs).status, 3)
        self.assertEqual(len(self.problems()), 2)
        self.write("lines.jsonl", '{"text": "one"}\n{"text": "two"}\n')
        self.write("bad.txt", article(1))
        self.assertEqual(self.run_program("ingest", self.inputs).status, 0)
        self.assertEqual(self.problems(), {})
        self.assertEqual(self.run_program("problems").status, 1)


class BadArchives(ProgramTest):
    def refuse(self, path, words):
        before = path.read_bytes() if path.is_file() else None
        good = self.write("one.txt", article(1))
        for command in (["ingest", good], ["problems"]):
            outcome = self.run_program(*command, archive=path)
            self.assertEqual(outcome.status, 4, outcome.err)
            self.assertIn(str(path), outcome.err)
            self.assertIn(words, outcome.err)
            self.assertEqual(outcome.out, "")
        if before is not None:
            self.assertEqual(path.read_bytes(), before)

    def test_text_file(self):
        path = self.folder / "notes.txt"
        path.write_text("not an archive " * 200)
        self.refuse(path, "not an onrecord archive")

    def test_database_of_another_program(self):
        path = self.folder / "other.db"
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE bookmark(url TEXT)")
        database.close()
        self.refuse(path, "belongs to another program")

    def test_folder(self):
        path = self.folder / "folder"
        path.mkdir()
        self.refuse(path, "folder")

    def test_archive_that_is_not_there(self):
        outcome = self.run_program("problems")
        self.assertEqual(outcome.status, 4)
        self.assertIn("onrecord ingest", outcome.err)
        self.assertFalse(self.archive.exists())


class Usage(ProgramTest):
    def test_wrong_words_on_the_command_line(self):
        for words in (["ingest"], ["ingest", "--jobs", "0", "x"], ["ingest", "--published", "soon", "x"]):
            self.assertEqual(self.run_program(*words).status, 2, words)
            self.assertFalse(self.archive.exists())


if __name__ == "__main__":
    main()
