"""R-SIG, R-RCP, R-TYP, R-CON, R-MARK: signature, recipients, drafter's mark, contact line, marks (annex I, II.7, II.9, III)."""
import re

from pdf_page import SINGLE_LINE
from rulebook import MM, centred, docx_align, docx_font, off, paragraphs_of, rule, sized, text_box, weight

URGENCY_WIDTHS_MM = {"HỎA TỐC": 30, "HOẢ TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}
URGENCY_HEIGHT_MM = 8
TITLES = re.compile(r"(GS|PGS|TS|ThS|BS|CN|KS|Đại tá)\.? ")


# ------------------------------------------------------------------------------------------------ signature


@rule("R-SIG-01", "pdf")
def authority_stands_right_in_bold_capitals(made):
    roles = made.of("role")
    if len(roles) != len(made.document["signature"]["authority"]):
        yield f"{len(roles)} of {len(made.document['signature']['authority'])} lines of authority are there"
        return
    middle = made.of("signer")[0].lines[0].centre
    left, right = text_box(made, 0)
    for block in roles:
        for line in block.lines:
            if line.text != line.text.upper():
                yield f"not in capitals: {line}"
            if line.centre < (left + right) / 2:
                yield f"not in the right block: {line}"
            yield from sized("authority", line, 13, 14)
            yield from weight("authority", line, True, False)
            yield from centred("authority", line, middle, 1)


@rule("R-SIG-01", "docx")
def docx_authority(made):
    for block in made.of("role", "signer"):
        yield from docx_font(made, block, 13, 14, True, False)
        yield from docx_align(made, block, "center")
        for paragraph in paragraphs_of(made, block)[-1:]:
            if paragraph.cell is None or paragraph.cell.column != paragraph.cell.columns - 1:
                yield f"{paragraph} is not in the right cell of the signature's table"


@rule("R-SIG-03", "pdf")
def name_is_plain_and_leaves_room_to_sign(made):
    signer = made.of("signer")
    if not signer:
        yield "the signer's name is missing"
        return
    line = signer[0].lines[0]
    if TITLES.match(line.text):
        yield f"a degree before the name: {line}"
    yield from sized("name", line, 13, 14)
    yield from weight("name", line, True, False)
    above = made.of("role")[-1].lines[-1]
    yield from off("from the title to the name", (line.y - above.y) / MM, 15, 40, "mm")


# ------------------------------------------------------------------------------------------------ recipients


@rule("R-RCP-03", "pdf")
def recipients_stand_left_level_with_the_signature(made):
    word = made.of("recipients")
    if not word:
        yield "the word Nơi nhận: is missing"
        return
    line = word[0].lines[0]
    left, _ = text_box(made, 0)
    yield from sized("Nơi nhận", line, 12, 12)
    yield from weight("Nơi nhận", line, True, True)
    if not -12 <= (line.x0 - left) / MM <= 3:
        yield f"not flush left: {line}"
    first = made.of("role")[0].lines[0]
    if first.page != line.page or abs(first.y - line.y) > SINGLE_LINE * 14:
        yield f"{line} is not level with {first}"


@rule("R-RCP-03", "pdf")
def recipients_are_lines_with_dashes(made):
    found = made.of("recipient")
    if len(found) != len(made.document["recipients"]):
        yield f"{len(found)} of {len(made.document['recipients'])} recipients stand on lines of their own"
    word = made.of("recipients")
    for index, block in enumerate(found):
        for line in block.lines:
            yield from sized("recipient", line, 11, 11)
            yield from weight("recipient", line, False, False)
        if word and abs(block.lines[0].x0 - word[0].lines[0].x0) > 1:
            yield f"not flush with Nơi nhận: {block.lines[0]}"
        wanted = "." if index == len(found) - 1 else ";"
        if block.lines[-1].text[-1] != wanted:
            yield f"{block} ends {block.lines[-1].text[-1]!r}, wanted {wanted!r}"


@rule("R-RCP-03", "docx")
def docx_recipients(made):
    for block in made.of("recipients"):
        yield from docx_font(made, block, 12, 12, True, True)
    for block in made.of("recipient"):
        yield from docx_font(made, block, 11, 11, False, False)
        yield from docx_align(made, block, "left", "start")
    for block in made.of("recipients", "recipient"):
        for paragraph in paragraphs_of(made, block)[:1]:
            if paragraph.cell is None or paragraph.cell.column != 0:
                yield f"{paragraph} is not in the left cell of the signature's table"


# ------------------------------------------------------------------------------------------------ optional parts


@rule("R-TYP-01", "pdf", "MAY")
def drafter_mark(made):
    text = made.document.get("drafter_mark")
    if not text:
        return
    found = made.of("drafter")
    if not found:
        yield f"{text} is missing"
        return
    line = found[0].lines[0]
    yield from sized("drafter's mark", line, 11, 11)
    yield from weight("drafter's mark", line, False, False)
    last = made.of("recipient")[-1].lines[-1]
    if line.page != last.page or line.y < last.y or line.x0 < last.x0 or line.centre > made.of("role")[0].lines[0].centre:
        yield f"not at the bottom right of the recipients: {line}"


@rule("R-CON-01", "pdf", "MAY")
def contact_line(made):
    text = made.document.get("contact")
    if not text:
        return
    lines, _ = made.reading.find(text)
    if not lines:
        yield f"{text} is missing"
        return
    page = made.pages[0]
    left, right = text_box(made, 0)
    for line in lines:
        yield from sized("contact line", line, 11, 12)
        yield from weight("contact line", line, False, False)
    if lines[0].page != 0 or lines[0].y < page.height * 0.8:
        yield f"not at the bottom of page 1: {lines[0]}"
    above = [one for one in page.horizontal_rules if 0 < lines[0].y - one.y0 < 25]
    if not any(abs(one.x0 - left) < MM and abs(one.x1 - right) < MM for one in above):
        yield f"no rule over the whole width above {lines[0]}"


def box_around(page, line):
    """(width, height) in mm of the four rules next to a line, or None."""
    above = [r for r in page.horizontal_rules if r.y0 <= line.top + 3 and line.top - r.y0 < 20 and r.x0 <= line.x0 and r.x1 >= line.x1]
    below = [r for r in page.horizontal_rules if r.y0 >= line.y and r.y0 - line.y < 20 and r.x0 <= line.x0 and r.x1 >= line.x1]
    left = [r for r in page.vertical_rules if r.x0 <= line.x0 and r.y0 <= line.top + 3 and r.y1 >= line.y]
    right = [r for r in page.vertical_rules if r.x0 >= line.x1 and r.y0 <= line.top + 3 and r.y1 >= line.y]
    if not (above and below and left and right):
        return None
    width = min(r.x0 for r in right) - max(r.x0 for r in left)
    height = min(r.y0 for r in below) - max(r.y0 for r in above)
    return width / MM, height / MM


@rule("R-MARK-02", "pdf")
def urgency_mark(made):
    text = made.document.get("marks", {}).get("urgency")
    if not text:
        return
    lines, _ = made.reading.find(text)
    if not lines:
        yield f"{text} is missing"
        return
    line, page = lines[0], made.pages[0]
    yield from sized("urgency mark", line, 13, 14)
    yield from weight("urgency mark", line, True, False)
    if line.page or line.centre > page.width / 2:
        yield f"not at the left of page 1: {line}"
    if any(glyph.color != (1.0, 0.0, 0.0) for glyph in line.inked):
        yield f"not bright red: {line}, {line.inked[0].color}"
    box = box_around(page, line)
    if box is None:
        yield f"no box around {line}"
        return
    yield from off(f"width of the box of {text}", box[0], URGENCY_WIDTHS_MM[text] - 1, URGENCY_WIDTHS_MM[text] + 1, "mm")
    yield from off(f"height of the box of {text}", box[1], URGENCY_HEIGHT_MM - 1, URGENCY_HEIGHT_MM + 1, "mm")


@rule("R-MARK-03", "pdf")
def circulation_mark(made):
    text = made.document.get("marks", {}).get("circulation")
    if not text:
        return
    lines, _ = made.reading.find(text)
    if not lines:
        yield f"{text} is missing"
        return
    line, page = lines[0], made.pages[0]
    yield from sized("circulation mark", line, 13, 14)
    yield from weight("circulation mark", line, True, False)
    if box_around(page, line) is None:
        yield f"no box around {line}"
    if line.page or line.bottom > made.of("nation")[0].lines[0].top or line.centre < page.width / 2:
        yield f"not above Quốc hiệu: {line}"


@rule("R-MARK-02", "docx")
def marks_in_docx(made):
    marks = made.document.get("marks", {})
    texts = [p for p in made.docx.paragraphs if p.text in marks.values()]
    texts += [p for s in made.docx.sections for ps in s.headers.values() for p in ps if p.text in marks.values()]
    if len({p.text for p in texts}) != len([mark for mark in marks.values() if mark]):
        yield f"marks in the DOCX: {texts}"
    for paragraph in texts:
        red = paragraph.every("color") == "FF0000"
        if red != (paragraph.text == marks.get("urgency")) or not paragraph.every("bold"):
            yield f"{paragraph}: colour {paragraph.every('color')}, bold {paragraph.every('bold')}"
        if not 26 <= (paragraph.every("size") or 0) <= 28:
            yield f"{paragraph}: {paragraph.every('size')} half-points"
