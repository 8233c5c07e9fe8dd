"""A git repository with a newsroom in a folder of its own, whose commits have the instants that a test gives them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

from tests.samples import Tree, write_newsroom, write_post

POST: Final = "content/posts/2026/post-1"
BEGUN: Final = "2026-01-10T08:00:00+00:00"
"""Before the release of the sample post, on 15 January at 09:00 in Muscat."""


class Archive:
    """A newsroom that is committed, in a folder of a repository that has others."""

    def __init__(self, folder: Path) -> None:
        self.top = folder / "work"
        self.root = self.top / "newsroom"
        self.top.mkdir()
        self.git("init", "--quiet", "--initial-branch=main", at=BEGUN)
        write_newsroom(self.root, posts=0)
        self.commit(BEGUN)

    def git(self, *arguments: str, at: str, written: str = "") -> str:
        who = {f"GIT_{role}_{what}": "a@x.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        times = {"GIT_AUTHOR_DATE": written or at, "GIT_COMMITTER_DATE": at}
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        run = subprocess.run(
            command, cwd=self.top, env={**os.environ, **who, **times}, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()

    def commit(self, at: str, *, written: str = "") -> str:
        """Commit all that was changed, at an instant; it was ``written`` then, or at another."""
        self.git("add", "--all", at=at)
        self.git("commit", "--quiet", "--allow-empty", "-m", "Change", at=at, written=written)
        return self.git("rev-parse", "HEAD", at=at)

    def post(self, at: str, *, slug: str = "post-1", written: str = "", title: str = "Title", **keys: object) -> str:
        """Write the first post with an English title and other keys, and commit it."""
        shared: Tree = dict(keys)
        write_post(self.root, 1, slug=slug, ar=shared, en={"title": title}, body_en=f"Words of {title}.")
        return self.commit(at, written=written)

    def clone(self, folder: Path, *options: str) -> Path:
        """The newsroom's folder in a clone."""
        self.git("clone", "--quiet", *options, f"file://{self.top}", str(folder), at=BEGUN)
        return folder / "newsroom"
