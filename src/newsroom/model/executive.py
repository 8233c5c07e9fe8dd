"""Who writes: an executive, with dated roles and official accounts."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.model.language import Language, Localized
from newsroom.model.organization import Account
from newsroom.model.post import Picture, Size
from newsroom.model.text import Body


@dataclass(frozen=True, slots=True)
class Role:
    """A position held from ``since`` until ``until``, or still held."""

    title: Localized[str]
    since: datetime.date
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class Biography:
    """An executive's page in one language. ``path`` is its file below ``content/``."""

    language: Language
    path: str
    summary: str
    body: Body


@dataclass(frozen=True, slots=True)
class Executive:
    """Who writes. ``date`` is the instant from which the newsroom may show this person.

    ``aliases`` are the keys that this person was published under before.
    """

    key: str
    folder: str
    name: Localized[str]
    date: datetime.datetime
    roles: tuple[Role, ...]
    portrait: Picture | None
    accounts: tuple[Account, ...]
    attachments: Mapping[str, Size | None]
    biographies: Mapping[Language, Biography]
    aliases: tuple[str, ...] = ()
