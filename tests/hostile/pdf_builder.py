"""Writes PDFs, sound ones and such as no program should write."""

import zlib


def stream(data, entries=b"", length=None):
    length = len(data) if length is None else length
    return b"<< /Length %s %s >>\nstream\n%s\nendstream" % (str(length).encode(), entries, data)


def flate(data, entries=b""):
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)


class Pdf:
    """Objects 1 (catalogue), 2 (page tree), 3 (page), 4 (content), 5 (font) are there; any of them may be replaced."""

    def __init__(self, content=b"BT /F1 14 Tf 72 700 Td (Quyet dinh so 1) Tj ET"):
        self.objects = {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            4: content if content.startswith(b"<<") else stream(content),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
        self.trailer = b"/Root 1 0 R"
        self.header = b"%PDF-1.7\n"

    def set(self, number, body):
        self.objects[number] = body
        return self

    def page(self, extra=b"", resources=b"/Font << /F1 5 0 R >>", box=b"0 0 595 842"):
        return self.set(3, b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> %s >>"
                        % (box, resources, extra))

    def body(self):
        parts, offsets, at = [self.header], {}, len(self.header)
        for number, body in sorted(self.objects.items()):
            offsets[number] = at
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            at += len(parts[-1])
        return b"".join(parts), offsets

    def bytes(self):
        data, offsets = self.body()
        size = max(offsets) + 1
        table = [b"0000000000 65535 f \n"]
        table += [b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 00000 f \n" for n in range(1, size)]
        return data + b"xref\n0 %d\n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
            size, b"".join(table), size, self.trailer, len(data))
