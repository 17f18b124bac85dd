#!/usr/bin/env python3
"""The converter drops no word and keeps the order of the outline, for plain and for rotated texts."""
import re
import unittest
from collections import Counter

import to_vanthu

NEUTRAL = {
    "header": {
        "agency": ["ỦY BAN NHÂN DÂN", "TỈNH KHÁNH HÒA"],
        "number": "Số: 07/QĐ-UBND",
        "nation": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "motto": "Độc lập - Tự do - Hạnh phúc",
        "place_date": "Khánh Hòa, ngày 05 tháng 9 năm 2021",
    },
    "decision": {
        "kind": "QUYẾT ĐỊNH",
        "subject": "Ban hành Chương trình",
        "authority": "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
        "grounds": ["Căn cứ Luật A;", "Theo đề nghị của Giám đốc Sở B."],
        "orders": "QUYẾT ĐỊNH:",
        "articles": [{"label": "Điều 1.", "text": "Ban hành kèm theo."}, {"label": "Điều 2.", "text": "Hiệu lực./."}],
        "recipients": ["- Như Điều 2;", "VT. - Lưu:"],
        "sign_roles": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        "signer": "Lê Hữu Hoàng",
    },
    "programme": {
        "kind": "CHƯƠNG TRÌNH HÀNH ĐỘNG",
        "subject": "Thực hiện Kết luận",
        "note": "(Ban hành kèm theo Quyết định)",
        "chapters": [
            {"title": "I. MỤC ĐÍCH", "blocks": [{"k": "para", "text": "1. Tiếp tục."}, {"k": "para", "text": "Tập trung."}]},
            {
                "title": "GIẢI PHÁP II. MỘT SỐ",
                "blocks": [
                    {"k": "sub", "text": "1. Tăng cường"},
                    {"k": "dash", "text": "- Đẩy mạnh."},
                    {"k": "dash", "text": "dung. - Đưa nội"},
                    {"k": "sub", "text": "soát 2. Rà"},
                    {"k": "dash", "text": "- Xây dựng."},
                    {"k": "para", "text": "3. Kết thúc."},
                ],
            },
        ],
    },
    "appendix": {
        "label": "Phụ lục",
        "title": "DANH MỤC NHIỆM VỤ",
        "note": "(Kèm theo Quyết định)",
        "columns": ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời gian"],
        "sections": [
            {
                "stt": "I",
                "title": "Tuyên truyền",
                "items": [{"stt": "1", "task": "Kế hoạch", "lead": "Sở A", "coop": "Sở B", "product": "Báo cáo", "time": ""}],
            }
        ],
    },
}
SAID_BY_THE_TEMPLATE = "Số ngày tháng năm QUYẾT ĐỊNH QUYẾT ĐỊNH Điều Điều"
KEYS_THE_TEMPLATE_PRINTS = ("nation", "motto")


def words(value, skip=("k", *KEYS_THE_TEMPLATE_PRINTS)):
    if isinstance(value, str):
        return Counter(re.findall(r"\w+", value))
    parts = value if isinstance(value, list) else [part for key, part in value.items() if key not in skip]
    return sum((words(part, skip) for part in parts), Counter())


class ToVanthu(unittest.TestCase):
    def setUp(self):
        self.document = to_vanthu.convert(NEUTRAL)

    def test_no_word_is_lost(self):
        kept = words(self.document, skip=("kind", "role"))
        lost = words(NEUTRAL) - kept - words(SAID_BY_THE_TEMPLATE) - words("05 9 07")
        self.assertEqual(lost, Counter())

    def test_head(self):
        self.assertEqual(
            [self.document[name] for name in ("number", "symbol", "place", "date")],
            ["07", "QĐ-UBND", "Khánh Hòa", "2021-09-05"],
        )

    def test_dashes_are_children_of_the_point_before_them(self):
        items = self.document["attachments"][0]["sections"][1]["items"]
        self.assertEqual([item["label"] for item in items], ["1.", "", "3."])
        self.assertEqual([len(item.get("items", [])) for item in items], [2, 1, 0])
        self.assertEqual(items[0]["items"][1], {"label": "", "text": "dung. - Đưa nội"})

    def test_a_label_within_a_rotated_title_stays_in_the_title(self):
        labels = [(one["label"], one["title"]) for one in self.document["attachments"][0]["sections"]]
        self.assertEqual(labels, [("I.", "MỤC ĐÍCH"), ("", "GIẢI PHÁP II. MỘT SỐ")])

    def test_rows(self):
        rows = self.document["attachments"][1]["table"]["rows"]
        self.assertEqual(rows[0], {"kind": "section", "label": "I", "text": "Tuyên truyền"})
        self.assertEqual(rows[1]["cells"], ["1", "Kế hoạch", "Sở A", "Sở B", "Báo cáo", ""])


if __name__ == "__main__":
    unittest.main()
