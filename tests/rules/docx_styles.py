"""What a finished DOCX says of its paragraphs, runs, tables and sections after docDefaults, styles and direct formatting.

Lengths are twips, font sizes half-points, as in the package.
"""
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TOGGLES = {"b": "bold", "i": "italic", "caps": "caps"}
WORDS_CELL_MARGIN = 115  # where neither table nor style says anything (ECMA-376, 17.4.42)
FLAGS = {"keepNext": "keep_next", "keepLines": "keep_lines", "widowControl": "widow_control"}


def attribute(element, name, default=None):
    return default if element is None else element.get(W + name, default)


def is_on(element):
    return element is not None and attribute(element, "val", "true") not in ("false", "0", "off")


def whole(text):
    return int(float(text))


@dataclass
class Run:
    text: str
    style: dict  # size, bold, italic, fonts, color
    direct: list  # names of properties set on the run itself

    @property
    def inked(self):
        return bool(self.text.strip())


@dataclass
class Cell:
    table: int
    kind: str  # data or layout: with borders or without
    row: int
    column: int  # index of the cell in its row
    columns: int
    width: int
    span: int
    header: bool
    cant_split: bool


@dataclass
class Paragraph:
    style_id: str
    style: dict
    runs: list
    section: int
    cell: Cell | None
    direct: list  # names of properties set on the paragraph itself
    fields: str = ""

    @property
    def text(self):
        return "".join(run.text for run in self.runs)

    @property
    def squeezed(self):
        return "".join(self.text.split())

    @property
    def inked_runs(self):
        return [run for run in self.runs if run.inked]

    def every(self, name):
        """The one value all inked runs share, else None."""
        values = {repr(run.style.get(name)): run.style.get(name) for run in self.inked_runs}
        return next(iter(values.values())) if len(values) == 1 else None

    def __repr__(self):
        return f"{self.style_id} section {self.section + 1} {self.text[:60]!r}"


@dataclass
class Section:
    width: int
    height: int
    orientation: str
    margins: dict
    title_page: bool
    start: int | None
    kind: str
    headers: dict = field(default_factory=dict)  # default, first, even: [Paragraph]
    footers: dict = field(default_factory=dict)


