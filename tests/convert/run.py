"""vanthu convert on a mixed folder: what it makes, what it leaves alone, and that no moment is a bad one to kill it.

run.py VANTHU [--kills N] [--seed N] [test names of unittest]
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ["json", "docx", "pdf", "xlsx"]

# Of TCVN3 (VSCII-3): the letters that the test's text needs.
TCVN3 = {"ă": 0xA8, "â": 0xA9, "ê": 0xAA, "ô": 0xAB, "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE, "à": 0xB5, "ả": 0xB6, "ã": 0xB7,
         "á": 0xB8, "ạ": 0xB9, "ầ": 0xC7, "ấ": 0xCA, "ậ": 0xCB, "è": 0xCC, "é": 0xD0, "ế": 0xD5, "ề": 0xD2, "ệ": 0xD6,
         "ì": 0xD7, "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ó": 0xE3, "ọ": 0xE4, "ố": 0xE8, "ồ": 0xE5, "ộ": 0xE9, "ờ": 0xEA,
         "ợ": 0xEE, "ủ": 0xF1, "ú": 0xF3, "ụ": 0xF4, "ứ": 0xF8, "ự": 0xF9, "ý": 0xFD}
TEXT = """Báo cáo về công tác văn thư

Trong quý vừa qua các phòng ban đã tiếp nhận và xử lý đúng hạn tất cả văn bản đến. Công tác lưu trữ hồ sơ được thực hiện
nề nếp, các đơn vị đã lập danh mục hồ sơ và giao nộp tài liệu vào kho lưu trữ cơ quan.
"""


def as_tcvn3(text):
    kept = "".join(c for c in text if ord(c) < 128 or c in TCVN3)
    return bytes(TCVN3.get(c, ord(c) & 0xFF) for c in kept)


def run(arguments, **keywords):
    return subprocess.run([OPTIONS.vanthu, *map(str, arguments)], capture_output=True, text=True, timeout=300, **keywords)


def convert(source, target, *words):
    return run(["convert", source, target, "--lang", "en", *words])


def make_folder(folder):
    """Documents of ours without their data, so that they are read by what stands in them; a copy; old text; rubbish."""
    made = folder.parent / "made"
    samples = [ROOT / "samples" / name for name in ("one-page.json", "letter.json", "marks.json", "resolution.json")]
    samples.append(ROOT / "samples" / "khanh-hoa" / "decision.json")
    assert run(["generate", *samples, "-o", made]).returncode == 0
    (folder / "năm 2024" / "quý 1").mkdir(parents=True)
    for number, path in enumerate(sorted(made.iterdir())):
        shutil.copy(path, (folder if number % 2 else folder / "năm 2024" / "quý 1") / path.name)
    shutil.copy(made / "letter.pdf", folder / "năm 2024" / "bản sao.pdf")
    (folder / "bao-cao.txt").write_bytes(as_tcvn3(TEXT))
    (folder / "hỏng.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (folder / "rỗng.docx").write_bytes(b"")
    (folder / "Thumbs.db").write_bytes(b"\0" * 100)
    (folder / "bang.csv").write_text("a,b\n")
    (folder / "report.docx").write_bytes((made / "marks.docx").read_bytes() + b"")


def contents(folder):
    """Everything that a run makes, by name. The journal is in the order in which files were done, which may differ."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != ".vanthu-convert"}


