"""The typefaces of cards: the newsroom's own where it has every letter that a card needs, and ours otherwise."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Final, Literal, NamedTuple
from unicodedata import category

from newsroom.errors import BuildFailed

Weight = Literal["Regular", "Bold"]

_FAMILY: Final = "IBMPlexSansArabic"
_PACKAGE: Final = "fontpkg_ibm_plex_sans_arabic"
"""IBM Plex Sans Arabic, whose Latin is IBM Plex Sans (https://github.com/IBM/plex, OFL-1.1)."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs"})
"""Categories of characters for which nothing is drawn: ends of lines, marks of direction, spaces."""
_STAND_INS: Final = {"\N{NON-BREAKING HYPHEN}": "\N{HYPHEN}"}
"""Letters that shapers draw another for (https://harfbuzz.github.io/, ``hb-ot-shape-normalize.cc``)."""
_WEIGHTS: Final = {"Regular": 400, "Bold": 700}
"""As in CSS and on the weight axis (https://learn.microsoft.com/typography/opentype/spec/dvaraxistag_wght)."""
_REMEMBERED: Final = 4
"""Typefaces that a process remembers: one, and a few that are being tried."""


class FontFile(NamedTuple):
    """A WOFF2 file: its path below ``content/``, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, eq=False)
class Typeface:
    """Letters in two weights, each the path of a TrueType or OpenType file, or its bytes. Each equals itself alone."""

    regular: str | bytes
    bold: str | bytes

    def file(self, weight: Weight) -> str | io.BytesIO:
        """A weight, as what draws takes it."""
        source = self.bold if weight == "Bold" else self.regular
        return source if isinstance(source, str) else io.BytesIO(source)

    def has(self, character: str) -> bool:
        """Whether a character is seen as what it is, and no box stands for it."""
        letter = _STAND_INS.get(character, character)
        return ord(letter) in self.letters or category(letter) in _UNSEEN

    @cached_property
    def letters(self) -> frozenset[int]:
        """The code points for which there are letters in both weights."""
        return frozenset.intersection(*(_letters(self.file(weight)) for weight in _WEIGHTS))  # type: ignore[arg-type]


def _ours(weight: Weight) -> str:
    return str(files(_PACKAGE) / "files" / f"{_FAMILY}-{weight}.ttf")


OURS: Final = Typeface(_ours("Regular"), _ours("Bold"))


@lru_cache(_REMEMBERED)
def own(regular: FontFile, bold: FontFile) -> Typeface:
    """The letters of WOFF2 files. Raises :class:`BuildFailed` where they cannot be read."""
    return Typeface(_unpacked(regular, "Regular"), _unpacked(bold, "Bold"))


def chosen(texts: Iterable[str], letters: Typeface) -> Typeface:
    """Letters for texts that stand together: the given ones, where they lack none that ours have; else ours.

    So one card is in one family. What neither has, such as emoji, decides nothing.
    """
    needed = {character for text in texts for character in text}
    return letters if all(letters.has(each) or not OURS.has(each) for each in needed) else OURS


def _letters(file: str | io.BytesIO) -> frozenset[int]:
    # It takes a tenth of a second to import, and few newsrooms ever need to know.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _unpacked(file: FontFile, weight: Weight) -> bytes:
    """A WOFF2 file as the OpenType file that was packed in it, the same bytes each time."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    made = io.BytesIO()
    try:
        with TTFont(io.BytesIO(file.data), recalcBBoxes=False, recalcTimestamp=False) as font:
            still = _at_weight(font, _WEIGHTS[weight]) if "fvar" in font else font
            still.flavor = None
            still.save(made)
    except Exception as damage:  # Whatever is wrong with a file of others: each part of it is read by another hand.
        raise BuildFailed(
            f"share cards cannot be drawn: the font content/{file.path} is damaged ({damage}); "
            "put a whole WOFF2 file in its place",
            f"تعذّر رسم بطاقات المشاركة: ملف الخط content/{file.path} تالف ({damage})؛ ضع مكانه ملف WOFF2 سليمًا",
        ) from damage
    return made.getvalue()


def _at_weight(font: Any, weight: int) -> Any:
    """A variable font held still: at a weight, as near as it has one, and all else as it comes."""
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]  # noqa: PLC0415

    axes = {axis.axisTag: axis for axis in font["fvar"].axes}
    places = {tag: axis.defaultValue for tag, axis in axes.items()}
    if "wght" in axes:
        places["wght"] = min(max(weight, axes["wght"].minValue), axes["wght"].maxValue)
    return instantiateVariableFont(font, places)
