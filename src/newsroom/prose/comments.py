"""Comments in Markdown, ``<!-- … -->``: the words of editors to each other, which no reader is to meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SIGN: Final = "<!--"
_CODE_OR_COMMENT: Final = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?(?<=\n)(?P=fence)[ ]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<comment><!--.*?-->)",
    re.MULTILINE | re.DOTALL,
)
"""Code, whatever it holds, or a comment. One that is never closed is none, and is shown to whoever forgot it."""
_HTML_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_GAP: Final = "\0"
_LINE_OF_ITS_OWN: Final = re.compile(r"^[ \t]*\0[ \t\0]*(?:\n|\Z)", re.MULTILINE)
_WITHIN_A_LINE: Final = re.compile(r"[ \t]*\0")


def comments(markdown: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends; what stands in fenced or inline code is none."""
    if _SIGN in markdown:
        for match in _CODE_OR_COMMENT.finditer(markdown):
            if match["comment"]:
                yield match.span()


def without_comments(markdown: str) -> str:
    """A text without its comments. A line that held nothing else goes with them, so that no paragraph is parted."""
    if _SIGN not in markdown:
        return markdown
    gapped = _CODE_OR_COMMENT.sub(lambda match: _GAP if match["comment"] else match[0], markdown)
    return _WITHIN_A_LINE.sub("", _LINE_OF_ITS_OWN.sub("", gapped))


def html_without_comments(html: str) -> str:
    """HTML without its comments: one that the Markdown hid in broken code, say."""
    return _HTML_COMMENT.sub("", html) if _SIGN in html else html
