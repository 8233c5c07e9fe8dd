"""A picture's words joined with what its file is."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image

from newsroom.model.language import Localized
from newsroom.model.post import Picture, Size
from newsroom.reading.files import Folder, is_file
from newsroom.reading.findings import Findings
from newsroom.reading.folders import Bilingual, Desk, localized
from newsroom.reading.rules import BROKEN_PICTURE, HEAVY_HERO, MISNAMED_PICTURE, NO_PICTURE, OUTSIDE, SMALL_HERO
from newsroom.reading.schema import PictureSection

FORMATS: Final = ("JPEG", "PNG", "WEBP")
FORMATS_IN_TEXT: Final = (*FORMATS, "GIF")
"""What a text may show too: a picture that moves."""
MEDIA_TYPES: Final = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
"""By what Pillow calls a file. Cameras put several pictures into one JPEG, of which browsers show the first (MPO)."""
NAME_ENDINGS: Final = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/gif": (".gif",),
}
"""How a file of each type is named: servers tell browsers the type by this, and browsers are told to believe it."""
SMALLEST_SIDE: Final = 400
"""Pixels, below which Flipboard takes no picture (https://about.flipboard.com/rss-spec/)."""
LARGEST_HERO: Final = 8_000_000
"""Bytes, above which Facebook shows no card (https://developers.facebook.com/docs/sharing/webmasters/images/)."""
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(5, 9)
"""Values of the EXIF orientation with which a picture lies on its side (Exif 2.32, 4.6.4)."""
_ENDINGS: Final = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xae\x42\x60\x82"}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """What a file says of itself: its size in pixels as browsers show it, its length in bytes, and what it is."""

    size: Size
    length: int
    media_type: str

    def with_words(
        self, path: str, alt: Localized[str], caption: Localized[str], credit: Localized[str], licence: Localized[str]
    ) -> Picture:
        """The picture at a path below ``content/``."""
        width, height = self.size
        return Picture(path, width, height, self.length, self.media_type, alt, caption, credit, licence)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a picture is named: a file and its line, and the name of a picture in ``folder``."""

    name: str
    line: int
    file: str
    folder: Path


def read_picture(section: PictureSection | None, key: str, folder: Bilingual[Any, Any], desk: Desk) -> Picture | None:
    """The picture under a key such as ``hero``, or nothing; a picture that is not there or not sound is a problem."""
    if section is None:
        return None
    spot = Spot(folder.lead.name, folder.lead.line_of(key, "file"), section.file, folder.path)
    words = {
        name: _words(getattr(section, name), (key, name), folder, desk)
        for name in ("alt", "caption", "credit", "licence")
    }
    file = find_picture(spot, desk.folder, desk.findings)
    if file and key == "hero":
        _warn_of_hero(file, spot, desk.findings)
    return file.with_words(desk.content_path(folder.path / section.file), **words) if file else None


def find_picture(spot: Spot, folder: Folder, findings: Findings) -> PictureFile | None:
    """The file of a picture that is named somewhere, or nothing and a problem."""
    path = spot.folder / spot.file
    if folder.leads_out(path):
        findings.add(OUTSIDE, folder.name(path))
        return None
    if not is_file(path):
        findings.add(NO_PICTURE, spot.name, spot.line, file=spot.file, folder=folder.name(spot.folder))
        return None
    return measured(path, spot.name, spot.line, findings)


def measured(
    path: Path, name: str, line: int, findings: Findings, formats: tuple[str, ...] = FORMATS
) -> PictureFile | None:
    """What a picture's file is; nothing where it is not sound and whole, which is a problem at a file's line."""
    try:
        file = _measured(path, formats)
    except Exception:  # decoders raise whatever occurs to them
        findings.add(BROKEN_PICTURE, name, line, file=path.name)
        return None
    endings = NAME_ENDINGS[file.media_type]
    if path.suffix.lower() not in endings:
        kind = file.media_type.removeprefix("image/").upper()
        findings.add(MISNAMED_PICTURE, name, line, file=path.name, kind=kind, right=path.stem + endings[0])
    return file


def _warn_of_hero(file: PictureFile, spot: Spot, findings: Findings) -> None:
    """Note what keeps the picture above a post from where it is wanted."""
    width, height = file.size
    if min(width, height) < SMALLEST_SIDE:
        findings.add(SMALL_HERO, spot.name, spot.line, file=spot.file, size=f"{width} × {height}")
    if file.length > LARGEST_HERO:
        findings.add(HEAVY_HERO, spot.name, spot.line, file=spot.file, size=f"{file.length / 1_000_000:.1f} MB")


def _measured(path: Path, formats: tuple[str, ...]) -> PictureFile:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=formats) as image:
            width, height = image.size
            is_turned = "exif" in image.info and image.getexif().get(_ORIENTATION) in _TURNED
            media_type = MEDIA_TYPES[image.format or ""]
            if not _has_its_end(path, image.format or ""):
                image.load()
    return PictureFile((height, width) if is_turned else (width, height), path.stat().st_size, media_type)


def _has_its_end(path: Path, file_format: str) -> bool:
    """Whether a file ends as its format does. Where it does not, decoding it tells whether it was cut off."""
    ending = _ENDINGS.get(file_format)
    if ending is None:
        return False
    with path.open("rb") as file:
        file.seek(-len(ending), os.SEEK_END)
        return file.read() == ending


def _words(words: Any, location: tuple[str, str], folder: Bilingual[Any, Any], desk: Desk) -> Localized[str]:
    return localized(words, location, folder, desk) if words else Localized("", "")
