"""Plants faults in a small source tree and sees that each check finds them, and nothing where there is none.

usage: self_test.py layers|headers|sizes
"""
import contextlib
import importlib
import io
import pathlib
import sys
import tempfile

GOOD = {
    "src/base/error.h": "// What can go wrong, as a value.\n#pragma once\n#include <string>\n",
    "src/text/fold.h": '// Folding of letters for search terms.\n#pragma once\n#include "base/error.h"\n',
    "src/text/fold.cpp": '#include "text/fold.h"\n#include <unicode/uchar.h>\n#include <sys/stat.h>\n'
                         "namespace onrecord::text {\nint fold(int c) { return c; }\n}\n",
    "src/text/fold_test.cpp": '#include "text/fold.h"\n#include <doctest/doctest.h>\n',
}


def long_body(lines):
    return "{\n" + "  step();\n" * (lines - 2) + "}\n"


# Check -> (fault, what is planted, what the message must hold).
PLANTED = {
    "layers": [
        ("a lower folder includes a higher one", {"src/base/x.cpp": '#include "text/fold.h"\n'},
         "src/base/x.cpp:1: base may not include text"),
        ("neighbours include each other",
         {"src/store/a.h": "// a\n", "src/extract/b.cpp": '\n#include "store/a.h"\n'},
         "src/extract/b.cpp:2: extract may not include store"),
        ("ICU outside text and lang", {"src/query/x.cpp": "#include <unicode/ustring.h>\n"}, "query may not see"),
        ("SQLite outside store", {"src/query/x.cpp": "#  include <sqlite3.h>\n"}, "query may not see <sqlite3.h>"),
        ("SQLiteCpp outside store", {"src/ingest/x.cpp": "#include <SQLiteCpp/Database.h>\n"}, "ingest may not see"),
        ("CLI11 outside cli", {"src/ingest/x.cpp": "#include <CLI/CLI.hpp>\n"}, "ingest may not see"),
        ("a third-party header in ours", {"src/cli/x.h": "#include <CLI/CLI.hpp>\n"}, "stands in a header of ours"),
        ("JSON in extract", {"src/extract/x.cpp": "#include <nlohmann/json.hpp>\n"}, "extract may not see"),
        ("YAML in cli", {"src/cli/x.cpp": "#include <yaml-cpp/yaml.h>\n"}, "cli may not see"),
        ("OpenSSL in store", {"src/store/x.cpp": "#include <openssl/evp.h>\n"}, "store may not see"),
        ("Snowball in text", {"src/text/x.cpp": "#include <libstemmer.h>\n"}, "text may not see"),
        ("an unknown library", {"src/text/x.cpp": "#include <boost/any.hpp>\n"}, "not in the table"),
        ("doctest in the program", {"src/text/x.cpp": "#include <doctest/doctest.h>\n"}, "belongs in tests"),
        ("a relative name", {"src/text/x.cpp": '#include "fold.h"\n'}, "is no file below src/"),
        ("a new folder", {"src/utils/x.cpp": "\n"}, "has no place in the table"),
    ],
    "headers": [
        ("no comment", {"src/base/x.h": "#pragma once\n"}, "src/base/x.h:1: does not open"),
        ("a blank line first", {"src/base/x.h": "\n// What it is for, in words.\n#pragma once\n"}, "does not open"),
        ("the file's name alone", {"src/base/x.h": "// x.h\n#pragma once\n"}, "does not open"),
        ("a licence alone", {"src/base/x.h": "// SPDX-License-Identifier: Apache-2.0 and more\n#pragma once\n"},
         "does not open"),
        ("no guard", {"src/base/x.h": "// What it is for, in words.\n"}, "no #pragma once"),
    ],
    "sizes": [
        ("a long function", {"src/text/x.cpp": "namespace a {\nstatic int f(int x) " + long_body(101) + "}\n"},
         "src/text/x.cpp:2: f has 101 lines"),
        ("a long member", {"src/text/x.h": "class A {\n public:\n  void go() const " + long_body(101) + "};\n"},
         "src/text/x.h:3: go has 101 lines"),
        ("a long constructor with braces in its list",
         {"src/text/x.cpp": "A::A(int x)\n    : a_{x}, b_{1} " + long_body(105)}, "A::A has 106 lines"),
        ("braces in literals", {"src/text/x.cpp": 'int f() {\n  g("}", \'}\', R"x(})x");  // }\n' + "  step();\n" * 99 +
                                "}\n"}, "src/text/x.cpp:1: f has 102 lines"),
        ("a line of the list that is not needed", {"tests/lint/long_functions.txt": "src/text/fold.cpp fold it was long\n"},
         "no longer there"),
    ],
}

# Check -> what must pass although it looks like a fault.
INNOCENT = {
    "layers": {"src/cli/x.cpp": '#include <CLI/CLI.hpp>\n#include "text/fold.h"\n'},
    "headers": {"src/base/x.h": "// SPDX-License-Identifier: Apache-2.0\n// Reads a clock for tests.\n#pragma once\n"},
    "sizes": {"src/text/x.cpp": "const int kTable[] = " + long_body(200) + "struct A {\n" + "  int a;\n" * 200 + "};\n"
                                "int f() " + long_body(100) + "int g() " + long_body(150),
              "tests/lint/long_functions.txt": "# why\nsrc/text/x.cpp g one table\n"},
}


def faults_with(check, extra):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **extra}.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            return check(folder)


def main(name):
    check = importlib.import_module(name).check
    wrong = [f"clean tree: {fault}" for fault in faults_with(check, {})]
    wrong += [f"innocent: {fault}" for fault in faults_with(check, INNOCENT[name])]
    for label, extra, message in PLANTED[name]:
        faults = faults_with(check, extra)
        if len(faults) != 1 or message not in faults[0]:
            wrong.append(f"{label}: wanted one fault with '{message}', got {faults}")
    print("\n".join(wrong) or f"{name}: {len(PLANTED[name])} planted faults found, none invented")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1]))
