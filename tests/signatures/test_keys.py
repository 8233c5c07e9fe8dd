"""Public keys: which are ones, and what they are called."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newsroom.signatures.keys import fingerprint, signing_key


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "the newsroom", "-f", str(file)], check=True)
    return file.with_suffix(".pub")


def test_a_key_is_what_its_line_begins_with_and_no_comment(public: Path) -> None:
    assert signing_key(public.read_text()) == public.read_text().removesuffix(" the newsroom\n")


def test_a_fingerprint_is_that_of_ssh_keygen(public: Path) -> None:
    told = subprocess.run(["ssh-keygen", "-l", "-f", str(public)], capture_output=True, text=True, check=True).stdout
    assert fingerprint(public.read_text()) == told.split()[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda line: "",
        lambda line: line.split()[1],
        lambda line: line.replace("ed25519", "dss", 1),
        lambda line: line.replace("ssh-ed25519", "ssh-rsa", 1),
        lambda line: line[:40],
        lambda line: f"newsroom@luban.example {line}",
        lambda line: "-----BEGIN OPENSSH PRIVATE KEY-----",
    ],
    ids=["nothing", "no kind", "an old kind", "another kind", "half a key", "a line of signers", "a private key"],
)
def test_what_is_no_key_to_sign_with_is_none(public: Path, change: object) -> None:
    assert signing_key(change(public.read_text())) == ""  # type: ignore[operator]
