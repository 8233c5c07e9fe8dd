"""The rules on the policy: what each finds, what it lets pass, and that it cites the paragraph."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.check import check
from newsroom.rules.policy import POLICY_RULES_OF_NEWSROOM
from tests.reading.problems import ARABIC, ENGLISH, Case, found, only_problem, replace, write
from tests.samples import (
    both,
    configuration,
    executive,
    occasion,
    write_calendar,
    write_newsroom,
    write_post,
    write_text,
    write_yaml,
)

ACCOUNT = {"network": "x", "handle": "@sample", "link": "https://x.example/sample", "since": "2024-02-01"}
SCOPE = {"topics": ["ports"]}
QUIET = {"paragraph": "1", "before": "results", "days": 15, "scope": SCOPE}


def write_policy(root: Path, **parts: Any) -> None:
    write_yaml(root / "policy.yml", {"paragraphs": {"1": both("نص الفقرة.", "The paragraph.")}} | parts)


def write_executive(root: Path, **changes: Any) -> None:
    write_text(root / "content/executives/salim/index.ar.md", executive(**changes), "نص.")


def approvals(**approver: Any) -> dict[str, Any]:
    person = {"principal": "a@sample.example", "name": both("أ", "a"), "roles": ["legal"]} | approver
    return {"since": "2020-01-01T00:00", "required": {"speech": ["legal"]}, "approvers": [person]}


POLICY_MODEL = [
    Case("a post in a quiet period", "NR705", ARABIC, 4, lambda root: (
        write_policy(root, quiet=[QUIET]), write_calendar(root, occasion(starts="2026-01-30T08:00")))),
    Case("an account that nobody lists", "NR706", "policy.yml", 8, lambda root: write_policy(
        root, speakers=[{"paragraph": "1", "network": "x", "handle": "@other"}])),
    Case("an account older than its holder's page", "NR707", "content/executives/salim/index.ar.md", 13,
         lambda root: write_executive(root, accounts=[ACCOUNT | {"since": "2023-12-31"}])),
    Case("a topic that the newsroom has not", "NR708", "policy.yml", 11, lambda root: write_policy(
        root, quiet=[QUIET | {"days": 1, "scope": {"topics": ["port"]}, "before": "meeting"}])),
    Case("an approver who is no executive", "NR709", "policy.yml", 17, lambda root: write_policy(
        root, approvals=approvals(executive="maryam"))),
]  # fmt: skip


def test_no_rule_on_the_newsroom_is_without_a_case() -> None:
    assert {case.code for case in POLICY_MODEL} == {rule.code for rule, _ in POLICY_RULES_OF_NEWSROOM}


def quiet_codes(root: Path, starts: str, **changes: Any) -> list[str]:
    """What is found of a post released on 15 January 2026 at 09:00 where an occasion starts then."""
    write_policy(root, quiet=[QUIET | changes.pop("quiet", {})], **changes.pop("policy", {}))
    write_calendar(root, occasion(starts=starts, **changes))
    return [code for code, _, _ in found(root)]


@pytest.mark.parametrize(
    ("starts", "is_quiet"),
    [
        ("2026-01-15", False),
        ("2026-01-15T09:00", False),
        ("2026-01-15T09:01", True),
        ("2026-01-16", True),
        ("2026-01-30", True),
        ("2026-01-30T23:59", True),
        ("2026-01-31", False),
        ("2026-01-14", False),
    ],
)
def test_a_quiet_period_lasts_from_its_first_day_to_the_hour_of_the_occasion(
    root: Path, starts: str, is_quiet: bool
) -> None:
    assert quiet_codes(root, starts) == (["NR705"] if is_quiet else [])


@settings(max_examples=20, deadline=None)
@given(days=st.integers(1, 90), before=st.integers(-5, 100))
def test_a_post_is_caught_on_just_the_days_of_the_period(
    days: int, before: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = write_newsroom(tmp_path_factory.mktemp("quiet") / "newsroom")
    start = datetime.date(2026, 1, 15) + datetime.timedelta(days=before)
    codes = quiet_codes(root, start.isoformat(), quiet={"days": days})
    assert codes == (["NR705"] if 1 <= before <= days else [])


def test_an_occasion_that_was_called_off_has_no_quiet_period(root: Path) -> None:
    assert quiet_codes(root, "2026-01-20", status="canceled") == []


def test_the_announcement_of_the_occasion_itself_is_excepted(root: Path) -> None:
    assert quiet_codes(root, "2026-01-20", post="sample000001") == []


def test_posts_on_other_subjects_are_excepted(root: Path) -> None:
    assert quiet_codes(root, "2026-01-20", quiet={"scope": {"topics": ["results"]}}) == []


def test_a_post_that_says_one_of_the_words_is_caught_whatever_its_topic(root: Path) -> None:
    words = {"scope": {"words": {"ar": ["نص المنشور"]}}}
    assert quiet_codes(root, "2026-01-20", quiet=words) == ["NR705"]


def test_an_occasion_of_another_kind_has_no_quiet_period(root: Path) -> None:
    assert quiet_codes(root, "2026-01-20", kind="meeting") == []


def test_a_post_from_before_the_policy_is_not_judged(root: Path) -> None:
    later = {"since": "2026-01-15T09:01", "banned": [{"paragraph": "1", "words": {"ar": ["نص المنشور"]}}]}
    assert quiet_codes(root, "2026-01-20", policy=later) == []


def test_the_embargo_counts_where_it_is_later_than_the_date(root: Path) -> None:
    replace(root, ARABIC, "author: salim", "author: salim\nembargoed: 2026-03-01T09:00")
    assert quiet_codes(root, "2026-01-20") == []
    assert quiet_codes(root, "2026-03-02") == ["NR705"]
    assert only_problem(root).line == 6


def test_a_finding_cites_the_paragraph_and_its_words_in_both_languages(root: Path) -> None:
    write_policy(root, banned=[{"paragraph": "1", "words": {"en": ["the text"]}, "instead": both("غيره", "another")}])
    problem = only_problem(root)
    assert (problem.path, problem.line) == (ENGLISH, 6)
    assert problem.what("en") == 'the policy forbids "The text" (paragraph 1: The paragraph.)'
    assert problem.what("ar") == "السياسة تمنع «The text» (الفقرة 1: نص الفقرة.)"
    assert (problem.mend("en"), problem.mend("ar")) == ("say instead: another", "قل بدلًا منها: غيره")


def test_words_are_found_on_plain_pages_and_in_biographies_too(root: Path) -> None:
    write_text(root / "content/executives/salim/index.ar.md", executive(), "عائد مضمون.")
    write(root, "content/pages/about/index.ar.md", "---\ntitle: ع\nsummary: س\n---\n\nعائد مضمون.\n")
    write_policy(root, banned=[{"paragraph": "1", "words": {"ar": ["مضمون"]}}])
    assert [(code, path) for code, path, _ in found(root)] == [
        ("NR701", "content/executives/salim/index.ar.md"),
        ("NR701", "content/pages/about/index.ar.md"),
    ]


def test_a_text_in_the_boilerplate_is_in_every_post(root: Path) -> None:
    text = both("نبذة عن الشركة.", "About the company.")
    write_policy(root, disclaimers=[{"paragraph": "1", "scope": SCOPE, "text": text}])
    assert found(root) == []


def test_an_account_that_an_executive_lists_may_speak(root: Path) -> None:
    write_executive(root, accounts=[ACCOUNT])
    write_policy(root, speakers=[{"paragraph": "1", "network": "x", "handle": "@sample"}])
    assert found(root) == []


def test_an_account_of_one_network_does_not_speak_on_another(root: Path) -> None:
    write_newsroom(root, organization=configuration()["organization"] | {"accounts": [ACCOUNT]})
    write_policy(root, speakers=[{"paragraph": "1", "network": "linkedin", "handle": "@sample"}])
    assert [code for code, _, _ in found(root)] == ["NR706"]


@pytest.mark.parametrize(("role", "codes"), [("legal", []), ("finance", ["NR704"])])
def test_a_subject_needs_a_role_that_some_approver_has(root: Path, role: str, codes: list[str]) -> None:
    subject = {"paragraph": "1", "scope": SCOPE, "roles": [role]}
    write_policy(root, subjects=[subject], approvals=approvals() | {"since": "2026-01-01T00:00"})
    assert [problem.rule.code for problem in check(root) if problem.rule.code == "NR704"] == codes


def test_a_subject_of_a_post_from_before_the_approvals_needs_nobody(root: Path) -> None:
    subject = {"paragraph": "1", "scope": SCOPE, "roles": ["finance"]}
    write_policy(root, subjects=[subject], approvals=approvals() | {"since": "2027-01-01T00:00"})
    assert found(root) == []


def test_the_file_of_an_approver_may_have_problems_of_its_own(root: Path) -> None:
    write_policy(root, approvals=approvals(executive="maryam"))
    write_text(root / "content/executives/maryam/index.ar.md", {"name": "x"}, "نص.")
    assert "NR709" not in {code for code, _, _ in found(root)}


def test_claims_of_a_withdrawn_post_are_past(root: Path) -> None:
    withdrawn = {"date": "2026-02-01T08:00", "reason": both("أ", "a")}
    write_post(root, 2, ar={"pubstatus": "canceled", "withdrawal": withdrawn}, body_ar="عائد مضمون.")
    write_policy(root, banned=[{"paragraph": "1", "words": {"ar": ["مضمون"]}}])
    assert found(root) == []
