"""What stands in a document, as tests look at it: its text, its fenced blocks, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tests.conftest import REPOSITORY

TUTORIALS: Final = {"en": "docs/guides/tutorial.md", "ar": "docs/guides/tutorial.ar.md"}


@cache
def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Block:
    """A fenced block of a document: the language named after the fence, its text and the line of the fence."""

    language: str
    text: str
    line: int


def blocks(name: str) -> Iterator[Block]:
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", read(name), re.MULTILINE | re.DOTALL):
        yield Block(match[1], match[2], read(name).count("\n", 0, match.start()) + 1)


def prose(name: str) -> str:
    """A document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", read(name), flags=re.MULTILINE | re.DOTALL)
