"""A server on loopback whose answers a function gives, and which can be made to fail as servers do.

What is checked of requests is the function's business. Connections, and what happens to them, are real.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from tests.networks.stands.stand import Fault, Stand

LOOPBACK = "127.0.0.1"
_LOST = {Fault.DROPPED, Fault.ANSWER_LOST}
_DONE = {Fault.ANSWER_LOST, Fault.FAILED_DONE}


@dataclass(frozen=True)
class Request:
    """A request as it came: ``host`` is where it was meant to go; names of headers are in small letters."""

    method: str
    host: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def reply(status: int, record: object = None, **headers: str) -> Reply:
    """An answer in JSON; a header is named with ``_`` for each hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, b"" if record is None else json.dumps(record).encode(), named)


Respond = Callable[[Request], Reply]
Failing = Callable[[Fault, Request], Reply]


def never(_: Request) -> bool:
    return False


class Loopback:
    """A server that ``respond`` speaks for. ``is_deed`` and ``is_picture`` say which requests faults are for, and
    ``failing`` is what the network answers then: it is given the request so as to say its secrets back."""

    def __init__(
        self,
        respond: Respond,
        is_deed: Callable[[Request], bool],
        failing: Failing,
        is_picture: Callable[[Request], bool] = never,
    ) -> None:
        self.respond, self._is_deed, self._failing, self._is_picture = respond, is_deed, failing, is_picture
        self._next: Fault | None = None
        self._lock = threading.RLock()
        self._picture_refused = False
        self.gone = False
        self.deeds = 0
        self.port = 0

    def fault(self, fault: Fault) -> None:
        if fault is Fault.PICTURE_REFUSED:
            self._picture_refused = True
        else:
            self._next = fault

    def refuses(self, request: Request) -> bool:
        """Whether nobody listens for this request."""
        with self._lock:
            refused = self.gone or (self._next is Fault.REFUSED and self._is_deed(request))
            if refused and not self.gone:
                self._next = None
            return refused

    def answered(self, request: Request) -> Reply | None:
        """What a request is answered; nothing where the line drops."""
        with self._lock:
            if self._picture_refused and self._is_picture(request):
                self._picture_refused = False
                return self._failing(Fault.PICTURE_REFUSED, request)
            if not self._is_deed(request):
                return self.respond(request)
            self.deeds += 1
            fault, self._next = self._next, None
            done = self.respond(request) if fault is None or fault in _DONE else None
            if fault is None:
                return done
            return None if fault in _LOST else self._failing(fault, request)

    @contextmanager
    def running(self) -> Iterator[Loopback]:
        """The server, as long as it is needed."""
        server = ThreadingHTTPServer((LOOPBACK, 0), _handler(self.answered))
        server.daemon_threads = True
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def _handler(answered: Callable[[Request], Reply | None]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            length = int(self.headers.get("content-length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length)
            made = answered(Request(self.command, headers.get("host", ""), self.path, headers, body))
            self.close_connection = True
            if made:
                self._say(made)

        def _say(self, made: Reply) -> None:
            self.send_response_only(made.status)
            for name, value in {"content-type": "application/json", **made.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(made.body)))
            self.send_header("connection", "close")
            self.end_headers()
            self.wfile.write(made.body)

    return Handler


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        return int(free.getsockname()[1])


class Detour(httpx.BaseTransport):
    """Leads every request to a server on loopback, under the host that it was meant for; loopback itself stays."""

    def __init__(self, server: Loopback) -> None:
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.scheme not in {"http", "https"}:
            raise httpx.UnsupportedProtocol("no address")
        if request.url.host != LOOPBACK:
            request = self._led(request)
        with httpx.HTTPTransport(verify=False, trust_env=False) as transport:
            response = transport.handle_request(request)
            response.read()
        return httpx.Response(response.status_code, headers=response.headers, content=response.content)

    def _led(self, request: httpx.Request) -> httpx.Request:
        headers = {name.lower(): value for name, value in request.headers.items()}
        target = request.url.raw_path.decode()
        asked = Request(request.method, request.url.host, target, headers, request.read())
        port = closed_port() if self._server.refuses(asked) else self._server.port
        url = request.url.copy_with(scheme="http", host=LOOPBACK, port=port)
        return httpx.Request(
            request.method, url, headers=request.headers, content=request.read(), extensions=request.extensions
        )


def said_back(request: Request) -> str:
    """What came with a request, as servers like to say it back in errors, secrets and all."""
    return f"{request.target} {request.headers.get('authorization', '')} {request.body.decode(errors='replace')}"


class LoopbackStand(Stand):
    """A stand that is a server on loopback; whoever makes one gives ``server``, and says what readers see."""

    faults = frozenset(Fault) - {Fault.PICTURE_REFUSED}

    def __init__(self, server: Loopback) -> None:
        self.server = server
        self.transport = Detour(server)

    def deeds(self) -> int:
        return self.server.deeds

    def fault(self, fault: Fault) -> None:
        self.server.fault(fault)

    def unreachable(self, *, gone: bool) -> None:
        self.server.gone = gone
