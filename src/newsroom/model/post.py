"""One act of publishing: a post, its evidence, its corrections and its translations."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, get_args

from newsroom.model.disclosure import Disclosure, ReportingPeriod, Stage
from newsroom.model.language import Language, Localized
from newsroom.model.message import OwnWords
from newsroom.model.text import Body

PostType = Literal[
    "release",
    "results",
    "statement",
    "appointment",
    "speech",
    "opinion",
    "award",
    "innovation",
    "community",
    "event",
]
Audience = Literal["media", "shareholders", "employees", "community", "customers", "government"]
PublishingStatus = Literal["usable", "withheld", "canceled"]
EvidenceKind = Literal["figure", "certificate", "rating", "report"]

Size = tuple[int, int]
"""Width and height in pixels."""

POST_TYPES: Final[tuple[PostType, ...]] = get_args(PostType)
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with the words that must go with it.

    ``path`` is below ``content/``; the size is in pixels, ``length`` in bytes; ``media_type`` is what the file is.
    """

    path: str
    width: int
    height: int
    length: int
    media_type: str
    alt: Localized[str]
    caption: Localized[str]
    credit: Localized[str]
    licence: Localized[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure, certificate, rating or report that a post rests on.

    A figure's ``value`` is one number, written once and formatted in each language, so that the two cannot differ.
    ``figure`` refers to a value of :mod:`newsroom.model.figure` that stands for it, or is empty.
    """

    kind: EvidenceKind
    label: Localized[str]
    source: Localized[str]
    date: datetime.date
    link: str | None
    value: Decimal | None
    unit: Localized[str] | None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note of what a post said wrongly, and what is right.

    One that is to ``crosspost`` is told on the accounts that carried the post, too.
    """

    date: datetime.datetime
    text: Localized[str]
    crosspost: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The notice that stands where a post was; the reason may be empty.

    Where it is ``legal``, a server says of the address that what stood there is gone for good.
    """

    date: datetime.datetime
    reason: Localized[str]
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """A post in one language. ``path`` is its file below ``content/``; ``updated`` its last change of substance."""

    language: Language
    path: str
    title: str
    summary: str
    body: Body
    updated: datetime.datetime


@dataclass(frozen=True, slots=True)
class Post:
    """One act of publishing: one id for ever, one or two translations.

    ``folder`` is below ``content/`` and its last part is the permanent slug. ``attachments`` are the other files of the
    folder that a translation's text names, as paths below ``content/``, with the size of those that are pictures.
    ``disclosure`` is its filing with the exchange; ``stage`` and ``period`` are those of results. ``aliases`` are the
    years and slugs that it was published under before; ``social`` is what is said of it on networks in place of what
    would be composed.
    """

    id: str
    folder: str
    year: int
    slug: str
    type: PostType
    date: datetime.datetime
    embargoed: datetime.datetime | None
    pubstatus: PublishingStatus
    author: str
    topics: tuple[str, ...]
    audiences: tuple[Audience, ...]
    objective: str | None
    contact: str
    hero: Picture | None
    evidence: tuple[Evidence, ...]
    corrections: tuple[Correction, ...]
    withdrawal: Withdrawal | None
    attachments: Mapping[str, Size | None]
    translations: Mapping[Language, Translation]
    material: bool = False
    disclosure: Disclosure | None = None
    stage: Stage | None = None
    period: ReportingPeriod | None = None
    aliases: tuple[str, ...] = ()
    social: tuple[OwnWords, ...] = ()

    @property
    def is_material(self) -> bool:
        """Whether the post tells a fact that may move the price of the shares, as results always do."""
        return self.material or self.type == "results"

    @property
    def released(self) -> datetime.datetime:
        """The instant from which the post may be seen: its date, or the end of its embargo where that is later."""
        return max(self.date, self.embargoed) if self.embargoed else self.date
