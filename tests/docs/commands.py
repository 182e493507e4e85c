"""Every command and option that the program shows is in the manual page, and the manual page names no other.

usage: commands.py ONRECORD ROOT

In docs/man/onrecord.1.md a command is a heading `### name …` below `## COMMANDS`, with its options below it; the options
of every command stand below `## OPTIONS`, those of every list below `## LIST OPTIONS`.
"""
import pathlib
import re
import subprocess
import sys


def help_of(program, *words):
    run = subprocess.run([program, *words, "--help"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        sys.exit(f"'{' '.join(words)} --help' ends with {run.returncode}: {run.stderr}")
    return run.stdout


def commands_in(help_text):
    """The first words of the lines below 'Subcommands:'."""
    listed = help_text.partition("Subcommands:\n")[2]
    return re.findall(r"^ {1,4}([a-z][a-z-]*)(?:\s|$)", listed, re.MULTILINE)


def help_of_all(program, *words):
    """The help of a command and of the commands below it."""
    text = help_of(program, *words)
    return text + "".join(help_of_all(program, *words, below) for below in commands_in(text))


def options_in(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


def sections_of(manual):
    """Name of a command -> what stands below its heading; 'OPTIONS' -> what stands below the headings of options."""
    sections = {"OPTIONS": ""}
    for part in re.split(r"^(?=##)", manual, flags=re.MULTILINE):
        heading = part.partition("\n")[0]
        if heading.startswith("### "):
            sections[heading.strip("# `*").split(" ")[0].strip("`*")] = part
        elif heading.endswith("OPTIONS"):
            sections["OPTIONS"] += part
    return sections


def check(program, manual):
    sections = sections_of(manual)
    general = options_in(sections.pop("OPTIONS"))
    top = help_of(program)
    commands = commands_in(top)
    if not commands:
        return ["'onrecord --help' lists no command"]
    unwritten, unknown = [], []
    unwritten += [f"option {o} of 'onrecord --help' is not in OPTIONS"
                  for o in sorted(options_in(top.partition("Subcommands:")[0]) - general)]
    for command in commands:
        if command not in sections:
            unwritten.append(f"command '{command}' is not in the manual page")
            continue
        shown, written = options_in(help_of_all(program, command)), options_in(sections[command])
        unwritten += [f"{command}: {o} is not in the manual page" for o in sorted(shown - written - general)]
        unknown += [f"{command}: the manual page names {o}, the program does not know it"
                    for o in sorted(written - shown - general)]
    unknown += [f"the manual page names the command '{name}', the program does not know it"
                for name in sections if name not in commands]
    # The manual page describes the first release, which is not whole before it can answer.
    return unwritten + (unknown if "ask" in commands else [])


if __name__ == "__main__":
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    found = check(program, (root / "docs/man/onrecord.1.md").read_text(encoding="utf-8"))
    print("\n".join(found))
    print(f"manual page: {len(found)} fault(s)")
    sys.exit(1 if found else 0)