class Docx:
    def __init__(self, file, change=lambda name, text: text):
        """`change` is given the text of each XML part before it is read."""
        with zipfile.ZipFile(file) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        for name in [name for name in self.parts if name.endswith((".xml", ".rels"))]:
            self.parts[name] = change(name, self.parts[name].decode("utf-8")).encode("utf-8")
        self.relations = self.read_relations()
        self.read_styles()
        self.body = ET.fromstring(self.parts["word/document.xml"]).find(W + "body")
        self.sections = []
        self.paragraphs = []
        self.tables = 0
        self.paddings = []  # one a table: left and right together
        self.read_body()

    # ---------------------------------------------------------------- styles

    def read_relations(self):
        data = self.parts.get("word/_rels/document.xml.rels")
        return {} if data is None else {one.get("Id"): one.get("Target") for one in ET.fromstring(data)}

    def read_styles(self):
        root = ET.fromstring(self.parts["word/styles.xml"])
        self.styles = {attribute(style, "styleId"): style for style in root.findall(W + "style")}
        self.default_style = {
            attribute(style, "type"): attribute(style, "styleId")
            for style in root.findall(W + "style")
            if attribute(style, "default") in ("1", "true")
        }
        defaults = root.find(W + "docDefaults")
        self.default_run, self.default_paragraph = {}, {}
        if defaults is not None:
            self.default_run = run_properties(defaults.find(f"{W}rPrDefault/{W}rPr"))
            self.default_paragraph = paragraph_properties(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def chain(self, style_id):
        """The style and those it is based on, the most general first."""
        found = []
        while style_id in self.styles and self.styles[style_id] not in found:
            found.insert(0, self.styles[style_id])
            style_id = attribute(self.styles[style_id].find(W + "basedOn"), "val")
        return found

    def paragraph_style(self, style_id, direct):
        result = dict(self.default_paragraph)
        for style in self.chain(style_id):
            result.update(paragraph_properties(style.find(W + "pPr")))
        result.update(direct)
        return result

    def run_style(self, style_id, character_style, direct):
        result = dict(self.default_run)
        for style in [*self.chain(style_id), *self.chain(character_style)]:
            result.update(run_properties(style.find(W + "rPr")))
        result.update(direct)
        return result

    # ---------------------------------------------------------------- body

    def read_body(self):
        for block in self.body:
            if block.tag == W + "p":
                self.add_paragraph(block, None)
                section = block.find(f"{W}pPr/{W}sectPr")
                if section is not None:
                    self.add_section(section)
            elif block.tag == W + "tbl":
                self.read_table(block)
            elif block.tag == W + "sectPr":
                self.add_section(block)

    def add_paragraph(self, element, cell):
        self.paragraphs.append(self.paragraph(element, cell))

    def paragraph(self, element, cell=None):
        properties = element.find(W + "pPr")
        style_id = self.default_style.get("paragraph")
        if properties is not None and properties.find(W + "pStyle") is not None:
            style_id = attribute(properties.find(W + "pStyle"), "val")
        direct = paragraph_properties(properties)
        runs = [self.run(style_id, run) for run in element.iter(W + "r")]
        fields = "".join(one.text or "" for one in element.iter(W + "instrText"))
        fields += "".join(attribute(one, "instr", "") for one in element.iter(W + "fldSimple"))
        style = self.paragraph_style(style_id, direct)
        return Paragraph(style_id, style, runs, len(self.sections), cell, sorted(direct), fields)

    def run(self, style_id, element):
        properties = element.find(W + "rPr")
        direct = run_properties(properties)
        character = attribute(properties.find(W + "rStyle"), "val") if properties is not None else None
        style = self.run_style(style_id, character, direct)
        text = run_text(element)
        return Run(text.upper() if style.get("caps") else text, style, sorted(direct))

    def read_table(self, table):
        index, self.tables = self.tables, self.tables + 1
        kind = "data" if self.has_borders(table) else "layout"
        self.paddings.append(self.padding(table))
        for row_index, row in enumerate(table.findall(W + "tr")):
            properties = row.find(W + "trPr")
            header = properties is not None and is_on(properties.find(W + "tblHeader"))
            whole_row = properties is not None and is_on(properties.find(W + "cantSplit"))
            cells = row.findall(W + "tc")
            for column, element in enumerate(cells):
                width = whole(attribute(element.find(f"{W}tcPr/{W}tcW"), "w", "0"))
                span = int(attribute(element.find(f"{W}tcPr/{W}gridSpan"), "val", "1"))
                cell = Cell(index, kind, row_index, column, len(cells), width, span, header, whole_row)
                for paragraph in element.findall(W + "p"):
                    self.add_paragraph(paragraph, cell)

    def table_property(self, table, name):
        """Of the table itself, or else of the nearest of its styles."""
        style = attribute(table.find(f"{W}tblPr/{W}tblStyle"), "val", self.default_style.get("table"))
        carriers = [*self.chain(style), table]
        found = [one.find(f"{W}tblPr/{W}{name}") for one in carriers]
        return next((one for one in reversed(found) if one is not None), None)

    def has_borders(self, table):
        borders = self.table_property(table, "tblBorders")
        return borders is not None and any(attribute(side, "val") not in ("none", "nil") for side in borders)

    def padding(self, table):
        margins = self.table_property(table, "tblCellMar")
        total = 0
        for names in (("left", "start"), ("right", "end")):
            sides = [] if margins is None else [margins.find(W + name) for name in names]
            side = next((one for one in sides if one is not None), None)
            total += int(attribute(side, "w", str(WORDS_CELL_MARGIN)))
        return total

    def cell_padding(self, cell):
        return self.paddings[cell.table]

    # ---------------------------------------------------------------- sections

    def add_section(self, element):
        size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
        start = attribute(element.find(W + "pgNumType"), "start")
        section = Section(
            width=int(attribute(size, "w")),
            height=int(attribute(size, "h")),
            orientation=attribute(size, "orient", "portrait"),
            margins={name.removeprefix(W): int(value) for name, value in margins.attrib.items()},
            title_page=is_on(element.find(W + "titlePg")),
            start=None if start is None else int(start),
            kind=attribute(element.find(W + "type"), "val", "nextPage"),
        )
        for name, target in (("headerReference", section.headers), ("footerReference", section.footers)):
            for reference in element.findall(W + name):
                part = self.relations[reference.get(R + "id")]
                root = ET.fromstring(self.parts["word/" + part.removeprefix("/word/")])
                target[attribute(reference, "type")] = [self.paragraph(one) for one in root.iter(W + "p")]
        if self.sections:  # what is not named goes on from the section before
            section.headers = {**self.sections[-1].headers, **section.headers}
            section.footers = {**self.sections[-1].footers, **section.footers}
        self.sections.append(section)


# ------------------------------------------------------------------------------------------------ properties


def run_text(element):
    text = ""
    for part in element:
        if part.tag == W + "t":
            text += part.text or ""
        elif part.tag == W + "noBreakHyphen":
            text += "-"
        elif part.tag in (W + "br", W + "cr", W + "tab"):
            text += "\t" if part.tag == W + "tab" else "\n"
    return text


def run_properties(element):
    if element is None:
        return {}
    result = {name: is_on(element.find(W + tag)) for tag, name in TOGGLES.items() if element.find(W + tag) is not None}
    if element.find(W + "sz") is not None:
        result["size"] = int(attribute(element.find(W + "sz"), "val"))
    if element.find(W + "color") is not None:
        result["color"] = attribute(element.find(W + "color"), "val")
    if element.find(W + "rFonts") is not None:
        fonts = element.find(W + "rFonts").attrib
        result["fonts"] = {name.removeprefix(W): value for name, value in fonts.items()}
    if element.find(W + "lang") is not None:
        result["language"] = attribute(element.find(W + "lang"), "val")
    return result


def paragraph_properties(element):
    if element is None:
        return {}
    result = {name: is_on(element.find(W + tag)) for tag, name in FLAGS.items() if element.find(W + tag) is not None}
    if element.find(W + "jc") is not None:
        result["align"] = attribute(element.find(W + "jc"), "val")
    for tag, names in (
        ("spacing", ("before", "after", "line", "lineRule")),
        ("ind", ("left", "start", "right", "end", "firstLine", "hanging")),
    ):
        for name in names:
            value = attribute(element.find(W + tag), name)
            if value is not None:
                result[{"start": "left", "end": "right"}.get(name, name)] = value if name == "lineRule" else whole(value)
    borders = element.find(W + "pBdr")
    if borders is not None:
        result["borders"] = {side.tag.removeprefix(W): dict_of(side) for side in borders}
    if element.find(W + "outlineLvl") is not None:
        result["outline"] = int(attribute(element.find(W + "outlineLvl"), "val"))
    return result


def dict_of(element):
    return {name.removeprefix(W): value for name, value in element.attrib.items()}
