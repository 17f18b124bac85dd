"""Jobs: batches that nobody waits for."""
import json
import pathlib
import signal
import tempfile
import time
import unittest
import zipfile
from io import BytesIO

from scans import scan_of
from service import VANTHU, Service, figure

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
SMALL = json.loads((SAMPLES / "one-page.json").read_bytes())
LARGE = json.loads((SAMPLES / "khanh-hoa/decision.json").read_bytes())
ASYNC = {"Prefer": "respond-async, wait=1"}


def begin(service, kind, items, **options):
    status, headers, answer = service.ask("POST", "/jobs", json.dumps({"kind": kind, "items": items, "options": options}))
    assert status == 202, answer
    assert headers["Location"] == f"/api/v1/jobs/{answer['job']['id']}"
    return answer["job"]["id"]


def many(service, count):
    """That many items of one large decision."""
    kept = service.ask("POST", "/files", json.dumps(LARGE), {"X-File-Name": "a.json"})[2]["id"]
    return [{"file": kept, "name": str(i)} for i in range(count)]


def job(service, number):
    return service.ask("GET", f"/jobs/{number}")[2]["job"]


def ended(service, number, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        now = job(service, number)
        if now["state"] not in ("waiting", "running"):
            return now
        time.sleep(0.02)
    raise AssertionError(f"job {number} has not ended after {seconds} s")


def result(service, item, query=""):
    return service.ask("GET", item["result"].removeprefix("/api/v1") + query)


class Jobs(unittest.TestCase):
    def setUp(self):
        self.service = self.enterContext(Service(VANTHU))

    def events(self, number):
        """All of a job's stream, to its end: (name, data)."""
        with self.service.connect() as one:
            one.settimeout(60)
            one.sendall(b"GET /api/v1/jobs/%d/events HTTP/1.1\r\n%s\r\n" % (number, self.service.host))
            text = b""
            while not text.endswith(b"0\r\n\r\n"):
                piece = one.recv(65536)
                if not piece:
                    break
                text += piece
        lines = text.decode().splitlines()
        return [(name[7:], json.loads(data[6:])) for name, data in zip(lines, lines[1:]) if name.startswith("event: ")]

    def test_each_item_by_itself(self):
        broken = {**SMALL, "articles": 7}
        number = begin(self.service, "generate", [{"document": SMALL, "name": "a"}, {"document": broken}, {"document": LARGE}])
        whole = ended(self.service, number)
        self.assertEqual((whole["state"], whole["done"], whole["total"]), ("failed", 3, 3))
        self.assertEqual([item["state"] for item in whole["items"]], ["done", "failed", "done"])
        self.assertEqual(whole["items"][1]["diagnostics"][0]["pointer"], "/articles")
        self.assertNotIn("result", whole["items"][1])
        status, headers, pdf = result(self.service, whole["items"][2])
        self.assertEqual((status, headers["Content-Type"], pdf[:5]), (200, "application/pdf", b"%PDF-"))
        self.assertIn("232-Q", headers["Content-Disposition"])
        self.assertEqual(self.service.ask("GET", f"/jobs/{number}/items/1/result")[0], 404)
        self.assertEqual(self.service.ask("GET", f"/jobs/{number}/items/3/result")[0], 404)

    def test_the_same_as_the_synchronous_calls(self):
        pdf = self.service.ask("POST", "/documents", json.dumps(LARGE))[2]
        kept = self.service.ask("POST", "/files", pdf, {"X-File-Name": "a.pdf"})[2]["id"]
        for kind, query in (("read", ""), ("read", "?wanted=text"), ("tables", "?format=xlsx"), ("tables", "?format=csv"),
                            ("tables", ""), ("ocr", "")):
            with self.subTest(kind + query):
                name, _, value = query[1:].partition("=")
                number = begin(self.service, kind, [{"file": kept, "name": "a.pdf"}], **({name: value} if value else {}))
                whole = ended(self.service, number)
                self.assertEqual(whole["state"], "done", whole)
                now = self.service.ask("POST", f"/{kind}{query}", pdf, {"X-File-Name": "a.pdf"})
                later = result(self.service, whole["items"][0])
                self.assertEqual(later[1]["Content-Type"], now[1]["Content-Type"])
                self.assertEqual(later[1]["Content-Disposition"], now[1]["Content-Disposition"])
                self.assertEqual(later[2] if kind == "read" or "json" in now[1]["Content-Type"] else len(later[2]),
                                 now[2] if kind == "read" or "json" in now[1]["Content-Type"] else len(now[2]))
        number = begin(self.service, "tables", [{"file": kept}])
        item = ended(self.service, number)["items"][0]
        self.assertEqual(result(self.service, item, "?format=xlsx")[2][:2], b"PK")
        self.assertEqual(result(self.service, item, "?format=odt")[0], 400)

    def test_both_files_at_once(self):
        status, headers, content = self.service.ask("POST", "/documents?format=zip", json.dumps(LARGE))
        self.assertEqual((status, headers["Content-Type"]), (200, "application/zip"))
        with zipfile.ZipFile(BytesIO(content)) as both:
            self.assertIsNone(both.testzip())
            self.assertEqual(both.namelist(), ["232-QĐ-UBND.pdf", "232-QĐ-UBND.docx"])
            for name, query in zip(both.namelist(), ("pdf", "docx")):
                self.assertEqual(both.read(name), self.service.ask("POST", "/documents?format=" + query, json.dumps(LARGE))[2])
        self.assertEqual(self.service.ask("POST", "/documents?format=zip", json.dumps(LARGE))[2], content)

    def test_rather_not_wait(self):
        pdf = self.service.ask("POST", "/documents", json.dumps(LARGE))[2]
        for path, body, start in (("/documents?format=zip", json.dumps(LARGE), b"PK"), ("/read", pdf, None),
                                  ("/tables?format=xlsx", pdf, b"PK"), ("/ocr", pdf, b"%PDF-")):
            with self.subTest(path):
                status, headers, answer = self.service.ask("POST", path, body, {**ASYNC, "X-File-Name": "a.pdf"})
                self.assertEqual(status, 202)
                self.assertEqual(headers["Location"], f"/api/v1/jobs/{answer['job']['id']}")
                whole = ended(self.service, answer["job"]["id"])
                self.assertEqual(whole["state"], "done", whole)
                content = result(self.service, whole["items"][0])[2]
                if start:
                    self.assertEqual(content[:len(start)], start)
                else:
                    self.assertEqual(content["document"]["number"], "232")
        self.assertEqual(self.service.ask("POST", "/read?wanted=all", pdf, ASYNC)[0], 400)
        self.assertEqual(self.service.ask("POST", "/read", b"", ASYNC)[0], 422)

    def test_progress(self):
        number = begin(self.service, "generate", [{"document": LARGE}] * 20)
        told = self.events(number)
        self.assertEqual(told[0][0], "job")
        self.assertEqual(told[-1][0], "job")
        self.assertEqual((told[-1][1]["state"], told[-1][1]["done"]), ("done", 20))
        counts = [data["done"] for name, data in told if name == "job"]
        self.assertEqual(counts, sorted(counts))
        items = [data["index"] for name, data in told if name == "item"]
        self.assertEqual(len(items), len(set(items)))
        self.assertTrue(all("result" in data for name, data in told if name == "item"))
        self.assertEqual([name for name, _ in self.events(number)], ["job"])

    def test_cancel(self):
        number = begin(self.service, "generate", many(self.service, 300))
        self.assertEqual(self.service.ask("DELETE", f"/jobs/{number}")[0], 204)
        whole = job(self.service, number)
        self.assertEqual(whole["state"], "cancelled")
        states = {item["state"] for item in whole["items"]}
        self.assertLessEqual(states, {"done", "cancelled"})
        self.assertIn("cancelled", states)
        time.sleep(0.3)
        self.assertEqual(job(self.service, number), whole)
        self.assertEqual(self.service.ask("DELETE", f"/jobs/{number}")[0], 204)
        self.assertEqual(self.service.ask("GET", f"/jobs/{number}")[0], 404)
        self.assertEqual(self.service.ask("GET", "/jobs")[2], {"jobs": []})

    def test_refusals(self):
        one = {"document": SMALL}
        for order in ({}, {"kind": "generate"}, {"kind": "generate", "items": []}, {"kind": "generate", "items": [7]},
                      {"kind": "generate", "items": [{}]}, {"kind": "paint", "items": [one]},
                      {"kind": "generate", "items": [one] * 1001}, {"kind": "generate", "items": [one], "options": {"format": "odt"}}):
            self.assertEqual(self.service.ask("POST", "/jobs", json.dumps(order))[0], 400, str(order)[:80])
        order = {"kind": "read", "items": [{"file": "0" * 128}]}
        self.assertEqual(self.service.ask("POST", "/jobs", json.dumps(order))[0], 404)
        self.assertEqual(self.service.ask("GET", "/jobs")[2], {"jobs": []})

    def test_a_thousand_items(self):
        kept = self.service.ask("POST", "/files", json.dumps(SMALL), {"X-File-Name": "a.json"})[2]["id"]
        start = time.monotonic()
        number = begin(self.service, "generate", [{"file": kept, "name": f"{i}"} for i in range(1000)], format="zip")
        short = begin(self.service, "generate", [{"document": LARGE}])
        ended(self.service, short)
        self.assertLess(job(self.service, number)["done"], 900)
        whole = ended(self.service, number, 200)
        figure(f"a job of 1,000 decisions: {1000 / (time.monotonic() - start):.0f} a second")
        self.assertEqual((whole["state"], whole["done"]), ("done", 1000))


class Stops(unittest.TestCase):
    def setUp(self):
        self.store = self.enterContext(tempfile.TemporaryDirectory(prefix="vanthu-jobs-")) + "/store"

    def test_goes_on_after_a_stop(self):
        with Service(VANTHU, self.store) as service:
            number = begin(service, "generate", many(service, 300))
        self.assertEqual(service.exit_code, 0)
        with Service(VANTHU, self.store) as service:
            whole = ended(service, number)
            self.assertEqual((whole["state"], whole["done"]), ("done", 300))

    def test_a_scan_in_hand_is_read_whole_after_a_stop(self):
        def reading(service):
            return service.ask("GET", f"/readings/{number}")[2]

        with Service(VANTHU, self.store) as service:
            scan = scan_of(service, SMALL, copies=3, dots=100)
            number = service.ask("POST", "/readings", scan, {"X-File-Name": "a.pdf"})[2]["id"]
            kept = service.ask("POST", "/files", scan, {"X-File-Name": "a.pdf"})[2]["id"]
            batch = begin(service, "read", [{"file": kept, "name": "a.pdf"}])
            self.until(lambda: reading(service)["reading"].get("progress", {}).get("done", 0) > 0)
            begun = time.monotonic()
        self.assertLess(time.monotonic() - begun, 5)
        self.assertEqual(service.exit_code, 0)
        with Service(VANTHU, self.store) as service:
            self.until(lambda: reading(service)["reading"]["state"] == "done")
            item = ended(service, batch)["items"][0]
            whole = service.ask("POST", "/read", scan, {"X-File-Name": "a.pdf"})[2]["document"]
            self.assertEqual(result(service, item)[2]["document"], whole)
            self.assertEqual(reading(service)["content"]["document"], whole)

    def until(self, happens):
        end = time.monotonic() + 120
        while not happens():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)

    def test_says_so_after_a_crash(self):
        with Service(VANTHU, self.store) as service:
            number = begin(service, "generate", many(service, 300))
            while job(service, number)["done"] == 0:
                time.sleep(0.01)
            service.process.send_signal(signal.SIGKILL)
            service.process.wait()
        with Service(VANTHU, self.store) as service:
            whole = ended(service, number)
            states = [item["state"] for item in whole["items"]]
            self.assertEqual(set(states) - {"failed"}, {"done"})
            self.assertLessEqual(states.count("failed"), 2)
            for item in whole["items"]:
                if item["state"] == "failed":
                    self.assertEqual(item["diagnostics"][0]["code"], "job-interrupted")
