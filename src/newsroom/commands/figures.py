"""``newsroom figures``: every figure with its values, and what uses each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsroom.commands.check import sound_newsroom
from newsroom.errors import UnknownFigure
from newsroom.languages.style import style_of
from newsroom.model.figure import Figure, Reference
from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.reading.lines import Lines
from newsroom.rules.figure_uses import Use, uses


def figures(root: Path, name: str | None, language: Language) -> Iterator[str]:
    """Lines about one figure or all of them, in a language. Raises :class:`UnknownFigure`, :class:`ProblemsFound`.

    Under each figure stand its values, and under each value the files and lines that use it.
    """
    newsroom, lines = sound_newsroom(root), Lines(root)
    chosen = [figure for figure in newsroom.figures if name in (None, figure.name)]
    if name and not chosen:
        known = ", ".join(figure.name for figure in newsroom.figures)
        raise UnknownFigure(f"there is no figure {name}; choose from: {known}", f"لا رقم باسم {name}؛ اختر من: {known}")
    used = list(uses(newsroom))
    for figure in chosen:
        yield f"{figure.name}: {figure.title[language]}"
        for reference in figure.references():
            yield f"  {reference}: {_quantity(figure, reference, newsroom, language)}"
            yield from (f"    {name}:{line}" for name, line in sorted(_places(figure, reference, used, lines)))


def _quantity(figure: Figure, reference: Reference, newsroom: Newsroom, language: Language) -> str:
    there = figure.value(reference.series, reference.point)
    assert there
    return style_of(newsroom, language).quantity(there[1].number, figure.unit[language])


def _places(figure: Figure, reference: Reference, used: list[Use], lines: Lines) -> set[tuple[str, int]]:
    used_here = (use for use in used if reference in use.values_in(figure))
    return {(lines.name(use.text), use.line_in_file(lines)) for use in used_here}
