"""A file of passwords as ``htpasswd`` writes it: who may look at previews."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from newsroom.errors import Refused

_BCRYPT: Final = re.compile(r"\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}")
"""The one kind of hash that both nginx and Caddy know (https://httpd.apache.org/docs/2.4/misc/password_encryptions.html)."""
_NAME: Final = re.compile(r"[A-Za-z0-9._@-]+")
_HOW: Final = "write it with: htpasswd -B -c FILE NAME"
_HOW_AR: Final = "اكتبه بالأمر: htpasswd -B -c FILE NAME"


def accounts_in(path: Path) -> tuple[tuple[str, str], ...]:
    """Each name with its hash. Raises :class:`Refused` where there is none, or one that not every server knows."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused(
            f"{path} cannot be read; name a file of htpasswd", f"تعذرت قراءة {path}؛ سمِّ ملفًا من htpasswd"
        ) from None
    accounts = tuple(_account(path, line) for line in lines if line.strip() and not line.startswith("#"))
    if not accounts:
        raise Refused(f"{path} names nobody; {_HOW}", f"لا أحد في {path}؛ {_HOW_AR}")
    return accounts


def _account(path: Path, line: str) -> tuple[str, str]:
    name, _, digest = line.strip().partition(":")
    if not (_NAME.fullmatch(name) and _BCRYPT.fullmatch(digest)):
        raise Refused(
            f"{path} has a line that is no name with a bcrypt hash; {_HOW}",
            f"في {path} سطر ليس اسمًا وبصمة bcrypt؛ {_HOW_AR}",
        )
    return name, digest
