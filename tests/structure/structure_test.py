"""Holds what docs/architecture.md promises of the sources: who may include whom, sizes, where wording lives."""

import re
import unittest
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"

FORMS = {"model", "flow", "pages"}
WRITERS = {"write/pdf", "write/docx", "write/json", "write/xlsx", "write/csv", "write/text", "write/overlay", "write/layer", "write/report"}
READERS = {"read/json", "read/pdf", "read/docx", "read/text", "read/scan"}
LOADED = {"base", "text", "forms"} | FORMS

# Folder → folders that it may include besides itself.
MAY_INCLUDE = {
    "base": set(),
    "text": {"base"},
    "model": {"base"},
    "flow": {"base"},
    "pages": {"base"},
    "forms": {"base", "text", "model", "flow"},
    "fonts": {"base", "text"},
    "ooxml": {"base"},
    "compose": LOADED,
    "paginate": LOADED,
    "check": LOADED,
    "gather": LOADED,
    "mend": {"base", "text", "pages"},
    "interpret": LOADED,
    "read/json": {"base", "text", "model"},
    "read/pdf": {"base", "text", "pages"},
    "read/scan": {"base", "text", "pages"},  # a module, which jobs loads
    "read/docx": {"base", "text", "flow", "ooxml"},
    "read/text": {"base", "text", "flow"},
    "sandbox": {"base"},
    "archive": {"base", "text", "model"},
    "office": {"base", "text", "archive"},
    "write/json": {"base", "text", "model"},
    "write/docx": {"base", "text", "flow", "ooxml"},
    "write/pdf": {"base", "text", "flow", "pages", "fonts"},
    "write/xlsx": {"base", "text", "model"},
    "write/csv": {"base", "text", "model"},
    "write/text": {"base", "text", "flow"},
    "write/overlay": {"base", "text", "flow", "pages"},
    "write/report": {"base", "text", "forms"},
    "write/layer": {"base", "text", "pages", "fonts", "read/pdf", "write/pdf"},
    "jobs": LOADED | WRITERS | READERS | {"compose", "interpret", "paginate", "gather", "mend", "check", "fonts", "sandbox", "archive", "ooxml"},
    "server": {"base", "text", "forms", "model", "jobs", "office", "archive", "write/report", "server/http"},
    "server/http": {"base", "server"},  # a module, which server loads
    "cli": {"base", "forms", "jobs", "write/pdf", "write/report", "archive", "office", "server"},
}

# Header of an outside library → folders that may include it.
LIBRARIES = {
    r"unicode/": {"text"},
    r"libxml/": {"forms", "fonts", "ooxml"},
    r"hb[-.]": {"fonts"},
    r"hpdf": {"write/pdf"},
    r"zlib\.h": {"write/pdf", "server"},
    r"podofo/": {"read/pdf"},
    r"qpdf/": {"read/pdf"},
    r"xlsxwriter": {"write/xlsx"},
    r"seccomp\.h": {"sandbox"},
    r"(ft2build\.h|freetype/)": {"write/overlay"},
    r"png\.h": {"write/overlay"},
    r"zip\.h": {"ooxml"},
    r"(tesseract/|leptonica/|allheaders)": {"read/scan"},
    r"sqlite3\.h": {"archive"},
    r"pqxx/": {"archive"},
    r"rapidjson/": {"read/json", "write/json", "write/report", "cli", "archive", "server"},
    r"openssl/": {"archive", "office"},
    r"microhttpd\.h": {"server/http"},
    r"CLI/": {"cli"},
    r"fmt/": None,  # anywhere
}

# Only these may look at the clock, the environment, the locale and the file system.
OUTSIDE_WORLD = re.compile(
    r"\b(getenv|setlocale|std::locale|system_clock|time\(nullptr\)|gettimeofday|std::filesystem|std::[io]?fstream|fopen)\b")
MAY_LOOK_OUTSIDE = {"jobs", "cli", "archive", "office", "server", "server/http"}

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 45

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
# A word; single letters, as in the alphabet of labels, are no wording.
LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
VIETNAMESE = re.compile(rf"\w[{LETTERS}]|[{LETTERS}]\w")
CODE = re.compile(r'"([a-z0-9-]+)"')


def sources():
    return sorted(path for path in SRC.rglob("*") if path.suffix in {".h", ".cpp"})


def folder_of(path):
    return folder_of_include(path.relative_to(SRC).as_posix())


def folder_of_include(target):
    folders = target.split("/")[:-1]
    deep = folders[0] in {"read", "write"} or folders[:2] == ["server", "http"]
    return "/".join(folders[:2]) if deep else folders[0]


def read(path):
    return path.read_text(encoding="utf-8")


def messages():
    root = ElementTree.parse(ROOT / "templates" / "messages.xml").getroot()
    return {node.get("code"): node for node in root}


