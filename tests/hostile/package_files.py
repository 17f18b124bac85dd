"""Hostile ZIP and DOCX: name → (what makes the bytes, what may come of it)."""

import io
import struct
import warnings
import zipfile
from outcomes import LIMIT, READ, REFUSED

MB = 1 << 20
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCUMENT = "word/document.xml"


def paragraph(text="Quyết định", properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body, prologue='<?xml version="1.0" encoding="UTF-8"?>'):
    return f"{prologue}<w:document {W}><w:body>{body}</w:body></w:document>"


def relations(*targets):
    items = "".join(f'<Relationship Id="r{i}" Type="{kind}" Target="{target}" {mode}/>' for i, (kind, target, mode) in enumerate(targets))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'


def parts(main=None, content_type=MAIN, **more):
    """The parts of a sound DOCX, with another document.xml, and more parts by name."""
    result = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Default Extension="xml" ContentType="application/xml"/>'
                               f'<Override PartName="/{DOCUMENT}" ContentType="{content_type}"/></Types>',
        "_rels/.rels": relations((f"{OFFICE}/officeDocument", DOCUMENT, "")),
        "word/_rels/document.xml.rels": relations((f"{OFFICE}/styles", "styles.xml", ""), (f"{OFFICE}/numbering", "numbering.xml", "")),
        DOCUMENT: document(paragraph()) if main is None else main,
    }
    result.update({name.replace("__", "/") + ".xml": content for name, content in more.items()})
    return result


