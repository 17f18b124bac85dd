"""How well the task table of a scan was read, beside a truth checked by eye.

    scan_score.py TRUTH.json TABLES.json      # of `vanthu tables SCAN --json -o TABLES.json`

Where the truth ends in the middle of a table, SCAN must end there too. Prints rows of the truth without a row of their own (lost), rows that the truth has not (invented), and of all cells of the
truth the share that is exact (white space runs are one blank) and the share that is right when white space is left out
and one letter may carry a wrong mark. Ends with 1 where an aim of docs/reading-quality.md is missed.
"""

import argparse
import json
import re
import sys
import unicodedata

EXACT, SOFT = 0.85, 0.95


def tidy(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def bare(character):
    """The letter without its marks; đ is d with one."""
    return unicodedata.normalize("NFD", character)[0].replace("đ", "d").replace("Đ", "D")


def nearly(a, b):
    """Alike but for white space and one wrong mark."""
    a, b = re.sub(r"\s", "", tidy(a)), re.sub(r"\s", "", tidy(b))
    if len(a) != len(b):
        return False
    wrong = [(x, y) for x, y in zip(a, b) if x != y]
    return len(wrong) <= 1 and all(bare(x) == bare(y) for x, y in wrong)


def likeness(a, b):
    """Share of the words of two rows that both have."""
    a, b = [tidy(" ".join(row)).split() for row in (a, b)]
    left = list(b)
    same = 0
    for word in a:
        if word in left:
            left.remove(word)
            same += 1
    return 2 * same / max(1, len(a) + len(b))


def aligned(truth, read):
    """Pairs of indices in order, those that are most alike; as the longest common subsequence."""
    best = [[0.0] * (len(read) + 1) for _ in range(len(truth) + 1)]
    alike = [[likeness(a, b) for b in read] for a in truth]
    for i in range(len(truth) - 1, -1, -1):
        for j in range(len(read) - 1, -1, -1):
            pair = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= 0.4 else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    pairs, i, j = [], 0, 0
    while i < len(truth) and j < len(read):
        if alike[i][j] >= 0.4 and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def score(truth, read):
    """Of lists of rows, each a list of cells."""
    pairs = aligned(truth, read)
    exact = soft = 0
    wrong = []
    for i, j in pairs:
        for column, cell in enumerate(truth[i]):
            other = read[j][column] if column < len(read[j]) else ""
            exact += tidy(cell) == tidy(other)
            soft += nearly(cell, other)
            if not nearly(cell, other):
                wrong.append((i, column, tidy(cell), tidy(other)))
    cells = sum(len(row) for row in truth)
    found = {i for i, _ in pairs}
    used = {j for _, j in pairs}
    return {
        "lost": [row for i, row in enumerate(truth) if i not in found],
        "invented": [row for j, row in enumerate(read) if j not in used],
        "exact": exact / max(1, cells),
        "soft": soft / max(1, cells),
        "wrong": wrong,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("truth")
    parser.add_argument("tables")
    options = parser.parse_args()
    with open(options.truth, encoding="utf-8") as file:
        truth = json.load(file)["tables"][0]
    with open(options.tables, encoding="utf-8") as file:
        tables = json.load(file)["tables"]
    longest = max(tables, key=lambda table: len(table["rows"]), default={"rows": []})
    result = score(truth["rows"], longest["rows"])
    for row, column, right, read in result["wrong"]:
        print(f"row {row} column {column}\n  - {right}\n  + {read}")
    for what in ("lost", "invented"):
        for row in result[what]:
            print(what, row)
    print(f"tables {len(tables)}, rows {len(truth['rows'])}, lost {len(result['lost'])}, invented {len(result['invented'])}, "
          f"cells exact {result['exact']:.3f}, but for white space and one mark {result['soft']:.3f}")
    missed = len(tables) != 1 or result["lost"] or result["invented"] or result["exact"] < EXACT or result["soft"] < SOFT
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
