"""The organisation that a newsroom speaks for, and whom to call there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from newsroom.model.disclosure import Market
from newsroom.model.language import Language, Localized
from newsroom.model.post import Audience, Picture

OrganizationKind = Literal["government", "joint-stock", "family"]


@dataclass(frozen=True, slots=True)
class Account:
    """An official account on a network, and the day from which it speaks for its holder."""

    network: str
    handle: str
    link: str
    since: datetime.date


@dataclass(frozen=True, slots=True)
class Contact:
    """A person whom journalists or shareholders can call. ``audiences`` says whose calls they take first."""

    key: str
    name: Localized[str]
    role: Localized[str]
    telephone: str
    email: str
    hours: Localized[str]
    languages: tuple[Language, ...]
    audiences: tuple[Audience, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the shares of a joint-stock company are traded, and under which symbol.

    ``market`` is the exchange's key, where its deadlines are known. ``subsidiaries`` says that the company files
    consolidated statements. Posts released before ``disclosures_since`` are not asked for a filing; nothing: all are.
    """

    exchange: Localized[str]
    symbol: str
    market: Market | None = None
    subsidiaries: bool = False
    disclosures_since: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """schema.org's Organization.

    ``logo`` is a file below ``content/``. ``icon`` is the logo as a square picture for feeds and search engines, and
    ``picture`` the one that stands for a page which has none of its own; each may be missing.
    """

    kind: OrganizationKind
    name: Localized[str]
    short_name: Localized[str]
    description: Localized[str]
    boilerplate: Localized[str]
    website: str
    logo: str
    icon: Picture | None
    picture: Picture | None
    accounts: tuple[Account, ...]
    listing: Listing | None
