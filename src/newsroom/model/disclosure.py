"""What a listed company tells its exchange, and by when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

Market = Literal["msx"]
"""An exchange whose deadlines are known, by its key: ``msx`` is the Muscat Stock Exchange."""
Stage = Literal["initial", "reviewed", "audited"]
"""How far results have come: told before the board approved them, approved and reviewed, or audited."""

MARKETS: Final[tuple[Market, ...]] = get_args(Market)
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """That a fact was filed with the exchange: the exchange's reference, and the instant of filing."""

    reference: str
    filed: datetime.datetime


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """What results are about, both days included."""

    since: datetime.date
    until: datetime.date


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Days after a period's end by which its results must be filed.

    ``initial`` are the results that the board has yet to approve, ``detailed`` the reviewed statements of a company
    alone, and ``consolidated`` those of one with subsidiaries.
    """

    initial: int
    detailed: int
    consolidated: int


DEADLINES: Final[Mapping[Market, Deadlines]] = MappingProxyType({"msx": Deadlines(15, 30, 45)})
"""Initial results in 15 days: circular E/5/2014 of the Capital Market Authority
(http://omanlawblog.curtis.com/2014/07/disclosure-requirements-of-quarterly.html), mandatory since 2016; detailed ones
in 30, or 45 with subsidiaries (https://www.cma.gov.om/Home/PrintNews/6133). Audited results of a year have none here,
for none was read in these sources."""


def days_allowed(stage: Stage, market: Market | None, *, subsidiaries: bool) -> int | None:
    """How many days after the period's end results of a stage may be filed; nothing where no deadline is known."""
    deadlines = DEADLINES.get(market) if market else None
    if deadlines is None or stage == "audited":
        return None
    if stage == "initial":
        return deadlines.initial
    return deadlines.consolidated if subsidiaries else deadlines.detailed
