"""Many pushes, while processes are killed, disks fill up and posts are wrong, and a reader looks on all the time.

.venv/bin/python -m tests.publishing.soak --pushes 200

A real bare repository with real hooks, and a real nginx whose root is the link to what is live. At the end stands what
a build that knows nothing makes of the last commit.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.hosting.served import Served
from tests.hosting.server import serving
from tests.publishing.hosted import HOST, Hosted, begin
from tests.publishing.reader import Reader, digests, failures, first_mixture

ASKED: Final = (
    "ar/",
    "en/",
    "ar/posts/2026/post-1/",
    "en/posts/2026/post-1/",
    "ar/feed.xml",
    "en/feed.xml",
    "en/atom.xml",
    "en/feed.json",
    "sitemap.xml",
    "assets/newsroom.css",
)
"""Addresses that every release has, some of which differ in each."""
LONGEST: Final = 6.0
"""Seconds after a push has begun, up to which something is killed."""
EVENTS: Final = ("nothing", "nothing", "killed", "killed", "all killed", "full disk", "wrong post", "overtaken")
DISK: Final = 600 * 2**20
SPARE: Final = 100_000
"""Bytes that a full disk still has."""


@dataclass
class Account:
    """What happened, and what must not: ``unserved`` are pushes that went well and were not live then."""

    pushes: Counter[str] = field(default_factory=Counter)
    unserved: list[str] = field(default_factory=list)
    releases: int = 0
    requests: int = 0
    failed_requests: int = 0
    mixture: str = ""
    different: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.unserved or self.failed_requests or self.mixture or self.different)


def soak(folder: Path, pushes: int, seed: int) -> Account:
    """Push many times to a host in a folder, and give an account of it."""
    chance, account = Random(seed), Account()
    with _disk(folder / HOST) as has_disk:
        begin(folder)
        hosted = Hosted(folder)
        hosted.set_alone(keep=1000)
        first = hosted.push()
        assert first.returncode == 0, first.stderr
        begun = time.monotonic()
        with _nginx(folder, hosted) as port:
            reader = Reader(port, ASKED, Random(seed))
            reader.start()
            newsroom = _Pusher(hosted, chance, account, has_disk=has_disk)
            for number in range(2, pushes + 2):
                newsroom.push(number)
            newsroom.end()
            reader.stop()
        account.seconds = round(time.monotonic() - begun, 1)
        _look_back(hosted, reader, account)
        account.different = _different(hosted, folder / "fresh")
    return account


class _Pusher:
    """Writes posts and pushes them, whatever befalls the push."""

    def __init__(self, hosted: Hosted, chance: Random, account: Account, *, has_disk: bool) -> None:
        self._hosted = hosted
        self._chance = chance
        self._account = account
        self._has_disk = has_disk
        self._wrong: list[int] = []

    def push(self, number: int) -> None:
        """Write a post and push it; one of several things happens meanwhile."""
        event = self._chance.choice(EVENTS)
        self._account.pushes[event] += 1
        while self._wrong:
            self._hosted.write_post(self._wrong.pop())
        self._hosted.write_post(number, title=self._title())
        if event == "wrong post":
            self._hosted.write_post(number, author="nobody-of-this-name")
            self._wrong.append(number)
        commit = self._hosted.commit(f"Post {number}")
        if event == "full disk" and self._has_disk:
            with _full(self._hosted.folder):
                self._hosted.push()
        elif event == "overtaken":
            self._overtaken(number)
        else:
            self._watched(event, commit)

    def end(self) -> None:
        """Push something right at last, undisturbed."""
        while self._wrong:
            self._hosted.write_post(self._wrong.pop())
        commit = self._hosted.commit("The last one")
        self._push_well(commit)

    def _watched(self, event: str, commit: str) -> None:
        if event == "nothing":
            self._push_well(commit)
            return
        push = self._hosted.pushing()
        if event in {"killed", "all killed"}:
            time.sleep(self._chance.uniform(0, LONGEST))
            _kill(push.pid, self._chance, everything=event == "all killed")
        push.communicate()

    def _overtaken(self, number: int) -> None:
        """Begin a push, and push something else before it has ended."""
        first = self._hosted.pushing()
        time.sleep(self._chance.uniform(0, LONGEST))
        self._hosted.write_post(number, title=self._title())
        commit = self._hosted.commit(f"Post {number} again")
        last = self._hosted.push()
        first.communicate()
        if last.returncode == 0:
            self._expect(commit, last.stderr)

    def _title(self) -> str:
        return f"عنوان {''.join(self._chance.choices('بتثجحخسش', k=8))}"

    def _push_well(self, commit: str) -> None:
        answer = self._hosted.push()
        self._expect(commit, answer.stderr)

    def _expect(self, commit: str, said: str) -> None:
        if self._hosted.live.commit != commit:
            self._account.unserved.append(f"{commit}: {said}")


def _kill(top: int, chance: Random, *, everything: bool) -> None:
    """Kill one of the processes below one, or all of them."""
    processes = list(_below(top))
    for process in processes if everything else chance.sample(processes, min(1, len(processes))):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _below(top: int) -> Iterator[int]:
    with suppress(OSError):
        for child in Path(f"/proc/{top}/task/{top}/children").read_text().split():
            yield int(child)
            yield from _below(int(child))


def _look_back(hosted: Hosted, reader: Reader, account: Account) -> None:
    releases = [digests(hosted.releases.site(release), ASKED) for release in hosted.releases.all()]
    account.releases, account.requests = len(releases), len(reader.answers)
    account.failed_requests = len(failures(reader.answers))
    account.mixture = str(first_mixture(reader.answers, releases) or "")


def _different(hosted: Hosted, fresh: Path) -> list[str]:
    """The files of what is live that are not those of a build that knows nothing."""
    live = hosted.live
    hosted.git("clone", "--quiet", str(hosted.host.repository), str(fresh))
    build(fresh, Edition(live.instant), fresh.with_name("site"), strict=False)
    return list(_unequal(filecmp.dircmp(hosted.releases.site(live), fresh.with_name("site"), ignore=[], hide=[])))


def _unequal(compared: filecmp.dircmp[str]) -> Iterator[str]:
    _, wrong, strange = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    yield from (*compared.left_only, *compared.right_only, *wrong, *strange)
    for below in compared.subdirs.values():
        yield from _unequal(below)


@contextmanager
def _nginx(folder: Path, hosted: Hosted) -> Iterator[int]:
    with serving("nginx", folder, Served("https://newsroom.sample.example/", hosted.folder / "live")) as port:
        yield port


@contextmanager
def _disk(folder: Path) -> Iterator[bool]:
    """Make a folder on a disk of its own that can be filled; whether that could be done, as only root may."""
    folder.mkdir()
    mounted = _mounts("-t", "tmpfs", "-o", f"size={DISK},mode=755", "tmpfs", str(folder))
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)


def _mounts(*options: str) -> bool:
    return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0


@contextmanager
def _full(folder: Path) -> Iterator[None]:
    """Leave hardly any room on a disk."""
    told = os.statvfs(folder)
    used = (told.f_blocks - told.f_bfree) * told.f_frsize
    _mounts("-o", f"remount,size={used + SPARE}", str(folder))
    try:
        yield
    finally:
        _mounts("-o", f"remount,size={DISK}", str(folder))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run it, print the account, and fail where something happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pushes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        account = soak(Path(folder), wanted.pushes, wanted.seed)
    sys.stdout.write(json.dumps(vars(account), ensure_ascii=False, indent=2) + "\n")
    raise SystemExit(0 if account.is_good else 1)


if __name__ == "__main__":
    main()
