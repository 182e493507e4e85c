"""Folders of src/ include only what stands below them, and third-party headers only where they belong.

usage: layers.py ROOT
"""
import pathlib
import re
import sys

from sources import read_sources, report

# Folder -> folders it may include (ARCHITECTURE.md, "Who may use whom"). cli joins everything.
LAYERS = {
    "base": [],
    "model": ["base"],
    "text": ["base", "model"],
    "lang": ["base", "model", "text"],
    "formats": ["base", "model", "text"],
    "extract": ["base", "model", "text", "lang"],
    "store": ["base", "model"],
    "ingest": ["base", "model", "text", "lang", "formats", "extract", "store"],
    "query": ["base", "model", "text", "lang", "store"],
    "cli": ["base", "model", "text", "lang", "formats", "extract", "store", "ingest", "query"],
    "tools": ["base", "lang"],  # programs of the build; lang for the layout of its tables
}

# Beginning of a third-party header -> folders whose .cpp files may include it.
THIRD_PARTY = {
    "unicode/": {"text", "lang"},
    "hunspell/": {"lang"},
    "libstemmer": {"lang"},
    "sqlite3": {"store"},
    "SQLiteCpp/": {"store"},
    "zlib.h": {"store", "formats"},
    "nlohmann/": {"formats", "cli"},
    "yaml-cpp/": {"formats"},
    "gumbo.h": {"formats"},
    "openssl/": {"base"},
    "CLI/": {"cli"},
}
TEST_ONLY = ("doctest/",)

# Headers of the operating system; the C++ library's have no dot.
SYSTEM = re.compile(r"^(sys/.*|linux/.*|arpa/.*|netinet/.*|(dirent|dlfcn|fcntl|fnmatch|ftw|glob|grp|langinfo|locale|poll|"
                    r"pthread|pwd|sched|signal|stdint|string|stdlib|stdio|errno|termios|time|unistd|wchar|wordexp)\.h)$")

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def includes(source):
    """Yields (line number, header, whether it stands in quotation marks)."""
    for match in _INCLUDE.finditer(source.text):
        yield source.text.count("\n", 0, match.start()) + 1, match.group(2), match.group(1) == '"'


def fault_of_own(source, header, names):
    folder = header.split("/")[0]
    if f"src/{header}" not in names:
        return f'"{header}" is no file below src/ (name own headers as "folder/file.h", others in <>)'
    if folder != source.folder and folder not in LAYERS[source.folder]:
        return f"{source.folder} may not include {folder} (\"{header}\")"
    return None


def fault_of_foreign(source, header):
    if "." not in header and "/" not in header or SYSTEM.match(header):
        return None
    if header.startswith(TEST_ONLY):
        return None if source.is_test else f"<{header}> belongs in tests"
    for prefix, folders in THIRD_PARTY.items():
        if header.startswith(prefix):
            if source.folder not in folders:
                return f"{source.folder} may not see <{header}> (only {', '.join(sorted(folders))})"
            return f"<{header}> stands in a header of ours" if source.is_header else None
    return f"<{header}> is not in the table of third-party headers (tests/lint/layers.py)"


def check(root):
    sources = read_sources(root)
    names = {source.name for source in sources}
    faults = []
    for source in sources:
        if source.folder not in LAYERS:
            faults.append(f"{source.name}: folder '{source.folder}' has no place in the table of layers")
            continue
        for line, header, own in includes(source):
            fault = fault_of_own(source, header, names) if own else fault_of_foreign(source, header)
            if fault:
                faults.append(f"{source.name}:{line}: {fault}")
    return faults


if __name__ == "__main__":
    report("layers", check(pathlib.Path(sys.argv[1])))
