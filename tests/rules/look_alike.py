#!/usr/bin/env python3
"""Our DOCX, set by LibreOffice, looks like our PDF: as many pages ± 1, and each page begins and ends near the same words."""
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
TOLERANCE = 6 * LETTERS_PER_LINE
ANCHOR = 40


def convert(files, folder):
    profile = Path(folder, "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], capture_output=True, check=True, timeout=600)


def pages_of(pdf):
    """Squeezed text of each page without its number."""
    raw = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
    pages = raw.stdout.decode("utf-8").split("\f")[:-1]
    return [squeeze(re.sub(r"\A\s*\d{1,3}\n|\n\d{1,3}\s*\Z", "\n", page)) for page in pages]


def without_header_row(page, document):
    """The header row of a table is repeated on each page and belongs to none of them."""
    for attachment in document.get("attachments", []):
        titles = squeeze("".join(column["title"] for column in attachment.get("table", {}).get("columns", [])))
        if titles and page.startswith(titles):
            return page[len(titles) :]
    return page


def displacement(ours, theirs):
    """For each of our pages: by how many letters the first words stand away from the start of the same page of theirs."""
    starts, total = [], 0
    for page in theirs:
        starts.append(total)
        total += len(page)
    text, cursor, result = "".join(theirs), 0, []
    for index, page in enumerate(ours):
        at = text.find(page[:ANCHOR], max(0, cursor - TOLERANCE))
        if at < 0:
            result.append((index, None))
            continue
        nearest = min(starts[max(0, index - 1) : index + 2] or starts[-1:], key=lambda start: abs(start - at))
        result.append((index, at - nearest))
        cursor = at + len(page) // 2
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
                far = [f"page {index + 1}: {by}" for index, by in moved if by is None or abs(by) > TOLERANCE]
                self.assertEqual(far, [], f"letters from the start of the page; all: {moved}")

    def test_the_same_words_on_both_sides(self):
        for name, (ours, theirs) in self.pages.items():
            with self.subTest(document=name):
                self.assertEqual(sorted("".join(ours)), sorted("".join(theirs)))

    def test_a_moved_page_is_noticed(self):
        ours = [f"{i}" + chr(65 + i) * 1200 for i in range(4)]
        theirs = [ours[0] + ours[1][:700], ours[1][700:] + ours[2], ours[3]]
        self.assertTrue(any(by is None or abs(by) > TOLERANCE for _, by in displacement(ours, theirs)))


if __name__ == "__main__":
    if not shutil.which("soffice"):
        print("SKIPPED: soffice (LibreOffice) is not installed")
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
