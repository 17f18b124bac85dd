"""Hostile scans, as files of their own and within PDFs: name → (what makes the bytes, what may come of it)."""

import struct
import zlib

from outcomes import LIMIT, READ, REFUSED
from pdf_builder import Pdf, stream

ANY = READ | REFUSED | LIMIT
SHEET = b"q 595 0 0 842 0 0 cm /X Do Q"
BILEVEL = b"/BitsPerComponent 1 /ColorSpace /DeviceGray"


def scan(width, height, data, entries=BILEVEL, content=SHEET):
    """A page that is one picture."""
    entry = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    return Pdf(content).page(resources=b"/XObject << /X 6 0 R >>").set(6, stream(data, entry + entries)).bytes()


def fax(columns, data=b"\x00\x10\x01" * 100):
    return scan(1000, 1000, data, BILEVEL + b" /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %d /Rows 1000000000 >>" % columns)


def jbig2(*segments):
    """Segments as (type, data); each belongs to page 1."""
    body = b"".join(struct.pack(">IBBBI", n, kind, 0, 1, len(data)) + data for n, (kind, data) in enumerate(segments))
    return scan(1000, 1000, body, BILEVEL + b" /Filter /JBIG2Decode")


def jbig2_page(width, height):
    return 48, struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)


def jpx(width, height):
    """A codestream that promises a picture of this size and ends after its head."""
    size = struct.pack(">HHIIIIIIIIH", 41, 0, width, height, 0, 0, width, height, 0, 0, 1) + b"\x07\x01\x01"
    return b"\xff\x4f\xff\x51" + size + b"\xff\x52\x00\x0c\x00\x00\x00\x01\x00\x05\x04\x04\x00\x01\xff\x90\x00\x0a\x00\x00\x00\x00\x00\x00\x00\x01\xff\x93"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows, depth=8):
    head = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def jpeg(width, height):
    table = b"\xff\xdb\x00\x43\x00" + bytes([16] * 64)
    return b"\xff\xd8" + table + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + bytes(200)


def tiff(entries, after=0, tail=b"", count=None):
    """One directory; `after` is where the next one is said to be."""
    count = len(entries) if count is None else count
    body = b"".join(struct.pack("<HHII", tag, kind, number, value) for tag, kind, number, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, count) + body + struct.pack("<I", after) + tail


def tiff_of(width, height, strip_bytes=100, after=0, coding=1):
    return tiff([(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 1), (259, 3, 1, coding), (262, 3, 1, 0), (273, 4, 1, 150),
                 (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, strip_bytes)], after, bytes(200))


def tiff_pages(number):
    parts, at = [b"II*\0" + struct.pack("<I", 8)], 8
    for page in range(number):
        entries = [(256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 1), (259, 3, 1, 1), (262, 3, 1, 0), (273, 4, 1, 8), (278, 4, 1, 8), (279, 4, 1, 8)]
        size = 6 + 12 * len(entries)
        parts.append(struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries))
        at += size
        parts.append(struct.pack("<I", at if page + 1 < number else 0))
    return b"".join(parts)


def many_pictures(number):
    content = b"".join(b"q 5 0 0 8 %d %d cm /X Do Q " % (5 * (i % 119), 8 * (i // 119 % 105)) for i in range(number))
    return scan(8, 8, b"12345678", content=SHEET + b" " + content)


FILES = {
    "fax-columns-huge.pdf": (lambda: fax(1000000000), ANY),
    "fax-columns-0.pdf": (lambda: fax(0), ANY),
    "fax-garbage.pdf": (lambda: fax(1000, bytes(range(256)) * 500), ANY),
    "jbig2-page-huge.pdf": (lambda: jbig2(jbig2_page(0x7FFFFFFF, 0x7FFFFFFF)), ANY),
    "jbig2-symbols-huge.pdf": (lambda: jbig2(jbig2_page(1000, 1000), (0, b"\0\0" + b"\x03\xff\xfd\xff\x02\xfe\xfe\xfe" + struct.pack(">II", 0xFFFFFFFF, 0xFFFFFFFF) + bytes(100))), ANY),
    "jbig2-region-huge.pdf": (lambda: jbig2(jbig2_page(1000, 1000), (38, struct.pack(">IIIIB", 0xFFFFFF, 0xFFFFFF, 0xFFFFFFFF, 0, 0) + b"\0" + b"\x03\xff\xfd\xff\x02\xfe\xfe\xfe" + bytes(100))), ANY),
    "jbig2-length-unknown.pdf": (lambda: scan(1000, 1000, struct.pack(">IBBBI", 0, 38, 0, 1, 0xFFFFFFFF) + bytes(500), BILEVEL + b" /Filter /JBIG2Decode"), ANY),
    "jbig2-garbage.pdf": (lambda: scan(1000, 1000, bytes(range(256)) * 200, BILEVEL + b" /Filter /JBIG2Decode"), ANY),
    "jpx-huge.pdf": (lambda: scan(1000, 1000, jpx(0x7FFFFFFF, 0x7FFFFFFF), b"/Filter /JPXDecode"), ANY),
    "jpx-cut.pdf": (lambda: scan(1000, 1000, jpx(3000, 3000), b"/Filter /JPXDecode"), ANY),
    "jpeg-huge.pdf": (lambda: scan(65500, 65500, jpeg(65500, 65500), b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode"), ANY),
    "scan-size-huge.pdf": (lambda: scan(2147483647, 2147483647, b"abc"), ANY),
    "scan-bomb.pdf": (lambda: scan(40000, 40000, zlib.compress(bytes(200000000), 9), BILEVEL + b" /Filter /FlateDecode"), ANY),
    "scan-matrix-flat.pdf": (lambda: scan(1000, 1000, bytes(125000), content=b"q 595 0 0 0 0 0 cm /X Do Q"), ANY),
    "scan-matrix-huge.pdf": (lambda: scan(1000, 1000, bytes(125000), content=b"q 1e38 0 0 1e38 -1e37 -1e37 cm /X Do Q"), ANY),
    "scan-matrix-slanted.pdf": (lambda: scan(1000, 1000, bytes(125000), content=b"q -420 595 842 420 0 0 cm /X Do Q"), ANY),
    "scan-pictures-20000.pdf": (lambda: many_pictures(20000), ANY),
    "scan-mask-itself.pdf": (lambda: scan(1000, 1000, bytes(125000), BILEVEL + b" /SMask 6 0 R"), ANY),
    "bomb.png": (lambda: png(100000, 100000, bytes(100001 * 1000)), ANY),
    "cut.png": (lambda: png(2000, 2000, bytes(2001 * 10)), ANY),
    "huge.jpg": (lambda: jpeg(65500, 65500), ANY),
    "cut.jpg": (lambda: jpeg(1000, 1000)[:300], ANY),
    "huge.tif": (lambda: tiff_of(0x7FFFFFFF, 0x7FFFFFFF), ANY),
    "strip-huge.tif": (lambda: tiff_of(1000, 1000, 0xFFFFFFFF), ANY),
    "loop.tif": (lambda: tiff_of(100, 100, after=8), ANY),
    "entries-65535.tif": (lambda: tiff([], count=65535), ANY),
    "pages-10000.tif": (lambda: tiff_pages(10000), ANY),
    "lzw-garbage.tif": (lambda: tiff_of(5000, 5000, coding=5), ANY),
    "jpeg-in.tif": (lambda: tiff_of(5000, 5000, coding=6), ANY),
}
