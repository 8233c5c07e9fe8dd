"""Characters that no file may hold, whatever a text holds."""

from __future__ import annotations

import json
import re
from typing import Final

_UNSOUND: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters but tab and line ends, which iCalendar forbids (RFC 5545, section 3.1), and halves of characters,
which UTF-8 cannot write."""
_LINE_END: Final = re.compile("\r\n?")


def sound(text: str) -> str:
    """A text that every format can hold: a mark of replacement for what cannot be written, and one kind of line end."""
    return _LINE_END.sub("\n", _UNSOUND.sub("\N{REPLACEMENT CHARACTER}", text))


def compact_json(tree: object) -> bytes:
    """A tree as JSON (RFC 8259) in one line: it is made for every post, and machines read it."""
    return sound(json.dumps(tree, ensure_ascii=False, separators=(",", ":"))).encode()


def readable_json(tree: object) -> bytes:
    """A tree as JSON (RFC 8259) that people can read too."""
    return sound(json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()
