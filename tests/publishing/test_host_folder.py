"""A host's folder: who may read what of it, that it may be moved, and what becomes of it where disk or hand fails."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.publishing.preparing import prepare_host
from newsroom.releases import store
from tests.publishing.hosted import Hosted


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("", 0o755),
        ("releases", 0o755),
        ("host.yml", 0o600),
        ("repository.git", 0o700),
        ("checkout", 0o700),
    ],
)
def test_the_world_sees_what_is_served_and_nothing_else(name: str, mode: int, hosted: Hosted) -> None:
    assert _mode(hosted.folder / name) == mode


def test_a_web_server_can_read_all_of_a_release_whoever_pushed(hosted: Hosted) -> None:
    hosted.write_post(2)
    hosted.commit()
    before = os.umask(0o077)
    try:
        assert hosted.push().returncode == 0
    finally:
        os.umask(before)
    release = (hosted.folder / "live").resolve().parent
    closed = [path for path in (release, *release.rglob("*")) if not path.stat().st_mode & stat.S_IROTH]
    assert closed == []


def test_a_host_that_is_made_again_keeps_what_is_there(hosted: Hosted) -> None:
    hosted.set(largest=3)
    before = hosted.live, (hosted.folder / "host.yml").read_bytes()
    assert list(prepare_host(hosted.folder, "other", "ar")) == []
    assert (hosted.live, (hosted.folder / "host.yml").read_bytes()) == before


def test_a_hook_of_somebody_elses_is_not_overwritten(hosted: Hosted) -> None:
    hook = hosted.folder / "repository.git/hooks/post-receive"
    hook.write_text("#!/bin/sh\necho mine\n")
    with pytest.raises(Refused, match="is a hook of somebody else's; call from it: "):
        list(prepare_host(hosted.folder, "main", "en"))
    assert "echo mine" in hook.read_text()


def test_a_host_that_was_moved_publishes_where_it_is_now(hosted: Hosted, tmp_path: Path) -> None:
    hosted.folder = hosted.folder.rename(tmp_path / "moved")
    list(prepare_host(hosted.folder, "main", "en"))
    hosted.write_post(2)
    hosted.commit()
    assert "release 2 is live" in hosted.push().stderr
    assert hosted.live.counts.posts == 4


def test_the_copy_of_a_host_leaves_the_first_alone(hosted: Hosted, tmp_path: Path) -> None:
    first = hosted.folder
    hosted.commit_and_publish()
    hosted.folder = shutil.copytree(first, tmp_path / "copy", symlinks=True)
    hosted.write_post(2)
    hosted.commit_and_publish()
    assert "post-2" in hosted.shown("en/index.html")
    hosted.folder = first
    assert hosted.live.number == 2
    assert not (first / "checkout/content/posts/2026/post-2").exists()


def _delete_checkout(folder: Path) -> None:
    shutil.rmtree(folder / "checkout")


def _make_checkout_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "checkout")
    (folder / "checkout").write_text("stray")


def _take_away_its_repository(folder: Path) -> None:
    (folder / "checkout/.git").unlink()


def _change_what_was_checked_out(folder: Path) -> None:
    (folder / "checkout/newsroom.yml").write_text("stray")
    (folder / "checkout/content/posts/2026/stray").mkdir()


def _delete_what_is_served(folder: Path) -> None:
    shutil.rmtree((folder / "live").resolve().parent)


def _delete_the_link(folder: Path) -> None:
    (folder / "live").unlink()


def _delete_the_record(folder: Path) -> None:
    (folder / "live/../release.json").resolve().unlink()


@pytest.mark.parametrize(
    "damage",
    [
        _delete_checkout,
        _make_checkout_a_file,
        _take_away_its_repository,
        _change_what_was_checked_out,
        _delete_what_is_served,
        _delete_the_link,
        _delete_the_record,
    ],
)
def test_what_was_damaged_by_hand_is_put_right_by_the_next_publication(
    damage: Callable[[Path], None], hosted: Hosted
) -> None:
    hosted.write_post(2)
    hosted.take(hosted.commit())
    damage(hosted.folder)
    release = hosted.publish().release
    assert release == hosted.live
    assert release.counts.posts == 4
    assert "post-2" in hosted.shown("en/index.html")
    assert not (hosted.folder / "checkout/content/posts/2026/stray").exists()


def test_a_folder_in_the_place_of_the_link_is_left_alone_and_told_of(hosted: Hosted) -> None:
    live = hosted.folder / "live"
    live.unlink()
    live.mkdir()
    (live / "mine.html").write_text("mine")
    hosted.commit()
    answer = hosted.push()
    assert "live is not the link that we made" in answer.stderr
    assert (live / "mine.html").read_text() == "mine"


def test_where_the_disk_is_full_what_is_served_stays_and_nothing_lies_about(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "releases/.next")

    live = hosted.live
    hosted.take(hosted.commit())
    monkeypatch.setattr(store, "copy_by_links", full)
    with pytest.raises(Refused, match=r"No space left on device.*what is served was left as it was"):
        hosted.publish()
    assert hosted.live == live
    assert not (hosted.folder / "releases/.next").exists()


@pytest.fixture
def small_disk(hosted: Hosted) -> Hosted:
    """The host on a disk of its own that has hardly any room left."""
    aside = hosted.folder.rename(hosted.folder.with_name("aside"))
    hosted.folder.mkdir()
    size = sum(path.lstat().st_blocks * 512 for path in aside.rglob("*"))
    options = f"size={size + 400_000}"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(hosted.folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk; the test above lets one call fail")
    shutil.copytree(aside, hosted.folder, symlinks=True, dirs_exist_ok=True)
    return hosted


def test_a_push_to_a_full_disk_is_told_of_it_and_room_is_all_it_takes(small_disk: Hosted) -> None:
    try:
        live = small_disk.live
        for number in range(2, 12):
            small_disk.write_post(number)
        small_disk.commit()
        answer = small_disk.push()
        assert "No space left on device" in answer.stderr or "cannot be written" in answer.stderr, answer.stderr
        assert small_disk.live == live
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk.folder)], check=True)
        small_disk.push()
        assert small_disk.publish().release.counts.posts == 22
    finally:
        subprocess.run(["umount", "-l", str(small_disk.folder)], check=False)
