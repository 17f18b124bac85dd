"""R-HDR, R-AGY, R-SYM, R-DATE, R-LINE: the letterhead (annex I, II.1 to II.4)."""
import re

from made import MOTTO, NATION
from pdf_page import SINGLE_LINE
from rulebook import MM, centred, docx_align, docx_font, off, paragraphs_of, rule, rule_below, sized, spacing, weight

NUMBER = re.compile(r"Số: (0[1-9]|[1-9]\d+)/(\d{4}/)?[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ][A-Za-zĐđ&]*)+")
DATE = re.compile(r"[A-ZĐ][^,]*(, [^,]+)*, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}")
FULL = (0.97, 1.03)
SHORT = (0.33, 0.50)


def one(made, kind):
    found = made.of(kind)
    return found[0] if found else None


def line_share(made, block, low, high):
    """The rule under a text: its share of the longest line, its centre, its distance."""
    below = rule_below(made, block.lines)
    if below is None:
        yield f"no rule under {block}"
        return
    longest = max(block.lines, key=lambda line: line.width)
    yield from off(f"rule under {block}, share of the text", below.length / longest.width, low, high, "")
    if abs(below.centre - longest.centre) > 1.5:
        yield f"rule under {block} is centred at {below.centre:.1f}, the text at {longest.centre:.1f} pt"
    yield from off(f"rule under {block}, distance from the baseline", (below.y0 - block.lines[-1].y) / MM, 0.5, 4, "mm")


def docx_line_share(made, block, low, high):
    """The rule in the DOCX: a bordered paragraph whose indents leave its length, behind the text's paragraph."""
    here = paragraphs_of(made, block)
    if not here:
        yield f"{block} is not a paragraph of the DOCX"
        return
    paragraphs = made.docx.paragraphs
    index = next(i for i, p in enumerate(paragraphs) if p is here[0])
    ruled = [p for p in paragraphs[index : index + 2] if p.style.get("borders")]
    if not ruled:
        yield f"no rule under {block} in the DOCX"
        return
    style = ruled[0].style
    width = docx_room(made, ruled[0]) - style.get("left", 0) - style.get("right", 0)
    text_width = max(line.width for line in block.lines) * 20
    yield from off(f"rule under {block} in the DOCX, share of the text", width / text_width, low, high, "")
    if ruled[0].cell is None and abs(style.get("left", 0) - style.get("right", 0)) > 20:
        yield f"rule under {block} is off the middle: indents {style.get('left', 0)}, {style.get('right', 0)} twips"


def docx_room(made, paragraph):
    """Width a paragraph may fill: its cell without the padding Word gives it, or the text width."""
    if paragraph.cell is None:
        section = made.docx.sections[paragraph.section]
        return section.width - section.margins["left"] - section.margins["right"]
    return paragraph.cell.width - made.docx.cell_padding(paragraph.cell)


# ------------------------------------------------------------------------------------------------ Quốc hiệu, Tiêu ngữ


@rule("R-HDR-01", "pdf")
def nation_stands_top_right(made):
    block = one(made, "nation")
    if block is None:
        yield "the first page lacks " + NATION
        return
    page = made.pages[0]
    line = block.lines[0]
    if len(block.lines) != 1 or line.page != 0:
        yield f"not on one line of page 1: {block.lines}"
    if line.y > page.height / 4 or line.centre < page.width / 2:
        yield f"not at the top right: {line}"
    yield from sized("Quốc hiệu", line, 12, 13)
    yield from weight("Quốc hiệu", line, True, False)


@rule("R-HDR-01", "docx")
def nation_is_in_the_right_cell(made):
    found = made.docx_paragraph(NATION)
    if not found:
        yield "the DOCX lacks " + NATION
    for paragraph in found:
        cell = paragraph.cell
        if cell is None or cell.column != cell.columns - 1 or cell.kind != "layout":
            yield f"{paragraph} is not in the right cell of a table without borders"
    for block in made.of("nation"):
        yield from docx_font(made, block, 12, 13, True, False)
        yield from docx_align(made, block, "center")


@rule("R-HDR-02", "pdf")
def motto_is_exact(made):
    block = one(made, "motto")
    if block is None or block.lines[0].text != MOTTO:
        yield f"the motto reads {block.lines[0].text if block else None!r}"
        return
    yield from sized("Tiêu ngữ", block.lines[0], 13, 14)
    yield from weight("Tiêu ngữ", block.lines[0], True, False)
    yield from centred("Tiêu ngữ", block.lines[0], one(made, "nation").lines[0].centre, 1)


@rule("R-HDR-02", "docx")
def motto_is_exact_in_docx(made):
    if not any(paragraph.text == MOTTO for paragraph in made.docx.paragraphs):
        yield "no paragraph reads " + MOTTO
    for block in made.of("motto"):
        yield from docx_font(made, block, 13, 14, True, False)
        yield from docx_align(made, block, "center")


@rule("R-HDR-03", "pdf")
def rule_as_long_as_the_motto(made):
    yield from line_share(made, one(made, "motto"), *FULL)


@rule("R-HDR-03", "docx")
def docx_rule_as_long_as_the_motto(made):
    yield from docx_line_share(made, one(made, "motto"), *FULL)


