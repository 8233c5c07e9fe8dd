"""A picture's words joined with its true size."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Final

from PIL import Image

from newsroom.model.language import Localized
from newsroom.model.post import Picture, Size
from newsroom.reading.files import is_file
from newsroom.reading.folders import Bilingual, Desk, localized
from newsroom.reading.rules import BROKEN_PICTURE, NO_PICTURE, OUTSIDE
from newsroom.reading.schema import PictureSection

FORMATS: Final = ("JPEG", "PNG", "WEBP")
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(5, 9)
"""Values of the EXIF orientation with which a picture lies on its side (Exif 2.32, 4.6.4)."""
_ENDINGS: Final = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xae\x42\x60\x82"}


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
    if desk.folder.leads_out(path):
        desk.findings.add(OUTSIDE, desk.folder.name(path))
        return None
    if not is_file(path):
        desk.findings.add(NO_PICTURE, folder.lead.name, line, file=section.file, folder=desk.folder.name(folder.path))
        return None
    size = picture_size(path)
    if size is None:
        desk.findings.add(BROKEN_PICTURE, folder.lead.name, line, file=section.file)
        return None
    return Picture(desk.content_path(path), width=size[0], height=size[1], **words)


def picture_size(path: Path) -> Size | None:
    """Width and height of a picture as browsers show it, in pixels; nothing where it is not sound and whole."""
    try:
        return _size(path)
    except Exception:  # decoders raise whatever occurs to them
        return None


def _size(path: Path) -> Size:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=FORMATS) as image:
            width, height = image.size
            is_turned = "exif" in image.info and image.getexif().get(_ORIENTATION) in _TURNED
            if not _has_its_end(path, image.format or ""):
                image.load()
    return (height, width) if is_turned else (width, height)


def _has_its_end(path: Path, file_format: str) -> bool:
    """Whether a file ends as its format does. Where it does not, decoding it tells whether it was cut off."""
    ending = _ENDINGS.get(file_format)
    return ending is not None and path.read_bytes().endswith(ending)


def _words(words: Any, location: tuple[str, str], folder: Bilingual[Any, Any], desk: Desk) -> Localized[str]:
    return localized(words, location, folder, desk) if words else Localized("", "")