def report(folder):
    return {entry["file"]: entry for entry in json.loads((folder / "report.json").read_text())["files"]}


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix="vanthu-convert-")
        cls.root = Path(cls.place.name)
        cls.source = cls.root / "in"
        cls.source.mkdir()
        make_folder(cls.source)
        cls.before = cls.state_of_source()
        cls.whole = cls.root / "whole"
        cls.result = convert(cls.source, cls.whole)

    @classmethod
    def tearDownClass(cls):
        cls.place.cleanup()

    @classmethod
    def state_of_source(cls):
        return {path: (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else None)
                for path in sorted(cls.source.rglob("*"))}

    def check_complete(self, folder):
        """What the report promises is there and whole, and nothing else is."""
        promised = {"report.html", "report.json"}
        for entry in report(folder).values():
            for output in entry["outputs"]:
                promised.add(output["path"])
                self.check_parses(folder / output["path"])
            promised |= {picture["path"] for picture in entry["pictures"]}
        self.assertEqual(set(contents(folder)), promised)

    def check_parses(self, path):
        content = path.read_bytes()
        if path.suffix == ".json":
            json.loads(content)
        elif path.suffix == ".pdf":
            self.assertTrue(content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"), path)
        else:
            with zipfile.ZipFile(path) as package:
                self.assertIsNone(package.testzip(), path)


class MixedFolder(Case):
    def test_outcome(self):
        self.assertEqual(self.result.returncode, 1, self.result.stderr)
        self.check_complete(self.whole)
        entries = report(self.whole)
        self.assertEqual({name for name, entry in entries.items() if entry["state"] == "failed"}, {"hỏng.pdf", "rỗng.docx"})
        self.assertTrue(all(entry["findings"] for entry in entries.values() if entry["state"] == "failed"))
        self.assertEqual(entries["bang.csv"]["state"], "skipped")
        self.assertNotIn("Thumbs.db", entries)

    def test_every_document_says_the_same(self):
        checks = [check for entry in report(self.whole).values() for check in entry["words"]]
        self.assertGreaterEqual(len(checks), 16)
        self.assertEqual([check for check in checks if check["kept_share"] < 0.995], [])

    def test_recognised(self):
        entries = {Path(name).name: entry for name, entry in report(self.whole).items()}
        found = entries["decision.pdf"]["recognised"]
        self.assertGreater(found["tasks"], 5)
        self.assertGreater(found["pages"], 2)
        self.assertEqual(found["symbol"][:3], "QĐ-")

    def test_copy_is_noticed(self):
        entries = report(self.whole)
        copies = {name: entry["same_as"] for name, entry in entries.items() if entry["state"] == "duplicate"}
        self.assertEqual(len(copies), 2)
        self.assertTrue(all(entries[first]["sha512"] == entries[name]["sha512"] for name, first in copies.items()))

    def test_old_encoding(self):
        text = (self.whole / "bao-cao.json").read_text() + json.dumps(report(self.whole)["bao-cao.txt"], ensure_ascii=False)
        self.assertIn("công tác văn thư", text)

    def test_inputs_stay_as_they_were(self):
        self.assertEqual(self.state_of_source(), self.before)

    def test_reports_need_nothing_else(self):
        page = (self.whole / "report.html").read_text()
        for word in ("<script", "http:", "https:", "@import"):
            self.assertNotIn(word, page)

    def test_resumed_does_nothing(self):
        stamps = {path: path.stat().st_mtime_ns for path in self.whole.rglob("*.pdf")}
        self.assertEqual(convert(self.source, self.whole, "--resume").returncode, 1)
        self.assertEqual(stamps, {path: path.stat().st_mtime_ns for path in self.whole.rglob("*.pdf")})

    def test_refusals(self):
        self.assertEqual(convert(self.source, self.whole).returncode, 3)
        self.assertEqual(convert(self.source, self.source).returncode, 3)
        self.assertEqual(convert(self.source / "năm 2024", self.source).returncode, 3)


class Changes(Case):
    def test_changed_lost_and_new_files(self):
        source, target = self.root / "changing", self.root / "changed"
        shutil.copytree(self.source, source)
        convert(source, target)
        (source / "bao-cao.txt").write_text("Điều 1. Nội dung mới")
        (target / "report.docx.pdf").unlink()
        (source / "report.pdf").write_bytes((source / "hỏng.pdf").read_bytes() + b"!")
        shutil.copy(next(source.rglob("marks.pdf")), source / "mới.pdf")
        done = convert(source, target, "--resume").stdout
        self.check_complete(target)
        self.assertIn("bao-cao.txt →", done)
        self.assertIn("mới.pdf: the same as", done)
        self.assertNotIn("letter.docx", done)

    def test_output_inside_input(self):
        source = self.root / "around"
        shutil.copytree(self.source, source)
        convert(source, source / "results")
        convert(source, source / "results", "--resume")
        self.assertEqual(contents(source / "results").keys(), contents(self.whole).keys())

    def test_links(self):
        source, target = self.root / "linked", self.root / "linked-out"
        shutil.copytree(self.source, source)
        (source / "loop").symlink_to(source)
        os.mkfifo(source / "pipe.pdf")
        (source / "nowhere.pdf").symlink_to(source / "missing.pdf")
        self.assertEqual(convert(source, target).returncode, 1)
        self.assertEqual(report(target)["nowhere.pdf"]["state"], "failed")

    def test_read_only_input(self):
        source, target = self.root / "fixed", self.root / "fixed-out"
        shutil.copytree(self.source, source)
        for path in [*source.rglob("*"), source]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            self.assertEqual(convert(source, target).returncode, 1)
            self.assertEqual(contents(target).keys(), contents(self.whole).keys())
        finally:
            for path in [source, *source.rglob("*")]:
                path.chmod(0o755)

    def test_names_that_are_no_text(self):
        source, target = self.root / "strange", self.root / "strange-out"
        source.mkdir()
        document = next(self.source.rglob("marks.docx")).read_bytes()
        names = [b"c\xf4ng v\xa8n.docx", "Quyết định.docx".encode(), "Quyết định.docx".encode()]
        names[1] = b"Quye\xcc\x82\xcc\x81t.docx"
        names[2] = "<b>&\"'\u202e.docx".encode()
        for number, name in enumerate(names):
            copy = os.fsencode(source) + b"/" + name
            Path(os.fsdecode(copy)).write_bytes(document)
            with zipfile.ZipFile(os.fsdecode(copy), "a") as package:
                package.comment = str(number).encode()
        self.assertEqual(convert(source, target, "--to", "json").returncode, 0)
        self.assertEqual(len(list(target.glob("*.json"))), 4)
        self.assertNotIn("<b>&", (target / "report.html").read_text())
        self.assertNotIn("→", convert(source, target, "--to", "json", "--resume").stdout)


class Locks(Case):
    def test_two_at_once(self):
        target = self.root / "both"
        first = start(self.source, target, "--watch")
        try:
            wait_until(lambda: (target / "report.json").exists())
            self.assertEqual(convert(self.source, target, "--resume").returncode, 3)
        finally:
            first.send_signal(signal.SIGTERM)
            first.wait(30)


class FullDisk(Case):
    def test_limit_of_file_size(self):
        """A limit of the shell on files stands for a full disk: the same error reaches the writing."""
        target = self.root / "full"
        command = f'ulimit -f 60; exec "{OPTIONS.vanthu}" convert "{self.source}" "{target}" --lang en'
        broken = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=300)
        self.assertEqual(broken.returncode, 5, broken.stderr)
        self.assertEqual(convert(self.source, target, "--resume").returncode, 1)
        self.check_complete(target)
        self.assertEqual(contents(target), contents(self.whole))


