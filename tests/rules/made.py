"""Generates documents with the program under test and finds the JSON's texts again on the pages and in the DOCX.

The program is named by the environment variable VANTHU. Each text of the JSON becomes a Block: its kind, its text, and
the lines of the PDF (whole lines, in reading order) that hold it.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import docx_styles
import pdf_page

MM = 72 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
NUMBER_BAND = 20 * MM  # page numbers and circulation marks stand above; the smallest top margin


def squeeze(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def program():
    name = os.environ.get("VANTHU")
    if not name or not Path(name).exists():
        sys.exit(f"VANTHU must name the program under test, and is {name!r}")
    if not shutil.which("mutool"):
        sys.exit("mutool is missing: install the Debian package mupdf-tools")
    return name


def generate(documents, folder, *options, environment=None):
    """Writes each document's JSON and what the program makes of it; names its complaints."""
    source, target = Path(folder, "in"), Path(folder, "out")
    source.mkdir(parents=True)
    target.mkdir()
    for name, document in documents.items():
        Path(source, name + ".json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    command = [program(), "generate", str(source), "-o", str(target), "--format", "pdf,docx", *options]
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    if run.returncode:
        sys.exit(f"{' '.join(command)}: exit status {run.returncode}\n{run.stdout}{run.stderr}")
    return target


# ------------------------------------------------------------------------------------------------ what is printed


def dated(document):
    year, month, day = (int(part) for part in document["date"].split("-"))
    shown = f"{month:02}" if month < 3 else str(month)
    return f"ngày {day:02} tháng {shown} năm {year}"


def outline(items, depth=1):
    for item in items:
        yield f"item{depth}", (item.get("label", "") + " " + item.get("text", "")).strip()
        yield from outline(item.get("items", []), depth + 1)


def table_texts(table):
    for column in table["columns"]:
        yield "column", column["title"]
    for row in table["rows"]:
        if row["kind"] == "section":
            yield "section-row", (row.get("label", "") + " " + row["text"]).strip()
        else:
            for index, cell in enumerate(row["cells"]):
                yield f"cell{index}", cell


def attachment_texts(attachment, label):
    if attachment["kind"] == "appendix":
        yield "appendix-label", attachment.get("label") or label
        yield "appendix-title", attachment["title"].upper()
    else:
        yield "text-title", attachment["title"].upper()
        yield "text-subject", attachment.get("subject", "")
    yield "reference", attachment.get("reference", "")
    for section in attachment.get("sections", []):
        if attachment["kind"] == "regulation":  # the chapter's title stands on a line of its own
            yield "section", section.get("label", "")
            yield "section", section.get("title", "").upper()
        else:
            yield "section", (section.get("label", "") + " " + section.get("title", "")).strip()
        yield from outline(section.get("items", []))
    if attachment.get("table"):
        yield from table_texts(attachment["table"])


def head_texts(document):
    yield "parent", document["issuer"].get("parent", "").upper()
    yield "issuer", document["issuer"]["name"].upper()
    yield "nation", NATION
    yield "motto", MOTTO
    if document.get("number"):
        yield "number", f"Số: {document['number']}/{document['symbol']}"
    if document.get("date"):
        yield "date", f"{document['place']}, {dated(document)}"
    yield "kind", "QUYẾT ĐỊNH"
    yield "subject", document["subject"]


def body_texts(document):
    yield "authority", (document.get("authority") or document["issuer"]["name"]).upper()
    for basis in document["legal_bases"]:
        yield "basis", basis
    yield "orders", "QUYẾT ĐỊNH:"
    for article in document["articles"]:
        first, *others = article["paragraphs"]
        yield "article", f"Điều {article['number']}. {first}"
        for text in others:
            yield "article-more", text


def tail_texts(document):
    for line in document["signature"]["authority"]:
        yield "role", line.upper()
    yield "signer", document["signature"]["name"]
    yield "recipients", RECIPIENTS
    for line in document["recipients"]:
        yield "recipient", "- " + line
    yield "drafter", document.get("drafter_mark", "")


def roman(number):
    return ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"][number - 1]


def appendix_labels(attachments):
    count = sum(one["kind"] == "appendix" for one in attachments)
    seen = 0
    for one in attachments:
        seen += one["kind"] == "appendix"
        yield ("Phụ lục" if count == 1 else f"Phụ lục {roman(seen)}") if one["kind"] == "appendix" else ""


# ------------------------------------------------------------------------------------------------ where it stands


@dataclass
class Block:
    kind: str
    text: str
    sheet: int
    lines: list = field(default_factory=list)
    after: int = 0  # index, in the reading order, of the line behind the block

    @property
    def pages(self):
        return sorted({line.page for line in self.lines})

    def __repr__(self):
        where = f"page {self.lines[0].page + 1}" if self.lines else "nowhere"
        return f"{self.kind} {self.text[:50]!r} ({where})"


class Reading:
    """The lines of all pages in reading order, without page numbers, searched by whole lines."""

    def __init__(self, pages):
        self.lines = [line for page in pages for line in page.lines if not is_page_number(line)]
        self.starts, self.ends, text = {}, {}, []
        length = 0
        for index, line in enumerate(self.lines):
            self.starts[length] = index
            text.append(squeeze(line.text))
            length += len(text[-1])
            self.ends[length] = index + 1
        self.text = "".join(text)
        self.offsets = sorted(self.starts) + [length]

    def find(self, text, start=0, stop=None):
        """(lines, index behind them) of the first whole lines that hold the text from line `start` on."""
        target = squeeze(text)
        at = self.text.find(target, self.offsets[start])
        while at >= 0:
            if at in self.starts and at + len(target) in self.ends:
                first, last = self.starts[at], self.ends[at + len(target)]
                return (self.lines[first:last], last) if stop is None or last <= stop else ([], start)
            at = self.text.find(target, at + 1)
        return [], start

    def find_split(self, text, start, level):
        """The lines of a cell of a row that goes on over a page turn: its other cells stand between them."""
        target, found = squeeze(text), []
        for line in self.lines[start:]:
            fits = same_column(line, found[0]) if found else level is None or same_baseline(line, level)
            if fits and target.startswith(line.squeezed):
                target = target[len(line.squeezed) :]
                found.append(line)
            if not target:
                return found
        return []


def same_baseline(a, b):
    return a.page == b.page and abs(a.y - b.y) < 3


def same_column(a, b):
    return a.x0 < b.x1 and b.x0 < a.x1


def is_page_number(line):
    return line.text.isdigit() and line.bottom < NUMBER_BAND


@dataclass
class Sheet:
    """Pages numbered together: the decision or one attachment."""

    attachment: dict | None = field(repr=False)
    first: int
    last: int = 0


class Made:
    """One document: its JSON, its pages, its DOCX, and where its texts stand."""

    def __init__(self, name, document, pdf, docx):
        self.name, self.pdf, self.docx_file = name, pdf, docx
        self.document = normalised(document)
        self.pages = pdf_page.load(pdf)
        self.docx = docx_styles.Docx(docx)
        self.locate()

    def locate(self):
        self.reading = Reading(self.pages)
        self.blocks = []
        cursor = 0
        for kind, text in head_texts(self.document):
            cursor = max(cursor, self.add(kind, text, 0, 0))
        for kind, text in body_texts(self.document):
            cursor = self.add(kind, text, 0, cursor)
        end = cursor
        for kind, text in tail_texts(self.document):
            end = max(end, self.add(kind, text, 0, cursor))
        attachments = self.document.get("attachments", [])
        for index, (one, label) in enumerate(zip(attachments, appendix_labels(attachments))):
            for kind, text in attachment_texts(one, label):
                end = self.add(kind, text, index + 1, end)
        self.find_sheets(attachments)

    def add(self, kind, text, sheet, cursor):
        if not text.strip():
            return cursor
        lines, after = self.reading.find(text, cursor)
        if kind.startswith("cell"):
            level = self.row_level(int(kind.removeprefix("cell")), sheet)
            if not lines or (level and not same_baseline(lines[0], level)):
                lines, after = self.reading.find_split(text, cursor, level), cursor
        self.blocks.append(Block(kind, text, sheet, lines, after))
        return after

    def row_level(self, column, sheet):
        """The first line of the row that the cell belongs to, None where the cell begins it."""
        for block in reversed(self.blocks):
            if block.sheet != sheet or not block.kind.startswith("cell"):
                return None
            before = int(block.kind.removeprefix("cell"))
            if before >= column:
                return None
            if block.lines:
                return block.lines[0]
        return None

    def find_sheets(self, attachments):
        self.sheets = [Sheet(None, 0)]
        for index, attachment in enumerate(attachments):
            first = next((b for b in self.blocks if b.sheet == index + 1 and b.kind in ("text-title", "appendix-label")), None)
            if first and first.lines:
                self.sheets.append(Sheet(attachment, first.lines[0].page))
        for sheet, following in zip(self.sheets, self.sheets[1:]):
            sheet.last = following.first - 1
        self.sheets[-1].last = len(self.pages) - 1

    # ---------------------------------------------------------------- questions the rules ask

    def of(self, *kinds):
        """The blocks of these kinds that were found, in reading order of the JSON."""
        return [block for block in self.blocks if block.kind in kinds and block.lines]

    def missing(self):
        return [block for block in self.blocks if not block.lines]

    @property
    def numbers(self):
        """The number that each page should show; "" on the first page of a sheet."""
        shown = [page - sheet.first + 1 for sheet in self.sheets for page in range(sheet.first, sheet.last + 1)]
        return [str(number) if number > 1 else "" for number in shown]

    def tables_on(self, page):
        """Does a table with borders stand on the page?"""
        return len(self.pages[page].vertical_rules) >= 2

    def docx_paragraph(self, text):
        """The paragraphs of the DOCX with exactly this text, white space aside."""
        target = squeeze(text)
        return [p for p in self.docx.paragraphs if squeeze(p.text) == target]


def normalised(value):
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [normalised(one) for one in value]
    if isinstance(value, dict):
        return {name: normalised(one) for name, one in value.items()}
    return value


class Workshop:
    """A folder for this run of the tests; documents are generated once."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vanthu-rules-"))
        self.runs = 0

    def make(self, documents, *options):
        self.runs += 1
        target = generate(documents, self.folder / str(self.runs), *options)
        return {name: Made(name, one, target / f"{name}.pdf", target / f"{name}.docx") for name, one in documents.items()}

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
