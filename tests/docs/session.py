"""The shell session of README.md, run as it stands there: what the program prints must be what is printed there.

usage: session.py ONRECORD ROOT [--update]

A session is a block ```console; lines that begin with `$ ` are run, one after the other in one empty folder that holds
sample_corpus, and what follows is what a user sees (both streams). A line `…` stands for any number of lines. --update
writes what the program says now into README.md, each answer cut after KEPT lines.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

KEPT = 12
SKIPPED = 77
ELISION = "…"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def steps_in(block):
    """[(command, [lines shown])]"""
    steps = []
    for line in block.split("\n")[:-1]:
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif steps:
            steps[-1][1].append(line)
    return steps


class Shell:
    """One shell, as a user has it: the program on PATH, nothing of the user's own settings, both streams together."""

    END = "--- status "

    def __init__(self, program, root):
        self.folder = tempfile.TemporaryDirectory()
        home = pathlib.Path(self.folder.name)
        (home / "bin").mkdir()
        (home / "bin/onrecord").symlink_to(pathlib.Path(program).resolve())
        work = home / "work"
        work.mkdir()
        (work / "sample_corpus").symlink_to((root / "sample_corpus").resolve())
        environment = {"PATH": f"{home / 'bin'}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.bash = subprocess.Popen(["bash", "--norc"], cwd=work, env=environment, text=True, stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, command):
        """([lines said], exit status)"""
        self.bash.stdin.write(f"{{ {command}\n}} </dev/null\nstatus=$?; echo; echo '{self.END}'$status\n")
        self.bash.stdin.flush()
        lines = []
        for line in self.bash.stdout:
            if line.startswith(self.END):
                return "".join(lines).rstrip("\n").split("\n") if "".join(lines).strip() else [], int(line[len(self.END):])
            lines.append(line)
        sys.exit(f"the shell ended at: {command}")

    def close(self):
        self.bash.stdin.close()
        self.bash.stdout.close()
        self.bash.wait()


def agrees(shown, said):
    """Whether the lines said fit the lines shown."""
    if not shown:
        return not said
    if shown[0].strip() == ELISION:
        return any(agrees(shown[1:], said[at:]) for at in range(len(said) + 1))
    return bool(said) and shown[0].rstrip() == said[0].rstrip() and agrees(shown[1:], said[1:])


def cut(lines):
    return lines if len(lines) <= KEPT else lines[:KEPT] + [ELISION]


def play(shell, block, faults):
    """Runs one block; returns it as it would stand with what the program says now."""
    written = []
    for command, shown in steps_in(block):
        said, status = shell.run(command)
        if status != 0:
            faults.append(f"$ {command}\nends with {status}:\n" + "\n".join(said))
        elif not agrees(shown, said):
            faults.append(f"$ {command}\nREADME.md shows:\n" + "\n".join(shown) + "\nthe program says:\n" + "\n".join(said))
        written += [f"$ {command}", *cut(said)]
    return "\n".join(written) + "\n"


def main(program, root, update):
    path = pathlib.Path(root) / "README.md"
    text = path.read_text(encoding="utf-8")
    if not _BLOCK.search(text):
        sys.exit("README.md shows no ```console session")
    shell, faults = Shell(program, pathlib.Path(root)), []
    if shell.run("onrecord --help | grep -q '^ *ask '")[1] != 0:  # the first release is not whole before it can answer
        shell.close()
        print("the program cannot answer yet: the session was not run")
        return SKIPPED
    renewed = _BLOCK.sub(lambda match: play(shell, match.group(), faults), text)
    shell.close()
    if update:
        path.write_text(renewed, encoding="utf-8")
        faults = [fault for fault in faults if "ends with" in fault.split("\n")[1]]
    print("\n\n".join(faults))
    print(f"README session: {len(faults)} fault(s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], "--update" in sys.argv[3:]))
