"""The program under test in a folder of its own: run it, write its inputs, read its archive."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Outcome:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


class ProgramTest(unittest.TestCase):
    """Each test has an empty folder (self.folder) and an archive in it that is not there yet."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="onrecord_test_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.archive = self.folder / "a" / "archive.db"
        self.inputs = self.folder / "in"
        self.inputs.mkdir()

    def command(self, *words, archive=None):
        return [PROGRAM, "--archive", str(archive or self.archive), *map(str, words)]

    def run_program(self, *words, archive=None, stdin=b"", prefix=()):
        done = subprocess.run([*prefix, *self.command(*words, archive=archive)], input=stdin,
                              capture_output=True, cwd=self.folder, timeout=250, check=False)
        return Outcome(done)

    def write(self, name, content):
        path = self.inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def rows(self, sql, archive=None):
        with sqlite3.connect(f"file:{archive or self.archive}?mode=ro", uri=True) as database:
            return database.execute(sql).fetchall()

    def titles_or_texts(self, archive=None):
        return sorted(row[0] for row in self.rows("SELECT text FROM article", archive))

    def dump(self, archive=None):
        outcome = self.run_program("stats", "--dump", archive=archive)
        self.assertEqual(outcome.status, 0, outcome.err)
        return outcome.out

    def problems(self):
        outcome = self.run_program("problems", "--json", "--limit", "0")
        return {(p["path"], p["record"]): p for p in json.loads(outcome.out)["answers"]}

    def assert_sound(self, archive=None):
        archive = archive or self.archive
        self.assertEqual(self.rows("PRAGMA integrity_check", archive), [("ok",)])
        verified = self.run_program("verify", archive=archive)
        self.assertEqual(verified.status, 0, verified.out + verified.err)
        self.assertEqual([p.name for p in archive.parent.iterdir() if p.name.startswith(archive.name + "-")], [])


def article(number):
    return (f"회의 {number}번 열려\n\n홍길동 장관은 11일 “{number}번째 규제는 필요하다”고 말했다.\n"
            f"김철수 대표는 {number}개 사업을 늘리겠다고 밝혔다.\n")


def main():
    unittest.main(verbosity=1)
