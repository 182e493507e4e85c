"""Outlets by several names and in groups: in lists, views and --source."""

from correcting import CorrectionTest
from program import main


class Outlets(CorrectionTest):
    def setUp(self):
        super().setUp()
        self.ingest()

    def count(self, source):
        return len(self.answers("quotes", "--source", source))

    def test_merge(self):
        self.assertEqual({row[0] for row in self.rows("SELECT outlet FROM outlets")}, {"한빛경제", "누리일보", "Harbor Ledger"})
        both = self.count("한빛경제") + self.count("누리일보")
        self.do("outlets", "merge", "한빛경제", "누리일보")
        self.assertEqual({self.count("한빛경제"), self.count("누리일보")}, {both})
        self.assertEqual({row[0] for row in self.rows("SELECT outlet FROM outlets")}, {"한빛경제", "Harbor Ledger"})
        self.assertEqual(set(self.rows("SELECT DISTINCT outlet FROM quotations")), {("한빛경제",), ("Harbor Ledger",)})
        self.assertEqual({a["article"]["source"] for a in self.answers("quotes", "--source", "누리일보")}, {"한빛경제"})
        self.assertIn("also 누리일보", self.do("outlets", "list"))
        self.assertIn("Nothing to do", self.do("outlets", "merge", "한빛경제", "누리일보"))
        self.do("corrections", "undo", "--last")
        self.assertEqual(len(self.rows("SELECT outlet FROM outlets")), 3)
        self.assert_sound()

    def test_alias(self):
        self.do("outlets", "alias", "한빛경제", "Hanbit Economy", "한빛닷컴")
        self.assertEqual(self.count("hanbit economy"), self.count("한빛경제"))
        self.assertGreater(self.count("한빛닷컴"), 0)
        self.refused("outlets", "alias", "한빛경제", "누리일보", saying="merge them")
        self.refused("outlets", "alias", "누리일보", "한빛닷컴", saying="is a name of ‘한빛경제’ already")

    def test_groups(self):
        self.do("outlets", "group", "중앙지", "한빛경제", "누리일보")
        self.assertEqual(self.count("중앙지"), self.count("한빛경제") + self.count("누리일보"))
        listed = self.answers("outlets", "list", "--group", "중앙지")
        self.assertEqual({o["name"] for o in listed}, {"한빛경제", "누리일보"})
        self.do("outlets", "merge", "한빛경제", "누리일보")
        self.assertEqual([o["groups"] for o in self.answers("outlets", "list", "--group", "중앙지")], [["중앙지"]])
        self.refused("outlets", "group", "중앙지", "없는신문", status=1, saying="no article of this archive")
        self.assertEqual(self.count("Harbor Ledger"), 1)

    def test_another_tool_may_delete_and_the_names_stay(self):
        self.do("outlets", "merge", "한빛경제", "누리일보")
        self.change("DELETE FROM article")
        self.assertEqual(self.rows("SELECT outlet FROM outlets"), [])
        self.ingest()
        self.assertEqual({row[0] for row in self.rows("SELECT outlet FROM outlets")}, {"한빛경제", "Harbor Ledger"})


if __name__ == "__main__":
    main()
