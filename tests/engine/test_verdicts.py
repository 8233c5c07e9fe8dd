"""A build where posts need consent: nothing is verified twice, and nothing public vanishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.errors import ProblemsFound
from newsroom.signatures.openssh import Verifier
from tests.approvals.office import NOW, Office
from tests.trees import holding

PAGE = "site/en/posts/2026/post-1/index.html"


@pytest.fixture
def approved(tmp_path: Path) -> Office:
    office = Office.opened(tmp_path)
    office.approve_all()
    return office


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """By whom what was verified is said to be signed."""
    asked: list[str] = []
    verdict = Verifier.verdict

    def counted(self: Verifier, text: bytes, signature: bytes, principal: str, moment: object) -> object:
        asked.append(principal)
        return verdict(self, text, signature, principal, moment)  # type: ignore[arg-type]

    monkeypatch.setattr(Verifier, "verdict", counted)
    return asked


def test_a_build_releases_what_has_consent(approved: Office) -> None:
    build(approved.root, Edition(NOW), None, strict=True)
    assert (approved.root / PAGE).is_file()


def test_a_build_does_not_verify_what_the_last_one_did(approved: Office, verified: list[str]) -> None:
    build(approved.root, Edition(NOW), None, strict=True)
    assert sorted(verified) == ["comms@sample.example", "legal@sample.example"]
    build(approved.root, Edition(NOW), None, strict=True)
    assert len(verified) == 2


def test_a_key_that_is_revoked_is_looked_at_again(approved: Office) -> None:
    build(approved.root, Edition(NOW), None, strict=True)
    public = (approved.keys / "legal@sample.example.pub").read_text()
    (approved.root / "approvals" / "revoked_keys").write_text(public)
    with pytest.raises(ProblemsFound) as raised:
        build(approved.root, Edition(NOW), None, strict=False)
    assert {"NR752", "NR756"} <= {problem.rule.code for problem in raised.value.problems}


def test_a_build_that_would_take_away_what_is_public_leaves_the_site_as_it_is(approved: Office) -> None:
    build(approved.root, Edition(NOW), None, strict=True)
    before = (approved.root / PAGE).read_bytes()
    approved.edit("content/posts/2026/post-1/index.en.md", "The text", "A text")
    approved.commit()
    with pytest.raises(ProblemsFound):
        build(approved.root, Edition(NOW), None, strict=False)
    assert (approved.root / PAGE).read_bytes() == before


def test_a_post_that_awaits_consent_is_in_the_preview_and_in_no_byte_of_the_site(approved: Office) -> None:
    approved.edit("content/posts/2026/post-1/index.en.md", "The text", "Secretword")
    approved.commit()
    (approved.root / "approvals/2026/post-1/legal.txt").unlink()
    (approved.root / "approvals/2026/post-1/legal.txt.sig").unlink()
    build(approved.root, Edition(NOW), None, strict=False)
    assert holding(approved.root / "site", "Secretword") == []
    assert not (approved.root / PAGE).exists()
    build(approved.root, Edition(None), None, strict=False)
    assert holding(approved.root / "preview", "Secretword")
