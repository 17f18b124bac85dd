"""openapi.py VANTHU: every route answers as the OpenAPI description says. Needs requirements.txt: see openapi.sh."""
import http.client
import json
import pathlib
import random
import re
import sys
import time
import unittest

from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from service import VANTHU, Service

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
SMALL = json.loads((SAMPLES / "one-page.json").read_bytes())
LARGE = (SAMPLES / "khanh-hoa/decision.json").read_bytes()
JSON = {"Content-Type": "application/json"}


class Conformity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(VANTHU))
        cls.description = cls.service.ask("GET", "/openapi.json")[2]
        cls.succeeded = set()

    def fits(self, schema, value):
        whole = {**schema, "components": self.description["components"]}
        faults = sorted(Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value), key=str)
        self.assertEqual([f"{fault.json_path}: {fault.message[:300]}" for fault in faults], [])

    def response_of(self, operation, status):
        responses = operation["responses"]
        found = responses.get(str(status), responses["default"])
        if "$ref" in found:
            found = self.description["components"]["responses"][found["$ref"].rpartition("/")[2]]
        return found

    def call(self, method, route, body=None, headers=(), query="", status=None, **values):
        """Asks, and holds status, type and body against the description."""
        operation = self.description["paths"][route][method.lower()]
        place = route.format(**values) + query
        if isinstance(body, (dict, list)):
            if status is None:
                self.fits(operation["requestBody"]["content"]["application/json"]["schema"], body)
            body, headers = json.dumps(body), {**JSON, **dict(headers)}
        with self.subTest(f"{method} {place} {status or ''}"):
            answered, answer_headers, content = self.service.ask(method, place, body, headers)
            if status is None:
                self.assertLess(answered, 300, content)
                self.succeeded.add((method.lower(), route))
            else:
                self.assertEqual(answered, status, content)
            if str(answered) not in operation["responses"]:
                self.assertGreaterEqual(answered, 400)
            declared = self.response_of(operation, answered).get("content", {})
            kind = (answer_headers["Content-Type"] or "").partition(";")[0]
            if not declared:
                self.assertEqual(content, b"")
            else:
                self.assertTrue(kind in declared or "*/*" in declared, f"{kind} is not among {list(declared)}")
                if "json" in kind:
                    self.fits(declared.get(kind, {}).get("schema", {}), content)
            return content

    def wait(self, path, done, **values):
        for _ in range(600):
            content = self.call("GET", path, **values)
            if done(content):
                return content
            time.sleep(0.05)
        return self.fail("not done after 30 s")

    def test_the_description_itself(self):
        validate(self.description)
        for schema in self.description["components"]["schemas"].values():
            Draft202012Validator.check_schema(schema)
        with self.assertRaises(AssertionError):  # a judge that finds no fault would be of no use
            self.fits({"$ref": "#/components/schemas/Draft"}, {"id": 1, "unknown": 2})
        names = [operation["operationId"] for item in self.description["paths"].values() for operation in item.values()]
        self.assertEqual(len(names), len(set(names)))

    def test_every_route(self):
        self.about()
        pdf = self.documents()
        self.files(pdf)
        self.jobs(pdf)
        self.drafts()
        self.readings(pdf)
        self.archive(pdf)
        self.users()
        all_operations = {(method, path) for path, item in self.description["paths"].items() for method in item}
        streams = {("get", path) for method, path in all_operations if path.endswith("/events")}
        self.assertEqual(all_operations - self.succeeded, streams)

    def about(self):
        for path in ("/health", "/metrics", "/openapi.json", "/schema", "/templates", "/session", "/start"):
            self.call("GET", path)

    def documents(self):
        self.call("POST", "/documents", SMALL, query="?format=docx")
        self.call("POST", "/documents", {"kind": "decision"}, status=422)
        self.call("POST", "/documents", SMALL, query="?format=odt", status=400)
        for body in (SMALL, {"kind": "decision"}, {}):
            self.call("POST", "/check", body)
            self.call("POST", "/preview", body)
        self.call("POST", "/check", b"{")
        return self.call("POST", "/documents", LARGE, JSON)

    def files(self, pdf):
        name = {"X-File-Name": "Quy%E1%BA%BFt.pdf"}
        kept = self.call("POST", "/files", pdf, name)
        self.call("POST", "/files", b"", name, status=422)
        self.call("GET", "/files/{id}", id=kept["id"])
        self.call("GET", "/files/{id}", id="khong-co", status=404)
        for path, query in (("/read", ""), ("/read", "?wanted=text"), ("/tables", ""), ("/tables", "?format=csv"),
                            ("/tables", "?format=xlsx"), ("/ocr", "")):
            self.call("POST", path, {"file": kept["id"], "name": "a.pdf"}, query=query)
        self.call("POST", "/read", b"\0\1\2\3", status=422)

    def jobs(self, pdf):
        self.call("POST", "/documents", SMALL, query="?format=zip")
        rather_not = {"Prefer": "respond-async"}
        for path, body in (("/documents", json.dumps(SMALL)), ("/read", pdf), ("/tables", pdf), ("/ocr", pdf)):
            self.call("POST", path, body, rather_not)
        order = {"kind": "generate", "items": [{"document": SMALL, "name": "a"}, {"document": {"kind": "decision"}}],
                 "options": {"format": "zip", "level": "2a"}}
        number = {"id": self.call("POST", "/jobs", order)["job"]["id"]}
        self.call("POST", "/jobs", {"kind": "read", "items": []}, status=400)
        self.call("POST", "/jobs", {"kind": "read", "items": [{"file": "0" * 128}]}, status=404)
        whole = self.wait("/jobs/{id}", lambda answer: answer["job"]["state"] == "failed", **number)
        self.assertTrue(whole["job"]["items"][1]["diagnostics"])
        self.call("GET", "/jobs")
        self.call("GET", "/jobs/{id}/items/{index}/result", index=0, **number)
        self.call("GET", "/jobs/{id}/items/{index}/result", index=1, status=404, **number)
        self.call("DELETE", "/jobs/{id}", **number)
        self.call("GET", "/jobs/{id}", status=404, **number)

    def drafts(self):
        draft = self.call("POST", "/drafts", {"document": SMALL})
        self.call("POST", "/drafts", {"nothing": 1}, status=400)
        self.call("GET", "/drafts")
        self.call("GET", "/drafts/{id}", id=draft["id"])
        self.call("PUT", "/drafts/{id}", {"document": SMALL}, {"If-Match": '"1"'}, id=draft["id"])
        self.call("PUT", "/drafts/{id}", {"document": SMALL}, {"If-Match": '"1"'}, id=draft["id"], status=412)
        self.call("DELETE", "/drafts/{id}", id=draft["id"])
        self.call("DELETE", "/drafts/{id}", id=draft["id"], status=404)

    def readings(self, pdf):
        reading = self.call("POST", "/readings", pdf, {"X-File-Name": "a.pdf"})
        one = {"id": reading["id"]}
        whole = self.wait("/readings/{id}", lambda answer: answer["reading"]["state"] == "done", **one)
        self.assertTrue(whole["content"]["tables"][0]["rows"])
        edited = {"document": whole["content"]["document"], "tables": whole["content"]["tables"], "review": "corrected"}
        tag = {"If-Match": f'"{whole["reading"]["version"]}"'}
        self.call("PUT", "/readings/{id}", edited, tag, **one)
        self.call("PUT", "/readings/{id}", edited, tag, status=412, **one)
        self.call("PUT", "/readings/{id}", {**edited, "review": "?"}, tag, status=400, **one)
        for path in ("/readings", "/readings/{id}/original", "/readings/{id}/tables", "/readings/{id}/pages.pdf"):
            self.call("GET", path, **one)
        self.call("GET", "/readings/{id}/tables", query="?format=xlsx", **one)
        self.call("GET", "/readings/{id}/tables", query="?format=odt", status=400, **one)
        self.call("POST", "/readings/{id}/again", **one)
        self.call("POST", "/readings/{id}/cancel", **one)
        self.wait("/readings/{id}", lambda answer: answer["reading"]["state"] in ("done", "failed"), **one)
        self.call("GET", "/start")
        self.call("DELETE", "/readings/{id}", **one)
        self.call("GET", "/readings/{id}", status=404, **one)

    def archive(self, pdf):
        added = self.call("POST", "/archive", pdf, {"X-File-Name": "a.pdf"})
        self.call("POST", "/archive", pdf, status=409)
        order = {"document": SMALL, "key": "khoa-1"}
        issued = self.call("POST", "/archive/issue", order)
        self.assertEqual(self.call("POST", "/archive/issue", order), issued)
        self.call("POST", "/archive/issue", {"document": SMALL}, status=400)
        self.call("GET", "/archive", query="?q=quyet%20dinh")
        self.call("GET", "/archive", query="?q=%22")
        for path in ("/archive/facets", "/tasks", "/register", "/register/books", "/start"):
            self.call("GET", path)
        self.call("GET", "/tasks", query="?due_kind=once&due_to=2099")
        self.assertTrue(self.call("GET", "/register", query="?document=" + issued["id"])["entries"])
        for path in ("/tasks", "/register"):
            self.call("GET", path, query="?format=xlsx")
            self.call("GET", path, query="?format=odt", status=400)
        self.call("POST", "/register", {"subject": "Về việc khác"})
        self.call("POST", "/register", {}, status=400)
        document = "/archive/documents/{id}"
        whole = self.call("GET", document, id=added["id"])
        self.assertTrue(whole["record"]["tasks"])
        self.call("GET", document, id="khong-co", status=404)
        for file in whole["versions"][0]["files"]:
            self.call("GET", document + "/files/{path}", id=added["id"], path=file["path"])
        self.call("GET", document + "/files/{path}", id=added["id"], path="khong/co", status=404)
        self.call("POST", document + "/verify", id=added["id"])

    def users(self):
        """Last: from the first user on everybody must log in."""
        name, word = "an", "mat-khau-dai-1"
        self.call("POST", "/users", {"name": name, "role": "admin", "password": word, "full_name": "Nguyễn Văn An"})
        self.call("GET", "/users", status=401)
        self.call("POST", "/session", {"name": name, "password": "khong-phai-no"}, status=401)
        self.call("POST", "/session", {"name": name, "password": word})
        cookie = {"Cookie": self.service.ask("POST", "/session", json.dumps({"name": name, "password": word}))[1]
                  ["Set-Cookie"].partition(";")[0]}
        self.call("GET", "/session", headers=cookie)
        self.call("POST", "/users", {"name": name, "role": "admin", "password": word}, cookie, status=409)
        self.call("POST", "/users", {"name": "B Ì", "role": "clerk", "password": word}, cookie, status=422)
        self.call("POST", "/users", {"name": "binh", "role": "clerk", "password": word}, cookie)
        self.call("GET", "/users", headers=cookie)
        self.call("PUT", "/users/{name}", {"role": "reader", "full_name": "Bình"}, cookie, name="binh")
        token = self.call("POST", "/users/{name}/token", headers=cookie, name="binh")["token"]
        self.call("GET", "/users", headers={"Authorization": "Bearer " + token}, status=403)
        self.call("DELETE", "/users/{name}", headers=cookie, name="binh")
        self.call("DELETE", "/users/{name}", headers=cookie, name="binh", status=404)
        self.call("GET", "/audit", headers=cookie)
        self.call("PUT", "/session/password", {"old": word, "new": "mat-khau-moi-2"}, cookie)
        self.call("DELETE", "/session", headers=cookie)
        for _ in range(2):
            self.service.ask("POST", "/session", json.dumps({"name": name, "password": "sai"}))
        self.call("POST", "/session", {"name": name, "password": "sai"}, status=429)


