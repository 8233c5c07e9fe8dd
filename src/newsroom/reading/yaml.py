"""YAML without its traps: every scalar stays the text that was written, keys occur once, nothing is expanded.

``no``, ``012`` and ``10:30`` mean what they look like; the schema decides what is a number or a date. Anchors and
aliases are refused, since a few lines of them grow to gigabytes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Hashable, Sequence
from typing import Any, Final

import yaml

from newsroom.model.problem import Rule
from newsroom.reading.characters import find_suspect_characters
from newsroom.reading.findings import Findings
from newsroom.reading.rules import ALIAS, BROKEN_YAML, KEY_TWICE, TOO_LARGE

Tree = dict[str, Any]

MAXIMUM_DEPTH: Final = 20
"""Levels of nesting. Our deepest key has five; the C parser overflows its stack at some tens of thousands."""

_OPENING: Final = re.compile(r"[\[{]|-\s")
_HARMLESS_OPENINGS: Final = 60
_SUSPECT: Final = re.compile(r"[&*?]| {20}")
"""Anchors and aliases; and, beside brackets and dashes, all that nests: explicit keys and deep indentation."""


class _Trouble(yaml.MarkedYAMLError):
    """A construct that YAML allows and we do not."""

    def __init__(self, rule: Rule, mark: Any, **values: str) -> None:
        super().__init__(problem_mark=mark)
        self.rule = rule
        self.values = values


class _Loader(yaml.CBaseLoader):
    """Leaves every scalar a string, and refuses a key that is written twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            self._refuse_repeated_key(node)
        return mapping

    @staticmethod
    def _refuse_repeated_key(node: yaml.MappingNode) -> None:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _Trouble(KEY_TWICE, key.start_mark, key=str(key.value))
            seen.add(key.value)


def _looks_harmless(text: str) -> bool:
    """Whether a text can have neither anchors nor deep nesting; most have not, and reading events takes time."""
    return not _SUSPECT.search(text) and len(_OPENING.findall(text)) < _HARMLESS_OPENINGS


def _refuse_harmful(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        anchor = getattr(event, "anchor", None)
        if anchor:
            raise _Trouble(ALIAS, event.start_mark, value=anchor)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAXIMUM_DEPTH:
            raise _Trouble(TOO_LARGE, event.start_mark, size=f">{MAXIMUM_DEPTH}", limit=str(MAXIMUM_DEPTH))


def read_mapping(text: str, path: str, findings: Findings, *, first_line: int = 1) -> Tree | None:
    """The mapping that a YAML text holds, every scalar a string; or nothing, and a problem.

    ``first_line`` is the line of the file on which the text begins.
    """
    try:
        if not _looks_harmless(text):
            _refuse_harmful(text)
        tree = yaml.load(text, Loader=_Loader)  # noqa: S506 - a base loader constructs text, lists and mappings only
    except _Trouble as trouble:
        findings.add(trouble.rule, path, _line(trouble, first_line), **trouble.values)
    except yaml.YAMLError as error:
        _add_broken(error, text, path, findings, first_line)
    else:
        if tree is None or isinstance(tree, dict):
            _find_escaped_characters(text, path, findings, first_line)
            return tree or {}
        findings.add(BROKEN_YAML, path, first_line, reason="not a mapping of keys to values", near=_shown(text, 0))
    return None


def _add_broken(error: yaml.YAMLError, text: str, path: str, findings: Findings, first_line: int) -> None:
    """Note a fault of syntax; a character that YAML refuses was noted when the file was read."""
    if not isinstance(error, yaml.reader.ReaderError):
        line = _line(error, first_line)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        findings.add(BROKEN_YAML, path, line, reason=reason, near=_shown(text, line - first_line))


def _line(error: yaml.YAMLError, first_line: int) -> int:
    mark = getattr(error, "problem_mark", None)
    return first_line + (mark.line if mark else 0)


def _shown(text: str, index: int) -> str:
    """A line of a text, or the last line that is there."""
    return text.rstrip("\n").split("\n")[: index + 1][-1].strip()[:60]


def _find_escaped_characters(text: str, path: str, findings: Findings, first_line: int) -> None:
    r"""Note every character that hides or turns text and is written as an escape, such as ``\u202e``."""
    if "\\" not in text:
        return
    written = {"\n", *text}
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if isinstance(token, yaml.ScalarToken):
            escaped = "".join(sorted(set(token.value) - written))
            find_suspect_characters(escaped, path, findings, first_line=first_line + token.start_mark.line)


def line_of(text: str, location: Sequence[str | int], *, first_line: int = 1) -> int:
    """The line on which a key or item stands, or that of the nearest parent that is there."""
    node = _composed(text)
    line = 0
    for step in location:
        found = _step(node, step)
        if found is None:
            break
        node, line = found
    return first_line + line


@functools.lru_cache(maxsize=4)
def _composed(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.CBaseLoader)


def _step(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((value, key.start_mark.line) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    return None
