"""The brand of ``newsroom.yml``: whether its colours can be read, its logo seen, and its fonts shown."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newsroom.colours.contrast import TEXT
from newsroom.colours.fitness import nearest, worst_clash
from newsroom.model.brand import PRESETS, Brand, Colours, Fonts
from newsroom.reading.configuration import NewsroomFile
from newsroom.reading.files import Folder, is_file
from newsroom.reading.findings import Findings
from newsroom.reading.logos import is_dark
from newsroom.reading.pictures import Spot
from newsroom.reading.rules import DARK_LOGO, NO_FONT, NO_PICTURE, OUTSIDE, UNREADABLE_COLOUR, WRONG_FONT
from newsroom.reading.sources import Source

_WOFF2: Final = b"wOF2"
"""How a WOFF2 file begins (https://www.w3.org/TR/WOFF2/#woff20Header)."""


def read_brand(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> Brand:
    """The brand; what is left out is that of the organisation's kind, and a file that will not do is a problem."""
    on_dark = _logo_on_dark(source, folder, findings)
    return Brand(
        colours=_colours(source, findings),
        logo_on_dark=on_dark,
        is_logo_dark=not on_dark and _is_logo_dark(source, folder, findings),
        fonts=_fonts(source, folder, findings),
    )


def _colours(source: Source[NewsroomFile], findings: Findings) -> Colours:
    preset, brand = PRESETS[source.says.organization.kind], source.says.brand
    written = brand.colours if brand else None
    if written is None:
        return preset
    colours = Colours(written.primary or preset.primary, written.accent or preset.accent)
    if colours != preset:
        _check_colours(colours, source, findings)
    return colours


def _check_colours(colours: Colours, source: Source[NewsroomFile], findings: Findings) -> None:
    kind = source.says.organization.kind
    clash = worst_clash(colours, kind)
    if clash is None:
        return
    findings.add(
        UNREADABLE_COLOUR,
        source.name,
        source.line_of("brand", "colours", "primary"),
        colour=colours.primary,
        words=clash.words,
        ground=clash.ground,
        ratio=f"{clash.ratio:.2f}",
        least=f"{TEXT:g}",
        nearest=nearest(colours, kind),
    )


def _logo_on_dark(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> str:
    name = source.says.brand.logo_on_dark if source.says.brand else None
    if not name:
        return ""
    line = source.line_of("brand", "logo_on_dark")
    path = folder.content / name
    if not folder.contains(path):
        findings.add(OUTSIDE, folder.name(path))
    elif not is_file(path):
        findings.add(NO_PICTURE, source.name, line, file=name, folder="content")
    elif is_dark(path):
        findings.add(DARK_LOGO, source.name, line, file=name)
    return name


def _is_logo_dark(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> bool:
    """Whether the logo, with none to stand in for it, would hardly be seen; of one that is not there others tell."""
    name = source.says.organization.logo
    path = folder.content / name
    if not folder.contains(path) or not is_file(path) or not is_dark(path):
        return False
    findings.add(DARK_LOGO, source.name, source.line_of("organization", "logo"), file=name)
    return True


def _fonts(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> Fonts | None:
    written = source.says.brand.fonts if source.says.brand else None
    if written is None:
        return None
    for key, name in (("regular", written.regular), ("bold", written.bold)):
        line = source.line_of("brand", "fonts", key)
        _check_font(Spot(source.name, line, name, folder.content), folder, findings)
    return Fonts(written.regular, written.bold)


def _check_font(spot: Spot, folder: Folder, findings: Findings) -> None:
    path = spot.folder / spot.file
    if not folder.contains(path):
        findings.add(OUTSIDE, folder.name(path))
    elif not is_file(path):
        findings.add(NO_FONT, spot.name, spot.line, file=spot.file)
    elif not _begins(path, _WOFF2):
        findings.add(WRONG_FONT, spot.name, spot.line, file=spot.file)


def _begins(path: Path, start: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(start)) == start
