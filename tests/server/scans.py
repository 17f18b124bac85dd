"""Scans made of what the service generates."""
import json
import pathlib
import re
import subprocess
import tempfile


def pdf_of(pictures, dots):
    """Pages that are nothing but JPEG pictures, as a copier makes them; `dots`: their dpi."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for picture in pictures:
        height, width = (int.from_bytes(picture[i:i + 2], "big") for i in sizes(picture))
        x, y = width * 72 / dots, height * 72 / dots
        draw = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (x, y)
        number = len(objects) + 1
        objects.append(b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
                       b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (width, height, len(picture), picture))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R>>"
                       % (x, y, number, number + 1))
        kids.append(b"%d 0 R" % (number + 2))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    text, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return text + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(text))


def sizes(jpeg):
    """Where the picture's height and width stand."""
    frame = re.search(rb"\xff[\xc0\xc2]\x00.\x08", jpeg, re.DOTALL)
    return frame.end(), frame.end() + 2


def scan_of(service, document, copies=1, dots=300):
    """The document's pages, that many times, as a scan."""
    pdf = service.ask("POST", "/documents?format=pdf", json.dumps(document))[2]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "a.pdf")
        source.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", str(dots), "-gray", "-jpeg", source, folder + "/page"], check=True)
        return pdf_of([picture.read_bytes() for picture in sorted(pathlib.Path(folder).glob("page*.jpg"))] * copies, dots)
