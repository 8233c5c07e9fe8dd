"""What a check found, in every form that it is told in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsroom.commands.catalogue import catalogue
from newsroom.commands.check import check
from newsroom.commands.explain import explain
from newsroom.commands.reports import report, summary
from newsroom.errors import UnknownRule
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.problem import Edit, Problem, Rule, Severity
from tests.readers.programs import PACKAGES
from tests.samples import configuration, write_post, write_yaml

SCHEMA = PACKAGES / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"


def rule(severity: Severity = "error", code: str = "NR999") -> Rule:
    what, mend = Localized("«{name}» خطأ", '"{name}" is wrong'), Localized("احذفه", "delete it")
    return Rule(code, severity, what, mend, "legal", editorial=severity != "error")


def problem(name: str = "x", line: int = 3, severity: Severity = "error", path: str = "plan.yml") -> Problem:
    return Problem(rule(severity), path, line, {"name": name}, (Edit(3, 0, 1, ""),) if severity == "warning" else ())


@pytest.fixture
def findings(root: Path) -> tuple[Problem, ...]:
    """An error, a warning and a note of a real newsroom."""
    write_yaml(root / "newsroom.yml", configuration(rules={"NR505": "information"}))
    write_post(root, 1, ar={"title": "ع" * 150 + " 1", "author": "nobody"}, body_en="# Heading", body_ar="# عنوان")
    return check(root)


@pytest.mark.parametrize(
    ("severity", "line"),
    [
        ("error", 'plan.yml:3: NR999 "x" is wrong; delete it\n'),
        ("warning", 'plan.yml:3: NR999 warning: "x" is wrong; delete it\n'),
        ("information", 'plan.yml:3: NR999 note: "x" is wrong; delete it\n'),
    ],
)
def test_a_line_of_text_marks_what_is_no_error(severity: Severity, line: str) -> None:
    assert report([problem(severity=severity)], "text", "en") == line


def test_a_line_of_text_is_in_the_users_language() -> None:
    assert report([problem(severity="warning")], "text", "ar") == "plan.yml:3: NR999 تنبيه: «x» خطأ؛ احذفه\n"


@pytest.mark.parametrize(
    ("count", "ar", "en"),
    [
        (0, "لا أخطاء، لا تنبيهات، لا ملاحظات", "no errors, no warnings, no notes"),
        (1, "خطأ واحد، تنبيه واحد، ملاحظة واحدة", "1 error, 1 warning, 1 note"),
        (2, "خطآن، تنبيهان، ملاحظتان", "2 errors, 2 warnings, 2 notes"),
        (3, "3 أخطاء، 3 تنبيهات، 3 ملاحظات", "3 errors, 3 warnings, 3 notes"),
        (11, "11 خطأً، 11 تنبيهًا، 11 ملاحظة", "11 errors, 11 warnings, 11 notes"),
        (100, "100 خطأ، 100 تنبيه، 100 ملاحظة", "100 errors, 100 warnings, 100 notes"),
    ],
)
def test_the_summary_counts_in_the_forms_of_each_language(count: int, ar: str, en: str) -> None:
    severities: list[Severity] = ["error", "warning", "information"]
    problems = [problem(severity=severity) for severity in severities for _ in range(count)]
    assert (summary(problems, "ar"), summary(problems, "en")) == (ar, en)


def test_json_tells_all_in_both_languages() -> None:
    assert json.loads(report([problem(severity="warning")], "json", "ar")) == {
        "version": 1,
        "counts": {"error": 0, "warning": 1, "information": 0},
        "problems": [
            {
                "code": "NR999",
                "severity": "warning",
                "addressee": "legal",
                "path": "plan.yml",
                "line": 3,
                "what": {"ar": "«x» خطأ", "en": '"x" is wrong'},
                "mend": {"ar": "احذفه", "en": "delete it"},
                "editorial": True,
                "fixable": True,
            }
        ],
    }


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (problem(), '::error file=plan.yml,line=3,title=NR999::"x" is wrong; delete it\n'),
        (problem(severity="warning"), '::warning file=plan.yml,line=3,title=NR999::"x" is wrong; delete it\n'),
        (problem(severity="information"), '::notice file=plan.yml,line=3,title=NR999::"x" is wrong; delete it\n'),
        (
            problem("50%\r\n::error"),
            '::error file=plan.yml,line=3,title=NR999::"50%25 ::error" is wrong; delete it\n',
        ),
        (problem(path="a,b:c%.md"), '::error file=a%2Cb%3Ac%25.md,line=3,title=NR999::"x" is wrong; delete it\n'),
    ],
    ids=["error", "warning", "note", "a message that would be a command", "a path that would be a property"],
)
def test_an_annotation_is_one_line_that_github_reads(found: Problem, line: str) -> None:
    assert report([found], "github", "en") == line


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_valid_by_its_schema(language: Language, findings: tuple[Problem, ...]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(report(findings, "sarif", language))
    jsonschema.Draft7Validator(schema).validate(log)
    assert {result["level"] for result in log["runs"][0]["results"]} == {"error", "warning", "note"}


def results(problems: list[Problem], language: Language = "en") -> list[Any]:
    found: list[Any] = json.loads(report(problems, "sarif", language))["runs"][0]["results"]
    return found


def test_a_result_points_to_its_rule_and_to_a_file_of_the_newsroom(findings: tuple[Problem, ...]) -> None:
    run = json.loads(report(findings, "sarif", "en"))["runs"][0]
    for result, found in zip(run["results"], findings, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == found.rule.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": found.path, "uriBaseId": "%SRCROOT%"}
        assert place["region"] == {"startLine": found.line}


def test_a_rule_in_sarif_brings_its_manual(findings: tuple[Problem, ...]) -> None:
    rules = {
        each["id"]: each for each in json.loads(report(findings, "sarif", "en"))["runs"][0]["tool"]["driver"]["rules"]
    }
    assert "Apple News" in rules["NR505"]["help"]["text"]


def test_a_fingerprint_stays_when_lines_move_or_the_language_changes_and_tells_equal_findings_apart() -> None:
    def fingerprints(problems: list[Problem], language: Language = "en") -> list[str]:
        return [result["partialFingerprints"]["newsroomProblem/v1"] for result in results(problems, language)]

    before = fingerprints([problem(line=3), problem(line=9), problem("y")])
    assert fingerprints([problem(line=5), problem(line=11), problem("y")], "ar") == before
    assert len(set(before)) == 3


def test_no_problems_are_an_empty_log() -> None:
    assert results([]) == []


def test_a_rule_is_explained_with_its_examples() -> None:
    lines = "\n".join(explain("NR114", "en"))
    for words in ("allows nothing here", "Bad:", "Good:", "a note", "the author", "may not be"):
        assert words in lines


def test_an_explanation_in_arabic_says_who_mends_it_and_whether_it_can_be_changed() -> None:
    lines = list(explain("NR505", "ar"))
    assert "من يصلحها: الكاتب" in lines
    assert "allow NR505: السبب" in lines[-1]


@pytest.mark.parametrize("code", list(catalogue()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_explained_without_braces(code: str, language: Language) -> None:
    assert not any("{" in line and "}" in line for line in list(explain(code, language))[1:6])


def test_a_code_of_no_rule_gets_the_nearest() -> None:
    with pytest.raises(UnknownRule, match="NR505"):
        list(explain("nr55", "en"))
