"""Which commit is to be served: asked by whoever publishes, and once a second by whoever waits for the next instant."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newsroom.errors import PushRefused
from newsroom.publishing.repository import Repository
from newsroom.releases.host import Host

_TRUSTED: Final = 60
"""Looks at the files of refs for which they are believed, before git itself is asked again."""

Signature = tuple[tuple[int, int] | None, ...]


def wanted_commit(host: Host) -> str:
    """The branch's tip, or the commit to which somebody went back. Raises :class:`PushRefused` where there is none."""
    pinned = pinned_commit(host)
    if pinned:
        return pinned
    tip = Repository(host.repository).tip(host.settings.branch)
    if tip is None:
        raise PushRefused(
            f"nothing was pushed to the branch {host.settings.branch} yet; push it, or name another in host.yml",
            f"لم يُدفع شيء إلى الفرع {host.settings.branch} بعد؛ ادفعه أو سمّ غيره في host.yml",
        )
    return tip


def pinned_commit(host: Host) -> str | None:
    """The commit to which somebody went back, or nothing."""
    try:
        return host.pin.read_text().strip() or None
    except FileNotFoundError:
        return None


class Lookout:
    """Tells the commit that is wanted, and starts git only when a file changed that may tell of another."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._signature: Signature | None = None
        self._looks = 0
        self._wanted: str | None = None

    def wanted(self) -> str | None:
        """The commit that is wanted now, or nothing where nothing was pushed yet."""
        self._looks += 1
        signature = self._look()
        if signature != self._signature or self._looks > _TRUSTED:
            self._wanted = self._asked()
            self._signature, self._looks = signature, 0
        return self._wanted

    def _asked(self) -> str | None:
        try:
            return wanted_commit(self._host)
        except PushRefused:
            return None

    def _look(self) -> Signature:
        repository = self._host.repository
        branch = repository / "refs" / "heads" / self._host.settings.branch
        # Where git keeps refs: one by one, all in one file, or in tables
        # (https://git-scm.com/docs/gitrepository-layout, https://git-scm.com/docs/reftable).
        packed, tables = repository / "packed-refs", repository / "reftable" / "tables.list"
        return tuple(map(_stamp, (self._host.pin, branch, packed, tables)))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino
