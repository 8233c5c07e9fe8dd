"""The servers whose settings can be written; Cloudflare Pages reads what Netlify reads."""

from __future__ import annotations

from typing import Final, Literal, get_args

Server = Literal["nginx", "netlify"]
SERVERS: Final[tuple[Server, ...]] = get_args(Server)