class Nonsense(Conformity):
    """Whatever is asked, the answer is one that the description knows, and never a fault of the program's."""

    test_every_route = test_the_description_itself = None
    WORDS = ("", "0", "1", "-1", "18446744073709551616", "1e9", "null", "%00", "%FF%FE", "%C3%A2", "..%2f..", "'%3B--", "%22",
             "decision", "x" * 2000, "2024-13-45", "%F0%9F%A6%86", "*", "NEAR(", "a%20OR%20b", "\u0301")
    VALUES = (None, True, -1, 0, 1e300, "", "x", "\ud83e\udd86", "decision", [], {}, [[]], "0" * 128, "2024-02-30", 10**30)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chance = random.Random(11)

    def value(self, depth=0):
        kind = self.chance.randrange(6)
        if depth < 4 and kind == 0:
            return [self.value(depth + 1) for _ in range(self.chance.randrange(4))]
        if depth < 4 and kind < 3:
            names = ("document", "items", "file", "kind", "options", "key", "tables", "review", "reading", "subject", "number",
                     "articles", "rows", "columns", "name", "date", "format", "book", "draft")
            return {name: self.value(depth + 1) for name in self.chance.sample(names, self.chance.randrange(6))}
        return self.chance.choice(self.VALUES)

    def body(self):
        kind = self.chance.randrange(8)
        if kind == 0:
            return self.chance.randbytes(self.chance.randrange(300))
        if kind == 1:
            return json.dumps(SMALL).encode()[:self.chance.randrange(3000)]
        if kind == 2:
            changed = json.loads(json.dumps(SMALL))
            for _ in range(3):
                changed[self.chance.choice(list(changed))] = self.value()
            return json.dumps(self.chance.choice((changed, {"document": changed, "key": "k"}))).encode()
        return json.dumps(self.value()).encode()

    def request(self, method, path, operation):
        place = re.sub(r"\{[^}]*\}", lambda _: self.chance.choice([word for word in self.WORDS if word]), path)
        names = [one["name"] for one in operation["parameters"] if one.get("in") == "query"]
        query = "&".join(f"{name}={self.chance.choice(self.WORDS)}" for name in names if self.chance.randrange(2))
        headers = {"X-Vanthu": "1", "X-File-Name": self.chance.choice(self.WORDS).replace("\u0301", "a"),
                   "If-Match": self.chance.choice(('"1"', '"', "x", "")),
                   "Content-Type": self.chance.choice((*JSON.values(), "", "multipart/form-data; boundary=b", "text/plain"))}
        if self.chance.randrange(4) == 0:
            headers["Prefer"] = "respond-async"
        body = self.body() if method in ("post", "put") else None
        return "/api/v1" + place + ("?" + query.replace("\u0301", "%CC%81") if query else ""), body, headers

    def check(self, method, path, operation, answer, content):
        self.assertNotIn(answer.status, (500, 501, 502), content)
        kind = (answer.headers["Content-Type"] or "").partition(";")[0]
        if "json" in kind:
            content = json.loads(content.decode("utf-8"))
        if answer.status >= 400:
            self.assertEqual(kind, "application/problem+json")
        if str(answer.status) in operation["responses"] or answer.status >= 400:
            declared = self.response_of(operation, answer.status).get("content", {})
            if "json" in kind:
                self.fits(declared.get(kind, {}).get("schema", {}), content)
        else:
            self.fail(f"{answer.status} is not described")

    def test_nonsense(self):
        for path, item in self.description["paths"].items():
            for method, operation in item.items():
                if path.endswith("/events"):
                    continue
                connection = http.client.HTTPConnection("127.0.0.1", self.service.port, timeout=60)
                for _ in range(60):
                    place, body, headers = self.request(method, path, operation)
                    with self.subTest(f"{method} {place[:200]}", body=body[:300] if body else None, headers=headers):
                        connection.request(method.upper(), place.encode("ascii", "replace").decode(), body, headers)
                        answer = connection.getresponse()
                        self.check(method, path, operation, answer, answer.read())
                connection.close()
        self.assertTrue(self.service.is_alive())


unittest.main(argv=sys.argv[:1] + sys.argv[2:])
