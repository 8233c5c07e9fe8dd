"""The two homes of a ledger, made for a test, and lines to write there."""

from __future__ import annotations

import datetime
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from newsroom.ledgers.home import opened
from newsroom.ledgers.ledger import Ledger, Line, Step
from newsroom.ledgers.losses import ref_of_baseline, ref_of_line
from newsroom.model.crossposting import ORIGIN, LedgerHome
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.message import Card, Message

NOW: Final = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)


def identity(post: str = "post-1") -> Identity:
    return Identity(post, "ar", "mastodon", "@a@b.example")


def line(step: Step, writer: str = "writer", *, post: str = "post-1", minute: int = 0, **says: object) -> Line:
    """A line about the announcement of a post; a claim seals a message with Arabic in it."""
    whose, at = identity(post), NOW + datetime.timedelta(minutes=minute)
    message = Message(post, "ar", "mastodon", "@a@b.example", "ارتفعت الأرباح\n12%", "https://b/", Card("", "", "", ""))
    sealed = Sealed(whose, message, at, {"record": "3k"}) if step == "claimed" else None
    return replace(Line(whose.key, step, at, writer, sealed), **says)  # type: ignore[arg-type]


def git(folder: Path, *arguments: str, told: str = "") -> str:
    """What git says in a folder, where it must not fail."""
    command = ["git", *arguments]
    outcome = subprocess.run(command, cwd=folder, input=told, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.strip()


class Home(Protocol):
    """A place where a ledger is kept, as writers come to it."""

    def place(self) -> tuple[LedgerHome, Path]:
        """Where one more writer opens it."""
        ...

    def spoil_line(self, key: str, body: str) -> None:
        """Put something else in place of the last line about a message."""
        ...

    def spoil_baseline(self, account: str, body: str) -> None:
        """Put something else in place of the baseline of an account."""
        ...


@dataclass
class GitHome:
    """A bare repository, of which every writer has a clone that knows nothing of the ledger."""

    folder: Path
    form: str = "sha1"
    clones: int = 0

    def __post_init__(self) -> None:
        self.remote = self.folder / "remote.git"
        git(self.folder, "init", "--quiet", "--bare", f"--object-format={self.form}", str(self.remote))

    def place(self) -> tuple[LedgerHome, Path]:
        return ORIGIN, self.clone()

    def clone(self, address: str = "") -> Path:
        self.clones += 1
        clone = self.folder / f"clone-{self.clones}"
        git(self.folder, "init", "--quiet", f"--object-format={self.form}", str(clone))
        git(clone, "remote", "add", "origin", address or str(self.remote))
        return clone

    def refs(self) -> dict[str, str]:
        lines = git(self.remote, "for-each-ref", "--format=%(refname) %(objectname)", "refs/newsroom").splitlines()
        return dict(line.split() for line in lines)

    def spoil_line(self, key: str, body: str) -> None:
        self._spoil(ref_of_line(key), body)

    def spoil_baseline(self, account: str, body: str) -> None:
        self._spoil(ref_of_baseline(account), body)

    def _spoil(self, name: str, body: str) -> None:
        """The same commit, but for its words."""
        head, title, _ = git(self.remote, "cat-file", "commit", name).split("\n\n", 2)
        told = f"{head}\n\n{title}\n\n{body}\n"
        commit = git(self.remote, "hash-object", "-w", "-t", "commit", "--stdin", told=told)
        git(self.remote, "update-ref", name, commit)


@dataclass
class SqliteHome:
    """A file that every writer opens."""

    folder: Path

    def place(self) -> tuple[LedgerHome, Path]:
        return LedgerHome("sqlite", "ledger.sqlite"), self.folder

    def spoil_line(self, key: str, body: str) -> None:
        last = "number = (SELECT max(number) FROM line WHERE key = :key)"
        self._spoil(f"UPDATE line SET body = :body WHERE key = :key AND {last}", key, body)

    def spoil_baseline(self, account: str, body: str) -> None:
        self._spoil("UPDATE baseline SET body = :body WHERE account = :key", account, body)

    def _spoil(self, statement: str, key: str, body: str) -> None:
        with closing(sqlite3.connect(self.folder / "ledger.sqlite")) as connection, connection:
            assert connection.execute(statement, {"key": key, "body": body.encode()}).rowcount == 1


HOMES: Final = {"git": GitHome, "sqlite": SqliteHome}


def ledger(home: Home) -> Ledger:
    """The ledger, opened by one more writer."""
    return opened(*home.place())


def history(writer: Ledger, *lines: Line) -> list[str]:
    """Lines of one message, written one after another; their versions."""
    versions: list[str] = []
    for each in lines:
        version = writer.append(each, versions[-1] if versions else None)
        assert version is not None
        versions.append(version)
    return versions
