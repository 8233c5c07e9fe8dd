"""A proxy before a real server that lets chosen requests fail, in each of the ways in which the web fails.

It stands on 127.0.0.1 and reads a request whole before anything is done with it. It does not check what it passes on,
knows requests of a known length only, and closes every connection after its answer.
"""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Final, cast
from urllib.parse import urlsplit

HOST: Final = "127.0.0.1"
_LINK_BY_LINK: Final = {"connection", "keep-alive", "transfer-encoding", "content-length"}
"""Headers that speak of one connection (https://www.rfc-editor.org/rfc/rfc9110#name-connection)."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked; the names of headers are in small letters."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; ``cut`` bytes at its end are promised and never sent."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: int = 0


PassOn = Callable[[], Reply]
"""Asks the real server, which does what it was asked to."""
Fault = Callable[[Request, PassOn], Reply | None]
"""What happens to a request: gives what is answered, or nothing where the connection is closed without a word."""


def closed(_: Request, __: PassOn) -> None:
    """The connection is closed when the request was read; the server never saw it."""


def dropped(_: Request, pass_on: PassOn) -> None:
    """The server did as it was asked, and nobody hears of it."""
    pass_on()


def cut_short(_: Request, pass_on: PassOn) -> Reply:
    """The server did as it was asked, and half of its answer arrives."""
    whole = pass_on()
    return Reply(whole.status, whole.headers, whole.body, cut=(len(whole.body) + 1) // 2)


def answered(status: int, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Fault:
    """Somebody before the server answers; the server never saw the request."""
    return lambda _, __: Reply(status, headers or {}, body)


def answered_afterwards(status: int, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Fault:
    """The server did as it was asked, and its answer is another."""

    def play(_: Request, pass_on: PassOn) -> Reply:
        pass_on()
        return Reply(status, headers or {}, body)

    return play


def slow(seconds: float) -> Fault:
    """The request waits before it is passed on."""

    def play(_: Request, pass_on: PassOn) -> Reply:
        time.sleep(seconds)
        return pass_on()

    return play


class Proxy:
    """Stands before the server at an address; ``with Proxy(address) as proxy`` asks it at ``proxy.address``.

    ``seen`` are the requests in the order in which they came. ``choose`` gives the fault of a request, if any: by
    default the next of those that were told with :meth:`play`.
    """

    def __init__(self, server: str, choose: Callable[[Request], Fault | None] | None = None) -> None:
        self._target = urlsplit(server)
        self._choose = choose or self._planned
        self._plan: list[tuple[str, Fault]] = []
        self._lock = threading.Lock()
        self._listening = _Listener((HOST, 0), self)
        self._port = self._listening.server_address[1]
        self._thread = self._served()
        self.seen: list[Request] = []

    @property
    def address(self) -> str:
        """Where it listens, as the server's own address would be written."""
        return f"http://{HOST}:{self._port}"

    def play(self, fault: Fault, path: str = "", times: int = 1) -> None:
        """Let the next requests whose path holds ``path`` fail so."""
        with self._lock:
            self._plan += [(path, fault)] * times

    def asked(self, path: str) -> list[Request]:
        """The requests that came for addresses with ``path`` in them."""
        return [each for each in self.seen if path in each.path]

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Refuse every connection meanwhile."""
        self._stop()
        # Bound and not listening: nobody else can take the port, and whoever knocks is refused.
        with socket.socket() as kept:
            kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            kept.bind((HOST, self._port))
            yield
        self._listening = _Listener((HOST, self._port), self)
        self._thread = self._served()

    def outcome(self, request: Request) -> Reply | None:
        """What becomes of a request."""
        with self._lock:
            self.seen.append(request)
            fault = self._choose(request)
        return fault(request, lambda: self._passed_on(request)) if fault else self._passed_on(request)

    def _planned(self, request: Request) -> Fault | None:
        found = next((each for each in self._plan if each[0] in request.path), None)
        if not found:
            return None
        self._plan.remove(found)
        return found[1]

    def _passed_on(self, request: Request) -> Reply:
        connection = http.client.HTTPConnection(str(self._target.hostname), self._target.port)
        try:
            connection.request(request.method, request.path, request.body or None, _kept(request.headers))
            answer = connection.getresponse()
            return Reply(answer.status, _kept(dict(answer.getheaders())), answer.read())
        finally:
            connection.close()

    def _served(self) -> threading.Thread:
        thread = threading.Thread(target=self._listening.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        return thread

    def _stop(self) -> None:
        self._listening.shutdown()
        self._thread.join()
        self._listening.server_close()

    def __enter__(self) -> Proxy:
        """Itself; it listens already."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Stop listening."""
        self._stop()


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in _LINK_BY_LINK}


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], proxy: Proxy) -> None:
        super().__init__(address, _Handler)
        self.proxy = proxy

    def handle_error(self, _: object, __: object) -> None:
        """Nothing: that a client went away is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self) -> None:
        """Read a request whole, and answer it once or not at all."""
        self.close_connection = True
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        reply = cast("_Listener", self.server).proxy.outcome(Request(self.command, self.path, headers, body))
        if reply:
            self._answer(reply)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815 (names of the library)

    def _answer(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body[: len(reply.body) - reply.cut])

    def log_message(self, *_: object) -> None:
        """Nothing."""
