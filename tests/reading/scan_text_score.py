"""How well head, articles and recipients of a scanned decision were read, beside a truth checked by eye.

    scan_text_score.py TRUTH.json READ.json       # of `vanthu read SCAN -o READ.json`

Prints for each part the share of the truth's syllables that were read, in order; signs around them do not count. Number and
day are left out: on paper they are written by hand, and what is written by hand is not read. Ends with 1 where a part is
below the aim of docs/reading-quality.md.
"""

import argparse
import difflib
import json
import re
import sys
import unicodedata

AIM = 0.98


def syllables(text):
    words = re.split(r"\s+", unicodedata.normalize("NFC", text))
    return [word for word in (re.sub(r"^\W+|\W+$", "", word) for word in words) if word]


def share(truth, read):
    """Of the truth's syllables, those that stand in what was read in the same order; and the others."""
    matcher = difflib.SequenceMatcher(None, truth, read, autojunk=False)
    found = sum(block.size for block in matcher.get_matching_blocks())
    wrong = [f"{' '.join(truth[a:b])} → {' '.join(read[c:d])}"
             for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    return found / max(1, len(truth)), wrong


def parts_of_truth(truth):
    head = [truth["issuer_line"], truth["symbol"], truth["place"], truth["subject"], *truth["legal_bases"]]
    return {
        "head": " ".join(head),
        "articles": " ".join(article["text"] for article in truth["articles"]),
        "recipients": " ".join(truth["recipients"]),
    }


def parts_of_read(read, truth):
    issuer = read.get("issuer", {})
    head = [issuer.get("parent", ""), issuer.get("name", ""), read.get("symbol", ""), read.get("place", ""),
            read.get("subject", ""), *read.get("legal_bases", [])]
    texts = []
    by_number = {str(article.get("number")): article for article in read.get("articles", [])}
    for article in truth["articles"]:
        paragraphs = by_number.get(str(article["number"]), {}).get("paragraphs", [])
        complete = article.get("text_complete", True)
        texts += paragraphs if complete else paragraphs[:1]
    return {"head": " ".join(head), "articles": " ".join(texts), "recipients": " ".join(read.get("recipients", []))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("truth")
    parser.add_argument("read")
    options = parser.parse_args()
    with open(options.truth, encoding="utf-8") as file:
        truth = json.load(file)
    with open(options.read, encoding="utf-8") as file:
        read = json.load(file)
    wanted, given = parts_of_truth(truth), parts_of_read(read, truth)
    missed = False
    for part, text in wanted.items():
        found, wrong = share(syllables(text), syllables(given[part]))
        missed = missed or found < AIM
        print(f"{part}: {found:.3f} of {len(syllables(text))} syllables")
        for one in wrong:
            print("  ", one)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
