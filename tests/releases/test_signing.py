"""A manifest in a site: what it names, and whose signature it lets pass."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest

from newsroom.errors import ManifestUnusable, Refused, SiteNotFound
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS
from newsroom.releases import digests as digesting
from newsroom.releases.digests import digest_of, digests
from newsroom.releases.signing import read_manifest
from tests.releases.sites import FILES, MONDAY, PAGE, REPORT, TUESDAY, publish, site_in, stock_verify


@pytest.fixture
def site(tmp_path: Path, key: Path) -> Path:
    return site_in(tmp_path / "site", key)


def copied(site: Path, to: Path) -> Path:
    """A release as the next one begins: hard links of the files of the last."""
    return Path(shutil.copytree(site, to, copy_function=os.link))


def replaced(file: Path, text: str) -> None:
    """Put another file in the place of one, as builds do."""
    beside = file.with_name("beside")
    beside.write_text(text)
    beside.replace(file)


def test_stock_ssh_keygen_finds_the_signature_good(site: Path, key: Path) -> None:
    publish(site, key)
    assert stock_verify(site).stdout.startswith('Good "newsroom-manifest" signature for newsroom@newsroom.sample')


def test_stock_ssh_keygen_finds_that_a_manifest_was_doctored(site: Path, key: Path) -> None:
    publish(site, key)
    replaced(site / MANIFEST, (site / MANIFEST).read_text().replace("a", "b", 1))
    assert stock_verify(site).returncode != 0


def test_a_manifest_names_every_file_but_itself_its_signature_and_packed_twins(site: Path, key: Path) -> None:
    (site / f"{PAGE}.gz").write_bytes(gzip.compress(FILES[PAGE].encode()))
    (site / "an-archive.gz").write_bytes(gzip.compress(b"nothing beside it"))
    publish(site, key)
    assert set(publish(site, key, TUESDAY).files) == {*FILES, SIGNERS, "an-archive.gz"}


def test_two_publications_of_the_same_are_the_same_bytes(site: Path, tmp_path: Path, key: Path) -> None:
    other = site_in(tmp_path / "other", key)
    publish(site, key)
    publish(other, key)
    assert [(site / name).read_bytes() for name in (MANIFEST, SIGNATURE)] == [
        (other / name).read_bytes() for name in (MANIFEST, SIGNATURE)
    ]


def test_a_release_leaves_the_manifest_of_the_last_as_it_was(site: Path, tmp_path: Path, key: Path) -> None:
    publish(site, key)
    before = (site / MANIFEST).read_bytes()
    publish(copied(site, tmp_path / "next"), key, TUESDAY, earlier=site)
    assert (site / MANIFEST).read_bytes() == before
    assert stock_verify(site).returncode == stock_verify(tmp_path / "next").returncode == 0


def test_what_is_the_same_file_as_in_the_last_release_is_not_read_again(
    site: Path, tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, key)
    following = copied(site, tmp_path / "next")
    replaced(following / PAGE, "<p>A larger cold store</p>")
    asked: list[str] = []

    def counted(file: Path) -> str:
        asked.append(file.relative_to(following).as_posix())
        return digest_of(file)

    monkeypatch.setattr(digesting, "digest_of", counted)
    made = publish(following, key, TUESDAY, earlier=site)
    assert asked == [PAGE]
    assert {path: entry.digest for path, entry in made.files.items()} == digests(following)
    assert (made.files[PAGE].since, made.files[REPORT].since) == (TUESDAY, MONDAY)


def test_a_file_of_the_same_size_that_was_changed_is_read_again(site: Path, tmp_path: Path, key: Path) -> None:
    publish(site, key)
    following = copied(site, tmp_path / "next")
    replaced(following / PAGE, FILES[PAGE].upper())
    assert publish(following, key, TUESDAY, earlier=site).files[PAGE].digest == digest_of(following / PAGE)


def test_a_key_that_the_site_does_not_name_signs_nothing(site: Path, other_key: Path) -> None:
    with pytest.raises(ManifestUnusable, match=r"hosting\.keys"):
        publish(site, other_key)
    assert not (site / MANIFEST).exists()


def test_a_site_that_names_no_key_is_told_so(site: Path, key: Path) -> None:
    (site / SIGNERS).unlink()
    with pytest.raises(ManifestUnusable, match=r"hosting\.keys"):
        publish(site, key)


def test_a_key_that_others_may_read_is_refused(site: Path, key: Path, tmp_path: Path) -> None:
    loose = Path(shutil.copy(key, tmp_path / "loose"))
    loose.chmod(0o644)
    with pytest.raises(Refused, match="Permissions 0644"):
        publish(site, loose)


def test_a_link_out_of_the_site_has_no_digest(site: Path, key: Path) -> None:
    (site / "passwd").symlink_to("/etc/passwd")
    with pytest.raises(ManifestUnusable, match="is no file"):
        publish(site, key)


def test_no_site_has_no_manifest(tmp_path: Path, key: Path) -> None:
    assert read_manifest(tmp_path / "nowhere") is None
    with pytest.raises(SiteNotFound):
        publish(tmp_path / "nowhere", key)
