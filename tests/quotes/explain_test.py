"""Why a quotation is one and why this speaker's; filters; doubt is marked wherever a speaker is printed."""

import json
import pathlib

from program import ProgramTest, main

ROOT = pathlib.Path(__file__).resolve().parents[2]
SURE = "박서준 푸른숲협회 회장은 11일 “우리 숲을 지키자”고 강조했다."
PRONOUN = "그는 “물도 끝까지 지키겠다”고 약속했다."
TEXT = f"숲 토론회 열려\n\n{SURE} {PRONOUN}\n"
NOBODY = "장터 풍경\n\n“물값 인상은 이 정도면 충분하다”는 반응이 나왔다.\n"
ENGLISH = ("Forest talks end\n\nSarah Whitfield, a member of the council, said on Friday that the old forest must "
           "stay.\n\n“It was the best we could get after nine hours.”\n")


class Explained(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("ko.json", json.dumps({"text": TEXT, "source": "가람신문", "published": "2024-03-11", "language": "ko"},
                                         ensure_ascii=False))
        self.write("nobody.json", json.dumps({"text": NOBODY, "source": "가람신문", "published": "2024-03-11",
                                              "language": "ko"}, ensure_ascii=False))
        self.write("en.json", json.dumps({"text": ENGLISH, "source": "Harbor", "published": "2024-03-11",
                                          "language": "en"}, ensure_ascii=False))
        self.assertEqual(self.run_program("ingest", self.inputs, "--quiet").status, 0)

    def answers(self, *words):
        return json.loads(self.run_program("quotes", *words, "--json", "--limit", "0").out)["answers"]

    def by_text(self, part):
        answer, = [a for a in self.answers("--explain") if part in a["text"]]
        return answer

    def test_the_antecedent_named_the_speaker(self):
        answer = self.by_text("물도")
        self.assertEqual(answer["speaker"], "박서준")
        self.assertEqual(answer["antecedent"]["text"], "박서준")
        self.assertEqual(answer["named_at"]["text"], "박서준")
        start, end = answer["antecedent"]["start"], answer["antecedent"]["end"]
        (text,), = self.rows("SELECT text FROM article WHERE text LIKE '숲 토론회%'")
        self.assertEqual(text[start:end], "박서준")
        self.assertIsNone(self.by_text("우리 숲을")["antecedent"])  # the name stands beside the words
        self.assertEqual(self.rows("SELECT antecedent, named_as FROM quotations WHERE words LIKE '%물도%'"),
                         [("박서준", "박서준")])
        uid = answer["ref"].split(":")[0]
        self.assertEqual(self.rows("SELECT antecedent_ref FROM quotations WHERE words LIKE '%물도%'"),
                         [(f"{uid}:{start}-{end}",)])

    def test_extract_says_the_same(self):
        line = self.run_program("extract", self.inputs / "ko.json", "--json").out
        quotes = {q["text"]: q for q in json.loads(line)["quotes"]}
        pronoun = quotes["물도 끝까지 지키겠다"]
        self.assertEqual(pronoun["speakers"][0]["antecedent"]["text"], "박서준")
        self.assertEqual(pronoun["cue_class"], "promise")
        self.assertIs(pronoun["doubtful"], False)
        other = json.loads(self.run_program("extract", self.inputs / "nobody.json", "--json").out)
        self.assertIs(other["quotes"][0]["doubtful"], True)

    def test_reasons_in_text(self):
        out = self.run_program("quotes", "--explain", "--limit", "0").out
        for words in ("rule: direct.go_report (after_mark): ^go", "cue: 약속했다 (promise)", "stands for", "confidence: 0.",
                      "speaker rule: speaker.topic+pronoun (speaker): ", "speaker: nobody: "):
            self.assertIn(words, " ".join(out.split()))
        ref = self.by_text("물도")["ref"]
        shown = " ".join(self.run_program("show", ref, "--explain").out.split())
        self.assertIn("cue: 약속했다 (promise)", shown)
        self.assertNotIn("cue: 강조했다", shown)  # another place's
        self.assertIn("cue: 강조했다", " ".join(self.run_program("show", ref.split(":")[0], "--explain").out.split()))

    def test_reasons_as_json(self):
        answer = self.by_text("물도")
        self.assertEqual(answer["explanation"]["rule"]["id"], answer["rule"])
        self.assertEqual(answer["explanation"]["speaker_rule"]["id"], answer["speaker_rule"])
        self.assertIn("explanation", json.loads(self.run_program("show", answer["ref"], "--explain", "--json").out)
                      ["quotes"][1])
        self.assertNotIn("explanation", self.answers()[0])

    def test_filters(self):
        texts = lambda *words: {a["text"] for a in self.answers(*words)}
        self.assertEqual(texts("--cue-class", "promise"), {"물도 끝까지 지키겠다"})
        self.assertEqual(texts("--cue-class", "promise", "--cue-class", "stress"), {"물도 끝까지 지키겠다", "우리 숲을 지키자"})
        self.assertEqual(texts("--kind", "indirect"), {"the old forest must stay"})
        self.assertIn("물값 인상은 이 정도면 충분하다", texts("--doubtful"))
        self.assertNotIn("우리 숲을 지키자", texts("--doubtful"))
        self.assertEqual(texts("--doubtful") | texts("--sure"), texts())
        self.assertEqual(texts("--where", "body"), texts())
        self.assertEqual(self.run_program("quotes", "--where", "headline").status, 1)
        self.assertEqual(self.run_program("quotes", "--where", "cellar").status, 2)
        self.assertTrue(all(a["confidence"] >= .8 for a in self.answers("--min-confidence", "0.8")))
        self.assertGreater(len(self.answers()), len(self.answers("--min-confidence", "0.8")))
        self.assertEqual(self.run_program("quotes", "--sure", "--doubtful").status, 2)

    def test_doubt_is_marked_by_every_printer(self):
        uids = self.rows("SELECT uid FROM article ORDER BY language")
        doubtful = self.rows("SELECT count(*) FROM quotation WHERE doubtful")[0][0]
        self.assertGreaterEqual(doubtful, 2)  # one in each language
        count = lambda *words: self.run_program(*words).out.count("(추정)")
        self.assertEqual(count("quotes", "--limit", "0"), doubtful)
        self.assertEqual(sum(count("show", uid) for uid, in uids), doubtful)
        self.assertEqual(count("extract", self.inputs), doubtful)
        self.assertEqual(count("ask", "물값 인상에 대해 누가 뭐라고 말했나"), 1)
        self.assertEqual(count("show", uids[0][0]), 1)  # the English one

    def test_every_rule_that_a_finding_names_has_a_row(self):
        archive = self.folder / "all.db"
        self.run_program("ingest", ROOT / "sample_corpus", ROOT / "tests/gold/articles", "--quiet", archive=archive)
        for table, column in (("mention", "rule"), ("quotation", "rule"), ("quotation", "speaker_rule"), ("event", "rule")):
            missing = self.rows(f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT id FROM rule)", archive)
            self.assertEqual(missing, [], "give these ids a row in lexicon/rules.tsv")


if __name__ == "__main__":
    main()
