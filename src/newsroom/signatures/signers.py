"""The newsroom's own keys, in the form in which ``ssh-keygen`` is told whose signatures count.

The form is that of ALLOWED SIGNERS in the manual of ssh-keygen (https://man.openbsd.org/ssh-keygen#ALLOWED_SIGNERS).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from newsroom.model.newsroom import SigningKey

NAMESPACE: Final = "newsroom-manifest"
"""What the newsroom's own signatures are for (see :mod:`newsroom.signatures.openssh`)."""


def principal(address: str) -> str:
    """Who signs for the site at an absolute address."""
    return f"newsroom@{urlsplit(address).hostname}"


def allowed_signers(address: str, keys: Iterable[SigningKey]) -> bytes:
    """The file that lets the keys of the site at an address sign its manifests, and nothing else."""
    return "".join(f"{principal(address)} {_options(each)} {each.key}\n" for each in keys).encode()


def _options(key: SigningKey) -> str:
    names = f'namespaces="{NAMESPACE}"'
    if key.until is None:
        return names
    # Without the Z that says UTC: versions before 9.1 take no line that has it, and read the time as local.
    return f'{names},valid-before="{key.until.astimezone(datetime.UTC):%Y%m%d%H%M%S}"'