class Watching(Case):
    def test_comes_and_goes(self):
        source, target = self.root / "inbox", self.root / "outbox"
        source.mkdir()
        process = start(source, target, "--watch", "--to", "json")
        try:
            wait_until(lambda: (target / "report.json").exists())
            (source / "new").mkdir()
            document = next(self.source.rglob("letter.docx")).read_bytes()
            with open(source / "new" / "slow.docx", "wb") as slow:
                for at in range(0, len(document), len(document) // 5 + 1):
                    slow.write(document[at:at + len(document) // 5 + 1])
                    slow.flush()
                    time.sleep(0.5)
            wait_until(lambda: (target / "new" / "slow.json").exists())
            wait_until(lambda: "new/slow.docx" in report(target))
        finally:
            process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(30), 0)
        self.assertIn(report(target)["new/slow.docx"]["state"], ("good", "doubtful"))
        lines = (target / ".vanthu-convert").read_text().splitlines()
        self.assertEqual(sum("slow.docx" in line for line in lines), 1)


class Killed(Case):
    def test_at_random_moments(self):
        """Each time: killed again and again until it is done; the result is that of a run that nothing disturbed."""
        chance = random.Random(OPTIONS.seed)
        print(f"seed {OPTIONS.seed}", file=sys.stderr)
        whole = self.duration()
        kills, target = 0, self.root / "killed"
        while kills < OPTIONS.kills:
            shutil.rmtree(target, ignore_errors=True)
            code = None
            while code is None:
                process = start(self.source, target, "--resume")
                try:
                    code = process.wait(chance.uniform(0, whole * 0.7) if kills < OPTIONS.kills else 300)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                    kills += 1
                self.check_journal(target)
            self.assertEqual(code, 1)
            self.check_complete(target)
            self.assertEqual(contents(target), contents(self.whole))

    def duration(self):
        begin = time.monotonic()
        convert(self.source, self.root / "timed")
        return time.monotonic() - begin

    def check_journal(self, target):
        """What has its line is there and whole; a document is done once."""
        journal = target / ".vanthu-convert"
        seen = set()
        for line in journal.read_text().splitlines(keepends=True) if journal.exists() else []:
            if not line.endswith("\n"):
                continue
            entry = json.loads(line)
            for output in entry.get("outputs", []):
                self.check_parses(target / output["path"])
                self.assertNotIn(output["path"], seen)
                seen.add(output["path"])


def start(source, target, *words):
    return subprocess.Popen([OPTIONS.vanthu, "convert", source, target, "--lang", "en", *words], start_new_session=True,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(0.1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("vanthu", type=os.path.abspath)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    OPTIONS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
