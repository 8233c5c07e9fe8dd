"""The share card: what stands for a page where somebody links to it, drawn as the site looks.

A head of paper with the logo and the organisation's name; below it a panel in the brand's colour with the swelling
corner, and on it the headline. All of it but a photograph is drawn in places of a palette, which takes a fraction of
the time that colours would: a plain card is made in about three milliseconds.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from PIL import Image

from newsroom.cards.fitting import Fitted, fitted
from newsroom.cards.palette import Look, ramps
from newsroom.cards.share_pictures import Colour, Tile, inside_corner, logo, photograph, round_portrait
from newsroom.cards.sheet import CURVE, HEIGHT, KICKER, OF_LOGO, OF_PORTRAIT, PANEL, PAPER, STEPS, WIDTH, Plate, Sheet
from newsroom.cards.typefaces import OURS, FontFile, Typeface, chosen, own
from newsroom.model.brand import Fonts
from newsroom.model.language import Language
from newsroom.pages.document import Made, Texts
from newsroom.pages.sharing import Face

MARGIN: Final = 64
EDGE: Final = 8
"""Pixels of colour above the head, as above every page; a part of them in the accent."""
ACCENTED: Final = WIDTH // 8
HEAD: Final = 118
"""Pixels from the top to the panel."""
LOGO: Final = (260, 76)
"""Width and height of a logo at most."""
PORTRAIT: Final = 96
"""Side of the portrait beside a name."""
MARK: Final = 14
GAP: Final = 22
COLUMN: Final = 452
"""Pixels of a large picture, from the edge where lines end."""
CORNER: Final = 132
"""Radius of the corner that swells."""
KICKER_BASE: Final = HEAD + 64
FOOT: Final = 36
"""Pixels below the portrait of who speaks."""
LARGEST: Final = 76
LARGEST_BESIDE_PICTURE: Final = 58
"""Pixels of a headline's letters."""
LEGIBLE: Final = 28
"""A headline that would have to be smaller beside a picture takes the picture's place too."""
SMALL: Final = 28
SMALLER: Final = 24
FIRST_BASE: Final = 0.72
"""Where the first of several lines stands, in the distance of two lines."""
MOST_BYTES: Final = 300_000
QUALITIES: Final = (80, 60, 35, 15)
"""Of a card with a photograph: the first with which it is light enough, nearly always the first of all."""
BYLINES: Final = 64
"""Lines of who speaks that a process remembers: the same few speak in most posts, on wide cards and narrow ones."""
PLATES: Final = 8
"""Grounds that a process remembers: one for each language, and a few for brands that are being tried."""


def share_card(texts: Texts, address: str, face: Face, look: Look, fonts: Fonts | None) -> Made:
    """The card at an address: a PNG, or a JPEG where a photograph may stand on it."""
    typeface = chosen(face.words, _own(texts, fonts)) if fonts else OURS
    yield address, drawn(face, look, {path: texts.data(path) for path in face.files}, typeface)


def _own(texts: Texts, fonts: Fonts) -> Typeface:
    regular, bold = (FontFile(path, texts.data(path)) for path in (fonts.regular, fonts.bold))
    return own(regular, bold)


def drawn(face: Face, look: Look, pictures: Mapping[str, bytes], typeface: Typeface = OURS) -> bytes:
    """A card from what it shows; ``pictures`` are the bytes of ``face.files``. Raises :class:`BuildFailed`."""
    plate = _plate(face.language, face.organization, face.newsroom, pictures.get(face.logo, b""), look, typeface)
    sheet = Sheet.over(plate.image.copy(), face.language, typeface)
    headline, column = _headline(face, typeface)
    _write_kicker(sheet, face, WIDTH - 2 * MARGIN - column)
    sheet.block(MARGIN, _top(face) + FIRST_BASE * headline.leading, headline, "Bold", PANEL.ink)
    byline = _place_byline(sheet, face, pictures, column, plate.colour(PANEL.ground))
    # Where there is no logo, its part of the palette is empty.
    sheet.image.putpalette(plate.palette.ljust(3 * OF_PORTRAIT, b"\0") + byline)
    if not face.picture:
        return _png(sheet.image)
    coloured = sheet.image.convert("RGB")
    if column:
        shown = photograph(pictures[face.picture], (column, HEIGHT - HEAD))
        corner = inside_corner(shown.size, CORNER, on_left=sheet.ends_on_left)
        coloured.paste(shown, (sheet.left(WIDTH - column, column), HEAD), corner)
    return _jpeg(coloured)


def _headline(face: Face, typeface: Typeface = OURS) -> tuple[Fitted, int]:
    """The headline in its size, and the width of the picture beside it; 0 where there is none, or no room for it."""
    height = _bottom(face) - _top(face)
    if face.picture:
        room = (WIDTH - 2 * MARGIN - COLUMN + GAP, height)
        beside = fitted(face.headline, face.language, "Bold", LARGEST_BESIDE_PICTURE, room, typeface)
        if beside.size >= LEGIBLE:
            return beside, COLUMN
    return fitted(face.headline, face.language, "Bold", LARGEST, (WIDTH - 2 * MARGIN, height), typeface), 0


def _top(face: Face) -> int:
    """Where the headline begins."""
    return KICKER_BASE + GAP + MARK if face.kicker else HEAD + 2 * GAP


def _bottom(face: Face) -> int:
    """Where the headline ends at the latest."""
    return HEIGHT - FOOT - PORTRAIT - GAP // 2 if face.name else HEIGHT - FOOT


