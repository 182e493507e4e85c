#!/usr/bin/env python3
"""Scores `onrecord extract` on the project's own annotated articles, a naive baseline beside every figure.

  score.py PROGRAM [--set articles|articles_blind|articles_blind_c] [--language ko|en] [--genre G] [--errors N] [--floors]

Groups: all (of the set), first (the series the floors are of), every series (kc, kd …) and every genre, by language.
Direct and indirect quotations: one to one, IoU >= .8, same kind; optional ones neither help nor hurt. Speaker: the
resolved name of a matched quotation; blanks, titles, ages and determiners aside. wrong: matched with another's name, or
invented where nobody is named, or no quotation at all. The errors of the blind sets are not printed: nobody tunes on
them. --floors fails (exit 1) where a figure is below tests/gold/floors.txt.
The baseline: every “…” and "…" is a quotation; the nearest noun before it with 은/는/이/가 (English: the nearest
capitalised run) speaks.
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

HERE = os.path.dirname(os.path.abspath(__file__))
BLIND = ("articles_blind", "articles_blind_c")
DETERMINER = re.compile(r"(?:한|또 다른|[Tt]he|[Aa]|an|An(?= [a-z])) (?=\S)")
MARKED = re.compile(r'“([^“”\n]+)”|"([^"\n]+)"')
KOREAN_NOUN = re.compile(r"((?:[가-힣A-Za-z0-9·]+ ){0,2}[가-힣A-Za-z0-9·]*?[가-힣A-Za-z0-9])(?:은|는|이|가)(?=[\s,“\"])")
CAPITALISED = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")


def squeeze(name):
    name = name or ""
    determiner = DETERMINER.match(name)
    return re.sub(r"[\s‘’“”\"']|\(\d{1,3}\)", "", name[determiner.end():] if determiner else name).casefold()


def same_name(predicted, gold, article):
    if squeeze(predicted) == squeeze(gold) or re.sub("씨$", "", squeeze(predicted)) == re.sub("씨$", "", squeeze(gold)):
        return True
    titles = [t.strip() for name, t in article.people if name == gold for t in t.split(",") if t.strip()]
    if any(squeeze(predicted) == squeeze(gold + t) for t in titles):
        return True
    return any(squeeze(gold) in map(squeeze, names) and squeeze(predicted) in map(squeeze, names) for names in article.orgs)


def same_speakers(predicted, gold, article):
    if not predicted or not gold:
        return not predicted and not gold
    return len(predicted) == len(gold) and all(any(same_name(p, g, article) for p in predicted) for g in gold)


def iou(a, b):
    inter = min(a[1], b[1]) - max(a[0], b[0])
    return inter / (max(a[1], b[1]) - min(a[0], b[0])) if inter > 0 else 0.0


def pair(gold, predicted):
    scores = sorted(((iou((g.start, g.end), (p["start"], p["end"])), i, j)
                     for i, g in enumerate(gold) for j, p in enumerate(predicted)), reverse=True)
    left, right, out = set(), set(), []
    for value, i, j in scores:
        if value < 0.8:
            break
        if i not in left and j not in right:
            left.add(i), right.add(j), out.append((i, j))
    return out


def speakers_of(quotation):
    return [s["name"] for s in quotation.get("speakers") or []]


def score_article(article, predicted, count, errors):
    optional = [q for q in article.quotations if q.kind == "optional"]
    for kind in ("direct", "indirect"):
        gold = [q for q in article.quotations if q.kind == kind]
        mine = [p for p in predicted if p["kind"] == kind]
        matched = pair(gold, mine)
        hit = {j for _, j in matched}
        spare = [p for j, p in enumerate(mine) if j not in hit]
        false = [p for p in spare if not any(iou((o.start, o.end), (p["start"], p["end"])) >= 0.5 for o in optional)]
        count[kind + "_tp"] += len(matched)
        count[kind + "_fp"] += len(false)
        count[kind + "_fn"] += len(gold) - len(matched)
        for p in false:
            errors.append((article.id, kind, "no quotation", article.text[p["start"]:p["end"]][:70], p["rule"]))
        for i, g in enumerate(gold):
            if i not in {x for x, _ in matched}:
                errors.append((article.id, kind, "missed", article.text[g.start:g.end][:90], article.text[g.end:g.end + 25]))
        for i, j in matched:
            names = speakers_of(mine[j])
            ok = same_speakers(names, gold[i].speakers, article)
            count["speaker_n"] += 1
            count["speaker_ok"] += ok
            count["speaker_wrong"] += bool(names) and not ok
            if not ok:
                errors.append((article.id, kind, "speaker", "want %s got %s" % ("+".join(gold[i].speakers) or "-", "+".join(names) or "-"),
                               mine[j].get("rule"), mine[j].get("speaker_rule"), article.text[max(0, gold[i].start - 40):gold[i].start + 25].replace("\n", "⏎")))


def figures(count):
    def f1(kind):
        tp, fp, fn = (count[kind + x] for x in ("_tp", "_fp", "_fn"))
        return 2 * tp / (2 * tp + fp + fn) if tp else 0.0
    n = count["speaker_n"]
    found = n + count["direct_fp"] + count["indirect_fp"]
    wrong = count["speaker_wrong"] + count["direct_fp"] + count["indirect_fp"]
    return {"direct": f1("direct"), "indirect": f1("indirect"), "speaker": count["speaker_ok"] / n if n else 0.0,
            "wrong": wrong / found if found else 0.0}


def baseline(article):
    out = []
    for m in MARKED.finditer(article.text):
        start, end = m.span(1) if m.group(1) is not None else m.span(2)
        before = article.text[max(0, start - 400):start]
        found = list((KOREAN_NOUN if article.language == "ko" else CAPITALISED).finditer(before))
        name = (found[-1].group(1) if article.language == "ko" else found[-1].group(0)) if found else None
        out.append({"kind": "direct", "start": start, "end": end, "rule": "baseline",
                    "speakers": [{"name": name}] if name else []})
    return out


def extract(program, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for a in articles:
            f.write(json.dumps(a.record(), ensure_ascii=False) + "\n")
        f.flush()
        done = subprocess.run([program, "extract", f.name, "--json"], capture_output=True)
        if done.returncode != 0:
            sys.exit("score.py: %s: exit status %d: %s" % (program, done.returncode, done.stderr.decode()[:300]))
    out = {}
    for line in done.stdout.decode("utf-8").splitlines():
        row = json.loads(line)
        out[row["id"]] = row
    for a in articles:
        if out[a.id]["text"] != a.text:
            sys.exit("score.py: %s: the text printed is not the text given" % a.id)
    return {k: row["quotes"] for k, row in out.items()}


def groups_of(article):
    yield "all " + article.language
    if article.series in annotation.FIRST:
        yield "first " + article.language
    yield article.series
    yield article.genre + " " + article.language


def report(articles, predictions, errors):
    groups = collections.defaultdict(lambda: (collections.Counter(), collections.Counter()))
    for a in articles:
        for key in groups_of(a):
            score_article(a, predictions[a.id], groups[key][0], errors if key.startswith("all") else [])
            score_article(a, baseline(a), groups[key][1], [])
    print("%-18s %8s %8s %8s %8s   baseline: %8s %8s" % ("", "direct", "reported", "speaker", "wrong", "direct", "speaker"))
    out = {}
    for key in sorted(groups):
        mine, naive = figures(groups[key][0]), figures(groups[key][1])
        out[key] = mine
        print("%-18s %8.3f %8.3f %8.3f %8.3f             %8.3f %8.3f" % (
            key, mine["direct"], mine["indirect"], mine["speaker"], mine["wrong"], naive["direct"], naive["speaker"]))
    return out


def check_floors(figures_by_group):
    failed = False
    for line in open(os.path.join(HERE, "floors.txt"), encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        group, name, floor = line.rstrip("\n").split("\t")
        value = figures_by_group[group][name]
        bad = value > float(floor) if name == "wrong" else value < float(floor)
        if bad:
            print("below the floor: %s %s is %.3f, floor %s" % (group, name, value, floor))
            failed = True
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--set", default="articles", choices=("articles",) + BLIND)
    parser.add_argument("--language")
    parser.add_argument("--genre")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--floors", action="store_true")
    args = parser.parse_args()
    if args.set in BLIND and (args.errors or args.floors):
        parser.error("%s: totals only" % args.set)
    articles = [a for a in annotation.load(args.set) if args.language in (None, a.language) and args.genre in (None, a.genre)]
    errors = []
    found = report(articles, extract(args.program, articles), errors)
    for e in errors[:args.errors]:
        print(*e, sep=" | ")
    if args.floors and check_floors(found):
        sys.exit(1)


if __name__ == "__main__":
    main()
