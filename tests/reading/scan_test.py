#!/usr/bin/env python3
"""Scans of our own documents, read again: how many syllables come back.

A PDF that the program made is rendered, turned by 0.7 degrees, strewn with noise, stamped in red over the signature and
stored as JPEG; what is read there is held against what is read in the PDF. With --scan and --text any scan can be
judged: the text file holds what its pages say, a paragraph a line.
"""
import argparse
import difflib
import os
import pathlib
import re
import resource
import subprocess
import tempfile
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST = 0.98
PROGRAM = os.environ.get("VANTHU", str(ROOT / "build" / "dev" / "vanthu"))


def syllables(text):
    words = (word.strip(".,;:()“”\"-–") for word in unicodedata.normalize("NFC", text).split())
    return [word for word in words if re.search(r"\w", word)]


def score(truth, read):
    """Share of the syllables of `truth` that `read` has in the same order, and what differs."""
    wanted, got = syllables(truth), syllables(read)
    matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    wrong = [(" ".join(wanted[a:b]), " ".join(got[c:d])) for op, a, b, c, d in matcher.get_opcodes() if op != "equal"]
    return same / max(1, len(wanted)), wrong


def best_window(paragraph, got):
    """Syllables of a paragraph found in order somewhere in the text; columns may stand between others."""
    wanted, best = syllables(paragraph), 0
    for start in range(0, max(1, len(got)), 3):
        window = got[start:start + len(wanted) + 10]
        blocks = difflib.SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
        best = max(best, sum(block.size for block in blocks))
        if best == len(wanted):
            break
    return best, len(wanted)


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def text_of(path, folder):
    out = pathlib.Path(folder) / "read.txt"
    run(PROGRAM, "text", path, "-o", out)
    return out.read_text(encoding="utf-8")


def scan_of(pdf, folder, dots=200, turn=0.7, noise=0.25, ring=True, quality=60):
    """The first page of the PDF as a scanner would give it: a JPEG file."""
    page, scan = pathlib.Path(folder) / "page", pathlib.Path(folder) / "scan.jpg"
    run("pdftoppm", "-r", dots, "-f", 1, "-l", 1, "-singlefile", "-png", pdf, page)
    centre, radius = (dots * 5.0, dots * 9.0), dots * 0.6
    circle = "circle {0},{1} {0},{2}".format(centre[0], centre[1], centre[1] + radius)
    stamp = ["-fill", "none", "-stroke", "rgb(215,45,50)", "-strokewidth", dots // 40, "-draw", circle] if ring else []
    run("convert", f"{page}.png", *stamp, "-background", "white", "-rotate", turn, "-seed", 4, "-attenuate", noise,
        "+noise", "Gaussian", "-density", dots, "-units", "PixelsPerInch", "-quality", quality, scan)
    return scan


def generate(sample, folder):
    pdf = pathlib.Path(folder) / "sample.pdf"
    run(PROGRAM, "generate", ROOT / "samples" / sample, "-o", pdf)
    return pdf


class Scans(unittest.TestCase):
    def read_again(self, sample, **how):
        with tempfile.TemporaryDirectory() as folder:
            pdf = generate(sample, folder)
            one = pathlib.Path(folder) / "one.pdf"
            run("qpdf", pdf, "--pages", ".", "1", "--", one)
            return score(text_of(one, folder), text_of(scan_of(pdf, folder, **how), folder))

    def test_turned_noisy_and_stamped(self):
        share, wrong = self.read_again("one-page.json")
        self.assertGreaterEqual(share, LEAST, wrong)

    def test_fine_scan(self):
        share, wrong = self.read_again("one-page.json", dots=300, turn=-1.2, noise=0.1, ring=False, quality=85)
        self.assertGreaterEqual(share, LEAST, wrong)

    def test_the_measure_can_fail(self):
        self.assertLess(score("một hai ba bốn", "một hái ba bốn")[0], LEAST)


def judge(scan, truth):
    with tempfile.TemporaryDirectory() as folder:
        got = syllables(text_of(scan, folder))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    good = total = 0
    for paragraph in filter(str.strip, pathlib.Path(truth).read_text(encoding="utf-8").split("\n")):
        found, wanted = best_window(paragraph, got)
        good, total = good + found, total + wanted
        if found < wanted:
            print(f"{found}/{wanted} {paragraph}")
    print(f"{good}/{total} = {good / max(1, total):.4f}; {used.ru_utime + used.ru_stime:.1f} s of CPU")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--scan")
    parser.add_argument("--text")
    options, rest = parser.parse_known_args()
    if options.scan:
        judge(options.scan, options.text)
    else:
        unittest.main(argv=["scan_test.py", *rest])
