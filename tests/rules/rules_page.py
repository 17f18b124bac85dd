"""R-PAGE, R-FONT, R-NUM: sheet, margins, letters, page numbers (annex I, I.I and III.1đ)."""
import unicodedata

from made import NUMBER_BAND, is_page_number
from rulebook import MM, off, rule, text_box

A4 = (595.28, 841.89)
A4_TWIPS = (11906, 16838)
TWIP_TOLERANCE = 12
MARGINS_TWIPS = {"top": (1134, 1417), "bottom": (1134, 1417), "left": (1701, 1984), "right": (850, 1134)}
RED = {(1.0, 0.0, 0.0)}


@rule("R-PAGE-01", "pdf")
def paper_is_a4(made):
    for page in made.pages:
        size = sorted((page.width, page.height))
        if abs(size[0] - A4[0]) > 1 or abs(size[1] - A4[1]) > 1:
            yield f"page {page.index + 1} is {page.width:.2f} × {page.height:.2f} pt"


@rule("R-PAGE-01", "docx")
def sections_are_a4(made):
    for index, section in enumerate(made.docx.sections):
        size = sorted((section.width, section.height))
        if abs(size[0] - A4_TWIPS[0]) > 20 or abs(size[1] - A4_TWIPS[1]) > 20:
            yield f"section {index + 1} is {section.width} × {section.height} twips"


@rule("R-PAGE-02", "pdf")
def landscape_only_with_a_table(made):
    for sheet in made.sheets:
        pages = made.pages[sheet.first : sheet.last + 1]
        if any(page.landscape for page in pages) and not any(made.tables_on(page.index) for page in pages):
            yield f"pages {sheet.first + 1} to {sheet.last + 1} lie across without a table"


@rule("R-PAGE-02", "docx")
def landscape_sections_hold_a_table(made):
    for index, section in enumerate(made.docx.sections):
        wide = section.width > section.height
        if wide != (section.orientation == "landscape"):
            yield f"section {index + 1}: {section.width} × {section.height} twips but orientation {section.orientation}"
        if wide and not any(p.section == index and p.cell and p.cell.kind == "data" for p in made.docx.paragraphs):
            yield f"section {index + 1} lies across without a table"


@rule("R-PAGE-03", "pdf")
def text_keeps_the_margins(made):
    """The paragraphs' own edges, where the decree's ranges bite: left 30-35, right 15-20, top and bottom 20-25 mm."""
    for index, sheet in enumerate(made.sheets):
        page = made.pages[sheet.first]
        if page.landscape:
            continue
        left, right = text_box(made, index)
        yield from off(f"left margin of sheet {index + 1}", left / MM, 29, 36, "mm")
        yield from off(f"right margin of sheet {index + 1}", (page.width - right) / MM, 14, 21, "mm")


@rule("R-PAGE-03", "pdf")
def first_and_last_lines_keep_the_margins(made):
    for page in made.pages:
        lines = [line for line in page.lines if line.top > NUMBER_BAND - MM and not is_page_number(line)]
        top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
        yield from off(f"top margin of page {page.index + 1}", top / MM, 19, 32, "mm")
        yield from off(f"bottom margin of page {page.index + 1}", (page.height - bottom) / MM, 19, page.height, "mm")


@rule("R-PAGE-03", "docx")
def sections_keep_the_margins(made):
    for index, section in enumerate(made.docx.sections):
        for name, (low, high) in MARGINS_TWIPS.items():
            value = section.margins[name]
            if not low - TWIP_TOLERANCE <= value <= high + TWIP_TOLERANCE:
                yield f"section {index + 1}: margin {name} is {value} twips, allowed {low} to {high}"


@rule("L-MARGIN", "pdf", "PROMISE")
def nothing_outside_the_margins(made):
    """Letters and rules; page numbers and marks stand in the top margin, header and signature tables may hang over."""
    marks = {mark for mark in made.document.get("marks", {}).values()}
    for page in made.pages:
        left, right = 29 * MM, page.width - 14 * MM
        for line in page.lines:
            if is_page_number(line) or line.text in marks:
                continue
            inside = left <= line.x0 and line.x1 <= right and line.top >= 19 * MM and line.bottom <= page.height - 19 * MM
            if not inside:
                yield f"outside the margins: {line}"
        for one in page.rules:
            inside = left <= one.x0 and one.x1 <= right and one.y1 <= page.height - 19 * MM
            if not inside and one.color not in RED:
                yield f"page {page.index + 1}: rule outside the margins: {one}"


# ------------------------------------------------------------------------------------------------ letters


@rule("R-FONT-01", "pdf")
def font_is_times_or_its_metric_twin(made):
    fonts = {glyph.font.split("+")[-1] for page in made.pages for glyph in page.glyphs}
    for font in sorted(fonts):
        if not font.replace(" ", "").startswith(("TimesNewRoman", "LiberationSerif")):
            yield f"text is set in {font}"


