"""Which posts go to which of the newsroom's accounts, and where what was sent is remembered."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final, Literal

from newsroom.model.language import Language
from newsroom.model.post import Post, PostType

LedgerKind = Literal["git", "sqlite"]


@dataclass(frozen=True, slots=True)
class LedgerHome:
    """Where the book of what was sent is kept: at a git remote, whose name is the ``place``, or in an SQLite file.

    The file's path is told from the newsroom's folder.
    """

    kind: LedgerKind = "git"
    place: str = "origin"


ORIGIN: Final = LedgerHome()
"""Where a newsroom that names no other keeps it: the remote from which it was cloned."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An official account that carries posts, in these languages and of these types; no type named: of all.

    ``server`` is the address of the server that it is on, and ``id`` what its network calls it, where the handle does
    not tell. Messages leave within ``hours`` of the newsroom's day, and ``pace`` apart. ``expires`` is the last day of
    its secrets.
    """

    network: str
    handle: str
    languages: tuple[Language, ...]
    types: tuple[PostType, ...]
    server: str = ""
    id: str = ""
    hours: tuple[datetime.time, datetime.time] | None = None
    pace: datetime.timedelta = datetime.timedelta(0)
    expires: datetime.date | None = None

    @property
    def name(self) -> str:
        """What the account is called in ledgers and lists: ``mastodon @luban@social.example``."""
        return f"{self.network} {self.handle}"

    def carries(self, post: Post) -> bool:
        """Whether posts of this type are for the account."""
        return not self.types or post.type in self.types


@dataclass(frozen=True, slots=True)
class Crossposting:
    """All that ``crosspost.yml`` says."""

    carriers: tuple[Carrier, ...] = ()
    ledger: LedgerHome = ORIGIN
