#!/usr/bin/env python3
"""What a stated confidence is worth, on the project's own annotated articles.

  calibration.py PROGRAM [--floors] [--wrong N]

A quotation is right where it matches one of the annotation (same kind, IoU >= .8) and names the same resolved speakers.
Those that match a debatable one are left out. For each language:
  cuts: of quotations with this confidence or more the share that is right (precision), and the share of all annotated
        ones that they are (recall);
  bins: the share that is right between two confidences, which should be near the middle of the two.
--floors fails (exit 1) where the share right at .9 is below tests/gold/calibration_floors.txt. --wrong N prints the N
most confident wrong ones.
"""
import argparse
import os
import sys

import annotation
import score

HERE = os.path.dirname(os.path.abspath(__file__))
CUTS = [.5, .55, .6, .65, .7, .75, .8, .85, .9, .95]
BINS = [0, .3, .4, .5, .6, .7, .8, .9, 1.0001]


def judge(article, predicted):
    """Yields (confidence, right, quotation) for every quotation that counts."""
    optional = [q for q in article.quotations if q.kind == "optional"]
    for kind in ("direct", "indirect"):
        gold = [q for q in article.quotations if q.kind == kind]
        mine = [p for p in predicted if p["kind"] == kind]
        partner = {j: i for i, j in score.pair(gold, mine)}
        for j, p in enumerate(mine):
            if j in partner:
                yield p["confidence"], score.same_speakers(score.speakers_of(p), gold[partner[j]].speakers, article), p
            elif not any(score.iou((o.start, o.end), (p["start"], p["end"])) >= .5 for o in optional):
                yield p["confidence"], False, p


def share(judged, least, below=2):
    found = [right for confidence, right, *_ in judged if least <= confidence < below]
    return (sum(found) / len(found) if found else None), len(found), sum(found)


def text(value):
    return "    -" if value is None else "%5.3f" % value


def report(language, judged, annotated):
    print("%s: %d quotations, %d annotated" % (language, len(judged), annotated))
    print("   confidence >=  " + " ".join("%5.2f" % cut for cut in CUTS))
    rows = [share(judged, cut) for cut in CUTS]
    print("   precision      " + " ".join(text(precision) for precision, _, _ in rows))
    print("   recall         " + " ".join(text(right / annotated) for _, _, right in rows))
    print("   how many       " + " ".join("%5d" % number for _, number, _ in rows))
    print("   between        " + " ".join("%5.2f-%.2f" % (a, min(b, 1)) for a, b in zip(BINS, BINS[1:])))
    bins = [share(judged, a, b) for a, b in zip(BINS, BINS[1:])]
    print("   right          " + " ".join("%10s" % text(right) for right, _, _ in bins))
    print("   how many       " + " ".join("%10d" % number for _, number, _ in bins))


def check_floors(reached):
    failed = False
    with open(os.path.join(HERE, "calibration_floors.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            language, least, floor = line.rstrip("\n").split("\t")
            precision, number, _ = share(reached[language], float(least))
            if number < 10 or precision < float(floor):
                print("below the floor: of %s with confidence %s or more %s of %d are right, floor %s"
                      % (language, least, text(precision), number, floor))
                failed = True
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--wrong", type=int, default=0)
    args = parser.parse_args()
    articles = annotation.load()
    predictions = score.extract(args.program, articles)
    reached = {"ko": [], "en": []}
    annotated = dict.fromkeys(reached, 0)
    for article in articles:
        reached[article.language] += [(*row, article.id) for row in judge(article, predictions[article.id])]
        annotated[article.language] += sum(q.kind != "optional" for q in article.quotations)
    for language, judged in reached.items():
        report(language, judged, annotated[language])
        wrong = sorted((row for row in judged if not row[1]), key=lambda row: -row[0])
        for confidence, _, p, article in wrong[:args.wrong]:
            print("   %.2f | %s | %s | %s | %s | %s" % (confidence, article, "+".join(score.speakers_of(p)) or "-", p["rule"],
                                                     p.get("speaker_rule"), p["text"][:60].replace("\n", " ")))
    if args.floors and check_floors(reached):
        sys.exit(1)


if __name__ == "__main__":
    main()
