"""R-APP, R-ATT and what vanthu promises of tables (annex I, III.1; annex III, forms 1.3 and 2.1)."""
import re

from made import MOTTO, NATION, RECIPIENTS, Block, is_page_number, squeeze
from rulebook import MM, centred, docx_align, docx_font, off, paragraphs_of, rule, sized, text_box, weight
from rules_head import FULL, SHORT, line_share

REFERENCE = re.compile(r"\((Ban hành )?[Kk]èm theo .*(Quyết định|Văn bản) số \S+/\S+ ngày .+ của .+\)")


def appendices(made):
    return [(i, sheet) for i, sheet in enumerate(made.sheets) if sheet.attachment and sheet.attachment["kind"] == "appendix"]


def attached_texts(made):
    return [(i, sheet) for i, sheet in enumerate(made.sheets) if sheet.attachment and sheet.attachment["kind"] != "appendix"]


def on_sheet(made, index, *kinds):
    return [block for block in made.of(*kinds) if block.sheet == index]


def reference_lines(made, sheet):
    """The lines in brackets under an attachment's title."""
    lines = made.pages[sheet.first].lines
    first = next((i for i, line in enumerate(lines) if re.match(r"\((Ban hành )?[Kk]èm theo", line.text)), None)
    if first is None:
        return []
    last = next((i for i in range(first, min(first + 4, len(lines))) if lines[i].text.endswith(")")), first)
    return lines[first : last + 1]


# ------------------------------------------------------------------------------------------------ heads


@rule("R-APP-01", "pdf")
def appendices_are_numbered_in_roman(made):
    found = appendices(made)
    wanted = sum(one["kind"] == "appendix" for one in made.document.get("attachments", []))
    if len(found) != wanted:
        yield f"{len(found)} appendices begin with their label, {wanted} are in the data"
    for _, sheet in found:
        first = next(line.text for line in made.pages[sheet.first].lines if not is_page_number(line))
        pattern = r"Phụ lục" if wanted == 1 else r"Phụ lục [IVXLC]+"
        if not re.fullmatch(pattern, first):
            yield f"page {sheet.first + 1} begins {first!r}"


@rule("R-APP-02", "pdf")
def label_and_title(made):
    for index, _ in appendices(made):
        left, right = text_box(made, index)
        for block in on_sheet(made, index, "appendix-label", "appendix-title"):
            label = block.kind == "appendix-label"
            for line in block.lines:
                yield from sized(block.kind, line, 14 if label else 13, 14)
                yield from weight(block.kind, line, True, False)
                yield from centred(block.kind, line, (left + right) / 2)
                if not label and line.text != line.text.upper():
                    yield f"not in capitals: {line}"


@rule("R-APP-02", "docx")
def docx_label_and_title(made):
    for block in made.of("appendix-label", "appendix-title"):
        yield from docx_font(made, block, 14 if block.kind == "appendix-label" else 13, 14, True, False)
        yield from docx_align(made, block, "center")


@rule("R-APP-03", "pdf")
def reference_line(made):
    """Of appendices and attached texts alike: number, symbol, date and issuer; italic, centred, ruled."""
    for index, sheet in enumerate(made.sheets):
        if sheet.attachment is None:
            continue
        lines = reference_lines(made, sheet)
        text = " ".join(line.text for line in lines)
        if not lines or not REFERENCE.fullmatch(text):
            yield f"page {sheet.first + 1}: the reference reads {text!r}"
            continue
        left, right = text_box(made, index)
        for line in lines:
            yield from sized("reference", line, 13, 14)
            yield from weight("reference", line, False, True)
            yield from centred("reference", line, (left + right) / 2)
        yield from line_share(made, Block("reference", text, index, lines), *SHORT)


@rule("R-APP-03", "pdf")
def reference_names_number_and_date(made):
    document = made.document
    if not (document.get("number") and document.get("date")):
        return
    number = squeeze(f"{document['number']}/{document['symbol']}")
    year, month, day = (int(part) for part in document["date"].split("-"))
    for sheet in made.sheets:
        if sheet.attachment is None or sheet.attachment.get("reference"):
            continue
        text = squeeze(" ".join(line.text for line in reference_lines(made, sheet)))
        if number not in text or not re.search(rf"ngày0?{day}(/0?{month}/|tháng0?{month}năm){year}", text):
            yield f"page {sheet.first + 1}: the reference reads {text!r}"


