"""The files of src/ as the checks of this folder see them."""
import pathlib
import re
import sys

SUFFIXES = {".h", ".cpp"}

# One token of C++ in which braces, quotes and slashes mean nothing.
_OPAQUE = re.compile(
    r'R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


class Source:
    """One file: where it stands below src/, its text, and the folder that decides what it may include."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()  # src/text/utf8.h
        self.text = path.read_text(encoding="utf-8")
        parts = self.name.split("/")
        self.folder = parts[1] if len(parts) > 2 else "cli"  # src/main.cpp starts cli
        self.is_header = path.suffix == ".h"
        self.is_test = path.stem.endswith("_test")

    @property
    def lines(self):
        return self.text.count("\n")


def read_sources(root):
    """Every source below ROOT/src, by name. No file at all is a fault: the check would prove nothing."""
    root = pathlib.Path(root)
    sources = [Source(root, p) for p in sorted((root / "src").rglob("*")) if p.suffix in SUFFIXES]
    if not sources:
        sys.exit(f"lint: no source below {root / 'src'}")
    return sources


def blank_out(text):
    """The text with comments and literals replaced by blanks, line ends kept."""
    return _OPAQUE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def comment_lines(text):
    """How many non-blank lines hold nothing but comment."""
    code = blank_out(text).split("\n")
    return sum(1 for line, bare in zip(text.split("\n"), code) if line.strip() and not bare.strip()
               and line.lstrip().startswith(("//", "/*", "*")))


def report(check, faults):
    """Prints the faults and ends the program: 1 if there is one."""
    for fault in faults:
        print(fault)
    print(f"{check}: {len(faults)} fault(s)")
    sys.exit(1 if faults else 0)
