#!/usr/bin/env python3
"""Who speaks: runs the program on the small texts of cases.tsv and compares every speaker.

  check_cases.py PROGRAM

A row of cases.tsv is a text (\\n stands for a line end) and its speakers in the order of the quotations, parted by |;
several at once are joined by +, - stands where nobody is named. Exit 1 where a row differs, 2 on wrong usage.
"""
import json
import os
import subprocess
import sys
import tempfile

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases.tsv")


def read_cases():
    with open(CASES, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#")]
    return [(text.replace("\\n", "\n"), speakers) for text, speakers in rows]


def extract(program, texts):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for number, text in enumerate(texts):
            article = {"id": str(number), "language": "ko", "published": "2024-03-11", "text": text}
            f.write(json.dumps(article, ensure_ascii=False) + "\n")
        f.flush()
        out = subprocess.run([program, "extract", f.name, "--json"], capture_output=True, check=True).stdout
    return [json.loads(line) for line in out.decode("utf-8").splitlines() if line]


def speakers_of(article):
    quotations = sorted(article["quotes"], key=lambda q: (q["start"], -q["end"]))
    return "|".join("+".join(s["name"] for s in q["speakers"]) or "-" for q in quotations)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.strip())
    cases = read_cases()
    found = extract(sys.argv[1], [text for text, _ in cases])
    if len(found) != len(cases):
        sys.exit(f"{len(cases)} texts went in, {len(found)} came out")
    wrong = 0
    for (text, want), article in zip(cases, found):
        got = speakers_of(article)
        if got != want:
            wrong += 1
            print(f"{text}\n  want {want}\n  got  {got}")
    print(f"{len(cases) - wrong} of {len(cases)} as expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
