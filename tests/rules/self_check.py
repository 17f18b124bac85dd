#!/usr/bin/env python3
"""Every rule can fail: each finds something in at least one document broken on purpose, and the breakage is named."""
import copy
import importlib
import sys
import unittest

import breakages
import inputs
import rulebook
from made import Workshop

FAMILIES = ["page", "head", "body", "tail", "attachments", "breaks"]


def findings(rule, made):
    """What the rule says; a rule that cannot even be asked of so broken a document says nothing here."""
    try:
        return list(rule.check(made))
    except (IndexError, ValueError, StopIteration, KeyError, AttributeError, TypeError):
        return []


class SelfCheck(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for family in FAMILIES:
            importlib.import_module(f"rules_{family}")
        cls.workshop = Workshop()
        cls.whole = cls.workshop.make({"all-parts": inputs.all_parts(), "long-rows": inputs.long_rows()})
        cls.caught = {rule.name: [] for rule in rulebook.RULES}
        for made in cls.whole.values():
            cls.before = {rule.name: findings(rule, made) for rule in rulebook.RULES}
            cls.try_all(made, "pdf", breakages.PDF, breakages.broken_pdf)
            cls.try_all(made, "docx", breakages.DOCX, breakages.broken_docx)

    @classmethod
    def tearDownClass(cls):
        cls.workshop.close()

    @classmethod
    def try_all(cls, made, side, changes, apply):
        for change in changes:
            victim = copy.copy(made)
            victim.document = copy.deepcopy(made.document)
            try:
                broken = apply(victim, change)
            except (IndexError, ValueError, StopIteration):
                continue  # this document has nothing for the breakage to break
            for rule in [one for one in rulebook.RULES if one.side == side]:
                found = [one for one in findings(rule, broken) if one not in cls.before[rule.name]]
                if found:
                    cls.caught[rule.name].append(f"{change.__name__}: {found[0]}")

    def test_every_rule_can_fail(self):
        self.assertEqual([name for name, found in self.caught.items() if not found], [])

    def test_every_breakage_is_noticed(self):
        noticed = {line.split(":")[0] for found in self.caught.values() for line in found}
        changes = [change.__name__ for change in breakages.PDF]
        self.assertEqual([name for name in changes if name not in noticed], [])


if __name__ == "__main__":
    if "-v" in sys.argv:
        SelfCheck.setUpClass()
        for name, found in SelfCheck.caught.items():
            print(name, *found[:2], sep="\n    ")
    unittest.main()
