"""Lines of a ledger as bytes, and back: JSON that a person can read."""

from __future__ import annotations

import msgspec

from newsroom.ledgers.ledger import Baseline, BrokenLine, Line


def written(record: Line | Baseline) -> bytes:
    """A line or a baseline as JSON on one line."""
    return msgspec.json.encode(record)


def read_line(data: bytes) -> Line:
    """The line that bytes are. Raises :class:`BrokenLine`."""
    try:
        return msgspec.json.decode(data, type=Line)
    except msgspec.MsgspecError as error:
        raise BrokenLine(str(error)) from None


def read_baseline(data: bytes) -> Baseline:
    """The baseline that bytes are. Raises :class:`BrokenLine`."""
    try:
        return msgspec.json.decode(data, type=Baseline)
    except msgspec.MsgspecError as error:
        raise BrokenLine(str(error)) from None
