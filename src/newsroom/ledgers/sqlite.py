"""A ledger in a file, for a newsroom that is published from one host: not for a disk on a network.

SQLite lets one writer in at a time, and has what it was told when it says so (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from typing import Final

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line, State, folded
from newsroom.ledgers.writing import read_baseline, read_line, written

_PATIENCE: Final = 30.0
"""Seconds to wait for other writers."""
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS line (key TEXT, number INTEGER, body BLOB, PRIMARY KEY (key, number)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS baseline (account TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID",
)


class SqliteLedger:
    """A ledger at a path; it is made where there is none. A line's version is its number."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def states(self) -> Mapping[str, State | BrokenLine]:
        """What is known of every message."""
        with self._connection() as connection:
            rows = connection.execute("SELECT key, number, body FROM line ORDER BY key, number")
            return {key: _folded(list(group)) for key, group in groupby(rows, key=lambda row: str(row[0]))}

    def append(self, line: Line, after: str | None) -> str | None:
        """Add a line; its version, or nothing where another came before it."""
        number = int(after) + 1 if after else 1
        return str(number) if self._inserted("line", line.key, number, written(line)) else None

    def baselines(self) -> Mapping[str, Baseline]:
        """What was there before each account carried posts."""
        with self._connection() as connection:
            rows = connection.execute("SELECT account, body FROM baseline")
            return {account: read_baseline(body) for account, body in rows}

    def open(self, baseline: Baseline, _: str) -> bool:
        """Record the baseline of an account; whether there was none before."""
        return self._inserted("baseline", baseline.account, written(baseline))

    def _inserted(self, table: str, *values: object) -> bool:
        with self._connection() as connection:
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
                connection.execute("COMMIT")
            except sqlite3.IntegrityError:
                return False
        return True

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                for table in _TABLES:
                    connection.execute(table)
                yield connection
        except sqlite3.Error as error:
            raise LedgerUnusable(
                f"the ledger {self._path} cannot be used ({error}); nothing was sent",
                f"تعذّر استعمال السجل {self._path} ({error})، ولم يُرسل شيء",
            ) from None


def _folded(rows: list[tuple[str, int, bytes]]) -> State | BrokenLine:
    try:
        if [number for _, number, _ in rows] != list(range(1, len(rows) + 1)):
            raise BrokenLine("a line is missing")  # noqa: TRY301
        return folded((str(number), read_line(body)) for _, number, body in rows)
    except BrokenLine as error:
        return error
