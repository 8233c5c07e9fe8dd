"""The file of the newsroom's own signers, read by ``ssh-keygen`` itself."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.model.newsroom import SigningKey
from newsroom.signatures.openssh import Outcome, Verifier, sign
from newsroom.signatures.signers import NAMESPACE, allowed_signers, principal
from tests.releases.sites import ADDRESS, MONDAY, TUESDAY, WEDNESDAY, key_in, public

TEXT = b"what is signed"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return key_in(tmp_path_factory.mktemp("keys"), "old")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return key_in(tmp_path_factory.mktemp("keys"), "new")


def outcome(old: Path, new: Path, signer: Path, moment: datetime.datetime, namespace: str = NAMESPACE) -> Outcome:
    """What is found of a signature where the old key signs until Tuesday."""
    signers = allowed_signers(ADDRESS, [public(new), SigningKey(public(old).key, TUESDAY)])
    signature = sign(TEXT, signer, namespace)
    return Verifier(namespace, signers).verdict(TEXT, signature, principal(ADDRESS), moment).outcome


@pytest.mark.parametrize(
    ("moment", "expected"),
    [(MONDAY, "good"), (TUESDAY - datetime.timedelta(seconds=1), "good"), (WEDNESDAY, "expired")],
    ids=["before", "at the last second", "after"],
)
def test_a_key_that_was_changed_signs_until_its_end(
    old: Path, new: Path, moment: datetime.datetime, expected: Outcome
) -> None:
    assert outcome(old, new, old, moment) == expected


def test_a_key_in_use_signs_at_any_time(old: Path, new: Path) -> None:
    assert outcome(old, new, new, MONDAY) == outcome(old, new, new, WEDNESDAY) == "good"


def test_the_keys_sign_manifests_and_nothing_else(old: Path, new: Path) -> None:
    assert outcome(old, new, new, MONDAY, "newsroom-approval") == "unknown"


def test_the_principal_is_the_newsroom_at_its_host() -> None:
    assert principal("https://www.sample.example:8443/newsroom/") == "newsroom@www.sample.example"
