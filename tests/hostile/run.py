"""run.py VANTHU WORK [--only TEXT] [--no-office] [--keep]: every hostile file through `vanthu read` and `vanthu tables`.

Each is made, read and removed again. It must end within 10 s of CPU time and 1 GB of memory, with an exit code that is
right for it, name the file in its message where it refuses, and leave nothing behind. The files are made by the scripts
beside this one, the same in every run; what may come of each stands there too.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

import package_files
import pdf_files
import picture_files
import text_files
from outcomes import READ

CPU_SECONDS = 10
WALL_SECONDS = 90
MEMORY = 1 << 30

# A crash inside the sandbox is caught, and yet a mistake of ours.
MISTAKES = {"read-crashed", "read-answer-broken", "internal-error", "sandbox-refused"}


class Run:
    def __init__(self, command, folder):
        """Resources are those of the process and of all its children that it waited for."""
        with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
            began = time.monotonic()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder / "cwd",
                                       env={**os.environ, "TMPDIR": str(folder / "tmp"), "LC_ALL": "C.UTF-8"},
                                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (1 << 40,) * 2)
                                       if resource.getrlimit(resource.RLIMIT_CORE)[1] < 0 else None)
            self.hung = False
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if time.monotonic() - began > WALL_SECONDS:
                    self.hung = True
                    process.kill()
                time.sleep(0.005)
        process.returncode = self.code = os.waitstatus_to_exitcode(status)
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss << 10
        self.messages = (folder / "stderr").read_text(errors="replace")
        self.codes = set(re.findall(r'"code":\s*"([a-z0-9-]+)"', self.messages))


def complaints(run, name, allowed):
    found = []
    if run.hung:
        found.append(f"did not end within {WALL_SECONDS} s")
    elif run.code not in allowed:
        found.append(f"exit code {run.code}, expected one of {sorted(allowed)}")
    if run.cpu > CPU_SECONDS + 0.5:
        found.append(f"{run.cpu:.1f} s of CPU time")
    if run.memory > MEMORY:
        found.append(f"{run.memory >> 20} MB")
    if run.code not in READ and name not in run.messages:
        found.append("no message names the file")
    if "\x1b" in run.messages:
        found.append("control characters in the message")
    found += [f"says {code}" for code in sorted(run.codes & MISTAKES)]
    return found


def left_behind(folder):
    kept = [*(folder / "tmp").iterdir(), *(folder / "cwd").iterdir()]
    return [f"left {path.name}" for path in kept] + [f"wrote {p}" for p in (Path("/tmp/vanthu-evil"),) if p.exists()]


def clean(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("cwd", "tmp", "out"):
        (folder / name).mkdir(parents=True)


def judge(vanthu, folder, name, allowed):
    """Complaints, and the dearer of the runs."""
    file = folder / name
    found, runs = [], []
    for words in (["read", file, "-o", folder / "out"], ["tables", file, "-o", folder / "out" / "tables.json"]):
        run = Run([vanthu, *map(str, words), "--json"], folder)
        found += [f"{words[0]}: {text}" for text in complaints(run, name, allowed) + left_behind(folder)]
        if run.code not in READ and any((folder / "out").iterdir()):
            found.append(f"{words[0]}: refused, and yet wrote something")
        shutil.rmtree(folder / "out")
        (folder / "out").mkdir()
        runs.append(run)
    return found, runs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("vanthu", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--no-office", action="store_true")
    parser.add_argument("--keep", action="store_true", help="leave the files of --only in WORK")
    options = parser.parse_args()
    files = {**pdf_files.FILES, **picture_files.FILES, **package_files.FILES, **text_files.FILES}
    if not options.no_office and (shutil.which("soffice") or shutil.which("libreoffice")):
        files.update(text_files.OFFICE_FILES)
    folder = options.work.resolve() / "hostile"
    failures = 0
    for name, (make, allowed) in files.items():
        if options.only not in name:
            continue
        clean(folder)
        (folder / name).write_bytes(make())
        found, runs = judge(options.vanthu.resolve(), folder, name, allowed)
        failures += bool(found)
        cost = "  ".join(f"{run.code:3} {run.cpu:6.2f} s {run.memory >> 20:5} MB" for run in runs)
        print(f"{'FAIL' if found else 'ok  '} {name:36} {cost}  {' '.join(sorted(set().union(*(r.codes for r in runs))))[:70]}", flush=True)
        for text in found:
            print(f"       {text}")
    print(f"{len(files)} files, {failures} failed")
    if not options.keep:
        shutil.rmtree(folder, ignore_errors=True)
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
