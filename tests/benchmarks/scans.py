#!/usr/bin/env python3
"""Measures how fast scans are read, beside OCRmyPDF (Debian package ocrmypdf) on the same file in the same run.

usage: scans.py SCAN.pdf PAGES [--vanthu PROGRAM]

CPU time counts all processes of a run; both use all cores. Pages are those of the file, given to divide by.
"""
import argparse
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def measure(command):
    """(CPU seconds of the process and all its children, wall seconds)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    subprocess.run([str(word) for word in command], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - started


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scan", type=Path)
    parser.add_argument("pages", type=int)
    parser.add_argument("--vanthu", type=Path, default=ROOT / "build" / "release" / "vanthu")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = {
            "vanthu read": [options.vanthu, "read", options.scan, "-o", f"{folder}/read.json", "-q"],
            "vanthu ocr": [options.vanthu, "ocr", options.scan, "-o", f"{folder}/ours.pdf", "-q"],
            "OCRmyPDF": ["ocrmypdf", "-l", "vie", "--output-type", "pdf", options.scan, f"{folder}/theirs.pdf"],
        }
        for name, command in runs.items():
            cpu, wall = measure(command)
            print(f"{name:12} {options.pages / cpu:5.2f} pages a CPU second, {cpu / options.pages:5.2f} CPU s a page, "
                  f"{cpu / wall:4.1f} cores busy", flush=True)


if __name__ == "__main__":
    main()
