"""``crosspost.yml`` names a network to which nothing can be sent.

Bad: ``network: twitter``. Good: ``network: x``, as the guide on cross-posting lists them. Accounts elsewhere may be
official all the same: they are listed in ``newsroom.yml``, and somebody posts there by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.networks import NETWORKS
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR801",
    "error",
    what=Localized("لا يمكن النشر آليًّا في الشبكة «{value}»", 'nothing can be sent to the network "{value}"'),
    mend=Localized("اختر من: {known}", "choose from: {known}"),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every account on such a network."""
    for index, carrier in enumerate(newsroom.carriers):
        if carrier.network not in NETWORKS:
            line = lines.of_source(CROSSPOSTING, "accounts", index, "network")
            yield Problem(RULE, CROSSPOSTING, line, {"value": carrier.network, "known": ", ".join(NETWORKS)})
