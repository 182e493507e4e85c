"""Ctrl-C: nothing half done, exit 130, and a second run finishes the work."""

import signal
import subprocess
import time

from program import ProgramTest, article, main


class Interruption(ProgramTest):
    def start(self, *words, stdin=subprocess.DEVNULL):
        return subprocess.Popen(self.command(*words), stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def interrupt(self, process):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        return process.returncode, err.decode()

    def wait_for_archive(self):
        for _ in range(2000):
            if self.archive.exists() and self.archive.stat().st_size > 0:
                return
            time.sleep(0.005)
        self.fail("no archive was made")

    def test_among_many_files(self):
        for number in range(6000):
            self.write(f"{number // 500:02}/{number:05}.txt", article(number))
        process = self.start("ingest", self.inputs)
        self.wait_for_archive()
        time.sleep(0.2)
        status, err = self.interrupt(process)
        self.assertEqual(status, 130, err)
        self.assertIn("the same command again does the rest", err)
        self.assert_sound()
        (half,), = self.rows("SELECT count(*) FROM article")
        self.assertLess(half, 6000)
        self.assertEqual(self.rows("SELECT count(*) FROM run WHERE finished_at IS NOT NULL"), [(0,)])

        second = self.run_program("ingest", self.inputs)
        self.assertEqual(second.status, 0, second.err)
        other = self.folder / "undisturbed.db"
        self.run_program("ingest", self.inputs, archive=other)
        self.assertEqual(self.dump(), self.dump(other))
        self.assert_sound()

    def test_while_standard_input_keeps_silent(self):
        process = self.start("ingest", "-", stdin=subprocess.PIPE)
        process.stdin.write('{"text": "하나"}\n'.encode())
        process.stdin.flush()
        self.wait_for_archive()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=20), 130)
        process.stdin.close()
        process.stdout.close()
        process.stderr.close()
        self.assert_sound()

    def test_killed_outright(self):
        for number in range(3000):
            self.write(f"{number:05}.txt", article(number))
        process = self.start("ingest", self.inputs)
        self.wait_for_archive()
        time.sleep(0.25)
        process.kill()
        process.communicate()
        second = self.run_program("ingest", self.inputs)
        self.assertEqual(second.status, 0, second.err)
        self.assertEqual(self.rows("SELECT count(*) FROM article"), [(3000,)])
        self.assert_sound()


if __name__ == "__main__":
    main()
