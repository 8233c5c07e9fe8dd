"""What the newsroom set out to say, to whom and how often."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from newsroom.model.language import Localized
from newsroom.model.post import Audience, EvidenceKind

Period = Literal["week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: ``posts`` in ``every`` period."""

    posts: int
    every: Period


@dataclass(frozen=True, slots=True)
class Objective:
    """An aim of the organisation that posts serve, the evidence it asks for, and its time."""

    key: str
    title: Localized[str]
    purpose: Localized[str]
    audiences: tuple[Audience, ...]
    cadence: Cadence
    evidence: tuple[EvidenceKind, ...]
    since: datetime.date
    until: datetime.date | None