@rule("R-ATT-01", "pdf")
def attached_text_has_its_head_and_no_signature(made):
    """Form 1.3 on paper: agency and Quốc hiệu, no number, no date; no signature, no recipients."""
    for index, sheet in attached_texts(made):
        first = made.pages[sheet.first]
        nation = [line for line in first.lines if line.text == NATION]
        motto = [line for line in first.lines if line.text == MOTTO]
        if not nation or not motto or nation[0].centre < first.width / 2 or nation[0].y > first.height / 4:
            yield f"page {sheet.first + 1}: no Quốc hiệu at its top right"
            continue
        issuer = squeeze(made.document["issuer"]["name"])
        left_lines = [line for line in first.lines if line.centre < first.width / 2 and line.y < first.height / 4]
        if issuer not in "".join(line.squeezed for line in left_lines):
            yield f"page {sheet.first + 1}: the issuing body is missing"
        yield from line_share(made, Block("motto", MOTTO, index, motto), *FULL)
        for page in made.pages[sheet.first : sheet.last + 1]:
            for line in page.lines:
                if line.text == RECIPIENTS or re.match(r"Số: .*/", line.text):
                    yield f"an attached text holds {line}"


@rule("R-ATT-01", "pdf", "CONV")
def attached_text_ends_with_its_closing_mark(made):
    for index, _ in attached_texts(made):
        items = on_sheet(made, index, "item1", "item2", "item3", "item4")
        if items and not items[-1].lines[-1].text.endswith("./."):
            yield f"it ends {items[-1].lines[-1]}"


# ------------------------------------------------------------------------------------------------ tables


def table_pages(made, index):
    sheet = made.sheets[index]
    rows = on_sheet(made, index, "section-row") + cells(made, index)
    return sorted({line.page for block in rows for line in block.lines if sheet.first <= line.page <= sheet.last})


def cells(made, index):
    return [block for block in made.blocks if block.sheet == index and block.kind.startswith("cell") and block.lines]


def header_lines(made, page, columns):
    """Do all column titles stand on the page, in its order of reading before the first row?"""
    text = "".join(line.squeezed for line in made.pages[page].lines)
    return all(squeeze(column["title"]) in text for column in columns)


@rule("L-TABLE-HEADER", "pdf", "PROMISE")
def header_row_on_every_page(made):
    for index, sheet in appendices(made):
        if not sheet.attachment.get("table"):
            continue
        columns = sheet.attachment["table"]["columns"]
        for page in table_pages(made, index):
            if not header_lines(made, page, columns):
                yield f"page {page + 1} of {sheet.attachment['title'][:40]!r} lacks the header row"
        for block in on_sheet(made, index, "column"):
            for line in block.lines:
                yield from weight("column title", line, True, False)


@rule("L-TABLE-HEADER", "docx", "PROMISE")
def header_row_is_marked(made):
    data = {p.cell.table for p in made.docx.paragraphs if p.cell and p.cell.kind == "data"}
    for table in sorted(data):
        rows = {p.cell.row: p.cell for p in made.docx.paragraphs if p.cell and p.cell.table == table}
        if [row for row, cell in sorted(rows.items()) if cell.header] != [0]:
            yield f"table {table + 1}: header rows {[row for row, cell in rows.items() if cell.header]}"
        for row, cell in rows.items():
            if not cell.cant_split and not taller_than_a_page(made, table, row):
                yield f"table {table + 1}: row {row} may be split"


def taller_than_a_page(made, table, row):
    """On our pages a cell of the row goes on over a page turn."""
    texts = {p.squeezed for p in made.docx.paragraphs if p.cell and (p.cell.table, p.cell.row) == (table, row)}
    split = {squeeze(b.text) for b in made.blocks if b.kind.startswith("cell") and len(b.pages) > 1}
    return bool(texts & split)


