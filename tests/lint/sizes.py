"""Length of functions and files: prints the figures, fails on a function over the limit that is not listed.

usage: sizes.py ROOT

A function runs from the first line of its declaration to its closing brace; what stands inside it (lambdas) is part of it.
Listed in long_functions.txt: those that are one table or one switch. A line there that is no longer needed is a fault.
"""
import pathlib
import re
import sys

from sources import blank_out, comment_lines, read_sources, report

LIMIT = 100
_SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")
_NAME = re.compile(r"((?:[A-Za-z_]\w*::)*(?:operator\s*[^\s\w(]+|~?[A-Za-z_]\w*))\s*\(")


class Function:
    def __init__(self, source, name, first, last):
        self.source, self.name, self.first, self.length = source, name, first, last - first + 1


def closing_brace(code, opening):
    depth = 0
    for at in range(opening, len(code)):
        if code[at] == "{":
            depth += 1
        elif code[at] == "}":
            depth -= 1
            if depth == 0:
                return at
    return len(code) - 1


def is_data(head):
    """`= {` or `x{`: an initialiser, not a body."""
    bare = re.sub(r"operator\s*=+|[<>=!]=", "", re.sub(r"\([^()]*\)", "", head))
    return "=" in bare or ")" not in head


def opens_scope(head):
    found = _SCOPE.search(re.sub(r"<[^<>]*>", "", head))
    return found is not None and ("(" not in head or found.group() in ("class", "struct", "union"))\
        and not re.search(r"\)\s*(const|noexcept|override|->.*)?\s*$", head)


def functions_of(source):
    code = re.sub(r"(?m)^[ \t]*#(?:.*\\\n)*.*", lambda macro: "\n" * macro.group().count("\n"), blank_out(source.text))
    found, head, at = [], 0, 0
    while at < len(code):
        char = code[at]
        if char in ";}" or (char == ":" and code[head:at].strip() in ("public", "private", "protected")):
            head = at + 1
        elif char == "{":
            text = code[head:at]
            if not text.strip() or opens_scope(text):
                head = at + 1
            else:
                end = closing_brace(code, at)
                follows = code[end + 1:].lstrip()[:1]
                if not is_data(text) and follows not in (",", "{"):  # `: a_{1}, b_{2} {` is a list of members
                    start = head + len(text) - len(text.lstrip())
                    name = _NAME.search(text)
                    found.append(Function(source, name.group(1) if name else "?", code.count("\n", 0, start) + 1,
                                          code.count("\n", 0, end) + 1))
                    head = end + 1
                at = end
        at += 1
    return found


def allowed_long(root):
    path = pathlib.Path(root) / "tests/lint/long_functions.txt"
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return {tuple(line.split()[:2]) for line in lines if line.strip() and not line.startswith("#")}


def spread(values):
    values = sorted(values) or [0]
    return f"{values[len(values) // 2]} / {values[min(len(values) - 1, len(values) * 9 // 10)]} / {values[-1]}"


def share(part, whole):
    return f"{100 * part / max(1, whole):.1f} %"


def print_figures(sources, functions):
    code = [s for s in sources if not s.is_test]
    tests = [s for s in sources if s.is_test]
    nonblank = lambda s: sum(1 for line in s.text.split("\n") if line.strip())
    headers = [s for s in code if s.is_header]
    lengths = [f.length for f in functions]
    lines = sum(s.lines for s in code)
    print(f"files: {len(code)}, {lines} lines; median / p90 / max {spread([s.lines for s in code])}")
    print(f"functions: {len(functions)}; median / p90 / max {spread(lengths)}; "
          f"over 60 lines {share(sum(n > 60 for n in lengths), len(lengths))}")
    print(f"comments: {share(sum(comment_lines(s.text) for s in code), sum(map(nonblank, code)))} of non-blank lines, "
          f"headers {share(sum(comment_lines(s.text) for s in headers), sum(map(nonblank, headers)))}")
    cases = sum(len(re.findall(r"^\s*TEST_CASE", s.text, re.MULTILINE)) for s in tests)
    print(f"tests beside the code: {len(tests)} files, {cases} cases, "
          f"{sum(s.lines for s in tests) / max(1, lines):.2f} lines a line of source")
    for function in sorted(functions, key=lambda f: -f.length)[:5]:
        print(f"  {function.length:4} {function.source.name}:{function.first} {function.name}")


def check(root):
    sources = read_sources(root)
    functions = [f for source in sources if not source.is_test for f in functions_of(source)]
    print_figures(sources, functions)
    listed = allowed_long(root)
    long = {(f.source.name, f.name): f for f in functions if f.length > LIMIT}
    faults = [f"{f.source.name}:{f.first}: {f.name} has {f.length} lines, over {LIMIT}: cut it, or list it in "
              "tests/lint/long_functions.txt if it is one table or one switch"
              for key, f in long.items() if key not in listed]
    faults += [f"tests/lint/long_functions.txt: '{' '.join(key)}' is no longer there or no longer long"
               for key in sorted(listed - set(long))]
    return faults


if __name__ == "__main__":
    report("sizes", check(pathlib.Path(sys.argv[1])))
