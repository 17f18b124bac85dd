"""The measures of run.py see what they should see."""

import sys
import unicodedata
import unittest

sys.dont_write_bytecode = True

import run


class Measures(unittest.TestCase):
    def test_words_are_a_multiset_in_nfc(self):
        truth = run.words("Điều 1. Điều 2.")
        self.assertEqual(run.share_found(truth, run.words(unicodedata.normalize("NFD", "Điều 2, Điều 1"))), 1)
        self.assertEqual(run.share_found(truth, run.words("Điều 1")), 0.5)
        self.assertEqual(run.share_found(run.words(""), truth), 1)

    def test_lost_marks_show(self):
        syllables, characters, marks = run.legacy_rates("quyết định số", "quyet dinh so")
        self.assertEqual((syllables, marks), (0, 0))
        self.assertGreater(characters, 0.5)
        self.assertEqual(run.legacy_rates("quyết định", "quyết định"), (1, 1, 1))

    def test_order_matters_for_syllables(self):
        self.assertEqual(run.in_order(["a", "b", "c", "d"], ["c", "d", "a", "b"]), 0.5)
        self.assertEqual(run.in_order(["a", "b"], ["a", "x", "b"]), 1)

    def test_heads(self):
        truth = run.truth_head({"number": "1", "legal_bases": ["Căn cứ A;"], "articles": [{"number": 1, "text": "B.\nC"}],
                                "signer": {"name": "D"}, "recipients": ["Như Điều 1"]})
        data = {"number": "1", "legal_bases": ["Căn cứ A;"], "articles": [{"paragraphs": ["B.", "C"]}],
                "signature": {"name": "D"}, "recipients": ["- Như Điều 1;"]}
        self.assertEqual(run.head_differences(truth, run.head_of(data)), [])
        data["number"] = "2"
        data["articles"].append({"paragraphs": ["E"]})
        self.assertEqual(run.head_differences(truth, run.head_of(data)), ["number", "articles"])


if __name__ == "__main__":
    unittest.main()