@rule("R-FONT-01", "docx")
def every_run_is_times_new_roman(made):
    paragraphs = list(made.docx.paragraphs)
    for section in made.docx.sections:
        paragraphs += [p for part in (section.headers, section.footers) for ps in part.values() for p in ps]
    for paragraph in paragraphs:
        for run in paragraph.inked_runs:
            fonts = run.style.get("fonts", {})
            names = {fonts.get(script) for script in ("ascii", "hAnsi", "cs")}
            if names != {"Times New Roman"}:
                yield f"{paragraph}: fonts {sorted(map(str, names))}"


@rule("R-FONT-02", "pdf")
def text_is_black(made):
    """The urgency mark alone is red (annex I, III.2b)."""
    urgency = made.document.get("marks", {}).get("urgency", "")
    for page in made.pages:
        for line in page.lines:
            colours = {glyph.color for glyph in line.inked}
            black = all(set(colour) <= {0.0} or colour == (0.0, 0.0, 0.0, 1.0) for colour in colours)
            if not black and line.text != urgency:
                yield f"colour {colours}: {line}"


@rule("R-FONT-02", "docx")
def runs_are_black(made):
    urgency = made.document.get("marks", {}).get("urgency", "")
    for paragraph in made.docx.paragraphs:
        for run in paragraph.inked_runs:
            if run.style.get("color", "auto") not in ("auto", "000000") and paragraph.text != urgency:
                yield f"{paragraph}: colour {run.style['color']}"


@rule("R-FONT-04", "pdf", "SHOULD")
def letters_are_precomposed(made):
    for page in made.pages:
        for line in page.lines:
            if not unicodedata.is_normalized("NFC", line.text):
                yield f"not NFC: {line}"
            if set(line.text) & set("\u00d0\u0189\u200b\u00ad\ufffd"):
                yield f"a letter that only looks right: {line}"


@rule("R-FONT-04", "docx", "SHOULD")
def docx_letters_are_precomposed(made):
    for paragraph in made.docx.paragraphs:
        if not unicodedata.is_normalized("NFC", paragraph.text):
            yield f"not NFC: {paragraph}"


# ------------------------------------------------------------------------------------------------ page numbers


@rule("R-NUM-01", "pdf")
def numbers_stand_centred_in_the_top_margin(made):
    for index, sheet in enumerate(made.sheets):
        left, right = text_box(made, index)
        for page in made.pages[sheet.first : sheet.last + 1]:
            shown = [line for line in page.lines if is_page_number(line)]
            expected = page.index - sheet.first + 1
            if expected == 1:
                yield from (f"a first page shows its number: {line}" for line in shown)
                continue
            if [line.text for line in shown] != [str(expected)]:
                yield f"page {page.index + 1} shows {[line.text for line in shown]}, wanted {expected}"
                continue
            line = shown[0]
            middle = (left + right) / 2
            if abs(line.centre - middle) > 3 * MM:
                yield f"number centred at {line.centre / MM:.1f} mm, the text at {middle / MM:.1f}: {line}"
            if not line.regular or not 12.7 <= line.size <= 14.3:
                yield f"number not upright 13 to 14 pt: {line}"


@rule("R-NUM-01", "docx")
def numbers_are_fields_in_the_header(made):
    for index, section in enumerate(made.docx.sections):
        numbers = [p for p in section.headers.get("default", []) if "PAGE" in p.fields]
        if len(numbers) != 1:
            yield f"section {index + 1}: {len(numbers)} PAGE fields in its header"
        for paragraph in numbers:
            if paragraph.style.get("align") != "center":
                yield f"section {index + 1}: number aligned {paragraph.style.get('align')}"
            for run in paragraph.runs:
                style = run.style
                if not 26 <= style.get("size", 20) <= 28 or style.get("bold") or style.get("italic"):
                    yield f"section {index + 1}: number set in {style}"
        if not section.title_page:
            yield f"section {index + 1}: its first page is not set apart"
        if any("PAGE" in p.fields for p in section.headers.get("first", [])):
            yield f"section {index + 1}: its first page shows a number"
        if any("PAGE" in p.fields for part in section.footers.values() for p in part):
            yield f"section {index + 1}: a page number in the footer"


@rule("R-NUM-02", "docx")
def each_attachment_counts_from_one(made):
    wanted = len(made.sheets)
    if len(made.docx.sections) != wanted:
        yield f"{len(made.docx.sections)} sections for {wanted} sheets"
    for index, section in enumerate(made.docx.sections):
        if section.start != 1 and index:
            yield f"section {index + 1} counts from {section.start}"


@rule("R-NUM-02", "pdf")
def each_attachment_starts_a_page(made):
    if len(made.sheets) != 1 + len(made.document.get("attachments", [])):
        yield f"{len(made.sheets)} sheets for {len(made.document.get('attachments', []))} attachments"
    for sheet in made.sheets[1:]:
        above = [line for line in made.pages[sheet.first].lines if is_page_number(line)]
        if above or sheet.first <= made.sheets[made.sheets.index(sheet) - 1].first:
            yield f"page {sheet.first + 1} does not begin a count of its own"


