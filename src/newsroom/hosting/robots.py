"""What crawlers may look at: the Robots Exclusion Protocol (https://www.rfc-editor.org/rfc/rfc9309)."""

from __future__ import annotations

from collections.abc import Sequence


def robots(sitemaps: Sequence[str]) -> bytes:
    """Lets everyone in, and names the sitemaps by their absolute addresses."""
    return _lines("User-agent: *", "Allow: /", "", *(f"Sitemap: {address}" for address in sitemaps))


def robots_of_preview() -> bytes:
    """Lets no one in."""
    return _lines("User-agent: *", "Disallow: /")


def _lines(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
