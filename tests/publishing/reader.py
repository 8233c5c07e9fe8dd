"""A reader who asks a real nginx for pages and feeds the whole time, and what they may and may not have seen."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from random import Random

from tests.hosting.server import ask


@dataclass(frozen=True)
class Answer:
    """What came for an address: the status, 0 where none came, and the digest of the body."""

    address: str
    status: int
    digest: str


class Reader(threading.Thread):
    """Asks for addresses in random order until it is stopped, and keeps what it was answered, in order of time."""

    def __init__(self, port: int, addresses: Sequence[str], chance: Random) -> None:
        super().__init__(daemon=True)
        self.answers: list[Answer] = []
        self._port = port
        self._addresses = addresses
        self._chance = chance
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(0.005):
            address = self._chance.choice(self._addresses)
            self.answers.append(self._ask(address))

    def _ask(self, address: str) -> Answer:
        try:
            answer = ask(self._port, f"/{address}")
        except (OSError, HTTPException):
            return Answer(address, 0, "")
        return Answer(address, answer.status, hashlib.sha256(answer.body).hexdigest())

    def stop(self) -> None:
        """Ask no more."""
        self._stopped.set()
        self.join()


def digests(site: Path, addresses: Sequence[str]) -> Mapping[str, str]:
    """The digest of what a site holds at each address."""
    files = {address: f"{address}index.html" if address.endswith("/") else address for address in addresses}
    return {address: hashlib.sha256((site / file).read_bytes()).hexdigest() for address, file in files.items()}


def failures(answers: Sequence[Answer]) -> list[Answer]:
    """The answers that were none."""
    return [answer for answer in answers if answer.status != 200]


def first_mixture(answers: Sequence[Answer], releases: Sequence[Mapping[str, str]]) -> Answer | None:
    """The first answer that no release explains, if releases were served one after another, in order, none twice.

    Each answer is explained by the earliest release that could have given it and is no earlier than the last.
    """
    served = 0
    for answer in answers:
        for number in range(served, len(releases)):
            if releases[number][answer.address] == answer.digest:
                served = number
                break
        else:
            return answer
    return None
