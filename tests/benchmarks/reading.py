#!/usr/bin/env python3
"""Measures how vanthu takes tables out of PDFs: long tables, growth with pages, a batch of small files, beside the peers.

usage: reading.py --peers DIR [--vanthu PROGRAM] [--work DIR] [--only PEER,...]

DIR is the folder of the readers' harness (run.py, contenders.tsv) with its documents in out/docs. CPU time counts all
processes of a run; MB is the largest one, so for vanthu the child that reads. Exit status 1: a limit is passed.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LONG = {"lo_1000": (0.5, 60), "chromium_1000": (None, None)}  # CPU seconds and MB at most
REPEATS = (4, 8, 15)  # of a document of some 135 pages: to 2,000
GROWTH = 1.3  # a page of the longest may cost that much more than one of the shortest
SMALL_FILES = 1000


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--vanthu", type=Path, default=ROOT / "build" / "release" / "vanthu")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "benchmarks" / "reading")
    parser.add_argument("--only", default="mupdf,pdfplumber,opendataloader,camelot_stacked")
    return parser.parse_args()


def measure(command):
    """(CPU seconds, wall seconds, MB of the largest process, exit status)"""
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def pages_of(document):
    return int(subprocess.run(["qpdf", "--show-npages", document], capture_output=True, check=True).stdout)


def tell(name, pages, run):
    cpu, wall, megabytes, status = run
    note = f"  exit status {status}" if status else ""
    print(f"{name:24} {pages:5} pages {cpu:8.3f} s CPU {wall:8.3f} s wall {pages / wall:7.0f} pages/s {megabytes:6.0f} MB{note}",
          flush=True)
    return run


def read(options, *documents, jobs=1):
    return measure([options.vanthu, "tables", *documents, "-o", options.work / "tables.json", "-q", *(["--jobs", jobs] if jobs else [])])


def long_tables(options):
    """Whether the limits hold; our CPU seconds by document."""
    holds, seconds = True, {}
    for name, (most_seconds, most_megabytes) in LONG.items():
        document = options.peers / "out" / "docs" / f"{name}.pdf"
        cpu, wall, megabytes, status = tell(name, pages_of(document), read(options, document))
        seconds[name] = cpu
        holds &= status == 0 and (most_seconds is None or (cpu <= most_seconds and megabytes <= most_megabytes))
    return holds, seconds


def growth(options):
    document = options.peers / "out" / "docs" / "lo_1000.pdf"
    costs = []
    for times in REPEATS:
        longer = options.work / f"repeated_{times}.pdf"
        last = min(2000 - (times - 1) * pages_of(document), pages_of(document))
        ranges = [part for _ in range(times - 1) for part in (document, "1-z")] + [document, f"1-{last}"]
        subprocess.run(["qpdf", "--empty", "--pages", *ranges, "--", longer], check=True)
        pages = pages_of(longer)
        run = tell(longer.stem, pages, read(options, longer))
        costs.append((run[0] / pages, run[2] / pages, run[3]))
    return all(cost[2] == 0 and cost[0] <= GROWTH * costs[0][0] and cost[1] <= GROWTH * costs[0][1] for cost in costs)


def small_files(options):
    folder = options.work / "small"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    made = folder / "0.pdf"
    subprocess.run([options.vanthu, "generate", ROOT / "samples" / "one-page.json", "-o", made, "-q"], check=True)
    for i in range(1, SMALL_FILES):
        os.link(made, folder / f"{i}.pdf")
    return tell(f"{SMALL_FILES} small files", SMALL_FILES, read(options, folder, jobs=0))[3] == 0


def peers(options, ours):
    results = options.work / "peers.tsv"
    command = [sys.executable, options.peers / "run.py", "--docs", ",".join(LONG), "--only", options.only, "--no-check"]
    subprocess.run([*map(str, command), "--results", str(results)], stdout=subprocess.DEVNULL, check=False)
    lines = [line.split("\t") for line in results.read_text(encoding="utf-8").splitlines()]
    for line in lines[1:]:
        row = dict(zip(lines[0], line))
        name = Path(row["doc"]).stem
        if name in ours:
            share = f"{float(row['cpu']) / ours[name]:.0f} times ours"
            print(f"{name:24} {row['contender']:18} {row['cpu']:>8} s CPU {row['MB']:>6} MB  {share}  {row['note']}")
        else:
            print(f"{row['contender']}: {row['note']}")


def main():
    options = parse_arguments()
    options.work, options.peers = options.work.resolve(), options.peers.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    holds, ours = long_tables(options)
    holds &= growth(options)
    holds &= small_files(options)
    peers(options, ours)
    print("load of the machine at the end:", *os.getloadavg(), "" if holds else "  A LIMIT IS PASSED")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
