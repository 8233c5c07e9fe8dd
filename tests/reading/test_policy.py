"""``policy.yml``: a newsroom may have none, what it says comes back, and what is wrong with it is named."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import check, sound_newsroom
from newsroom.model.disclosure import Disclosure, ReportingPeriod
from newsroom.model.language import Localized
from newsroom.model.policy import NO_POLICY, Approvals, Approver, BannedWords, Expressions, QuietPeriod, Scope
from newsroom.prose.patterns import fault_in
from newsroom.reading.newsroom import read_newsroom
from newsroom.reading.policy_rules import POLICY_FILE_RULES
from tests.reading.problems import ARABIC, Case, add_keys, found, only_problem, replace, the_post, write

SOUND = """\
since: 2026-01-01T00:00
paragraphs:
  "1": {ar: لا نعد بشيء., en: We promise nothing.}
  "4.10": {ar: الصمت قبل النتائج., en: Quiet before results.}
banned:
  - paragraph: "1"
    words: {ar: [مضمون], en: [guaranteed, '/risk.{0,3}free/']}
    instead: {ar: محتمل, en: likely}
quiet:
  - paragraph: "4.10"
    before: results
    days: 15
    scope: {topics: [results], words: {en: [profit]}}
approvals:
  since: 2030-01-01T00:00
  required: {results: [finance, legal]}
  approvers:
    - {principal: a@sample.example, name: {ar: هدى, en: Huda}, roles: [finance, legal], executive: salim}
