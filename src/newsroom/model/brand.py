"""What an organisation looks like: two colours, its logo on dark grounds, letters of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.model.organization import OrganizationKind


@dataclass(frozen=True, slots=True)
class Colours:
    """The brand's two colours as six hexadecimal digits, such as ``#0b5563``.

    Links, buttons and grounds are of ``primary``; ``accent`` draws ornaments, and what is read is in shades of it.
    """

    primary: str
    accent: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """WOFF2 files below ``content/`` for running text and for headings."""

    regular: str
    bold: str


@dataclass(frozen=True, slots=True)
class Brand:
    """The brand. ``logo_on_dark`` is a file below ``content/``, or empty.

    ``is_logo_dark`` tells a logo that would hardly be seen on a dark ground, and that no other stands in for there.
    Without ``fonts`` pages are set in IBM Plex Sans Arabic.
    """

    colours: Colours
    logo_on_dark: str
    is_logo_dark: bool
    fonts: Fonts | None


PRESETS: Final[Mapping[OrganizationKind, Colours]] = {
    "government": Colours("#1f4a3d", "#9a7b3f"),
    "joint-stock": Colours("#0b5563", "#c58b2a"),
    "family": Colours("#7c2f3a", "#d9974a"),
}
"""The colours of who names none: sober green and bronze, sea and frankincense, pomegranate and honey."""
