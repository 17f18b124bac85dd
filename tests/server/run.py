"""run.py VANTHU: what must hold of the service while strangers misuse it and clerks use it at once."""
import http.client
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from jobs import Jobs, Stops
from proxy import Proxy
from roles import Roles
from service import VANTHU, Service, figure
from uploads import Uploads

__all__ = ["Jobs", "Proxy", "Roles", "Stops", "Uploads"]  # their tests are run too

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
DECISION = (SAMPLES / "one-page.json").read_bytes()
MOST_GROWTH = 16 << 10  # kB


class Misuse(unittest.TestCase):
    def setUp(self):
        self.service = self.enterContext(Service(VANTHU))

    def post(self, *lines, body=b""):
        head = b"".join(line + b"\r\n" for line in lines)
        return self.service.status_of(b"POST /api/v1/check HTTP/1.1\r\n" + self.service.head + head + b"\r\n" + body)

    def answers_within(self, seconds):
        """Clients that went without a word hold their places until they are missed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                return self.service.ask("GET", "/health")[0] == 200
            except OSError:
                time.sleep(0.1)
        return False

    def test_heads(self):
        self.assertEqual(self.post(b"Content-Length: 999999999", body=b"x" * 1000), 413)
        self.assertEqual(self.post(b"Content-Encoding: gzip", b"Content-Length: 4", body=b"abcd"), 415)
        self.assertEqual(self.post(b"Content-Length: 4", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"), 400)

    def test_strange_origins(self):
        forged = b"POST /api/v1/check HTTP/1.1\r\n" + self.service.host + b"Content-Length: 2\r\n\r\n{}"
        self.assertEqual(self.service.status_of(forged), 403)
        self.assertEqual(self.service.status_of(b"GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421)

    def test_endless_chunks(self):
        before = self.service.kilobytes("VmHWM")
        piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        sent = 0
        with self.service.connect() as one:
            one.sendall(b"POST /api/v1/check HTTP/1.1\r\n" + self.service.head + b"Transfer-Encoding: chunked\r\n\r\n")
            with self.assertRaises(OSError):
                for sent in range(200):
                    one.sendall(piece)
        growth = self.service.kilobytes("VmHWM") - before
        figure(f"endless chunks: closed after {sent} MB, {growth} kB growth")
        self.assertLess(growth, MOST_GROWTH)

    def stall(self, words):
        stalled = [self.service.connect() for _ in range(200)]
        for one in stalled:
            one.sendall(words)
        spent = []
        for _ in range(300):
            begin = time.monotonic()
            self.assertEqual(self.service.ask("GET", "/health")[0], 200)
            spent.append(time.monotonic() - begin)
        for one in stalled:
            one.close()
        return sorted(spent)[-4] * 1000

    def test_stalled_clients(self):
        body = b"POST /api/v1/files HTTP/1.1\r\n" + self.service.head + b"Content-Length: 100000\r\n\r\n" + b"x" * 1000
        silent = b"GET /api/v1/events HTTP/1.1\r\n" + self.service.host + b"\r\n"
        for what, words in (("in the head", b"GET /api/v1/hea"), ("in the body", body), ("while they listen", silent)):
            with self.subTest(what):
                p99 = self.stall(words)
                figure(f"200 clients stalled {what}: p99 of a GET {p99:.1f} ms")
                self.assertLess(p99, 100)

    def test_random_requests(self):
        chance = random.Random(7)
        good = b"POST /api/v1/documents?format=pdf HTTP/1.1\r\n" + self.service.head
        good += b"Content-Length: 2\r\nConnection: close\r\n\r\n{}"
        for _ in range(10_000):
            request = bytearray(good)
            for _ in range(chance.randrange(1, 12)):
                request[chance.randrange(len(request))] = chance.randrange(256)
            with self.service.connect() as one:
                one.sendall(request[: chance.randrange(1, len(request) + 1)])
        self.assertTrue(self.service.is_alive())
        self.assertTrue(self.answers_within(10))


class Use(unittest.TestCase):
    def setUp(self):
        self.service = self.enterContext(Service(VANTHU))

    def test_generate_and_preview(self):
        for form, start in (("pdf", b"%PDF-"), ("docx", b"PK")):
            status, headers, content = self.service.ask("POST", f"/documents?format={form}", DECISION)
            self.assertEqual((status, content[: len(start)]), (200, start))
            self.assertIn("attachment", headers["Content-Disposition"])
        status, _, preview = self.service.ask("POST", "/preview", DECISION)
        self.assertEqual(status, 200)
        self.assertTrue(preview["pdf"] and preview["places"])

    def test_refusals_name_the_place(self):
        status, headers, problem = self.service.ask("POST", "/documents?format=pdf", b'{"kind":"decision"}')
        self.assertEqual((status, headers["Content-Type"]), (422, "application/problem+json"))
        self.assertTrue(problem["diagnostics"])
        self.assertTrue(self.service.ask("POST", "/check", b"{")[2]["diagnostics"])

    def test_security_headers(self):
        headers = self.service.ask("GET", "/health")[1]
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertNotIn("unsafe", headers["Content-Security-Policy"])
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_four_clerks_at_once(self):
        spent = []

        def clerk():
            one = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
            for _ in range(250):
                begin = time.monotonic()
                one.request("POST", "/api/v1/documents?format=pdf", DECISION, {"X-Vanthu": "1"})
                answer = one.getresponse()
                self.assertEqual((answer.status, answer.read()[:5]), (200, b"%PDF-"))
                spent.append(time.monotonic() - begin)
            one.close()

        begin = time.monotonic()
        clerks = [threading.Thread(target=clerk) for _ in range(4)]
        for one in clerks:
            one.start()
        for one in clerks:
            one.join()
        self.assertEqual(len(spent), 1000)
        rate = 1000 / (time.monotonic() - begin)
        memory = self.service.kilobytes("VmRSS")
        figure(f"generate: {rate:.0f} decisions/s, p99 {sorted(spent)[989] * 1000:.0f} ms, {memory} kB")

    def test_figures(self):
        self.service.ask("POST", "/documents", DECISION)
        self.service.ask("GET", "/nothing")
        text = self.service.ask("GET", "/metrics")[2].decode()
        line = re.compile(r'^([a-z_]+(\{([a-z]+="[^"\n]*",?)+\})? [0-9.e+-]+|# (HELP|TYPE) [a-z_]+ .+)$')
        for one in text.splitlines():
            self.assertRegex(one, line)
        self.assertIn('vanthu_requests_total{route="/api/v1/documents",status="200"} 1', text)
        self.assertIn('vanthu_requests_total{route="refused",status="404"} 1', text)
        self.assertIn('vanthu_request_seconds_count{route="/api/v1/documents"} 1', text)

    def test_events(self):
        """What one clerk does, another hears."""
        with self.service.connect() as one:
            one.sendall(b"GET /api/v1/events HTTP/1.1\r\n" + self.service.host + b"\r\n")
            heard = b""
            while b"event: hello" not in heard:
                heard += one.recv(4096)
            document = b'{"document":' + DECISION + b"}"
            self.assertEqual(self.service.ask("POST", "/drafts", document)[0], 201)
            while b"event: draft\ndata: {" not in heard:
                heard += one.recv(4096)
        # Who has gone is forgotten.
        for _ in range(2):
            self.service.ask("PUT", "/drafts/1", document, {"If-Match": '"1"'})
        self.assertEqual(self.service.ask("GET", "/health")[0], 200)

    @unittest.skipUnless(shutil.which("soffice"), "no LibreOffice")
    def test_old_word_files(self):
        words = "Về việc thành lập Tổ biên tập"
        letters = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in words)
        status, _, read = self.service.ask("POST", "/read?wanted=text", "{\\rtf1\\ansi " + letters + "\\par}",
                                           {"X-File-Name": "a.rtf"})
        self.assertEqual(status, 200, read)
        self.assertIn(words, read["text"])

    def test_ends_when_told(self):
        with Service(VANTHU) as other:
            pass
        self.assertEqual(other.exit_code, 0)


class Users(unittest.TestCase):
    def test_nobody_without_login(self):
        with tempfile.TemporaryDirectory(prefix="vanthu-users-") as folder:
            store = folder + "/store"
            subprocess.run([VANTHU, "users", "add", "an", "--role", "admin", "--store", store], check=True,
                           input="mat-khau-dai-1\n", text=True, capture_output=True)
            with Service(VANTHU, store) as service:
                self.assertEqual(service.ask("POST", "/check", DECISION)[0], 401)
                wrong = b'{"name":"an","password":"khong-phai"}'
                self.assertEqual(service.ask("POST", "/session", wrong)[0], 401)
                right = b'{"name":"an","password":"mat-khau-dai-1"}'
                status, headers, _ = service.ask("POST", "/session", right)
                self.assertEqual(status, 204)
                self.assertIn("HttpOnly", headers["Set-Cookie"])
                cookie = {"Cookie": headers["Set-Cookie"].split(";")[0]}
                self.assertEqual(service.ask("POST", "/check", DECISION, cookie)[0], 200)

    def test_no_other_address_without_users(self):
        with tempfile.TemporaryDirectory(prefix="vanthu-users-") as folder:
            for way in (["--listen", "0.0.0.0:0"], ["--listen", "[::]:0"],
                        ["--listen", "127.0.0.1:0", "--public-host", "van-thu.example"]):
                refused = subprocess.run([VANTHU, "serve", "--store", folder + "/store", *way],
                                         capture_output=True, text=True, timeout=30, check=False)
                self.assertNotEqual(refused.returncode, 0)
                self.assertIn("vanthu users add", refused.stderr)


unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
