"""What stands on the pages of a finished PDF: lines of text and ruling lines, in points from the top left corner.

Read from the page content as MuPDF runs it (`mutool trace`), so nothing of vanthu's own structures is trusted.
"""
import copy
import html
import re
import subprocess
from dataclasses import dataclass, field

BASELINE_TOLERANCE = 0.6
OTHER_FACE_GAP = 0.6  # of the font size; the same where the face changes
WIDEST_WORD_GAP = 1.8  # of the font size; a wider gap parts two cells of a table without borders
ASCENT, DESCENT = 0.891, 0.216  # of Times New Roman and of its metric clones, of the font size
SINGLE_LINE = 1.149
ITALIC = "Ital"  # MuPDF cuts font names after 31 characters

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(slots=True)
class Glyph:
    char: str
    x: float
    y: float
    width: float
    size: float
    font: str
    color: tuple


@dataclass
class Line:
    """Glyphs of one baseline that follow each other in the content, within one cell."""

    page: int
    glyphs: list
    inked: list = field(init=False)

    def __post_init__(self):
        self.inked = [glyph for glyph in self.glyphs if not glyph.char.isspace()]

    @property
    def text(self):
        return "".join(glyph.char for glyph in self.glyphs).strip()

    @property
    def squeezed(self):
        return "".join(glyph.char for glyph in self.inked)

    @property
    def x0(self):
        return self.inked[0].x

    @property
    def x1(self):
        return max(glyph.x + glyph.width for glyph in self.inked)

    @property
    def centre(self):
        return (self.x0 + self.x1) / 2

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def y(self):
        return self.inked[0].y

    @property
    def top(self):
        return self.y - ASCENT * self.size

    @property
    def bottom(self):
        return self.y + DESCENT * self.size

    @property
    def size(self):
        return max(glyph.size for glyph in self.inked)

    @property
    def bold(self):
        return all("Bold" in glyph.font for glyph in self.inked)

    @property
    def italic(self):
        return all(ITALIC in glyph.font for glyph in self.inked)

    @property
    def regular(self):
        return not any("Bold" in glyph.font or ITALIC in glyph.font for glyph in self.inked)

    @property
    def words(self):
        return self.text.split()

    def __repr__(self):
        return f"page {self.page + 1} y {self.y:.1f} x {self.x0:.1f}-{self.x1:.1f} {self.size:g} pt {self.text!r}"


