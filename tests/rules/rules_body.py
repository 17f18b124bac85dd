"""R-TTL, R-BASIS, R-STR, R-BODY: type, subject and text (annex I, II.5 and II.6)."""
import re

from pdf_page import SINGLE_LINE
from rulebook import MM, body_blocks, centred, docx_align, docx_font, off, paragraphs_of, rule, sized, spacing, text_box, weight
from rules_head import SHORT, docx_line_share, line_share

INDENTS_MM = (10.0, 12.7)
INDENTS_TWIPS = (567, 720)
GAP = 6
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
TITLES = ("kind", "subject", "authority", "orders", "text-title", "text-subject")


def middle_of(made, block):
    left, right = text_box(made, block.sheet)
    return (left + right) / 2


# ------------------------------------------------------------------------------------------------ title block


@rule("R-TTL-01", "pdf")
def type_and_subject_are_centred_and_bold(made):
    found = made.of("kind", "subject", "text-title", "text-subject")
    if not any(block.kind == "kind" for block in found) or not any(block.kind == "subject" for block in found):
        yield "type or subject is missing"
    for block in found:
        for line in block.lines:
            yield from sized(block.kind, line, 13, 14)
            yield from weight(block.kind, line, True, False)
            yield from centred(block.kind, line, middle_of(made, block))
            if block.kind in ("kind", "text-title") and line.text != line.text.upper():
                yield f"the type is not in capitals: {line}"


@rule("R-TTL-01", "pdf")
def subject_follows_the_type(made):
    for type_kind, subject_kind in (("kind", "subject"), ("text-title", "text-subject")):
        for name, subject in zip(made.of(type_kind), made.of(subject_kind)):
            step = subject.lines[0].y - name.lines[-1].y
            yield from off(f"from {name} to its subject", step, 14, 2 * SINGLE_LINE * 14)


@rule("R-TTL-01", "pdf")
def rule_under_the_subject(made):
    for block in made.of("subject"):
        yield from line_share(made, block, *SHORT)


@rule("R-TTL-01", "docx")
def docx_title_block(made):
    for block in made.of("kind", "subject", "text-title", "text-subject"):
        yield from docx_font(made, block, 13, 14, True, False)
        yield from docx_align(made, block, "center")
    for block in made.of("subject"):
        yield from docx_line_share(made, block, *SHORT)


@rule("R-TTL-01", "pdf", "CONV")
def authority_and_order_lines(made):
    """Forms 1.2 and 1.3: the authority and the words of enactment, capitals, bold, centred."""
    for block in made.of("authority", "orders"):
        for line in block.lines:
            yield from sized(block.kind, line, 13, 14)
            yield from weight(block.kind, line, True, False)
            yield from centred(block.kind, line, middle_of(made, block))
            if line.text != line.text.upper():
                yield f"not in capitals: {line}"


# ------------------------------------------------------------------------------------------------ legal bases


@rule("R-BASIS-01", "pdf")
def bases_are_italic_lines_of_their_own(made):
    bases = made.of("basis")
    if len(bases) != len(made.document["legal_bases"]):
        yield f"{len(bases)} of {len(made.document['legal_bases'])} legal bases stand as paragraphs of their own"
    for block in bases:
        for line in block.lines:
            yield from sized("legal basis", line, 13, 14)
            yield from weight("legal basis", line, False, True)
    for index, block in enumerate(bases):
        wanted = "." if index == len(bases) - 1 else ";"
        if block.lines[-1].text[-1] != wanted:
            yield f"{block} ends with {block.lines[-1].text[-1]!r}, wanted {wanted!r}"


@rule("R-BASIS-01", "docx")
def docx_bases(made):
    for block in made.of("basis"):
        yield from docx_font(made, block, 13, 14, False, True)
        yield from docx_align(made, block, "both")


# ------------------------------------------------------------------------------------------------ articles, points


@rule("R-STR-02", "pdf")
def labels_count_as_the_decree_says(made):
    numbers = [int(re.match(r"Điều (\d+)\.", block.text)[1]) for block in made.of("article")]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"articles are numbered {numbers}"
    for block in made.of("item1", "item2", "item3"):
        letter = re.match(r"([^\W\d])\) ", block.text)
        if letter and letter[1] not in POINT_LETTERS:
            yield f"no letter of a point: {block}"


@rule("R-STR-03", "pdf")
def article_labels_are_bold(made):
    """The label; the text of an article of a decision is not bold."""
    for block in made.of("article"):
        label = re.match(r"Điều \d+\.", block.text)[0].replace(" ", "")
        inked = block.lines[0].inked
        if not all("Bold" in glyph.font for glyph in inked[: len(label)]):
            yield f"the label is not bold: {block.lines[0]}"
        if any("Bold" in glyph.font for glyph in inked[len(label) :]):
            yield f"the text is bold: {block.lines[0]}"


@rule("R-STR-03", "docx")
def docx_article_labels_are_bold(made):
    for block in made.of("article"):
        for paragraph in paragraphs_of(made, block)[:1]:
            bold = "".join(run.text for run in paragraph.inked_runs if run.style.get("bold"))
            if not re.fullmatch(r"Điều\s\d+\.", bold.strip()):
                yield f"{paragraph}: {bold!r} is bold"


@rule("R-STR-03", "pdf")
def section_titles_are_bold(made):
    for block in made.of("section"):
        for line in block.lines:
            yield from sized("section", line, 13, 14)
            yield from weight("section", line, True, False)


