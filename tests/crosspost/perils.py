"""A worker of the soak: it runs what is due again and again, and dies at a place that was chosen for it."""

from __future__ import annotations

import datetime
import os
import secrets
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from unittest import mock
from urllib.parse import urlsplit

import httpx

from newsroom.crosspost import delivering, due
from newsroom.crosspost.running import run
from newsroom.crosspost.world import World
from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, Ledger, Line, State
from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.newsroom import Newsroom
from newsroom.networks import NETWORKS
from newsroom.networks.outlet import Outlet
from tests.crosspost.weather import WORKER

PLACES: Final = tuple(
    f"{when} {what}"
    for what in ("claimed", "sending", "prepare", "send", "posted", "recover", "uncertain", "deferred")
    for when in ("before", "after")
)
"""Where a worker can be killed: before and after each line of the ledger and each thing that it asks of its outlet."""
MOMENT: Final = 0.2
"""Seconds that a worker waits at most: an hour of the product is not an hour of the soak."""


@dataclass
class Death:
    """Kills the process when it comes to a place for the last of so many times; the place is written down first."""

    place: str
    times: int
    book: Path

    def at(self, place: str) -> None:
        """The process is at a place."""
        if place != self.place:
            return
        self.times -= 1
        if not self.times:
            with self.book.open("a") as book:
                book.write(f"{place}\n")
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class DeadlyLedger:
    """A ledger at which its writer may die."""

    ledger: Ledger
    death: Death

    def append(self, line: Line, after: str | None) -> str | None:
        self.death.at(f"before {line.step}")
        version = self.ledger.append(line, after)
        self.death.at(f"after {line.step}")
        return version

    def states(self) -> Mapping[str, State | BrokenLine]:
        return self.ledger.states()

    def baselines(self) -> Mapping[str, Baseline]:
        return self.ledger.baselines()

    def open(self, baseline: Baseline, writer: str) -> bool:
        return self.ledger.open(baseline, writer)


class DeadlyOutlet:
    """An outlet at which its caller may die."""

    def __init__(self, outlet: Outlet, death: Death) -> None:
        self._outlet = outlet
        self._death = death
        self.parts, self.seal = outlet.parts, outlet.seal

    def prepare(self, sealed: Sealed) -> Mapping[str, str]:
        return self._deadly("prepare", sealed)

    def send(self, sealed: Sealed, prepared: Mapping[str, str]) -> Receipt:
        return self._deadly("send", sealed, prepared)

    def recover(self, sealed: Sealed, prepared: Mapping[str, str], since: datetime.datetime) -> Receipt | None:
        return self._deadly("recover", sealed, prepared, since)

    def _deadly(self, name: str, *told: Any) -> Any:
        self._death.at(f"before {name}")
        outcome = getattr(self._outlet, name)(*told)
        self._death.at(f"after {name}")
        return outcome


class Lines(httpx.HTTPTransport):
    """Leads what is asked of the newsroom's site to where that stands, and says whose every request is."""

    def __init__(self, newsroom: Newsroom, site: str) -> None:
        super().__init__()
        self._host = urlsplit(newsroom.address).hostname
        self._site = urlsplit(site)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == self._host:
            request.url = request.url.copy_with(scheme="http", host=self._site.hostname, port=self._site.port)
        request.headers[WORKER] = str(os.getpid())
        return super().handle_request(request)


@dataclass(frozen=True)
class Work:
    """What a worker has to do: send everything of a newsroom to its one account."""

    newsroom: Newsroom
    site: str
    environment: Mapping[str, str]
    messages: int

    def until_done(self, ledger: Ledger, death: Death) -> None:
        """Run what is due until the ledger has a receipt of everything. Minutes of the product take seconds here."""
        network = NETWORKS[self.newsroom.carriers[0].network]
        opened = network.opened
        assert opened
        deadly = replace(network, opened=lambda access: DeadlyOutlet(opened(access), death))
        with (
            mock.patch.dict(NETWORKS, {network.key: deadly}),
            mock.patch.object(due, "STALE", datetime.timedelta(seconds=3)),
            mock.patch.object(delivering, "DEFERRALS", (1 / 60,)),
            mock.patch.object(delivering, "PAUSES", (MOMENT,)),
        ):
            begun_by = os.getppid()
            while not self._step(DeadlyLedger(ledger, death)) and os.getppid() == begun_by:
                time.sleep(MOMENT)

    def _step(self, ledger: Ledger) -> bool:
        """One run; whether all is done."""
        with suppress(LedgerUnusable):
            run(self.newsroom, ledger, self._world(), lambda _: None)
        return self.is_done(ledger)

    def is_done(self, ledger: Ledger) -> bool:
        """Whether the ledger has a receipt of everything, as far as it can be asked."""
        try:
            states = ledger.states().values()
        except LedgerUnusable:
            return False
        return len([each for each in states if isinstance(each, State) and each.step == "posted"]) == self.messages

    def _world(self) -> World:
        return World(
            clock=lambda: datetime.datetime.now(datetime.UTC),
            sleep=lambda seconds: time.sleep(min(seconds, MOMENT)),
            word=lambda: secrets.token_hex(8),
            environment=self.environment,
            transport=Lines(self.newsroom, self.site),
        )
