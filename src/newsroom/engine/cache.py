"""What earlier builds made, kept by kind and key in one file.

A cache only ever saves time: what is broken, half-written or another version's is thrown away, and said so.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, TypeVar

from newsroom.model.language import Localized

BROKEN: Final = Localized(
    "كانت الذاكرة المخبأة تالفة فحُذفت، ويُبنى كل شيء من جديد",
    "the cache was broken and has been thrown away; everything is built anew",
)
OUTDATED: Final = Localized(
    "كانت الذاكرة المخبأة من إصدار آخر فحُذفت، ويُبنى كل شيء من جديد",
    "the cache was made by another version and has been thrown away; everything is built anew",
)
PATIENCE: Final = 60
"""Seconds to wait for another build that is writing to the same cache."""

_VERSION: Final = ("cache", "version")
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS entries"
    " (kind TEXT, key TEXT, value BLOB NOT NULL, checksum BLOB NOT NULL, PRIMARY KEY (kind, key))"
)

Result = TypeVar("Result")


class Cache:
    """A file of entries. ``version`` names all that their meaning depends on; ``discarded`` says why they were lost.

    Entries that are put together are kept together or not at all. After a fork each process opens the file for itself.
    """

    def __init__(self, path: Path, version: str) -> None:
        self.discarded: Localized[str] | None = None
        self._path = path
        self._owner = self._process = os.getpid()
        existed = path.exists()
        self._connection = self._connect()
        if existed and self.get(*_VERSION) != version.encode():
            self._discard(OUTDATED if self._connection else BROKEN)
            existed = False
        if not existed:
            self._begin(version)

    def get(self, kind: str, key: str) -> bytes | None:
        """An entry, or nothing."""

        def select(connection: sqlite3.Connection) -> bytes | None:
            where = "WHERE kind = ? AND key = ?"
            row = connection.execute(f"SELECT value, checksum FROM entries {where}", (kind, key)).fetchone()  # noqa: S608
            return _checked(kind, key, *row) if row else None

        return self._attempt(select, None)

    def all(self, kind: str) -> dict[str, bytes]:
        """Every entry of a kind."""

        def select(connection: sqlite3.Connection) -> dict[str, bytes]:
            rows = connection.execute("SELECT key, value, checksum FROM entries WHERE kind = ?", (kind,))
            return {key: _checked(kind, key, value, checksum) for key, value, checksum in rows}

        return self._attempt(select, {})

    def keys(self, kind: str) -> set[str]:
        """The key of every entry of a kind."""

        def select(connection: sqlite3.Connection) -> set[str]:
            return {key for (key,) in connection.execute("SELECT key FROM entries WHERE kind = ?", (kind,))}

        return self._attempt(select, set())

    def put(self, kind: str, entries: Iterable[tuple[str, bytes]]) -> None:
        """Keep entries of a kind."""
        rows = [(kind, key, value, _checksum(kind, key, value)) for key, value in entries]

        def insert(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)

        if rows:
            self._attempt(insert, None)

    def keep(self, kind: str, keys: Collection[str]) -> None:
        """Forget the entries of a kind but those with these keys; the file holds nothing of them any more."""
        stale = [(kind, key) for key in self.keys(kind) if key not in keys]

        def delete(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("DELETE FROM entries WHERE kind = ? AND key = ?", stale)

        if stale:
            self._attempt(delete, None)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def _attempt(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """What the work gives; where the file fails it, the cache ends and not the build."""
        if self._process != os.getpid():
            # The parent's connection is only dropped: closing it here would release the locks that the parent holds.
            self._process, self._connection = os.getpid(), self._connect()
        if self._connection is None:
            return otherwise
        try:
            return work(self._connection)
        except sqlite3.Error:
            self._discard(BROKEN)
            return otherwise

    def _discard(self, why: Localized[str]) -> None:
        self.close()
        self.discarded = self.discarded or why
        if self._process == self._owner:
            for name in (self._path.name, f"{self._path.name}-journal"):
                with suppress(OSError):
                    self._path.with_name(name).unlink(missing_ok=True)

    def _begin(self, version: str) -> None:
        if self._connection is None:
            self._connection = self._connect()
        row = (*_VERSION, version.encode(), _checksum(*_VERSION, version.encode()))

        def create(connection: sqlite3.Connection) -> None:
            connection.execute("PRAGMA auto_vacuum = FULL")
            # Two first builds may come here at once.
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_TABLE)
                connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", row)

        self._attempt(create, None)

    def _connect(self) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _ignore(self._path.parent)
            connection = sqlite3.connect(self._path, timeout=PATIENCE, check_same_thread=False)
            # Whoever loses power may lose the cache, and it is then found broken: no build waits for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA secure_delete = ON")
        except (OSError, sqlite3.Error):
            return None
        return connection


def copy_cache(source: Path, target: Path) -> None:
    """Make one file of entries that of another, whoever is writing to it; what cannot be copied is not there."""
    target.unlink(missing_ok=True)
    if not source.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(source, timeout=PATIENCE)) as there, closing(sqlite3.connect(target)) as here:
            here.execute("PRAGMA synchronous = OFF")
            there.backup(here)
    except sqlite3.Error:
        target.unlink(missing_ok=True)


def _ignore(folder: Path) -> None:
    """Keep a folder out of git."""
    file = folder / ".gitignore"
    if not file.exists():
        file.write_text("*\n")


def _checked(kind: str, key: str, value: bytes, checksum: bytes) -> bytes:
    # A damaged file may give back what was never put there: a text, say, where bytes were.
    if type(value) is not bytes or _checksum(kind, key, value) != checksum:
        raise sqlite3.DatabaseError("a checksum does not match")
    return value


def _checksum(kind: str, key: str, value: bytes) -> bytes:
    """BLAKE2b of an entry, its place included, so that no entry is taken for another."""
    return hashlib.blake2b(f"{kind} {key}\n".encode() + value, digest_size=16).digest()
