"""Public keys as OpenSSH writes them: a kind, and base64 of data that names the kind again (RFC 4253, section 6.6)."""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_SIGNING: Final = re.compile(
    rb"ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com"
)
"""The kinds of which ssh-keygen makes signatures today; certificates and DSA are none of them."""


def keys_in(line: bytes) -> Iterator[tuple[str, str]]:
    """Each key that stands on a line, as its kind and its data in base64."""
    for kind, data in pairwise(line.split()):
        if _is_key(kind, data):
            yield kind.decode("ascii", "replace"), data.decode("ascii")


def has_key(line: bytes) -> bool:
    """Whether a kind of key stands on a line with a key of that kind behind it."""
    return any(keys_in(line))


def signing_key(line: str) -> str:
    """The key that a line begins with, without the comment behind it; empty where it begins with none that signs."""
    kind, data = (*line.split(maxsplit=2), "", "")[:2]
    is_one = _SIGNING.fullmatch(kind.encode()) and _is_key(kind.encode(), data.encode())
    return f"{kind} {data}" if is_one and _is_whole(b64decode(data)) else ""


def fingerprint(key: str) -> str:
    """What ``ssh-keygen -l`` calls a key, such as ``SHA256:2GJ…``: the digest of its data in base64, unpadded."""
    digest = hashlib.sha256(b64decode(key.split()[1])).digest()
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"


def _is_whole(data: bytes) -> bool:
    """Whether data are strings, each behind its length (RFC 4251, section 5), to the last byte: half a key is not."""
    place, strings = 0, 0
    while place < len(data):
        place += 4 + int.from_bytes(data[place : place + 4], "big")
        strings += 1
    return place == len(data) and strings > 1


def _is_key(kind: bytes, data: bytes) -> bool:
    try:
        found = b64decode(data, validate=True)
    except binascii.Error:
        return False
    return found[4 : 4 + int.from_bytes(found[:4], "big")] == kind and len(kind) > 0
