"""What the newsroom set out to say, to whom and how often."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from newsroom.model.language import Localized
from newsroom.model.post import Audience, EvidenceKind, Post, PostType

Period = Literal["week", "month", "quarter", "year"]
Standing = Literal["published", "ready", "unapproved", "drafted", "missing"]
"""How far a post of the plan has come, the furthest first.

``ready`` is complete and waits for its date, ``unapproved`` waits for consent; ``drafted`` is held back or unfinished.
"""

STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)

LEAD_TIMES: Final[Mapping[PostType, int]] = MappingProxyType(
    {
        "release": 5,
        "results": 21,
        "statement": 1,
        "appointment": 5,
        "speech": 10,
        "opinion": 10,
        "award": 5,
        "innovation": 10,
        "community": 7,
        "event": 14,
    }
)
"""Days from the first line of a post to its release, for types of which ``plan.yml`` says nothing.

No source has these: they are an editor's estimate of what each type waits for, and there to be replaced. Results wait
for the accounts, the board and the auditor; an event for guests who need a fortnight's notice; speeches, opinions and
innovations for an executive's own words and for figures of others; a statement answers the day that asks for it. The
others are written, translated and approved in a working week, people of the community asked for their consent besides.
"""


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

    def lacks_evidence(self, post: Post) -> bool:
        """Whether a post has none of the kinds of evidence that are asked for; one of them is enough.

        A statement answers an incident before anything can be counted, and is not asked.
        """
        if not self.evidence or post.type == "statement":
            return False
        return all(evidence.kind not in self.evidence for evidence in post.evidence)


@dataclass(frozen=True, slots=True)
class Plan:
    """Objectives, and the days that it takes to write a post, by its type."""

    objectives: tuple[Objective, ...]
    lead_times: Mapping[PostType, int]
