#!/usr/bin/env python3
"""Writes our own annotated Korean articles (tests/gold/articles) as JSONL, again and again: own_corpus.py OUT.jsonl [MEGABYTES]

84 articles of ten genres are 0.24 MB of text, too few to be timed; 2.2 MB by default. Extraction remembers nothing from one article to
the next, so a repeated article costs what it cost before.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "gold"))
import annotation  # noqa: E402


def main():
    articles = [annotation.Article(str(path)) for path in sorted((HERE.parent / "gold/articles").glob("*.txt"))]
    records = [article.record() for article in articles if article.language == "ko"]
    wanted = float(sys.argv[2] if len(sys.argv) > 2 else 2.2) * 1e6
    written = turn = 0
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        while written < wanted:
            for record in records:
                out.write(json.dumps({**record, "id": f"{record['id']}_{turn}"}, ensure_ascii=False) + "\n")
                written += len(record["text"].encode())
            turn += 1


if __name__ == "__main__":
    main()
