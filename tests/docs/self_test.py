"""Sees that the checks of this folder fail where documentation and program part, with a small program in onrecord's place.

usage: self_test.py
"""
import contextlib
import io
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True
import commands
import session

PROGRAM = """#!/bin/bash
case "$*" in
  "--help") printf 'Options:\\n  --archive FILE  it\\n\\nSubcommands:\\n  ask    answers\\n  stats  counts\\n' ;;
  "ask --help") printf 'Options:\\n  --limit N\\n' ;;
  "stats --help") printf 'Options:\\n  --help\\n' ;;
  "ask "*) printf 'first %s\\nsecond\\nthird\\n' "$ONRECORD_ARCHIVE" ;;
  *) echo "no such thing" >&2; exit 2 ;;
esac
"""
MANUAL = """# onrecord
## OPTIONS
`--archive FILE`, `--help`
## COMMANDS
### ask QUESTION…
`--limit N`
### stats
"""
SESSION = "```console\n$ export ONRECORD_ARCHIVE=a.db\n$ onrecord ask who\nfirst a.db\nsecond\nthird\n```\n"

# (what is wrong, the manual, what one fault must say; None: no fault)
MANUALS = [
    ("nothing", MANUAL, None),
    ("a command is missing", MANUAL.replace("### stats\n", ""), "command 'stats' is not in the manual page"),
    ("a command too many", MANUAL + "### undo\n", "names the command 'undo'"),
    ("an option is missing", MANUAL.replace("`--limit N`", ""), "ask: --limit is not in the manual page"),
    ("an option too many", MANUAL.replace("`--limit N`", "`--limit N` `--sort`"), "ask: the manual page names --sort"),
    ("a general option is missing", MANUAL.replace("--archive", ""), "option --archive of 'onrecord --help'"),
]
# (what is wrong, README.md, exit status)
SESSIONS = [
    ("nothing", SESSION, 0),
    ("lines left out, and said so", SESSION.replace("second\nthird", "…"), 0),
    ("another answer", SESSION.replace("second", "2nd"), 1),
    ("a line left out", SESSION.replace("third\n", ""), 1),
    ("nothing shown", SESSION.replace("first a.db\nsecond\nthird\n", ""), 1),
    ("a command that fails", SESSION.replace("ask who", "undo"), 1),
]


def status_of(program, root, *options):
    with contextlib.redirect_stdout(io.StringIO()):
        return session.main(program, root, *options)


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "sample_corpus").mkdir()
        program = root / "program"
        program.write_text(PROGRAM, encoding="utf-8")
        program.chmod(0o755)
        for label, manual, message in MANUALS:
            faults = commands.check(program, manual)
            if (faults != []) if message is None else (len(faults) != 1 or message not in faults[0]):
                wrong.append(f"manual page, {label}: {faults}")
        readme = root / "README.md"
        for label, text, status in SESSIONS:
            readme.write_text(text, encoding="utf-8")
            if status_of(program, root, False) != status:
                wrong.append(f"session, {label}: not {status}")
        readme.write_text(SESSION.replace("second\nthird\n", "old\n"), encoding="utf-8")
        if status_of(program, root, True) != 0 or readme.read_text(encoding="utf-8") != SESSION:
            wrong.append("session: --update did not write what the program says")
    print("\n".join(wrong) or "documentation checks: every planted fault found, none invented")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
