"""Ways to break a finished document, so that every rule can be seen to fail.

A PDF breakage changes the glyphs and ruling lines as they were read from the file; a DOCX breakage changes the text of
a package part.
"""
import copy
import re
import unicodedata

import docx_styles
import pdf_page
from made import RECIPIENTS, is_page_number

MM = 72 / 25.4
PDF, DOCX = [], []


def breaks_pdf(change):
    PDF.append(change)
    return change


def breaks_docx(change):
    DOCX.append(change)
    return change


def broken_pdf(made, change):
    result = copy.copy(made)
    result.pages = [page.clone() for page in made.pages]
    change(result)
    for page in result.pages:
        page.lines = pdf_page.gather_lines(page)
    result.locate()
    return result


def broken_docx(made, change):
    result = copy.copy(made)
    result.docx = docx_styles.Docx(made.docx_file, change=change)
    return result


def glyphs(made):
    return [glyph for page in made.pages for glyph in page.glyphs]


def rules(made):
    return [rule for page in made.pages for rule in page.rules]


def lines_of(made, *kinds):
    """The glyphs of blocks, on the pages that are being changed."""
    places = {(l.page, g.x, g.y) for b in made.blocks if b.kind in kinds for l in b.lines for g in l.glyphs}
    return [(page, glyph) for page in made.pages for glyph in page.glyphs if (page.index, glyph.x, glyph.y) in places]


def drop(made, *kinds):
    for page, glyph in lines_of(made, *kinds):
        page.glyphs.remove(glyph)


def move(made, dx, dy, *kinds):
    for _, glyph in lines_of(made, *kinds):
        glyph.x += dx
        glyph.y += dy


def to_next_page(made, line, y):
    """A line goes to the head of the next page."""
    places = {(g.x, g.y) for g in line.glyphs}
    page, following = made.pages[line.page], made.pages[line.page + 1]
    taken = [glyph for glyph in page.glyphs if (glyph.x, glyph.y) in places]
    page.glyphs = [glyph for glyph in page.glyphs if glyph not in taken]
    for glyph in taken:
        glyph.y = y
    following.glyphs[:0] = taken


# ------------------------------------------------------------------------------------------------ everywhere


@breaks_pdf
def letter_paper(made):
    for page in made.pages:
        page.width, page.height = 612, 792


@breaks_pdf
def all_pages_across(made):
    for page in made.pages:
        page.width, page.height = 841.89, 595.28
        page.rules = [rule for rule in page.rules if rule.horizontal]


@breaks_pdf
def everything_to_the_right(made):
    for glyph in glyphs(made):
        glyph.x += 15 * MM


@breaks_pdf
def everything_down(made):
    for glyph in glyphs(made):
        glyph.y += 14 * MM


@breaks_pdf
def another_family(made):
    for glyph in glyphs(made):
        glyph.font = "Arial"


@breaks_pdf
def all_regular(made):
    for glyph in glyphs(made):
        glyph.font = "LiberationSerif"


@breaks_pdf
def all_bold_italic(made):
    for glyph in glyphs(made):
        glyph.font = "LiberationSerif-BoldItal"


@breaks_pdf
def all_red(made):
    for glyph in glyphs(made):
        glyph.color = (1.0, 0.2, 0.0)


@breaks_pdf
def all_larger(made):
    for glyph in glyphs(made):
        glyph.size *= 1.3


@breaks_pdf
def all_decomposed(made):
    for glyph in glyphs(made):
        glyph.char = unicodedata.normalize("NFD", glyph.char)


@breaks_pdf
def no_rules(made):
    for page in made.pages:
        page.rules = []


@breaks_pdf
def short_rules(made):
    for rule in rules(made):
        if rule.horizontal:
            rule.x1 = rule.x0 + 0.2 * rule.length


@breaks_pdf
def rules_beyond_the_margin(made):
    for rule in rules(made):
        rule.x1 += 40 * MM


@breaks_pdf
def capitals_lost(made):
    for glyph in glyphs(made):
        glyph.char = glyph.char.lower()


@breaks_pdf
def dense_lines(made):
    for page in made.pages:
        for glyph in page.glyphs:
            glyph.y = 60 + (glyph.y - 60) * 0.8


@breaks_pdf
def ragged_right(made):
    for page in made.pages:
        for line in page.lines:
            places = {(g.x, g.y) for g in line.glyphs}
            for glyph in page.glyphs:
                if (glyph.x, glyph.y) in places:
                    glyph.x = line.x0 + (glyph.x - line.x0) * (0.93 if round(line.y) % 2 else 0.97)


