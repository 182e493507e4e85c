"""Corrections survive: hundreds of words about a corpus, all of it ingested and extracted anew, and all in force."""

import pathlib

from correcting import ARTICLES, CorrectionTest, article
from program import main

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "sample_corpus"
BODIES = ("한빛전자", "가람건설", "해솔은행", "온새미바이오", "다온통신")
TITLES = ("대표", "사장", "이사", "부사장")
FAMILY, GIVEN = "김이박최정강조윤장임", ("하늘", "도윤", "서연", "민재", "지우", "예린", "현우", "수아")


def people(count):
    return [FAMILY[i % len(FAMILY)] + GIVEN[(i // len(FAMILY)) % len(GIVEN)] for i in range(count)]


def corpus():
    """Seventy people, each with words of their own; and sentences whose quotations are no speech verb's."""
    out = dict(ARTICLES)
    for i, name in enumerate(people(70)):
        body, title = BODIES[i % len(BODIES)], TITLES[i % len(TITLES)]
        out[f"said{i:02}.jsonl"] = article(
            f"2024-04-{i % 28 + 1:02}", ("한빛경제", "누리일보")[i % 2],
            f"{body} {i}번 공장\n\n{name} {body} {title}는 {i % 28 + 1}일 “{i}번 공장을 먼저 고치겠다”고 말했다. "
            f"{name} {title}는 {i}번 창고도 비우겠다고 밝혔다. 벽에는 {i}번 문을 닫지 마라 하는 글이 남아 있었다.")
    return out


class Survive(CorrectionTest):
    def correct(self):
        names = people(70)
        quotes = self.rows("SELECT ref FROM quotations WHERE kind = 'direct' AND words LIKE '%번 공장을 먼저%' ORDER BY ref")
        clauses = self.rows("SELECT ref FROM quotations WHERE kind = 'indirect' AND words LIKE '%번 창고도%' ORDER BY ref")
        self.assertEqual((len(quotes), len(clauses)), (70, 70))
        for i, (ref,) in enumerate(quotes[:50]):  # every fifth names nobody, every seventh somebody new
            speaker = "none" if i % 5 == 0 else f"새사람{i}" if i % 7 == 0 else names[(i * 3) % 60]
            self.do("fix", ref, "--speaker", speaker)
        for (ref,) in clauses[:20]:
            self.do("fix", ref, "--reject")
        for i in range(10):
            self.do("fix", self.place(f"{i}번 문을 닫지 마라"), "--quote", "--speaker", names[i] if i % 2 else "none")
        for (ref,) in clauses[20:25]:
            self.do("confirm", ref)
        self.do("entities", "merge", names[60], names[61])
        self.do("entities", "merge", names[62], "마르코 벨리니")
        self.do("entities", "rename", names[63], names[63] + " 회장")
        self.do("entities", "alias", "add", names[64], "공장 사람")
        self.do("entities", "set-kind", "온새미바이오", "product")
        minister = self.quote("항만 요금을 내리겠다")["ref"]
        start = self.place("박도현 장관은 12일")
        uid, _, span = start.partition(":")
        begin = int(span.partition("-")[0])
        self.do("entities", "split", minister, f"{uid}:{begin}-{begin + 3}", "--as", "박도현 (여객선)")
        self.do("fix", uid, "--published", "2024-03-22", "--source", "새벽신문", "--title", "배가 다시 뜬 날")
        self.do("outlets", "merge", "한빛경제", "누리일보")
        return quotes, clauses

    def assert_in_force(self):
        said = self.rows("SELECT action, uid || ':' || start || '-' || end, coalesce(value, '') FROM correction "
                         "WHERE action IN ('speaker', 'reject', 'quote', 'confirm') ORDER BY id")
        self.assertEqual(len(said), 50 + 20 + 10 + 5)
        for action, ref, value in said:
            found = self.rows(f"SELECT coalesce(speaker_in_article, ''), speaker_rule, rule, confidence, doubtful "
                              f"FROM quotations WHERE ref = '{ref}'")
            if action == "reject":
                self.assertEqual(found, [], ref)
                continue
            self.assertEqual([(f[0], f[1], f[3], f[4]) for f in found], [(value, "human", 1, 0)], f"{action} {ref}")
            self.assertEqual(found[0][2] == "human", action != "speaker", f"{action} {ref}")
        names = people(70)
        entity = dict(self.rows("SELECT a.name, e.name FROM alias a JOIN entity e ON e.id = a.entity_id"))
        self.assertEqual(entity[names[61]], names[60])
        self.assertEqual(entity["마르코 벨리니"], names[62])
        self.assertEqual(entity[names[63]], names[63] + " 회장")
        self.assertEqual(entity["공장 사람"], names[64])
        self.assertEqual(self.rows("SELECT kind FROM entity WHERE name = '온새미바이오'"), [("product",)])
        self.assertEqual(self.quote("안전 점검은 끝났다")["speaker"], "박도현 (여객선)")
        self.assertEqual(self.quote("항만 요금을 내리겠다")["speaker"], "박도현")
        facts = "SELECT published, outlet, title FROM articles WHERE text LIKE '%여객선 다시 뜬다%'"
        self.assertEqual(self.rows(facts), [("2024-03-22", "새벽신문", "배가 다시 뜬 날")])
        self.assertEqual(self.rows("SELECT 1 FROM outlets WHERE outlet = '누리일보'"), [])
        self.assert_sound()

    def ingest_all(self):
        self.ingest(corpus())
        self.do("ingest", SAMPLE, "--quiet")

    def test_everything_anew(self):
        self.ingest_all()
        self.correct()
        self.assert_in_force()
        corrected = self.dump()

        self.ingest_all()  # all known
        self.assertEqual(self.dump(), corrected)

        self.change("DELETE FROM article")  # by another tool; what was said stays
        self.do("ingest", SAMPLE, "--quiet")
        self.ingest(corpus())
        self.assertEqual(self.dump(), corrected)
        self.assert_in_force()

        # As if older rules had extracted: other speakers, fewer quotations, names unread.
        self.change("UPDATE extraction SET ruleset = 'of an older version', digest = 'other';"
                    "UPDATE speaker SET name = '아무개', chain = NULL; UPDATE quotation SET rule = 'old.rule', confidence = 0.1;"
                    "DELETE FROM quotation WHERE id % 3 = 0; DELETE FROM mention WHERE id % 4 = 0; DELETE FROM event;")
        outcome = self.do("reextract", "--jobs", "2")
        self.assertIn("anew", outcome)
        self.assertEqual(self.dump(), corrected)
        self.assert_in_force()

        self.assertIn("Nothing to do", self.do("reextract"))
        self.assertEqual(self.dump(), corrected)
        self.assertIn("the findings of 0 changed", self.do("reextract", "--all"))
        self.assertEqual(self.dump(), corrected)

    def test_drop_and_rebuild_of_all_that_is_found(self):
        self.ingest_all()
        self.correct()
        corrected = self.dump()
        self.change("".join(f"DELETE FROM {table};" for table in (
            "variant", "utterance", "identity", "alias", "entity", "outlet_name", "outlet_group", "event", "quotation",
            "mention", "chain", "extraction")))
        self.do("reextract")
        self.assertEqual(self.dump(), corrected)

    def test_every_word_can_be_taken_back(self):
        self.ingest_all()
        clean = self.dump()
        self.correct()
        table = self.folder / "corrections.tsv"
        table.write_text(self.do("corrections", "export"), encoding="utf-8")
        corrected = self.dump()
        ids = [str(row[0]) for row in self.rows("SELECT id FROM correction ORDER BY id")]
        self.do("corrections", "undo", *ids)
        self.assertEqual(self.dump(), clean)
        self.do("corrections", "import", table)
        self.assertEqual(self.dump(), corrected)
        self.assert_sound()

    def test_an_interrupted_extraction_changes_nothing(self):
        self.ingest_all()
        self.change("UPDATE extraction SET ruleset = 'older'")
        before = self.dump()
        stopped = 0
        for wait in ("0.02", "0.05", "0.1", "0.2"):
            outcome = self.run_program("reextract", prefix=("timeout", "--preserve-status", "--signal=INT", wait))
            if outcome.status == 0:  # done sooner
                break
            stopped += 1
            self.assertEqual(self.dump(), before)
            self.assert_sound()
        self.assertGreater(stopped, 0, "no run was interrupted")
        self.do("reextract")
        self.assertEqual(self.rows("SELECT count(*) FROM extraction WHERE ruleset = 'older'"), [(0,)])
        self.assert_sound()


if __name__ == "__main__":
    main()
