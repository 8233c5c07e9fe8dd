"""The organisation's own policy on what its newsroom says: as data, each part with the paragraph that it comes from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from newsroom.model.calendar import OccasionKind
from newsroom.model.language import Localized
from newsroom.model.post import EvidenceKind, PostType

Role = Literal["author", "communications", "legal", "finance", "board-secretary"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Expressions:
    """Words to look for in each language: whole words, or a regular expression between slashes."""

    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which posts are meant: those of one of the types or topics, or with one of the words. Empty: none by that."""

    types: tuple[PostType, ...] = ()
    topics: tuple[str, ...] = ()
    words: Expressions = Expressions()


@dataclass(frozen=True, slots=True)
class BannedWords:
    """Words that are never used, and what to say instead, or empty."""

    words: Expressions
    instead: Localized[str]
    paragraph: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that needs evidence of one of these kinds in the post."""

    words: Expressions
    evidence: tuple[EvidenceKind, ...]
    paragraph: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject on which posts need the consent of these roles too."""

    scope: Scope
    roles: tuple[Role, ...]
    paragraph: str


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A text that posts of a scope must hold, word for word, in each language."""

    scope: Scope
    text: Localized[str]
    paragraph: str


@dataclass(frozen=True, slots=True)
class QuietPeriod:
    """Days before occasions of a kind on which posts of a scope are not released."""

    before: OccasionKind
    days: int
    scope: Scope
    paragraph: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """An official account, and the only types of post that it may carry; none named: all."""

    network: str
    handle: str
    types: tuple[PostType, ...]
    paragraph: str


@dataclass(frozen=True, slots=True)
class Approver:
    """A person who may approve. ``principal`` is the e-mail address by which the allowed signers know the key.

    ``executive`` is the key of the executive who this is, or empty.
    """

    principal: str
    name: Localized[str]
    roles: tuple[Role, ...]
    executive: str = ""


@dataclass(frozen=True, slots=True)
class Approvals:
    """Which roles approve which types of post that are released from ``since`` on.

    Any one of the roles in ``withdrawal`` is enough to take a post down without a word about why; where none is named,
    any one that the post itself needs.
    """

    since: datetime.datetime
    required: Mapping[PostType, tuple[Role, ...]]
    approvers: tuple[Approver, ...]
    withdrawal: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Awaited:
    """The roles whose consent a post still lacks: that of all, or that of any one where this is enough."""

    roles: tuple[Role, ...]
    any_one: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that ``policy.yml`` says. ``paragraphs`` are the policy's own, by number, such as ``4.2``.

    Posts released before ``since`` are not judged by it; nothing: all posts are.
    """

    since: datetime.datetime | None = None
    paragraphs: Mapping[str, Localized[str]] = field(default_factory=dict)
    banned: tuple[BannedWords, ...] = ()
    claims: tuple[Claim, ...] = ()
    subjects: tuple[Subject, ...] = ()
    disclaimers: tuple[Disclaimer, ...] = ()
    quiet: tuple[QuietPeriod, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    approvals: Approvals | None = None


NO_POLICY: Final = Policy()
