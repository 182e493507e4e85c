#!/usr/bin/env python3
"""Scores the events of `onrecord extract` on the project's own annotated articles, a naive baseline beside them.

  score_events.py PROGRAM [--language ko|en] [--errors N] [--floors]

An event found is right where type and day agree, its place holds the annotated one or the other way about, and half of
the participants are named; what is not annotated (-) is not asked for; of several types, places or names with a slash one
will do. A speech and a press conference are one type, as in the closed list. One to one, the fullest annotation first.
Recall over the annotated events, precision over those found but for the debatable ones (event?). loose: of any type.
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


def some(cell):
    return [] if cell == "-" else [x.strip() for x in cell.split("/")]


def gold_events(lines):
    for cells in lines:
        kind, day, place, people, trigger = cells
        names = [some(p.strip()) for p in people.split(";") if p.strip() != "-"]
        yield {"type": some(kind), "date": None if day == "-" else day, "place": some(place), "people": names, "trigger": trigger}


def one_type(kind):
    return "speech" if kind == "press_conference" else kind


def agrees(gold, found, any_type=False):
    if not any_type and one_type(found["type"]) not in map(one_type, gold["type"]):
        return False
    if gold["date"] and gold["date"] != found["date"]:
        return False
    if gold["place"] and not any(holds(p, found["place"]) for p in gold["place"]):
        return False
    hit = sum(any(holds(p, name) for p in names for name in found["people"]) for names in gold["people"])
    return 2 * hit >= len(gold["people"])


def asked(gold):
    return bool(gold["date"]) + bool(gold["place"]) + len(gold["people"])


def matched(gold, found, any_type=False):
    left, pairs = set(range(len(found))), []
    for g in sorted(gold, key=asked, reverse=True):
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


def add(count, gold, debatable, found):
    for key, any_type in (("right", False), ("loose", True)):
        pairs, left = matched(gold, found, any_type)
        excused, _ = matched(debatable, [found[j] for j in sorted(left)], any_type)
        count[key] += len(pairs)
        count[key + " found"] += len(found) - len(excused)
    count["gold"] += len(gold)


def line(name, c):
    share = lambda a, b: c[a] / c[b] if c[b] else 0.0
    return "%-10s recall %.3f  precision %.3f  loose recall %.3f  loose precision %.3f  (%d annotated, %d found)" % (
        name, share("right", "gold"), share("right", "right found"), share("loose", "gold"), share("loose", "loose found"), c["gold"], c["right found"])


def below_floors(counts):
    faults = []
    for row in open(os.path.join(annotation.HERE, "event_floors.txt"), encoding="utf-8"):
        if row.startswith("#"):
            continue
        group, figure, floor = row.split()
        c = counts[group]
        reached = c["right"] / (c["gold"] if figure == "recall" else c["right found"])
        if reached < float(floor):
            faults.append("%s %s %.3f, floor %s" % (group, figure, reached, floor))
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--language")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--floors", action="store_true")
    args = parser.parse_args()
    articles = [a for a in annotation.load(series=annotation.FIRST) if args.language in (None, a.language)]
    found = extract(args.program, articles)
    words = {language: triggers(language) for language in ("ko", "en")}
    mine, naive, errors = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), []
    for a in articles:
        gold, debatable = list(gold_events(a.events)), list(gold_events(a.debatable_events))
        for key in (a.language, "all"):
            add(mine[key], gold, debatable, found[a.id])
            add(naive[key], gold, debatable, baseline(a, words[a.language]))
        pairs, left = matched(gold, found[a.id])
        rest = [found[a.id][j] for j in sorted(left)]
        errors += [(a.id, "missed", g) for g in gold if not any(g is p for p, _ in pairs)]
        for j in sorted(matched(debatable, rest)[1]):
            errors.append((a.id, "spurious", {k: rest[j][k] for k in ("type", "trigger", "date", "place", "people")}))
    for key in sorted(mine):
        print(line(key, mine[key]))
        print(line("  baseline", naive[key]))
    for e in errors[:args.errors]:
        print(*e, sep=" | ")
    faults = below_floors(mine) if args.floors else []
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
