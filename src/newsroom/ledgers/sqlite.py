"""A ledger in a file, for a newsroom that is published from one host: not for a disk on a network.

SQLite lets one writer in at a time, and has what it was told when it says so (https://www.sqlite.org/atomiccommit.html).
While nobody writes, the ledger is this one file, which can be copied.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line, State, folded
from newsroom.ledgers.writing import broken_baseline, read_baseline, read_line, written
from newsroom.model.language import Localized

_PATIENCE: Final = 30.0
"""Seconds to wait for other writers."""
_VERSION: Final = 1
"""Of the tables, as the file itself says it: a later version of the program will know what it is to bring over."""
_TABLES: Final = (
    "CREATE TABLE line (key TEXT, number INTEGER, body BLOB NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID",
    "CREATE TABLE baseline (account TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
    f"PRAGMA user_version = {_VERSION}",
)
_ADD_LINE: Final = (
    "INSERT INTO line SELECT :key, :number, :body"
    " WHERE :number = 1 + (SELECT coalesce(max(number), 0) FROM line WHERE key = :key)"
)
_ADD_BASELINE: Final = "INSERT OR IGNORE INTO baseline VALUES (:account, :body)"

_DAMAGED: Final = Localized(
    "استعد الملف من نسخة محفوظة، ولا تحذفه فتضيع معرفة ما أُرسل",
    "Restore the file from a copy, and do not delete it: what it knows of what was sent would be lost",
)
_NO_ROOM: Final = Localized("أفسح مكانًا في القرص ثم أعد التشغيل", "Make room on the disk, and run this again")
_NO_RIGHT: Final = Localized(
    "اسمح لمن يشغّل الأمر بالكتابة في الملف وفي مجلده", "Let whoever runs this write to the file and to its folder"
)
_MENDS: Final[Mapping[int, Localized[str]]] = {
    sqlite3.SQLITE_NOTADB: Localized(
        "ليس هذا ملف سجل؛ صحّح ledger في crosspost.yml", "This is no ledger; correct ledger in crosspost.yml"
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _NO_ROOM,
    sqlite3.SQLITE_IOERR: _NO_ROOM,
    sqlite3.SQLITE_READONLY: _NO_RIGHT,
    sqlite3.SQLITE_PERM: _NO_RIGHT,
    sqlite3.SQLITE_CANTOPEN: Localized(
        "تأكد من وجود المجلد ومن حق الكتابة فيه", "See that the folder is there, and that it can be written to"
    ),
    sqlite3.SQLITE_BUSY: Localized(
        "يكتب فيه برنامج آخر؛ أعد التشغيل بعده", "Another program writes to it; run this after it"
    ),
}
_LOOK: Final = Localized("انظر في الملف ثم أعد التشغيل", "Look at the file, and run this again")


class SqliteLedger:
    """A ledger at a path; the first to write makes it. A line's version is its number."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def states(self) -> Mapping[str, State | BrokenLine]:
        """What is known of every message."""
        rows = self._rows("SELECT key, number, body FROM line ORDER BY key, number")
        return {key: _folded(key, list(group)) for key, group in groupby(rows, key=lambda row: str(row[0]))}

    def append(self, line: Line, after: str | None) -> str | None:
        """Add a line; its version, or nothing where another came before it."""
        number = int(after) + 1 if after else 1
        added = self._added(_ADD_LINE, {"key": line.key, "number": number, "body": written(line)})
        return str(number) if added else None

    def baselines(self) -> Mapping[str, Baseline]:
        """What was there before each account carried posts."""
        return {account: self._baseline(account, body) for account, body in self._rows("SELECT * FROM baseline")}

    def open(self, baseline: Baseline, _: str) -> bool:
        """Record the baseline of an account; whether there was none before."""
        return self._added(_ADD_BASELINE, {"account": baseline.account, "body": written(baseline)})

    def _baseline(self, account: str, body: bytes) -> Baseline:
        try:
            found = read_baseline(body)
        except BrokenLine:
            raise broken_baseline(f"{self._path}, {account}") from None
        if found.account != account:
            raise broken_baseline(f"{self._path}, {account}")
        return found

    def _rows(self, query: str) -> list[Any]:
        if self._is_to_come():
            return []
        with self._connection() as connection:
            if not self._is_made(connection):
                return []
            # A page that is damaged may hide lines, and what is left would read like a shorter story.
            for (finding,) in connection.execute("PRAGMA quick_check(1)"):
                if finding != "ok":
                    raise self._unusable(Localized(finding, finding), _DAMAGED)
            return connection.execute(query).fetchall()

    def _added(self, statement: str, values: Mapping[str, object]) -> bool:
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if not self._is_made(connection):
                for table in _TABLES:
                    connection.execute(table)
            added = connection.execute(statement, values).rowcount
            connection.execute("COMMIT")
            return added == 1

    def _is_to_come(self) -> bool:
        """Whether nobody has written yet: to read a ledger makes none. Without its folder it may be on a lost disk."""
        try:
            return self._path.parent.is_dir() and not self._path.exists()
        except OSError:
            return False

    def _is_made(self, connection: sqlite3.Connection) -> bool:
        """Whether the tables are there and ours."""
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == _VERSION:
            return True
        if version > _VERSION:
            raise self._unusable(
                Localized("كتبه إصدار أحدث", "a later version wrote it"),
                Localized("حدّث Newsroom", "Bring Newsroom up to date"),
            )
        if version or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise self._unusable(
                Localized("هو قاعدة بيانات برنامج آخر", "it is another program's database"),
                _MENDS[sqlite3.SQLITE_NOTADB],
            )
        return False

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as connection:
                # Whoever loses power keeps what was said to be written (https://www.sqlite.org/pragma.html).
                connection.execute("PRAGMA synchronous = EXTRA")
                yield connection
        except sqlite3.Error as error:
            # The low byte is the kind of the error (https://www.sqlite.org/rescode.html).
            kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
            raise self._unusable(Localized(str(error), str(error)), _MENDS.get(kind, _LOOK)) from None

    def _unusable(self, what: Localized[str], mend: Localized[str]) -> LedgerUnusable:
        return LedgerUnusable(
            f"the ledger {self._path} cannot be used ({what.en}); nothing was sent. {mend.en}",
            f"تعذّر استعمال السجل {self._path} ({what.ar})؛ لم يُرسل شيء. {mend.ar}",
        )


def _folded(key: str, rows: list[tuple[str, int, bytes]]) -> State | BrokenLine:
    try:
        if [number for _, number, _ in rows] != list(range(1, len(rows) + 1)):
            raise BrokenLine("a line is missing")  # noqa: TRY301
        return folded((str(number), read_line(body, key)) for _, number, body in rows)
    except BrokenLine as error:
        return error
