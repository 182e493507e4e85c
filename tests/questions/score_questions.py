#!/usr/bin/env python3
"""Asks the questions of questions.tsv (its header explains the columns) and scores the answers, a plain search beside them.

  score_questions.py PROGRAM [--errors N] [--form FORM] [--floors] [--fresh]

The archive is built anew from sample_corpus and the annotated articles of tests/gold/articles, their marks removed.
  first    the first answer is right: its words, and the speaker where one is asked for
  five     a right answer is among the first five (for "what did X and Z each say": one of each)
  wrong    share of the questions that name a speaker whose first answer is another person's words (lower is better)
  nothing  share of the questions without an answer that end with no answers and exit status 1
  base     the baseline: a plain `search` for any of the question's words; the first article found is one with a right answer
  held     a quotation or event stored in the archive would be a right answer: what reading the question better can reach
           (only of questions whose answer is words in an article)
--fresh asks the questions of fresh/ instead. Questions without an answer count in `wrong` and `nothing` only. --floors compares with floors.txt.
"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "gold"))
import annotation  # noqa: E402

SAMPLE = os.path.join(HERE, "..", "..", "sample_corpus")
NAMES_A_SPEAKER = ("said", "first", "latest", "each", "nothing")
MEASURES = ("first", "five", "wrong", "nothing", "base", "held")
KINDS = {"who_is": "entity", "articles": "article", "count": "count"}  # no other kind of answer will do
SHORTEST = 6  # letters an answer must have to count as a part of the words asked for


class Question:
    def __init__(self, cells):
        self.id, self.language, cross, self.form, self.now, self.text, answer, speaker = cells
        self.cross, self.kind = cross == "y", self.form.split("-")[0]
        self.nothing = answer == "nothing"
        groups = [] if self.nothing else answer.split(" && ")
        self.groups = [[tuple(a.split(":", 1)) for a in group.split(" || ")] for group in groups]
        self.speakers = [] if speaker == "-" else speaker.split("|")

    def names_a_speaker(self):
        return self.kind in NAMES_A_SPEAKER and bool(self.speakers)


def read_questions(folder):
    lines = open(os.path.join(folder, "questions.tsv"), encoding="utf-8").read().splitlines()
    return [Question(line.split("\t")) for line in lines if line and not line.startswith("#")]


def squeeze(text):
    """letters and digits only, so that quotation marks and spacing cannot decide"""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text or "")).casefold()


def record_text(record):
    return record.get("title", "") + "\n" + record["text"]


def sample_text(path):
    raw = open(path, encoding="utf-8").read()
    if path.endswith(".json"):
        return record_text(json.loads(raw))
    if path.endswith(".jsonl"):
        return "\n".join(record_text(json.loads(line)) for line in raw.splitlines() if line.strip())
    return raw


def corpus():
    """name as questions.tsv writes it -> text"""
    paths = [p for p in glob.glob(os.path.join(SAMPLE, "**", "*"), recursive=True) if os.path.isfile(p)]
    out = {os.path.relpath(p, SAMPLE): sample_text(p) for p in paths}
    out.update((a.id, record_text(a.record())) for a in annotation.load())
    return out


def faults(questions, texts):
    """truths that do not stand where they are said to stand"""
    seen = set()
    for q in questions:
        if q.id in seen:
            yield "%s stands twice" % q.id
        seen.add(q.id)
        for name, words in (a for g in q.groups for a in g):
            if name not in ("entity", "count") and words not in texts.get(name, ""):
                yield "%s: not in %s: %s" % (q.id, name, words)


def build(program, folder):
    archive = os.path.join(folder, "questions.db")
    gold = os.path.join(folder, "annotated")
    os.mkdir(gold)
    for article in annotation.load():
        record = dict(article.record(), source=article.head.get("source", ""))
        with open(os.path.join(gold, article.id + ".jsonl"), "w", encoding="utf-8") as out:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    done = subprocess.run([program, "--archive", archive, "ingest", SAMPLE, gold], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit("ingest failed (%d): %s" % (done.returncode, done.stderr[-2000:]))
    return archive


def run(program, archive, command, question, words):
    """(exit status, the JSON document)"""
    call = [program, "--archive", archive, command, "--json", "--now", question.now, "--", words]
    done = subprocess.run(call, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit("%s: exit status %d: %s" % (question.id, done.returncode, done.stderr[-500:]))
    return done.returncode, json.loads(done.stdout)


def in_file(answer, name):
    path = "/" + ((answer.get("article") or {}).get("path") or "")
    return path.endswith("/" + name if "/" in name else "/" + name + ".jsonl")


def same_words(found, wanted):
    found, wanted = squeeze(found), squeeze(wanted)
    return bool(wanted) and (wanted in found or (len(found) >= SHORTEST and found in wanted))


def right_speaker(answer, speakers):
    names = [answer.get("speaker"), answer.get("speaker_in_article")] + list(answer.get("speakers") or [])
    names = [squeeze(n) for n in names if n]
    return any(s in n or (len(n) > 1 and n in s) for s in map(squeeze, speakers) for n in names)


def matches(answer, wanted):
    name, words = wanted
    if name == "count":
        return answer.get("number") is not None and float(answer["number"]) == float(words)
    if name == "entity":
        fields = [answer.get("text"), answer.get("speaker"), (answer.get("article") or {}).get("source")]
        return any(squeeze(words) in squeeze(f) for f in fields if f)
    if not in_file(answer, name):
        return False
    if answer.get("kind") == "article":  # the article is the answer, whichever passage is shown of it
        return True
    return any(same_words(answer.get(field), words) for field in ("text", "sentence"))


def right(question, answer, group):
    if answer.get("kind") != KINDS.get(question.kind, answer.get("kind")):
        return False
    if not any(matches(answer, wanted) for wanted in group):
        return False
    return not question.speakers or answer.get("kind") not in ("quote", None) or right_speaker(answer, question.speakers)


def stored(program, archive):
    """all quotations and events of the archive, as answers"""
    out = []
    for command in ("quotes", "events"):
        call = [program, "--archive", archive, command, "--json", "--limit", "0"]
        done = subprocess.run(call, capture_output=True, text=True)
        out += json.loads(done.stdout)["answers"]
    return out


def passed(program, archive, texts, held, question):
    """what is known of one question: reached measures, the answers, the reading"""
    status, document = run(program, archive, "ask", question, question.text)
    answers = document.get("answers") or []
    out = {"question": question, "answers": answers, "reading": document.get("reading"), "status": status}
    if question.names_a_speaker():
        first = answers[0] if answers else {}
        out["wrong"] = bool(first) and first.get("kind") == "quote" and not right_speaker(first, question.speakers)
    if question.nothing:
        out["nothing"] = status == 1 and not answers
        return out
    out["first"] = bool(answers) and any(right(question, answers[0], g) for g in question.groups)
    out["five"] = all(any(right(question, a, g) for a in answers[:5]) for g in question.groups)
    out["base"] = baseline(program, archive, texts, question)
    if question.kind != "articles" and all(name not in ("entity", "count") for g in question.groups for name, _ in g):
        out["held"] = all(any(right(question, a, g) for a in held) for g in question.groups)
    return out


def baseline(program, archive, texts, question):
    _, document = run(program, archive, "search", question, " OR ".join(re.findall(r"\w+", question.text)))
    answers = document.get("answers") or []
    if not answers:
        return False
    wanted = [a for g in question.groups for a in g if a[0] != "count"]
    held = next((text for name, text in texts.items() if in_file(answers[0], name)), "")
    return any(in_file(answers[0], n) if n != "entity" else squeeze(w) in squeeze(held) for n, w in wanted)


def groups(question):
    yield "all"
    yield question.language
    if question.cross:
        yield "cross"
    yield "form " + question.form


def tabulate(results):
    """group -> measure -> [reached, asked]"""
    table = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    for r in results:
        for group in groups(r["question"]):
            for measure in MEASURES:
                if measure in r:
                    table[group][measure][0] += r[measure]
                    table[group][measure][1] += 1
    return table


def show(table):
    print("%-24s" % "" + "".join(" %14s" % m for m in MEASURES))
    heads = [g for g in ("all", "ko", "en", "cross") if g in table]
    for group in heads + sorted(g for g in table if g.startswith("form ")):
        cells = [table[group].get(m) for m in MEASURES]
        print("%-24s" % group + "".join(
            " %14s" % ("%.3f %d/%d" % (c[0] / c[1], c[0], c[1]) if c else "-") for c in cells))


def show_errors(results, limit):
    bad = [r for r in results if r.get("wrong") or r.get("nothing") is False or r.get("first") is False]
    for r in bad[:limit]:
        q = r["question"]
        tags = [t for t, hit in (("WRONG SPEAKER", r.get("wrong")), ("not nothing", r.get("nothing") is False),
                                 ("not first", r.get("first") is False), ("not in five", r.get("five") is False),
                                 ("not in the archive", r.get("held") is False)) if hit]
        print("\n%s [%s %s%s] %s  -- %s" % (q.id, q.language, q.form, " cross" if q.cross else "", q.text, ", ".join(tags)))
        print("   reading: " + json.dumps(r["reading"], ensure_ascii=False))
        for a in r["answers"][:3]:
            place = (a.get("article") or {}).get("path") or ""
            print("   %s | %s | %s | %s" % (a.get("kind"), a.get("speaker"), (a.get("text") or "")[:90].replace("\n", " "),
                                            os.path.basename(place)))
        if not r["answers"]:
            print("   no answer (status %d)" % r["status"])


def read_floors(folder):
    """lines: group, measure, figure ("wrong" is a ceiling)"""
    for line in open(os.path.join(folder, "floors.txt"), encoding="utf-8"):
        line = line.split("#")[0].split("\t")
        if len(line) == 3:
            yield line[0], line[1], float(line[2])


def below_floors(table, folder):
    low = 0
    for group, measure, floor in read_floors(folder):
        reached, asked = table[group][measure]
        figure = reached / asked if asked else 0.0
        if figure > floor if measure == "wrong" else figure < floor:
            print("%s %s: %.3f, the floor is %.3f" % (group, measure, figure, floor))
            low += 1
    return low


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="list N misses with the reading")
    options.add_argument("--form", help="only questions of this form")
    options.add_argument("--floors", action="store_true", help="exit status 1 where a figure is below floors.txt")
    options.add_argument("--fresh", action="store_true", help="the questions of fresh/, which nothing was tuned on")
    given = options.parse_args()

    folder = os.path.join(HERE, "fresh") if given.fresh else HERE
    questions, texts = read_questions(folder), corpus()
    wrong = list(faults(questions, texts))
    if wrong:
        raise SystemExit("\n".join(wrong))
    questions = [q for q in questions if given.form in (None, q.form, q.kind)]
    with tempfile.TemporaryDirectory() as folder:
        archive = build(given.program, folder)
        held = stored(given.program, archive)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda q: passed(given.program, archive, texts, held, q), questions))
    table = tabulate(results)
    show_errors(results, given.errors)
    show(table)
    if given.floors and below_floors(table, folder):
        sys.exit(1)


if __name__ == "__main__":
    main()
