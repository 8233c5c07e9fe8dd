"""What a host that answers for itself is told of addresses that were moved, beside the pages that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

Leads = Sequence[tuple[str, str]]
"""Old addresses, each with the one in its place; both are below the site's root."""


def redirects(address: str, leads: Leads) -> bytes:
    """The file ``_redirects`` of Netlify, Cloudflare Pages and GitLab Pages, of a site that stands at an address.

    Cloudflare answers with the new address and follows 2,000 lines at most
    (https://developers.cloudflare.com/pages/configuration/redirects/); where a host prefers the file that stands at the
    old address, as Netlify does, or reads no further, the page there does the same.
    """
    return "".join(f"{old} {new} 301\n" for old, new in from_the_root(address, leads)).encode()


def from_the_root(address: str, leads: Leads) -> Leads:
    """The same as paths from the host's root."""
    top = urlsplit(address).path or "/"
    return [(top + old, top + new) for old, new in leads]
