#!/usr/bin/env python3
"""Scores who is one over the whole corpus: B³ of the archive's identities on the project's own annotated articles.

  score_identity.py PROGRAM [--errors N] [--floors]

All articles of tests/gold/articles are ingested into one archive. An element is a mention of an annotated person or body,
told by its surface: it holds one of the names, or is a surname or last name that only one person of the article has. Where
the full name stands in the text and no mention covers it, it is an element of its own. The annotated cluster of an element
is the person or body; people of one name in two articles are two unless identities.tsv says otherwise, bodies of one name
are one. The archive's cluster is the entity. Baseline: mentions of the same surface are one.
"""
import argparse
import collections
import glob
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

import annotation

FLOORS = os.path.join(annotation.HERE, "identity_floors.txt")


def read_same():
    """{(article, name): key}, {keys that do not count}"""
    same, open_keys = {}, set()
    for number, line in enumerate(open(os.path.join(annotation.HERE, "identities.tsv"), encoding="utf-8")):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "?":
            open_keys.add(("row", number))
            cells = cells[1:]
        for cell in cells:
            article, _, name = cell.partition(":")
            same[(article, name)] = ("row", number)
    return same, open_keys


class Gold:
    """The annotated people and bodies of one article and the forms that name them."""

    def __init__(self, article, same):
        self.people = [(name, same.get((article.id, name), ("person", article.id, name))) for name, _ in article.people]
        self.bodies = [(names, same.get((article.id, names[0]), ("body", names[0]))) for names in article.orgs]

    def of(self, kind, surface, title):
        return self.person(surface, title) if kind == "person" else self.body(surface)

    def person(self, surface, title):
        bare = surface
        if title and title in bare:
            bare = bare.replace(title, "").strip()
        found = {key for name, key in self.people if name in surface}
        if not found:
            found = {key for name, key in self.people if bare in (name.split(" ")[-1], name.split(" ")[0])
                     or (len(bare) == 1 and name.startswith(bare))}
        return found.pop() if len(found) == 1 else None

    def body(self, surface):
        found = {key for names, key in self.bodies if surface in names}
        return found.pop() if len(found) == 1 else None


def ingest(program, articles, folder):
    path = os.path.join(folder, "articles.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for article in articles:
            f.write(json.dumps(article.record(), ensure_ascii=False) + "\n")
    archive = os.path.join(folder, "archive.db")
    subprocess.run([program, "ingest", path, "--archive", archive], check=True, capture_output=True)
    return sqlite3.connect(archive)


def elements(db, articles, same):
    """[(annotated key, archive's key, baseline's key, article, surface)]"""
    out = []
    for article in articles:
        gold = Gold(article, same)
        rows = db.execute("""SELECT c.kind, m.surface, m.title, m.start, m.end, i.entity_id, m.chain, m.article_id
            FROM mention m JOIN article a ON a.id = m.article_id JOIN chain c ON c.article_id = a.id AND c.chain = m.chain
            LEFT JOIN identity i ON i.article_id = a.id AND i.chain = m.chain WHERE a.given_id = ?""", (article.id,)).fetchall()
        covered = [(start, end) for _, _, _, start, end, _, _, _ in rows]
        for kind, surface, title, _, _, entity, chain, number in rows:
            key = gold.of(kind, surface, title) if kind in ("person", "organization") else None
            if key is None:
                continue
            found = ("entity", entity) if entity is not None else ("chain", number, chain)
            out.append((key, found, surface, article.id, surface))
        for name, key in gold.people:
            for m in re.finditer(re.escape(name), article.text):
                if not any(start < m.end() and m.start() < end for start, end in covered):
                    out.append((key, ("missed", article.id, m.start()), ("missed", article.id, m.start()), article.id, name))
    return out


def b_cubed(pairs):
    """precision, recall, F1 of [(annotated key, found key)]"""
    by_gold, by_found, both = collections.Counter(), collections.Counter(), collections.Counter(pairs)
    for gold, found in pairs:
        by_gold[gold] += 1
        by_found[found] += 1
    precision = sum(n * n / by_found[found] for (gold, found), n in both.items()) / len(pairs)
    recall = sum(n * n / by_gold[gold] for (gold, found), n in both.items()) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def print_errors(found, count):
    clusters, parts = collections.defaultdict(set), collections.defaultdict(set)
    for gold, key, _, article, surface in found:
        clusters[key].add((gold, article, surface))
        parts[gold].add((key, article, surface))
    mixed = [c for c in clusters.values() if len({gold for gold, _, _ in c}) > 1]
    split = [p for p in parts.values() if len({key for key, _, _ in p}) > 1]
    for c in mixed[:count]:
        print("merged:", sorted({(article, surface) for _, article, surface in c})[:8])
    for p in split[:count]:
        print("split:", sorted({(str(key), article, surface) for key, article, surface in p})[:8])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--floors", action="store_true")
    args = ap.parse_args()
    articles = [annotation.Article(p) for p in sorted(glob.glob(os.path.join(annotation.HERE, "articles", "*.txt")))]
    same, open_keys = read_same()
    with tempfile.TemporaryDirectory() as folder:
        found = [e for e in elements(ingest(os.path.abspath(args.program), articles, folder), articles, same) if e[0] not in open_keys]
    scores = {}
    for name, column in (("identity", 1), ("baseline", 2)):
        p, r, f = b_cubed([(e[0], e[column]) for e in found])
        scores[name] = f
        print(f"{name:9} precision {p:.3f}  recall {r:.3f}  B3 F1 {f:.3f}  ({len(found)} mentions)")
    print_errors(found, args.errors)
    if args.floors:
        floor = float(open(FLOORS, encoding="utf-8").read().split()[-1])
        if scores["identity"] < floor:
            sys.exit(f"identity {scores['identity']:.3f} is below its floor {floor:.3f}")


if __name__ == "__main__":
    main()
