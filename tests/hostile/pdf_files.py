"""Hostile PDFs: name → (what makes the bytes, what may come of it)."""

import zlib
from outcomes import LIMIT, READ, REFUSED
from pdf_builder import Pdf, flate, stream

MB = 1 << 20


def nested(levels, kind=b"<<"):
    if kind == b"<<":
        return b"<< /A " * levels + b"1" + b" >>" * levels
    return b"[" * levels + b"]" * levels


def lzw_bomb(size):
    """Zeros in LZW: each code stands for one zero more than the one before."""
    bits, width, code, out, done = [], 9, 258, [], 0

    def put(value):
        bits.append(format(value, f"0{width}b"))

    put(256)
    run = 1
    put(0)
    done = 1
    while done < size:
        if code >= 4093:
            put(256)
            width, code, run = 9, 258, 1
            put(0)
            done += 1
            continue
        put(code)
        run += 1
        done += run
        code += 1
        width = 9 if code < 511 else 10 if code < 1023 else 11 if code < 2047 else 12
    put(257)
    joined = "".join(bits)
    joined += "0" * (-len(joined) % 8)
    return int(joined, 2).to_bytes(len(joined) // 8, "big")


def font_file(data):
    pdf = Pdf().set(5, b"<< /Type /Font /Subtype /TrueType /BaseFont /Broken /FontDescriptor 6 0 R /FirstChar 32 /LastChar 33 /Widths [500 500] >>")
    pdf.set(6, b"<< /Type /FontDescriptor /FontName /Broken /Flags 32 /FontFile2 7 0 R >>")
    return pdf.set(7, stream(data)).bytes()


def to_unicode(cmap):
    pdf = Pdf(b"BT /F1 14 Tf 72 700 Td <00010002> Tj ET")
    pdf.set(5, b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>")
    pdf.set(6, b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>")
    return pdf.set(7, stream(cmap)).bytes()


def form_recursion(depth):
    """Form 6 draws itself (depth 0), or each form draws the next one twice."""
    pdf = Pdf(b"/X6 Do").page(resources=b"/XObject << /X6 6 0 R >>")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X%d %d 0 R >> >>"
    if depth == 0:
        return pdf.set(6, stream(b"/X6 Do", form % (6, 6))).bytes()
    for number in range(6, 6 + depth):
        pdf.set(number, stream(b"/X%d Do /X%d Do" % (number + 1, number + 1), form % (number + 1, number + 1)))
    return pdf.set(6 + depth, stream(b"BT ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")).bytes()


def xref_loop():
    data, offsets = Pdf().body()
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return data + table % (len(data), len(data))


def object_stream_loop():
    """Object 6 is an object stream that, says the cross-reference stream, lies inside of itself."""
    data, offsets = Pdf().body()
    at = len(data)
    rows = b"\0\0\0\0\0" + b"".join(b"\1" + offsets[n].to_bytes(3, "big") + b"\0" for n in range(1, 6))
    rows += b"\2\0\0\6\0" + b"\1" + at.to_bytes(3, "big") + b"\0"
    entry = b"/Type /XRef /Size 8 /W [1 3 1] /Root 1 0 R /Info 6 0 R"
    return data + b"7 0 obj\n" + stream(rows, entry) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


def many_pages(count):
    pdf = Pdf()
    pdf.set(2, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join([b"3 0 R"] * count), count))
    return pdf.bytes()


def encrypted():
    pdf = Pdf()
    pdf.set(6, b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32))
    pdf.trailer += b" /Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    return pdf.bytes()


def flate_in_flate():
    data = zlib.compress(zlib.compress(bytes(300 * MB), 9), 9)
    return Pdf(stream(data, b"/Filter [/FlateDecode /FlateDecode]")).bytes()


def lines_page(count):
    content = b"".join(b"%d %d m %d %d l S\n" % (i % 595, i % 842, (i * 7) % 595, i % 842) for i in range(count))
    return Pdf(flate(content)).bytes()


def words_page(count):
    return Pdf(flate(b"BT /F1 1 Tf 0 800 Td " + b"(a) Tj 1 0 Td " * count + b"ET")).bytes()


def picture(width, height, data, entries=b""):
    pdf = Pdf(b"q 500 0 0 700 0 0 cm /I Do Q").page(resources=b"/XObject << /I 6 0 R >>")
    entry = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray "
    return pdf.set(6, stream(data, entry % (width, height) + entries)).bytes()


def deep_page_tree(depth):
    pdf = Pdf().set(2, b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>")
    for number in range(10, 10 + depth):
        pdf.set(number, b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1))
    return pdf.set(10 + depth, pdf.objects[3]).bytes()


CMAP = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n%s\nendcmap end"

FILES = {
    "empty.pdf": (lambda: b"", REFUSED | READ),
    "header-only.pdf": (lambda: b"%PDF-1.7\n", REFUSED),
    "header-and-garbage.pdf": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 400, REFUSED),
    "truncated.pdf": (lambda: Pdf().bytes()[:300], REFUSED | READ),
    "no-root.pdf": (lambda: Pdf().set(1, b"null").bytes(), REFUSED | READ),
    "nested-info-500.pdf": (lambda: info(nested(500)), REFUSED | READ | LIMIT),
    "nested-info-20000.pdf": (lambda: info(nested(20000)), REFUSED | READ | LIMIT),
    "nested-info-100000.pdf": (lambda: info(nested(100000)), REFUSED | READ | LIMIT),
    "nested-arrays-100000.pdf": (lambda: info(nested(100000, b"[")), REFUSED | READ | LIMIT),
    "nested-arrays-in-content.pdf": (lambda: Pdf(nested(200000, b"[") + b" TJ").bytes(), REFUSED | READ | LIMIT),
    "flate-bomb.pdf": (lambda: Pdf(flate(bytes(1000 * MB))).bytes(), LIMIT | READ),
    "flate-bomb-twice.pdf": (flate_in_flate, LIMIT | READ),
    "flate-bomb-font.pdf": (lambda: Pdf().set(5, b"<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 6 0 R >>")
                            .set(6, flate(b" " * (400 * MB))).bytes(), LIMIT | READ),
    "flate-broken.pdf": (lambda: Pdf(stream(b"x\x9c\xff\xff\xff\xff", b"/Filter /FlateDecode")).bytes(), READ | REFUSED),
    "lzw-bomb.pdf": (lambda: Pdf(stream(lzw_bomb(200 * MB), b"/Filter /LZWDecode")).bytes(), LIMIT | READ),
    "many-filters.pdf": (lambda: Pdf(stream(b"a" * 1000, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 5000))).bytes(),
                         LIMIT | READ | REFUSED),
    "unknown-filter.pdf": (lambda: Pdf(stream(b"abc", b"/Filter /NoSuchDecode")).bytes(), READ | REFUSED),
    "page-tree-cycle.pdf": (lambda: Pdf().set(2, b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>").bytes(), READ | REFUSED),
    "page-tree-count.pdf": (lambda: Pdf().set(2, b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>").bytes(), READ | REFUSED),
    "page-tree-negative.pdf": (lambda: Pdf().set(2, b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>").bytes(), READ | REFUSED),
    "page-tree-deep.pdf": (lambda: deep_page_tree(5000), READ | REFUSED | LIMIT),
    "pages-same-50000.pdf": (lambda: many_pages(50000), LIMIT | READ | REFUSED),
    "xref-loop.pdf": (xref_loop, READ | REFUSED),
    "xref-offset-huge.pdf": (lambda: Pdf().bytes().replace(b"startxref\n", b"startxref\n99999999999999999999"), READ | REFUSED),
    "xref-size-huge.pdf": (lambda: Pdf().bytes().replace(b"/Size 6", b"/Size 2147483647"), READ | REFUSED | LIMIT),
    "object-stream-loop.pdf": (object_stream_loop, READ | REFUSED),
    "length-itself.pdf": (lambda: Pdf().set(4, stream(b"BT ET", length="4 0 R")).bytes(), READ | REFUSED),
    "length-negative.pdf": (lambda: Pdf().set(4, stream(b"BT ET", length=-100)).bytes(), READ | REFUSED),
    "length-huge.pdf": (lambda: Pdf().set(4, stream(b"BT ET", length=2 ** 63)).bytes(), READ | REFUSED),
    "operators-3000000-q.pdf": (lambda: Pdf(flate(b"q " * 3000000)).bytes(), READ | LIMIT),
    "operators-9000000.pdf": (lambda: Pdf(flate(b"n " * 9000000)).bytes(), READ | LIMIT),
    "lines-1000000.pdf": (lambda: lines_page(1000000), READ | LIMIT),
    "words-1000000.pdf": (lambda: words_page(1000000), READ | LIMIT),
    "form-itself.pdf": (lambda: form_recursion(0), READ | REFUSED),
    "form-2-to-the-40.pdf": (lambda: form_recursion(40), READ | LIMIT),
    "media-box-huge.pdf": (lambda: Pdf().page(box=b"0 0 1e30 1e30").bytes(), READ | REFUSED | LIMIT),
    "media-box-turned.pdf": (lambda: Pdf().page(box=b"595 842 0 0").bytes(), READ),
    "media-box-nothing.pdf": (lambda: Pdf().page(box=b"0 0 0 0").bytes(), READ | REFUSED),
    "rotate-odd.pdf": (lambda: Pdf().page(extra=b"/Rotate 2147483647").bytes(), READ),
    "numbers-mad.pdf": (lambda: Pdf(b"BT /F1 1e308 Tf 1e308 nan -1e400 Td 99999999999999999999 0 0 --5 1.2.3 4 Tm (a) Tj ET 1e39 0 m 1e39 1 l S").bytes(), READ | REFUSED),
    "matrix-singular.pdf": (lambda: Pdf(b"0 0 0 0 0 0 cm BT /F1 14 Tf (a) Tj ET 0 0 5 5 re f").bytes(), READ),
    "operands-missing.pdf": (lambda: Pdf(b"Tj TJ ' \" Tf cm re Do BI ID EI gs Tm 1 Tm (a) (b) Td BT BT ET ET ET Q Q Q EMC EMC").bytes(), READ),
    "strings-open.pdf": (lambda: Pdf(b"BT /F1 9 Tf (" + b"(" * 100000).bytes(), READ),
    "inline-image-no-end.pdf": (lambda: Pdf(b"BI /W 10 /H 10 /BPC 8 /CS /G ID " + b"\xff" * 100000).bytes(), READ),
    "inline-image-huge.pdf": (lambda: Pdf(b"BI /W 2147483647 /H 2147483647 /BPC 16 /CS /CMYK ID abc EI").bytes(), READ),
    "picture-huge.pdf": (lambda: picture(2147483647, 2147483647, b"abc"), READ | REFUSED | LIMIT),
    "picture-bomb.pdf": (lambda: picture(30000, 30000, zlib.compress(bytes(900 * MB), 9), b"/Filter /FlateDecode"), READ | REFUSED | LIMIT),
    "cmap-range-huge.pdf": (lambda: to_unicode(CMAP % (b"100 beginbfrange\n" + b"<00000000> <FFFFFFFF> <0000>\n" * 100 + b"endbfrange")), READ | LIMIT),
    "cmap-long-texts.pdf": (lambda: to_unicode(CMAP % (b"1 beginbfrange\n<0000> <FFFF> <%s>\nendbfrange" % (b"0041" * 50000))), READ | LIMIT),
    "cmap-unfinished.pdf": (lambda: to_unicode(b"begincmap 5 beginbfchar <01> <" + b"41" * 1000), READ | REFUSED),
    "cmap-uses-itself.pdf": (lambda: to_unicode(b"/A usecmap begincmap endcmap"), READ | REFUSED),
    "cmap-bad-characters.pdf": (lambda: to_unicode(CMAP % b"2 beginbfchar <0001> <D800> <0002> <FFFF0000001B> endbfchar"), READ | REFUSED),
    "font-file-garbage.pdf": (lambda: font_file(b"\0\1\0\0" + b"\xff" * 2000), READ | REFUSED),
    "font-file-tables.pdf": (lambda: font_file(b"\0\1\0\0\xff\xff" + b"cmap\0\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff" * 50), READ | REFUSED),
    "font-itself.pdf": (lambda: Pdf().set(5, b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>").bytes(), READ | REFUSED),
    "font-widths-huge.pdf": (lambda: Pdf().set(5, b"<< /Type /Font /Subtype /Type1 /BaseFont /A /FirstChar -2147483648 /LastChar 2147483647 /Widths [1e300 -1e300] >>").bytes(), READ | REFUSED),
    "type3-itself.pdf": (lambda: type3(), READ | REFUSED),
    "encrypted.pdf": (encrypted, REFUSED),
    "javascript.pdf": (lambda: Pdf().set(1, b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>").bytes(), READ),
    "launch.pdf": (lambda: Pdf().set(1, b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>").bytes(), READ),
    "attachment-hostile.pdf": (lambda: attachment(), READ | REFUSED | LIMIT),
    "control-characters.pdf": (lambda: Pdf(b"BT /F1 14 Tf 72 700 Td (\\033[31mred\\007\\000) Tj ET").bytes(), READ),
    "names-nested-loop.pdf": (lambda: Pdf().set(1, b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>").set(6, b"<< /Kids [6 0 R 6 0 R] >>").bytes(), READ | REFUSED),
}


def info(value):
    pdf = Pdf().set(6, value if value.startswith(b"<<") else b"<< /A %s >>" % value)
    pdf.trailer += b" /Info 6 0 R"
    return pdf.bytes()


def type3():
    pdf = Pdf(b"BT /F1 9 Tf (aaaa) Tj ET")
    pdf.set(5, b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0 0 0 0 0 0] /FirstChar 97 /LastChar 97 /Widths [9]"
               b" /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>")
    return pdf.set(6, stream(b"9 0 d0 BT /F1 9 Tf (aaaa) Tj ET")).bytes()


def attachment():
    """A document.json of 100 MB and a name that leads out of every folder."""
    pdf = Pdf().set(1, b"<< /Type /Catalog /Pages 2 0 R /AF [6 0 R] /Names << /EmbeddedFiles << /Names [(document.json) 6 0 R] >> >> >>")
    pdf.set(6, b"<< /Type /Filespec /F (../../../../tmp/document.json) /UF (document.json) /EF << /F 7 0 R >> /AFRelationship /Source >>")
    return pdf.set(7, flate(b'{"a":' * (20 * MB), b"/Type /EmbeddedFile ")).bytes()
