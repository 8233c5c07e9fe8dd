"""The file of signers in a built site."""

from __future__ import annotations

from pathlib import Path

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.pages.addresses import SIGNERS
from tests.conftest import NOW
from tests.samples import PUBLIC_KEY, write_newsroom


def test_a_site_names_the_keys_with_which_it_is_signed(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, hosting={"keys": [{"key": f"{PUBLIC_KEY} huda@laptop"}]})
    build(root, Edition(NOW), None, strict=True)
    expected = f'newsroom@newsroom.sample.example namespaces="newsroom-manifest" {PUBLIC_KEY}\n'
    assert (root / "site" / SIGNERS).read_text() == expected


def test_a_site_without_keys_names_none(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path)
    build(root, Edition(NOW), None, strict=True)
    assert not (root / "site" / SIGNERS).exists()
