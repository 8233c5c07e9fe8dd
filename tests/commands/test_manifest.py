"""``newsroom manifest``: a finished site is signed by whoever builds it, wherever."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom import cli
from newsroom.commands.manifest import KEY, key_file
from newsroom.pages.addresses import MANIFEST, SIGNATURE
from newsroom.releases.signing import read_manifest
from tests.hosting.server import HERE, free_port, running
from tests.releases.sites import ADDRESS, COMMIT, MONDAY, PAGE, REPORT, TUESDAY, public, publish, site_in, stock_verify
from tests.samples import write_newsroom


@pytest.fixture
def root(tmp_path: Path, key: Path) -> Path:
    return write_newsroom(tmp_path / "newsroom", address=ADDRESS, hosting={"keys": [{"key": public(key).key}]})


@pytest.fixture
def site(root: Path, key: Path) -> Path:
    return site_in(root / "site", key)


def sign(root: Path, site: Path, *options: str | Path) -> int:
    return cli.run(["--root", str(root), "manifest", str(site), *map(str, options)])


def test_a_site_is_signed_with_the_key_in_a_file(root: Path, site: Path, key: Path) -> None:
    assert sign(root, site, "--key", key, "--commit", COMMIT) == 0
    assert stock_verify(site).returncode == 0
    made = read_manifest(site)
    assert made
    assert (made.address, made.commit) == (ADDRESS, COMMIT)
    assert made.published.utcoffset() == MONDAY.utcoffset()


@pytest.mark.parametrize("change", [str, str.strip, lambda words: words.replace("\n", "\r\n")])
def test_a_site_is_signed_with_the_key_in_the_environment(
    root: Path, site: Path, key: Path, change: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, change(key.read_text()))  # type: ignore[operator]
    assert sign(root, site) == 0
    assert stock_verify(site).returncode == 0


def test_a_key_from_the_environment_is_nobody_elses_and_gone_afterwards() -> None:
    with key_file(None, {KEY: "secret"}) as file:
        assert stat.S_IMODE(os.stat(file).st_mode) == 0o600  # noqa: PTH116
    assert not file.exists()


def test_without_a_key_nothing_is_signed(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(KEY, raising=False)
    assert sign(root, site) == 3
    assert KEY in capsys.readouterr().err
    assert not (site / MANIFEST).exists()


def test_the_chain_goes_on_from_a_manifest_that_was_kept(root: Path, site: Path, tmp_path: Path, key: Path) -> None:
    before = site_in(tmp_path / "before", key, **{PAGE: "<p>Before</p>"})
    earlier = publish(before, key)
    assert sign(root, site, "--key", key, "--previous", before / MANIFEST) == 0
    made = read_manifest(site)
    assert made
    assert made.previous == earlier.digest
    assert (made.files[REPORT].since, made.files[PAGE].since) == (MONDAY, made.published)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that a server shows, and its address."""
    folder, port = tmp_path / "live", free_port()
    folder.mkdir()
    with running(tmp_path, f"server {{ listen {HERE}:{port}; root {folder}; }}", port):
        yield folder, f"http://{HERE}:{port}/"


def test_the_chain_goes_on_from_the_site_as_it_stands(
    root: Path, site: Path, key: Path, live: tuple[Path, str]
) -> None:
    folder, address = live
    earlier = publish(site_in(folder, key), key)
    assert sign(root, site, "--key", key, "--previous", address) == 0
    made = read_manifest(site)
    assert made
    assert (made.previous, made.files[REPORT].since) == (earlier.digest, MONDAY)


def test_a_site_without_a_manifest_has_no_manifest_before(
    root: Path, site: Path, key: Path, live: tuple[Path, str]
) -> None:
    assert sign(root, site, "--key", key, "--previous", live[1]) == 0
    made = read_manifest(site)
    assert made
    assert made.previous == ""


def test_a_site_that_cannot_be_asked_is_not_taken_for_one_without(root: Path, site: Path, key: Path) -> None:
    assert sign(root, site, "--key", key, "--previous", "http://127.0.0.1:1/") == 3
    assert not (site / MANIFEST).exists()


def test_what_somebody_else_signed_is_no_manifest_before(
    root: Path, site: Path, tmp_path: Path, key: Path, other_key: Path
) -> None:
    forged = site_in(tmp_path / "forged", other_key)
    publish(forged, other_key, TUESDAY)
    assert sign(root, site, "--key", key, "--previous", forged / MANIFEST) == 3


def test_a_short_name_of_a_commit_is_refused(root: Path, site: Path, key: Path) -> None:
    assert sign(root, site, "--key", key, "--commit", "main") == 3


def test_a_newsroom_with_problems_says_them(
    root: Path, site: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_newsroom(root, hosting={"keys": [{"key": "ssh-ed25519 AAAA"}]})
    assert sign(root, site, "--key", key) == 1
    assert "NR203" in capsys.readouterr().out
    assert not (site / SIGNATURE).exists()
