"""`extract`: one object an article a line, in the order of the input, offsets in code points."""

import json
import subprocess

from program import PROGRAM, ProgramTest, article, main


class ExtractOutput(ProgramTest):
    def extract(self, *words, stdin=b""):
        outcome = self.run_program("extract", "--json", *words, stdin=stdin)
        return outcome, [json.loads(line) for line in outcome.out.split("\n")[:-1]]

    def test_every_key_of_the_contract(self):
        line = {"id": "7", "title": "제목", "source": "가나일보", "url": "https://example.com/7",
                "published": "2024-03-11T09:30:00+09:00", "authors": ["홍길동"], "text": article(1)}
        outcome, articles = self.extract("-", stdin=json.dumps(line).encode() + b"\n")
        self.assertEqual(outcome.status, 0, outcome.err)
        (found,) = articles
        self.assertEqual(list(found), ["onrecord", "path", "id", "title", "source", "url", "published", "authors",
                                       "language", "text", "entities", "quotes", "events"])
        for key, value in line.items():
            self.assertEqual(found[key], value)
        self.assertEqual((found["onrecord"], found["path"], found["language"]), (1, "-", "ko"))

    def test_quotations_are_slices_by_code_points(self):
        text = "😀 머리말\n\n홍길동 장관은 “🙂 규제는 필요하다”고 말했다.\n"
        _, (found,) = self.extract("-", stdin=text.encode())
        self.assertEqual(found["text"], text)
        self.assertIn("🙂 규제는 필요하다", [quote["text"] for quote in found["quotes"]])
        for quote in found["quotes"]:
            self.assertEqual(found["text"][quote["start"]:quote["end"]], quote["text"])
        for entity in found["entities"]:
            self.assertEqual(found["text"][entity["start"]:entity["end"]], entity["surface"])

    def test_output_stands_in_the_order_of_the_input(self):
        lines = []
        for number in range(600):  # long ones among short ones, so that threads finish out of order
            text = article(number) * (60 if number % 50 == 0 else 1)
            lines.append(json.dumps({"id": str(number), "text": text}))
        self.write("a.jsonl", "\n".join(lines))
        outcome, articles = self.extract(self.inputs, "--jobs", "8")
        self.assertEqual([found["id"] for found in articles], [str(n) for n in range(600)])
        _, single = self.extract(self.inputs, "--jobs", "1")
        self.assertEqual(articles, single)

    def test_plain_text_is_unchanged_but_for_nfc_line_ends_and_bom(self):
        _, (found,) = self.extract(self.write("a.txt", "\ufeff제\u200b목\r\n\r\n각\u00a0본문이다.\r"))
        self.assertEqual(found["text"], "제\u200b목\n\n각\u00a0본문이다.\n")

    def test_options_give_what_an_input_lacks(self):
        _, (found,) = self.extract("-", "--published", "2024-03-11", "--source", "가나일보", stdin=article(1).encode())
        self.assertEqual((found["published"], found["source"]), ("2024-03-11", "가나일보"))

    def test_output_can_be_read_again(self):
        first, _ = self.extract("-", stdin=article(1).encode())
        _, (again,) = self.extract("-", stdin=first.out.encode())
        self.assertEqual(again, json.loads(first.out))

    def test_some_refused(self):
        self.write("a.txt", article(1))
        self.write("b.txt", b"")
        outcome, articles = self.extract(self.inputs, "nothere")
        self.assertEqual(outcome.status, 3)
        self.assertEqual(len(articles), 1)
        self.assertIn("b.txt: is empty", outcome.err)
        self.assertIn("nothere: no such file or folder", outcome.err)

    def test_readable_text_shows_no_escape_sequences(self):
        self.write("a.txt", "제목\n\n홍길동 장관은 “\x1b[31m붉다”고 말했다.\n")
        outcome = self.run_program("extract", self.inputs)
        self.assertEqual(outcome.status, 0)
        self.assertNotIn("\x1b", outcome.out)
        self.assertIn("붉다", outcome.out)

    def test_closed_pipe_is_quiet(self):
        for number in range(400):
            self.write(f"{number}.txt", article(number) * 20)
        script = f'set -o pipefail; "{PROGRAM}" extract --json "{self.inputs}" | head -1'
        done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 1)


if __name__ == "__main__":
    main()
