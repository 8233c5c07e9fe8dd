"""The rules on disclosure: whom they oblige, from when, and what their messages say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import check
from newsroom.model.disclosure import DEADLINES, days_allowed
from newsroom.model.problem import Problem
from newsroom.rules.disclosure import DISCLOSURE_RULES
from newsroom.rules.policy import POLICY_RULES
from tests.reading.problems import ARABIC, ENGLISH
from tests.samples import both, configuration, write_newsroom, write_post

LISTING = {"exchange": both("بورصة مسقط", "Muscat Stock Exchange"), "symbol": "SMPL", "market": "msx"}
FILED = {"disclosure": {"reference": "MSX-1", "filed": "2026-01-15T08:30"}}
PERIOD = {"period": {"from": "2025-10-01", "until": "2025-12-31"}}


def listed(root: Path, kind: str = "joint-stock", **changes: Any) -> Path:
    """A newsroom of an organisation whose shares are traded."""
    organization = configuration()["organization"] | {"kind": kind, "listing": LISTING | changes}
    return write_newsroom(root, organization=organization)


def of_disclosure(root: Path) -> list[Problem]:
    return [problem for problem in check(root) if problem.rule.code.startswith("NR72")]


def codes(root: Path) -> list[str]:
    return sorted({problem.rule.code for problem in of_disclosure(root)})


def test_a_material_post_of_a_listed_company_needs_its_filing(root: Path) -> None:
    listed(root)
    write_post(root, ar={"material": "true"})
    assert codes(root) == ["NR721"]


@pytest.mark.parametrize("kind", ["government", "family"])
def test_another_kind_of_organisation_owes_no_filing(root: Path, kind: str) -> None:
    listed(root, kind)
    write_post(root, ar={"type": "results"})
    assert codes(root) == []


def test_a_company_whose_shares_are_not_traded_owes_no_filing(root: Path) -> None:
    write_post(root, ar={"type": "results"})
    assert codes(root) == []


@pytest.mark.parametrize(("since", "expected"), [("2026-01-15", ["NR721"]), ("2026-01-16", [])])
def test_the_archive_from_before_a_day_is_not_asked(root: Path, since: str, expected: list[str]) -> None:
    listed(root, disclosures_since=since)
    write_post(root, ar={"material": "true"})
    assert codes(root) == expected


def test_results_are_material_without_saying_so(root: Path) -> None:
    listed(root)
    write_post(root, ar={"type": "results", "stage": "audited"} | PERIOD)
    assert codes(root) == ["NR721"]


def test_a_post_can_wait_for_its_filing_withheld(root: Path) -> None:
    listed(root)
    write_post(root, ar={"material": "true", "pubstatus": "withheld"})
    assert codes(root) == []


def test_results_are_told_all_that_they_lack_at_once(root: Path) -> None:
    listed(root)
    write_post(root, ar={"type": "results"}, languages=("ar",))
    (root / ENGLISH).unlink()
    assert codes(root) == ["NR721", "NR723", "NR726", "NR727"]


def test_the_lead_file_is_named_whichever_language_leads(root: Path) -> None:
    listed(root)
    (root / ARABIC).unlink()
    write_post(root, en={"material": "true"}, languages=("en",))
    assert {problem.path for problem in of_disclosure(root)} == {ENGLISH}


@pytest.mark.parametrize(
    ("stage", "subsidiaries", "days"),
    [
        ("initial", False, 15),
        ("initial", True, 15),
        ("reviewed", False, 30),
        ("reviewed", True, 45),
        ("audited", True, None),
    ],
)
def test_the_time_allowed_is_that_of_the_stage(stage: Any, subsidiaries: bool, days: int | None) -> None:
    assert days_allowed(stage, "msx", subsidiaries=subsidiaries) == days
    assert days_allowed(stage, None, subsidiaries=subsidiaries) is None


@pytest.mark.parametrize(("filed", "late"), [("2026-02-14T08:00", False), ("2026-02-15T08:00", True)])
def test_a_company_with_subsidiaries_has_45_days(root: Path, filed: str, late: bool) -> None:
    listed(root, subsidiaries="true")
    keys = {"type": "results", "stage": "reviewed", "date": "2026-02-16T08:00"} | PERIOD
    write_post(root, ar=keys | {"disclosure": {"reference": "MSX-1", "filed": filed}})
    assert codes(root) == (["NR725"] if late else [])


def test_lateness_is_said_and_stops_nothing(root: Path) -> None:
    listed(root)
    write_post(root, ar={"type": "results", "stage": "reviewed", "date": "2026-02-16T08:00"} | PERIOD | FILED | {
        "disclosure": {"reference": "MSX-1", "filed": "2026-02-01T08:00"}})  # fmt: skip
    (problem,) = of_disclosure(root)
    assert not problem.is_error
    assert (
        problem.what("en")
        == "reviewed results were told on 2026-02-01; the time for them, 30 days, ended on 2026-01-30"
    )


def test_at_an_exchange_that_is_not_known_results_have_no_deadline(root: Path) -> None:
    organization = configuration()["organization"]
    listing = {key: value for key, value in LISTING.items() if key != "market"}
    write_newsroom(root, organization=organization | {"listing": listing})
    write_post(root, ar={"type": "results", "stage": "reviewed", "date": "2027-01-01T08:00"} | PERIOD | FILED)
    assert codes(root) == []


def test_what_is_wrong_is_said_at_its_sentence(root: Path) -> None:
    listed(root)
    body = "Revenue grew.\n\nThe margin rose. These figures are unaudited."
    write_post(root, ar={"type": "results", "stage": "audited"} | PERIOD | FILED, body_en=body)
    (problem,) = of_disclosure(root)
    assert (problem.path, problem.line) == (ENGLISH, 8)
    assert '"These figures are unaudited."' in problem.what("en")


def test_nobody_can_turn_a_rule_of_policy_or_disclosure_off() -> None:
    assert not any(rule.editorial for rule, _ in (*POLICY_RULES, *DISCLOSURE_RULES))


def test_every_market_has_its_deadlines_in_order() -> None:
    for deadlines in DEADLINES.values():
        assert 0 < deadlines.initial < deadlines.detailed <= deadlines.consolidated
