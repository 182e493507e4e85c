#!/usr/bin/env python3
"""Learns lexicon/table_speaker_weights.tsv from the project's own annotated articles (tests/gold/articles), plain Python.

  learn_speaker_weights.py SPEAKER_FEATURES [--folds N] [--pull P] [--write]

SPEAKER_FEATURES is build/release/tests/gold/speaker_features. A soft-max ranking over the candidates of each quotation
and "nobody", pulled towards the weights that stand in the table, so that a feature which the articles do not show keeps
its weight. Cross-validated by article: prints right, wrong (another's name) and open for the table as it is and for the
learnt weights on articles they have not seen. --write replaces the weights in the table.
"""
import argparse
import collections
import math
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(ROOT, "lexicon", "table_speaker_weights.tsv")
sys.path.insert(0, os.path.join(ROOT, "tests", "gold"))
import annotation  # noqa: E402

SCALE = 18.0  # points of weight that make one candidate e times likelier than another
FIXED = {"enough", "margin", "thing", "body", "body_in", "subject"}  # the articles say too little of these


def squeeze(name):
    return "".join(c for c in name if c.isalnum()).casefold()


def same(name, gold):
    """lenient: what name the article gives in full is not the ranking's business"""
    a, b = squeeze(name), squeeze(gold)
    return bool(a) and (a in b or b in a or (len(b) >= 2 and a[0] == b[0] and len(b) <= 4 and a[1:] not in b and len(a) - 1 >= 2))


def right(names, speakers):
    names = [n for n in names.split("+") if n]
    return bool(names) and bool(speakers) and all(any(same(n, g) for n in names) for g in speakers)


def read_table():
    return [line.rstrip("\n") for line in open(TABLE, encoding="utf-8")]


def weights_of(lines):
    return {l.split("\t")[0]: float(l.split("\t")[1]) for l in lines if l and not l.startswith("#")}


def candidates_of(program, text):
    """{(kind, byte): [(features with counts, name)]} of one text"""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
        f.write(text)
        f.flush()
        out = subprocess.run([program, f.name], capture_output=True, check=True).stdout.decode("utf-8")
    groups = collections.OrderedDict()
    for line in out.splitlines():
        _, kind, at, name, steps, _, _, features, _ = line.split("\t")
        counts = dict.fromkeys(features.split(), 1.0)
        counts["step"] = float(steps)
        groups.setdefault((kind, int(at)), []).append((counts, name))
    return groups


def examples_of(program, article):
    """[(candidates, whether somebody is named)]; a candidate is (features, whether it is right)"""
    found = []
    groups = candidates_of(program, article.text)
    for q in article.quotations:
        if q.kind == "optional":
            continue
        at = q.start if q.kind == "direct" else q.end
        key = ("direct" if q.kind == "direct" else "reported", len(article.text[:at].encode("utf-8")))
        if key in groups:
            found.append(([(c, right(n, q.speakers)) for c, n in groups[key]], bool(q.speakers)))
    return found


def examples_alone(program, article):
    """The same of each paragraph by itself: a short text has no sentence before."""
    found, start = [], 0
    for line in article.text.split("\n"):
        here = [q for q in article.quotations if q.kind != "optional" and start <= q.start and q.end <= start + len(line)]
        groups = candidates_of(program, line) if here else {}
        for q in here:
            at = (q.start if q.kind == "direct" else q.end) - start
            key = ("direct" if q.kind == "direct" else "reported", len(line[:at].encode("utf-8")))
            if key in groups:
                found.append(([(c, right(n, q.speakers)) for c, n in groups[key]], bool(q.speakers)))
        start += len(line) + 1
    return found


def score(weights, counts):
    return sum(weights.get(f, 0.0) * n for f, n in counts.items())


def learn(examples, start, pull, rounds=200, rate=40.0):
    w = dict(start)
    for _ in range(rounds):
        gradient = collections.Counter()
        for candidates, _ in examples:
            scores = [score(w, c) / SCALE for c, _ in candidates] + [w["enough"] / SCALE]
            good = [ok for _, ok in candidates]
            good.append(not any(good))
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            total, wanted = sum(exps), sum(e for e, ok in zip(exps, good) if ok)
            for i, (counts, ok) in enumerate(candidates):
                push = (exps[i] / wanted if ok else 0.0) - exps[i] / total
                for f, n in counts.items():
                    gradient[f] += push * n
        for f in w:
            if f not in FIXED:
                w[f] += rate / len(examples) * SCALE * 0.3 * (gradient[f] - pull * (w[f] - start[f]) / SCALE)
    return w


def measure(examples, w):
    count = collections.Counter()
    for candidates, named in examples:
        best = max(candidates, key=lambda c: score(w, c[0]), default=None)
        if best is None or score(w, best[0]) < w["enough"]:
            count["open" if named else "right"] += 1
        else:
            count["right" if best[1] else "wrong"] += 1
    return count


def shown(name, count):
    n = sum(count.values()) or 1
    print("%-22s right %.3f  wrong %.3f  open %.3f  of %d" % (
        name, count["right"] / n, count["wrong"] / n, count["open"] / n, n))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--pull", type=float, default=0.5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lines = read_table()
    start = weights_of(lines)
    articles = [a for a in annotation.load() if a.language == "ko"]
    by_article = [examples_of(args.program, a) for a in articles]
    alone = [examples_alone(args.program, a) for a in articles]
    everything = [e for examples in by_article for e in examples]
    shown("table", measure(everything, start))
    held_out = collections.Counter()
    for fold in range(args.folds):
        rest = [e for i in range(len(articles)) if i % args.folds != fold for e in by_article[i] + alone[i]]
        w = learn(rest, start, args.pull)
        held_out += measure([e for i, x in enumerate(by_article) if i % args.folds == fold for e in x], w)
    shown("learnt, held out", held_out)
    w = learn(everything + [e for examples in alone for e in examples], start, args.pull)
    shown("learnt, seen", measure(everything, w))
    if args.write:
        with open(TABLE, "w", encoding="utf-8") as f:
            for line in lines:
                cells = line.split("\t")
                if line and not line.startswith("#"):
                    cells[1] = str(round(w[cells[0]]))
                f.write("\t".join(cells) + "\n")
    else:
        for name in start:
            if round(w[name]) != round(start[name]):
                print("%-18s %5d -> %5d" % (name, start[name], round(w[name])))


if __name__ == "__main__":
    main()
