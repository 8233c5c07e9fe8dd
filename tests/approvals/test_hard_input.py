"""What somebody may do to approvals by mistake or on purpose: no consent comes of it, and no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.approvals.files import MAXIMUM_SIZE
from newsroom.approvals.signers import read_signers
from newsroom.commands.approve import approve, to_be_signed
from newsroom.errors import NewsroomError, ProblemsFound
from newsroom.reading.findings import Findings
from tests.approvals.office import SIGNED, Office, policy
from tests.approvals.test_gate import ARABIC, EARLY, LEGAL, forged
from tests.samples import picture, write_picture, write_post, write_yaml

PRINCIPAL = "legal@sample.example"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

# The two files of an approval


def a_link(path: Path) -> None:
    kept = path.rename(path.with_name(f".{path.name}"))
    path.symlink_to(kept)


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def too_large(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n" * MAXIMUM_SIZE)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 4)


def half_a_letter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("ن".encode(), b"\xd9", 1))


def with_crlf(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def with_bom(path: Path) -> None:
    path.write_bytes(BOM.encode() + path.read_bytes())


def of_another_format(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"newsroom approval 1", b"newsroom approval 2"))


SPOILING: list[Callable[[Path], None]] = [
    a_link, a_pipe, a_folder, too_large, cut_off, empty, binary, half_a_letter, with_crlf, with_bom, of_another_format,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILING, ids=lambda each: each.__name__.replace("_", " "))
def test_a_statement_that_is_none_is_no_consent_and_is_named(approved: Office, spoil: Callable[[Path], None]) -> None:
    spoil(approved.root / LEGAL)
    found = approved.problems(EARLY)
    assert approved.public() == []
    assert {LEGAL, f"{LEGAL}.sig"} & {problem.path for problem in found if problem.rule.code != "NR751"}


@pytest.mark.parametrize(
    "spoil", [each for each in SPOILING if each not in (with_crlf, half_a_letter, of_another_format)],
    ids=lambda each: each.__name__.replace("_", " "),
)  # fmt: skip
def test_a_signature_that_is_none_is_no_consent_and_is_named(approved: Office, spoil: Callable[[Path], None]) -> None:
    spoil(approved.root / f"{LEGAL}.sig")
    found = approved.problems(EARLY)
    assert approved.public() == []
    assert {LEGAL, f"{LEGAL}.sig"} & {problem.path for problem in found if problem.rule.code != "NR751"}


@pytest.mark.parametrize("file", [LEGAL, f"{LEGAL}.sig"], ids=["statement", "signature"])
def test_a_released_post_does_not_vanish_because_an_approval_is_a_link(approved: Office, file: str) -> None:
    a_link(approved.root / file)
    assert "NR752" in approved.codes()


def test_approvals_that_a_link_leads_to_are_told_of_and_count_for_nothing(approved: Office) -> None:
    folder = approved.root / "approvals/2026/post-1"
    folder.rename(approved.root / "elsewhere")
    folder.symlink_to(approved.root / "elsewhere")
    assert approved.problem("NR763").path == "approvals/2026/post-1"
    assert approved.public() == []


def test_a_role_that_there_is_not_is_refused_by_the_policy(approved: Office) -> None:
    approved.edit("policy.yml", "- legal\n", "- lawyer\n")
    with pytest.raises(ProblemsFound) as found:
        approved.public()
    assert [(each.path, each.rule.code) for each in found.value.problems] == [("policy.yml", "NR205")]


# Who may sign


def signers(office: Office, line: str) -> None:
    """Let a line stand in the place of the lawyer's; ``KEY`` in it is the lawyer's key."""
    kind, data, *_ = office.key(PRINCIPAL).with_name(f"{PRINCIPAL}.pub").read_text().split()
    others = [each for name, each in office.signers.items() if name != PRINCIPAL]
    office.write_signers("\n".join((line.replace("KEY", f"{kind} {data}"), *others, "")))


@pytest.mark.parametrize(
    "line",
    [
        f"{PRINCIPAL} KEY",
        f'"{PRINCIPAL}" KEY',
        f"{PRINCIPAL},other@sample.example KEY",
        f'{PRINCIPAL} namespaces="git,newsroom-approval" KEY a comment',
        f'{PRINCIPAL} valid-after="20250101Z",valid-before="20270101Z" KEY',
        f"{PRINCIPAL} KEY\r",
        f"# the lawyers\n\n{PRINCIPAL} KEY",
    ],
    ids=["plain", "quoted", "two names", "namespaces", "in its time", "CRLF", "comments"],
)
def test_a_line_that_names_its_signer_counts(approved: Office, line: str) -> None:
    signers(approved, line)
    assert approved.codes() == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("*@sample.example KEY", "in full"),
        ("* KEY", "in full"),
        ("legal?sample.example KEY", "in full"),
        ("*,!comms@sample.example KEY", "in full"),
        (f"{BOM}{PRINCIPAL} KEY", "in full"),
        ("قانون@sample.example KEY", "in full"),
        (f"{PRINCIPAL} cert-authority KEY", "sign for anyone"),
        (f'{PRINCIPAL} namespaces="newsroom-approval",CERT-authority KEY', "sign for anyone"),
        (f'{PRINCIPAL} namespaces="a\\" b",cert-authority KEY', "sign for anyone"),
        (f'{PRINCIPAL} " KEY "', "no public key"),
        (f"{PRINCIPAL} ssh-ed25519 AAAA", "no public key"),
        ("KEY", "no public key"),
    ],
)
def test_a_line_that_could_speak_for_others_is_named_and_counts_for_nothing(
    approved: Office, line: str, reason: str
) -> None:
    signers(approved, line)
    found = approved.problems(EARLY)
    (told,) = (problem for problem in found if problem.rule.code == "NR764")
    assert (told.path, told.line, reason in told.values["reason"]) == ("approvals/allowed_signers", 1, True)
    assert "NR754" in {problem.rule.code for problem in found}
    assert approved.public() == []


@pytest.mark.parametrize(
    "line",
    [
        f'{PRINCIPAL} namespaces="git" KEY',
        f'{PRINCIPAL} valid-before="rubbish" KEY',
        f'{PRINCIPAL} valid-before="20200101Z",valid-after="20300101Z" KEY',
        f'{PRINCIPAL} valid-before="20270101Z KEY',
        f"{PRINCIPAL} no-such-option KEY",
        "LEGAL@sample.example KEY",
        "other@sample.example KEY",
    ],
)
def test_a_line_that_lets_somebody_else_or_nobody_sign_gives_no_consent(approved: Office, line: str) -> None:
    signers(approved, line)
    assert {"NR754", "NR755"} & set(approved.codes(EARLY))
    assert approved.public() == []


def test_one_key_of_two_people_is_one_person(office: Office) -> None:
    key = office.key(PRINCIPAL).with_name(f"{PRINCIPAL}.pub").read_text().split()
    office.write_signers(f"{PRINCIPAL},comms@sample.example {key[0]} {key[1]}\n")
    office.commit()
    for role, who in (("communications", "comms@sample.example"), ("legal", PRINCIPAL)):
        statement = to_be_signed(office.root, "post-1", role, who, SIGNED)  # type: ignore[arg-type]
        approve(office.root, statement, office.key(PRINCIPAL))
    assert office.codes(EARLY) == ["NR751", "NR760"]


KEY = "AAAAC3NzaC1lZDI1NTE5AAAAICyxo4DXxujccj9/CewpbFHmC08QIGCy/lbE8VAAAAAA"
PIECES = ["a@b.example", '"', "\\", " ", ",", "cert-authority", "*", "ssh-ed25519", KEY, "\r", "\n", "="]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=9).map(lambda words: "".join(words).encode())
)
def test_no_file_of_signers_breaks_the_program(root: Path, data: bytes) -> None:
    path = root / "approvals" / "allowed_signers"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    findings = Findings()
    kept = read_signers(root, findings)
    assert b"*" not in b"".join(line.split(b" ")[0] for line in kept.splitlines() if not line.startswith(b"#"))
    assert findings.problems or kept.strip()


def a_link_to_elsewhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/null")


@pytest.mark.parametrize("spoil", [a_link_to_elsewhere, a_pipe, a_folder, too_large])
def test_revoked_keys_that_cannot_be_read_revoke_every_key(approved: Office, spoil: Callable[[Path], None]) -> None:
    path = approved.root / "approvals" / "revoked_keys"
    path.write_text("# nobody\n")
    assert approved.codes() == []
    spoil(path)
    assert approved.codes(EARLY) == ["NR751", "NR756", "NR756", "NR764"]


# Who wrote it


def test_a_mailmap_takes_no_writer_away(office: Office) -> None:
    office.edit(ARABIC, "نص", "النص")
    office.commit(by=PRINCIPAL)
    (office.root / ".mailmap").write_text(f"Somebody <else@sample.example> <{PRINCIPAL}>\n")
    office.commit()
    forged(office)
    assert "NR759" in office.codes(EARLY)


# What asks for no consent


def test_a_post_that_was_approved_is_not_released_as_one_of_a_type_that_asks_for_nobody(approved: Office) -> None:
    approved.edit(ARABIC, "type: release", "type: speech")
    approved.commit()
    assert approved.codes() == ["NR752", "NR753", "NR753"]
    assert approved.public() == []


def test_a_post_that_was_approved_is_not_released_as_one_from_before_consent_was_asked_for(office: Office) -> None:
    write_yaml(office.root / "policy.yml", policy(since="2026-01-11T00:00"))
    office.commit()
    office.approve_all()
    assert office.public() == ["post-1"]
    office.edit(ARABIC, "2026-01-15T09:00", "2026-01-05T09:00")
    office.commit()
    assert office.codes() == ["NR752", "NR753", "NR753"]
    assert office.public() == []


AFTER_RELEASE = "2026-01-20T08:00:00+00:00"


def test_taking_the_approvals_away_as_well_does_not_help(approved: Office) -> None:
    approved.edit(ARABIC, "type: release", "type: speech")
    approved.git("rm", "-r", "--quiet", "approvals/2026")
    approved.commit(at=AFTER_RELEASE)
    assert approved.codes() == ["NR752"]
    assert approved.public() == []


@pytest.mark.parametrize("name", ["legal.txt", "legal.txt.sig"])
def test_a_released_post_does_not_vanish_because_an_approval_is_taken_away(approved: Office, name: str) -> None:
    approved.git("rm", "--quiet", f"approvals/2026/post-1/{name}")
    approved.commit(at=AFTER_RELEASE)
    assert "NR752" in approved.codes()
    assert "NR751" in approved.codes(EARLY)


def test_a_post_whose_approval_was_taken_away_before_its_release_just_waits(approved: Office) -> None:
    approved.git("rm", "--quiet", "approvals/2026/post-1/legal.txt", "approvals/2026/post-1/legal.txt.sig")
    approved.commit(at=EARLY.isoformat())
    assert approved.codes() == ["NR751"]


# Every letter of everything that is published


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A post with a picture and a paper, in both languages, to which everybody has consented."""
    office = Office.opened(tmp_path_factory.mktemp("rich"))
    text = "[paper](paper.pdf)"
    folder = write_post(office.root, ar={"hero": picture()}, body_ar=f"نص، {text}", body_en=f"A text, {text}")
    write_picture(folder / "hero.png", (60, 40))
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7 paper")
    office.commit()
    office.approve_all()
    assert office.public() == ["post-1"]
    return office


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_byte_of_a_post_or_of_its_approvals_changes_and_leaves_it_released(
    rich: Office, data: st.DataObject
) -> None:
    folders = ("content/posts/2026/post-1", "approvals/2026/post-1")
    files = sorted(path for folder in folders for path in (rich.root / folder).iterdir())
    path = data.draw(st.sampled_from(files))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([b"", b" ", b"x", bytes([whole[place] ^ 1])]))
    path.write_bytes(whole[:place] + other + whole[place + 1 :])
    try:
        if path.read_bytes() != whole and not (path.suffix == ".sig" and is_space(whole, place, other)):
            assert not is_released(rich)
    finally:
        path.write_bytes(whole)


def is_space(whole: bytes, place: int, other: bytes) -> bool:
    """Whether the change is one of white space, or behind the end, which armour does not mind."""
    return not (whole[place : place + 1] + other).strip() or place >= whole.index(b"-----END")


def is_released(office: Office) -> bool:
    try:
        return office.public() == ["post-1"]
    except NewsroomError:
        return False
