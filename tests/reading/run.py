#!/usr/bin/env python3
"""Measures how well `vanthu` reads documents that it did not make.

usage: run.py VANTHU [--pdf DIR] [--legacy DIR --transcripts DIR] [--heads DIR --truth DIR]

  --pdf          PDFs with a text layer: words beside those of pdftotext -layout or -raw, as multisets (aim: 99.9 %); the
                 nearer of the two, for -layout takes some spaced words apart and -raw glues others
  --legacy       files in encodings from before Unicode, with a transcript NAME.txt each: syllables, characters, and
                 letters carrying marks (aim for syllables: 99 %, 97 % in a PDF)
  --heads        files with a truth NAME.json ("file" names the document): number, date, subject, legal bases, articles …
Exit status 1: an aim is missed.
"""
import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

WORDS_AIM = 0.999
SYLLABLES_AIM = {".pdf": 0.97}
OTHER_SYLLABLES_AIM = 0.99


def text_of(vanthu, file):
    """The text that `vanthu text` gives, or nothing."""
    run = subprocess.run([vanthu, "text", file, "-o", "-", "--quiet"], capture_output=True, timeout=120)
    return run.stdout.decode(errors="replace") if run.returncode in (0, 1) else ""


def words(text):
    """NFC, without soft hyphens."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ")
    return Counter(re.findall(r"\w+", text))


def share_found(truth, found):
    """How much of the truth's multiset is in what was found."""
    total = sum(truth.values())
    return sum((truth & found).values()) / total if total else 1.0


def syllables(text):
    """In small letters: transcripts give the text of fonts of capitals (.VnTimeH) as it is stored, small."""
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())


def has_mark(letter):
    return letter in "đĐ" or len(unicodedata.normalize("NFD", letter)) > 1


def in_order(truth, found):
    """How much of the truth stands in what was found in the same order: the matching blocks of both."""
    if not truth:
        return 1.0
    blocks = difflib.SequenceMatcher(None, truth, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(truth)


def letters(text):
    return [c for c in unicodedata.normalize("NFC", text).lower() if c.isalnum()]


def legacy_rates(truth, found):
    """Syllables in order; characters and letters with marks as multisets."""
    true_letters, found_letters = Counter(letters(truth)), Counter(letters(found))
    marked = Counter({c: n for c, n in true_letters.items() if has_mark(c)})
    return (in_order(syllables(truth), syllables(found)), share_found(true_letters, found_letters),
            share_found(marked, found_letters))


def plain(value):
    """A text as it is compared: NFC, one space for any white space."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(value or ""))).strip()


def article_text(article):
    return plain(" ".join(filter(None, [article.get("title", ""), *article.get("paragraphs", [])])))


def head_of(data):
    """What is compared of a document that was read, under the names of the truth files."""
    issuer, signature = data.get("issuer", {}), data.get("signature", {})
    return {
        "agency": plain(issuer.get("name")),
        "parent_agency": plain(issuer.get("parent")),
        "number": plain(data.get("number")),
        "symbol": plain(data.get("symbol")),
        "place": plain(data.get("place")),
        "date": plain(data.get("date")),
        "subject": plain(data.get("subject")),
        "legal_bases": [plain(base) for base in data.get("legal_bases", [])],
        "articles": [article_text(article) for article in data.get("articles", [])],
        "signer": plain(signature.get("name")),
        "recipients": [plain(recipient) for recipient in data.get("recipients", [])],
    }


def truth_head(truth):
    head = {key: plain(truth.get(key)) for key in ("agency", "parent_agency", "number", "symbol", "place", "date", "subject")}
    head["legal_bases"] = [plain(base) for base in truth.get("legal_bases", [])]
    head["articles"] = [plain(article.get("text")) for article in truth.get("articles", [])]
    head["signer"] = plain((truth.get("signer") or {}).get("name"))
    head["recipients"] = [plain(recipient) for recipient in truth.get("recipients", [])]
    return head


def tail(text):
    """Without the dash before and the stop behind, which a list has or has not."""
    return text.lstrip("-– ").rstrip(";.,: ")


def head_differences(truth, found):
    return [key for key, value in truth.items()
            if ([tail(v) for v in value] != [tail(v) for v in found[key]] if isinstance(value, list) else tail(value) != tail(found[key]))]


def report(name, figures, reached):
    print(f"{'ok  ' if reached else 'MISS'} {name[:58]:58} {figures}", flush=True)
    return reached


def words_by_poppler(file, mode):
    judge = subprocess.run(["pdftotext", mode, "-enc", "UTF-8", file, "-"], capture_output=True, timeout=120)
    return words(judge.stdout.decode(errors="replace"))


def measure_pdfs(vanthu, folder):
    reached = True
    for file in sorted(folder.glob("*.pdf")):
        found = words(text_of(vanthu, file))
        truth = max((words_by_poppler(file, mode) for mode in ("-layout", "-raw")), key=lambda one: share_found(one, found))
        share, extra = share_found(truth, found), sum((found - truth).values())
        figures = f"{100 * share:7.3f} % of {sum(truth.values())} words, {extra} others"
        reached &= report(file.name, figures, share >= WORDS_AIM)
        missing = (truth - found).most_common(8)
        if missing:
            print("       missing: " + ", ".join(f"{word} ×{count}" for word, count in missing))
    return reached


def measure_legacy(vanthu, folder, transcripts):
    reached = True
    for file in sorted(folder.iterdir()):
        transcript = transcripts / (file.stem + ".txt")
        if not transcript.exists():
            continue
        rates = legacy_rates(transcript.read_text(encoding="utf-8"), text_of(vanthu, file))
        aim = SYLLABLES_AIM.get(file.suffix, OTHER_SYLLABLES_AIM)
        figures = "syllables {:.4f}  characters {:.4f}  marks {:.4f}".format(*rates)
        reached &= report(file.name, figures, rates[0] >= aim)
    return reached


def measure_heads(vanthu, folder, truths, work):
    reached = True
    for path in sorted(truths.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        files = [file for file in folder.rglob("*") if file.name == truth.get("file")]
        if not files:
            continue
        target = work / "read.json"
        target.unlink(missing_ok=True)
        subprocess.run([vanthu, "read", files[0], "-o", target, "--quiet"], capture_output=True, timeout=120)
        if not target.exists():
            reached &= report(files[0].name, "not read", False)
            continue
        expected, found = truth_head(truth), head_of(json.loads(target.read_text(encoding="utf-8")))
        wrong = head_differences(expected, found)
        reached &= report(files[0].name, f"{len(expected) - len(wrong)} of {len(expected)} parts of the head", not wrong)
        for key in wrong:
            print(f"       {key}: {str(found[key])[:110]!r} is not {str(expected[key])[:110]!r}")
    return reached


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanthu", type=Path)
    for name in ("pdf", "legacy", "transcripts", "heads", "truth"):
        parser.add_argument(f"--{name}", type=Path)
    options = parser.parse_args()
    vanthu = options.vanthu.resolve()
    reached = True
    with tempfile.TemporaryDirectory() as work:
        if options.pdf:
            reached &= measure_pdfs(vanthu, options.pdf)
        if options.legacy and options.transcripts:
            reached &= measure_legacy(vanthu, options.legacy, options.transcripts)
        if options.heads and options.truth:
            reached &= measure_heads(vanthu, options.heads, options.truth, Path(work))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
