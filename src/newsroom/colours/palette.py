"""The palette of the site: every colour that the theme knows by name, in shades of the brand's two.

The theme knows each as a custom property of CSS. The recipes were taken from a palette drawn by hand, that of the
preset for joint-stock companies, and give it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from newsroom.colours.contrast import TEXT, ratio
from newsroom.colours.shades import Shade, colour_of, shade_of
from newsroom.model.brand import PRESETS, Colours
from newsroom.model.organization import OrganizationKind

Palette = Mapping[str, str]
"""Colours by the names that the theme has for them, each such as ``#0b5563``."""


class Palettes(NamedTuple):
    """The palettes for a light and for a dark screen, with the same names."""

    light: Palette
    dark: Palette


class _Recipe(NamedTuple):
    """A shade of one of the brand's colours; ``turn`` degrees away from its hue."""

    of: Literal["primary", "accent"]
    lightness: float
    chroma: float
    turn: float = 0.0


_LIGHT: Final[Mapping[str, _Recipe]] = {
    "paper": _Recipe("accent", 0.977, 0.0086, 9),
    "surface": _Recipe("accent", 0.994, 0.0057, 9),
    "panel": _Recipe("accent", 0.927, 0.0247, 8),
    "line": _Recipe("accent", 0.849, 0.0326, 7),
    "ink": _Recipe("primary", 0.256, 0.0281, 9),
    "ink-soft": _Recipe("primary", 0.448, 0.025, 9),
    "accent": _Recipe("accent", 0.483, 0.0985, -3),
    "mark": _Recipe("accent", 0.94, 0.05, 8),
    "band": _Recipe("primary", 0.268, 0.0374, 7),
    "half": _Recipe("primary", 0.268, 0.0374, 7),
}
_DARK: Final[Mapping[str, _Recipe]] = {
    "paper": _Recipe("primary", 0.218, 0.0292, 9),
    "surface": _Recipe("primary", 0.268, 0.0374, 7),
    "panel": _Recipe("primary", 0.305, 0.0436, 8),
    "line": _Recipe("primary", 0.389, 0.0404, 6),
    "ink": _Recipe("accent", 0.945, 0.0189, 8),
    "ink-soft": _Recipe("primary", 0.813, 0.0154, -13),
    "link": _Recipe("primary", 0.805, 0.0726, -6),
    "link-strong": _Recipe("primary", 0.891, 0.0503, -7),
    "mark": _Recipe("accent", 0.395, 0.06, 8),
    "button": _Recipe("primary", 0.805, 0.0726, -6),
    "on-button": _Recipe("primary", 0.235, 0.0364, 6),
    "band": _Recipe("primary", 0.189, 0.0244, 6),
    "half": _Recipe("primary", 0.305, 0.0436, 8),
}
_ALWAYS: Final[Mapping[str, _Recipe]] = {
    "on-band": _Recipe("accent", 0.954, 0.0188, 8),
    "on-band-soft": _Recipe("primary", 0.848, 0.0142, -12),
    "band-line": _Recipe("primary", 0.415, 0.0386, 4),
    "band-link": _Recipe("primary", 0.859, 0.0525, -8),
    "on-ornament-light": _Recipe("accent", 0.208, 0.0364),
    "plate": _Recipe("accent", 0.977, 0.0086, 9),
}
_GOLD_LIGHT: Final = _Recipe("accent", 0.819, 0.113, 7)
_ALERTS: Final = ({"alert": "#9a2f1c", "alert-panel": "#f9e7dd"}, {"alert": "#ffb39c", "alert-panel": "#3b221d"})
"""What is wrong looks the same everywhere, whatever the brand."""

_DEEPER: Final = 0.82
"""Of the primary colour's lightness, for a link under the pointer."""
_MOST_COLOURFUL: Final = 1.5
"""Of a recipe's chroma: a brand as loud as can be has louder links, and grounds that still are grounds."""
_TINT: Final[Mapping[OrganizationKind, float]] = {"government": 0.4, "joint-stock": 1.0, "family": 1.3}
"""How colourful the paper of each kind is, beside the recipes; inks and dark grounds are never more so."""
_NEUTRAL: Final = 0.04
"""The chroma up to which a shade is a ground, a line or an ink."""


def palettes(colours: Colours, kind: OrganizationKind) -> Palettes:
    """The palettes of a brand. Every colour in them can be read but for what :mod:`~newsroom.colours.fitness` finds."""
    light, dark = (_mixed({**recipes, **_ALWAYS}, colours, kind) for recipes in (_LIGHT, _DARK))
    own = {"primary": colours.primary, "ornament": colours.accent}
    own["ornament-light"] = _readable_ornament(colours, kind, (colours.primary, light["band"], dark["half"]))
    deeper = shade_of(colours.primary)
    links = {
        "link": colours.primary,
        "link-strong": colour_of(Shade(deeper.lightness * _DEEPER, deeper.chroma * _DEEPER, deeper.hue)),
        "button": colours.primary,
        "on-button": "#ffffff",
    }
    return Palettes(
        dict(sorted((light | own | links | _ALERTS[0]).items())),
        dict(sorted((dark | own | {"accent": own["ornament-light"]} | _ALERTS[1]).items())),
    )


def _mixed(recipes: Mapping[str, _Recipe], colours: Colours, kind: OrganizationKind) -> dict[str, str]:
    return {name: colour_of(_shade(recipe, colours, kind)) for name, recipe in recipes.items()}


def _shade(recipe: _Recipe, colours: Colours, kind: OrganizationKind) -> Shade:
    """The shade of a recipe: as colourful, beside the recipe, as the brand is beside the preset."""
    source, model = (shade_of(getattr(each, recipe.of)) for each in (colours, PRESETS["joint-stock"]))
    loudness = source.chroma / model.chroma
    if recipe.chroma > _NEUTRAL:
        loudness = min(loudness, _MOST_COLOURFUL)
    else:
        loudness = min(loudness, 1.0) * (_TINT[kind] if recipe.of == "accent" else min(_TINT[kind], 1.0))
    return Shade(recipe.lightness, recipe.chroma * loudness, (source.hue + recipe.turn) % 360)


def _readable_ornament(colours: Colours, kind: OrganizationKind, grounds: tuple[str, ...]) -> str:
    """The darkest light shade of the accent, from the recipe's upward, that can be read on dark grounds."""
    shade = _shade(_GOLD_LIGHT, colours, kind)
    found = colour_of(shade)
    while shade.lightness < 1 and any(ratio(found, ground) < TEXT for ground in grounds):
        shade = shade._replace(lightness=shade.lightness + 0.01)
        found = colour_of(shade)
    return found
