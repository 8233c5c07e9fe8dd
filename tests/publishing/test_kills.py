"""Killed at any step, a publication leaves a whole site live, and the next one puts all right."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from newsroom.publishing import publication
from newsroom.publishing.repository import Repository
from newsroom.releases import store
from newsroom.releases.store import Releases
from tests.publishing.hosted import Hosted

Owner = Any
STEPS: Final[Mapping[str, tuple[Owner, str, bool]]] = {
    "before checking out": (Repository, "check_out", False),
    "after checking out": (Repository, "check_out", True),
    "before copying": (store, "copy_by_links", False),
    "after beginning": (Releases, "begin", True),
    "after building": (publication, "build", True),
    "before writing what it holds": (publication, "write_contents", False),
    "before saving": (store, "_save", False),
    "after finishing": (Releases, "finish", True),
    "before exchanging the link": (Path, "replace", False),
    "after linking": (Path, "symlink_to", True),
    "after switching": (Releases, "switch", True),
    "before pruning": (Releases, "prune", False),
    "after taking out of the list": (Path, "rename", True),
    "after removing": (shutil, "rmtree", True),
}
"""Functions that a process is killed at when it first calls them in a publication, some after they did their work."""


def killed(step: str, hosted: Hosted) -> bool:
    """Publish in a process that is killed at a step; whether that came about."""
    child = os.fork()
    if child == 0:
        _die_at(*STEPS[step])
        try:
            hosted.publish()
        finally:
            os._exit(1)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _die_at(owner: Owner, name: str, after: bool) -> None:
    whole: Callable[..., Any] = getattr(owner, name)

    def dies(*arguments: Any, **options: Any) -> Any:
        if after:
            whole(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dies)


def rubbish(folder: Path) -> list[str]:
    """What no publication leaves behind."""
    releases = [path.name for path in (folder / "releases").iterdir() if not path.name[0].isdigit()]
    inside = [path.name for path in folder.glob("releases/*/.*")]
    locks = [path.name for path in folder.glob("repository.git/worktrees/*/index.lock")]
    links = [path.name for path in folder.glob("*.new")] + [path.name for path in folder.glob(".*.new")]
    return releases + inside + locks + links


@pytest.mark.parametrize("step", STEPS)
def test_whoever_is_killed_leaves_a_whole_site_and_the_next_puts_all_right(step: str, hosted: Hosted) -> None:
    hosted.set_alone(keep=1)
    hosted.commit_and_publish()
    hosted.write_post(2)
    hosted.take(hosted.commit())
    assert killed(step, hosted)
    posts = hosted.live.counts.posts
    assert posts in {2, 4}
    assert ("post-2" in hosted.shown("en/index.html")) == (posts == 4)
    assert hosted.publish().release.counts.posts == 4
    assert hosted.live.counts.posts == 4
    assert "post-2" in hosted.shown("en/index.html")
    assert rubbish(hosted.folder) == []


def test_the_lock_of_a_git_that_was_killed_is_taken_away(hosted: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.publishing.repository.PATIENCE", 0.1)
    hosted.commit_and_publish()
    (hosted.folder / "repository.git/worktrees/checkout/index.lock").write_text("")
    commit = hosted.commit()
    hosted.take(commit)
    assert hosted.publish().release.commit == commit


@pytest.mark.parametrize("name", ["releases/.next/site/half.html", "releases/.gone-000001-abc/site/half.html"])
def test_what_a_killed_process_left_is_swept_away_though_there_is_nothing_to_publish(name: str, hosted: Hosted) -> None:
    left = hosted.folder / name
    left.parent.mkdir(parents=True)
    left.write_text("half")
    assert not hosted.publish().anew
    assert rubbish(hosted.folder) == []
