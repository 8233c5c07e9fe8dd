"""An account is to carry posts that the newsroom does not show as official.

Readers and journalists tell a true account from a false one by the newsroom's list, so an account is listed before it
is used. A press list, a room of colleagues, a hub or the printer is no account that readers could mistake. Bad:
``{network: x, handle: "@luban_news"}`` in ``crosspost.yml`` alone. Good: the same account stands under ``accounts`` in
``newsroom.yml`` or in an executive's file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.crossposting import Carrier
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.networks import NETWORKS
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR802",
    "error",
    what=Localized(
        "الحساب «{handle}» في {network} ليس من الحسابات المعلنة", '"{handle}" on {network} is on no list of accounts'
    ),
    mend=Localized(
        "أعلنه أولًا ضمن accounts لدى المؤسسة أو المسؤول، أو اختر من: {known}",
        "list it first under the accounts of the organisation or an executive, or choose from: {known}",
    ),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every account that readers meet and find on no list."""
    listed = [(account.network, account.handle) for account in newsroom.accounts]
    for index, carrier in enumerate(newsroom.carriers):
        if _is_public(carrier) and (carrier.network, carrier.handle) not in listed:
            known = ", ".join(handle for network, handle in listed if network == carrier.network) or "—"
            values = {"network": carrier.network, "handle": carrier.handle, "known": known}
            yield Problem(RULE, CROSSPOSTING, lines.of_source(CROSSPOSTING, "accounts", index, "handle"), values)


def _is_public(carrier: Carrier) -> bool:
    network = NETWORKS.get(carrier.network)
    return network is None or network.public
