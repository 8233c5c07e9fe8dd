"""Which version of the program this is."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Final

DISTRIBUTION: Final = "mkdocs-newsroom"
"""What the program is called where it is installed from."""


@cache
def installed() -> str:
    """The installed version, such as ``0.1.0``."""
    return version(DISTRIBUTION)
