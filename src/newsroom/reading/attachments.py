"""The files beside a text that are published with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from newsroom.model.post import Size
from newsroom.reading.files import is_file
from newsroom.reading.folders import Bilingual, Desk, entries
from newsroom.reading.pictures import FORMATS_IN_TEXT, measured
from newsroom.reading.rules import OUTSIDE

_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif"})


def read_attachments(folder: Bilingual[Any, Any], desk: Desk) -> dict[str, Size | None]:
    """The other files of a folder that a text names, and the pixels of those that are pictures.

    Only these are published, so a forgotten file stays at home. A file counts as named when its whole name occurs
    anywhere in a text: that takes in every form a link can have.
    """
    return {desk.content_path(path): _size(path, desk) for path in _named(folder, desk)}


def _named(folder: Bilingual[Any, Any], desk: Desk) -> Iterator[Path]:
    others = [entry for entry in entries(folder.path, desk) if not entry.name.endswith(".md")]
    names = _names(folder) if others else ""
    for entry in others:
        if not re.search(rf"(?<![\w.-]){re.escape(entry.name)}(?![\w-])", names):
            continue
        if desk.folder.leads_out(entry):
            desk.findings.add(OUTSIDE, desk.folder.name(entry))
        elif is_file(entry):
            yield entry


def _names(folder: Bilingual[Any, Any]) -> str:
    """Every text of a folder, as written and with the escapes of addresses undone."""
    bodies = "\n".join(document.body for _, document in folder.words.values())
    return f"{bodies}\n{unquote(bodies)}"


def _size(path: Path, desk: Desk) -> Size | None:
    if path.suffix.lower() not in _PICTURES:
        return None
    file = measured(path, desk.folder.name(path), 1, desk.findings, FORMATS_IN_TEXT)
    return file.size if file else None