def zipped(content, method=zipfile.ZIP_DEFLATED):
    """A dict, or pairs where a name comes twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in content.items() if isinstance(content, dict) else content:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            package.writestr(entry, data)
    return buffer.getvalue()


def docx(body, **more):
    return zipped(parts(document(body), **more))


def xml(main):
    return zipped(parts(main))


def patched(data, signature, offset, form, value):
    """Every header that begins with `signature` lies at `offset`."""
    result = bytearray(data)
    at = result.find(signature)
    while at >= 0:
        struct.pack_into(form, result, at + offset, value)
        at = result.find(signature, at + 4)
    return bytes(result)


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def lying_sizes(size):
    data = patched(zipped(parts(document(paragraph() * 20000))), CENTRAL, 24, "<I", size)
    return patched(data, LOCAL, 22, "<I", size)


def overlapping(count):
    """All entries of the directory share the bytes of one local header: the better zip bomb."""
    data = zipped({DOCUMENT: document(paragraph()) + " " * (40 * MB)})
    start, end = data.rindex(CENTRAL), data.rindex(END)
    entry, name = data[start:end], DOCUMENT.encode()
    entries = entry + b"".join(entry.replace(name, (b"x%06d" % i).ljust(len(name), b"y")) for i in range(count))
    return data[:start] + entries + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count + 1, count + 1, len(entries), start, 0)


def encrypted():
    data = patched(zipped(parts()), LOCAL, 6, "<H", 1)
    return patched(data, CENTRAL, 8, "<H", 1)


def nested_tables(depth):
    begin = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    return docx(begin * depth + paragraph() + "</w:tc></w:tr></w:tbl>" * depth)


def table(cell, rows=1, count=1):
    row = f"<w:tr>{cell * count}</w:tr>"
    return docx(f"<w:tbl><w:tblGrid><w:gridCol w:w='100'/></w:tblGrid>{row * rows}</w:tbl>")


def cell(properties):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph('a')}</w:tc>"


def styles(*items):
    return f"<w:styles {W}>" + "".join(f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>' for name, base in items) + "</w:styles>"


def numbering(levels):
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def numbered(level=0):
    return paragraph("a", f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>')


def laughs():
    entities = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return document(paragraph("&l9;"), f"<?xml version='1.0'?><!DOCTYPE d [{entities}]>")


def external(kind, target):
    content = parts()
    content["word/_rels/document.xml.rels"] = relations((f"{OFFICE}/{kind}", target, 'TargetMode="External"'))
    return zipped(content)


def ole_object():
    content = parts(document(paragraph() + '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="r0"/></w:object></w:r></w:p>'))
    content["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000
    return zipped(content)


def macros():
    content = parts(content_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    content["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
    return zipped(content)


def without(name):
    return zipped({part: data for part, data in parts().items() if part != name})


def twice():
    return zipped([*parts().items(), (DOCUMENT, document(paragraph("Khác")))])


FILES = {
    "zip-empty.docx": (lambda: zipped({}), REFUSED),
    "zip-header-only.docx": (lambda: LOCAL, REFUSED | READ),
    "zip-truncated.docx": (lambda: zipped(parts())[:-40], REFUSED),
    "zip-garbage.docx": (lambda: LOCAL + bytes(range(256)) * 1000 + END + bytes(18), REFUSED),
    "zip-bomb.docx": (lambda: zipped(parts(document(paragraph()) + " " * (1000 * MB))), LIMIT | REFUSED),
    "zip-bomb-other-part.docx": (lambda: zipped({**parts(), "word/media/image1.png": bytes(1000 * MB)}), READ | LIMIT | REFUSED),
    "zip-100000-entries.docx": (lambda: zipped({**parts(), **{f"x{i}": "" for i in range(100000)}}, zipfile.ZIP_STORED), LIMIT | REFUSED),
    "zip-names-lead-out.docx": (lambda: zipped({**parts(), "../../../../tmp/vanthu-evil": "x", "/tmp/vanthu-evil": "x", "word/..\\..\\vanthu-evil": "x"}), READ | REFUSED),
    "zip-name-nul.docx": (lambda: zipped({**parts(), "wordAevil.xml": "x"}).replace(b"wordAevil", b"word\0evil"), READ | REFUSED),
    "zip-name-twice.docx": (twice, REFUSED | READ),
    "zip-overlapping.docx": (lambda: overlapping(1000), REFUSED | LIMIT),
    "zip-size-too-small.docx": (lambda: lying_sizes(10), READ | REFUSED),
    "zip-size-too-large.docx": (lambda: lying_sizes(0xFFFFFFF0), READ | REFUSED | LIMIT),
    "zip-encrypted.docx": (encrypted, REFUSED),
    "zip-of-anything.docx": (lambda: zipped({"a.txt": "a"}), REFUSED),
    "docm.docx": (macros, REFUSED),
    "part-missing-document.docx": (lambda: without(DOCUMENT), REFUSED),
    "part-missing-types.docx": (lambda: without("[Content_Types].xml"), READ | REFUSED),
    "part-missing-relations.docx": (lambda: without("_rels/.rels"), READ | REFUSED),
    "part-relations-lead-out.docx": (lambda: zipped({**parts(), "_rels/.rels": relations((f"{OFFICE}/officeDocument", "../../../../etc/passwd", ""))}), REFUSED | READ),
    "styles-based-on-each-other.docx": (lambda: docx(paragraph("a", '<w:pPr><w:pStyle w:val="A"/></w:pPr>'), word__styles=styles(("A", "B"), ("B", "A"))), READ),
    "styles-chain-50000.docx": (lambda: docx(paragraph("a", '<w:pPr><w:pStyle w:val="s0"/></w:pPr>'), word__styles=styles(*((f"s{i}", f"s{i + 1}") for i in range(50000)))), READ | LIMIT),
    "numbering-text-long.docx": (lambda: docx(numbered() * 1000, word__numbering=numbering(f'<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="{"%1" * 500}"/></w:lvl>')), READ | LIMIT),
    "numbering-letters.docx": (lambda: docx(numbered() * 10, word__numbering=numbering('<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2%9"/></w:lvl>')), READ | LIMIT),
    "numbering-level-mad.docx": (lambda: docx(numbered(-5) + numbered(2147483647), word__numbering=numbering('<w:lvl w:ilvl="-5"/><w:lvl w:ilvl="99999"/>')), READ),
    "numbering-loop.docx": (lambda: docx(numbered(), word__numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'), READ),
    "table-span-2-to-the-31.docx": (lambda: table(cell('<w:gridSpan w:val="2147483648"/>'), 3), READ | LIMIT | REFUSED),
    "table-span-60000.docx": (lambda: table(cell('<w:gridSpan w:val="60000"/>'), 500), READ | LIMIT | REFUSED),
    "table-span-negative.docx": (lambda: table(cell('<w:gridSpan w:val="-3"/>') + cell('<w:gridSpan w:val="0"/>'), 3), READ | REFUSED),
    "table-1000000-columns.docx": (lambda: table(cell(""), 1, 1000000), READ | LIMIT | REFUSED),
    "table-merge-nonsense.docx": (lambda: table(cell('<w:vMerge/>') + cell('<w:gridSpan w:val="7"/><w:vMerge w:val="restart"/>') + cell('<w:vMerge/>'), 50), READ),
    "table-merge-and-spans.docx": (lambda: table(cell('<w:gridSpan w:val="3"/><w:vMerge/>') + cell('<w:vMerge w:val="x"/>'), 300), READ),
    "table-grid-before.docx": (lambda: docx(f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2147483647"/><w:gridAfter w:val="-9"/></w:trPr>{cell("")}</w:tr></w:tbl>'), READ | LIMIT | REFUSED),
    "table-empty.docx": (lambda: docx("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>" + paragraph()), READ),
    "tables-nested-10000.docx": (lambda: nested_tables(10000), READ | LIMIT | REFUSED),
    "tables-nested-60.docx": (lambda: nested_tables(60), READ | LIMIT | REFUSED),
    "elements-nested-100000.docx": (lambda: docx("<w:sdt>" * 100000 + "</w:sdt>" * 100000), READ | LIMIT | REFUSED),
    "elements-unknown.docx": (lambda: docx("<w:nothing><x/></w:nothing><w:p><w:p><w:tbl/></w:p></w:p>" + paragraph()), READ | REFUSED),
    "paragraphs-1000000.docx": (lambda: docx(paragraph("a") * 1000000), READ | LIMIT),
    "text-30-mb.docx": (lambda: docx(paragraph("a " * (10 * MB))), READ | LIMIT),
    "xml-external-entity.docx": (lambda: xml(document(paragraph("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), REFUSED),
    "xml-external-dtd.docx": (lambda: xml(document(paragraph(), '<!DOCTYPE d SYSTEM "http://127.0.0.1:1/d.dtd">')), REFUSED),
    "xml-parameter-entity.docx": (lambda: xml(document(paragraph(), '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>')), REFUSED),
    "xml-billion-laughs.docx": (lambda: xml(laughs()), REFUSED),
    "xml-quadratic.docx": (lambda: xml(document(paragraph("&a;" * 20000), f'<!DOCTYPE d [<!ENTITY a "{"a" * 100000}">]>')), REFUSED),
    "xml-doctype-in-styles.docx": (lambda: docx(paragraph(), word__styles=f'<!DOCTYPE s [<!ENTITY a "a">]><w:styles {W}/>'), REFUSED | READ),
    "xml-utf16.docx": (lambda: xml(document(paragraph(), '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")), READ | REFUSED),
    "xml-utf16-doctype.docx": (lambda: xml(document(paragraph("&a;"), '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "a">]>').encode("utf-16")), REFUSED),
    "xml-utf7.docx": (lambda: xml(b'<?xml version="1.0" encoding="UTF-7"?>+ADw-w:document/+AD4-'), READ | REFUSED),
    "xml-utf7-doctype.docx": (lambda: xml(b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d +AFsAPAAh-ENTITY a +ACI-a+ACIAPgBdAD4APA-w:document+AD4AJg-a+ADsAPA-/w:document+AD4-'), REFUSED),
    "xml-utf8-invalid.docx": (lambda: xml(document(paragraph("AAAA")).encode().replace(b"AAAA", b"\xff\xfe\xc0\xaf")), REFUSED | READ),
    "xml-control-characters.docx": (lambda: xml(document(paragraph("&#x1b;[31m&#0;"))), REFUSED | READ),
    "xml-unclosed.docx": (lambda: xml(document(paragraph())[:-20]), REFUSED),
    "xml-attributes-100000.docx": (lambda: docx("<w:p " + " ".join(f'a{i}="b"' for i in range(100000)) + "/>"), READ | LIMIT | REFUSED),
    "xml-name-10-mb.docx": (lambda: docx(f"<w:{'a' * (10 * MB)}/>"), READ | LIMIT | REFUSED),
    "xml-instructions.docx": (lambda: docx(paragraph() + '<?xml-stylesheet href="http://127.0.0.1:1/a.xsl"?>' * 10000), READ),
    "external-template.docx": (lambda: external("attachedTemplate", "http://127.0.0.1:1/template.dotm"), READ),
    "external-picture.docx": (lambda: external("image", "file:///etc/passwd"), READ),
    "external-frame.docx": (lambda: external("frame", "\\\\127.0.0.1\\share\\a.docx"), READ),
    "ole-object.docx": (ole_object, READ),
}
