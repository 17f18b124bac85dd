"""What a reader gets who copies the text of a PDF, by each of four programs; white space is left aside."""
import functools
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from made import squeeze

PDFJS_SCRIPT = """
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import fs from 'node:fs';
const pages = {};
for (const file of process.argv.slice(2)) {
  const pdf = await getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
  pages[file] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const content = await (await pdf.getPage(i)).getTextContent();
    pages[file].push(content.items.map(item => item.str + (item.hasEOL ? '\\n' : '')).join(''));
  }
}
console.log(JSON.stringify(pages));
"""


class Missing(Exception):
    """A program is not on this machine."""


def run(*command, **options):
    if not shutil.which(command[0]):
        raise Missing(f"{command[0]} is not installed")
    return subprocess.run([str(word) for word in command], capture_output=True, check=True, **options).stdout.decode("utf-8")


def by_poppler(pdf):
    return run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").split("\f")


def by_mupdf(pdf):
    return run("mutool", "draw", "-q", "-F", "txt", pdf).split("\f")


def by_ghostscript(pdf):
    with tempfile.TemporaryDirectory() as folder:  # on standard output nothing parts the pages
        run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=txtwrite", f"-sOutputFile={folder}/%06d.txt", pdf)
        return [file.read_text(encoding="utf-8") for file in sorted(Path(folder).iterdir())]


@functools.cache
def fetch_pdfjs(folder):
    """Puts pdfjs-dist into the folder, asked for only once in a run; what stood in the way, or an empty text."""
    if (folder / "node_modules" / "pdfjs-dist").exists():
        return ""
    if not shutil.which("npm"):
        return "npm is not installed, so pdf.js cannot be asked"
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--omit=optional", "pdfjs-dist@4.10.38"]
    fetched = subprocess.run(command, capture_output=True, text=True)
    return f"npm cannot fetch pdfjs-dist: {fetched.stderr.strip()[-200:]}" if fetched.returncode else ""


def pdfjs_folder():
    """A folder of the build with pdfjs-dist in its node_modules."""
    folder = Path(os.environ["VANTHU_BUILD"], "pdfjs")
    if problem := fetch_pdfjs(folder):
        raise Missing(problem)
    return folder


def by_pdfjs(pdf):
    folder = pdfjs_folder()
    script = folder / "text.mjs"
    script.write_text(PDFJS_SCRIPT, encoding="utf-8")
    answer = run("node", script, pdf).splitlines()[-1]  # pdf.js warns on standard output too
    return json.loads(answer)[str(pdf)]


def joined(pages, numbers):
    """All pages squeezed into one, without the page number (`numbers`, "" for none) that stands first or last on a page."""
    result = []
    for page, number in zip(pages, numbers):
        lines = [line.strip() for line in page.strip().split("\n")]
        if number and number in (lines[0], lines[-1]):
            lines.pop(0 if lines[0] == number else -1)
        result.append(squeeze(" ".join(lines)))
    return "".join(result)