"""


def policy(root: Path, old: str = "", new: str = "") -> None:
    """Write the sound policy with one change."""
    assert SOUND.count(old) == 1 or not old
    write(root, "policy.yml", SOUND.replace(old, new) if old else SOUND)


def case(name: str, code: str, line: int, old: str, new: str) -> Case:
    return Case(name, code, "policy.yml", line, lambda root: policy(root, old, new))


POLICY = [
    case("a paragraph that the policy lacks", "NR711", 6, 'paragraph: "1"', 'paragraph: "2"'),
    case("a paragraph cut short by hand", "NR711", 10, 'paragraph: "4.10"', "paragraph: 4.1"),
    case("a pattern with an open bracket", "NR712", 7, "/risk.{0,3}free/", "/risk[/"),
    case("a pattern that repeats nothing", "NR712", 7, "/risk.{0,3}free/", "/+risk/"),
    case("a pattern that refers to a group", "NR712", 7, "/risk.{0,3}free/", r"/(a)\1/"),
    case("a pattern that could take for ever", "NR713", 7, "/risk.{0,3}free/", "/(r+)+isk/"),
    case("a pattern with two open repeats", "NR713", 7, "/risk.{0,3}free/", "/a.*b.*c/"),
    case("a role that nobody has", "NR714", 16, "[finance, legal]}\n", "[board-secretary]}\n"),
    case("a role that there is not", "NR205", 16, "{results: [finance, legal]}", "{results: [treasurer]}"),
    case("a type that there is not", "NR205", 16, "{results: [finance, legal]}", "{profits: [finance]}"),
    case("an approver's role that there is not", "NR205", 18, "roles: [finance, legal]", "roles: [finance, lawyer]"),
    case("an approver twice", "NR214", 19, "executive: salim}\n", (
        "executive: salim}\n    - {principal: a@sample.example, name: {ar: أ, en: a}, roles: [legal]}\n")),
    case("an approver without an address", "NR203", 18, "a@sample.example", "Huda"),
    case("an empty list of words", "NR206", 7, "[مضمون]", "[]"),
    case("no words at all", "NR206", 7, "{ar: [مضمون], en: [guaranteed, '/risk.{0,3}free/']}", "{}"),
    case("an expression of signs alone", "NR203", 7, "[مضمون]", "['...']"),
    case("a scope that means no post", "NR206", 13, "{topics: [results], words: {en: [profit]}}", "{}"),
    case("a period longer than a quarter", "NR203", 12, "days: 15", "days: 91"),
    case("a period of no day", "NR203", 12, "days: 15", "days: 0"),
    case("a period before nothing known", "NR205", 11, "before: results", "before: holiday"),
    case("a paragraph with a name", "NR203", 3, '"1": {ar: لا', '"one": {ar: لا'),
    case("a paragraph in one language", "NR201", 3, ", en: We promise nothing.", ""),
    case("a key of another file", "NR202", 5, "banned:", "objectives: []\nbanned:"),
    case("a beginning without an hour", "NR204", 1, "since: 2026-01-01T00:00\npara", "since: 2026-01-01\npara"),
    Case("a policy that is broken", "NR105", "policy.yml", 3, lambda root: write(root, "policy.yml", "banned:\n- [\n")),
    Case("a policy that is not UTF-8", "NR101", "policy.yml", 1, lambda root: write(root, "policy.yml", b"\xff")),
    Case("results whose period runs backwards", "NR728", ARABIC, 13, lambda root: add_keys(
        root, "period: {from: 2026-06-30, until: 2026-01-01}")),
]  # fmt: skip


@pytest.mark.parametrize("case", POLICY, ids=lambda case: case.name)
def test_each_fault_of_a_policy_is_one_problem_on_its_line(case: Case, root: Path) -> None:
    if case.path == "policy.yml":
        policy(root)
        assert found(root) == []
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]


def test_every_rule_of_the_file_has_a_case() -> None:
    assert {rule.code for rule in POLICY_FILE_RULES} <= {case.code for case in POLICY}


def test_a_newsroom_needs_no_policy(root: Path) -> None:
    assert sound_newsroom(root).policy == NO_POLICY


def test_a_policy_says_what_was_written(root: Path) -> None:
    policy(root)
    read = sound_newsroom(root).policy
    assert read.paragraphs["4.10"] == Localized("الصمت قبل النتائج.", "Quiet before results.")
    assert read.banned == (
        BannedWords(Expressions(("مضمون",), ("guaranteed", "/risk.{0,3}free/")), Localized("محتمل", "likely"), "1"),
    )
    scope = Scope((), ("results",), Expressions((), ("profit",)))
    assert read.quiet == (QuietPeriod("results", 15, scope, "4.10"),)
    approver = Approver("a@sample.example", Localized("هدى", "Huda"), ("finance", "legal"), "salim")
    assert read.approvals
    assert read.approvals.since.isoformat() == "2030-01-01T00:00:00+04:00"
    assert read.approvals == Approvals(read.approvals.since, {"results": ("finance", "legal")}, (approver,))


def test_a_wrong_policy_gives_no_newsroom_and_posts_are_read_all_the_same(root: Path) -> None:
    policy(root, "days: 15", "days: many")
    replace(root, ARABIC, "release", "news")
    reading = read_newsroom(root)
    assert reading.newsroom is None
    assert {problem.path for problem in reading.problems} == {"policy.yml", ARABIC}


def test_a_broken_pattern_is_named_with_the_place_of_its_fault(root: Path) -> None:
    policy(root, "/risk.{0,3}free/", "/risk[/")
    problem = only_problem(root)
    assert "/risk[/" in problem.what("ar")
    assert "letter 5" in problem.what("en")
    assert "5" in problem.what("ar")


SAFE = [
    r"\d{1,9}(?:[.,]\d{1,3})? million",
    r"risk.{0,3}free",
    r"\w+ly\b",
    r"(?<!un)audited",
    "a|b|c",
    r"[]a]+b",
    "x{3}",
]
SLOW = ["(a+)+", "(a|a)*b", "(?:a{0,9}){0,9}", r"(\w+\s?)*$", ".*.*", "(a?){30}a{30}", r"\w{0,90}\w{0,90}", "(?:x*y?)+"]
BROKEN = ["(", "[", "a{2,1}", "*", "(?P<n>a)", "(?P=n)", "(?i)a", "(?(1)a|b)", "a**", "\\"]


@pytest.mark.parametrize("pattern", SAFE)
def test_a_pattern_of_which_the_ways_are_few_is_taken(pattern: str) -> None:
    assert fault_in(pattern) is None


@pytest.mark.parametrize("pattern", SLOW)
def test_a_pattern_that_could_take_for_ever_is_refused_without_trying_it(pattern: str) -> None:
    fault = fault_in(pattern)
    assert fault
    assert fault.kind == "slow"


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_pattern_that_cannot_be_read_or_counted_is_refused(pattern: str) -> None:
    fault = fault_in(pattern)
    assert fault
    assert fault.kind == "broken"
    assert fault.reason


def test_the_keys_of_disclosure_say_what_was_written(root: Path) -> None:
    add_keys(
        root,
        "material: true\nstage: reviewed\nperiod: {from: 2025-07-01, until: 2025-09-30}\n"
        "disclosure: {reference: MSX-9, filed: 2026-01-15T08:00}",
    )
    post = the_post(root)
    assert (post.material, post.stage) == (True, "reviewed")
    assert post.period == ReportingPeriod(datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    assert post.disclosure
    assert post.disclosure == Disclosure("MSX-9", post.disclosure.filed)
    assert post.disclosure.filed.isoformat() == "2026-01-15T08:00:00+04:00"


def test_a_post_says_nothing_of_disclosure_unless_it_is_written(root: Path) -> None:
    post = the_post(root)
    assert (post.material, post.is_material, post.disclosure, post.stage, post.period) == (
        False,
        False,
        None,
        None,
        None,
    )


def test_a_changed_policy_changes_what_posts_are_judged_by(root: Path) -> None:
    policy(root)
    assert check(root) == ()
    policy(root, "en: [guaranteed,", "en: [summary of,")
    assert [problem.rule.code for problem in check(root)] == ["NR701"]
