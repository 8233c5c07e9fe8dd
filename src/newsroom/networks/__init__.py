"""The networks that carry posts, a file each: to add one is a file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.networks import (
    bluesky,
    discord,
    facebook,
    linkedin,
    mail,
    mastodon,
    printer,
    slack,
    teams,
    telegram,
    threads,
    x,
)
from newsroom.networks.network import Network

NETWORKS: Final[Mapping[str, Network]] = {
    module.NETWORK.key: module.NETWORK
    for module in (
        *(x, linkedin, mastodon, bluesky, telegram, threads, facebook),
        *(mail, slack, discord, teams),
        printer,
    )
}
