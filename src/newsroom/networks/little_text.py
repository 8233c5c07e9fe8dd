"""LinkedIn's little text format, in which some characters mean something.

https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format says which.
"""

from __future__ import annotations

import re
from typing import Final

_RESERVED: Final = re.compile(r"[\\|{}@\[\]()<>#*_~]")
_HASHTAG: Final = re.compile(r"\{hashtag\|\\?#\|((?:[^\\|{}]|\\.)*)\}")


def escaped(text: str) -> str:
    """A text in little text format, in which nothing means anything but itself."""
    return _RESERVED.sub(r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """The text that readers are shown of one in little text format without templates."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def hashtag(name: str) -> str:
    """The template of a hashtag, without which it is none."""
    return f"{{hashtag|\\#|{escaped(name)}}}"


def readable(text: str) -> str:
    """The text that readers are shown, hashtags and all."""
    return unescaped(_HASHTAG.sub(r"#\1", text))
