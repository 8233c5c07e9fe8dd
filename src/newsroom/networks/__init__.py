"""The networks that carry posts, a file each: to add one is a file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.networks import (
    bluesky,
    discord,
    facebook,
    indexnow,
    linkedin,
    mail,
    mastodon,
    printer,
    slack,
    teams,
    telegram,
    threads,
    webhook,
    websub,
    x,
)
from newsroom.networks.network import Network

NETWORKS: Final[Mapping[str, Network]] = {
    module.NETWORK.key: module.NETWORK
    for module in (
        *(x, linkedin, mastodon, bluesky, telegram, threads, facebook),
        *(mail, slack, discord, teams, webhook, websub, indexnow),
        printer,
    )
}