class Directions(unittest.TestCase):
    def test_every_folder_has_its_rule(self):
        self.assertEqual(set(MAY_INCLUDE), {folder_of(path) for path in sources()})

    def test_own_headers(self):
        for path in sources():
            folder = folder_of(path)
            for own in filter(None, (own for own, _ in INCLUDE.findall(read(path)))):
                target = folder_of_include(own)
                self.assertTrue((SRC / own).is_file(), f"{path}: no such header: {own}")
                self.assertIn(target, MAY_INCLUDE[folder] | {folder}, f"{path.relative_to(ROOT)} includes {own}")

    def test_libraries(self):
        for path in sources():
            for _, outside in INCLUDE.findall(read(path)):
                for pattern, folders in LIBRARIES.items():
                    if folders is not None and re.match(pattern, outside):
                        self.assertIn(folder_of(path), folders, f"{path.relative_to(ROOT)} includes {outside}")

    def test_command_line_parser_in_one_file(self):
        users = [path.name for path in sources() if "<CLI/" in read(path)]
        self.assertEqual(users, ["grammar.h"])

    def test_only_the_doors_see_the_outside_world(self):
        for path in sources():
            if folder_of(path) not in MAY_LOOK_OUTSIDE:
                found = OUTSIDE_WORLD.search(COMMENT.sub("", read(path)))
                self.assertIsNone(found, f"{path.relative_to(ROOT)}: {found and found.group()}")


class Sizes(unittest.TestCase):
    def test_files(self):
        for path in sources():
            self.assertLessEqual(len(read(path).splitlines()), MAX_FILE_LINES, path.relative_to(ROOT))

    def test_functions(self):
        for path in sources():
            if path.suffix == ".cpp":
                for line, length in functions(read(path)):
                    with self.subTest(function=f"{path.relative_to(ROOT)}:{line}"):
                        self.assertLessEqual(length, MAX_FUNCTION_LINES)


def functions(text):
    """Line and length of what looks like a function: from a line that ends in ") … {" to the brace in the same column."""
    lines = text.splitlines()
    for start, line in enumerate(lines):
        if not re.match(r"^( {0,4})\S.*\)[^;]*\{$", line) or re.match(r"\s*(namespace|class|struct|if|for|while|switch)\b", line):
            continue
        indent = len(line) - len(line.lstrip())
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(" " * indent + "}"):
                yield start + 1, end - start + 1
                break


class Wording(unittest.TestCase):
    def test_no_vietnamese_in_the_code(self):
        for path in sources():
            for number, line in enumerate(COMMENT.sub(lambda m: "\n" * m.group().count("\n"), read(path)).splitlines(), 1):
                self.assertIsNone(VIETNAMESE.search(line), f"{path.relative_to(ROOT)}:{number}: {line.strip()}")

    def test_every_message_speaks_both_languages(self):
        for code, node in messages().items():
            texts = [(child.tag.rpartition("}")[2], child.get("lang")) for child in node]
            self.assertEqual([lang for kind, lang in texts if kind == "text"], ["vi", "en"], code)
            self.assertIn([lang for kind, lang in texts if kind == "hint"], [[], ["vi", "en"]], code)

    def test_both_languages_use_the_same_arguments(self):
        for code, node in messages().items():
            used = {"vi": set(), "en": set()}
            for child in node:
                used[child.get("lang")] |= set(re.findall(r"\{(\w+)\}", child.text or ""))
            self.assertEqual(used["vi"], used["en"], code)

    def test_every_message_is_used(self):
        used = {code for path in sources() for code in CODE.findall(read(path))}
        self.assertEqual(set(messages()) - used, set())

    def test_every_code_has_a_message(self):
        known = messages().keys() | read_word_lists()
        for path in sources():
            for code in diagnostic_codes(read(path)):
                with self.subTest(file=path.relative_to(ROOT), code=code):
                    self.assertIn(code, known)


def read_word_lists():
    """Names of the lists in templates/read-words.xml: looked up by name, as messages are."""
    return {node.get("name") for node in ElementTree.parse(ROOT / "templates" / "read-words.xml").getroot()}


def diagnostic_codes(text):
    """Codes that stand where a Diagnostic takes its code."""
    patterns = [
        r'\{\s*"([a-z0-9-]+)",\s*Severity::',
        r'\bcode = "([a-z0-9-]+)"',
        r'\b(?:add|warn|note|fail|say|tell|word|text|diagnostic|usage_error|PdfError)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"',
    ]
    return {code for pattern in patterns for code in re.findall(pattern, text)}


class Documentation(unittest.TestCase):
    def test_links_lead_somewhere(self):
        pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").rglob("*.md")]
        for page in pages:
            for target in re.findall(r"\]\(([^)#]+)[^)]*\)", read(page)):
                if not target.startswith("http"):
                    with self.subTest(page=page.name, target=target):
                        self.assertTrue((page.parent / target).exists())

    def test_every_decision_is_listed(self):
        listed = read(ROOT / "docs" / "decisions" / "README.md")
        for page in (ROOT / "docs" / "decisions").glob("*.md"):
            if page.name != "README.md":
                self.assertIn(f"({page.name})", listed)

    def test_architecture_names_every_folder(self):
        page = read(ROOT / "docs" / "architecture.md")
        for folder in MAY_INCLUDE:
            self.assertIn(f"`{folder}`", page)


class SelfCheck(unittest.TestCase):
    """The helpers see what they should see."""

    def test_functions(self):
        text = "int f(int x) {\n    return x;\n}\nclass C {\n    void g() {\n        h();\n        i();\n    }\n};\n"
        self.assertEqual(list(functions(text)), [(1, 3), (5, 4)])

    def test_diagnostic_codes(self):
        text = 'return {"one-two", Severity::error}; add("three-four", 1); tell("eight-nine", 2); x = {"five-six"}; d.code = "seven";'
        self.assertEqual(diagnostic_codes(text), {"one-two", "three-four", "eight-nine", "seven"})

    def test_vietnamese(self):
        self.assertTrue(VIETNAMESE.search("Điều"))
        self.assertIsNone(VIETNAMESE.search("“plain” → ASCII…"))


if __name__ == "__main__":
    unittest.main()
