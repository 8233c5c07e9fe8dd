"""Lines of a ledger as bytes, and back: JSON that a person can read."""

from __future__ import annotations

import msgspec

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, Line


def written(record: Line | Baseline) -> bytes:
    """A line or a baseline as JSON on one line."""
    return msgspec.json.encode(record)


def read_line(data: bytes, key: str = "") -> Line:
    """The line that bytes are, about the message with a key where one is given. Raises :class:`BrokenLine`."""
    try:
        line = msgspec.json.decode(data, type=Line)
    except (msgspec.MsgspecError, TypeError) as error:
        raise BrokenLine(str(error)) from None
    if key and line.key != key:
        raise BrokenLine("a line about another message")
    return line


def read_baseline(data: bytes) -> Baseline:
    """The baseline that bytes are. Raises :class:`BrokenLine`."""
    try:
        return msgspec.json.decode(data, type=Baseline)
    except (msgspec.MsgspecError, TypeError) as error:
        raise BrokenLine(str(error)) from None


def broken_baseline(place: str) -> LedgerUnusable:
    """What to say of a baseline that cannot be read: without it, all that was released before would be sent."""
    return LedgerUnusable(
        f"the ledger holds a baseline that cannot be read ({place}); nothing was sent. Restore the ledger from a"
        " copy that is whole: without the baseline all that was released before it would be sent",
        f"في السجل نقطة بدء لا يمكن قراءتها ({place})؛ لم يُرسل شيء. استعد السجل من نسخة سليمة،"
        " فبغير نقطة البدء يُرسل كل ما نُشر قبلها",
    )
