#!/usr/bin/env python3
"""Extraction ends in linear time: linear.py PROGRAM [--large]

Texts of one paragraph are read at one size and at four times that: prose in both languages, and what a hostile input would
repeat (marks, brackets, names, days, pronouns). Processor time may grow eightfold, no more; four times is linear. Small sizes by
default, for ctest; --large takes 1, 2 and 4 MB, and 10 MB at the end.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

SMALL = [128_000, 512_000]
LARGE = [1_000_000, 2_000_000, 4_000_000, 10_000_000]
GROWTH = 2.0  # how much more than in proportion the time may grow
SLACK = 0.15  # seconds: what the clock cannot tell

ENGLISH = ("Mayor Dana Whitfield said on Tuesday that the harbor would reopen in June. “We waited for the engineers,” she told reporters, "
           "“and they have finished.” Her deputy, Owen Castellane, said he had seen the report. The Port Authority declined to comment. ")
ENGLISH_PRONOUNS = "“It is late,” he said. She said she knew. They said that he had told her so. "
KOREAN_PRONOUNS = "그는 “비가 온다”고 말했다. 그는 바람이 분다고 밝혔다. 이 관계자는 “모른다”며 웃었다. "
TEXTS = {
    "opening marks": "“", "closing marks": "”", "straight marks": '"', "single marks": "‘", "apostrophes": "'", "works": "《",
    "brackets": "(", "closing brackets": ")", "commas": ",", "full stops": ".", "words in marks": "“가” ", "open marks before words": "“가 ",
    "names": "김민수 대표는 ", "surnames": "김 대표는 ", "foreign names": "샘 올트먼 오픈AI 대표는 ", "civil": "이모 씨는 ", "bodies": "한국전력공사 서울시청 외교부 ",
    "days": "9일 ", "past days": "지난 9일 ", "today": "오늘 ", "clauses": "좋다고 ", "reports": "좋다고 말했다고 ", "short forms": "가나다(이하 나다) ",
    "one word": "가", "one letter": "a", "digits": "7", "blanks and letters": "a ", "Mr.": "Mr. Smith said ", "said": "said ", "he said": "he said, ",
    "open quotations in English": "“He said ", "capitals": "Anna Bell Carter ", "events": "간담회를 열었다 ", "according": "경찰에 따르면 ",
    "items": "△ 지원할 것 ", "English pronouns": ENGLISH_PRONOUNS, "Korean pronouns": KOREAN_PRONOUNS, "English": ENGLISH,
}


def korean():
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    from make_corpus import Writer
    writer = Writer(7)
    return " ".join(writer.article(number)["text"].replace("\n", " ") for number in range(60)) + " "


def paragraph(unit, size):
    length = len(unit.encode())
    return (unit * (size // length + 1)).encode()[: size // length * length or length]


def seconds(program, unit, size, folder):
    path = folder / "text.txt"
    path.write_bytes(paragraph(unit, size))
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([program, "extract", "--json", "--jobs", "1", path], stdout=nowhere, stderr=subprocess.PIPE)
    complaint = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{unit[:20]!r}, {size} bytes: status {status}: {complaint}")
    return usage.ru_utime + usage.ru_stime


def main():
    program, large = sys.argv[1], "--large" in sys.argv
    sizes = LARGE if large else SMALL
    slow = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for what, unit in {**TEXTS, "Korean": korean()}.items():
            times = [seconds(program, unit, size, folder) for size in sizes]
            growth = (times[-1] - times[0]) / (times[0] + SLACK) / (sizes[-1] / sizes[0] - 1)
            print(f"{what:28}" + "".join(f"{time:9.2f} s" for time in times) + f"{growth:7.2f}", flush=True)
            if times[-1] > GROWTH * (times[0] + SLACK) * sizes[-1] / sizes[0]:
                slow.append(what)
    if slow:
        sys.exit(f"more than linear: {', '.join(slow)}")


if __name__ == "__main__":
    main()
