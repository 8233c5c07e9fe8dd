"""What is released and what is not: consent that counts, and everything that makes none of it."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest

from newsroom.approvals.statement import Statement
from newsroom.commands.approve import approve, to_be_signed
from newsroom.pages.release import at_instant, next_change
from tests.approvals.office import AUTHOR, NOW, SIGNED, WRITTEN, Office, policy
from tests.samples import executive, write_post, write_text, write_yaml

EARLY = datetime.datetime.fromisoformat("2026-01-13T08:00:00+00:00")
"""Before the release."""
DAY = datetime.timedelta(days=1)
ARABIC = "content/posts/2026/post-1/index.ar.md"
LEGAL = "approvals/2026/post-1/legal.txt"


def test_a_post_that_nobody_consented_to_is_not_released_whatever_its_date(office: Office) -> None:
    assert office.public(NOW + 1000 * DAY) == []
    assert office.codes() == ["NR751"]


def test_a_post_with_all_its_consent_is_released_at_its_date(approved: Office) -> None:
    assert approved.codes() == []
    assert (approved.public(EARLY), approved.public(NOW)) == ([], ["post-1"])


def test_consent_of_one_role_is_not_enough_and_the_warning_names_the_other(office: Office) -> None:
    office.approve("legal")
    assert office.public() == []
    assert office.problem("NR751").values["roles"] == "communications"


def test_consent_that_comes_late_releases_the_post_when_it_comes(office: Office) -> None:
    late = NOW - DAY
    office.approve_all(at=late)
    newsroom, _ = office.read()
    assert (office.public(late - datetime.timedelta(seconds=1)), office.public(late)) == ([], ["post-1"])
    assert next_change(newsroom, SIGNED + 10 * DAY) == late


def test_a_post_from_before_consent_was_asked_for_needs_none(office: Office) -> None:
    write_yaml(office.root / "policy.yml", policy(since="2026-01-16T00:00"))
    assert (office.public(), office.codes()) == (["post-1"], [])


def test_a_post_that_is_dated_before_and_came_later_needs_consent(office: Office) -> None:
    write_post(office.root, 2, ar={"date": "2025-12-01T09:00"})
    office.commit(at="2026-01-20T08:00:00+00:00")
    assert "post-2" not in office.public()
    assert office.codes() == ["NR751", "NR751", "NR767"]


def test_a_post_of_a_type_that_needs_no_consent_is_released(office: Office) -> None:
    office.edit(ARABIC, "type: release", "type: speech")
    assert (office.public(), office.codes()) == (["post-1"], [])


@pytest.mark.parametrize(
    "scope",
    [{"types": ["speech"]}, {"topics": ["ports"]}, {"words": {"ar": ["المنشور"]}}, {"words": {"en": ["text"]}}],
    ids=["type", "topic", "Arabic words", "English words"],
)
def test_a_subject_asks_for_a_role_too(office: Office, scope: dict[str, object]) -> None:
    office.edit(ARABIC, "type: release", "type: speech")
    subject = {"scope": scope, "roles": ["legal"], "paragraph": "1"}
    write_yaml(office.root / "policy.yml", policy() | {"subjects": [subject]})
    assert office.public() == []
    assert office.problem("NR751").values["roles"] == "legal affairs"


def test_a_withheld_post_asks_nobody_for_consent(office: Office) -> None:
    office.edit(ARABIC, "type: release", "type: release\npubstatus: withheld")
    assert office.codes() == []


def test_an_executive_who_speaks_only_in_an_unapproved_post_is_not_shown(office: Office) -> None:
    write_text(office.root / "content/executives/huda/index.ar.md", executive(date="2027-01-01T08:00"), "سيرة.")
    office.edit(ARABIC, "author: salim", "author: huda")
    office.commit()
    newsroom, _ = office.read()
    assert "huda" not in newsroom_at(office, NOW)
    assert next_change(newsroom, NOW) == datetime.datetime.fromisoformat("2027-01-01T08:00+04:00")


def newsroom_at(office: Office, now: datetime.datetime) -> dict[str, object]:
    return dict(at_instant(office.read(None)[0], now).executives)


# What voids consent


def test_a_comma_that_goes_voids_consent_and_the_warning_says_which(office: Office) -> None:
    office.edit(ARABIC, "نص المنشور.", "السطر الأول.\n\nبلغت الأرباح، بحمد الله، مليون ريال.")
    office.commit()
    office.approve_all()
    office.edit(ARABIC, "الأرباح، بحمد", "الأرباح بحمد")
    office.commit()
    (first, _) = (each for each in office.problems(EARLY) if each.rule.code == "NR753")
    assert (first.values["name"], first.values["before"], first.values["after"]) == (
        "ar.words",
        "بلغت الأرباح، بحمد الله، مل…",
        "بلغت الأرباح بحمد الله، مل…",
    )
    line = (office.root / ARABIC).read_text(encoding="utf-8").split("\n").index(
        "بلغت الأرباح بحمد الله، مليون ريال."
    ) + 1
    assert (first.path, first.line) == (ARABIC, line)
    assert office.public() == []


def test_a_released_post_whose_consent_is_void_stops_the_build_before_it_vanishes(approved: Office) -> None:
    approved.edit(ARABIC, "نص", "النص")
    approved.commit()
    assert approved.codes(NOW) == ["NR752", "NR753", "NR753"]
    assert approved.codes(EARLY) == ["NR751", "NR753", "NR753"]


def test_a_preview_is_not_stopped(approved: Office) -> None:
    approved.edit(ARABIC, "نص", "النص")
    approved.commit()
    assert "NR752" not in approved.codes(None)


def test_words_that_are_put_back_are_consented_to_again(approved: Office) -> None:
    approved.edit(ARABIC, "نص", "النص")
    approved.commit()
    approved.edit(ARABIC, "النص", "نص")
    approved.commit()
    assert (approved.codes(), approved.public()) == ([], ["post-1"])


def test_a_release_at_another_instant_is_another_release(approved: Office) -> None:
    approved.edit(ARABIC, "2026-01-15T09:00", "2026-01-15T09:01")
    approved.commit()
    assert approved.problems(EARLY)[1].values["name"] == "released"


def test_a_statement_that_is_edited_by_hand_counts_for_nothing(approved: Office) -> None:
    approved.edit(LEGAL, "Title of post 1", "Title of post 2")
    approved.commit()
    assert (approved.problem("NR757").path, approved.public()) == (LEGAL, [])


def test_a_signature_that_is_damaged_counts_for_nothing(approved: Office) -> None:
    (approved.root / f"{LEGAL}.sig").write_text(
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
    )
    assert approved.codes(EARLY) == ["NR751", "NR757"]


def test_the_approval_of_another_post_counts_for_nothing(approved: Office) -> None:
    write_post(approved.root, 2)
    approved.commit()
    shutil.copytree(approved.root / "approvals/2026/post-1", approved.root / "approvals/2026/post-2")
    approved.commit()
    assert [each.path for each in approved.problems() if each.rule.code == "NR762"] == [
        "approvals/2026/post-2/communications.txt",
        "approvals/2026/post-2/legal.txt",
    ]
    assert approved.public() == ["post-1"]


def test_the_approval_of_another_role_counts_for_nothing(approved: Office) -> None:
    folder = approved.root / "approvals/2026/post-1"
    for name in ("legal.txt", "legal.txt.sig"):
        shutil.copy(folder / name, folder / name.replace("legal", "communications"))
    assert approved.codes(EARLY) == ["NR751", "NR762"]


def test_a_signature_for_another_purpose_counts_for_nothing(approved: Office) -> None:
    statement = approved.root / LEGAL
    Path(f"{statement}.sig").unlink()
    key = str(approved.key("legal@sample.example"))
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key, statement], check=True)
    assert approved.codes(EARLY) == ["NR751", "NR757"]


def test_the_key_of_nobody_counts_for_nothing(approved: Office) -> None:
    approved.admit("legal@sample.example", key="another")
    assert approved.codes(EARLY) == ["NR751", "NR754"]


@pytest.mark.parametrize(
    "options",
    ['valid-before="20260111Z"', 'valid-after="20260113Z"', 'valid-before="20260112075959Z"'],
    ids=["expired", "not yet valid", "expired a second before"],
)
def test_a_key_out_of_its_time_counts_for_nothing(approved: Office, options: str) -> None:
    approved.admit("legal@sample.example", options)
    assert approved.codes(EARLY) == ["NR751", "NR755"]


def test_a_key_that_expired_after_it_signed_still_counts(approved: Office) -> None:
    approved.admit("legal@sample.example", 'valid-before="20260114Z"')
    assert approved.codes() == []


def test_a_revoked_key_counts_for_nothing(approved: Office) -> None:
    public = approved.keys / "legal@sample.example.pub"
    shutil.copy(public, approved.root / "approvals" / "revoked_keys")
    assert approved.codes(EARLY) == ["NR751", "NR756"]


def test_who_may_not_consent_in_a_role_cannot(approved: Office) -> None:
    tree = policy()
    tree["approvals"]["approvers"][0]["roles"] = ["finance"]
    write_yaml(approved.root / "policy.yml", tree)
    assert "NR758" in approved.codes(EARLY)
    assert approved.public() == []


# Nobody consents to their own


def test_the_executive_who_speaks_does_not_consent_to_it(approved: Office) -> None:
    tree = policy()
    tree["approvals"]["approvers"][0]["executive"] = "salim"
    write_yaml(approved.root / "policy.yml", tree)
    assert approved.codes(EARLY) == ["NR751", "NR759"]


@pytest.mark.parametrize("message", ["Change", "Change\n\nCo-authored-by: L <LEGAL@sample.example>"])
def test_whoever_wrote_a_line_does_not_consent_to_it(office: Office, message: str) -> None:
    by = AUTHOR if "Co-" in message else "legal@sample.example"
    office.edit(ARABIC, "نص", "النص")
    office.commit(by=by, message=message)
    forged(office)
    assert "NR759" in office.codes(EARLY)
    assert office.public() == []


def test_who_wrote_it_under_another_name_of_the_folder_does_not_consent_to_it(office: Office) -> None:
    office.edit(ARABIC, "نص", "النص")
    office.commit(by="legal@sample.example")
    office.git("mv", "content/posts/2026/post-1", "content/posts/2026/moved")
    office.commit()
    forged(office, "moved")
    assert "NR759" in office.codes(EARLY)


def forged(office: Office, slug: str = "post-1") -> None:
    """Consent that was signed without asking our command."""
    honest = to_be_signed(office.root, slug, "legal", "both@sample.example", SIGNED)
    statement = Statement("legal", "legal@sample.example", SIGNED, honest.commit, honest.contents)
    approve(office.root, statement, office.key("legal@sample.example"))
    office.approve("communications", slug=slug)


@pytest.mark.parametrize("name", ["principal", "key"])
def test_one_person_does_not_consent_in_two_roles(office: Office, name: str) -> None:
    """Whether under one name, or with one key under two."""
    if name == "key":
        office.admit("comms@sample.example", key="legal@sample.example")
        office.approve("communications", key="legal@sample.example")
    else:
        office.approve("communications", "both@sample.example")
    honest = to_be_signed(office.root, "post-1", "legal", "legal@sample.example", SIGNED)
    who = "legal@sample.example" if name == "key" else "both@sample.example"
    approve(office.root, Statement("legal", who, SIGNED, honest.commit, honest.contents), office.key(who))
    office.commit()
    assert office.codes(EARLY) == ["NR751", "NR760"]


# Clocks and histories


def test_consent_older_than_the_commit_that_it_names_tells_of_a_wrong_clock(office: Office) -> None:
    honest = to_be_signed(office.root, "post-1", "legal", "legal@sample.example", SIGNED)
    back = datetime.datetime.fromisoformat(WRITTEN) - DAY
    statement = Statement("legal", "legal@sample.example", back, honest.commit, honest.contents)
    approve(office.root, statement, office.key("legal@sample.example"))
    office.approve("communications")
    assert office.codes(EARLY) == ["NR751", "NR761"]


def test_consent_of_tomorrow_releases_nothing_today(approved: Office) -> None:
    before = SIGNED - DAY
    assert approved.codes(before) == ["NR761", "NR761"]
    assert approved.public(before + 100 * DAY) == ["post-1"]


def test_a_clock_that_is_set_back_hides_a_post_until_its_consent(office: Office) -> None:
    office.approve_all(at=NOW - DAY)
    assert office.public(NOW - 2 * DAY) == []


def test_a_rebased_history_is_told_of(approved: Office) -> None:
    approved.git("commit", "--amend", "--quiet", "--reset-author", "--no-edit", at="2026-01-20T08:00:00+00:00")
    head = approved.git("rev-parse", "HEAD~2").strip()
    approved.git("reset", "--soft", head)
    approved.commit(message="All in one")
    assert approved.codes(EARLY) == ["NR751", "NR768"]


def test_files_that_are_not_those_that_were_approved_count_for_nothing(approved: Office) -> None:
    approved.edit(ARABIC, "type: release", "type: release # as ever")
    assert approved.codes(EARLY) == ["NR751", "NR769", "NR769"]
    approved.commit()
    assert approved.codes(EARLY) == ["NR751", "NR769", "NR769"]


def test_no_consent_counts_in_a_shallow_clone_and_the_build_stops(approved: Office, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    approved.git("clone", "--quiet", "--depth=1", f"file://{approved.root}", str(shallow))
    clone = Office(shallow, approved.keys)
    assert "NR765" in clone.codes()
    assert "--unshallow" in clone.problem("NR765").values["reason"]
    assert clone.public() == []


def test_no_consent_counts_without_a_repository(approved: Office) -> None:
    shutil.rmtree(approved.root / ".git")
    assert approved.codes() == ["NR752", "NR765"]
    assert approved.public() == []


def test_no_consent_counts_without_ssh_keygen(
    approved: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("git", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(tools))
    assert approved.codes(EARLY) == ["NR751", "NR766", "NR766"]


# The files


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("approvals/2026/post-1/lawyer.txt", "that of no role"),
        ("approvals/2026/post-1/legal.md", "that of no role"),
        ("approvals/2026/post-9/legal.txt", "no post"),
        ("approvals/legal.txt", "no post"),
        ("approvals/2026/post-1/finance.txt", "no signature"),
        ("approvals/2026/post-1/finance.txt.sig", "no statement"),
    ],
)
def test_a_file_that_means_nothing_is_told_of(approved: Office, file: str, reason: str) -> None:
    path = approved.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("?")
    problem = approved.problem("NR763")
    assert (problem.path, reason in problem.values["reason"]) == (file, True)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("# nobody\n", 1, "no key"),
        ("legal@sample.example ssh-ed25519 AAAA\n", 1, "no public key"),
        ("# first\n\nlegal@sample.example\n", 3, "no public key"),
    ],
)
def test_signers_that_cannot_be_read_are_told_of(approved: Office, text: str, line: int, reason: str) -> None:
    approved.write_signers(text)
    found = [each for each in approved.problems(EARLY) if each.rule.code == "NR764"]
    assert any(each.line == line and reason in each.values["reason"] for each in found)
    assert approved.public() == []


def test_signers_that_are_not_there_are_told_of(approved: Office) -> None:
    (approved.root / "approvals" / "allowed_signers").unlink()
    assert approved.codes(EARLY) == ["NR751", "NR754", "NR754", "NR764"]


def test_a_file_of_revoked_keys_that_cannot_be_read_counts_every_key_as_revoked(approved: Office) -> None:
    (approved.root / "approvals" / "revoked_keys").write_text("?")
    assert approved.codes(EARLY) == ["NR751", "NR756", "NR756", "NR764"]


def test_a_newsroom_that_asks_for_no_consent_needs_neither_git_nor_approvals(office: Office) -> None:
    (office.root / "policy.yml").unlink()
    shutil.rmtree(office.root / ".git")
    assert (office.public(), office.codes()) == (["post-1"], [])
