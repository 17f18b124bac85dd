"""Files on their way in: what is taken, what is refused, and what it costs."""
import hashlib
import json
import unittest

from service import VANTHU, Service, figure

MEGABYTE = 1 << 20
MOST_GROWTH = 16 << 10  # kB
FILE_ROUTES = ("/files", "/read", "/tables", "/ocr", "/readings", "/archive")


def form(*parts, boundary="ranh giới".encode().hex()):
    """The parts are (disposition, content)."""
    body = b"".join(b"--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n" % (boundary.encode(), head, content)
                    for head, content in parts)
    return body + b"--%s--\r\n" % boundary.encode(), {"Content-Type": f"multipart/form-data; boundary={boundary}"}


class Uploads(unittest.TestCase):
    def setUp(self):
        self.service = self.enterContext(Service(VANTHU))

    def keep(self, body, headers):
        return self.service.ask("POST", "/files", body, headers)

    def test_kept_and_given_back(self):
        for size in (1, MEGABYTE, MEGABYTE + 1, 5 * MEGABYTE + 7):
            content = bytes(i % 251 for i in range(997)) * (size // 997 + 1)
            content = content[:size]
            status, _, kept = self.keep(content, {"X-File-Name": "Quy%E1%BA%BFt.pdf"})
            self.assertEqual((status, kept["name"], kept["size"]), (201, "Quyết.pdf", size))
            self.assertEqual(kept["id"], hashlib.sha512(content).hexdigest())
            self.assertEqual(self.service.ask("GET", "/files/" + kept["id"])[2], content)

    def test_chunked(self):
        content = b"0123456789abcdef" * MEGABYTE
        pieces = [content[i:i + 70_001] for i in range(0, len(content), 70_001)]
        _, _, kept = self.keep(iter(pieces), {})
        self.assertEqual(kept["id"], hashlib.sha512(content).hexdigest())

    def test_forms(self):
        # The boundary's beginning within the content, over the border of what stays in memory.
        boundary = "vanthu-ranh-gioi"
        content = b"x" * (MEGABYTE - 40) + b"\r\n--vanthu-ranh-\r\n--vanthu" * 50_000
        name = 'name="ghi-chu"'.encode(), b"filename=\"khong.pdf\""
        file = 'name="tep"; filename="Quyết định 52.pdf"; filename*=UTF-8\'\'khac.pdf'.encode(), content
        body, headers = form(name, file, boundary=boundary)
        for way in (body, iter([body[i:i + 9_973] for i in range(0, len(body), 9_973)])):
            status, _, kept = self.keep(way, headers)
            self.assertEqual((status, kept["name"], kept["size"]), (201, "Quyết định 52.pdf", len(content)))
            self.assertEqual(kept["id"], hashlib.sha512(content).hexdigest())

    def test_name_is_no_path(self):
        body, headers = form((b'name="f"; filename="../../etc/C:\\x\\passwd"', b"a"))
        self.assertEqual(self.keep(body, headers)[2]["name"], "passwd")

    def test_broken_forms(self):
        file = b'name="f"; filename="a.pdf"', b"content"
        whole, headers = form(file)
        two, _ = form(file, file)
        none, _ = form((b'name="f"', b"content"))
        unnamed, _ = form((b'name="f"; filename=""', b""))
        cases = {"no end": whole[:-4], "cut in the content": whole[:-30], "cut in the head": whole[:40], "two": two,
                 "none": none, "nothing chosen": unnamed, "nothing": b"", "preamble": b"x" + whole,
                 "bare line ends": whole.replace(b"\r\n", b"\n")}
        for what, body in cases.items():
            with self.subTest(what):
                status, answer_headers, problem = self.keep(body, headers)
                self.assertEqual((status, problem["code"]), (400, "upload-broken"))
                self.assertEqual(answer_headers["Content-Type"], "application/problem+json")
        for kind in ("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "a" * 71):
            self.assertEqual(self.keep(whole, {"Content-Type": kind})[0], 400)
        self.assertEqual(self.keep(b"", {})[0], 422)

    def endless(self, route, head, first=b""):
        """Sends 110 MB in chunks; the status, or None where the connection ended without one."""
        piece = b"%x\r\n" % MEGABYTE + b"x" * MEGABYTE + b"\r\n"
        with self.service.connect() as one:
            try:
                one.sendall(b"POST /api/v1" + route.encode() + b" HTTP/1.1\r\n" + self.service.head + head +
                            b"Transfer-Encoding: chunked\r\n\r\n")
                if first:
                    one.sendall(b"%x\r\n" % len(first) + first + b"\r\n")
                for _ in range(110):
                    one.sendall(piece)
                one.sendall(b"0\r\n\r\n")
                answer = one.recv(4096)
            except OSError:
                return None
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None

    def test_over_the_limit(self):
        before = self.service.kilobytes("VmHWM")
        multipart = b"Content-Type: multipart/form-data; boundary=b\r\n"
        opened = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n'
        for route in FILE_ROUTES:
            with self.subTest(route):
                request = b"POST /api/v1" + route.encode() + b" HTTP/1.1\r\n" + self.service.head
                self.assertEqual(self.service.status_of(request + b"Content-Length: 104857601\r\n\r\n" + b"x" * 1000), 413)
                self.assertEqual(self.service.status_of(request + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\n"), 415)
                self.assertIn(self.endless(route, b""), (413, None))
        self.assertIn(self.endless("/files", multipart, opened), (413, None))
        growth = self.service.kilobytes("VmHWM") - before
        figure(f"bodies over the limit on {len(FILE_ROUTES)} routes: {growth} kB growth")
        self.assertLess(growth, MOST_GROWTH)

    def test_large_file_is_not_held_twice(self):
        content = b"%PDF-1.7\n" + b"x" * (99 * MEGABYTE)
        before = self.service.kilobytes("VmHWM"), self.service.kilobytes("RssAnon")
        status, _, kept = self.keep(content, {"X-File-Name": "to.pdf"})
        self.assertEqual((status, kept["size"]), (201, len(content)))
        growth = self.service.kilobytes("VmHWM") - before[0]
        figure(f"a file of 99 MB kept: most {growth >> 10} MB resident, {self.service.kilobytes('RssAnon') - before[1]} kB stay")
        self.assertLess(growth, 110 << 10)

    def test_large_file_is_read_where_it_lies(self):
        """Its bytes go from the mapped file to the sandbox."""
        content = b"%PDF-1.7\n" + b"x" * (99 * MEGABYTE)
        for path in ("/read", "/tables", "/ocr"):
            before = self.service.kilobytes("VmHWM")
            status, _, problem = self.service.ask("POST", path, content, {"X-File-Name": "to.pdf"})
            self.assertEqual(status, 422, problem)
            growth = self.service.kilobytes("VmHWM") - before
            figure(f"{path} of a broken PDF of 99 MB: {problem['code']}, {growth >> 10} MB more")
            self.assertLess(growth, 110 << 10)

    def test_files_of_nobody(self):
        for wrong in ("a" * 128, "..%2f..%2foffice.sqlite", "A" * 128, "1"):
            self.assertEqual(self.service.ask("GET", "/files/" + wrong)[0], 404)
        for body in ({"file": "a" * 128}, {"reading": 7}):
            answer = self.service.ask("POST", "/read", json.dumps(body), {"Content-Type": "application/json"})
            self.assertEqual(answer[0], 404)
