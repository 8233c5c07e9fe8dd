"""What a newsroom makes of editorial rules, by its kind and by its own choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import check, newsroom_and_warnings
from newsroom.errors import ProblemsFound
from newsroom.model.problem import Weight
from newsroom.rules import EDITORIAL, presets
from newsroom.rules.presets import PRESETS
from tests.samples import configuration, write_post, write_yaml

LONG = {"title": "ع" * 150 + " 1"}


def severities(root: Path, rules: dict[str, str]) -> list[tuple[str, str]]:
    write_yaml(root / "newsroom.yml", configuration(rules=rules))
    write_post(root, 1, ar=LONG)
    return [(problem.rule.code, problem.rule.severity) for problem in check(root)]


@pytest.mark.parametrize("weight", ["error", "warning", "information"])
def test_an_editorial_rule_has_the_severity_that_the_newsroom_gives_it(weight: str, root: Path) -> None:
    assert severities(root, {"NR505": weight}) == [("NR505", weight)]


def test_a_rule_that_is_off_says_nothing(root: Path) -> None:
    assert severities(root, {"NR505": "off"}) == []


def test_the_plain_word_off_is_no_boolean(root: Path) -> None:
    severities(root, {})
    file = root / "newsroom.yml"
    file.write_text(file.read_text().replace("rules: {}", "rules: {NR505: off}"))
    assert check(root) == ()


@pytest.mark.parametrize("code", ["NR401", "NR999"])
def test_a_rule_that_is_not_editorial_or_not_there_cannot_be_changed(code: str, root: Path) -> None:
    found = severities(root, {"NR505": "off", code: "off"})
    assert found == [("NR234", "error")]


@pytest.mark.parametrize(("code", "weight", "expected"), [("505", "off", "NR203"), ("NR505", "never", "NR205")])
def test_what_is_no_code_or_no_severity_is_told(code: str, weight: str, expected: str, root: Path) -> None:
    problems = [found for found, _ in severities(root, {code: weight}) if found != "NR505"]
    assert problems == [expected]


def test_a_kind_of_organisation_weighs_rules_and_the_newsroom_weighs_them_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights: dict[str, Weight] = {"NR505": "error"}
    monkeypatch.setitem(presets.PRESETS, "joint-stock", weights)  # type: ignore[arg-type]
    assert severities(root, {}) == [("NR505", "error")]
    assert severities(root, {"NR505": "information"}) == [("NR505", "information")]


def test_presets_weigh_editorial_rules_only() -> None:
    assert sorted({code for weights in PRESETS.values() for code in weights} - EDITORIAL) == []


def test_a_rule_that_was_made_an_error_stops_a_build_and_a_note_is_not_told_there(root: Path) -> None:
    severities(root, {"NR505": "error"})
    with pytest.raises(ProblemsFound):
        newsroom_and_warnings(root)
    severities(root, {"NR505": "information"})
    assert newsroom_and_warnings(root)[1] == ()


DIFFERENT = {"body_ar": "بلغ الربح ١٢ مليونًا.", "body_en": "Profit was 10 million."}


def test_a_post_that_is_withheld_stops_nobody_for_what_its_texts_say(root: Path) -> None:
    write_post(root, 1, ar={"pubstatus": "withheld"}, **DIFFERENT)
    assert {problem.rule.severity for problem in check(root) if problem.rule.code == "NR331"} == {"warning"}


def test_an_editorial_error_stops_only_who_publishes(root: Path) -> None:
    write_post(root, 1, **DIFFERENT)
    _, warnings = newsroom_and_warnings(root, publishes=False)
    assert {problem.rule.code: problem.rule.severity for problem in warnings}["NR331"] == "warning"
    with pytest.raises(ProblemsFound, match="NR331"):
        newsroom_and_warnings(root)


def test_an_error_that_is_not_editorial_stops_whoever_looks(root: Path) -> None:
    write_post(root, 1, ar={"author": "nobody"})
    with pytest.raises(ProblemsFound):
        newsroom_and_warnings(root, publishes=False)
