"""What is made depends on our code, and on the packages beside it."""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path

from newsroom.engine.fingerprints import digest_of

OUR_CODE = Path(__file__).resolve().parent.parent


@functools.cache
def code_key() -> str:
    """The digest of all code that makes a site: ours byte by byte, the rest by its versions."""
    ours = sorted(OUR_CODE.rglob("*.py"))
    return digest_of(
        (
            sys.version.encode(),
            *(part for path in ours for part in (path.relative_to(OUR_CODE).as_posix().encode(), path.read_bytes())),
            *(name.encode() for name in _installed()),
        )
    )


def _installed() -> list[str]:
    """Name and version of every package that Python can import, as the folders of their metadata are called."""
    folders = {folder for folder in sys.path if os.path.isdir(folder)}  # noqa: PTH112 - paths as Python holds them
    names = {path.name for folder in folders for path in Path(folder).iterdir()}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
