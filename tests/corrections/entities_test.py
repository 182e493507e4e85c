"""entities: orders, roles, who stands with whom, why a name is one of its names."""

from correcting import ARTICLES, CorrectionTest, article
from program import main

MEETING = {"meeting.jsonl": article("2024-03-20", "한빛경제", "박도현 해양수산부 장관은 20일 부산항에서 정다운 부두협회 회장을 접견했다. "
                                    "박도현 장관은 “요금을 내리겠다”고 말했다. 정다운 회장은 “사람을 더 뽑아 달라”고 말했다.")}


class Entities(CorrectionTest):
    def setUp(self):
        super().setUp()
        self.ingest({**ARTICLES, **MEETING})

    def listed(self, *words):
        return [a["entity"]["name"] for a in self.answers("entities", *words)]

    def test_orders(self):
        faces = {a["entity"]["id"]: a["entity"] for a in self.answers("entities")}
        for order, field in (("mentions", "mentions"), ("quotations", "quotations"), ("last-seen", "last_seen")):
            seen = [("" if faces[a["entity"]["id"]][field] is None else faces[a["entity"]["id"]][field]) for a in self.answers("entities", "--sort", order)]
            self.assertEqual(seen, sorted(seen, reverse=True), order)
            self.assertEqual(len(seen), len(faces))
        self.assertEqual(self.listed("--sort", "name"), sorted(self.listed(), key=lambda name: name.encode()))
        first = [a["entity"]["first_seen"] for a in self.answers("entities", "--sort", "date")]
        self.assertEqual(first, sorted(first))
        self.refused("entities", "--sort", "colour", saying="--sort wants articles, mentions")

    def test_role(self):
        self.assertEqual(self.listed("--role", "회장"), ["정다운"])
        self.assertEqual(self.listed("--role", "없는직함"), [])

    def test_who_stands_with_whom(self):
        answers = self.answers("entities", "--with", "정다운", "--kind", "person")
        self.assertEqual(answers[0]["entity"]["name"], "박도현")
        together = answers[0]["together"]
        self.assertEqual(together["articles"], 2)
        self.assertEqual(together["quoted"], 2)
        if self.rows("SELECT 1 FROM participant WHERE name = '정다운'"):
            self.assertEqual(together["events"], 1)
        self.assertEqual(self.answers("entities", "--with", "아무도아닌"), [])
        self.assertIn("together: events", self.do("entities", "--with", "정다운"))

    def test_why_a_name_is_one_of_its_names(self):
        self.do("entities", "alias", "add", "마르코 벨리니", "벨리니 사장님")
        entity = self.answers("entities", "마르코 벨리니", "--explain")[0]
        why = {reason["name"]: reason for reason in entity["explanation"]}
        self.assertIn("an article calls it so", why["마르코 벨리니"]["why"])
        self.assertEqual(why["마르쿠 벨리니"]["origin"], "sound")
        self.assertIn("노르트전자", why["마르쿠 벨리니"]["why"])
        self.assertIn("in brackets", why["Marco Bellini"]["why"])
        self.assertIn("a person said so", why["벨리니 사장님"]["why"])
        for name in ("마르쿠 벨리니", "마르코 벨리니"):
            shown = self.do("show", why[name]["ref"], "--json")
            self.assertIn(name, shown)
        self.assertIn("sounds like another of its names", self.do("entities", "마르코 벨리니", "--explain"))


if __name__ == "__main__":
    main()
