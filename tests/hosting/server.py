"""A real nginx on this machine, with the settings that we print."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from newsroom.hosting.headers import nginx, rules

HERE = "127.0.0.1"
PATIENCE = 10
"""Seconds after which nginx is taken not to start."""


@dataclass(frozen=True)
class Answer:
    """What came back for a request; names of headers are small."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(port: int, path: str, **headers: str) -> Answer:
    """Ask the server at a port for a path; underscores in the names of headers stand for hyphens."""
    with closing(HTTPConnection(HERE, port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())


def free_port() -> int:
    """A port that nobody listens at."""
    with closing(socket.socket()) as trial:
        trial.bind((HERE, 0))
        return int(trial.getsockname()[1])


@contextmanager
def serving(folder: Path, site: Path, address: str, told: bytes | None = None) -> Iterator[int]:
    """The port at which nginx serves a site that stands at an address; ``folder`` is for its own files.

    It is ``told`` what we print for the address alone, or something else.
    """
    port = free_port()
    with running(folder, f"server {{ listen {HERE}:{port}; {settings(folder, site, address, told)} }}", port):
        yield port


def settings(folder: Path, site: Path, address: str, told: bytes | None = None) -> str:
    """What a ``server`` of nginx says of a site: its root, and what we print for the rest."""
    included = folder / "newsroom.conf"
    included.write_bytes(nginx(rules(address)) if told is None else told)
    return f"root {site}; include {included};"


@contextmanager
def running(folder: Path, servers: str, port: int) -> Iterator[None]:
    """nginx with some servers, one of which listens at a port."""
    configuration = folder / "nginx.conf"
    places = "".join(f"{name}_temp_path {folder}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    configuration.write_text(
        f"daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr; events {{ }}\n"
        f"http {{ access_log off; {places} {servers} }}\n"
    )
    process = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(configuration)], stderr=subprocess.PIPE)
    try:
        _wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.communicate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with closing(socket.socket()) as trial:
            if trial.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.01)
    process.kill()
    raise AssertionError(process.communicate()[1].decode())
