"""The list to which reading adds the problems that it finds, so that one run reports all of them."""

from __future__ import annotations

from newsroom.model.problem import Problem, Rule, printable


class Findings:
    """Problems in the order in which they were found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, rule: Rule, path: str, line: int = 1, **values: str) -> None:
        """Note that a rule was broken at a path below the newsroom's folder, and a line that counts from 1."""
        shown = {name: printable(value) for name, value in values.items()}
        self.problems.append(Problem(rule, printable(path), line, shown))
