"""Where to report a weakness of the site: ``security.txt`` (https://www.rfc-editor.org/rfc/rfc9116)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from newsroom.model.language import Language
from newsroom.model.newsroom import Security


def security_txt(security: Security, languages: Sequence[Language], canonical: str) -> bytes:
    """The file that stands at the absolute address ``canonical``; ``languages`` come in order of preference."""
    # RFC 3339, in UTC: the file is for people whose clocks are anywhere.
    expires = security.expires.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = (
        f"Contact: {security.contact}",
        f"Expires: {expires}",
        f"Preferred-Languages: {', '.join(languages)}",
        f"Canonical: {canonical}",
    )
    return "".join(f"{line}\n" for line in lines).encode()