@breaks_pdf
def letters_spread(made):
    for page in made.pages:
        for line in page.lines:
            places = {(g.x, g.y) for g in line.glyphs}
            for glyph in page.glyphs:
                if (glyph.x, glyph.y) in places:
                    glyph.width *= 0.6


@breaks_pdf
def all_lines_on_one_another(made):
    for glyph in glyphs(made):
        glyph.y = round(glyph.y / 40) * 40 + 3 * (round(glyph.y / 16) % 2)


# ------------------------------------------------------------------------------------------------ parts


@breaks_pdf
def numbers_at_the_left(made):
    for page in made.pages:
        for line in page.lines:
            if is_page_number(line):
                for glyph in page.glyphs:
                    if abs(glyph.y - line.y) < 0.1:
                        glyph.x -= 50


@breaks_pdf
def every_page_numbered_through(made):
    for page in made.pages:
        page.glyphs = [g for g in page.glyphs if not any(is_page_number(l) and abs(l.y - g.y) < 0.1 for l in page.lines)]
        for i, char in enumerate(str(page.index + 1)):
            page.glyphs.append(pdf_page.Glyph(char, 300 + 7 * i, 42, 7, 14, "LiberationSerif", (0.0,)))


@breaks_pdf
def head_exchanged(made):
    move(made, -240, 0, "nation", "motto", "date")
    move(made, 240, 0, "issuer", "parent", "number")


@breaks_pdf
def dash_for_hyphen(made):
    for glyph in glyphs(made):
        glyph.char = {"-": "–", "/": " "}.get(glyph.char, glyph.char)


@breaks_pdf
def head_spread(made):
    move(made, 0, 7, "motto")
    move(made, 0, 30, "date")
    move(made, 0, 60, "subject", "text-subject")


@breaks_pdf
def wrong_day_and_number(made):
    for _, glyph in lines_of(made, "date", "number"):
        glyph.char = {"2": "x", "0": "o", "Q": "q"}.get(glyph.char, glyph.char)


@breaks_pdf
def another_type_in_the_symbol(made):
    for _, glyph in lines_of(made, "number"):
        glyph.char = {"Q": "C", "Đ": "V"}.get(glyph.char, glyph.char)
    made.document["symbol"] = made.document["symbol"].replace("QĐ", "CV")


@breaks_pdf
def title_lost(made):
    drop(made, "kind", "subject", "authority", "orders")


@breaks_pdf
def bases_end_otherwise(made):
    for page, glyph in lines_of(made, "basis", "recipient"):
        glyph.char = {";": ","}.get(glyph.char, glyph.char)
    drop(made, "recipients")


@breaks_pdf
def closing_mark_lost(made):
    for page in made.pages:
        for line in page.lines:
            if line.text.endswith("./."):
                ends = {(g.x, g.y) for g in line.inked[-2:]}
                page.glyphs = [g for g in page.glyphs if (g.x, g.y) not in ends]
    for block in made.document["articles"]:
        block["paragraphs"] = [text.removesuffix("/.") for text in block["paragraphs"]]
    shorten(made.document.get("attachments", []))


def shorten(value):
    for item in value:
        for key in ("sections", "items"):
            shorten(item.get(key, []))
        if "text" in item:
            item["text"] = item["text"].removesuffix("/.")


@breaks_pdf
def labels_skip(made):
    for page, glyph in lines_of(made, "article"):
        glyph.char = {"1": "3"}.get(glyph.char, glyph.char)
    for article in made.document["articles"]:
        article["number"] = article["number"].replace("1", "3")
        article["paragraphs"] = [text.replace("1", "3") for text in article["paragraphs"]]


@breaks_pdf
def indents_vary(made):
    for block in made.of("article", "basis"):
        first = {(g.x, g.y) for g in block.lines[0].glyphs}
        for page, glyph in lines_of(made, block.kind):
            if page.index == block.lines[0].page and (glyph.x, glyph.y) in first:
                glyph.x -= 12 if block.kind == "basis" else 25


@breaks_pdf
def signature_at_the_left(made):
    move(made, -200, 0, "role")
    move(made, 0, -40, "signer")
    move(made, 40, 60, "recipients", "recipient")
    move(made, 0, -100, "drafter")


@breaks_pdf
def signature_alone(made):
    tail = lines_of(made, "role", "signer", "recipients", "recipient", "drafter")
    page = made.pages[tail[0][0].index]
    taken = [glyph for _, glyph in tail]
    page.glyphs = [glyph for glyph in page.glyphs if glyph not in taken]
    alone = pdf_page.Page(page.index + 1, page.width, page.height, taken)
    insert_page(made, alone)


