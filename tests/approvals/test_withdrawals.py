"""Taking a post down: whose consent it needs with a reason and without one, and what does not bring the post back."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from newsroom.cli import run
from newsroom.commands.approve import to_be_signed
from newsroom.commands.check import check
from newsroom.errors import Refused
from newsroom.model.policy import Role
from newsroom.model.post import Post
from newsroom.pages.release import at_instant
from tests.approvals.office import NOW, Office, approver, policy
from tests.samples import write_yaml

ARABIC = "content/posts/2026/post-1/index.ar.md"
NIGHT = datetime.datetime.fromisoformat("2026-01-20T22:00:00+00:00")
"""After the release, and after everybody consented to it."""
DUTY = "duty@sample.example"
"""Who writes the withdrawal, and is no approver."""
REASON = '  reason: {ar: "خطأ", en: "A mistake"}\n'


def withdraw(office: Office, reason: str = "") -> None:
    """Let whoever is on duty write that the post is withdrawn, and commit it."""
    withdrawal = f'pubstatus: canceled\nwithdrawal:\n  date: "2026-01-21T02:00"\n{reason}'
    office.edit(ARABIC, "type: release\n", f"type: release\n{withdrawal}")
    office.commit(by=DUTY, at=NIGHT.isoformat())


def with_policy(office: Office, **changes: Any) -> None:
    tree = policy(**changes)
    tree["approvals"]["approvers"].append(approver(DUTY, "board-secretary"))
    tree["approvals"]["approvers"].append(approver("secretary@sample.example", "board-secretary"))
    write_yaml(office.root / "policy.yml", tree)
    office.admit("secretary@sample.example")


def seen(office: Office, now: datetime.datetime = NOW) -> Post:
    (post,) = at_instant(office.read(None)[0], now).posts
    return post


@pytest.mark.parametrize("role", ["communications", "legal"])
def test_one_consent_takes_a_post_down(approved: Office, role: Role) -> None:
    withdraw(approved)
    assert approved.codes() == ["NR753", "NR753", "NR770"]
    approved.approve(role, at=NIGHT)
    assert approved.codes() == []
    assert seen(approved).withdrawal
    assert seen(approved).translations["en"].title == ""


def test_until_then_the_build_stops_and_says_whose_consent_is_enough(approved: Office) -> None:
    withdraw(approved)
    problem = approved.problem("NR770")
    assert problem.is_error
    assert problem.values["roles"] == "communications or legal affairs"
    assert problem.values["roles_ar"] == "الاتصال المؤسسي أو الشؤون القانونية"


def test_whoever_says_why_needs_all_consent_that_the_post_needed(approved: Office) -> None:
    withdraw(approved, REASON)
    approved.approve("legal", at=NIGHT)
    assert approved.codes() == ["NR752", "NR753"]
    approved.approve("communications", at=NIGHT)
    assert approved.codes() == []
    assert seen(approved).withdrawal


def test_the_reason_may_follow_and_the_notice_stands_meanwhile(approved: Office) -> None:
    withdraw(approved)
    approved.approve("legal", at=NIGHT)
    approved.edit(ARABIC, '"2026-01-21T02:00"\n', f'"2026-01-21T02:00"\n{REASON}')
    approved.commit(by=DUTY, at=NIGHT.isoformat())
    assert "NR752" in approved.codes()


def test_who_wrote_the_withdrawal_does_not_consent_to_it(approved: Office) -> None:
    with_policy(approved, withdrawal=["board-secretary"])
    approved.admit(DUTY)
    approved.commit()
    withdraw(approved)
    with pytest.raises(Refused, match="wrote this post"):
        to_be_signed(approved.root, "post-1", "board-secretary", DUTY, NIGHT)


def test_the_policy_says_who_may_take_a_post_down_though_the_post_needs_others(approved: Office) -> None:
    with_policy(approved, withdrawal=["board-secretary"])
    approved.commit()
    withdraw(approved)
    approved.approve("legal", at=NIGHT)
    assert "NR770" in approved.codes()
    approved.approve("board-secretary", "secretary@sample.example", at=NIGHT)
    assert approved.codes() == []
    assert seen(approved).withdrawal


def test_all_consent_that_the_post_needed_is_enough_as_well(approved: Office) -> None:
    with_policy(approved, withdrawal=["board-secretary"])
    approved.commit()
    withdraw(approved)
    approved.approve_all(at=NIGHT)
    assert approved.codes() == []
    assert seen(approved).withdrawal


def test_the_author_does_not_take_a_post_down_alone_unless_the_policy_says_so(office: Office) -> None:
    asking = {"required": {"release": ["author", "legal"]}}
    tree = policy(**asking)
    tree["approvals"]["approvers"][3]["roles"] = ["author"]
    write_yaml(office.root / "policy.yml", tree)
    office.commit()
    office.approve("author", "salim@sample.example")
    office.approve("legal")
    withdraw(office)
    office.approve("author", "salim@sample.example", at=NIGHT)
    assert "NR770" in office.codes()
    tree["approvals"]["withdrawal"] = ["author"]
    write_yaml(office.root / "policy.yml", tree)
    assert office.codes() == []


def test_consent_to_the_post_is_no_consent_to_its_withdrawal(approved: Office) -> None:
    before = {path: path.read_bytes() for path in (approved.root / "approvals/2026/post-1").iterdir()}
    withdraw(approved)
    assert {path: path.read_bytes() for path in before} == before
    assert "NR770" in approved.codes()


def test_a_role_that_nobody_has_may_not_take_down(office: Office) -> None:
    write_yaml(office.root / "policy.yml", policy(withdrawal=["finance"]))
    assert "NR714" in [problem.rule.code for problem in check(office.root, NOW)]


def test_approvals_says_that_one_is_enough(approved: Office, capsys: pytest.CaptureFixture[str]) -> None:
    withdraw(approved)
    assert run(["--root", str(approved.root), "--language", "en", "approvals"]) == 0
    assert "to withdraw it, any one of these is enough: communications or legal affairs" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [("2026-01-21T02:00", "2026-01-11T02:00"), ("2026-01-15T09:00", "2026-01-14T09:00")],
    ids=["before its release", "released at another instant"],
)
def test_one_consent_leaves_a_notice_where_the_post_stood_or_is_not_enough(
    approved: Office, before: str, after: str
) -> None:
    withdraw(approved)
    approved.edit(ARABIC, before, after)
    approved.commit(by=DUTY, at=NIGHT.isoformat())
    approved.approve("legal", at=NIGHT)
    assert approved.codes() == ["NR752", "NR753"]


# What was taken back does not come back


@pytest.mark.parametrize("roles", [("communications",), ("communications", "legal")], ids=["one", "all"])
def test_a_withdrawn_post_does_not_come_back_with_its_old_approvals(approved: Office, roles: tuple[Role, ...]) -> None:
    before = approved.git("rev-parse", "HEAD").strip()
    withdraw(approved)
    for role in roles:
        approved.approve(role, at=NIGHT)
    approved.git("checkout", "--quiet", before, "--", "content", "approvals")
    approved.commit(at=NIGHT.isoformat(), message="Put it back")
    assert set(approved.codes()) == {"NR752", "NR771"}
    assert approved.public() == []


def test_a_consent_to_newer_words_that_was_deleted_is_not_forgotten(approved: Office) -> None:
    before = approved.git("rev-parse", "HEAD").strip()
    with_policy(approved, withdrawal=["board-secretary"])
    approved.commit()
    withdraw(approved)
    approved.approve("board-secretary", "secretary@sample.example", at=NIGHT)
    approved.git("checkout", "--quiet", before, "--", "content", "approvals")
    approved.git(
        "rm", "--quiet", "approvals/2026/post-1/board-secretary.txt", "approvals/2026/post-1/board-secretary.txt.sig"
    )
    approved.admit("secretary@sample.example")
    approved.commit(at=NIGHT.isoformat(), message="Put it back")
    assert "NR771" in approved.codes()


def test_an_older_text_comes_back_when_it_is_approved_again(approved: Office) -> None:
    before = approved.git("rev-parse", "HEAD").strip()
    withdraw(approved)
    approved.approve("legal", at=NIGHT)
    approved.git("checkout", "--quiet", before, "--", "content", "approvals")
    morning = NIGHT + datetime.timedelta(hours=9)
    approved.commit(at=morning.isoformat(), message="Put it back")
    approved.approve_all(at=morning)
    assert approved.codes() == []
    assert seen(approved).withdrawal is None


def test_a_signature_that_is_not_good_takes_nothing_back(approved: Office) -> None:
    withdraw(approved)
    statement = to_be_signed(approved.root, "post-1", "legal", "legal@sample.example", NIGHT)
    path = approved.root / "approvals/2026/post-1/legal.txt"
    kept = path.read_bytes()
    path.write_text(str(statement), encoding="utf-8")
    approved.commit(by=DUTY, at=NIGHT.isoformat())
    path.write_bytes(kept)
    approved.git("checkout", "--quiet", "HEAD~2", "--", "content")
    approved.commit(by=DUTY, at=NIGHT.isoformat())
    assert (approved.codes(), approved.public()) == ([], ["post-1"])


def test_a_notice_of_what_was_never_approved_needs_all_consent(office: Office) -> None:
    withdraw(office)
    office.approve("legal", at=NIGHT)
    assert office.codes() == ["NR751"]
    assert office.problem("NR751").values["roles"] == "communications"
    assert office.public() == []
