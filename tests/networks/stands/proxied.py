"""Stands that are a real server behind a proxy, which plays the faults."""

from __future__ import annotations

import httpx

from tests.networks.stands.stand import Fault, Stand
from tests.servers import proxy as faults
from tests.servers.processes import free_port
from tests.servers.proxy import PassOn, Proxy, Reply, Request


def said_back(status: int, **headers: str) -> faults.Fault:
    """An answer that says back all that came, as servers like to; a header is named with ``_`` for each hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def play(asked: Request, _: PassOn) -> Reply:
        return Reply(status, named, f"{asked.path} {asked.headers} {asked.body.decode(errors='replace')}".encode())

    return play


class ProxiedStand(Stand):
    """A stand before a real server; ``deed`` is in the path of the requests that make something public."""

    deed: str
    plays: dict[Fault, faults.Fault]

    def __init__(self, proxy: Proxy) -> None:
        self.proxy = proxy
        self.transport = _Refusing(self.deed)

    def deeds(self) -> int:
        return len(self.proxy.asked(self.deed))

    def fault(self, fault: Fault) -> None:
        if fault is Fault.REFUSED:
            self.transport.refuse_next = True
        else:
            self.proxy.play(self.plays[fault], self.deed)

    def unreachable(self, *, gone: bool) -> None:
        self.transport.gone = gone


class _Refusing(httpx.HTTPTransport):
    """Leads the next deed, or everything, to where nobody listens."""

    def __init__(self, deed: str) -> None:
        super().__init__()
        self._deed = deed
        self.refuse_next = False
        self.gone = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.gone or (self.refuse_next and self._deed in request.url.path):
            self.refuse_next = False
            request.url = request.url.copy_with(port=free_port())
        return super().handle_request(request)
