"""The letters that pages are set in: IBM Plex Sans Arabic, cut down to what a newsroom writes.

One family serves both scripts: its Latin is that of IBM Plex Sans. Its licence, which stands beside it, keeps the name
for the whole family, so what is cut from it bears another (https://openfontlicense.org/ofl-faq/).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import fontpkg_ibm_plex_sans_arabic as plex  # type: ignore[import-untyped]

FAMILY: Final = "Newsroom Sans"
WEIGHTS: Final = {"regular": 400, "bold": 700}
"""The weights that there are, by the names of their files."""

_LATIN: Final = (*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E)
"""What English and the names in it are written with."""
_ARABIC: Final = (
    *range(0x600, 0x672),
    *map(ord, "ٹپچڈڑژڤڨکڭگںھہۃیے۔ە۰۱۲۳۴۵۶۷۸۹"),  # in names from Persian, Urdu and the Maghreb
    *map(ord, "﴾﴿﷼"),
)
_PUNCTUATION: Final = (
    *range(0x2009, 0x2028),
    *range(0x202F, 0x2034),
    *map(ord, "‹›⁄€№™−◌"),
    *range(0x2066, 0x206A),
)
CHARACTERS: Final = frozenset((*_LATIN, *_ARABIC, *_PUNCTUATION))
"""Code points that are kept. What else a text holds is shown in the letters of the reader's device."""

_FEATURES: Final = (
    *("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt"),  # letters that join
    *("mark", "mkmk", "kern"),
)
"""Of OpenType's features, those that browsers apply by themselves."""
_OPTIONS: Final[Mapping[str, Any]] = {
    "flavor": "woff2",
    "layout_features": _FEATURES,
    "hinting": False,  # hints are for coarse screens, and a quarter of the file
    "name_IDs": ("*",),  # to look for those that nothing refers to takes a third of the time
    "drop_tables": ("DSIG", "meta"),  # signatures of the whole file, and what catalogues say of it
}
_POSTSCRIPT: Final = 6
_CALLED: Final = (1, 3, 4, _POSTSCRIPT)
_KEPT: Final = (0, 2, 5, 13, 14)
"""Records of a font: what it is called, and whose it is, its style, version and licence
(https://learn.microsoft.com/typography/opentype/spec/name)."""


@cache
def letters(weight: str) -> bytes:
    """The WOFF2 file of a weight."""
    # Both take a tenth of a second to import, and hardly a build cuts letters.
    from fontTools import subset  # type: ignore[import-untyped]  # noqa: PLC0415

    options, written = subset.Options(**_OPTIONS), io.BytesIO()
    with subset.load_font(Path(plex.ROOT, "files", f"IBMPlexSansArabic-{weight.title()}.ttf"), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        _rename(font["name"], f"{FAMILY} {weight.title()}")
        subset.save_font(font, written, options)
    return written.getvalue()


def licence() -> bytes:
    """The licence of these letters, the SIL Open Font License."""
    return Path(plex.ROOT, "LICENSE").read_bytes()


def _rename(table: Any, name: str) -> None:
    table.names = [record for record in table.names if record.nameID in (*_CALLED, *_KEPT)]
    for record in table.names:
        if record.nameID in _CALLED:
            record.string = name.replace(" ", "") if record.nameID == _POSTSCRIPT else name