def insert_page(made, page):
    for following in made.pages[page.index :]:
        following.index += 1
    made.pages.insert(page.index, page)


@breaks_pdf
def recipients_on_the_next_page(made):
    tail = lines_of(made, "recipients", "recipient")
    page = made.pages[tail[0][0].index]
    taken = [glyph for _, glyph in tail]
    page.glyphs = [glyph for glyph in page.glyphs if glyph not in taken]
    insert_page(made, pdf_page.Page(page.index + 1, page.width, page.height, taken))


@breaks_pdf
def marks_lost(made):
    wanted = [*made.document.get("marks", {}).values(), made.document.get("contact", "none"), made.document.get("drafter_mark", "none")]
    for page in made.pages:
        for line in page.lines:
            if line.text in wanted:
                page.glyphs = [g for g in page.glyphs if abs(g.y - line.y) > 0.1 or not line.x0 <= g.x <= line.x1]


# ------------------------------------------------------------------------------------------------ attachments, breaks


@breaks_pdf
def appendix_heads_lost(made):
    for sheet in made.sheets[1:]:
        page = made.pages[sheet.first]
        page.glyphs = [glyph for glyph in page.glyphs if glyph.y > page.height / 3]


@breaks_pdf
def appendix_heads_moved(made):
    move(made, -50, 0, "appendix-label", "appendix-title")
    for sheet in made.sheets[1:]:
        for glyph in made.pages[sheet.first].glyphs:
            glyph.char = {"I": "1", "(": "["}.get(glyph.char, glyph.char)
    for attachment in made.document.get("attachments", []):
        if attachment["kind"] == "appendix":
            attachment["label"] = "Phụ lục 1"
            attachment["title"] = attachment["title"].replace("I", "1")


@breaks_pdf
def reference_of_another_number(made):
    for sheet in made.sheets[1:]:
        for glyph in made.pages[sheet.first].glyphs:
            glyph.char = {"4": "5"}.get(glyph.char, glyph.char)


@breaks_pdf
def header_row_once(made):
    first = {block.lines[0].page for block in made.of("column")}
    for page in made.pages:
        if page.index not in first and made.tables_on(page.index):
            top = min(line.y for line in page.lines if not is_page_number(line))
            page.glyphs = [glyph for glyph in page.glyphs if glyph.y > top + 25]


@breaks_pdf
def cells_too_wide(made):
    for page in made.pages:
        for rule in page.rules:
            if not rule.horizontal:
                rule.x0 += 20
                rule.x1 += 20


@breaks_pdf
def row_split(made):
    for block in made.blocks:
        if block.kind == "cell1" and len(block.lines) > 1 and block.lines[0].page + 1 < len(made.pages):
            if made.tables_on(block.lines[0].page + 1):
                to_next_page(made, block.lines[-1], 70)
                return


@breaks_pdf
def section_row_last(made):
    rows = [b for b in made.blocks if b.lines and (b.kind == "section-row" or b.kind.startswith("cell"))]
    for row, following in zip(rows, rows[1:]):
        if row.kind == "section-row" and row.lines[0].page + 1 < len(made.pages):
            for line in following.lines:
                to_next_page(made, line, 70)
            return


@breaks_pdf
def last_line_on_the_next_page(made):
    for block in made.of("item1", "item2", "item3"):
        following = made.reading.lines[block.after : block.after + 1]
        if len(block.lines) > 1 and following and following[0].page > block.lines[-1].page:
            to_next_page(made, block.lines[-1], 70)
            return


@breaks_pdf
def headings_on_the_page_before(made):
    for block in made.of("section", "orders"):
        page = made.pages[block.lines[0].page]
        cut = max(line.y for line in block.lines) + 1
        stay = [glyph for glyph in page.glyphs if glyph.y < cut]
        rest = [glyph for glyph in page.glyphs if glyph.y >= cut]
        if rest and page.index == 0:
            page.glyphs = stay
            insert_page(made, pdf_page.Page(page.index + 1, page.width, page.height, rest))
            return


@breaks_pdf
def words_cut(made):
    """The data joins what the lines part: the last word of a line and the first of the next become one."""
    for article in made.document["articles"]:
        block = next((b for b in made.of("article") if b.text.startswith(f"Điều {article['number']}.")), None)
        if block and len(block.lines) > 1:
            last, first = block.lines[0].words[-1], block.lines[1].words[0]
            article["paragraphs"][0] = article["paragraphs"][0].replace(f"{last} {first}", f"{last}{first}", 1)


