"""A real nginx and a real Caddy on this machine, with the settings that we print."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Final, Literal

from newsroom.hosting.caddy import caddy
from newsroom.hosting.nginx import nginx
from newsroom.hosting.served import Served

HERE = "127.0.0.1"
PATIENCE = 10
"""Seconds after which a server is taken not to start."""
Name = Literal["nginx", "caddy"]
NAMES: Final[Sequence[Name]] = ("nginx", "caddy")
REMEMBERING: Final = "open_file_cache max=1000; open_file_cache_valid 60s;"
"""What many machines tell all servers of nginx: to remember which files are open. Ours must not."""
WRITERS: Final = {"nginx": nginx, "caddy": caddy}


@dataclass(frozen=True)
class Answer:
    """What came back for a request; names of headers are small."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(port: int, path: str, *, method: str = "GET", **headers: str) -> Answer:
    """Ask the server at a port for a path as it is; underscores in the names of headers stand for hyphens."""
    with closing(HTTPConnection(HERE, port, timeout=PATIENCE)) as connection:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        return _answer(connection.getresponse())


def ask_raw(port: int, target: bytes) -> Answer:
    """Ask for what no client would ask for: any bytes without spaces and ends of lines."""
    with closing(socket.create_connection((HERE, port), timeout=PATIENCE)) as line:
        line.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: " + HERE.encode() + b"\r\nConnection: close\r\n\r\n")
        answer = HTTPResponse(line)
        answer.begin()
        return _answer(answer)


def as_user(name: str, password: str) -> str:
    """What a browser sends when somebody has typed a name and a password."""
    return f"Basic {base64.b64encode(f'{name}:{password}'.encode()).decode()}"


def _answer(answer: HTTPResponse) -> Answer:
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


def free_port() -> int:
    """A port that nobody listens at."""
    with closing(socket.socket()) as trial:
        trial.bind((HERE, 0))
        return int(trial.getsockname()[1])


@contextmanager
def serving(name: Name, folder: Path, served: Served) -> Iterator[int]:
    """The port at which a server serves a site as we tell it to; ``folder`` is for the server's own files."""
    with serving_told(name, folder, WRITERS[name](served, inside=True)) as port:
        yield port


@contextmanager
def serving_told(name: Name, folder: Path, told: bytes) -> Iterator[int]:
    """The same, with what we print inside a block of its own."""
    port = free_port()
    own = folder / name
    own.mkdir()
    if name == "caddy":
        with running_caddy(own, f"http://{HERE}:{port}", told, port):
            yield port
    else:
        with running(own, f"{REMEMBERING} server {{ listen {HERE}:{port}; {included(own, told)} }}", port):
            yield port


def included(folder: Path, told: bytes) -> str:
    """The line that includes what we print in a ``server`` of nginx."""
    path = folder / "newsroom.conf"
    path.write_bytes(told)
    return f"include {path};"


@contextmanager
def running(folder: Path, servers: str, port: int) -> Iterator[None]:
    """nginx with some servers, one of which listens at a port."""
    configuration = folder / "nginx.conf"
    places = "".join(f"{name}_temp_path {folder}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    configuration.write_text(
        f"daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr error; events {{ }}\n"
        f"http {{ access_log off; {places} {servers} }}\n"
    )
    with _running(["nginx", "-p", str(folder), "-c", str(configuration)], folder, port):
        yield


@contextmanager
def running_caddy(folder: Path, address: str, told: bytes, port: int) -> Iterator[None]:
    """Caddy with one site, which listens at a port; nobody can change it, and it asks nobody for certificates."""
    configuration = folder / "Caddyfile"
    lines = "".join(f"    {line}\n" for line in told.decode().splitlines())
    configuration.write_text(f"{{\n    admin off\n    auto_https off\n}}\n{address} {{\n{lines}}}\n")
    with _running(["caddy", "run", "--config", str(configuration), "--adapter", "caddyfile"], folder, port):
        yield


@contextmanager
def _running(command: Sequence[str], folder: Path, port: int) -> Iterator[None]:
    """A server while it runs; what it says goes to a file, for nobody reads it while it does."""
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    log = folder / "log"
    with log.open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said, env=os.environ | home) as process:
        try:
            _wait_for(port, process, log)
            yield
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with closing(socket.socket()) as trial:
            if trial.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.01)
    process.kill()
    raise AssertionError(log.read_text())