@rule("R-STR-03", "docx")
def docx_section_titles_are_bold(made):
    for block in made.of("section"):
        if paragraphs_of(made, block):
            yield from docx_font(made, block, 13, 14, True, False)


# ------------------------------------------------------------------------------------------------ paragraphs


def pages_of_lines(block):
    """Pairs of lines that follow each other on one page."""
    return [(a, b) for a, b in zip(block.lines, block.lines[1:]) if a.page == b.page]


@rule("R-BODY-01", "pdf")
def paragraphs_are_justified(made):
    """All lines but a paragraph's last reach the right margin, all but its first the left one."""
    for index in range(len(made.sheets)):
        blocks = body_blocks(made, index)
        if not blocks:
            continue
        left, right = text_box(made, index)
        for block in blocks:
            for line in block.lines[:-1]:
                if abs(line.x1 - right) > MM:
                    yield f"ends {(right - line.x1) / MM:.2f} mm before the right margin: {line}"
            for line in block.lines[1:]:
                if abs(line.x0 - left) > MM:
                    yield f"begins {(line.x0 - left) / MM:.2f} mm from the left margin: {line}"


@rule("R-BODY-01", "pdf")
def text_is_not_stretched_within_words(made):
    """Justified by the spaces between words: letters keep their own widths."""
    for block in body_blocks(made):
        for line in block.lines:
            for a, b in zip(line.inked, line.inked[1:]):
                gap = b.x - a.x - a.width
                joined = line.glyphs[line.glyphs.index(a) + 1] is b
                if joined and abs(gap) > 0.12 * a.size:
                    yield f"{a.char}{b.char} stand {gap:.2f} pt apart: {line}"
                    break


@rule("R-BODY-01", "pdf")
def first_lines_have_one_indent(made):
    seen = {}
    for index in range(len(made.sheets)):
        blocks = body_blocks(made, index)
        if not blocks:
            continue
        left = text_box(made, index)[0]
        if all(len(block.lines) == 1 for block in blocks):
            continue  # nothing shows where the left margin is
        for block in blocks:
            seen.setdefault(round((block.lines[0].x0 - left) / MM, 1), block)
    for indent, block in seen.items():
        if not any(abs(indent - allowed) <= 0.7 for allowed in INDENTS_MM):
            yield f"first line indented {indent} mm, allowed 10 or 12.7: {block}"
    if seen and max(seen) - min(seen) > 0.7:
        yield f"different indents in one document: {sorted(seen)} mm"


@rule("R-BODY-01", "docx")
def docx_paragraphs_are_justified_and_indented(made):
    seen = set()
    for block in body_blocks(made):
        found = paragraphs_of(made, block)
        if not found:
            yield f"{block} is not a paragraph of the DOCX"
        for paragraph in found[:1]:
            yield from docx_align(made, block, "both")
            seen.add(paragraph.style.get("firstLine", 0))
    for indent in seen:
        if not any(abs(indent - allowed) <= 15 for allowed in INDENTS_TWIPS):
            yield f"a first line is indented {indent} twips, allowed 567 or 720"
    if len(seen) > 1:
        yield f"different indents in one document: {sorted(seen)} twips"


@rule("R-BODY-02", "pdf")
def paragraphs_stand_six_points_apart(made):
    ordered = body_blocks(made)
    for above, below in zip(ordered, ordered[1:]):
        last, first = above.lines[-1], below.lines[0]
        if above.after == made.reading.lines.index(first) and last.page == first.page:
            gap = first.y - last.y - SINGLE_LINE * first.size
            if gap < GAP - 0.5:
                yield f"only {gap:.2f} pt between {above} and {below}"


@rule("R-BODY-02", "docx")
def docx_paragraphs_stand_six_points_apart(made):
    inked = [p for p in made.docx.paragraphs if p.cell is None]
    wanted = {block.text.replace(" ", "") for block in body_blocks(made)}
    for above, below in zip(inked, inked[1:]):
        if {above.squeezed, below.squeezed} <= wanted and above.section == below.section:
            gap = max(above.style.get("after", 0), below.style.get("before", 0))
            if gap < 20 * GAP:
                yield f"only {gap} twips between {above} and {below}"


@rule("R-BODY-03", "pdf")
def line_pitch_is_single_to_one_and_a_half(made):
    for block in body_blocks(made):
        for above, below in pages_of_lines(block):
            pitch = (below.y - above.y) / (SINGLE_LINE * above.size)
            yield from off(f"line pitch in {block}", pitch, 0.98, 1.53, "lines")


@rule("R-BODY-03", "docx")
def docx_line_spacing(made):
    for block in body_blocks(made):
        for paragraph in paragraphs_of(made, block)[:1]:
            multiple = spacing(paragraph.style)[2]
            if multiple is None:
                multiple = paragraph.style["line"] / 20 / (14 * SINGLE_LINE)
            if not 0.995 <= multiple <= 1.505:
                yield f"{paragraph}: {multiple:.2f} lines"


@rule("R-BODY-01", "pdf")
def body_is_13_to_14_points(made):
    for block in body_blocks(made):
        for line in block.lines:
            yield from sized(block.kind, line, 13, 14)
    sizes = {round(line.size, 1) for block in body_blocks(made) for line in block.lines}
    if len(sizes) > 1:
        yield f"body text in several sizes: {sorted(sizes)}"


@rule("R-BODY-04", "pdf", "CONV")
def decision_ends_with_its_closing_mark(made):
    last = made.of("article", "article-more")[-1]
    if not last.lines[-1].text.endswith("./."):
        yield f"the last article ends {last.lines[-1].text[-12:]!r}"
