"""The list to which reading adds the problems that it finds, so that one run reports all of them."""

from __future__ import annotations

from newsroom.model.problem import Problem, Rule


class Findings:
    """Problems in the order in which they were found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, rule: Rule, path: str, line: int = 1, **values: str) -> None:
        """Note that a rule was broken at a path below the newsroom's folder, and a line that counts from 1."""
        shown = {name: _printable(value) for name, value in values.items()}
        self.problems.append(Problem(rule, _printable(path), line, shown))


def _printable(text: str) -> str:
    """A text on one line that no terminal misreads: what cannot be shown becomes a question mark in a diamond."""
    return "".join(character if character.isprintable() else "\ufffd" for character in " ".join(text.split()))
