"""The brand as a style sheet: the palette as custom properties, and where its letters lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import indent
from typing import Final

from newsroom.colours.palette import palettes
from newsroom.model.brand import Brand
from newsroom.model.language import LANGUAGES, Digits, Localized
from newsroom.model.organization import OrganizationKind
from newsroom.pages import addresses
from newsroom.styling.letters import FAMILY, WEIGHTS

OWN: Final = "Newsroom Brand"
"""The family of letters that the organisation brings itself."""


_ORDINALS: Final[Mapping[Digits, str]] = {"arab": "arabic-indic", "latn": "decimal"}
"""The styles of counters in CSS (https://www.w3.org/TR/predefined-counter-styles/)."""


def brand_sheet(brand: Brand, kind: OrganizationKind, digits: Localized[Digits]) -> bytes:
    """``assets/brand.css``; the theme's own sheet stands on its names."""
    light, dark = palettes(brand.colours, kind)
    changed = {name: colour for name, colour in dark.items() if light[name] != colour}
    rules = (
        *_faces(brand),
        _rule(":root", {**light, "letters": _families(brand)}),
        *(_rule(f":lang({language})", {"ordinals": _ORDINALS[digits[language]]}) for language in LANGUAGES),
        f"@media (prefers-color-scheme: dark) {{\n{indent(_rule(':root', changed), '  ')}}}\n",
    )
    return "\n".join(rules).encode()


def _families(brand: Brand) -> str:
    families = (OWN, FAMILY) if brand.fonts else (FAMILY,)
    return ", ".join(f'"{family}"' for family in families)


def _faces(brand: Brand) -> Iterator[str]:
    """The organisation's letters, and ours: browsers fetch these only for what the first lack."""
    if brand.fonts:
        yield _face(OWN, WEIGHTS["regular"], addresses.asset(brand.fonts.regular))
        yield _face(OWN, WEIGHTS["bold"], addresses.asset(brand.fonts.bold))
    for name, weight in WEIGHTS.items():
        yield _face(FAMILY, weight, addresses.font(name))


def _face(family: str, weight: int, address: str) -> str:
    """Letters that come too late are kept for the next page: to put them in the place of others would move its words.

    https://developer.mozilla.org/en-US/docs/Web/CSS/@font-face/font-display#optional
    """
    way = "../" * addresses.BRAND_SHEET.count("/")
    return (
        f'@font-face {{\n  font-family: "{family}";\n  font-weight: {weight};\n  font-display: optional;\n'
        f'  src: url("{way}{address}") format("woff2");\n}}\n'
    )


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"
