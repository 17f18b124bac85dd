#!/usr/bin/env python3
"""Every string of the JSON comes back when the text is copied, for precomposed and for decomposed input."""
import sys
import unicodedata
import unittest
import zipfile

import copied_text
import inputs
from made import Workshop, squeeze


def setUpModule():
    global workshop, made
    workshop = Workshop()
    documents = {**inputs.samples(), **inputs.made_up()}
    made = workshop.make(documents)
    decomposed = {f"{name}-nfd": inputs.decomposed(document) for name, document in documents.items()}
    made |= workshop.make(decomposed)


def tearDownModule():
    workshop.close()


def wanted(one):
    """The strings of the JSON; the cell of a row taller than a page comes back in one piece a page."""
    for block in one.blocks:
        if block.kind.startswith("cell") and len(block.pages) > 1:
            for page in block.pages:
                yield "".join(line.squeezed for line in block.lines if line.page == page)
        else:
            yield squeeze(block.text)


def lost(texts, found):
    return [text[:70] for text in texts if text not in found]


class CopiedText(unittest.TestCase):
    def check_program(self, extract):
        for name, one in made.items():
            with self.subTest(document=name):
                try:
                    pages = extract(one.pdf)
                except copied_text.Missing as missing:
                    print(f"SKIPPED: {missing}", file=sys.stderr)
                    self.skipTest(str(missing))
                text = copied_text.joined(pages, one.numbers)
                self.assertTrue(unicodedata.is_normalized("NFC", text), "the copied text is not NFC")
                self.assertEqual(lost(wanted(one), text), [])

    def test_poppler_gives_back_every_string(self):
        self.check_program(copied_text.by_poppler)

    def test_mupdf_gives_back_every_string(self):
        self.check_program(copied_text.by_mupdf)

    def test_pdfjs_gives_back_every_string(self):
        self.check_program(copied_text.by_pdfjs)

    def test_ghostscript_gives_back_every_line(self):
        """It writes a page as it looks, so the cells of a row come mixed: the lines of the strings are looked for."""
        for name, one in made.items():
            with self.subTest(document=name):
                pages = [squeeze(page) for page in copied_text.by_ghostscript(one.pdf)]
                lines = [(line.page, line.squeezed) for block in one.blocks for line in block.lines]
                self.assertEqual([text for page, text in lines if text not in pages[page]], [])

    def test_a_lost_string_is_noticed(self):
        one = made["plain"]
        text = copied_text.joined(copied_text.by_poppler(one.pdf), one.numbers)
        self.assertEqual(len(lost([*wanted(one), "Chữnàykhôngcó"], text)), 1)


class DocxText(unittest.TestCase):
    def test_every_string_is_a_paragraph(self):
        for name, one in made.items():
            with self.subTest(document=name):
                texts = {squeeze(paragraph.text) for paragraph in one.docx.paragraphs}
                missing = [b.text for b in one.blocks if squeeze(b.text) not in texts and not in_parts(b.text, texts)]
                self.assertEqual(missing, [])


def in_parts(text, texts):
    """A label in a cell of its own, before the text."""
    label, _, rest = text.partition(" ")
    return squeeze(label) in texts and squeeze(rest) in texts


class Decomposed(unittest.TestCase):
    """Decomposed letters are composed at the door: nothing of the visible result differs."""

    def test_pages_are_the_same(self):
        for name, one in made.items():
            if not name.endswith("-nfd"):
                twin = made[f"{name}-nfd"]
                with self.subTest(document=name):
                    self.assertEqual([repr(line) for line in one.reading.lines], [repr(line) for line in twin.reading.lines])

    def test_docx_body_is_the_same(self):
        for name, one in made.items():
            if not name.endswith("-nfd"):
                with self.subTest(document=name):
                    self.assertEqual(*(zipfile.ZipFile(x.docx_file).read("word/document.xml") for x in (one, made[f"{name}-nfd"])))


if __name__ == "__main__":
    unittest.main(verbosity=2)
