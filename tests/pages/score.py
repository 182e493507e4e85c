#!/usr/bin/env python3
"""How much of a saved page's article is kept, how much of its menus, and which fields are right (standard library only).

  score.py PROGRAM [--floors] [--errors]

saved/NAME.html is a page of our own writing, saved/NAME.json what is to come out: title, published, source, authors,
body (paragraphs), captions, and "chrome": strings of menus, teasers and comments that must not.

Body F  words of title and body against words of "text", as multisets, mean over the pages.
Chrome  strings of "chrome" that occur in "text".
Fields  share of the pages where title, published, source and authors equal what is expected, null included.
--floors compares with floors.txt and exits 1 where a figure is below (chrome: above).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FIELDS = ("title", "published", "source", "authors")


def run(program, pages):
    done = subprocess.run([program, "extract", "--json", *map(str, pages)], capture_output=True, check=False)
    rows = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines() if line]
    return {pathlib.Path(row["path"]).stem: row for row in rows}, done.stderr.decode("utf-8")


def same_time(a, b):
    return a == b or (a or "").replace("Z", "+00:00") == (b or "").replace("Z", "+00:00")


def body_f(want, got):
    a, b = collections.Counter(want.split()), collections.Counter(got.split())
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values()) or 1)


def score_page(want, row):
    text = row["text"] if row else ""
    out = {"body": body_f(" ".join([want["title"], *want["body"]]), text)}
    out["chrome"] = [s for s in want["chrome"] if s in text]
    out["lost"] = [p for p in want["body"] if p not in text]
    for field in FIELDS:
        got = (row or {}).get(field)
        out[field] = same_time(want[field], got) if field == "published" else want[field] == got
        if not out[field]:
            out.setdefault("wrong", []).append(f"{field}: {got!r}, want {want[field]!r}")
    out["captions"] = bool(row) and row.get("captions", []) == want["captions"]
    return out


def figures(scores):
    mean = lambda key: sum(float(s[key]) for s in scores.values()) / len(scores)
    out = {"body": mean("body"), "captions": mean("captions"), **{field: mean(field) for field in FIELDS}}
    out["chrome"] = sum(len(s["chrome"]) for s in scores.values())
    return out


def below_floors(found):
    faults = []
    for line in (HERE / "floors.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, floor = line.split()
        bad = found[key] > float(floor) if key == "chrome" else found[key] < float(floor)
        if bad:
            faults.append(f"{key} is {found[key]:.3f}, floor {floor}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--errors", action="store_true", help="name what is wrong on each page")
    options = parser.parse_args()
    pages = sorted((HERE / "saved").glob("*.html"))
    rows, messages = run(options.program, pages)
    wants = {page.stem: json.loads(page.with_suffix(".json").read_text(encoding="utf-8")) for page in pages}
    scores = {name: score_page(want, rows.get(name)) for name, want in wants.items()}
    for name, score in scores.items():
        if options.errors and (score["body"] < 1 or score["chrome"] or "wrong" in score or not score["captions"]):
            print(f"{name}: body {score['body']:.3f}", *score.get("wrong", []), sep="\n    ")
            print(*(f"    chrome kept: {s}" for s in score["chrome"]), *(f"    lost: {s}" for s in score["lost"]),
                  *([] if score["captions"] else [f"    captions: {(rows.get(name) or {}).get('captions')}"]), sep="\n")
    found = figures(scores)
    print(f"{len(scores)} pages", *(f"{key} {value:.3f}" for key, value in found.items()), sep="  ")
    faults = below_floors(found) if options.floors else []
    print(*faults, messages if faults else "", sep="\n", end="")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
