"""How far two colours stand apart, as WCAG 2.2 reckons it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

from __future__ import annotations

from typing import Final

TEXT: Final = 4.5
"""The least ratio for words (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""

_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in what the eye calls light (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
_FLARE: Final = 0.05


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as ``#0b5563``: 0 is black, 1 white."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return sum(weight * _linear(channel) for weight, channel in zip(_WEIGHTS, channels, strict=True))


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
