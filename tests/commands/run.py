"""Runs the command lines of a Markdown file and compares what they print with what stands there.

```console blocks hold commands behind "$ " (continued behind "> ") and their output, standard error included. An exit code
other than 0 stands in a last line "[exit N]". "..." in a line stands for any text, a line "..." for any lines.
```file NAME blocks are written to the working folder, a fresh one for each Markdown file, which also holds links to
`samples`, `manual` and `completion`. Variables of the shell last to the end of the file.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINKS = {"samples": "samples", "manual": "packaging/man", "completion": "packaging/completion"}
BLOCK = re.compile(r"^```(console|file) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(block):
    """Pairs of a command and the lines expected of it."""
    result = []
    for line in block.splitlines():
        if line.startswith("$ "):
            result.append((line[2:], []))
        elif line.startswith("> ") and result and not result[-1][1]:
            result[-1] = (result[-1][0] + "\n" + line[2:], [])
        else:
            result[-1][1].append(line)
    return result


def pattern(lines):
    parts = []
    for line in lines:
        any_text = ".*".join(re.escape(piece) for piece in line.split("..."))
        parts.append("(?:.*\n)*" if line == "..." else any_text + "\n")
    return re.compile("".join(parts))


def run(command, folder, program, variables):
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    keeping = f"set -a; . {variables}; {command}\ncode=$?; export -n PWD OLDPWD; export -p > {variables}; exit $code"
    done = subprocess.run(
        ["bash", "-c", keeping], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=120)
    text = done.stdout.decode("utf-8", "backslashreplace")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (f"[exit {done.returncode}]\n" if done.returncode else "")


def check(file, program):
    """The failures of one Markdown file as texts, and the number of commands run."""
    failures, count = [], 0
    with tempfile.TemporaryDirectory() as name, tempfile.NamedTemporaryFile(suffix=".sh") as variables:
        folder = Path(name)
        for link, target in LINKS.items():
            (folder / link).symlink_to(ROOT / target)
        for kind, target, body in BLOCK.findall(file.read_text(encoding="utf-8")):
            if kind == "file":
                (folder / target).parent.mkdir(parents=True, exist_ok=True)
                (folder / target).write_text(body, encoding="utf-8")
                continue
            for command, expected in steps(body):
                count += 1
                printed = run(command, folder, program, variables.name)
                if not pattern(expected).fullmatch(printed):
                    wanted = "".join(line + "\n" for line in expected)
                    failures.append(f"{file.name}: $ {command}\n--- expected\n{wanted}--- printed\n{printed}")
    return failures, count


def main():
    program, file = Path(sys.argv[1]), Path(sys.argv[2])
    failures, count = check(file, program)
    for failure in failures:
        print(failure)
    if not count:
        sys.exit(f"{file.name} holds no command")
    sys.exit(f"{len(failures)} of {count} commands printed something else" if failures else 0)


if __name__ == "__main__":
    main()
