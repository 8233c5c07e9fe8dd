"""Letters on cards: shaped and put in order by raqm, in one family for both scripts.

Pillow's own layout draws Arabic letters unjoined and from the left. So every text is drawn through raqm or not at all,
and as it was written: what was joined beforehand would be turned round a second time
(https://github.com/python-pillow/Pillow/issues/9907).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from PIL import ImageDraw, ImageFont, features

from newsroom.cards.typefaces import OURS, Typeface, Weight
from newsroom.errors import BuildFailed
from newsroom.model.language import Language, direction
from newsroom.prose.isolation import runs

_EM: Final = 128
"""Pixels of the letters by which words are measured: widths at other sizes are in proportion, but for rounding."""
_WORDS: Final = 20_000
"""Widths that a process remembers: headlines are made of the same words again and again."""
_FONTS: Final = 128
"""Weights and sizes that a process remembers: more than there are sizes of headlines in a family."""
_USUAL: Final = re.compile("[\n\u0020-\u007e\u00a0-\u00ff\u060c-\u0669\u2010-\u2026\u2066-\u2069€−№]*")
"""Characters of which our family is known to have all that anybody writes."""
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


def drawable(text: str, typeface: Typeface = OURS) -> str:
    """A text without the characters that a family has no letter for, such as emoji: boxes would stand for them."""
    # Few newsrooms ever need to open a font to know.
    if typeface is OURS and _USUAL.fullmatch(text):
        return text
    return "".join(filter(typeface.has, text))


@lru_cache(_WORDS)
def advance(words: str, language: Language, weight: Weight, typeface: Typeface = OURS) -> float:
    """The width of words on one line, in ems."""
    font = _font(typeface, weight, _EM)
    return font.getlength(_ordered(words, language), direction(language), language=language) / _EM


def letter(
    canvas: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    language: Language,
    weight: Weight,
    size: int,
    ink: int,
    typeface: Typeface = OURS,
) -> None:
    """Draw one line whose first letter begins at a place: its base line, at the side where the language begins."""
    canvas.text(
        place,
        _ordered(text, language),
        ink,
        _font(typeface, weight, size),
        anchor="rs" if direction(language) == "rtl" else "ls",
        direction=direction(language),
        language=language,
    )


@lru_cache(_FONTS)
def _font(typeface: Typeface, weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    require_shaping()
    return ImageFont.truetype(typeface.file(weight), size, layout_engine=ImageFont.Layout.RAQM)


def _ordered(text: str, language: Language) -> str:
    """A line in which left-to-right runs keep their order. Each line closes the runs that it opens."""
    if language != "ar":
        return text
    return "".join(_isolated(runs(text)))


def _isolated(pieces: Iterable[tuple[str, bool]]) -> Iterable[str]:
    return (_LEFT_TO_RIGHT.format(piece) if is_run else piece for piece, is_run in pieces)
