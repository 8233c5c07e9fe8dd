"""Previews of branches, each at an address that nobody can guess, until the branch is merged or deleted.

A preview shows what is held back. Its address is the only key to it: whoever was told it can read on.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.language import Localized
from newsroom.publishing.permissions import CLOSED, HIDDEN, make_folder, make_secret
from newsroom.publishing.publication import Clock, Notice, mending_words
from newsroom.publishing.repository import Repository
from newsroom.reading.newsroom import MEMORY
from newsroom.releases.host import Host
from newsroom.releases.release import SITE
from newsroom.releases.store import NEXT, copy_by_links
from newsroom.releases.turns import taken

WAITING: Final = Localized("معاينة أخرى تُبنى الآن؛ ننتظر انتهاءها", "another preview is being built; waiting for it")


class Previewing:
    """Makes previews of a host's branches, and takes them away; ``notice`` hears of waiting."""

    def __init__(self, host: Host, clock: Clock, notice: Notice = lambda _: None) -> None:
        self._host = host
        self._clock = clock
        self._notice = notice
        self._repository = Repository(host.repository)

    def preview(self, branch: str) -> str | None:
        """The address at which a branch can be seen as it stands; nothing where all of it is published.

        Raises what a build raises; the preview before this one then stays.
        """
        with mending_words(), taken(self._host.previewing, lambda: self._notice(WAITING)):
            self._make_folders()
            commit = self._repository.unmerged(self._host.settings.branch).get(branch)
            if commit is None:
                return None
            token = self._token(branch)
            self._build(token, commit)
            return f"{self._host.settings.previews}{token}/"

    def sweep(self) -> None:
        """Take away the previews of branches that were deleted or merged."""
        if not self._host.previews.is_dir():
            return
        with mending_words(), taken(self._host.previewing, lambda: self._notice(WAITING)):
            branches = self._repository.unmerged(self._host.settings.branch) if self._host.settings.previews else {}
            wanted = {self._token(branch) for branch in branches}
            for folder in (self._host.previews, self._host.preview_sites, self._host.preview_checkouts):
                for stray in (path for path in folder.iterdir() if path.name not in wanted):
                    _remove(stray)
            self._repository.forget_worktrees()

    def _make_folders(self) -> None:
        make_folder(self._host.previews, HIDDEN)
        make_folder(self._host.preview_sites, HIDDEN)
        make_folder(self._host.preview_checkouts, CLOSED)

    def _token(self, branch: str) -> str:
        """A name of 256 bits that stays with a branch; only who has the host's secret can tell it."""
        if not self._host.secret.exists():
            make_secret(self._host.secret, secrets.token_hex(hashlib.sha256().digest_size))
        digest = hmac.digest(self._host.secret.read_bytes(), branch.encode(), "sha256")
        return base64.b32encode(digest).decode().rstrip("=").lower()

    def _build(self, token: str, commit: str) -> None:
        checkout, sites = self._host.preview_checkouts / token, self._host.preview_sites / token
        self._repository.check_out(commit, checkout)
        self._lend_memory(checkout)
        numbers = sorted(int(path.name) for path in sites.glob("[0-9]*"))
        following = sites / NEXT / SITE
        shutil.rmtree(following.parent, ignore_errors=True)
        following.parent.mkdir(parents=True)
        if numbers:
            copy_by_links(str(sites / str(numbers[-1])), str(following))
        edition = Edition(None, planned_at=self._clock())
        build(checkout, edition, following, strict=False, language=self._host.settings.language)
        made = following.rename(sites / str(numbers[-1] + 1 if numbers else 1))
        self._switch(token, made)
        for old in (following.parent, *(sites / str(number) for number in numbers)):
            shutil.rmtree(old, ignore_errors=True)

    def _lend_memory(self, checkout: Path) -> None:
        """Begin with what builds remember of the last preview, or of what is live: most of it is the same."""
        memory = checkout / MEMORY
        if memory.exists():
            return
        others = self._host.preview_checkouts.glob(f"*/{MEMORY}/preview.db")
        newest = max(others, key=lambda path: path.stat().st_mtime, default=self._host.checkout / MEMORY / "public.db")
        if newest.exists():
            memory.mkdir()
            shutil.copy2(newest, memory / "preview.db")

    def _switch(self, token: str, made: Path) -> None:
        """Show a preview: until now the one before answers, from now on this."""
        beside = self._host.previews / f".{token}.new"
        beside.unlink(missing_ok=True)
        beside.symlink_to(Path("..") / made.relative_to(self._host.folder), target_is_directory=True)
        beside.replace(self._host.previews / token)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)
