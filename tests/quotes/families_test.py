"""The same utterance in several articles is one family: whatever the order of ingest, and never of two people."""

import json
import pathlib
import sqlite3

from program import ProgramTest, main

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "sample_corpus"

FOREST = "우리 지역의 오래된 숲을 앞으로도 끝까지 지켜야 한다"
ARTICLES = {
    "a": ("가람신문", "2024-03-11", "박서준 회장 “오래된 숲 앞으로도 끝까지 지켜야”\n\n"
          f"박서준 푸른숲협회 회장은 11일 “{FOREST}”고 말했다.\n"),
    "b": ("나루일보", "2024-03-12", "숲 토론회 열려\n\n"
          "박서준 푸른숲협회 회장은 11일 “우리 지역의 오래된 숲은 앞으로도 끝까지 지켜야 합니다”라고 말했다.\n"),
    "c": ("다솜뉴스", "2024-03-12", "숲을 두고 말이 많다\n\n"
          "푸른숲협회 박서준 회장은 우리 지역의 오래된 숲을 끝까지 지켜야 한다고 강조했다.\n"),
    # Near misses: another person's like words; the contrary.
    "d": ("가람신문", "2024-03-12", "시의회 토론\n\n"
          f"김하늘 시의원은 12일 “{FOREST}”고 말했다.\n"),
    "e": ("나루일보", "2024-03-12", "개정안 토론\n\n"
          "박서준 푸른숲협회 회장은 12일 “새로 낸 조례 개정안에 전적으로 찬성한다”고 말했다.\n"),
    "f": ("다솜뉴스", "2024-03-12", "개정안 토론 이틀째\n\n"
          "박서준 푸른숲협회 회장은 12일 “새로 낸 조례 개정안에 전적으로 반대한다”고 말했다.\n"),
}


class Families(ProgramTest):
    def write_articles(self, names="abcdef", folder="articles"):
        for name in names:
            source, published, text = ARTICLES[name]
            self.write(f"{folder}/{name}.json", json.dumps(
                {"source": source, "published": published, "text": text, "language": "ko"}, ensure_ascii=False))
        return self.inputs / folder

    def ingest(self, *paths, archive=None):
        outcome = self.run_program("ingest", *paths, "--quiet", archive=archive)
        self.assertEqual(outcome.status, 0, outcome.err)

    def families(self):
        return self.rows("SELECT speaker, variants, articles, outlets, outlet_names, first_published, words "
                         "FROM utterances WHERE variants > 1 ORDER BY ref")

    def test_three_outlets_and_a_headline_are_one_utterance(self):
        self.ingest(self.write_articles())
        (speaker, variants, articles, outlets, names, first, words), = self.families()
        self.assertEqual((speaker, variants, articles, outlets), ("박서준", 4, 3, 3))
        self.assertEqual(names, "가람신문, 나루일보, 다솜뉴스")
        self.assertEqual(first, "2024-03-11")
        self.assertEqual(words, FOREST)
        self.assertEqual(self.rows("SELECT count(*) FROM utterances"),
                         self.rows("SELECT (SELECT count(*) FROM quotation) - (SELECT count(*) FROM variant) + "
                                   "(SELECT count(*) FROM utterance)"))
        self.assert_sound()

    def test_no_family_joins_two_people(self):
        self.ingest(self.write_articles(), SAMPLE)
        self.assertEqual(self.rows(
            "SELECT utterance_id FROM quotations WHERE utterance_id IS NOT NULL AND NOT doubtful "
            "AND speaker IS NOT NULL GROUP BY utterance_id HAVING count(DISTINCT speaker) > 1"), [])

    def test_the_order_of_ingest_shows_nowhere(self):
        folder = self.write_articles()
        self.ingest(folder, SAMPLE)
        expected = self.dump()
        self.assertIn("\nvariant 1 ", expected)
        other = self.folder / "other.db"
        for name in "fbdaec":
            self.ingest(folder / f"{name}.json", archive=other)
        self.ingest(SAMPLE, archive=other)
        ours = [line for line in expected.splitlines() if not line.startswith("location ")]
        theirs = [line for line in self.dump(other).splitlines() if not line.startswith("location ")]
        self.assertEqual(theirs, ours)

    def test_dropped_and_made_again_they_are_the_same(self):
        folder = self.write_articles("abcde")
        self.ingest(folder)
        with sqlite3.connect(self.archive) as database:
            database.execute("DELETE FROM utterance")
            self.assertEqual(database.execute("SELECT count(*) FROM variant").fetchone(), (0,))
        database.close()
        self.ingest(self.write_articles("f"))
        again = self.dump()
        other = self.folder / "other.db"
        self.ingest(folder, archive=other)
        self.assertEqual(again, self.dump(other))

    def test_an_article_deleted_by_another_tool_leaves_the_file_sound(self):
        self.ingest(self.write_articles())
        with sqlite3.connect(self.archive) as database:
            database.execute("DELETE FROM article WHERE id = (SELECT article_id FROM quotation q JOIN utterance u "
                             "ON u.representative = q.id)")
        database.close()
        self.assert_sound()
        self.assertEqual(self.rows("SELECT count(*) FROM utterance"), [(0,)])

    def test_answers_stand_once_with_the_other_places(self):
        self.ingest(self.write_articles())
        outcome = self.run_program("ask", "박서준은 지역에 대해 뭐라고 말했나", "--json")
        answers = json.loads(outcome.out)["answers"]
        forest = [answer for answer in answers if "숲을" in answer["text"] or "숲은" in answer["text"]]
        self.assertEqual(len(forest), 1, outcome.out)
        self.assertEqual(sorted({copy["source"] for copy in forest[0]["also_in"]} | {forest[0]["article"]["source"]}),
                         ["가람신문", "나루일보", "다솜뉴스"])

    def test_variants_of_a_reference(self):
        self.ingest(self.write_articles())
        (ref,), = self.rows("SELECT ref FROM utterances WHERE variants > 1")
        found = json.loads(self.run_program("quotes", "--variants", ref, "--json").out)
        self.assertEqual(found["total"], 4)
        self.assertIn(ref, [answer["ref"] for answer in found["answers"]])
        alone, = self.rows("SELECT ref FROM utterances WHERE words LIKE '%찬성한다'")
        outcome = self.run_program("quotes", "--variants", *alone)
        self.assertEqual(outcome.status, 1)
        self.assertIn("nowhere else", outcome.out)
        self.assertEqual(self.run_program("quotes", "--variants", "0" * 16).status, 1)

    def test_the_sample_corpus_has_an_utterance_in_three_outlets(self):
        self.ingest(SAMPLE)
        self.assertGreaterEqual(self.rows("SELECT max(outlets) FROM utterances")[0][0], 3)


if __name__ == "__main__":
    main()
