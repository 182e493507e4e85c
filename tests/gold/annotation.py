"""Reads the annotated articles in tests/gold/articles, articles_blind and articles_blind_c (format: tests/gold/README.md).

  annotation.py        checks every article's form; exit status 1 and a line for each fault
"""
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST = ("ko", "kb", "en")  # the series written first: floors and event figures are of these
EVENT_TYPES = set("""meeting talks visit call speech press_conference announcement launch agreement investment appointment resignation
    lawsuit arrest ruling vote protest accident match performance""".split())  # the closed list
OPEN = re.compile(r"\{\{([dio])\|([^|{}]*)\|")


class Quotation:
    def __init__(self, kind, speaker, start, end):
        self.kind = {"d": "direct", "i": "indirect", "o": "optional"}[kind]
        self.speakers = [] if speaker.strip() == "-" else [s.strip() for s in speaker.split("+")]
        self.start, self.end = start, end


class Article:
    def __init__(self, path):
        head, body, foot = re.split(r"^---\s*$\n?", open(path, encoding="utf-8").read(), flags=re.M)
        self.path = path
        self.head = dict((k.strip(), v.strip()) for k, _, v in (l.partition(":") for l in head.strip().splitlines()))
        self.id, self.genre, self.language = self.head["id"], self.head["genre"], self.head["language"]
        self.series = self.id.split("_")[0]
        self.text, self.quotations = strip_marks(body.strip("\n"), path)
        self.people, self.orgs, self.places, self.events, self.debatable_events = [], [], [], [], []
        for line in foot.strip().splitlines():
            key, _, value = line.partition(":")
            cells = [c.strip() for c in value.split("|")]
            if key == "person":
                self.people.append((cells[0], cells[1] if len(cells) > 1 else ""))
            elif key == "org":
                self.orgs.append(cells)
            elif key == "place":
                self.places.append(cells[0])
            elif key == "event":
                self.events.append(cells)
            elif key == "event?":
                self.debatable_events.append(cells)

    def record(self):
        """the article as a line of JSONL"""
        out = {"id": self.id, "text": self.text, "published": self.head["published"], "language": self.language}
        if self.head.get("title"):
            out["title"] = self.head["title"]
        return out


def strip_marks(raw, path):
    out, stack, quotations, i = [], [], [], 0
    while i < len(raw):
        m = OPEN.match(raw, i)
        if m:
            stack.append((m.group(1), m.group(2), len(out)))
            i = m.end()
        elif raw.startswith("}}", i):
            if not stack:
                raise ValueError("%s: }} without {{ near %r" % (path, raw[max(0, i - 20):i + 5]))
            kind, speaker, start = stack.pop()
            quotations.append(Quotation(kind, speaker, start, len(out)))
            i += 2
        else:
            out.append(raw[i])
            i += 1
    if stack:
        raise ValueError("%s: unclosed {{ at %r" % (path, stack))
    return "".join(out), sorted(quotations, key=lambda q: (q.start, -q.end))


def load(folder="articles", series=None):
    """the articles of a folder of tests/gold; series: only ids that begin so (ko_, kb_, en_, kc_, ec_, kd_, ed_, ke_, ee_)"""
    paths = sorted(glob.glob(os.path.join(HERE, folder, "*.txt")))
    if not paths:
        raise SystemExit("no articles in %s" % os.path.join(HERE, folder))
    return [Article(p) for p in paths if series is None or os.path.basename(p).split("_")[0] in series]


def faults(article):
    """what a scorer could not use: names that do not stand in the article, spans with blank edges, misfiled articles"""
    whole = (article.text + "\n" + article.head.get("title", "")).casefold()
    if os.path.basename(article.path) != article.id + ".txt" or article.id.split("_")[1] != article.genre:
        yield "file name, id and genre do not agree"
    for q in article.quotations:
        words = article.text[q.start:q.end]
        if not words or words != words.strip():
            yield "a mark around blanks: %r" % words[:30]
        if q.kind != "optional":
            yield from ("speaker not in the article: " + s for s in q.speakers if s.casefold() not in whole)
    for kind, names in (("person", [n for n, _ in article.people]), ("org", sum(article.orgs, [])), ("place", article.places)):
        yield from ("%s not in the article: %s" % (kind, n) for n in names if n.casefold() not in whole)
    for cells in article.events + article.debatable_events:
        if len(cells) != 5 or not re.fullmatch(r"-|\d{4}-\d\d-\d\d", cells[1]) or not set(cells[0].split("/")) <= EVENT_TYPES:
            yield "event line: " + " | ".join(cells)


def main():
    bad = 0
    for folder in ("articles", "articles_blind", "articles_blind_c"):
        for article in load(folder):
            for fault in faults(article):
                print("%s: %s" % (article.id, fault))
                bad = 1
    sys.exit(bad)


if __name__ == "__main__":
    main()
