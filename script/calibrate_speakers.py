#!/usr/bin/env python3
"""Measures lexicon/table_speaker_confidence.tsv on the project's own annotated articles (tests/gold/articles).

  calibrate_speakers.py SPEAKER_FEATURES [--folds N] [--write]

SPEAKER_FEATURES is build/release/tests/gold/speaker_features. Every speaker falls into a cell: whether the best candidate
leads clearly, how it was found, how well it is known who that is. The share of right names in the cell, drawn towards the
shares of the same way and the same who where the cell is small, is its confidence. Cross-validated by article: prints
how many were right at each cut of confidence on articles that the shares were not measured on.
"""
import argparse
import collections
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(ROOT, "lexicon", "table_speaker_confidence.tsv")
sys.path.insert(0, os.path.join(ROOT, "tests", "gold"))
import annotation  # noqa: E402
import score  # noqa: E402

LEADS = ["clear", "close"]
WAYS = ["direct", "reported", "pronoun", "same", "goes_on", "before"]
WHO = ["full", "short", "titled", "body", "role", "unknown"]
PRIOR = 4.0  # a cell of so many cases counts as much as what it is drawn towards


def cases_of(program, article):
    """[(cell, whether the name is right)]"""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
        f.write(article.text)
        f.flush()
        out = subprocess.run([program, f.name], capture_output=True, check=True).stdout.decode("utf-8")
    best = {}
    for line in out.splitlines():
        _, kind, at, name, _, _, _, _, grade = line.split("\t")
        if grade:
            best[(kind, int(at))] = (grade, name)
    found = []
    for q in article.quotations:
        at = q.start if q.kind == "direct" else q.end
        key = ("direct" if q.kind == "direct" else "reported", len(article.text[:at].encode("utf-8")))
        if q.kind != "optional" and key in best:
            grade, name = best[key]
            found.append((grade, score.same_speakers(name.split("+"), q.speakers, article)))
    return found


def shares_of(cases):
    hit, seen = collections.Counter(), collections.Counter()
    for cell, ok in cases:
        lead, way, who = cell.split(".")
        for key in (cell, "." + way, "." + who, lead, ""):
            seen[key] += 1
            hit[key] += ok
    mean = lambda key, towards: (hit[key] + PRIOR * towards) / (seen[key] + PRIOR)
    every = mean("", 0.8)
    out = {}
    for lead in LEADS:
        for way in WAYS:
            for who in WHO:
                towards = min(mean("." + way, every), mean("." + who, every), mean(lead, every))
                out["%s.%s.%s" % (lead, way, who)] = mean("%s.%s.%s" % (lead, way, who), towards)
    for way in WAYS:  # a clear lead is never worth less
        for who in WHO:
            clear, close = "clear.%s.%s" % (way, who), "close.%s.%s" % (way, who)
            out[close] = min(out[close], out[clear])
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    articles = [a for a in annotation.load() if a.language == "ko"]
    by_article = [cases_of(args.program, a) for a in articles]
    held_out = []
    for fold in range(args.folds):
        shares = shares_of([c for i, x in enumerate(by_article) if i % args.folds != fold for c in x])
        held_out += [(shares[cell], ok) for i, x in enumerate(by_article) if i % args.folds == fold for cell, ok in x]
    for low, high in ((0.95, 1.01), (0.9, 0.95), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.0, 0.5)):
        here = [ok for share, ok in held_out if low <= share < high]
        if here:
            print("confidence %.2f to %.2f: %4d speakers, %.3f right" % (low, min(high, 1), len(here), sum(here) / len(here)))
    if args.write:
        head = [line for line in open(TABLE, encoding="utf-8") if line.startswith("#")]
        with open(TABLE, "w", encoding="utf-8") as f:
            f.writelines(head)
            shares = shares_of([c for x in by_article for c in x])
            for cell, share in shares.items():
                f.write("%s\t%d\n" % (cell, round(100 * share)))


if __name__ == "__main__":
    main()
