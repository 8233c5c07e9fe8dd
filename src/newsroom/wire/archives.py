"""Files in one ZIP file, which holds the same bytes whenever and wherever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Final

BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""The first instant that the format knows (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.6)."""
UNIX: Final = 3
"""The system whose permissions are written (the same, 4.4.2), whichever this is."""
PERMISSIONS: Final = 0o100644 << 16
"""An ordinary file that everyone may read."""


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files by their names, in the order of these.

    They are stored as they are: pictures and documents are compressed already, and what a library makes of texts
    depends on its version.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        for name, data in sorted(files):
            file.writestr(_entry(name), data)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, BEGINNING)
    entry.create_system = UNIX
    entry.external_attr = PERMISSIONS
    return entry
