"""The file ``_headers`` of Netlify and Cloudflare Pages."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.hosting.headers import Rule


def netlify(known: Sequence[Rule]) -> bytes:
    """How these hosts are to serve the site (https://docs.netlify.com/manage/routing/headers/)."""
    blocks = ([rule.path, *(f"  {name}: {value}" for name, value in rule.headers.items())] for rule in known)
    return "\n".join("\n".join((*block, "")) for block in blocks).encode()
