"""Who may read what of a host's folder: a web server what it serves, and the world nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Final

OPEN: Final = 0o755
"""Of folders through which a web server comes to what it serves."""
HIDDEN: Final = 0o711
"""Of folders in which a web server finds what it is asked for by name, and nobody sees what names there are."""
CLOSED: Final = 0o700
"""Of folders with what is held back: the repository, and what is built of it."""
_OF_OWNER: Final = 0o600
_UMASK: Final = 0o022


def made_for_readers() -> None:
    """Let what this process makes be readable for a web server, whatever whoever pushed would have of their files."""
    os.umask(_UMASK)


def make_folder(folder: Path, mode: int) -> None:
    """Make a folder with these permissions, unless it is there already."""
    if not folder.exists():
        folder.mkdir()
        folder.chmod(mode)


def make_secret(file: Path, words: str) -> None:
    """Write a file that only its owner may read. Raises :class:`FileExistsError`."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OF_OWNER), "w", encoding="utf-8") as opened:
        opened.write(words)


def open_log(file: Path) -> BinaryIO:
    """A file that only its owner may read, to be added to."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OF_OWNER), "ab")
