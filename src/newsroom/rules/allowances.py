"""Comments in which an editor lets a finding be: ``<!-- allow NR351: reason -->``, in YAML ``# allow NR302: reason``.

An allowance stands on the line of what it allows, or above it; empty lines and other comments may lie between. While a
file is read, each is noted as a problem of ``unused_allowance`` and kept with what else is found there; those that turn
out to allow something are taken away together with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.model.language import LANGUAGES, Language
from newsroom.model.problem import Problem
from newsroom.prose.comments import comments
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.lines import Lines
from newsroom.rules import unreasoned_allowance, unused_allowance

_SIGN: Final = "allow"
_IN_COMMENT: Final = re.compile(r"<!--\s*allow\s+(?P<code>NR[0-9]{3})\b\s*:?\s*(?P<reason>.*?)\s*-->", re.DOTALL)
_IN_YAML: Final = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*allow[ \t]+(?P<code>NR[0-9]{3})\b[ \t]*:?[ \t]*(?P<reason>.*?)[ \t]*$", re.MULTILINE
)
_NO_WORDS: Final = re.compile(r"\s*(?:<!--.*)?$")
_NO_KEYS: Final = re.compile(r"\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class _Allowance:
    code: str
    reason: str
    line: int
    until: int


def noted(_: Content, documents: Mapping[Language, Document]) -> Iterator[Problem]:
    """The allowances in a folder."""
    for language in LANGUAGES:
        if language in documents:
            yield from _noted_in(documents[language])


def _noted_in(document: Document) -> Iterator[Problem]:
    if _SIGN in document.front_matter:
        yield from _problems(_in_yaml(document.front_matter, first_line=2), document.name)
    if _SIGN in document.body:
        yield from _problems(_in_markdown(document.body, document.body_line), document.name)


def noted_in_sources(lines: Lines) -> Iterator[Problem]:
    """The allowances in files that hold keys and no text."""
    for name in lines.sources():
        text = lines.source(name)
        if _SIGN in text:
            yield from _problems(_in_yaml(text, first_line=1), name)


def applied(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without those that are allowed, and without the allowances that allow one."""
    every = list(problems)
    allowances = [problem for problem in every if problem.rule.code == unused_allowance.RULE.code]
    covering = {
        (each.path, line, each.values["code"]): each
        for each in allowances
        for line in range(each.line, int(each.values["until"]) + 1)
    }
    let_be = [
        (problem, allowance)
        for problem in every
        if problem.rule.editorial and (allowance := covering.get((problem.path, problem.line, problem.rule.code)))
    ]
    gone = {id(each) for pair in let_be for each in pair}
    return [problem for problem in every if id(problem) not in gone]


def _in_markdown(body: str, first_line: int) -> Iterator[_Allowance]:
    for start, end in comments(body):
        match = _IN_COMMENT.fullmatch(body, start, end)
        if match:
            yield _allowance(match, body, first_line, _NO_WORDS)


def _in_yaml(text: str, first_line: int) -> Iterator[_Allowance]:
    return (_allowance(match, text, first_line, _NO_KEYS) for match in _IN_YAML.finditer(text))


def _allowance(match: re.Match[str], text: str, first_line: int, passed_over: re.Pattern[str]) -> _Allowance:
    line = first_line + text.count("\n", 0, match.start())
    until = first_line + text.count("\n", 0, match.end())
    if not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip():
        until += _lines_to_the_next(text, match.end(), passed_over)
    return _Allowance(match["code"], " ".join(match["reason"].split()), line, until)


def _lines_to_the_next(text: str, end: int, passed_over: re.Pattern[str]) -> int:
    """How many lines below an allowance that has a line of its own, what it allows stands."""
    rest, *below = text[end:].split("\n")
    if rest.strip():
        return 0
    return next((number for number, line in enumerate(below, 1) if not passed_over.match(line)), 0)


def _problems(allowances: Iterable[_Allowance], path: str) -> Iterator[Problem]:
    for each in allowances:
        if each.reason:
            values = {"code": each.code, "until": str(each.until)}
            yield Problem(unused_allowance.RULE, path, each.line, values)
        else:
            yield Problem(unreasoned_allowance.RULE, path, each.line, {"code": each.code})
