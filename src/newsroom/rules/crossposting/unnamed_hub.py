"""An account tells a hub that the newsroom's feeds do not name.

Readers of a feed ask the hub that the feed names, so another one is told of news for nobody, and theirs hears nothing.
Bad: ``hub: "https://hub.example/"`` under ``hosting`` in ``newsroom.yml``, and
``{network: websub, handle: hub, server: "https://other.example/"}`` in ``crosspost.yml``; or no ``hub`` at all. Good:
the same address in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.networks import websub
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR806",
    "warning",
    what=Localized(
        "يُبلَّغ المحور {server}، والخلاصات تذكر غيره: {hub}",
        "{server} is told of news, and the feeds name another hub: {hub}",
    ),
    mend=Localized(
        "اكتب العنوان نفسه في server وفي hosting.hub من newsroom.yml",
        "write the same address as server and as hosting.hub in newsroom.yml",
    ),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every hub that no feed names."""
    hub = newsroom.hosting.hub
    for index, carrier in enumerate(newsroom.carriers):
        is_hub = carrier.network == websub.NETWORK.key and carrier.server
        if is_hub and carrier.server.rstrip("/") != hub.rstrip("/"):
            line = lines.of_source(CROSSPOSTING, "accounts", index, "server")
            yield Problem(RULE, CROSSPOSTING, line, {"server": carrier.server, "hub": hub or "—"})
