"""The measures of run.py see what they should see."""

import sys
import unicodedata
import unittest

sys.dont_write_bytecode = True

import run
import scan_score
import scan_text_score


class Scans(unittest.TestCase):
    ROWS = [["1", "Xây dựng đề án số", "Sở Nội vụ"], ["2", "Tổng kết việc thực hiện", "Sở Tài chính"]]

    def test_right_rows(self):
        result = scan_score.score(self.ROWS, self.ROWS)
        self.assertEqual((result["lost"], result["invented"], result["exact"], result["soft"]), ([], [], 1, 1))

    def test_lost_and_invented_rows(self):
        result = scan_score.score(self.ROWS, [self.ROWS[1], ["3", "Khác hẳn", "Công an"]])
        self.assertEqual((result["lost"], len(result["invented"])), ([self.ROWS[0]], 1))
        self.assertEqual(result["exact"], 0.5)

    def test_one_wrong_mark_is_soft_two_are_not(self):
        self.assertTrue(scan_score.nearly("Sở Nội vụ", "SởNội vu"))
        self.assertFalse(scan_score.nearly("Sở Nội vụ", "Sơ Nội vu"))
        self.assertFalse(scan_score.nearly("2021", "2022"))

    def test_share_of_syllables(self):
        found, wrong = scan_text_score.share(["Như", "Điều", "3"], ["Nhu", "Điều", "3"])
        self.assertEqual((round(found, 2), wrong), (0.67, ["Như → Nhu"]))
        self.assertEqual(scan_text_score.syllables("- Như Điều 3;"), ["Như", "Điều", "3"])


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
