#!/usr/bin/env python3
"""Same input, same bytes: in any locale and time zone, with any number of jobs, at any time, from any folder."""
import hashlib
import os
import tempfile
import time
import unittest
from pathlib import Path

import inputs
from made import generate

CLOCK_STEP_S = 2.1  # the clock of ZIP counts in steps of two seconds
VARIATIONS = {
    "C": ({"LANG": "C", "LC_ALL": "C"}, ()),
    "vi": ({"LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, ()),
    "C.UTF-8, comma for decimals where it exists": ({"LANG": "C.UTF-8", "LC_ALL": "de_DE.UTF-8"}, ()),
    "Turkish": ({"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, ()),
    "Ho Chi Minh City": ({"TZ": "Asia/Ho_Chi_Minh"}, ()),
    "New York": ({"TZ": "America/New_York"}, ()),
    "one job": ({}, ("--jobs", "1")),
    "seven jobs": ({}, ("--jobs", "7")),
    "another home": ({"HOME": "/nonexistent", "USER": "nobody"}, ()),
}


def documents():
    return {**inputs.samples(), **inputs.made_up()}


def digests(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(Path(folder).iterdir())}


class Determinism(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="vanthu-same-")
        self.expected = self.make("expected")

    def tearDown(self):
        self.folder.cleanup()

    def make(self, name, variables=None, options=()):
        environment = {**os.environ, **(variables or {})}
        return digests(generate(documents(), Path(self.folder.name, name), *options, environment=environment))

    def test_same_bytes_everywhere(self):
        time.sleep(CLOCK_STEP_S)
        for index, (name, (variables, options)) in enumerate(VARIATIONS.items()):
            with self.subTest(variation=name):
                self.assertEqual(self.make(str(index), variables, options), self.expected)

    def test_both_formats_of_every_document_are_compared(self):
        self.assertEqual(len(self.expected), 2 * len(documents()))

    def test_another_date_gives_other_bytes(self):
        changed = {name: inputs.copy_of(document, date="2021-09-06") for name, document in documents().items()}
        other = digests(generate(changed, Path(self.folder.name, "changed")))
        self.assertEqual([name for name in other if other[name] == self.expected[name]], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