@breaks_pdf
def days_parted(made):
    """The last letters of a line become `ngày`, the first of the next a digit."""
    for block in made.of("article"):
        if len(block.lines) > 1:
            a, b = block.lines[0].words[-1], block.lines[1].words[0]
            article = next(one for one in made.document["articles"] if block.text.startswith(f"Điều {one['number']}."))
            article["paragraphs"][0] = article["paragraphs"][0].replace(f"{a} {b}", "ngày 25", 1)
            retype(made, block.lines[0], a, "ngày")
            retype(made, block.lines[1], b, "25", at_start=True)
            return


def retype(made, line, word, new, at_start=False):
    page = made.pages[line.page]
    inked = line.inked[: len(word)] if at_start else line.inked[-len(word) :]
    places = {(g.x, g.y) for g in inked}
    index = next(i for i, g in enumerate(page.glyphs) if (g.x, g.y) in places)
    model = page.glyphs[index]
    page.glyphs = [g for g in page.glyphs if (g.x, g.y) not in places]
    step = model.size * 0.4
    made_glyphs = [pdf_page.Glyph(c, model.x + i * step, model.y, step, model.size, model.font, model.color) for i, c in enumerate(new)]
    page.glyphs[index:index] = made_glyphs


@breaks_pdf
def text_lost(made):
    drop(made, "signer", "recipient", "issuer")


# ------------------------------------------------------------------------------------------------ DOCX


def replaced(part_pattern, pattern, replacement):
    """A change of the package: (part name, text) → text."""

    def change(name, text):
        return re.sub(pattern, replacement, text) if re.search(part_pattern, name) else text

    change.__name__ = f"{pattern} → {replacement}"
    return change


STYLES, DOCUMENT, HEADERS = r"styles\.xml", r"document\.xml", r"header\d*\.xml|footer\d*\.xml"
ALL = r"styles\.xml|document\.xml"
DOCX += [
    replaced(DOCUMENT, r'w:w="11906"', 'w:w="12240"'),
    replaced(DOCUMENT, r'w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"'),
    replaced(DOCUMENT, r'<w:pgMar [^>]*>', '<w:pgMar w:top="900" w:bottom="900" w:left="1134" w:right="1400" w:header="500" w:footer="500" w:gutter="0"/>'),
    replaced(ALL, "Times New Roman", "Arial"),
    replaced(ALL, r'<w:color w:val="[^"]*"/>', '<w:color w:val="0000FF"/>'),
    replaced(STYLES, r'(<w:rPrDefault>\s*<w:rPr>)', r'\1<w:color w:val="0000FF"/>'),
    replaced(DOCUMENT, "ế", "e\u0302\u0301"),
    replaced(HEADERS, "PAGE", "NUMPAGES2"),
    replaced(DOCUMENT, r"<w:titlePg[^>]*/>", ""),
    replaced(DOCUMENT, r'w:start="1"', 'w:start="5"'),
    replaced(ALL, r'<w:jc w:val="[^"]*"/>', '<w:jc w:val="right"/>'),
    replaced(ALL, r'<w:sz w:val="\d+"/>', '<w:sz w:val="40"/>'),
    replaced(ALL, r"<w:b/>", ""),
    replaced(ALL, r"<w:i/>", ""),
    replaced(ALL, r"<w:rPr>", "<w:rPr><w:b/><w:i/>"),
    replaced(ALL, r"<w:pBdr>.*?</w:pBdr>", ""),
    replaced(ALL, r'<w:ind [^>]*/>', '<w:ind w:left="100" w:right="0" w:firstLine="300"/>'),
    replaced(ALL, r'<w:spacing [^>]*/>', '<w:spacing w:before="40" w:after="0" w:line="600" w:lineRule="auto"/>'),
    replaced(ALL, r"<w:keepNext[^>]*/>", ""),
    replaced(ALL, r"<w:widowControl[^>]*/>|(<w:pPr>)", r'\1<w:widowControl w:val="0"/>'),
    replaced(DOCUMENT, r"<w:tblHeader[^>]*/>|<w:cantSplit[^>]*/>", ""),
    replaced(DOCUMENT, r"<w:tc>", "<w:tc><w:p/></w:tc><w:tc>"),
    replaced(DOCUMENT, r"</w:tc>", "</w:tc><w:tc><w:p/></w:tc>"),
    replaced(DOCUMENT, r"</w:tc>(\s*)<w:tc>", r"</w:tc></w:tr><w:tr><w:tc>"),
    replaced(DOCUMENT, r"- Hạnh", "– Hạnh"),
    replaced(DOCUMENT, r"Số: ", "Số "),
]
