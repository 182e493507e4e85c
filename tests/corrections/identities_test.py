"""A person's word on who is who: in force whatever rules gather, refused where it contradicts another."""

from correcting import ARTICLES, CorrectionTest, article
from program import main


class Identities(CorrectionTest):
    def setUp(self):
        super().setUp()
        self.ingest()

    def entity_of(self, words):
        return self.rows("SELECT entity_id, speaker FROM quotations WHERE place <> 'headline' AND "
                         f"words LIKE '%{words}%'")[0]

    def test_merge(self):
        before = self.dump()
        self.do("entities", "merge", "정다운", "마르코 벨리니")
        self.assertEqual(self.entity_of("터를 정했다"), self.entity_of("인력이 먼저다"))
        self.assertEqual(self.entity_of("터를 정했다")[1], "정다운")  # the first one's name stands
        self.assertEqual(len(self.answers("quotes", "--by", "마르코 벨리니")), len(self.answers("quotes", "--by", "정다운")))
        names = {n["name"]: n["origin"] for n in self.answers("entities", "정다운")[0]["entity"]["names"]}
        self.assertEqual(names["마르코 벨리니"], "human")
        self.assertIn("Nothing to do", self.do("entities", "merge", "정다운", "마르코 벨리니"))
        self.refused("entities", "split", "정다운", "마르코 벨리니", saying="contradicts correction 1")
        self.do("corrections", "undo", "--last")
        self.assertEqual(self.dump(), before)
        self.refused("entities", "merge", "정다운", "아무도아닌", status=1, saying="nobody and nothing called")

    def test_split_by_name_and_back(self):
        self.assertEqual(self.entity_of("공장을 짓겠다")[0], self.entity_of("The site is chosen")[0])
        self.do("entities", "split", "마르코 벨리니", "Marco Bellini", "--as", "Marco the other")
        self.assertNotEqual(self.entity_of("공장을 짓겠다")[0], self.entity_of("The site is chosen")[0])
        self.assertEqual(self.entity_of("The site is chosen")[1], "Marco the other")
        self.refused("entities", "merge", "마르코 벨리니", "Marco the other", saying="contradicts correction")
        # It lasts: the next article that names him so is the other's, too.
        self.ingest({**ARTICLES, "next.jsonl": article(
            "2024-03-19", "Harbor Ledger", "“We are hiring,” Marco Bellini, chief executive of Noord Electronics, said.")})
        self.assertEqual(self.entity_of("We are hiring"), self.entity_of("The site is chosen"))

    def test_split_by_places(self):
        self.assertEqual(self.entity_of("항만 요금을 내리겠다")[0], self.entity_of("안전 점검은 끝났다")[0])
        in_ferry = self.place("박도현 장관은 12일").rpartition("-")[0]
        start = int(in_ferry.rpartition(":")[2])
        mention = f"{in_ferry.rpartition(':')[0]}:{start}-{start + 3}"
        err = self.refused("entities", "split", "박도현", mention, saying="are 2")
        self.assertIn("장관", err)
        minister = self.quote("항만 요금을 내리겠다")["ref"]
        self.do("entities", "split", minister, mention, "--as", "박도현 (여객선)")
        self.assertNotEqual(self.entity_of("항만 요금을 내리겠다")[0], self.entity_of("안전 점검은 끝났다")[0])
        self.assertEqual(self.entity_of("안전 점검은 끝났다")[1], "박도현 (여객선)")
        self.do("corrections", "undo", "2", "1")
        self.assertEqual(self.entity_of("항만 요금을 내리겠다")[0], self.entity_of("안전 점검은 끝났다")[0])

    def test_split_by_role(self):
        striker = self.quote("몸이 가벼웠다")["ref"]
        minister = self.quote("항만 요금을 내리겠다")["ref"]
        self.do("entities", "merge", minister, striker)  # as if rules had taken the two for one
        self.refused("entities", "split", "박도현", "--role", "공격수", saying="contradicts correction 1")
        self.do("corrections", "undo", "1")
        self.refused("entities", "split", "정다운", "--role", "공격수", saying="is called or placed so")

    def test_nothing_may_be_left_over(self):
        self.refused("entities", "split", "정다운", "정다운", saying="would be left")

    def test_rename(self):
        self.do("entities", "rename", "마르코 벨리니", "마르코 밸리니")
        self.assertIn("마르코 밸리니", self.names())
        self.assertEqual(self.entity_of("터를 정했다")[1], "마르코 밸리니")
        self.assertIn("마르코 밸리니", {a["speaker"] for a in self.answers("quotes", "--by", "마르코 벨리니")})
        self.refused("entities", "rename", "마르코 밸리니", "정다운", saying="bears the name")
        self.refused("entities", "alias", "add", "마르코 밸리니", "정다운", saying="bears the name")
        self.do("entities", "rename", "마르코 밸리니", "마르코 발리니")  # one may change one's mind
        self.assertIn("마르코 발리니", self.names())
        self.do("corrections", "undo", "--last")
        self.assertIn("마르코 밸리니", self.names())

    def test_an_alias_brings_in_whoever_comes_to_be_called_so(self):
        self.do("entities", "alias", "add", "정다운", "부두의 입")
        self.assertEqual(self.answers("entities", "부두의 입")[0]["entity"]["name"], "정다운")
        self.do("entities", "alias", "add", "정다운", "정하늘")
        self.ingest({**ARTICLES, "new.jsonl": article(
            "2024-03-20", "한빛경제", "정하늘 부두협회 회장은 “이름을 바꿨다”고 말했다.")})
        self.assertIn(("정하늘",), self.rows("SELECT name FROM chain"))
        self.assertEqual(self.entity_of("이름을 바꿨다"), self.entity_of("인력이 먼저다"))

    def test_set_kind(self):
        place = self.rows("SELECT name FROM entity WHERE kind <> 'person' ORDER BY id LIMIT 1")[0][0]
        before = self.rows(f"SELECT kind FROM entity WHERE name = '{place}'")[0][0]
        other = "work" if before != "work" else "event"
        self.do("entities", "set-kind", place, other)
        self.assertEqual(self.rows(f"SELECT kind FROM entity WHERE name = '{place}'"), [(other,)])
        self.assertEqual(set(self.rows(f"SELECT kind FROM mentions WHERE name = '{place}'")), {(other,)})
        self.assertIn(place, [a["entity"]["name"] for a in self.answers("entities", "--kind", other)])
        self.refused("entities", "set-kind", place, "planet")
        self.assertIn("Nothing to do", self.do("entities", "set-kind", place, other))

    def test_words_hold_in_any_order_of_ingest(self):
        self.do("entities", "merge", "정다운", "마르코 벨리니")
        self.do("entities", "rename", "정다운", "정다운 회장")
        table = self.folder / "c.tsv"
        table.write_text(self.do("corrections", "export"), encoding="utf-8")
        other = self.folder / "other.db"
        empty = self.folder / "empty"
        empty.mkdir()
        self.do("ingest", empty, "--quiet", archive=other)
        self.assertIn("2 speak of what is not here", self.do("corrections", "import", table, archive=other))
        for name in sorted(ARTICLES, reverse=True):
            self.do("ingest", self.inputs / name, "--quiet", archive=other)
        facts = "SELECT words, speaker FROM quotations ORDER BY ref"
        self.assertEqual(self.rows(facts, other), self.rows(facts))
        self.assertEqual(self.names(archive=other), self.names())


if __name__ == "__main__":
    main()
