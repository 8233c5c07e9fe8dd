"""``newsroom approve``, ``approvals`` and ``audit``: consent as a person gives it, and as an auditor finds it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom import cli
from newsroom.cli import run
from newsroom.commands.audit import Row, as_csv, audit
from tests.approvals.office import AUTHOR, NOW, PEOPLE, SIGNED, Office
from tests.samples import both, write_post

FOLDER = "approvals/2026/post-1"
LEGAL = PEOPLE["legal"]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(cli, "_now", lambda: SIGNED)


def approve(office: Office, *arguments: str, slug: str = "post-1", role: str = "legal") -> int:
    return run(["--root", str(office.root), "approve", slug, "--role", role, *arguments])


def key(office: Office, name: str = LEGAL) -> tuple[str, str]:
    return "--key", str(office.key(name))


def test_approve_shows_what_is_signed_and_writes_it_with_its_signature(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert approve(office, "--as", LEGAL, "--yes", *key(office)) == 0
    shown = capsys.readouterr().out
    statement = (office.root / FOLDER / "legal.txt").read_text(encoding="utf-8")
    assert shown.startswith(statement)
    assert "  | نص المنشور.\n" in statement
    assert sorted(path.name for path in (office.root / FOLDER).iterdir()) == ["legal.txt", "legal.txt.sig"]


def test_anyone_can_verify_an_approval_with_the_programs_that_they_have(approved: Office) -> None:
    folder = approved.root / FOLDER
    command = (
        "ssh-keygen -Y verify -f ../../allowed_signers -I legal@sample.example -n newsroom-approval -s legal.txt.sig"
    )
    with (folder / "legal.txt").open("rb") as statement:
        outcome = subprocess.run(command.split(), stdin=statement, cwd=folder, capture_output=True, check=False)
    assert outcome.returncode == 0
    assert outcome.stdout.startswith(b'Good "newsroom-approval" signature for legal@sample.example')


def test_without_a_key_the_agent_is_asked(office: Office, agent: Path) -> None:
    subprocess.run(["ssh-add", "-q", str(office.key(LEGAL))], check=True)
    assert approve(office, "--as", LEGAL, "--yes") == 0


def test_a_key_that_no_agent_has_signs_nothing(office: Office, agent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert approve(office, "--as", LEGAL, "--yes") == 3
    assert "it was not signed" in capsys.readouterr().err
    assert not (office.root / FOLDER).exists()


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    socket = tmp_path / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL) as process:
        while not socket.exists():
            assert process.poll() is None
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        yield socket
        process.terminate()


def test_nobody_is_asked_where_there_is_no_terminal(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert approve(office, "--as", LEGAL, *key(office)) == 3
    assert "--yes" in capsys.readouterr().err
    assert not (office.root / FOLDER).exists()


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("نعم", 0), ("", 3), ("y", 3)])
def test_a_person_at_a_terminal_is_asked(
    office: Office, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda: answer)
    assert approve(office, "--as", LEGAL, *key(office)) == code
    assert (office.root / FOLDER).exists() == (code == 0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--as", "both@sample.example", "--key", "comms@sample.example"], "does not give the key"),
        (["--as", "salim@sample.example", "--key", "salim@sample.example"], "--as"),
        (["--as", AUTHOR, "--key", AUTHOR], "wrote this post"),
        (["--as", "nobody@sample.example", "--key", "nobody"], "--as"),
        (["--key", LEGAL], "--as"),
    ],
    ids=["another's key", "the executive", "the writer", "nobody", "not said who"],
)
def test_consent_that_would_not_count_is_not_given(
    office: Office, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    *who, name = arguments
    assert approve(office, *who, str(office.key(name)), "--yes") == 3
    assert words in capsys.readouterr().err
    assert not (office.root / FOLDER / "legal.txt").exists()


def test_consent_in_a_second_role_is_not_given(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.approve("communications", "both@sample.example")
    assert approve(office, "--as", "both@sample.example", "--yes", *key(office, "both@sample.example")) == 3
    assert "another role" in capsys.readouterr().err


def test_consent_that_is_not_asked_for_is_not_given(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert approve(office, "--yes", role="finance") == 3
    assert "it asks for: communications, legal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"author": "nobody"}, 1, "NR402"),
        ({"pubstatus": "withheld"}, 3, "withheld"),
        ({"summary": "ملخص جديد."}, 3, "not committed"),
    ],
)
def test_a_post_that_is_not_ready_is_not_consented_to(
    office: Office, capsys: pytest.CaptureFixture[str], change: dict[str, str], code: int, words: str
) -> None:
    write_post(office.root, ar=change)
    if code == 1 or "pubstatus" in change:
        office.commit()
    assert approve(office, "--as", LEGAL, "--yes", *key(office)) == code
    captured = capsys.readouterr()
    assert words in captured.out + captured.err


def test_errors_of_other_posts_hinder_nobody(office: Office) -> None:
    write_post(office.root, 2, ar={"author": "nobody"})
    assert approve(office, "--as", LEGAL, "--yes", *key(office)) == 0


def test_consent_that_was_void_can_be_given_again(approved: Office) -> None:
    approved.edit("content/posts/2026/post-1/index.en.md", "The text", "A text")
    approved.commit()
    approved.approve_all()
    assert approved.codes() == []


def test_a_slug_of_two_years_is_asked_for_by_its_year(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(office.root, 2, slug="post-1", year=2027)
    office.commit()
    assert approve(office, "--as", LEGAL, "--yes", *key(office)) == 3
    assert "2026/post-1, 2027/post-1" in capsys.readouterr().err
    assert approve(office, "--as", LEGAL, "--yes", *key(office), slug="2027/post-1") == 0


def test_what_a_terminal_could_obey_is_shown_as_its_number(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.edit("content/posts/2026/post-1/index.en.md", "The text", "The\u00a0text\u200e")
    office.commit()
    assert approve(office, "--as", LEGAL, "--yes", *key(office)) == 0
    assert "The<U+00A0>text<U+200E>" in capsys.readouterr().out


def test_approvals_says_who_has_consented_and_who_is_missing(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.approve("legal")
    assert run(["--root", str(office.root), "approvals"]) == 0
    assert capsys.readouterr().out == (
        "2026/post-1  2026-01-15 09:00  Title of post 1\n"
        "  communications: not given yet\n"
        "  legal affairs: legal@sample.example  2026-01-12 12:00\n"
    )
    assert run(["--root", str(office.root), "--language", "ar", "approvals", "post-1"]) == 0
    assert "  الاتصال المؤسسي: لم تُعطَ بعد\n" in capsys.readouterr().out


def test_approvals_says_why_one_does_not_count(approved: Office, capsys: pytest.CaptureFixture[str]) -> None:
    approved.edit("content/posts/2026/post-1/index.en.md", "The text", "A text")
    approved.commit()
    assert run(["--root", str(approved.root), "approvals"]) == 0
    out = capsys.readouterr().out
    assert "  legal affairs: given, and does not count\n" in out
    assert (
        'NR753 en.words has changed since the consent of legal affairs on 2026-01-12 12:00: it was "The text."' in out
    )


# Audit


def acts(office: Office) -> list[tuple[str, str, str, str]]:
    return [(row.act, row.who, row.role, row.instant) for row in audit(office.root, NOW)]


def test_audit_tells_who_wrote_approved_and_released_what(approved: Office) -> None:
    assert acts(approved) == [
        ("wrote", AUTHOR, "", "2026-01-10T08:00:00Z"),
        ("approved", "comms@sample.example", "communications", "2026-01-12T08:00:00Z"),
        ("approved", LEGAL, "legal", "2026-01-12T08:00:00Z"),
        ("released", AUTHOR, "", "2026-01-15T05:00:00Z"),
    ]
    rows = audit(approved.root, NOW)
    assert {row.id for row in rows} == {"sample000001"}
    assert rows[0].commit == approved.git("log", "--format=%H", "--reverse").split()[0]
    digest = subprocess.run(["sha256sum", FOLDER + "/legal.txt"], cwd=approved.root, capture_output=True, check=True)
    assert digest.stdout.decode().startswith(rows[2].digest)


def test_audit_keeps_consent_that_was_replaced(approved: Office) -> None:
    approved.edit("content/posts/2026/post-1/index.en.md", "The text", "A text")
    approved.commit(at="2026-01-13T08:00:00+00:00")
    approved.approve_all(at=SIGNED.replace(day=14))
    assert [act for act, *_ in acts(approved)].count("approved") == 4


def test_audit_takes_nobodys_word_for_a_consent(approved: Office) -> None:
    approved.edit(f"{FOLDER}/legal.txt", "signed: 2026-01-12", "signed: 2026-01-11")
    approved.commit()
    assert ("unverified", LEGAL, "legal", "2026-01-11T08:00:00Z") in acts(approved)


def test_audit_tells_of_corrections_and_withdrawals_and_who_made_them(office: Office) -> None:
    (office.root / "policy.yml").unlink()
    correction = {"date": "2026-01-20T09:00", "text": both("تصويب", "Mended")}
    write_post(office.root, ar={"corrections": [correction]})
    office.commit(by="second@sample.example", at="2026-01-20T04:00:00+00:00")
    assert ("corrected", "second@sample.example", "", "2026-01-20T05:00:00Z") in acts(office)
    withdrawal = {"date": "2026-01-25T09:00", "reason": both("سُحب", "Withdrawn")}
    write_post(office.root, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    office.commit(by="third@sample.example", at="2026-01-25T04:00:00+00:00")
    assert ("withdrawn", "third@sample.example", "", "2026-01-25T05:00:00Z") in acts(office)


def test_audit_does_not_tell_of_what_is_to_come(approved: Office) -> None:
    assert "released" not in {row.act for row in audit(approved.root, SIGNED)}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_audit_gives_the_same_bytes_each_time(approved: Office, capsys: pytest.CaptureFixture[str], form: str) -> None:
    said = []
    for _ in range(2):
        assert run(["--root", str(approved.root), "audit", "--format", form]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    read = json.loads(said[0]) if form == "json" else list(csv.DictReader(io.StringIO(said[0])))
    assert [row["act"] for row in read] == ["wrote", "approved", "approved"]


def test_no_cell_is_a_formula(office: Office) -> None:
    row = Row("2026-01-10T08:00:00Z", "id", "slug", "wrote", "=cmd()@x.example")
    (read,) = csv.DictReader(io.StringIO(as_csv([row])))
    assert read["who"] == "'=cmd()@x.example"


def test_audit_without_a_repository_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "audit"]) == 3
    assert "not a git repository" in capsys.readouterr().err


def test_a_policy_without_approvals_asks_for_no_consent(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "approve", "post-1", "--role", "legal", "--yes"]) == 3
    assert "asks for no consent" in capsys.readouterr().err
