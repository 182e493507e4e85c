"""Runs the programs of script/benchmark by turns and prints their figures: benchmark.py BUILD WORK

Extraction runs beside a plain regex pass over the same text: `grep -oP` (PCRE2 with its just-in-time compiler) looking for what a regex
can find of the same things: marked words with what follows them, clauses before a verb of saying, names with a title. Both on one
core, by processor time.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

RUNS = 3
ASK_RUNS = 21
CORPORA = {"corpus": "generated articles", "own": "whole Korean articles of our own"}
QUESTIONS = ["샘 알트만이 규제에 대해 한 말은?", "What did Sam Altman say about regulation?", "이영 장관은 언제 무엇을 말했나?"]


REGEX = "|".join([
    r"[“\"][^“”\"\n]{2,600}[”\"](?:이?라고|고|라며|며|이?라면서|면서|라는|는)?(?:[^.“”\"\n]{0,40}(?:말했|밝혔|강조했|전했|설명했|덧붙였|지적했|주장했|반박했)\w*)?",
    r"[^.“”\"\n]{4,200}다고\s+(?:말했|밝혔|강조했|전했|설명했|덧붙였|지적했|주장했|약속했)\w*",
    r"\p{Hangul}{1,4}\s(?:\p{Hangul}+\s)?(?:대표|장관|의원|시장|교수|위원장|회장|사장|본부장|원장|총장|대변인|국장|연구원|소장|이사장|차관|실장|팀장|감독|씨)",
])


def measured(command, **options):
    """Seconds of wall time, kibibytes of peak memory, seconds of processor time."""
    start = time.monotonic()
    process = subprocess.Popen(command, **{"stdout": subprocess.DEVNULL, **options})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command}: status {status}")
    return seconds, usage.ru_maxrss, usage.ru_utime + usage.ru_stime


def extraction_by_turns(build, work, articles):
    """Megabytes of text, seconds of extraction, seconds of the regex pass: the best of each."""
    text = work / "text.txt"
    with open(articles, encoding="utf-8") as corpus, open(text, "w", encoding="utf-8") as out:
        out.writelines(json.loads(line)["text"] + "\n" for line in corpus)
    extraction, regex = [], []
    for _ in range(RUNS):
        done = subprocess.run([build / "tests/perf/bench_extract", articles, "1"], capture_output=True, text=True, check=True)
        megabytes, seconds = map(float, done.stdout.split("\n")[0].split())
        extraction.append(seconds)
        with open(work / "found.txt", "wb") as found:  # to /dev/null grep stops at the first match
            regex.append(measured(["grep", "-oP", REGEX, text], stdout=found, env={**os.environ, "LC_ALL": "C.UTF-8"})[2])
    return megabytes, min(extraction), min(regex)


def fresh(path):
    path.unlink(missing_ok=True)
    return str(path)


def run_by_turns(build, work):
    corpus, bare, archive = work / "corpus.jsonl", work / "bare.db", work / "archive.db"
    runs = {"bare": [], "ingest": []}
    for _ in range(RUNS):
        runs["bare"].append(measured([build / "tests/perf/bare_insert", corpus, fresh(bare)]))
        runs["ingest"].append(measured([build / "onrecord", "--archive", fresh(archive), "ingest", "--quiet", corpus]))
    return runs, {"corpus": corpus.stat().st_size, "bare": bare.stat().st_size, "archive": archive.stat().st_size}


def originals(work):
    sql = "SELECT sum(length(data)) FROM sqlar"
    done = subprocess.run(["sqlite3", work / "archive.db", sql], capture_output=True, text=True, check=True)
    return int(done.stdout)


def ask_times(build, work):
    """Milliseconds of whole processes on the sample archive; nothing where there is no `ask`."""
    archive = work / "sample.db"
    subprocess.run([build / "onrecord", "--archive", archive, "ingest", "--quiet", "sample_corpus"], check=True)
    helped = subprocess.run([build / "onrecord", "ask", "--help"], capture_output=True, check=False)
    times = []
    for _ in range(ASK_RUNS if helped.returncode == 0 else 0):
        for question in QUESTIONS:
            start = time.monotonic()
            subprocess.run([build / "onrecord", "--archive", archive, "ask", question], capture_output=True, check=False)
            times.append(1000 * (time.monotonic() - start))
    return times


def median(runs, column):
    return statistics.median(run[column] for run in runs)


def main():
    build, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    runs, sizes = run_by_turns(build, work)
    bare, ingest = median(runs["bare"], 0), median(runs["ingest"], 0)
    with open(work / "corpus.jsonl", "rb") as corpus:
        articles = sum(1 for _ in corpus)
    mebibyte = 1024 * 1024
    print("| measured | figure |\n|---|---|")
    for name in ("corpus", "own"):
        megabytes, extraction, regex = extraction_by_turns(build, work, work / f"{name}.jsonl")
        print(f"| extraction, one core, best of {RUNS}, {CORPORA[name]} | {megabytes / extraction:.1f} MB of text a second |")
        print(f"| a regex pass over the same text (grep -oP) | {megabytes / regex:.1f} MB a second |")
        print(f"| extraction's time / the regex pass's | {extraction / regex:.2f} |")
    print(f"| corpus | {articles:,} articles, {sizes['corpus'] / mebibyte:.1f} MiB |")
    print(f"| bare insertion (text + bigram FTS5), median of {RUNS} | {bare:.2f} s |")
    print(f"| ingest, median of {RUNS} | {ingest:.2f} s, {articles / ingest:,.0f} articles a second |")
    print(f"| ratio of wall times | {ingest / bare:.2f} |")
    print(f"| ratio of processor times | {median(runs['ingest'], 2) / median(runs['bare'], 2):.2f} |")
    print(f"| peak memory of ingest | {max(run[1] for run in runs['ingest']) / 1024:.0f} MiB |")
    print(f"| archive without originals / corpus | {(sizes['archive'] - originals(work)) / sizes['corpus']:.2f} |")
    print(f"| bare store / corpus | {sizes['bare'] / sizes['corpus']:.2f} |")
    times = ask_times(build, work)
    if times:
        print(f"| ask, whole process, sample archive, median of {len(times)} | {statistics.median(times):.1f} ms |")


if __name__ == "__main__":
    main()
