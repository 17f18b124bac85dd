#!/usr/bin/env python3
"""Our DOCX, set by LibreOffice, looks like our PDF: as many pages ± 1, and each page begins and ends near the same words."""
import json
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import inputs
from made import Workshop, squeeze

SKIPPED = 77
LETTERS_PER_LINE = 60  # without spaces
ANCHOR = 40


def convert(files, folder):
    profile = Path(folder, "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=600)


def text_of(pdf):
    raw = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    return raw.stdout.decode("utf-8")


def pages_of(pdf):
    """Squeezed text of each page without its number."""
    pages = text_of(pdf).split("\f")[:-1]
    return [squeeze(re.sub(r"\A\s*\d{1,3}\n|\n\d{1,3}\s*\Z", "\n", page, count=1)) for page in pages]


def without_header_row(page, document):
    """The header row of a table is repeated on each page and belongs to none of them."""
    for attachment in document.get("attachments", []):
        titles = squeeze("".join(column["title"] for column in attachment.get("table", {}).get("columns", [])))
        if titles and page.startswith(titles):
            return page[len(titles) :]
    return page


def tolerance(document):
    """Six lines; rows are kept whole, so a page turn within a table may move by a row."""
    rows = [row for one in document.get("attachments", []) for row in one.get("table", {}).get("rows", [])]
    longest = max((len(squeeze("".join(row.get("cells", [])))) for row in rows), default=0)
    return max(6 * LETTERS_PER_LINE, min(longest, 12 * LETTERS_PER_LINE))


def nearest(text, words, expected):
    places = [found.start() for found in re.finditer(re.escape(words), text)]
    return min(places, key=lambda at: abs(at - expected), default=None)


def displacement(ours, theirs):
    """For each of our pages: how many letters its first words stand from where the nearest page of theirs begins."""
    starts = [sum(map(len, theirs[:index])) for index in range(len(theirs))]
    expected, result = 0, []
    for index, page in enumerate(ours):
        at = nearest("".join(theirs), page[:ANCHOR], expected)
        same = starts[max(0, index - 1) : index + 2] or starts[-1:]
        result.append((index, None if at is None else min((at - start for start in same), key=abs)))
        expected += len(page)
    return result



class LookAlike(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workshop = Workshop()
        cls.made = cls.workshop.make({**inputs.samples(), **inputs.made_up()})
        cls.folder = cls.workshop.folder / "libreoffice"
        cls.folder.mkdir()
        convert([one.docx_file for one in cls.made.values()], cls.folder)
        cls.pages = {}
        for name, one in cls.made.items():
            both = (one.pdf, cls.folder / f"{name}.pdf")
            cls.pages[name] = [[without_header_row(p, one.document) for p in pages_of(file)] for file in both]

    @classmethod
    def tearDownClass(cls):
        cls.workshop.close()

    def test_as_many_pages(self):
        for name, (ours, theirs) in self.pages.items():
            with self.subTest(document=name):
                print(f"{name}: {len(ours)} pages, by LibreOffice {len(theirs)}", file=sys.stderr)
                self.assertLessEqual(abs(len(ours) - len(theirs)), 1)

    def test_pages_begin_near_the_same_words(self):
        for name, (ours, theirs) in self.pages.items():
            with self.subTest(document=name):
                moved = displacement(ours, theirs)
                allowed = tolerance(self.made[name].document)
                far = [f"page {index + 1}: {by}" for index, by in moved if by is None or abs(by) > allowed]
                self.assertEqual(far, [], f"letters from the start of the page; all: {moved}")

    def test_the_same_words_on_both_sides(self):
        for name, (ours, theirs) in self.pages.items():
            with self.subTest(document=name):
                self.assertEqual(sorted("".join(ours)), sorted("".join(theirs)))

    def test_a_moved_page_is_noticed(self):
        ours = [f"{i}" + chr(65 + i) * 1200 for i in range(4)]
        theirs = [ours[0] + ours[1][:700], ours[1][700:] + ours[2], ours[3]]
        self.assertGreater(max(abs(by) for _, by in displacement(ours, theirs)), tolerance({}))

    def test_signature_is_not_alone(self):
        for name, one in self.made.items():
            with self.subTest(document=name):
                role = squeeze(one.document["signature"]["authority"][0]).upper()
                theirs = pages_of(self.folder / f"{name}.pdf")
                alone = [page[:60] for page in theirs if role in page and page.startswith((role, squeeze("Nơi nhận:")))]
                self.assertEqual(alone, [], "LibreOffice sets nothing above the signature")


if __name__ == "__main__":
    if not shutil.which("soffice"):
        print("SKIPPED: soffice (LibreOffice) is not installed")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
