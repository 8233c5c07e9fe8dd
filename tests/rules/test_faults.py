"""Every rule of words finds the faults that were planted for it, and leaves what only looks like them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from newsroom.model.problem import Problem
from newsroom.reading.rules import READING_RULES
from tests.rules.planted import JUDGED, Planted, findings, group_of, read_cases, write_cases

CASES = read_cases()
CODES = sorted({case.code for case in CASES})
LEAST_FOUND, MOST_FALSE = 0.95, 0.02
"""Shares of the faults of a rule that it finds, and of their look-alikes that it objects to."""
OF_THE_FILE = {rule.code for rule in READING_RULES}


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Problem]]:
    """What is found in each case, by its slug."""
    return findings(write_cases(tmp_path_factory.mktemp("planted") / "newsroom", CASES))


def of(code: str, *, faults: bool) -> list[Planted]:
    return [case for case in CASES if case.code == code and case.is_fault == faults]


def shown(cases: list[Planted]) -> str:
    return "\n".join(f"{case.slug}: {case.words}" for case in cases)


def test_every_rule_of_words_has_faults_and_look_alikes() -> None:
    assert sorted(JUDGED.keys() - set(CODES)) == []


def test_no_faults_are_planted_for_a_rule_that_is_not_there() -> None:
    assert sorted(set(CODES) - JUDGED.keys()) == []


@pytest.mark.parametrize("faults", [True, False], ids=["faults", "look-alikes"])
def test_there_are_two_hundred_cases_in_both_languages(faults: bool) -> None:
    cases = [case for case in CASES if case.is_fault == faults]
    assert len(cases) >= 200
    for language in ("ar", "en"):
        assert sum(language in case.languages for case in cases) >= 100


@pytest.mark.parametrize("code", CODES)
def test_every_case_is_a_post_that_can_be_read(code: str, found: Mapping[str, list[Problem]]) -> None:
    broken = [
        f"{case.slug}: {problem.line_of_text('en')}"
        for case in CASES
        if case.code == code
        for problem in found.get(case.slug, ())
        if problem.rule.code in OF_THE_FILE
    ]
    assert broken == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_its_faults(code: str, found: Mapping[str, list[Problem]]) -> None:
    faults = of(code, faults=True)
    missed = [case for case in faults if code not in codes_of(found, case)]
    assert len(faults) >= 8
    assert len(missed) <= (1 - LEAST_FOUND) * len(faults), shown(missed)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_leaves_what_only_looks_like_a_fault(code: str, found: Mapping[str, list[Problem]]) -> None:
    clean = of(code, faults=False)
    wrong = [case for case in clean if code in codes_of(found, case)]
    assert len(clean) >= 8
    assert len(wrong) <= MOST_FALSE * len(clean), shown(wrong)


@pytest.mark.parametrize("code", sorted(JUDGED.keys() & set(CODES)))
def test_no_other_rule_of_the_group_objects_to_a_look_alike(code: str, found: Mapping[str, list[Problem]]) -> None:
    group = {other for other in JUDGED if group_of(other) == group_of(code)}
    wrong = [
        f"{case.slug}: {sorted(group & codes_of(found, case))} {case.words}"
        for case in of(code, faults=False)
        if group & codes_of(found, case)
    ]
    assert wrong == []


def codes_of(found: Mapping[str, list[Problem]], case: Planted) -> set[str]:
    return {problem.rule.code for problem in found.get(case.slug, ())}
