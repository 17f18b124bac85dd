"""Who may do what: every route of the description, asked by nobody and by each role."""
import json
import re
import subprocess
import tempfile
import unittest

from service import VANTHU, Service, figure

ROLES = ("reader", "clerk", "officer", "admin")
PASSWORD = "mat-khau-dai-1"


class Roles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="vanthu-roles-"))
        store = cls.folder + "/store"
        subprocess.run([VANTHU, "users", "add", "quan-tri", "--role", "admin", "--store", store], check=True,
                       input=PASSWORD + "\n", text=True, capture_output=True)
        cls.service = cls.enterClassContext(Service(VANTHU, store))
        admin = {"Cookie": cls.cookie("quan-tri")}
        cls.tokens = {}
        for role in ROLES:
            user = json.dumps({"name": role, "full_name": "", "role": role, "password": PASSWORD})
            assert cls.service.ask("POST", "/users", user, admin)[0] == 201
            token = cls.service.ask("POST", f"/users/{role}/token", None, admin)[2]["token"]
            cls.tokens[role] = token
        description = cls.service.ask("GET", "/openapi.json")[2]
        cls.operations = [(method.upper(), path, operation) for path, item in description["paths"].items()
                          for method, operation in item.items()]

    @classmethod
    def cookie(cls, name):
        body = json.dumps({"name": name, "password": PASSWORD})
        return cls.service.ask("POST", "/session", body)[1]["Set-Cookie"].split(";")[0]

    def answer(self, method, path, *lines):
        """Status and code; of a stream only its head is waited for."""
        path = re.sub(r"\{[^}]*\}", "khong-co", path)
        request = [f"{method} /api/v1{path} HTTP/1.1", f"Host: localhost:{self.service.port}", "Connection: close", *lines]
        request.append("Content-Length: 2\r\n\r\n{}" if method in ("POST", "PUT") else "\r\n")
        with self.service.connect() as one:
            one.sendall("\r\n".join(request).encode())
            answer = b""
            while piece := one.recv(65536):
                answer += piece
                if b"text/event-stream" in answer:
                    break
        head, _, body = answer.partition(b"\r\n\r\n")
        problem = json.loads(body) if b"problem+json" in head else {}
        return int(head.split(b" ", 2)[1]), problem.get("code")

    def test_every_route_for_every_role(self):
        calls = 0
        for method, path, operation in self.operations:
            needed = operation["x-role"]
            for role in (None, *ROLES):
                with self.subTest(f"{method} {path} as {role}"):
                    lines = [f"Authorization: Bearer {self.tokens[role]}"] if role else ["X-Vanthu: 1"]
                    status, code = self.answer(method, path, *lines)
                    calls += 1
                    if needed == "public":
                        self.assertNotIn(code, ("login-needed", "role-missing", "request-forged"))
                    elif role is None:
                        self.assertEqual((status, code), (401, "login-needed"))
                    elif ROLES.index(role) < ROLES.index(needed):
                        self.assertEqual((status, code), (403, "role-missing"))
                    else:
                        self.assertNotIn(code, ("login-needed", "role-missing", "request-forged"))
                        self.assertNotEqual(status, 500)
        figure(f"{len(self.operations)} routes, {calls} calls of five callers")

    def test_no_change_without_our_header(self):
        cookie = self.cookie("quan-tri")
        for method, path, _ in self.operations:
            if method == "GET":
                continue
            with self.subTest(f"{method} {path}"):
                self.assertEqual(self.answer(method, path, f"Cookie: {cookie}"), (403, "request-forged"))

    def test_foreign_host_names(self):
        for method, path, _ in self.operations:
            path = re.sub(r"\{[^}]*\}", "1", path)
            request = f"{method} /api/v1{path} HTTP/1.1\r\nHost: evil.example\r\nX-Vanthu: 1\r\nContent-Length: 0\r\n\r\n"
            self.assertEqual(self.service.status_of(request.encode()), 421, path)

    def test_bodies_over_the_limit_on_every_route(self):
        before = self.service.kilobytes("VmHWM")
        piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        head = b"Host: localhost\r\nAuthorization: Bearer " + self.tokens["admin"].encode() + b"\r\n"
        for method, path, _ in self.operations:
            if method == "GET":
                continue
            line = f"{method} /api/v1{re.sub(r'{[^}]*}', '1', path)} HTTP/1.1\r\n".encode() + head
            with self.subTest(f"{method} {path}"):
                self.assertEqual(self.service.status_of(line + b"Content-Length: 104857601\r\n\r\nx"), 413)
                with self.service.connect() as one:
                    try:
                        one.sendall(line + b"Transfer-Encoding: chunked\r\n\r\n")
                        for _ in range(110):
                            one.sendall(piece)
                        self.assertIn(one.recv(12)[9:], (b"413", b""))
                    except OSError:
                        pass  # the connection was closed
        growth = self.service.kilobytes("VmHWM") - before
        figure(f"bodies over the limit on every route: {growth} kB growth")
        self.assertLess(growth, 16 << 10)
