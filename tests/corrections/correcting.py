"""Articles of our own, and what the tests of corrections ask of the program."""

import json
import sqlite3

from program import ProgramTest


def article(published, source, text, **more):
    return json.dumps({"published": published, "source": source, "text": text, **more}, ensure_ascii=False) + "\n"


# Two people of one name, in fields that do not go together; organisations; a person with two spellings and two scripts.
ARTICLES = {
    "harbour.jsonl": article("2024-03-11", "한빛경제", "항만 요금 내린다\n\n박도현 해양수산부 장관은 11일 “항만 요금을 내리겠다”고 말했다. "
                             "정다운 부두협회 회장은 “요금보다 인력이 먼저다”라고 지적했다."),
    "ferry.jsonl": article("2024-03-12", "누리일보", "여객선 다시 뜬다\n\n박도현 장관은 12일 여객선을 다시 띄우겠다고 밝혔다. "
                           "박 장관은 “안전 점검은 끝났다”고 강조했다. 승객 하나는 너무 오래 걸렸다며 고개를 저었다."),
    "match.jsonl": article("2024-03-13", "누리일보", "두 골 넣은 공격수\n\n해솔FC 공격수 박도현은 13일 경기 뒤 “몸이 가벼웠다”고 말했다. "
                           "박도현 선수는 다음 경기에서도 뛰겠다고 말했다."),
    "works.jsonl": article("2024-03-14", "한빛경제", "노르트전자 공장 짓는다\n\n마르코 벨리니(Marco Bellini) 노르트전자 대표는 14일 “공장을 짓겠다”고 "
                           "말했다."),
    "site.jsonl": article("2024-03-15", "누리일보", "노르트전자 공장 터 정해\n\n마르쿠 벨리니 노르트전자 대표는 15일 “터를 정했다”고 밝혔다."),
    "english.jsonl": article("2024-03-15", "Harbor Ledger", "Noord Electronics picks a site\n\n“The site is chosen,” Marco "
                             "Bellini, chief executive of Noord Electronics, said on Friday."),
}


class CorrectionTest(ProgramTest):
    def ingest(self, articles=None, archive=None):
        for name, text in (ARTICLES if articles is None else articles).items():
            self.write(name, text)
        outcome = self.run_program("ingest", self.inputs, "--quiet", archive=archive)
        self.assertEqual(outcome.status, 0, outcome.err)

    def do(self, *words, archive=None):
        outcome = self.run_program(*words, archive=archive)
        self.assertEqual(outcome.status, 0, f"{words}: {outcome.err}")
        return outcome.out

    def refused(self, *words, status=2, saying=""):
        before = self.dump()
        outcome = self.run_program(*words)
        self.assertEqual(outcome.status, status, f"{words}: {outcome.out}{outcome.err}")
        self.assertIn(saying, outcome.err)
        self.assertEqual(self.dump(), before, f"{words} was refused and changed something")
        return outcome.err

    def answers(self, *words, archive=None):
        outcome = self.run_program(*words, "--json", "--limit", "0", archive=archive)
        self.assertIn(outcome.status, (0, 1), outcome.err)
        return json.loads(outcome.out)["answers"]

    def quote(self, words, archive=None):
        """The one quotation that holds these words, of the view for people."""
        found = self.rows("SELECT ref, speaker, kind, rule, speaker_rule, confidence, doubtful, words, speaker_in_article "
                          f"FROM quotations WHERE words LIKE '%{words}%' AND place <> 'headline'", archive)
        self.assertEqual(len(found), 1, f"{words}: {found}")
        return dict(zip(("ref", "speaker", "kind", "rule", "speaker_rule", "confidence", "doubtful", "words", "in_article"),
                        found[0]))

    def place(self, words, name=None):
        """UID:START-END of the first place of these words."""
        rows = self.rows("SELECT uid, instr(text, '" + words + "') - 1 FROM article WHERE instr(text, '" + words + "') > 0 "
                         "ORDER BY uid")
        self.assertTrue(rows, words)
        uid, start = rows[0]
        return f"{uid}:{start}-{start + len(words)}"

    def change(self, sql, archive=None):
        database = sqlite3.connect(archive or self.archive)
        with database:
            database.executescript(sql)
        database.close()

    def names(self, kind="person", archive=None):
        return sorted(row[0] for row in self.rows(f"SELECT name FROM entity WHERE kind = '{kind}'", archive))
