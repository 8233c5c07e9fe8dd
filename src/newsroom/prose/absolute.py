"""Addresses that lead to the same place from anywhere, in the characters that every reader of feeds understands."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

LINKED: Final = frozenset({"http", "https", "mailto", "tel"})
"""What a link may lead to."""

SHOWN: Final = frozenset({"http", "https"})
"""Where a picture or a film may come from."""

_KEPT: Final = "/:?@!$&'()*+,;=~%-._"
"""What stands in an address as it is: https://www.rfc-editor.org/rfc/rfc3986#section-2"""

_LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_AROUND: Final = "".join(map(chr, range(33)))
_HOST: Final = re.compile(r"[a-z0-9._~-]{1,253}|[0-9a-f:.]*:[0-9a-f:.]*")
_CANDIDATE: Final = re.compile(r"([^\s,]\S*[^\s,])(?:\s+([0-9.]+[wxh]))?\s*(?:,|$)")


def absolute(address: str, page: str, schemes: frozenset[str] = LINKED) -> str | None:
    """An address in a text as an absolute one in ASCII, or nothing where it cannot be understood or is not wanted.

    ``page`` is the absolute address of the page on which the text stands.
    """
    try:
        parts = urlsplit(urljoin(page, address.strip(_AROUND)))
        host = _host(parts) if parts.scheme in SHOWN else ""
    except ValueError:
        return None
    if parts.scheme not in schemes:
        return None
    return parts._replace(
        netloc=host, path=_encoded(parts.path), query=_encoded(parts.query), fragment=_encoded(parts.fragment)
    ).geturl()


def absolute_set(candidates: str, page: str) -> str | None:
    """The same for the ``srcset`` of a picture: those of its candidates that can be understood."""
    found = ((absolute(match[1], page, SHOWN), match[2]) for match in _CANDIDATE.finditer(candidates))
    return ", ".join(f"{address} {size}" if size else address for address, size in found if address) or None


def _host(parts: SplitResult) -> str:
    """Host and port, the host as the domain name system has it. Raises ValueError if there can be no such host."""
    name = parts.hostname or ""
    name = name if name.isascii() else name[:254].encode("idna").decode()
    if not _HOST.fullmatch(name):
        raise ValueError(name)
    host = f"[{name}]" if ":" in name else name
    return host if parts.port is None else f"{host}:{parts.port}"


def _encoded(part: str) -> str:
    """A part of an address in ASCII; what is encoded already stays so."""
    return quote(_LONE_PERCENT.sub("%25", part), safe=_KEPT, errors="replace")
