"""The servers whose settings can be written; Cloudflare Pages reads what Netlify reads."""

from __future__ import annotations

from typing import Final, Literal, get_args

OwnServer = Literal["nginx", "caddy"]
"""A server on a machine of the newsroom's own, with folders that it is told of."""
Server = Literal[OwnServer, "netlify"]
SERVERS: Final[tuple[Server, ...]] = get_args(Server)
