"""Digests of pages, and of what they are drawn from."""

from __future__ import annotations

import hashlib
from typing import Final
from zoneinfo import ZoneInfo

import msgspec


def _as_text(value: object) -> str:
    """What JSON has no form for: a time zone, by its name."""
    if isinstance(value, ZoneInfo):
        return value.key
    raise NotImplementedError(f"a page cannot be drawn from {type(value)}")


# Mappings keep their order: lists in the site follow that of the configuration.
_ENCODER: Final = msgspec.json.Encoder(enc_hook=_as_text)


def encoded(record: object) -> bytes:
    """A record of any kind as bytes: equal bytes mean equal records of one kind."""
    return _ENCODER.encode(record)


def digest_of(record: bytes) -> str:
    """Hexadecimal BLAKE2b."""
    return hashlib.blake2b(record, digest_size=20).hexdigest()
