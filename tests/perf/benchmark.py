"""Runs the programs of script/benchmark by turns and prints their figures: benchmark.py BUILD WORK"""

import os
import pathlib
import statistics
import subprocess
import sys
import time

RUNS = 3
ASK_RUNS = 21
QUESTIONS = ["샘 알트만이 규제에 대해 한 말은?", "What did Sam Altman say about regulation?", "이영 장관은 언제 무엇을 말했나?"]


def measured(command):
    """Seconds of wall time and kibibytes of peak memory."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command}: status {status}")
    return seconds, usage.ru_maxrss


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
    print(f"| corpus | {articles:,} articles, {sizes['corpus'] / mebibyte:.1f} MiB |")
    print(f"| bare insertion (text + bigram FTS5), median of {RUNS} | {bare:.2f} s |")
    print(f"| ingest, median of {RUNS} | {ingest:.2f} s, {articles / ingest:,.0f} articles a second |")
    print(f"| ratio | {ingest / bare:.2f} |")
    print(f"| peak memory of ingest | {max(run[1] for run in runs['ingest']) / 1024:.0f} MiB |")
    print(f"| archive without originals / corpus | {(sizes['archive'] - originals(work)) / sizes['corpus']:.2f} |")
    print(f"| bare store / corpus | {sizes['bare'] / sizes['corpus']:.2f} |")
    times = ask_times(build, work)
    if times:
        print(f"| ask, whole process, sample archive, median of {len(times)} | {statistics.median(times):.1f} ms |")


if __name__ == "__main__":
    main()
