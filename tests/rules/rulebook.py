"""The register of rules. A rule is a generator over one Made document that yields what is wrong, with figures."""
from collections import Counter
from dataclasses import dataclass
from typing import Callable

MM = 72 / 25.4
TWIPS_PER_MM = 56.6929


@dataclass
class Rule:
    id: str
    force: str  # MUST, SHOULD or CONV as in the decree's table; PROMISE: what vanthu promises beyond it
    side: str  # pdf or docx
    check: Callable

    @property
    def name(self):
        return f"{self.id.replace('-', '_')}_{self.force}_{self.side}_{self.check.__name__}"


RULES = []


def rule(id_, side, force="MUST"):
    def register(check):
        RULES.append(Rule(id_, force, side, check))
        return check

    return register


# ------------------------------------------------------------------------------------------------ shared questions


def off(name, value, low, high, unit="pt"):
    """Yields a finding when the value lies outside [low, high]."""
    if not low <= value <= high:
        yield f"{name} is {value:.2f} {unit}, allowed {low:.2f} to {high:.2f}"


def body_blocks(made, sheet=None):
    """Paragraphs set justified over the whole width of the text."""
    kinds = ("basis", "article", "article-more", "item1", "item2", "item3", "item4")
    return [block for block in made.of(*kinds) if sheet is None or block.sheet == sheet]


def usual(values):
    """The value most of them share, to a tenth."""
    return Counter(round(value, 1) for value in values).most_common(1)[0][0]


def text_box(made, index):
    """(left, right) of the text of a sheet as it was set: where most lines begin and end; of a mere table, its edges."""
    blocks = body_blocks(made, index)
    if any(len(block.lines) > 1 for block in blocks):
        left = usual(line.x0 for block in blocks for line in block.lines[1:])
        return left, usual(line.x1 for block in blocks for line in block.lines[:-1])
    if index == 0:
        raise ValueError(f"{made.name}: no paragraph of the decision has two lines, so nothing shows its margins")
    sheet = made.sheets[index]
    rules = [rule for page in made.pages[sheet.first : sheet.last + 1] for rule in page.horizontal_rules]
    return min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)


def rule_below(made, lines, reach=14):
    """The horizontal rule closest under the last of the lines, or None."""
    last = lines[-1]
    middle = sum(line.centre for line in lines) / len(lines)
    found = [
        one
        for one in made.pages[last.page].horizontal_rules
        if 0 < one.y0 - last.y < reach and one.x0 < middle < one.x1
    ]
    return min(found, key=lambda one: one.y0, default=None)


def paragraphs_of(made, block):
    """Where a block's text stands in the DOCX."""
    return made.docx_paragraph(block.text)


def weight(name, line, bold, italic):
    """Findings when a line is not set in the wanted weight and slant throughout."""
    if line.bold != bold or line.italic != italic or (not bold and not italic and not line.regular):
        wanted = " ".join(word for word, on in (("bold", bold), ("italic", italic)) if on) or "regular"
        fonts = sorted({glyph.font.split("+")[-1] for glyph in line.inked})
        yield f"{name} is set in {', '.join(fonts)}, wanted {wanted}: {line}"


def sized(name, line, low, high):
    sizes = sorted({round(glyph.size, 1) for glyph in line.inked})
    if sizes[0] < low - 0.3 or sizes[-1] > high + 0.3:
        yield f"{name} is set in {sizes} pt, allowed {low} to {high}: {line}"


def centred(name, line, middle, tolerance=3 * MM):
    if abs(line.centre - middle) > tolerance:
        yield f"{name} is centred at {line.centre / MM:.1f} mm, wanted {middle / MM:.1f} ± {tolerance / MM:.1f}: {line}"


def docx_font(made, block, low, high, bold, italic, upright_only=True):
    """Size, weight and slant of a block's text in the DOCX after its styles."""
    found = paragraphs_of(made, block)
    if not found:
        yield f"{block} is not a paragraph of the DOCX"
    for paragraph in found[:1]:
        for run in paragraph.inked_runs:
            size = run.style.get("size", 20) / 2
            if not low <= size <= high:
                yield f"{paragraph}: {size} pt, allowed {low} to {high}"
            if (run.style.get("bold", False), run.style.get("italic", False)) != (bold, italic):
                yield f"{paragraph}: bold {run.style.get('bold', False)}, italic {run.style.get('italic', False)} in {run.text!r}"


def docx_align(made, block, *allowed):
    for paragraph in paragraphs_of(made, block)[:1]:
        if paragraph.style.get("align", "left") not in allowed:
            yield f"{paragraph}: aligned {paragraph.style.get('align', 'left')}, wanted {' or '.join(allowed)}"


def spacing(style):
    """(before, after, line multiple) of a paragraph; an exact line height gives None."""
    line = style.get("line", 240) / 240 if style.get("lineRule", "auto") == "auto" else None
    return style.get("before", 0), style.get("after", 0), line
