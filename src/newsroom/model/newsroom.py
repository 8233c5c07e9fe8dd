"""The whole: organisation, executives, posts, pages and plan."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from newsroom.model.brand import Brand
from newsroom.model.calendar import Occasion
from newsroom.model.crossposting import ORIGIN, Carrier, LedgerHome
from newsroom.model.executive import Executive
from newsroom.model.figure import Figure
from newsroom.model.language import Digits, Language, Localized
from newsroom.model.organization import Account, Contact, Organization
from newsroom.model.plan import LEAD_TIMES, Objective
from newsroom.model.policy import NO_POLICY, Awaited, Policy
from newsroom.model.post import Post, PostType, Size
from newsroom.model.problem import Weight
from newsroom.model.text import Body


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one language is written here: CLDR locale for names of months and days, and which digits.

    ``hijri`` asks for the Hijri date beside the Gregorian where a date is told in full.
    """

    locale: str
    digits: Digits
    hijri: bool = False

    @property
    def tag(self) -> str:
        """The language with its region as BCP 47 has it, such as ``ar-OM``."""
        return self.locale.replace("_", "-")


@dataclass(frozen=True, slots=True)
class PlainPageText:
    """A plain page in one language. ``path`` is its file below ``content/``."""

    language: Language
    path: str
    title: str
    summary: str
    body: Body


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page that is neither post nor list, such as *about*; its ``slug`` is its address, as ``aliases`` were.

    ``parts`` are the slugs of the pages that belong to it, in the order of reading.
    """

    slug: str
    folder: str
    attachments: Mapping[str, Size | None]
    texts: Mapping[Language, PlainPageText]
    aliases: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Security:
    """Where to report a weakness of the site, and until when this stands: RFC 9116."""

    contact: str
    expires: datetime.datetime


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key of the newsroom: its kind and its data as OpenSSH writes them, and until when it signs, if so."""

    key: str
    until: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Hosting:
    """What the site's host is to be told. ``hub`` is a WebSub hub, or empty; ``compressed`` asks for packed twins.

    ``keys`` are those with which publications are signed, the one in use first.
    """

    hub: str
    security: Security | None
    compressed: bool
    keys: tuple[SigningKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Everything that was read. ``address`` is where the site will stand, with a closing slash.

    ``weights`` is what it makes of editorial rules, by their codes. ``consents`` are, by the ids of posts that need
    consent, the instants from which they have all of it; nothing, where some is missing; ``awaited`` says whose.
    ``agreed`` are, by the same ids, the words for accounts that have all consent, each by its name.
    ``redirects`` lead from addresses that were to those in their place, below a language's home, or below the site's
    root in one language. ``lead_times`` are, for types of posts, the days that it takes to write one; ``carriers`` are
    the accounts that carry posts, and what was sent to them stands in the ``ledger``.
    """

    address: str
    timezone: ZoneInfo
    lead: Language
    tongues: Localized[Tongue]
    posts_per_page: int
    organization: Organization
    brand: Brand
    contacts: tuple[Contact, ...]
    topics: Mapping[str, Localized[str]]
    executives: Mapping[str, Executive]
    posts: tuple[Post, ...]
    pages: tuple[PlainPage, ...]
    objectives: tuple[Objective, ...]
    occasions: tuple[Occasion, ...]
    hosting: Hosting
    figures: tuple[Figure, ...] = ()
    policy: Policy = NO_POLICY
    weights: Mapping[str, Weight] = field(default_factory=dict)
    consents: Mapping[str, datetime.datetime | None] = field(default_factory=dict)
    awaited: Mapping[str, Awaited] = field(default_factory=dict)
    agreed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    lead_times: Mapping[PostType, int] = field(default_factory=lambda: LEAD_TIMES)
    carriers: tuple[Carrier, ...] = ()
    ledger: LedgerHome = ORIGIN

    @property
    def folders(self) -> tuple[Post | Executive | PlainPage, ...]:
        """Everything that has a folder of its own, with texts and attachments."""
        return (*self.posts, *self.executives.values(), *self.pages)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Every official account: the organisation's, and then those of the executives."""
        of_executives = (account for executive in self.executives.values() for account in executive.accounts)
        return (*self.organization.accounts, *of_executives)

    @property
    def unapproved(self) -> frozenset[str]:
        """The ids of posts that need consent and have not all of it: they are not released, whatever their date."""
        return frozenset(post for post, instant in self.consents.items() if instant is None)

    def public_from(self, post: Post) -> datetime.datetime:
        """The instant from which a post that is not held back may be seen: released, and with all consent it needs."""
        return max(post.released, self.consents.get(post.id) or post.released)
