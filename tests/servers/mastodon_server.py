"""What stands for a Mastodon server: ``mastodon_mock``, which speaks its API and minds the key of a request.

It does not check what Mastodon does: it counts code points, and every letter of a link; it takes any language; it has
no limits of requests; it remembers keys for ever, and answers 500 to the key of a status that was deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx

from tests.servers.processes import FOLDER, PYTHON, client, free_port, running

TOKEN: Final = "mock_token"
"""The token of the one account that the server has."""


@dataclass(frozen=True, slots=True)
class Server:
    """The server at an address, and the name of its account."""

    address: str
    handle: str

    def statuses(self) -> list[dict[str, Any]]:
        """All that stands on the account, the newest first."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        account = client().get(f"{self.address}/api/v1/accounts/verify_credentials", headers=headers).json()["id"]
        found: list[dict[str, Any]] = []
        page: list[dict[str, Any]] = [{}]
        while page:
            params = {"limit": "40", **({"max_id": found[-1]["id"]} if found else {})}
            path = f"/api/v1/accounts/{account}/statuses"
            page = client().get(self.address + path, params=params, headers=headers).json()
            found += page
        return found

    def text(self, status: str) -> str:
        """What was sent of a status: the server's HTML lacks what it took for markup."""
        return str(client().get(f"{self.address}/api/v1/statuses/{status}/source").json()["text"])


@contextmanager
def mastodon(folder: Path) -> Iterator[Server]:
    """A server without a status."""
    port = free_port()
    command = [str(PYTHON), str(FOLDER / "until_input_ends.py"), "mastodon_mock", "serve", "--in-memory"]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    address = f"http://127.0.0.1:{port}"
    with running(command, {"PATH": os.environ["PATH"]}, folder, lambda: _answers(address)):
        yield Server(address, f"@mock@127.0.0.1:{port}")


def _answers(address: str) -> bool:
    try:
        return client().get(f"{address}/api/v1/instance").is_success
    except httpx.TransportError:
        return False