def rows_of(made, index):
    """Blocks of each task row: the cells up to the next one of the first column."""
    rows = []
    for block in made.blocks:
        if block.sheet != index or not block.kind.startswith("cell") or not block.lines:
            continue
        number = int(block.kind.removeprefix("cell"))
        if not rows or number <= rows[-1][-1][0]:
            rows.append([])
        rows[-1].append((number, block))
    return [[block for _, block in row] for row in rows]


@rule("L-ROW-WHOLE", "pdf", "PROMISE")
def rows_stay_on_one_page(made):
    """A row taller than the page may be split, and then carries its borders on each page."""
    for index, sheet in appendices(made):
        for row in rows_of(made, index):
            pages = sorted({line.page for block in row for line in block.lines})
            if len(pages) == 1:
                continue
            lines = max(row, key=lambda block: len(block.lines)).lines
            page = made.pages[pages[0]]
            if len(lines) * (lines[1].y - lines[0].y) < page.height - 50 * MM:
                yield f"split over pages {[p + 1 for p in pages]}: {row[0]} … {lines[0].text!r}"
            for number in pages:
                yield from closed_table(made, number)


def closed_table(made, number):
    """All uprights of the table on a page end on a rule at the top and at the bottom."""
    page = made.pages[number]
    uprights = [one for one in page.vertical_rules if one.length > 10]
    top, bottom = min(one.y0 for one in uprights), max(one.y1 for one in uprights)
    left, right = min(one.x0 for one in uprights), max(one.x0 for one in uprights)
    for y, name in ((top, "top"), (bottom, "bottom")):
        parts = [one for one in page.horizontal_rules if abs(one.y0 - y) < 1.5]
        covered = sum(min(one.x1, right) - max(one.x0, left) for one in parts)
        if covered < right - left - 2:
            yield f"page {number + 1}: no border at the {name} of the table"


@rule("L-TABLE-BORDERS", "pdf", "PROMISE")
def tables_are_closed_on_every_page(made):
    for index, sheet in appendices(made):
        if sheet.attachment.get("table"):
            for number in table_pages(made, index):
                if len([one for one in made.pages[number].vertical_rules if one.length > 10]) < 2:
                    yield f"page {number + 1}: the table has no uprights"
                    continue
                yield from closed_table(made, number)


@rule("L-TABLE-CELLS", "pdf", "PROMISE")
def text_keeps_within_its_cell(made):
    for index, _ in appendices(made):
        for block in cells(made, index) + on_sheet(made, index, "section-row", "column"):
            for line in block.lines:
                for one in made.pages[line.page].vertical_rules:
                    if one.y0 < line.y - 1 < one.y1 and line.x0 + 0.5 < one.x0 < line.x1 - 0.5:
                        yield f"an upright at {one.x0:.1f} crosses {line}"


@rule("L-SECTION-ROW", "pdf", "PROMISE")
def section_rows_are_bold_and_followed(made):
    """Roman label whole, text bold; a task row follows on the same page."""
    for index, _ in appendices(made):
        rows = [b for b in made.blocks if b.sheet == index and b.lines and (b.kind == "section-row" or b.kind.startswith("cell"))]
        for block, following in zip(rows, rows[1:]):
            if block.kind != "section-row":
                continue
            for line in block.lines:
                yield from weight("section row", line, True, False)
            label = block.text.split()[0]
            if not any(line.text.split()[0] == label for line in block.lines):
                yield f"the label {label} is broken: {block.lines[0]}"
            if following.lines[0].page != block.lines[-1].page or len(block.pages) > 1:
                yield f"last on its page: {block}"


@rule("L-SECTION-ROW", "docx", "PROMISE")
def docx_section_rows_stay_with_the_next(made):
    for paragraph in made.docx.paragraphs:
        if paragraph.cell and paragraph.cell.kind == "data" and paragraph.cell.span > 1 and not paragraph.cell.header:
            if not paragraph.style.get("keep_next"):
                yield f"{paragraph} may stand last on a page"
            if paragraph.inked_runs and not paragraph.every("bold"):
                yield f"{paragraph} is not bold"


@rule("L-TABLE-SIZE", "pdf", "PROMISE")
def table_text_is_readable(made):
    for index, _ in appendices(made):
        for block in cells(made, index):
            for line in block.lines:
                yield from off(f"size of {line}", line.size, 10.7, 14.3)
