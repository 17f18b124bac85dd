"""Hostile texts, JSON, RTF, Word 97: name → (what makes the bytes, what may come of it)."""

from outcomes import LIMIT, READ, REFUSED

MB = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# LibreOffice stands between, a program of others with a limit of its own (60 s): left out with --no-office.
OFFICE_FILES = {
    "garbage.doc": (lambda: OLE + bytes(range(256)) * 200, REFUSED),
    "ole-loop.doc": (lambda: OLE + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10) + b"\1\0\0\0" + b"\0" * 460 + b"\0\0\0\0" * 128, REFUSED),
    "garbage.rtf": (lambda: b"{\\rtf1" + bytes(range(1, 256)) * 200, REFUSED | READ),
    "unclosed.rtf": (lambda: b"{\\rtf1\\ansi " + b"{" * 100, REFUSED | READ),
    "binary-length.rtf": (lambda: b"{\\rtf1\\ansi \\bin2147483647 abc}", REFUSED | READ | LIMIT),
}

FILES = {
    "empty.txt": (lambda: b"", READ | REFUSED),
    "binary.txt": (lambda: bytes(range(256)) * 1000, REFUSED),
    "nul.txt": (lambda: b"Quy\0\0\0\0", REFUSED | READ),
    "line-40-mb.txt": (lambda: b"a" * (40 * MB), READ | LIMIT | REFUSED),
    "words-20-mb.txt": (lambda: b"a " * (10 * MB), READ | LIMIT | REFUSED),
    "lines-5000000.txt": (lambda: b"a\n" * 5000000, READ | LIMIT | REFUSED),
    "blank-lines-20000000.txt": (lambda: b"\n" * 20000000, READ | LIMIT | REFUSED),
    "pipes.md": (lambda: b"|" * 1000000 + b"\n" + b"|-" * 500000, READ | LIMIT | REFUSED),
    "stars.md": (lambda: b"*" * 1000000 + b" a " + b"**_" * 300000, READ | LIMIT | REFUSED),
    "combining-1000000.txt": (lambda: "a".encode() + "\u0301".encode() * 1000000, READ | LIMIT | REFUSED),
    "utf8-invalid.txt": (lambda: b"Quy\xff\xfe\xc0\xaf\xed\xa0\x80" * 1000, READ | REFUSED),
    "utf16-odd.txt": (lambda: b"\xff\xfea\0b\0c", READ | REFUSED),
    "utf16-lone-surrogates.txt": (lambda: b"\xff\xfe" + b"\x00\xd8" * 1000, READ | REFUSED),
    "control-characters.txt": (lambda: b"\x1b]0;evil\x07\x1b[2J Quyet dinh\r\r\r\x0b\x0c", READ | REFUSED),
    "directions.txt": (lambda: "\u202eQuyết định\u2066\u200b\ufeff".encode(), READ),
    "articles-100000.txt": (lambda: "".join(f"Điều {i}. Nội dung\n\n" for i in range(100000)).encode(), READ | LIMIT),
    "numbers-huge.txt": (lambda: ("Số: " + "9" * 100000 + "/QĐ-UBND\n\nngày 99999999999999 tháng 99999999999 năm 999999999999\n").encode(), READ | REFUSED),
    "time-ranges.txt": (lambda: ("2021-" * 200000 + "\n").encode(), READ | REFUSED | LIMIT),
    "json-deep.json": (lambda: b"[" * 1000000, READ | REFUSED | LIMIT),
    "json-of-something.json": (lambda: b'{"a": 1}', READ | REFUSED),
    "picture.png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), REFUSED | READ),
    "program": (lambda: b"\x7fELF" + bytes(range(256)) * 10, REFUSED),
    "pdf-in-name-only.pdf": (lambda: "Quyết định".encode(), READ | REFUSED),
    "pdf-after-1000-bytes.pdf": (lambda: b" " * 1000 + b"%PDF-1.7\nnothing", READ | REFUSED),
}
