"""Every header opens with a comment that says what it is for, and is guarded.

usage: headers.py ROOT
"""
import pathlib
import re
import sys

from sources import read_sources, report

MIN_WORDS = 4
_LICENCE = re.compile(r"^// *(SPDX-|Copyright)", re.IGNORECASE)


def opening_comment(text):
    """The words of the comment at the very top, licence lines left out."""
    words = []
    for line in text.split("\n"):
        if not line.startswith("//"):
            break
        if not _LICENCE.match(line):
            words += line.lstrip("/").split()
    return words


def check(root):
    faults = []
    for source in read_sources(root):
        if not source.is_header:
            continue
        if len(opening_comment(source.text)) < MIN_WORDS:
            faults.append(f"{source.name}:1: does not open with '// ' and what the header is for")
        if "#pragma once" not in source.text:
            faults.append(f"{source.name}:1: has no #pragma once")
    return faults


if __name__ == "__main__":
    report("headers", check(pathlib.Path(sys.argv[1])))