def _write_kicker(sheet: Sheet, face: Face, width: int) -> None:
    """What the headline is about, in the accent, and the date."""
    if not face.kicker:
        return
    indent, date = MARK + GAP // 2, sheet.width(face.date, "Regular", SMALL)
    room = (width - indent - date - GAP, SMALL * 2)
    kicker = sheet.fitted(face.kicker, "Bold", SMALL, room)
    taken = max((sheet.width(line, "Bold", kicker.size) for line in kicker.lines), default=0)
    sheet.fill(MARGIN, HEAD + GAP, indent + taken + GAP // 2, KICKER_BASE - HEAD, KICKER.ground)
    sheet.fill(MARGIN, KICKER_BASE - MARK - 2, MARK, MARK, KICKER.ink)
    sheet.block(MARGIN + indent, KICKER_BASE, kicker, "Bold", KICKER.ink)
    sheet.line(MARGIN + indent + taken + GAP, KICKER_BASE, face.date, "Regular", SMALL, PANEL.ink)


def _place_byline(sheet: Sheet, face: Face, pictures: Mapping[str, bytes], column: int, ground: Colour) -> bytes:
    """Put who speaks in its place, and give its part of the palette."""
    if not face.name:
        return b""
    width = WIDTH - 2 * MARGIN - max(column, CORNER)
    portrait = pictures.get(face.portrait, b"")
    byline = _byline(face.language, face.name, face.role, portrait, width, ground, sheet.typeface)
    sheet.image.paste(byline.image, (sheet.left(MARGIN, width), HEIGHT - FOOT - PORTRAIT))
    return byline.palette


@lru_cache(BYLINES)
def _byline(
    language: Language, name: str, role: str, portrait: bytes, width: int, ground: Colour, typeface: Typeface
) -> Tile:
    """Who speaks, with face, name and position, in the card's palette. Whoever is given it must not draw on it."""
    sheet = Sheet.over(Image.new("L", (width, PORTRAIT), PANEL.ground), language, typeface)
    indent = PORTRAIT + GAP if portrait else 0
    room, middle = (width - indent, 2 * SMALL), PORTRAIT // 2
    base = middle - GAP // 3 if role else middle + GAP // 2
    sheet.block(indent, base, sheet.fitted(name, "Bold", SMALL, room), "Bold", PANEL.ink)
    sheet.block(indent, middle + SMALL + 4, sheet.fitted(role, "Regular", SMALLER, room), "Regular", PANEL.ink)
    if not portrait:
        return Tile(sheet.image, b"")
    shown = round_portrait(portrait, PORTRAIT, ground)
    sheet.image.paste(shown.shifted(OF_PORTRAIT), (sheet.left(0, PORTRAIT), 0))
    return Tile(sheet.image, shown.palette)


@lru_cache(PLATES)
def _plate(language: Language, organization: str, newsroom: str, mark: bytes, look: Look, typeface: Typeface) -> Plate:
    """The ground with its head and corner. Whoever is given it must not draw on it."""
    sheet = Sheet.over(Image.new("L", (WIDTH, HEIGHT), PANEL.ground), language, typeface)
    sheet.fill(0, EDGE, WIDTH, HEAD - EDGE, PAPER.ground)
    sheet.fill(0, 0, ACCENTED, EDGE, KICKER.ink)
    _cut_corner(sheet)
    plate = Plate(sheet.image, ramps(look))
    shown = logo(mark, LOGO, plate.colour(PAPER.ground)) if mark else None
    _write_head(sheet, organization, newsroom, MARGIN + (shown.image.width + GAP if shown else 0))
    return _with_logo(plate, sheet, shown) if shown else plate


def _with_logo(plate: Plate, sheet: Sheet, shown: Tile) -> Plate:
    width, height = shown.image.size
    sheet.image.paste(shown.shifted(OF_LOGO), (sheet.left(MARGIN, width), (HEAD + EDGE - height) // 2))
    return Plate(sheet.image, plate.palette + shown.palette)


def _cut_corner(sheet: Sheet) -> None:
    inside = inside_corner((CORNER, CORNER), CORNER, on_left=sheet.ends_on_left)
    shades = inside.point(lambda covered: CURVE.ink - covered * (STEPS - 1) // 255)
    sheet.image.paste(shades, (sheet.left(WIDTH - CORNER, CORNER), HEIGHT - CORNER))


def _write_head(sheet: Sheet, organization: str, newsroom: str, start: int) -> None:
    """The organisation's name, and at the other end the word for what this site is."""
    base = (HEAD + EDGE) // 2 + SMALL // 3
    aside = sheet.width(newsroom, "Regular", SMALLER)
    sheet.line(WIDTH - MARGIN - aside, base, newsroom, "Regular", SMALLER, PAPER.ink)
    room = (WIDTH - MARGIN - start - aside - 2 * GAP, 3 * SMALL)
    name = sheet.fitted(organization, "Bold", SMALL + 4, room)
    sheet.block(start, base - (name.height - name.leading) // 2, name, "Bold", PAPER.ink)


def _png(image: Image.Image) -> bytes:
    made = io.BytesIO()
    # Higher levels take twice as long for a tenth of the bytes.
    image.save(made, "PNG", compress_level=2)
    return made.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    """The card in the best quality in which it is light enough."""
    for quality in QUALITIES:
        data = _jpeg_of(image, quality)
        if len(data) < MOST_BYTES:
            break
    return data


def _jpeg_of(image: Image.Image, quality: int) -> bytes:
    made = io.BytesIO()
    image.save(made, "JPEG", quality=quality)
    return made.getvalue()
