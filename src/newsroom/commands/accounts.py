"""``newsroom accounts check``: which accounts can be sent to, what expires when, and what is missing."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from newsroom.crosspost.world import World
from newsroom.errors import AccountUnusable
from newsroom.model.crossposting import Carrier
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.networks import NETWORKS
from newsroom.networks.outcomes import Undelivered

NOTICE: Final = datetime.timedelta(days=14)
"""How long before its secrets end an account says so: some take a person a week to renew."""

_WORKS: Final = Localized("يعمل", "works")
_EXPIRES: Final = Localized("تنتهي أسراره في {date}", "its secrets end on {date}")
_SOON: Final = Localized("جددها الآن", "renew them now")
_EXPIRED: Final = Localized("انتهت أسراره", "its secrets have ended")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of an account: whose it is, until when it works, or why it does not."""

    carrier: Carrier
    holder: str = ""
    expires: datetime.date | None = None
    fault: Localized[str] | None = None
    is_soon: bool = False


def check_accounts(newsroom: Newsroom, world: World) -> Iterator[Finding]:
    """Ask each account's network whether it can be used; nothing is sent."""
    today = world.clock().astimezone(newsroom.timezone).date()
    for carrier in newsroom.carriers:
        yield _judged(_asked(carrier, newsroom, world), today)


def _asked(carrier: Carrier, newsroom: Newsroom, world: World) -> Finding:
    try:
        health = NETWORKS[carrier.network].opened(world.access(carrier)).health()
    except AccountUnusable as error:
        return Finding(carrier, fault=Localized(error.sentence("ar"), error.sentence("en")))
    except Undelivered as error:
        return Finding(carrier, fault=error.reason)
    expires = health.expires.astimezone(newsroom.timezone).date() if health.expires else carrier.expires
    return Finding(carrier, health.holder, expires)


def _judged(finding: Finding, today: datetime.date) -> Finding:
    if finding.expires is None or finding.fault:
        return finding
    if finding.expires < today:
        return Finding(finding.carrier, finding.holder, finding.expires, _EXPIRED)
    return Finding(finding.carrier, finding.holder, finding.expires, is_soon=finding.expires - today <= NOTICE)


def as_lines(findings: Iterable[Finding], language: Language) -> Iterator[str]:
    """What is known of each account, on one line."""
    for each in findings:
        told = [each.carrier.name, each.fault[language] if each.fault else _WORKS[language], each.holder]
        if each.expires and not each.fault:
            told.append(_EXPIRES[language].format(date=each.expires.isoformat()))
        yield " · ".join(filter(None, (*told, _SOON[language] if each.is_soon else "")))


def as_json(findings: Iterable[Finding]) -> str:
    """What is known of each account, for programs."""
    return json.dumps([_tree(each) for each in findings], ensure_ascii=False, indent=2) + "\n"


def _tree(finding: Finding) -> dict[str, Any]:
    return {
        "network": finding.carrier.network,
        "handle": finding.carrier.handle,
        "works": finding.fault is None,
        "holder": finding.holder or None,
        "expires": finding.expires.isoformat() if finding.expires else None,
        "soon": finding.is_soon,
        "fault": finding.fault.en if finding.fault else None,
    }
