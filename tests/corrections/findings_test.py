"""A person's word on one finding or one article: shown everywhere, kept, refused where it contradicts another."""

import json

from correcting import CorrectionTest, article
from program import main


VISIT = {"visit.jsonl": article("2024-03-18", "한빛경제", "부두 점검\n\n박도현 해양수산부 장관은 18일 부산항을 방문했다.")}


class Findings(CorrectionTest):
    def setUp(self):
        super().setUp()
        self.ingest()

    def test_a_speaker_is_corrected_and_says_so(self):
        found = self.quote("인력이 먼저다")
        self.assertNotEqual(found["speaker_rule"], "human")
        self.do("fix", found["ref"], "--speaker", "마르코 벨리니")
        fixed = self.quote("인력이 먼저다")
        self.assertEqual((fixed["ref"], fixed["speaker"], fixed["speaker_rule"], fixed["confidence"], fixed["doubtful"]),
                         (found["ref"], "마르코 벨리니", "human", 1, 0))
        self.assertEqual(fixed["rule"], found["rule"])  # that it is a quotation is still the rule's finding
        listed = [a for a in self.answers("quotes", "--by", "Marco Bellini") if a["ref"] == found["ref"]]
        self.assertEqual([(a["speaker"], a["speaker_rule"], a["confidence"]) for a in listed], [("마르코 벨리니", "human", 1)])
        self.assertEqual([a for a in self.answers("quotes", "--by", "정다운") if a["ref"] == found["ref"]], [])
        asked = self.answers("ask", "마르코 벨리니는 인력에 대해 뭐라고 말했나?")
        self.assertIn(found["ref"], [a["ref"] for a in asked])
        shown = json.loads(self.do("show", found["ref"], "--json", "--explain"))
        quote = [q for q in shown["quotes"] if q["speaker_rule"] == "human"][0]
        self.assertEqual(quote["speaker"]["canonical"], "마르코 벨리니")
        self.assertIn("a person said so", quote["explanation"]["why"])
        self.assertEqual(quote["explanation"]["speaker_rule"]["id"], "human")
        self.assertIn("a person said so", self.do("show", found["ref"], "--explain"))
        self.assert_sound()

    def test_none_and_several_speak(self):
        ref = self.quote("인력이 먼저다")["ref"]
        self.do("fix", ref, "--speaker", "none")
        self.assertEqual(self.quote("인력이 먼저다")["speaker"], None)
        self.do("fix", ref, "--speaker", "정다운", "--speaker", "박도현")
        speakers = self.rows(f"SELECT speaker FROM quotations WHERE ref = '{ref}' ORDER BY speaker")
        self.assertEqual(speakers, [("박도현",), ("정다운",)])
        self.refused("fix", ref, "--speaker", "none", "--speaker", "정다운", saying="one name")

    def test_somebody_whom_nobody_names_is_taken_at_ones_word(self):
        ref = self.quote("인력이 먼저다")["ref"]
        outcome = self.run_program("fix", ref, "--speaker", "마새롬")
        self.assertEqual(outcome.status, 0)
        self.assertIn("no article names", outcome.err)
        self.assertEqual([a["ref"] for a in self.answers("quotes", "--by", "마새롬")], [ref])
        self.assert_sound()

    def test_of_two_of_one_name_the_article_decides_else_a_reference(self):
        self.assertEqual(self.names().count("박도현"), 2)
        in_match = self.quote("몸이 가벼웠다")["ref"]
        self.do("fix", in_match, "--speaker", "박도현")  # the one of the article
        elsewhere = self.quote("공장을 짓겠다")["ref"]
        err = self.refused("fix", elsewhere, "--speaker", "박도현", saying="are 2")
        self.assertIn("공격수", err)
        self.do("fix", elsewhere, "--speaker", in_match)
        entity = "SELECT DISTINCT entity_id FROM quotations WHERE ref IN ('{}', '{}')".format(in_match, elsewhere)
        self.assertEqual(len(self.rows(entity)), 1)
        minister = self.quote("항만 요금을 내리겠다")["ref"]
        self.assertNotIn(self.rows(f"SELECT entity_id FROM quotations WHERE ref = '{minister}'")[0], self.rows(entity))

    def test_the_last_word_counts_and_undo_brings_back_the_one_before(self):
        found = self.quote("인력이 먼저다")
        before = self.dump()
        self.do("fix", found["ref"], "--speaker", "마르코 벨리니")
        self.do("fix", found["ref"], "--speaker", "none")
        self.assertEqual(self.quote("인력이 먼저다")["speaker"], None)
        self.do("corrections", "undo", "--last")
        self.assertEqual(self.quote("인력이 먼저다")["speaker"], "마르코 벨리니")
        self.do("corrections", "undo", "1")
        self.assertEqual(self.quote("인력이 먼저다"), found)
        self.assertEqual(self.dump(), before)
        self.refused("corrections", "undo", "1", saying="undone already")
        self.refused("corrections", "undo", "9", status=1, saying="no correction 9")

    def test_said_twice_is_said_once(self):
        ref = self.quote("인력이 먼저다")["ref"]
        self.do("fix", ref, "--speaker", "마르코 벨리니")
        self.assertIn("Said already", self.do("fix", ref, "--speaker", "마르코 벨리니"))
        self.assertEqual(self.rows("SELECT count(*) FROM correction"), [(1,)])

    def test_a_rejected_finding_is_gone_and_can_have_no_speaker(self):
        ref = self.quote("인력이 먼저다")["ref"]
        self.do("fix", ref, "--reject")
        self.assertEqual(self.rows(f"SELECT * FROM quotations WHERE ref = '{ref}'"), [])
        self.assertNotIn(ref, self.do("quotes", "--limit", "0"))
        self.refused("fix", ref, "--speaker", "정다운", status=1, saying="no quotation stands at")
        self.refused("fix", ref, "--quote", "--speaker", "정다운", saying="contradicts correction 1")
        self.do("corrections", "undo", "--last")
        self.assertEqual(self.quote("인력이 먼저다")["ref"], ref)

    def test_what_was_confirmed_or_corrected_cannot_be_rejected(self):
        ref, other = self.quote("인력이 먼저다")["ref"], self.quote("몸이 가벼웠다")["ref"]
        self.do("confirm", ref)
        confirmed = self.quote("인력이 먼저다")
        self.assertEqual((confirmed["speaker"], confirmed["rule"], confirmed["speaker_rule"], confirmed["confidence"]),
                         ("정다운", "human", "human", 1))
        self.refused("fix", ref, "--reject", saying="contradicts correction 1")
        self.refused("fix", ref, "--speaker", "none", saying="contradicts correction 1")
        self.do("fix", other, "--speaker", "none")
        self.refused("fix", other, "--reject", saying="onrecord corrections undo 2")

    def test_a_quotation_that_the_rules_missed(self):
        place = self.place("너무 오래 걸렸다")
        uid, _, span = place.partition(":")
        self.change(f"DELETE FROM quotation WHERE article_id = (SELECT id FROM article WHERE uid = '{uid}')")
        self.do("reextract", "--all")
        if self.rows(f"SELECT 1 FROM quotations WHERE ref = '{place}'"):
            self.fail("the rules find it: choose other words")
        self.do("fix", place, "--quote", "--speaker", "승객 하나")
        added = self.quote("너무 오래 걸렸다")
        self.assertEqual((added["ref"], added["speaker"], added["kind"], added["rule"]),
                         (place, "승객 하나", "indirect", "human"))
        self.assertIn("고개를 저었다", self.rows(f"SELECT sentence FROM quotations WHERE ref = '{place}'")[0][0])
        self.refused("fix", place, "--quote", "--speaker", "none", saying="is a quotation already")
        start, end = map(int, span.split("-"))
        self.refused("fix", f"{uid}:{start + 3}-{end + 5}", "--quote", "--speaker", "none", saying="contradicts")
        self.refused("fix", f"{uid}:{start}-99999", "--quote", "--speaker", "none", saying="no place")
        self.refused("fix", f"{uid}:{start}-{start}", "--quote", "--speaker", "none", saying="no place")
        self.assert_sound()

    def test_marks_make_a_quotation_direct(self):
        self.ingest({"only.jsonl": article("2024-03-16", "한빛경제", "부두에는 ‘요금을 내려라’ 현수막이 걸려 있었다.")})
        place = self.place("요금을 내려라")
        if self.rows(f"SELECT 1 FROM quotations WHERE ref = '{place}'"):
            self.skipTest("the rules find it")
        self.do("fix", place, "--quote", "--speaker", "none")
        self.assertEqual(self.quote("요금을 내려라")["kind"], "direct")

    def test_facts_of_an_article(self):
        uid = self.place("터를 정했다").partition(":")[0]
        before = self.dump()
        self.do("fix", uid, "--published", "2024-04-02", "--source", "새벽신문", "--title", "파란 지붕 공장")
        row = self.rows(f"SELECT published, outlet, title FROM articles WHERE ref = '{uid}'")[0]
        self.assertEqual(row, ("2024-04-02", "새벽신문", "파란 지붕 공장"))
        self.assertEqual([a["ref"].partition(":")[0] for a in self.answers("search", "파란 지붕")], [uid])
        self.assertIn(uid, {a["ref"].partition(":")[0] for a in self.answers("quotes", "--source", "새벽신문")})
        self.assertIn(uid, {a["ref"].partition(":")[0] for a in self.answers("quotes", "--since", "2024-04-01")})
        self.assert_sound()
        self.do("fix", uid, "--published", "none")
        self.assertEqual(self.rows(f"SELECT published FROM article WHERE uid = '{uid}'"), [(None,)])
        self.do("corrections", "undo", "4", "3", "2", "1")
        self.assertEqual(self.dump(), before)
        self.refused("fix", uid, "--published", "never", saying="--published wants")
        self.refused("fix", uid, saying="say what is wrong")

    def test_dates_are_read_again_from_the_corrected_day(self):
        self.ingest(VISIT)
        uid = self.place("부산항을 방문했다").partition(":")[0]
        day = f"SELECT date FROM event WHERE article_id = (SELECT id FROM article WHERE uid = '{uid}') AND date IS NOT NULL"
        self.assertEqual(self.rows(day), [("2024-03-18",)])
        self.do("fix", uid, "--published", "2021-07-20")
        self.assertEqual(self.rows(day), [("2021-07-18",)])

    def test_an_event_is_rejected_by_its_type(self):
        self.ingest(VISIT)
        ref, kind = self.rows("SELECT ref, type FROM events WHERE sentence LIKE '%부산항을 방문했다%'")[0]
        self.do("fix", ref, "--reject", "--event", kind)
        self.assertEqual(self.rows(f"SELECT 1 FROM events WHERE ref = '{ref}' AND type = '{kind}'"), [])
        self.do("reextract", "--all")
        self.assertEqual(self.rows(f"SELECT 1 FROM events WHERE ref = '{ref}' AND type = '{kind}'"), [])
        self.refused("fix", ref, "--reject", "--event", "earthquake", status=1, saying="no event of that type")

    def test_a_word_holds_where_newer_rules_cut_otherwise(self):
        """As if older rules had cut the words a little shorter, or had taken the clause for marked words."""
        found = self.quote("다음 경기에서도 뛰겠")
        uid, _, span = found["ref"].partition(":")
        start, end = map(int, span.split("-"))
        older = f"{uid}:{start + 2}-{end}"
        for action, value in (("speaker", "마르코 벨리니"), ("confirm", "박도현")):
            self.write("older.tsv", "made_at\tmade_by\taction\tref\tkind\tsubject\tvalue\tvalue_ref\n"
                       f"2024-01-01T00:00:00Z\tkim\t{action}\t{older}\tindirect\t\t{value}\t\n")
            self.do("corrections", "import", self.inputs / "older.tsv")
            fixed = self.quote("경기에서도 뛰겠")
            self.assertEqual((fixed["ref"], fixed["speaker"]), (older, value))
            self.do("corrections", "undo", "--last")
        self.write("older.tsv", "made_at\tmade_by\taction\tref\tkind\tsubject\tvalue\tvalue_ref\n"
                   f"2024-01-01T00:00:00Z\tkim\treject\t{older}\tindirect\t\t\t\n")
        self.do("corrections", "import", self.inputs / "older.tsv")
        self.assertEqual(self.rows(f"SELECT 1 FROM quotations WHERE words LIKE '%뛰겠%'"), [])

    def test_what_is_wrong_is_said(self):
        self.refused("fix", "nonsense", "--reject", saying="a reference is UID")
        self.refused("fix", "0123456789abcdef:1-2", "--reject", status=1, saying="no article")
        uid = self.place("터를 정했다").partition(":")[0]
        self.refused("fix", uid, "--reject", saying="UID:START-END")
        err = self.refused("fix", f"{uid}:0-4", "--speaker", "none", status=1, saying="no quotation stands at")
        self.assertIn("--quote", err)
        found = self.quote("터를 정했다")["ref"]
        start, end = found.partition(":")[2].split("-")
        self.refused("confirm", f"{uid}:{start}-{int(end) - 1}", status=1, saying="the nearest is " + found)
        missing = self.run_program("fix", found, "--reject", archive=self.folder / "none.db")
        self.assertEqual(missing.status, 4)
        self.assertFalse((self.folder / "none.db").exists())


if __name__ == "__main__":
    main()
