"""What is published on a host that has a key can be verified, and nothing is published that only says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.errors import ManifestUnusable, Refused
from newsroom.releases.signing import read_manifest
from tests.publishing.hosted import Hosted
from tests.releases.sites import key_in, public


def name_key(hosted: Hosted, key: Path) -> None:
    """Let the newsroom name the public part of a key."""
    with (hosted.root / "newsroom.yml").open("a", encoding="utf-8") as file:
        file.write(f"hosting:\n  keys:\n  - key: {public(key).key}\n")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    (tmp_path / "keys").mkdir()
    return key_in(tmp_path / "keys")


def test_each_release_has_its_manifest_in_which_old_bytes_keep_their_instant(hosted: Hosted, key: Path) -> None:
    name_key(hosted, key)
    hosted.set(key=key)
    first = hosted.commit_and_publish().release
    hosted.write_post(2)
    second = hosted.commit_and_publish().release
    manifest = read_manifest(hosted.releases.site(second))
    assert manifest
    since = {path: entry.since for path, entry in manifest.files.items()}
    assert manifest.commit == second.commit
    assert since["en/contacts/media-desk.vcf"] == first.instant.replace(microsecond=0)
    assert since["en/posts/2026/post-2/index.html"] == second.instant.replace(microsecond=0)


def test_a_key_that_the_newsroom_does_not_name_publishes_nothing(hosted: Hosted, key: Path, tmp_path: Path) -> None:
    live = hosted.live
    name_key(hosted, key)
    hosted.set(key=key_in(tmp_path, "other"))
    with pytest.raises(ManifestUnusable):
        hosted.commit_and_publish()
    assert hosted.live == live


def test_pages_that_say_how_they_are_verified_are_not_published_unsigned(hosted: Hosted, key: Path) -> None:
    live = hosted.live
    name_key(hosted, key)
    with pytest.raises(Refused, match="key: FILE"):
        hosted.commit_and_publish()
    assert hosted.live == live
