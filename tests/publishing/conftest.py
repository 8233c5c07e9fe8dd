"""A host of one's own, for each test: one is made and pushed to once, and each test has a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from newsroom.publishing.preparing import prepare_host
from tests.publishing.hosted import FRESH, HOST, WORK, Hosted, begin


@pytest.fixture(scope="session")
def pushed_to(shared_folder: Path) -> Path:
    """A newsroom of one post and the host on which it is live, by a real push; to be copied and not to be changed."""
    folder = shared_folder / "pushed-to"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = folder.with_suffix(".making")
            begin(making)
            shutil.copytree(making / HOST, making / FRESH, symlinks=True)
            pushed = Hosted(making).push()
            assert pushed.returncode == 0, pushed.stderr
            making.rename(folder)
    return folder


@pytest.fixture
def hosted(pushed_to: Path, tmp_path: Path) -> Hosted:
    """A newsroom of one post, and the host on which it is live as release 1."""
    return _copied(pushed_to, HOST, tmp_path)


@pytest.fixture
def fresh(pushed_to: Path, tmp_path: Path) -> Hosted:
    """A newsroom of one post that was committed, and a host to which nothing was pushed yet."""
    return _copied(pushed_to, FRESH, tmp_path)


def _copied(source: Path, host: str, folder: Path) -> Hosted:
    shutil.copytree(source / WORK, folder / WORK)
    shutil.copytree(source / host, folder / HOST, symlinks=True)
    list(prepare_host(folder / HOST, "main", "en"))
    return Hosted(folder)
