"""Letters on cards: shaped and put in order by raqm, in the one family that has both scripts.

Pillow's own layout draws Arabic letters unjoined and from the left. So every text is drawn through raqm or not at all,
and as it was written: what was joined beforehand would be turned round a second time
(https://github.com/python-pillow/Pillow/issues/9907).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal
from unicodedata import category

from PIL import ImageDraw, ImageFont, features

from newsroom.errors import BuildFailed
from newsroom.model.language import Language, direction
from newsroom.prose.isolation import runs

Weight = Literal["Regular", "Bold"]

_FAMILY: Final = "IBMPlexSansArabic"
_PACKAGE: Final = "fontpkg_ibm_plex_sans_arabic"
"""IBM Plex Sans Arabic, whose Latin is IBM Plex Sans (https://github.com/IBM/plex, OFL-1.1)."""
_EM: Final = 128
"""Pixels of the letters by which words are measured: widths at other sizes are in proportion, but for rounding."""
_WORDS: Final = 20_000
"""Widths that a process remembers: headlines are made of the same words again and again."""
_USUAL: Final = re.compile("[\n\u0020-\u007e\u00a0-\u00ff\u060c-\u0669\u2010-\u2026\u2066-\u2069€−№]*")
"""Characters of which the family is known to have all that anybody writes."""
_LEFT_TO_RIGHT: Final = "\N{LEFT-TO-RIGHT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
"""Around a run such as ``+8.4%``, which would be turned round among Arabic letters."""


def require_shaping() -> None:
    """Raise :class:`BuildFailed` where raqm, or the library that it asks for at run time, is not on this machine."""
    if not features.check("raqm"):
        raise BuildFailed(
            "share cards cannot be drawn: Pillow finds no raqm here, without which Arabic comes out unjoined and "
            "reversed; install the library that it needs: apt-get install libfribidi0",
            "تعذّر رسم بطاقات المشاركة: لا تجد Pillow مكتبة raqm على هذا الجهاز، ومن دونها تُرسم العربية مقطعة معكوسة؛ "
            "ثبّت المكتبة التي تحتاج إليها: apt-get install libfribidi0",
        )


def drawable(text: str) -> str:
    """A text without the characters that the family has no letter for, such as emoji: boxes would stand for them."""
    if _USUAL.fullmatch(text):
        return text
    kept = (each for each in text if _USUAL.fullmatch(each) or ord(each) in _letters() or category(each) == "Cf")
    return "".join(kept)


@lru_cache(_WORDS)
def advance(words: str, language: Language, weight: Weight) -> float:
    """The width of words on one line, in ems."""
    length = _font(weight, _EM).getlength(_ordered(words, language), direction(language), language=language)
    return length / _EM


def letter(
    canvas: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    language: Language,
    weight: Weight,
    size: int,
    ink: int,
) -> None:
    """Draw one line whose first letter begins at a place: its base line, at the side where the language begins."""
    canvas.text(
        place,
        _ordered(text, language),
        ink,
        _font(weight, size),
        anchor="rs" if direction(language) == "rtl" else "ls",
        direction=direction(language),
        language=language,
    )


@cache
def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    require_shaping()
    return ImageFont.truetype(_path(weight), size, layout_engine=ImageFont.Layout.RAQM)


def _path(weight: Weight) -> str:
    return str(files(_PACKAGE) / "files" / f"{_FAMILY}-{weight}.ttf")


@cache
def _letters() -> frozenset[int]:
    """The code points that the family has letters for."""
    # Few newsrooms ever need to know.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(_path("Regular"), lazy=True) as font:
        return frozenset(font.getBestCmap())


def _ordered(text: str, language: Language) -> str:
    """A line in which left-to-right runs keep their order. Each line closes the runs that it opens."""
    if language != "ar":
        return text
    return "".join(_isolated(runs(text)))


def _isolated(pieces: Iterable[tuple[str, bool]]) -> Iterable[str]:
    return (_LEFT_TO_RIGHT.format(piece) if is_run else piece for piece, is_run in pieces)
