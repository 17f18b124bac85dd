"""The Debian package of a finished build: what is in it, what it needs, what lintian says, and that it runs from where it is unpacked.
By hand: package_test.py build/release"""
import http.client
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv[1]).resolve()
CMAKE = sys.argv[2] if len(sys.argv) > 2 else "cmake"
MODULES = ("vanthu_http.so", "vanthu_postgres.so", "vanthu_scan.so")
GUIDES = ("docs/how-to/may-chu-co-quan.md", "docs/how-to/run-the-office-server.md")

EXPECTED = {
    "etc/default/vanthu",
    "usr/bin/vanthu",
    *(f"usr/lib/vanthu/{module}" for module in MODULES),
    "usr/lib/vanthu/vanthu-backup",
    "usr/lib/systemd/system/vanthu.service",
    "usr/lib/systemd/system/vanthu-backup.service",
    "usr/lib/systemd/system/vanthu-backup.timer",
    "usr/sbin/vanthu-admin",
    "usr/share/bash-completion/completions/vanthu",
    "usr/share/doc/vanthu/changelog.gz",
    "usr/share/doc/vanthu/copyright",
    "usr/share/doc/vanthu/web-page-licences.txt",
    "usr/share/doc/vanthu/may-chu-co-quan.md",
    "usr/share/doc/vanthu/run-the-office-server.md",
    "usr/share/doc/vanthu/examples/nginx.conf",
    "usr/share/doc/vanthu/examples/one-page.json",
    *(f"usr/share/man/{folder}" for folder in ("man1/vanthu.1.gz", "man8/vanthu-admin.8.gz", "vi/man1/vanthu.1.gz", "vi/man8/vanthu-admin.8.gz")),
}


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{words} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def files_below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "no dpkg-dev")
class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="vanthu-package-")))
        cpack = pathlib.Path(CMAKE).with_name("cpack")
        run(cpack, "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder)
        cls.package = next(cls.folder.glob("vanthu_*.deb"))
        cls.root = cls.folder / "root"
        run("dpkg-deb", "-x", cls.package, cls.root)
        cls.vanthu = cls.root / "usr/bin/vanthu"

    def field(self, name):
        return run("dpkg-deb", "-f", self.package, name).strip()

    def test_content(self):
        self.assertEqual(files_below(self.root), EXPECTED)
        self.assertEqual(files_below(self.unpacked_control()), {"control", "md5sums", "conffiles", "postinst", "prerm", "postrm"})
        self.assertEqual((self.unpacked_control() / "conffiles").read_text(), "/etc/default/vanthu\n")

    def unpacked_control(self):
        control = self.folder / "control"
        if not control.exists():
            run("dpkg-deb", "-e", self.package, control)
        return control

    def test_dependencies(self):
        depends = self.field("Depends")
        # Of the program, of each module, and what is looked for in files.
        for name in ("libhpdf-2.3.0", "libtesseract5", "libpqxx-6.4", "libmicrohttpd12", "fonts-liberation2", "tesseract-ocr-vie"):
            self.assertIn(name, depends)
        family = re.search(r'package="([^"]+)"', (ROOT / "fonts/manifest.xml").read_text(encoding="utf-8")).group(1)
        self.assertIn(family, depends)
        self.assertIn("libreoffice-writer-nogui", self.field("Recommends"))

    def test_version_is_told_the_same_everywhere(self):
        version = self.field("Version")
        self.assertIn(f"vanthu {version}\n", run(self.vanthu, "--version"))
        self.assertTrue(run("zcat", self.root / "usr/share/doc/vanthu/changelog.gz").startswith(f"vanthu ({version}) "))
        self.assertIn(f"## {version}", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
        for guide in GUIDES:
            self.assertIn(f"./vanthu_{version}_amd64.deb", (ROOT / guide).read_text(encoding="utf-8"))

    @unittest.skipUnless(shutil.which("lintian"), "no lintian")
    def test_lintian(self):
        run("lintian", "--no-cfg", "--allow-root", "--fail-on", "error,warning", self.package)

    def test_it_runs_where_it_is_unpacked(self):
        out = self.folder / "out"
        run(self.vanthu, "generate", ROOT / "samples/one-page.json", "-o", out, "--quiet")
        self.assertEqual({path.name for path in out.iterdir()}, {"one-page.pdf", "one-page.docx"})
        self.assertIn("[server-unreachable]", self.said("archive", "list", "--store", "postgres://localhost:1/x"))
        run("pdftoppm", "-x", "0", "-y", "0", "-W", "100", "-H", "100", "-png", "-singlefile", out / "one-page.pdf", out / "margin")
        self.assertIn("[scan-", self.said("text", out / "margin.png"))

    def said(self, *words):
        """What a module that was found has to say."""
        return subprocess.run([self.vanthu, *words, "--lang", "en"], capture_output=True, text=True, check=False).stderr

    def test_the_page_is_in_it(self):
        service = subprocess.Popen([self.vanthu, "serve", "--store", self.folder / "store", "--listen", "127.0.0.1:0"],
                                   stdout=subprocess.PIPE, text=True)
        self.addCleanup(service.stdout.close)
        self.addCleanup(service.wait)
        self.addCleanup(service.kill)
        port = int(re.search(r":(\d+)\s*$", service.stdout.readline()).group(1))
        for path, part in (("/", b"<html lang"), ("/licences.txt", b"pdfjs-dist")):
            one = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            one.request("GET", path)
            self.assertIn(part, one.getresponse().read())
            one.close()
        service.send_signal(signal.SIGTERM)
        self.assertEqual(service.wait(20), 0)

    def test_all_that_was_bundled_is_credited(self):
        texts = (self.root / "usr/share/doc/vanthu/web-page-licences.txt").read_text(encoding="utf-8")
        bundled = re.findall(r"^(\S+) \d\S* \(([^)]+)\)$", texts, re.MULTILINE)
        self.assertTrue(bundled)
        credits = re.search(r"bundled with (.*)\.\n", (self.root / "usr/share/doc/vanthu/copyright").read_text(encoding="utf-8")).group(1)
        self.assertEqual(set(re.findall(r"[a-z@][\w/@-]+", re.sub(r"\(.*?\)|\band\b", "", credits))), {name for name, _ in bundled})
        self.assertLessEqual({licence for _, licence in bundled}, {"MIT", "Apache-2.0"})  # Debian calls MIT Expat

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd")
    def test_units(self):
        units = self.root / "usr/lib/systemd/system"
        service = (units / "vanthu.service").read_text(encoding="utf-8")
        self.assertIn("ExecStart=/usr/bin/vanthu serve", service)
        for line in ("DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n", "MemoryMax="):
            self.assertIn(line, service)
        # 0 is wholly shut in, 100 not at all.
        run("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", units / "vanthu.service")

    def test_scripts(self):
        for script in (*(self.unpacked_control() / name for name in ("postinst", "prerm", "postrm")), self.root / "usr/sbin/vanthu-admin",
                       self.root / "usr/lib/vanthu/vanthu-backup"):
            run("sh", "-n", script)

    @unittest.skipUnless(shutil.which("man"), "no man")
    def test_manual_pages(self):
        for page in (self.root / "usr/share/man").rglob("*.gz"):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True, text=True, check=False,
                                  env={**os.environ, "LC_ALL": "C.UTF-8"})
            self.assertEqual(done.stderr, "", page)


class Installed(unittest.TestCase):
    def test_units_know_where_it_was_installed(self):
        with tempfile.TemporaryDirectory(prefix="vanthu-install-") as folder:
            run(CMAKE, "--install", BUILD, "--prefix", folder)
            root = pathlib.Path(folder)
            for path in ("lib/systemd/system/vanthu.service", "sbin/vanthu-admin", "lib/vanthu/vanthu-backup"):
                self.assertIn(f"{folder}/bin/vanthu", (root / path).read_text(encoding="utf-8"))
            self.assertTrue((root / "share/doc/vanthu/LICENSE").is_file())
            self.assertIn("vanthu", run(root / "bin/vanthu", "--version"))


class Guides(unittest.TestCase):
    def test_both_languages_tell_the_same_commands(self):
        vi, en = (re.findall(r"^```bash (\S+)\n(.*?)^```$", (ROOT / guide).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL) for guide in GUIDES)
        self.assertTrue(vi)
        self.assertEqual(vi, en)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
