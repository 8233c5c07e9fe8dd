"""Addresses of servers, and which of them may be sent words and secrets."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

WEB: Final = ("https", "http")
"""The schemes of networks on the web."""
_OPEN: Final = "http"
"""Anybody on the way can read along, so nothing is sent so but to the machine itself."""


def is_usable(address: str, schemes: Collection[str] = WEB) -> bool:
    """Whether an address is that of a server of these schemes, on which nobody reads along.

    One with a name or password in it is not: these are secrets, and stand elsewhere.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "@" in parts.netloc:
        return False
    return parts.scheme in schemes and (parts.scheme != _OPEN or is_loopback(host))


def is_loopback(host: str) -> bool:
    """Whether a host is the machine itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
