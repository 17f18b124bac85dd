"""What may come of a hostile file: exit codes of `vanthu read` (docs/decisions/command-line.md)."""

READ = frozenset({0, 1})   # read, perhaps with findings
REFUSED = frozenset({3})   # an error about the file
LIMIT = frozenset({4})     # more than the program takes
