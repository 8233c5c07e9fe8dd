"""A newsroom in a working copy, and a host to which it is pushed by a real git, through the real hooks."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

from newsroom.publishing.preparing import open_host, prepare_host
from newsroom.publishing.publication import Publication, Publishing
from newsroom.releases.host import Host
from newsroom.releases.release import Release
from newsroom.releases.store import Releases
from tests.samples import write_newsroom, write_post

NOBODY = {f"GIT_{role}_{what}": "a@x.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
WORK, HOST, FRESH = "work", "host", "fresh"
"""The folders of a working copy, of the host that it is pushed to, and of one that knows of no push."""


def begin(folder: Path) -> None:
    """Write and commit a newsroom of one post, and make a host."""
    write_newsroom(folder / WORK)
    list(prepare_host(folder / HOST, "main", "en"))
    made = Hosted(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("First")


class Hosted:
    """A working copy with a newsroom of one post, and the host that it is pushed to."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / WORK
        self.folder = folder / HOST

    @property
    def host(self) -> Host:
        """The host as its settings are now."""
        return open_host(self.folder)

    @property
    def releases(self) -> Releases:
        """What was published."""
        return Releases(self.host)

    @property
    def live(self) -> Release:
        """What is served."""
        release = self.releases.live
        assert release
        return release

    def git(self, *arguments: str) -> str:
        """What git answers in the working copy."""
        run = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**os.environ, **NOBODY},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout.strip()

    def commit(self, message: str = "Change") -> str:
        """Commit everything; the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def write_post(self, number: int, **changes: object) -> Path:
        """Write a post of a number, with keys of its own; its folder."""
        return write_post(self.root, number, ar=dict(changes))

    def set(self, **settings: object) -> None:
        """Say more in host.yml."""
        with (self.folder / "host.yml").open("a") as file:
            file.writelines(f"{name}: {value}\n" for name, value in settings.items())

    def set_alone(self, **settings: object) -> None:
        """Say these in host.yml, and nothing else."""
        (self.folder / "host.yml").unlink()
        self.set(**settings)

    def pushing(self, *options: str, refs: str = "main", **environment: str) -> subprocess.Popen[str]:
        """Begin to push; what is said to whoever pushes comes on ``stderr``."""
        return subprocess.Popen(
            ["git", "push", *options, str(self.folder / "repository.git"), *refs.split()],
            cwd=self.root,
            env={**os.environ, **NOBODY, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="surrogateescape",
        )

    def push(self, *options: str, refs: str = "main", **environment: str) -> subprocess.CompletedProcess[str]:
        """Push refs, whatever comes of it; what is said to whoever pushes stands in ``stderr``."""
        process = self.pushing(*options, refs=refs, **environment)
        said = process.communicate()[1]
        return subprocess.CompletedProcess(process.args, process.returncode, "", said)

    def take(self, commit: str, branch: str = "main") -> None:
        """Let the repository have a commit at a branch's tip, as a push whose hook was killed leaves it."""
        hooks = self.host.repository / "hooks"
        aside = hooks.rename(hooks.with_name("hooks.aside"))
        answer = self.push(refs=f"{commit}:refs/heads/{branch}")
        aside.rename(hooks)
        assert answer.returncode == 0, answer.stderr

    def publishing(self, at: datetime.datetime | None = None) -> Publishing:
        """What publishes in this very process, at an instant or now."""
        return Publishing(self.host, lambda: at or datetime.datetime.now(datetime.UTC))

    def publish(self, at: datetime.datetime | None = None) -> Publication:
        """Publish in this very process, at an instant or now."""
        return self.publishing(at).publish()

    def commit_and_publish(self, message: str = "Change", at: datetime.datetime | None = None) -> Publication:
        """Commit everything and publish it in this very process: what a push does, in a tenth of the time."""
        self.take(self.commit(message))
        return self.publish(at)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a verb of ours at the host."""
        return run_ours(*arguments, "--host", str(self.folder), **environment)

    def shown(self, path: str) -> str:
        """A file of the site that is served."""
        return (self.folder / "live" / path).read_text(encoding="utf-8")


def run_ours(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this very program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "newsroom", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
