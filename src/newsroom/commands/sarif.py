"""What a check found in SARIF 2.1.0, which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from newsroom.commands.catalogue import in_general, manual_of
from newsroom.commands.reports import sentence
from newsroom.model.language import Language
from newsroom.model.problem import Problem, Rule, Severity

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "information": "note"}
_FINGERPRINT: Final = "newsroomProblem/v1"
_TAGS: Final[Mapping[Language, str]] = {"ar": "ar", "en": "en-GB"}

Tree = Mapping[str, Any]


def as_sarif(problems: Sequence[Problem], language: Language) -> str:
    """A log of one run; paths are relative to the newsroom's folder."""
    rules = list({problem.rule.code: problem.rule for problem in problems}.values())
    run = {
        "tool": {"driver": {"name": "newsroom", "rules": [_rule(rule, language) for rule in rules]}},
        "language": _TAGS[language],
        "columnKind": "unicodeCodePoints",
        "results": _results(problems, [rule.code for rule in rules], language),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, language: Language) -> Tree:
    return {
        "id": rule.code,
        "shortDescription": {"text": in_general(rule.what[language])},
        "help": {"text": manual_of(rule) or in_general(rule.mend[language])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"addressee": rule.addressee, "editorial": rule.editorial},
    }


def _results(problems: Sequence[Problem], codes: Sequence[str], language: Language) -> list[Tree]:
    seen: Counter[str] = Counter()
    results = []
    for problem in problems:
        said = _said(problem)
        seen[said] += 1
        results.append(_result(problem, codes, language, _digest(f"{said}\0{seen[said]}")))
    return results


def _result(problem: Problem, codes: Sequence[str], language: Language, fingerprint: str) -> Tree:
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line},
    }
    return {
        "ruleId": problem.rule.code,
        "ruleIndex": codes.index(problem.rule.code),
        "level": _LEVELS[problem.rule.severity],
        "message": {"text": sentence(problem, language)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _said(problem: Problem) -> str:
    """What tells a problem from others, wherever in its file it stands and whatever language it is told in."""
    return "\0".join((problem.rule.code, problem.path, problem.what("en")))


def _digest(said: str) -> str:
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
