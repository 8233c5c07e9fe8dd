"""What befalls requests in the soak: each may be refused, dropped, answered by somebody else, or outlive who asked."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from tests.networks.stands.pictures import CARD
from tests.servers.proxy import (
    Fault,
    PassOn,
    Proxy,
    Reply,
    Request,
    answered,
    answered_afterwards,
    closed,
    cut_short,
    dropped,
    slow,
)

WORKER: Final = "x-worker"
"""The header in which a worker of the soak says its process, so that it can be killed in the midst of a request."""
STORMY: Final = 0.3
"""The part of requests that something befalls."""


def busy(_: Request, __: PassOn) -> Reply:
    """Too many requests, for a second, in the words of both networks."""
    until = int(time.time()) + 1
    return Reply(429, {"ratelimit-reset": str(until), "retry-after": "1"})


def killed_asking(asked: Request, _: PassOn) -> None:
    """Who asked is killed when the request was read, and the server never sees it."""
    os.kill(int(asked.headers[WORKER]), signal.SIGKILL)


def killed_waiting(asked: Request, pass_on: PassOn) -> None:
    """Who asked is killed when the server has done as it was asked."""
    pass_on()
    os.kill(int(asked.headers[WORKER]), signal.SIGKILL)


FAULTS: Final[Mapping[str, Fault]] = {
    "closed": closed,
    "answer dropped": dropped,
    "answer cut": cut_short,
    "429": busy,
    "500": answered(500),
    "500, though done": answered_afterwards(500),
    "503": answered(503),
    "503, though done": answered_afterwards(503),
    "slow": slow(0.5),
    "killed asking": killed_asking,
    "killed waiting": killed_waiting,
}


@dataclass(frozen=True, slots=True)
class Weather:
    """A network behind a proxy, and the newsroom's own site; ``pages`` are what stands at the paths of the site."""

    server: str
    pages: Mapping[str, bytes]
    seed: int

    def blow(self, told: Connection) -> None:
        """Say the addresses of both; storm until told to be calm, and when told to end say what befell requests."""
        chance, met = random.Random(self.seed), Counter[str]()
        is_stormy = True

        def choose(_: Request) -> Fault | None:
            if not is_stormy or chance.random() > STORMY:
                return None
            name = chance.choice(list(FAULTS))
            met[name] += 1
            return FAULTS[name]

        with Proxy(self.server, choose) as network, Proxy("http://nobody.invalid", self._page) as site:
            told.send((network.address, site.address))
            while not told.poll(chance.uniform(1, 3)):
                with network.refusing():
                    met["connections refused for a moment"] += 1
                    time.sleep(0.3)
            is_stormy = told.recv() == "storm"
            told.recv()
            told.send(dict(met))

    def _page(self, asked: Request) -> Fault:
        page = self.pages.get(asked.path)
        return answered(200, {"Content-Type": "text/html"}, page) if page else answered(200, {}, CARD)
