"""Bluesky's own server, with its directory of accounts: nothing here stands for it, so it refuses what Bluesky does.

It does not check facets, languages or addresses, and shows nobody anything: what an app makes of a post is not seen.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.servers.processes import FOLDER, client, free_port, running


@dataclass(frozen=True, slots=True)
class Account:
    """An account on the server, and an app password of it."""

    server: str
    handle: str
    id: str
    password: str

    def posts(self) -> dict[str, dict[str, Any]]:
        """All that stands on the account, by its key."""
        found: dict[str, dict[str, Any]] = {}
        place = {"repo": self.id, "collection": "app.bsky.feed.post", "limit": "100"}
        cursor: str | None = ""
        while cursor is not None:
            page = _asked("GET", self.server, "repo.listRecords", params={**place, "cursor": cursor}).json()
            found |= {each["uri"].rpartition("/")[2]: each["value"] for each in page["records"]}
            cursor = page.get("cursor")
        return found


def account(server: str, name: str) -> Account:
    """A new account on a server."""
    password = secrets.token_hex(8)
    told = {"handle": f"{name}.test", "email": f"{name}@luban.test", "password": password}
    made = _asked("POST", server, "server.createAccount", json=told).json()
    headers = {"Authorization": f"Bearer {made['accessJwt']}"}
    app = _asked("POST", server, "server.createAppPassword", json={"name": "newsroom"}, headers=headers).json()
    return Account(server, f"{name}.test", made["did"], app["password"])


@contextmanager
def pds(folder: Path, *, limits: bool = False) -> Iterator[str]:
    """The address of a server that keeps its data in a folder; with Bluesky's limits of requests where asked for."""
    port, directory = free_port(), free_port()
    (folder / "blobs").mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "PDS_DEV_MODE": "true",
        "PDS_HOSTNAME": "localhost",
        "PDS_PORT": str(port),
        "PDS_DATA_DIRECTORY": str(folder),
        "PDS_BLOBSTORE_DISK_LOCATION": str(folder / "blobs"),
        "PDS_DID_PLC_URL": f"http://127.0.0.1:{directory}",
        "PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX": secrets.token_hex(32),
        "PDS_JWT_SECRET": secrets.token_hex(16),
        "PDS_ADMIN_PASSWORD": secrets.token_hex(16),
        "PDS_INVITE_REQUIRED": "false",
        "PDS_SERVICE_HANDLE_DOMAINS": ".test",
        "PDS_RATE_LIMITS_ENABLED": str(limits).lower(),
        # Nobody is there: the server has nobody to call.
        "PDS_BSKY_APP_VIEW_URL": "http://127.0.0.1:9",
        "PDS_BSKY_APP_VIEW_DID": "did:example:nobody",
        "PDS_MOD_SERVICE_URL": "http://127.0.0.1:9",
        "PDS_MOD_SERVICE_DID": "did:example:nobody",
        "PDS_DISABLE_SSRF_PROTECTION": "true",
        "LOG_ENABLED": "false",
    }
    said = folder / "said"
    with running(["node", str(FOLDER / "pds.js")], environment, folder, lambda: b"ready" in said.read_bytes()):
        yield f"http://127.0.0.1:{port}"


def _asked(method: str, server: str, name: str, **content: Any) -> httpx.Response:
    answer = client().request(method, f"{server}/xrpc/com.atproto.{name}", **content)
    assert answer.is_success, answer.text
    return answer
