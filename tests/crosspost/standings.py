"""What stands on a network in the end, counted against what was to be sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from newsroom.ledgers.ledger import Ledger, State
from newsroom.model.message import Message
from tests.networks.test_bluesky_records import told
from tests.servers.mastodon_server import TOKEN, mastodon
from tests.servers.pds import account, pds


@dataclass(frozen=True)
class Network:
    """What is posted to: its address, the account's handle and secrets, and what stands there."""

    address: str
    handle: str
    secrets: Mapping[str, str]
    standing: Callable[[], Sequence[Standing]]


@dataclass(frozen=True)
class Standing:
    """A message as readers see it; ``facets`` are pairs of the letters that one covers and those that it means."""

    id: str
    link: str
    text: str
    facets: Sequence[tuple[str, str]] = ()


@dataclass
class Tally:
    """What a soak came to; all is well where the numbers of the last five are nought."""

    wanted: int
    seconds: float = 0.0
    standing: int = 0
    killed: dict[str, int] = field(default_factory=dict)
    befell: dict[str, int] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    wrong_facets: list[str] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        return not (self.doubled or self.lost or self.by_hand or self.changed or self.wrong_facets)


@contextmanager
def bluesky(folder: Path) -> Iterator[Network]:
    """Bluesky's own server."""
    with pds(folder) as server:
        owner = account(server, "luban")

        def standing() -> list[Standing]:
            return [
                Standing(key, each["embed"]["external"]["uri"], each["text"], told(each["text"], each["facets"]))
                for key, each in owner.posts().items()
            ]

        yield Network(server, owner.handle, {"password": owner.password}, standing)


@contextmanager
def of_mastodon(folder: Path) -> Iterator[Network]:
    """What stands for Mastodon."""
    with mastodon(folder) as server:

        def standing() -> list[Standing]:
            texts = {each["id"]: server.text(each["id"]) for each in server.statuses()}
            return [Standing(status, text.split()[-1], text) for status, text in texts.items()]

        yield Network(server.address, server.handle, {"token": TOKEN}, standing)


NETWORKS: Final = {"bluesky": bluesky, "mastodon": of_mastodon}


def tally(messages: Mapping[str, Message], network: Network, ledger: Ledger) -> Tally:
    """What stands on the network, and in the ledger, against what was to be sent."""
    standing = network.standing()
    count = Counter(each.link for each in standing)
    states = [each for each in ledger.states().values() if isinstance(each, State)]
    kept = {state.sealed.message.link: state for state in states if state.sealed and state.receipt}
    ids = {each.link: each.id for each in standing}
    return Tally(
        wanted=len(messages),
        standing=len(standing),
        doubled=[link for link, number in count.items() if number > 1 or link not in messages],
        lost=[link for link in messages if link not in count],
        by_hand=[
            link
            for link in messages
            if link not in kept or kept[link].step != "posted" or not _is_for(kept[link], ids.get(link))
        ],
        changed=[each.link for each in standing if each.link in messages and each.text != messages[each.link].text],
        wrong_facets=[each.link for each in standing for covered, meant in each.facets if covered != meant],
    )


def _is_for(state: State, standing: str | None) -> bool:
    return state.receipt is not None and state.receipt.id.rpartition("/")[2] == standing
