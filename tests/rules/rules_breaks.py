"""Where lines and pages end: what vanthu promises beyond the decree (no word of Vietnamese typography is left to chance)."""
import re

from made import is_page_number
from rulebook import body_blocks, paragraphs_of, rule

# Two words of a text between which no line may end, and single words that must not be cut.
BOUND_PAIRS = [
    re.compile(r"^ngày \d"),
    re.compile(r"^tháng \d"),
    re.compile(r"^năm \d{4}"),
    re.compile(r"^(khoản|điểm|Điều|điều) (\d|[a-zđ]\b)"),
]
INITIAL = re.compile(r"^[A-ZĐ]\.$")


def breaks(block):
    """(last word of a line, first word of the next, line) for every line end within the block."""
    return [(a.words[-1], b.words[0], a) for a, b in zip(block.lines, block.lines[1:])]


def running(made):
    """Everything set in lines that may break, but no table cell narrower than its words."""
    return [block for block in made.blocks if len(block.lines) > 1]


@rule("L-BREAK-TOKEN", "pdf", "PROMISE")
def tokens_are_not_cut(made):
    """`232/QĐ-UBND`, `222/SKHĐT-KTN`, `2021-2025`, `09/3/2020`: what stands without a space stays together."""
    for block in running(made):
        words = block.text.split()
        position = 0
        for last, first, line in breaks(block):
            position += len(line.words)
            seam = words[position - 1 : position + 1]
            if seam != [last, first]:
                yield f"{last}|{first} is cut: {line}"
                break


@rule("L-BREAK-PAIR", "pdf", "PROMISE")
def bound_words_stay_together(made):
    """`ngày 25`, `khoản 2`, an initial and its name."""
    for block in running(made):
        if block.kind.startswith("cell") or block.kind == "column":
            continue
        for last, first, line in breaks(block):
            if any(pattern.match(f"{last} {first}") for pattern in BOUND_PAIRS):
                yield f"{last} | {first} are parted: {line}"
            if first in "-–—":
                yield f"a dash opens the line behind {line}"
            if INITIAL.match(first) or (INITIAL.match(last) and first[0].isupper() and len(line.words) > 1 and line.words[-2][0].isupper()):
                yield f"an initial is parted from its name, {last} | {first}: {line}"


@rule("L-WIDOW", "pdf", "PROMISE")
def no_widows_or_orphans(made):
    for block in body_blocks(made):
        if len(block.pages) < 2:
            continue
        on_page = {page: sum(line.page == page for line in block.lines) for page in block.pages}
        for page, count in on_page.items():
            if count < 2:
                yield f"a single line on page {page + 1}: {block}"


@rule("L-WIDOW", "docx", "PROMISE")
def widow_control_is_on(made):
    for block in body_blocks(made):
        for paragraph in paragraphs_of(made, block)[:1]:
            if paragraph.style.get("widow_control", True) is False:
                yield f"{paragraph}: widow control is off"


@rule("L-HEADING", "pdf", "PROMISE")
def headings_are_not_last_on_a_page(made):
    for index, block in enumerate(made.blocks):
        if block.kind not in ("section", "orders", "kind", "authority", "text-title", "appendix-label") or not block.lines:
            continue
        last = block.lines[-1]
        following = made.reading.lines[block.after] if block.after < len(made.reading.lines) else None
        if following is None or following.page != last.page or len(block.pages) > 1:
            yield f"last on its page: {block}"


@rule("L-HEADING", "docx", "PROMISE")
def docx_headings_stay_with_the_next(made):
    for block in made.of("section", "orders", "kind", "text-title", "appendix-label"):
        for paragraph in paragraphs_of(made, block)[:1]:
            if not paragraph.style.get("keep_next"):
                yield f"{paragraph} may stand last on a page"


@rule("L-SIGNATURE", "pdf", "PROMISE")
def signature_is_not_alone_on_a_page(made):
    """At least two lines of text, or the whole last article, stand above it."""
    signature = made.of("role", "signer")
    first = signature[0].lines[0]
    blocks = made.of("article", "article-more")
    above = [line for block in blocks for line in block.lines if line.page == first.page]
    last_article = [line for line in blocks[-1].lines]
    whole = all(line.page == first.page for line in last_article)
    if len(above) < 2 and not whole:
        yield f"{len(above)} lines of text stand above the signature on page {first.page + 1}"
    if not above:
        yield f"the signature stands alone on page {first.page + 1}"


@rule("L-SIGNATURE", "pdf", "PROMISE")
def signature_and_recipients_stay_together(made):
    """On one page, level; a list of recipients taller than a page may go on to the next."""
    tail = made.of("role", "signer", "recipients")
    pages = {line.page for block in tail for line in block.lines}
    if len(pages) > 1:
        yield f"spread over pages {sorted(page + 1 for page in pages)}"
    recipients = [line for block in made.of("recipient") for line in block.lines]
    height = sum(line.size * 1.15 for line in recipients)
    if height < made.pages[0].height / 2 and {line.page for line in recipients} - pages:
        yield f"recipients go on to pages {sorted({line.page + 1 for line in recipients})}"


@rule("L-ORDER", "pdf", "PROMISE")
def nothing_overlaps(made):
    """No two lines of one page share ink."""
    for page in made.pages:
        lines = sorted((line for line in page.lines if not is_page_number(line)), key=lambda line: line.y)
        for index, line in enumerate(lines):
            for other in lines[index + 1 :]:
                if other.y - line.y > 0.6 * line.size:
                    break
                if min(line.x1, other.x1) - max(line.x0, other.x0) > 1:
                    yield f"{line} overlaps {other}"


@rule("L-TEXT", "pdf", "PROMISE")
def every_text_stands_in_whole_lines(made):
    for block in made.missing():
        yield f"not found as whole lines in reading order: {block.kind} {block.text[:80]!r}"
