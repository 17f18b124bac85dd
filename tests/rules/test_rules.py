#!/usr/bin/env python3
"""Measures a family of rules in finished documents; one test a rule, named by its id, force and kind of file.

usage: test_rules.py FAMILY [unittest options]      FAMILY: page, head, body, tail, attachments, breaks
"""
import importlib
import sys
import unittest

import inputs
import rulebook
from made import Workshop

SHOWN = 6  # findings of one document; the rest is counted


class Documents:
    """Made once for all tests of the process."""

    def __init__(self, family):
        self.workshop = Workshop()
        documents = {**inputs.samples(), **inputs.made_up()}
        documents |= inputs.breaking_points() if family == "breaks" else inputs.lengths()
        self.made = self.workshop.make(documents)


def make_test(rule, documents):
    def test(self):
        failures = []
        for name, made in documents.made.items():
            found = list(rule.check(made))
            failures += [f"{name}: {finding}" for finding in found[:SHOWN]]
            if len(found) > SHOWN:
                failures.append(f"{name}: and {len(found) - SHOWN} more")
        if failures:
            self.fail("\n" + "\n".join(failures))

    test.__doc__ = f"{rule.id} {rule.force} {rule.side}: {rule.check.__name__.replace('_', ' ')}"
    return test


def main():
    family = sys.argv.pop(1)
    importlib.import_module(f"rules_{family}")
    documents = Documents(family)
    own = [rule for rule in rulebook.RULES if rule.check.__module__ == f"rules_{family}"]
    tests = {f"test_{rule.name}": make_test(rule, documents) for rule in own}
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(type(family, (unittest.TestCase,), tests))
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    documents.workshop.close()
    sys.exit(not result.wasSuccessful())


if __name__ == "__main__":
    main()
