"""A picture's words joined with its true size."""

from __future__ import annotations

from typing import Any

from PIL import Image, UnidentifiedImageError

from newsroom.model.language import Localized
from newsroom.model.post import Picture
from newsroom.reading.folders import Bilingual, Desk, localized
from newsroom.reading.rules import BROKEN_PICTURE, NO_PICTURE, OUTSIDE
from newsroom.reading.schema import PictureSection


def read_picture(section: PictureSection | None, key: str, folder: Bilingual[Any, Any], desk: Desk) -> Picture | None:
    """The picture under a key such as ``hero``, or nothing; a picture that is not there or not sound is a problem."""
    if section is None:
        return None
    path = folder.path / section.file
    line = folder.lead.line_of(key, "file")
    words = {
        name: _words(getattr(section, name), (key, name), folder, desk)
        for name in ("alt", "caption", "credit", "licence")
    }
    if not desk.folder.contains(path):
        desk.findings.add(OUTSIDE, desk.folder.name(path))
        return None
    if not path.is_file():
        desk.findings.add(NO_PICTURE, folder.lead.name, line, file=section.file, folder=desk.folder.name(folder.path))
        return None
    try:
        with Image.open(path) as image:
            width, height = image.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        desk.findings.add(BROKEN_PICTURE, folder.lead.name, line, file=section.file)
        return None
    return Picture(desk.content_path(path), width, height, **words)


def _words(words: Any, location: tuple[str, str], folder: Bilingual[Any, Any], desk: Desk) -> Localized[str]:
    return localized(words, location, folder, desk) if words else Localized("", "")
