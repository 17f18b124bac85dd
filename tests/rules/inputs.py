"""The documents that are measured: all of samples/, and further ones that reach what the samples do not."""
import copy
import json
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SENTENCE = (
    "Các sở, ban, ngành thuộc tỉnh căn cứ chức năng, nhiệm vụ được giao tại khoản 2 Điều 5 Quyết định số 232/QĐ-UBND "
    "ngày 25 tháng 01 năm 2021 và Công văn số 222/SKHĐT-KTN ngày 20/01/2021 triển khai Kế hoạch giai đoạn 2021-2025 "
    "theo Kết luận số 70-KL/TW ngày 09/3/2020, báo cáo đồng chí Nguyễn Văn A. theo quy định. "
)
COLUMNS = [
    ("STT", "ordinal"),
    ("Nhiệm vụ, giải pháp", "task"),
    ("Cơ quan chủ trì", "lead"),
    ("Cơ quan phối hợp", "partners"),
    ("Sản phẩm hoàn thành", "product"),
    ("Thời gian", "time"),
]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII"]


def words(count, start=0):
    """A text of `count` words without its final stop."""
    source = SENTENCE.split()
    text = " ".join(source[(start + i) % len(source)] for i in range(count)).rstrip(",.;")
    return text[0].upper() + text[1:]


