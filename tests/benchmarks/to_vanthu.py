#!/usr/bin/env python3
"""Turns the peers' neutral JSON into vanthu's document JSON, so that both sides lay out the same words.

usage: to_vanthu.py IN OUT        IN and OUT are both files, or both folders (every *.json of IN)

The peers also run documents whose words are rotated, so that no engine gains by remembering paragraphs. There a label
("1.", "- ") may stand in the middle of its text: it stays there, and the item gets an empty label. No word is dropped.
"""
import json
import re
import sys
from pathlib import Path

ROLES = ["ordinal", "task", "lead", "partners", "product", "time"]
CELLS = ["stt", "task", "lead", "coop", "product", "time"]


def split_label(pattern, text):
    found = re.match(pattern, text)
    return (found[1], text[found.end():]) if found else ("", text)


def plain(text):
    return re.sub(r"^- ", "", text)


def head(neutral):
    number, symbol = re.fullmatch(r"Số: ([^/]*)/(.*)", neutral["number"]).groups()
    place, day, month, year = re.fullmatch(
        r"(.*), ngày (\d+) tháng (\d+) năm (\d+)", neutral["place_date"]
    ).groups()
    return {
        "issuer": {"name": " ".join(neutral["agency"])},
        "number": number,
        "symbol": symbol,
        "place": place,
        "date": f"{year}-{int(month):02}-{int(day):02}",
    }


def article(neutral):
    return {"number": re.search(r"\d+", neutral["label"])[0], "paragraphs": [neutral["text"]]}


def outline(blocks):
    """Dashes are the children of the numbered point (`sub`) they follow."""
    items, parent = [], None
    for block in blocks:
        pattern = r"(-) " if block["k"] == "dash" else r"(\d+\.) "
        label, text = split_label(pattern, block["text"])
        item = {"label": label, "text": text}
        if block["k"] == "dash" and parent is not None:
            parent.setdefault("items", []).append(item)
            continue
        items.append(item)
        parent = item if block["k"] == "sub" else None
    return items


def section(chapter):
    label, title = split_label(r"([IVXLCDM]+\.) ", chapter["title"])
    return {"label": label, "title": title, "items": outline(chapter["blocks"])}


def programme(neutral):
    return {
        "kind": "programme",
        "title": neutral["kind"],
        "subject": neutral["subject"],
        "reference": neutral["note"],
        "sections": [section(chapter) for chapter in neutral["chapters"]],
    }


def rows(sections):
    for group in sections:
        yield {"kind": "section", "label": group["stt"], "text": group["title"]}
        for item in group["items"]:
            yield {"kind": "task", "cells": [item[name] for name in CELLS]}


def appendix(neutral):
    columns = [{"title": title, "role": role} for title, role in zip(neutral["columns"], ROLES, strict=True)]
    return {
        "kind": "appendix",
        "label": neutral["label"],
        "title": neutral["title"],
        "reference": neutral["note"],
        "table": {"columns": columns, "rows": list(rows(neutral["sections"]))},
    }


def convert(neutral):
    decision = neutral["decision"]
    return {
        "kind": "decision",
        **head(neutral["header"]),
        "subject": decision["subject"],
        "authority": decision["authority"],
        "legal_bases": decision["grounds"],
        "articles": [article(one) for one in decision["articles"]],
        "signature": {"authority": decision["sign_roles"], "name": decision["signer"]},
        "recipients": [plain(line) for line in decision["recipients"]],
        "attachments": [programme(neutral["programme"]), appendix(neutral["appendix"])],
    }


def convert_file(source, target):
    document = convert(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = map(Path, sys.argv[1:])
    if not source.is_dir():
        convert_file(source, target)
        return
    target.mkdir(parents=True, exist_ok=True)
    for file in sorted(source.glob("*.json")):
        convert_file(file, target / file.name)


if __name__ == "__main__":
    main()
