"""The files of the brand: its style sheet, and the letters that pages are set in."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.brand import Brand
from newsroom.model.language import Digits, Localized
from newsroom.model.organization import OrganizationKind
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.planning import Desk
from newsroom.styling.letters import WEIGHTS, letters, licence
from newsroom.styling.sheet import brand_sheet


def plan_styling(desk: Desk) -> Iterator[Document]:
    """The brand's style sheet, our letters in each weight, and their licence."""
    newsroom = desk.newsroom
    kind, tongues = newsroom.organization.kind, newsroom.tongues
    digits = Localized(tongues.ar.digits, tongues.en.digits)
    yield desk.document((addresses.BRAND_SHEET,), _brand_sheet, newsroom.brand, kind, digits)
    yield desk.document((addresses.FONT_LICENCE,), _licence)
    for weight in WEIGHTS:
        yield desk.document((addresses.font(weight),), _letters, weight, is_costly=True)


def _brand_sheet(_: Texts, brand: Brand, kind: OrganizationKind, digits: Localized[Digits]) -> Made:
    yield addresses.BRAND_SHEET, brand_sheet(brand, kind, digits)


def _licence(_: Texts) -> Made:
    yield addresses.FONT_LICENCE, licence()


def _letters(_: Texts, weight: str) -> Made:
    yield addresses.font(weight), letters(weight)
