"""Stores that earlier programs made are brought up to date when they are opened; those of later ones are refused, unchanged."""
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "server"))
from service import VANTHU, Service  # noqa: E402

DATABASES = ("office", "register", "index")
NOTICE = "vt-0170d22118c65441ac992630"


def make_store(older, store):
    shutil.copytree(older, store, ignore=shutil.ignore_patterns("*.sql"))
    (store / "staging/locks").mkdir(parents=True)
    for script in older.glob("*.sql"):
        with sqlite3.connect(store / (script.stem + ".sqlite")) as database:
            database.executescript(script.read_text(encoding="utf-8"))
        database.close()


def version(path, new=None):
    database = sqlite3.connect(path)
    if new is not None:
        database.execute(f"PRAGMA user_version = {new}")
    found = database.execute("PRAGMA user_version").fetchone()[0]
    database.close()
    return found


def digests(store):
    return {path.relative_to(store): hashlib.sha256(path.read_bytes()).digest()
            for path in store.rglob("*") if path.is_file() and "locks" not in path.parts and path.suffix in {".sqlite", ".json", ".txt"}}


class Upgrade(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="vanthu-upgrade-")))
        self.store = self.folder / "store"

    def vanthu(self, *words, code=0):
        done = subprocess.run([VANTHU, *words, "--store", self.store, "--lang", "en"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def of_each(self):
        for older in sorted(path for path in HERE.iterdir() if (path / "vanthu-store.json").is_file()):
            shutil.rmtree(self.store, ignore_errors=True)
            make_store(older, self.store)
            yield older.name

    def check_archive(self):
        self.assertIn(NOTICE, self.vanthu("archive", "search", "hop giao ban"))  # builds the index where it is missing
        self.assertIn("sound", self.vanthu("archive", "verify"))
        self.assertIn("7/TB-UBND", self.vanthu("archive", "show", NOTICE))

    def check_service(self):
        with Service(VANTHU, str(self.store)) as service:
            status, headers, _ = service.ask("POST", "/session", '{"name":"an","password":"mat-khau-dai-1"}')
            self.assertEqual(status, 204)
            cookie = {"Cookie": headers["Set-Cookie"].partition(";")[0]}

            def ask(method, path, body=None):
                status, _, content = service.ask(method, path, body, cookie)
                self.assertLess(status, 300, content)
                return content

            self.assertEqual([draft["title"] for draft in ask("GET", "/drafts")["drafts"]], ["Dự thảo cũ"])
            reading = ask("GET", "/readings")["readings"][0]
            self.assertEqual((reading["name"], reading["state"]), ("notice.txt", "done"))
            self.assertEqual(ask("GET", f"/readings/{reading['id']}")["content"]["document"]["number"], "7")
            self.assertEqual(ask("GET", "/audit")["entries"][-1]["action"], "login")
            ask("POST", "/jobs", json.dumps({"kind": "generate", "items": [{"document": {"kind": "decision"}}]}))
        self.assertEqual(service.exit_code, 0)

    def test_an_older_store_is_brought_up_to_date(self):
        for _ in self.of_each():
            self.check_archive()
            self.assertRegex(self.vanthu("archive", "register", "take", "--symbol", "QĐ-UBND", "--date", "2026-11-25"), "^0?2/QĐ-UBND\n$")
            self.assertIn("binh\tclerk", self.vanthu("users", "list"))
            self.check_service()
            self.check_archive()

    def test_a_backup_of_an_older_store(self):
        """Not opened before by this program: the backup is what brings it up to date."""
        for _ in self.of_each():
            copy = self.folder / "copy"
            self.vanthu("archive", "backup", str(copy))
            shutil.rmtree(self.store)
            copy.rename(self.store)
            self.check_archive()
            self.check_service()

    def test_an_upgrade_that_fails_changes_nothing(self):
        for _ in self.of_each():
            path = self.store / "office.sqlite"
            before = version(path)
            database = sqlite3.connect(path)
            database.execute("CREATE TABLE batch_items(in_the_way)")  # behind tables that the step has made by then
            database.close()
            self.assertIn("desk-failed", self.vanthu("users", "list", code=5))
            database = sqlite3.connect(path)
            tables = {name for name, in database.execute("SELECT name FROM sqlite_master")}
            database.execute("DROP TABLE batch_items")
            database.close()
            self.assertNotIn("batches", tables)
            self.assertEqual(version(path), before)
            self.check_service()

    def test_a_later_database_is_refused_unchanged(self):
        for _ in self.of_each():
            self.check_service()
            for name in DATABASES:
                path = self.store / (name + ".sqlite")
                present = version(path)
                version(path, 99)
                before = digests(self.store)
                command = ("users", "list") if name == "office" else ("archive", "search", "hop")
                answer = self.vanthu(*command, code=3)
                self.assertIn(f"{path} is damaged or of a later program", answer)
                self.assertIn("store-unknown-version", self.vanthu("serve", "--listen", "127.0.0.1:0", code=3))
                self.assertEqual(digests(self.store), before)
                version(path, present)
            self.check_archive()

    def test_a_later_format_of_the_store_is_refused(self):
        for _ in self.of_each():
            mark = self.store / "vanthu-store.json"
            mark.write_text(mark.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'), encoding="utf-8")
            self.assertIn(f"{mark} is damaged or of a later program", self.vanthu("archive", "search", "hop", code=3))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
