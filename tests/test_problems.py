"""Two laws for every rule, of reading and of the model: where it points, and what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reading.problems import Case, found, only_problem
from tests.reading.test_policy import POLICY
from tests.reading.test_rules import READING
from tests.rules.policy.test_policy_rules import POLICY_MODEL
from tests.rules.service.test_planning import PLANNING_MODEL
from tests.rules.test_rules import MODEL


@pytest.fixture(params=[*READING, *POLICY, *MODEL, *POLICY_MODEL, *PLANNING_MODEL], ids=lambda case: case.name)
def case(request: pytest.FixtureRequest, root: Path) -> Case:
    request.param.change(root)
    return request.param


def test_one_change_makes_one_problem_with_its_code_path_and_line(case: Case, root: Path) -> None:
    assert found(root) == [(case.code, case.path, case.line)]


ENGLISH_SENTENCE = re.compile(r"[A-Za-z]+ [a-z]+ [a-z]+")
UNFILLED = re.compile(r"\{\w*\}")


def test_each_message_is_whole_in_both_languages_and_ends_with_what_right_looks_like(case: Case, root: Path) -> None:
    problem = only_problem(root)
    for language in ("ar", "en"):
        line = problem.line_of_text(language)
        assert line.startswith(f"{problem.path}:{problem.line}: {problem.rule.code} ")
        assert line.endswith(problem.mend(language))
        assert len(problem.mend(language)) > 5
        assert line.isprintable()
        assert not UNFILLED.search(line)
    assert not ENGLISH_SENTENCE.search(problem.line_of_text("ar"))
    assert re.search("[\u0621-\u064a]{2}", problem.what("ar"))
    assert re.search("[\u0621-\u064a]{2}", problem.mend("ar"))
    assert not re.search("[\u0600-\u06ff]", problem.rule.what["en"] + problem.rule.mend["en"])
