"""The organisation of ``newsroom.yml``, with the pictures that stand for it."""

from __future__ import annotations

from newsroom.model.language import Localized
from newsroom.model.organization import Listing, Organization
from newsroom.model.post import Picture
from newsroom.reading.configuration import ListingSection, NewsroomFile
from newsroom.reading.executives import accounts
from newsroom.reading.files import Folder, is_file
from newsroom.reading.findings import Findings
from newsroom.reading.pictures import NAME_ENDINGS, PictureFile, Spot, find_picture
from newsroom.reading.rules import ICON, NO_PICTURE, OUTSIDE, SHARE_PICTURE
from newsroom.reading.sections import both
from newsroom.reading.sources import Source

SMALLEST_ICON = 512
"""Pixels a side: what a feed's ``icon`` is asked to be large enough for (https://www.jsonfeed.org/version/1.1/)."""
SMALLEST_PICTURE = (1200, 627)
"""Pixels below which networks show a small card (https://www.linkedin.com/help/linkedin/answer/a521928)."""

_OF_DOTS = tuple(ending for endings in NAME_ENDINGS.values() for ending in endings)
"""How files of pictures end that must be sound; drawings are left to browsers."""


def read_organization(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> Organization:
    """The organisation; a picture of it that is not there or not of the right kind is left out, and a problem."""
    section = source.says.organization
    _find_logo(source, folder, findings)
    return Organization(
        kind=section.kind,
        name=both(section.name),
        short_name=both(section.short_name),
        description=both(section.description),
        boilerplate=both(section.boilerplate),
        website=section.website,
        logo=section.logo,
        icon=_icon(source, folder, findings),
        picture=_picture(source, folder, findings),
        accounts=accounts(section.accounts),
        listing=_listing(section.listing),
    )


def _listing(section: ListingSection | None) -> Listing | None:
    if section is None:
        return None
    names = both(section.exchange), section.symbol
    return Listing(*names, section.market, section.subsidiaries, section.disclosures_since)


def _find_logo(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> None:
    name, line = source.says.organization.logo, source.line_of("organization", "logo")
    if not _lies_inside(name, folder, findings):
        return
    if name.lower().endswith(_OF_DOTS):
        find_picture(Spot(source.name, line, name, folder.content), folder, findings)
    elif not is_file(folder.content / name):
        findings.add(NO_PICTURE, source.name, line, file=name, folder="content")


def _lies_inside(name: str, folder: Folder, findings: Findings) -> bool:
    """Whether a file below ``content/`` is there to be published, and not reached by a link that leads away."""
    path = folder.content / name
    if not folder.contains(path):
        findings.add(OUTSIDE, folder.name(path))
        return False
    return True


def _icon(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> Picture | None:
    section = source.says.organization
    if section.icon is None or not _lies_inside(section.icon, folder, findings):
        return None
    spot = Spot(source.name, source.line_of("organization", "icon"), section.icon, folder.content)
    file = find_picture(spot, folder, findings)
    if file is None:
        return None
    if file.media_type != "image/png" or file.size[0] != file.size[1] or file.size[0] < SMALLEST_ICON:
        findings.add(ICON, spot.name, spot.line, file=spot.file, found=_described(file))
    nothing = Localized("", "")
    return file.with_words(section.icon, both(section.name), nothing, nothing, nothing)


def _picture(source: Source[NewsroomFile], folder: Folder, findings: Findings) -> Picture | None:
    section = source.says.organization.picture
    if section is None or not _lies_inside(section.file, folder, findings):
        return None
    spot = Spot(source.name, source.line_of("organization", "picture", "file"), section.file, folder.content)
    file = find_picture(spot, folder, findings)
    if file is None:
        return None
    if file.size[0] < SMALLEST_PICTURE[0] or file.size[1] < SMALLEST_PICTURE[1]:
        findings.add(SHARE_PICTURE, spot.name, spot.line, file=spot.file, found=_described(file))
    words = (section.alt, section.caption, section.credit, section.licence)
    return file.with_words(section.file, *map(both, words))


def _described(file: PictureFile) -> str:
    """Kind and size, as in ``PNG 300 × 200``."""
    return f"{file.media_type.removeprefix('image/').upper()} {file.size[0]} × {file.size[1]}"