def decision(**changes):
    document = {
        "kind": "decision",
        "issuer": {"name": "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"},
        "number": "07",
        "symbol": "QĐ-UBND",
        "place": "Khánh Hòa",
        "date": "2021-09-05",
        "subject": "Về việc phê duyệt Kế hoạch phát triển kinh tế tập thể giai đoạn 2021-2025",
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
        "legal_bases": [
            "Căn cứ Luật Tổ chức Chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư tại Công văn số 222/SKHĐT-KTN ngày 20/01/2021.",
        ],
        "articles": articles([30, 45]),
        "signature": {"authority": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Lê Hữu Hoàng"},
        "recipients": ["Như Điều 2;", "Bộ Kế hoạch và Đầu tư (b/c);", "Chủ tịch, các PCT UBND tỉnh;", "Lưu: VT, HB, TLe."],
        "attachments": [],
    }
    document.update(changes)
    return document


def articles(lengths):
    texts = [words(length, start=7 * i) + "." for i, length in enumerate(lengths)]
    texts[-1] += "/."
    return [{"number": str(i + 1), "paragraphs": [text]} for i, text in enumerate(texts)]


def table(rows, columns=COLUMNS):
    """`rows`: a number of words makes a task row, a text a section row."""
    result, ordinal, sections = [], 0, 0
    for row in rows:
        if isinstance(row, str):
            result.append({"kind": "section", "label": ROMAN[sections % len(ROMAN)], "text": row})
            sections, ordinal = sections + 1, 0
            continue
        ordinal += 1
        cells = {"ordinal": str(ordinal), "task": words(row, start=ordinal), "lead": "Sở Kế hoạch và Đầu tư"}
        cells |= {"partners": "Các sở, ngành, UBND cấp huyện", "product": "Quyết định UBND tỉnh", "time": "2021-2025"}
        result.append({"kind": "task", "cells": [cells[role] for _, role in columns]})
    return {"columns": [{"title": title, "role": role} for title, role in columns], "rows": result}


def appendix(title, rows, columns=COLUMNS):
    return {"kind": "appendix", "title": title, "table": table(rows, columns)}


def regulation():
    chapters = [
        {
            "label": f"Chương {roman}",
            "title": title,
            "items": [
                {"label": f"Điều {2 * i + 1}.", "text": "Phạm vi điều chỉnh", "items": [{"label": "1.", "text": words(40) + "."}]},
                {
                    "label": f"Điều {2 * i + 2}.",
                    "text": "Đối tượng áp dụng",
                    "items": [
                        {"label": "1.", "text": words(50, 3) + ":", "items": [{"label": "a)", "text": words(20, 5) + ";"}, {"label": "b)", "text": words(30, 9) + "."}]},
                        {"label": "2.", "text": words(25, 11) + ("./." if i == 2 else ".")},
                    ],
                },
            ],
        }
        for i, (roman, title) in enumerate([("I", "QUY ĐỊNH CHUNG"), ("II", "QUY ĐỊNH CỤ THỂ"), ("III", "TỔ CHỨC THỰC HIỆN")])
    ]
    return {"kind": "regulation", "title": "QUY CHẾ", "subject": "Làm việc của Ban Chỉ đạo phát triển kinh tế tập thể", "sections": chapters}


def all_parts():
    return decision(
        issuer={"parent": "BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "name": "CỤC PHÁT TRIỂN HỢP TÁC XÃ"},
        number="144",
        symbol="QĐ-HTX",
        place="Thành phố Hồ Chí Minh",
        date="2019-06-29",
        authority="CỤC TRƯỞNG CỤC PHÁT TRIỂN HỢP TÁC XÃ",
        marks={"urgency": "HỎA TỐC", "circulation": "LƯU HÀNH NỘI BỘ"},
        drafter_mark="PL.(300)",
        contact="Số 6B, đường Hoàng Diệu, phường Quán Thánh; điện thoại: 080 43131; thư điện tử: htx@example.vn",
        attachments=[
            regulation(),
            appendix("DANH MỤC NHIỆM VỤ NĂM 2021", ["Tuyên truyền, quán triệt", 12, 30, 18, "Rà soát, hoàn thiện cơ chế", 20, 25]),
            appendix("BIỂU TỔNG HỢP", [8] * 60, [COLUMNS[0], COLUMNS[1], COLUMNS[5]]),
        ],
    )


def long_header():
    return decision(
        issuer={"parent": "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "name": "BAN QUẢN LÝ CÁC KHU CHẾ XUẤT VÀ CÔNG NGHIỆP THÀNH PHỐ"},
        symbol="QĐ-BQLCKCXVCN",
        place="Thành phố Hồ Chí Minh",
        subject=words(110),
        recipients=[f"Ủy ban nhân dân huyện thứ {i};" for i in range(1, 60)] + ["Lưu: VT, HB (05)."],
    )


def long_rows():
    rows = ["Tuyên truyền", 700, 12] + [text for i in range(12) for text in (f"Nhóm nhiệm vụ {words(24, i)}", 10 + 9 * i, 14)]
    return decision(attachments=[appendix("DANH MỤC NHIỆM VỤ DÀI", rows)])


def draft():
    document = decision()
    for name in ("number", "date"):
        del document[name]
    return document


def decomposed(document):
    return json.loads(unicodedata.normalize("NFD", json.dumps(document, ensure_ascii=False)))


def samples():
    """The decisions: their parts are what the checks know."""
    folder = ROOT / "samples"
    names = {file: "-".join(file.relative_to(folder).with_suffix("").parts) for file in sorted(folder.rglob("*.json"))}
    documents = {name: json.loads(file.read_text(encoding="utf-8")) for file, name in names.items()}
    return {name: document for name, document in documents.items() if document["kind"] == "decision"}


def made_up():
    return {
        "plain": decision(),
        "all-parts": all_parts(),
        "long-header": long_header(),
        "long-rows": long_rows(),
    }


def breaking_points():
    """Documents whose page turns fall at every place: articles or rows grow by some words from one to the next."""
    documents = {}
    for i in range(36):
        documents[f"signature-{i:02}"] = decision(articles=articles([60, 60, 60, 60 + 9 * i, 20, 6]))
        lone = [{"number": "1", "paragraphs": [words(225 + 9 * i) + "./."]}]
        documents[f"one-article-{i:02}"] = decision(articles=lone)
    for i in range(24):
        rows = [4 + 3 * i, 30, 30, 30, "Nhóm nhiệm vụ", 60, 20, "Nhóm nhiệm vụ hai", 14, "Nhóm nhiệm vụ ba", 20, 30, 30]
        documents[f"rows-{i:02}"] = decision(attachments=[appendix("DANH MỤC", rows)])
        text = regulation()
        text["sections"][0]["items"][0]["items"][0]["text"] = words(40 + 9 * i) + "."
        documents[f"outline-{i:02}"] = decision(attachments=[text])
    return documents


def lengths():
    """Subjects and appendix titles of every length up to some lines: a rule follows the longest line that was set."""
    documents = {}
    for count in range(4, 60, 2):
        attachment = appendix(words(count, 3).upper(), [12])
        documents[f"subject-{count:02}"] = decision(subject=words(count), attachments=[attachment])
    for name in ("SỞ Y TẾ", "ỦY BAN NHÂN DÂN HUYỆN CAM LÂM", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "BAN TÔN GIÁO"):
        issuer = {"parent": "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "name": name}
        reference = appendix("DANH MỤC", [12])
        documents[f"issuer-{len(name):02}"] = decision(issuer=issuer, attachments=[reference])
    return documents


def copy_of(document, **changes):
    result = copy.deepcopy(document)
    result.update(changes)
    return result
