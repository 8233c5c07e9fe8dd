"""What a check found, told to people, to scripts and to GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from newsroom.languages.plurals import counted
from newsroom.languages.words import Plural
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.problem import Problem, Severity

VERSION: Final = 1
"""Of the JSON: another number tells whoever reads it that a key has gone or means something else."""

_COUNTED: Final[Mapping[Severity, Localized[Plural]]] = {
    "error": Localized(
        Plural("لا أخطاء", "خطأ واحد", "خطآن", "{count} أخطاء", "{count} خطأً", "{count} خطأ"),
        Plural("no errors", "1 error", *["{count} errors"] * 4),
    ),
    "warning": Localized(
        Plural("لا تنبيهات", "تنبيه واحد", "تنبيهان", "{count} تنبيهات", "{count} تنبيهًا", "{count} تنبيه"),
        Plural("no warnings", "1 warning", *["{count} warnings"] * 4),
    ),
    "information": Localized(
        Plural("لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "{count} ملاحظات", "{count} ملاحظة", "{count} ملاحظة"),
        Plural("no notes", "1 note", *["{count} notes"] * 4),
    ),
}
_MARKS: Final[Mapping[Severity, Localized[str]]] = {
    "error": Localized("", ""),
    "warning": Localized("تنبيه: ", "warning: "),
    "information": Localized("ملاحظة: ", "note: "),
}
_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "information": "notice"}
"""GitHub's words: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
_IN_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY: Final = {**_IN_DATA, ":": "%3A", ",": "%2C"}
"""The escapes of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts."""


def report(problems: Sequence[Problem], form: str, language: Language) -> str:
    """Problems as ``text``, ``json``, ``sarif`` or ``github``, in a language."""
    if form == "sarif":
        # It tells of rules too, and so loads all of them.
        from newsroom.commands.sarif import as_sarif  # noqa: PLC0415

        return as_sarif(problems, language)
    return _REPORTS[form](problems, language)


def as_text(problems: Sequence[Problem], language: Language) -> str:
    """A line for each problem: ``path:line: CODE what; mend``, what is no error marked by a word."""
    return "".join(f"{_line(problem, language)}\n" for problem in problems)


def as_json(problems: Sequence[Problem], _: Language) -> str:
    """One object: ``problems``, in both languages, and how many there are of each severity."""
    counts = _counts(problems)
    said = {"version": VERSION, "counts": counts, "problems": list(map(record, problems))}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def as_annotations(problems: Sequence[Problem], language: Language) -> str:
    """Lines that GitHub shows beside what was changed: ``::error file=…,line=…,title=…::what; mend``."""
    return "".join(f"{_annotation(problem, language)}\n" for problem in problems)


def summary(problems: Sequence[Problem], language: Language) -> str:
    """How many problems there are of each severity: "2 errors, 1 warning, no notes"."""
    counts = _counts(problems)
    parts = [counted(forms[language], counts[severity], language) for severity, forms in _COUNTED.items()]
    return ("، " if language == "ar" else ", ").join(parts)


def _counts(problems: Sequence[Problem]) -> Mapping[Severity, int]:
    found = Counter(problem.rule.severity for problem in problems)
    return {severity: found[severity] for severity in _COUNTED}


def _line(problem: Problem, language: Language) -> str:
    mark = _MARKS[problem.rule.severity][language]
    return f"{problem.path}:{problem.line}: {problem.rule.code} {mark}{sentence(problem, language)}"


def sentence(problem: Problem, language: Language) -> str:
    """What is wrong, and what right looks like."""
    return f"{problem.what(language)}{'؛ ' if language == 'ar' else '; '}{problem.mend(language)}"


def record(problem: Problem) -> Mapping[str, Any]:
    """A problem for programs, in both languages."""
    rule = problem.rule
    return {
        "code": rule.code,
        "severity": rule.severity,
        "addressee": rule.addressee,
        "path": problem.path,
        "line": problem.line,
        "what": {language: problem.what(language) for language in LANGUAGES},
        "mend": {language: problem.mend(language) for language in LANGUAGES},
        "editorial": rule.editorial,
        "fixable": bool(problem.edits),
    }


def _annotation(problem: Problem, language: Language) -> str:
    rule = problem.rule
    properties = {"file": problem.path, "line": str(problem.line), "title": rule.code}
    written = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[rule.severity]} {written}::{_escaped(sentence(problem, language), _IN_DATA)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


_REPORTS: Final[Mapping[str, Callable[[Sequence[Problem], Language], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
