#!/usr/bin/env python3
"""Scores the events of `onrecord extract` on the project's own annotated articles, a naive baseline beside them.

  score_events.py PROGRAM [--language ko|en] [--errors N]

An event found is right where type and day agree, its place holds the annotated one or the other way about, and half of
the participants are named; what is not annotated (-) is not asked for. One to one. Recall over the annotated events,
precision over those found. loose: as above, but of any type.
The baseline: every noun of the trigger list is an event on the first day written in its sentence, else the day of
publication, with the people annotated in that sentence (better than a naive program would know).
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import annotation

LEXICON = os.path.join(annotation.HERE, "..", "..", "lexicon")
DAY = re.compile(r"(?:(\d{4})년 )?(?:(\d{1,2})월 )?(\d{1,2})일")


def squeeze(text):
    return re.sub(r"[\s‘’“”\"'.,]", "", text or "").casefold()


def holds(a, b):
    a, b = squeeze(a), squeeze(b)
    return bool(a and b) and (a in b or b in a)


def gold_events(article):
    for cells in article.events:
        kind, day, place, people = (cells + ["-"] * 5)[:4]
        names = [p.strip() for p in people.split(";") if p.strip() not in ("", "-")]
        yield {"type": kind, "date": None if day == "-" else day, "place": None if place == "-" else place, "people": names,
               "trigger": cells[4] if len(cells) > 4 else ""}


def agrees(gold, found, any_type=False):
    if gold["type"] != found["type"] and not any_type:
        return False
    if gold["date"] and gold["date"] != found["date"]:
        return False
    if gold["place"] and not holds(gold["place"], found["place"]):
        return False
    hit = sum(any(holds(p, name) for name in found["people"]) for p in gold["people"])
    return 2 * hit >= len(gold["people"])


def matched(gold, found, any_type=False):
    left, pairs = set(range(len(found))), []
    for g in gold:
        for j in sorted(left):
            if agrees(g, found[j], any_type):
                left.discard(j)
                pairs.append((g, found[j]))
                break
    return pairs, left


def triggers(language):
    name, wanted = ("event_triggers_en.tsv", "event_en") if language == "en" else ("event_triggers.tsv", "event")
    out = {}
    for line in open(os.path.join(LEXICON, name), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 2 and cells[1] == wanted and (language == "ko" or cells[2].endswith(" noun")):
            out[cells[0]] = cells[2].removeprefix("weak ").removesuffix(" noun")
    return out


def baseline(article, words):
    out = []
    for sentence in re.split(r"(?<=[.?!])\s+|\n", article.text):
        m = DAY.search(sentence)
        day = article.head["published"][:10]
        if m:
            year, month, date = (int(x) if x else None for x in m.groups())
            day = "%04d-%02d-%02d" % (year or int(day[:4]), month or int(day[5:7]), date)
        people = [name for name, _ in article.people if name in sentence or name.split()[-1] in sentence]
        low = sentence.casefold()
        for kind in sorted({k for w, k in words.items() if w in low}):
            place = next((p for p in article.places if p in sentence), None)
            out.append({"type": kind, "date": day, "place": place, "people": people})
    return out


def extract(program, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for a in articles:
            f.write(json.dumps(a.record(), ensure_ascii=False) + "\n")
        f.flush()
        done = subprocess.run([program, "extract", f.name, "--json"], capture_output=True)
    if done.returncode != 0:
        sys.exit("score_events.py: %s: exit status %d: %s" % (program, done.returncode, done.stderr.decode()[:300]))
    rows = map(json.loads, done.stdout.decode("utf-8").splitlines())
    return {row["id"]: [dict(e, people=[p["name"] for p in e["participants"]]) for e in row["events"]] for row in rows}


def add(count, gold, found):
    count["right"] += len(matched(gold, found)[0])
    count["loose"] += len(matched(gold, found, True)[0])
    count["gold"] += len(gold)
    count["found"] += len(found)


def line(name, c):
    share = lambda a, b: c[a] / c[b] if c[b] else 0.0
    return "%-10s recall %.3f  precision %.3f  loose recall %.3f  loose precision %.3f  (%d annotated, %d found)" % (
        name, share("right", "gold"), share("right", "found"), share("loose", "gold"), share("loose", "found"), c["gold"], c["found"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--language")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    articles = [a for a in annotation.load(series=annotation.FIRST) if args.language in (None, a.language)]
    found = extract(args.program, articles)
    words = {language: triggers(language) for language in ("ko", "en")}
    mine, naive, errors = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), []
    for a in articles:
        gold = list(gold_events(a))
        for key in (a.language, "all"):
            add(mine[key], gold, found[a.id])
            add(naive[key], gold, baseline(a, words[a.language]))
        pairs, left = matched(gold, found[a.id])
        errors += [(a.id, "missed", g) for g in gold if not any(g is p for p, _ in pairs)]
        errors += [(a.id, "spurious", {k: found[a.id][j][k] for k in ("type", "trigger", "date", "place", "people")}) for j in sorted(left)]
    for key in sorted(mine):
        print(line(key, mine[key]))
        print(line("  baseline", naive[key]))
    for e in errors[:args.errors]:
        print(*e, sep=" | ")


if __name__ == "__main__":
    main()
