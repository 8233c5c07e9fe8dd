"""The schema of ``brand`` in ``newsroom.yml``: what the newsroom looks like."""

from __future__ import annotations

from typing import Annotated

from newsroom.reading.kinds import Colour, Meaning, MediaPath
from newsroom.reading.sections import Section


class ColoursSection(Section):
    """The brand's two colours."""

    primary: Annotated[
        Colour | None,
        Meaning(
            "Links, buttons and bands; dark enough to be read on light paper.",
            "لون الروابط والأزرار والأشرطة؛ داكن بما يكفي ليُقرأ على ورق فاتح.",
        ),
    ] = None
    accent: Annotated[
        Colour | None, Meaning("Ornaments, and the tint of the paper.", "لون الزخارف، ومنه مسحة لون الورق.")
    ] = None


class FontsSection(Section):
    """Letters of one's own."""

    regular: Annotated[
        MediaPath,
        Meaning(
            "The WOFF2 file of the text's letters below content/; letters that it lacks are IBM Plex Sans Arabic's.",
            "ملف خط النص بصيغة WOFF2 تحت content/؛ وما ينقصه من حروف يؤخذ من IBM Plex Sans Arabic.",
        ),
    ]
    bold: Annotated[MediaPath, Meaning("The same, bold.", "الخط نفسه بالسُّمك العريض.")]


class BrandSection(Section):
    """What the newsroom looks like."""

    colours: Annotated[
        ColoursSection | None,
        Meaning(
            "The brand's two colours; the whole palette, light and dark, is made of them.",
            "لونا العلامة؛ ومنهما تُشتق ألوان الموقع كلها في الوضعين الفاتح والداكن.",
        ),
    ] = None
    logo_on_dark: Annotated[
        MediaPath | None,
        Meaning("The logo for dark grounds, below content/.", "ملف الشعار للخلفيات الداكنة تحت content/."),
    ] = None
    fonts: Annotated[
        FontsSection | None,
        Meaning(
            "Letters of one's own; without them, IBM Plex Sans Arabic.",
            "خط خاص بالمؤسسة؛ وإلا فخط IBM Plex Sans Arabic.",
        ),
    ] = None