@dataclass(slots=True)
class Rule:
    """A ruling line, horizontal or vertical."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    color: tuple

    @property
    def horizontal(self):
        return self.x1 - self.x0 > self.y1 - self.y0

    @property
    def length(self):
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def centre(self):
        return (self.x0 + self.x1) / 2


@dataclass
class Page:
    index: int
    width: float
    height: float
    glyphs: list = field(default_factory=list)
    rules: list = field(default_factory=list)
    lines: list = field(default_factory=list)

    @property
    def landscape(self):
        return self.width > self.height

    def clone(self):
        """With glyphs and rules of its own; the lines are those of the original."""
        glyphs, rules = [copy.copy(one) for one in self.glyphs], [copy.copy(one) for one in self.rules]
        return Page(self.index, self.width, self.height, glyphs, rules, list(self.lines))

    @property
    def horizontal_rules(self):
        return [rule for rule in self.rules if rule.horizontal]

    @property
    def vertical_rules(self):
        return [rule for rule in self.rules if not rule.horizontal]


# ------------------------------------------------------------------------------------------------ reading the trace


def numbers(text):
    return [float(word) for word in text.split()]


def attributes(text):
    return dict(ATTRIBUTE.findall(text))


def colour(attrs):
    return tuple(numbers(attrs.get("color", "0")))


def moved(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class TraceReader:
    def __init__(self):
        self.pages = []
        self.matrix = (1, 0, 0, 1, 0, 0)
        self.color = (0,)
        self.font, self.scale = "", 1.0
        self.path, self.thickness, self.painted = None, 0.0, False

    def read(self, trace):
        for closing, name, rest in TAG.findall(trace):
            handler = getattr(self, ("end_" if closing else "on_") + name, None)
            if handler:
                handler(attributes(rest))
        return self.pages

    def on_page(self, attrs):
        left, top, right, bottom = numbers(attrs["mediabox"])
        self.pages.append(Page(len(self.pages), right - left, bottom - top))

    def start_paint(self, attrs):
        self.matrix = numbers(attrs["transform"])
        self.color = colour(attrs)

    def on_fill_text(self, attrs):
        self.start_paint(attrs)

    def on_span(self, attrs):
        self.font = attrs["font"]
        matrix = numbers(attrs["trm"])
        self.scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 * (self.matrix[2] ** 2 + self.matrix[3] ** 2) ** 0.5

    def on_g(self, attrs):
        x, y = moved(self.matrix, float(attrs["x"]), float(attrs["y"]))
        char = html.unescape(attrs["unicode"])
        width = float(attrs["adv"]) * self.scale
        self.pages[-1].glyphs.append(Glyph(char, x, y, width, self.scale, self.font, self.color))

    def on_stroke_path(self, attrs):
        self.start_paint(attrs)
        a, b, c, d = self.matrix[:4]
        self.thickness = float(attrs.get("linewidth", 1)) * abs(a * d - b * c) ** 0.5
        self.path = []

    def on_fill_path(self, attrs):
        self.start_paint(attrs)
        self.path = []

    def on_moveto(self, attrs):
        if self.path is not None:
            self.path.append([self.point(attrs)])

    def on_lineto(self, attrs):
        if self.path:
            self.path[-1].append(self.point(attrs))

    def on_closepath(self, _):
        if self.path and self.path[-1]:
            self.path[-1].append(self.path[-1][0])

    def point(self, attrs):
        return moved(self.matrix, float(attrs["x"]), float(attrs["y"]))

    def end_stroke_path(self, _):
        for points in self.path:
            for (x0, y0), (x1, y1) in zip(points, points[1:]):
                self.add_rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), self.thickness)
        self.path = None

    def end_fill_path(self, _):
        """A thin filled rectangle is a ruling line too."""
        for points in self.path:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if x1 - x0 > y1 - y0:
                self.add_rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, y1 - y0)
            else:
                self.add_rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1 - x0)
        self.path = None

    def add_rule(self, x0, y0, x1, y1, thickness):
        straight = min(x1 - x0, y1 - y0) < 0.1
        if straight and thickness <= 3 and max(x1 - x0, y1 - y0) > 1:
            self.pages[-1].rules.append(Rule(x0, y0, x1, y1, thickness, self.color))


# ------------------------------------------------------------------------------------------------ glyphs into lines


def crossed(rules, left, right, y):
    return any(left - 0.5 <= rule.x0 <= right + 0.5 and rule.y0 <= y <= rule.y1 for rule in rules)


def continues(page_rules, last, glyph):
    """Does the glyph go on with the line whose last inked glyph is `last`?"""
    if abs(last.y - glyph.y) > BASELINE_TOLERANCE:
        return False
    end = last.x + last.width
    gap = glyph.x - end
    if gap > OTHER_FACE_GAP * glyph.size and last.font != glyph.font:
        return False  # number | place and date: two cells on one baseline
    if gap > WIDEST_WORD_GAP * max(last.size, glyph.size) or gap < -last.size:
        return False
    return gap < 1 or not crossed(page_rules, end, glyph.x, glyph.y - 1)


def gather_lines(page):
    rules = page.vertical_rules
    groups, spaces = [], []
    for glyph in page.glyphs:
        if glyph.char.isspace():
            spaces.append(glyph)
        elif groups and continues(rules, next(g for g in reversed(groups[-1]) if not g.char.isspace()), glyph):
            groups[-1] += [*spaces, glyph]
            spaces = []
        else:
            groups.append([glyph])
            spaces = []
    return [Line(page.index, group) for group in groups]


def load(pdf):
    trace = subprocess.run(["mutool", "trace", str(pdf)], capture_output=True, check=True).stdout.decode("utf-8")
    pages = TraceReader().read(trace)
    for page in pages:
        page.lines = gather_lines(page)
    return pages