@rule("R-HDR-04", "pdf")
def header_lines_are_single_spaced(made):
    nation, motto = one(made, "nation").lines[0], one(made, "motto").lines[0]
    step = motto.y - nation.y
    yield from off("step from Quốc hiệu to Tiêu ngữ", step, 0.97 * SINGLE_LINE * nation.size, 1.05 * SINGLE_LINE * motto.size)
    for block in made.of("issuer", "parent"):
        for above, below in zip(block.lines, block.lines[1:]):
            yield from off(f"line step in {block}", below.y - above.y, 0.97 * SINGLE_LINE * 12, 1.05 * SINGLE_LINE * 13)


@rule("R-HDR-04", "docx")
def header_paragraphs_are_single_spaced(made):
    for block in made.of("nation", "motto", "parent", "issuer"):
        for paragraph in paragraphs_of(made, block)[:1]:
            if spacing(paragraph.style) != (0, 0, 1.0):
                yield f"{paragraph}: (before, after, line) is {spacing(paragraph.style)}"


# ------------------------------------------------------------------------------------------------ issuing body


@rule("R-AGY-01", "pdf")
def agencies_stand_top_left(made):
    blocks = made.of("parent", "issuer")
    if not any(block.kind == "issuer" for block in blocks):
        yield "the issuing body is missing"
    for block in blocks:
        for line in block.lines:
            if line.page or line.centre > made.pages[0].width / 2:
                yield f"not at the left of page 1: {line}"
            if line.text != line.text.upper():
                yield f"not in capitals: {line}"
            yield from sized(block.kind, line, 12, 13)
            yield from weight(block.kind, line, block.kind == "issuer", False)
            yield from centred(block.kind, line, blocks[-1].lines[0].centre, 1)
    if abs(blocks[0].lines[0].y - one(made, "nation").lines[0].y) > 2:
        yield f"not level with Quốc hiệu: {blocks[0].lines[0]}"


@rule("R-AGY-01", "docx")
def agencies_are_in_the_left_cell(made):
    for block in made.of("parent", "issuer"):
        yield from docx_font(made, block, 12, 13, block.kind == "issuer", False)
        yield from docx_align(made, block, "center")
        for paragraph in paragraphs_of(made, block)[:1]:
            if paragraph.cell is None or paragraph.cell.column != 0 or paragraph.cell.kind != "layout":
                yield f"{paragraph} is not in the left cell of the letterhead"


@rule("R-AGY-03", "pdf")
def rule_under_the_agency(made):
    yield from line_share(made, one(made, "issuer"), *SHORT)


@rule("R-AGY-03", "docx")
def docx_rule_under_the_agency(made):
    yield from docx_line_share(made, one(made, "issuer"), *SHORT)


# ------------------------------------------------------------------------------------------------ number and date


@rule("R-SYM-01", "pdf")
def number_line_is_well_formed(made):
    """R-SYM-02 and R-SYM-03 too: two digits at least, no spaces around the stroke and the hyphens."""
    block = one(made, "number")
    if block is None:
        if made.document.get("number"):
            yield "the number and symbol are missing"
        return
    text = block.lines[0].text
    if len(block.lines) > 1 or not NUMBER.fullmatch(text):
        yield f"number line reads {text!r}"
    yield from sized("number line", block.lines[0], 13, 13)
    yield from weight("number line", block.lines[0], False, False)
    yield from centred("number line", block.lines[0], one(made, "issuer").lines[0].centre, 1)


@rule("R-SYM-01", "docx")
def docx_number_line(made):
    for block in made.of("number"):
        yield from docx_font(made, block, 13, 13, False, False)
        yield from docx_align(made, block, "center")
        for paragraph in paragraphs_of(made, block)[:1]:
            if not NUMBER.fullmatch(paragraph.text):
                yield f"number line reads {paragraph.text!r}"


@rule("R-SYM-04", "pdf")
def symbol_names_the_type(made):
    for block in made.of("number"):
        if not re.search(r"/QĐ-", block.lines[0].text):
            yield f"the symbol of a decision is {block.lines[0].text!r}"


@rule("R-DATE-01", "pdf")
def date_is_in_full(made):
    block = one(made, "date")
    if block is None:
        if made.document.get("date"):
            yield "place and date are missing"
        return
    text = " ".join(line.text for line in block.lines)
    if not DATE.fullmatch(text):
        yield f"place and date read {text!r}"
    for line in block.lines:
        yield from sized("date", line, 13, 14)
        yield from weight("date", line, False, True)
        yield from centred("date", line, one(made, "nation").lines[0].centre, 1)


@rule("R-DATE-01", "docx")
def docx_date(made):
    for block in made.of("date"):
        yield from docx_font(made, block, 13, 14, False, True)
        yield from docx_align(made, block, "center")


@rule("R-DATE-02", "pdf")
def date_is_level_with_the_number(made):
    if made.of("date") and made.of("number"):
        gap = abs(one(made, "date").lines[0].y - one(made, "number").lines[0].y)
        yield from off("from the number's baseline to the date's", gap, 0, 14 * SINGLE_LINE)


@rule("R-DATE-02", "docx")
def date_shares_the_row_of_the_number(made):
    if made.of("date") and made.of("number"):
        cells = [paragraphs_of(made, one(made, kind))[0].cell for kind in ("number", "date")]
        if None in cells or (cells[0].table, cells[0].row) != (cells[1].table, cells[1].row):
            yield f"number and date are not in one row: {cells}"
