"""The plan as a table for terminals, in lines that are no wider than most of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from newsroom.model.language import Language
from newsroom.pages.plan_views import DeadlineLine, ObjectiveLine, PlaceLine, PlanView, TallyLine

WIDTH: Final = 80
"""Columns of a terminal of the usual size."""
_GAP: Final = "  "
_INDENT: Final = 2
_NARROW: Final = 30
"""Columns that a cell may take which is not the last."""

_FROM_RIGHT: Final = "\N{RIGHT-TO-LEFT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"

Row = tuple[str, ...]


def table(title: str, view: PlanView, by: str, language: Language) -> str:
    """The plan arranged ``by`` objective, audience or executive. Arabic lines begin at the right edge."""
    blocks = (title, view.introduction, view.summary, *_BLOCKS[by](view))
    return "".join(f"{line}\n" for line in _Sheet(language).lines(blocks))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: marks on letters take none, wide letters two."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _by_objective(view: PlanView) -> Iterator[str | list[Row]]:
    if view.nothing:
        yield ""
        yield view.nothing
    for objective in view.objectives:
        yield from _objective(objective, view)
    if view.deadlines:
        yield ""
        yield view.words.deadlines
        yield [(view.words.last_day, view.words.results, view.words.status), *map(_deadline, view.deadlines)]
    if view.dates:
        yield ""
        yield view.words.dates
        yield [(day.text, title) for day, title in view.dates]


def _objective(objective: ObjectiveLine, view: PlanView) -> Iterator[str | list[Row]]:
    yield ""
    yield objective.title
    yield f"{_GAP}{objective.terms}"
    yield f"{_GAP}{objective.progress}"
    if objective.places:
        head = (view.words.period, view.words.status, view.words.post_or_step)
        yield [head, *((place.period, place.status, _what(place, view)) for place in objective.places)]


def _what(place: PlaceLine, view: PlanView) -> str:
    """The post, what cannot be cut short before its title; or the next step."""
    if place.post is None:
        return place.note
    lack = view.words.unproven if place.missing_evidence else ""
    day = place.day.text if place.day and place.standing != "published" else ""
    return ": ".join(part for part in (lack, day, place.post.text) if part)


def _deadline(line: DeadlineLine) -> Row:
    # In a narrow place the day matters unless it has passed: what was late says so first.
    return line.last.text, line.results, line.status if line.is_late or not line.note else line.note


def _by_audience(view: PlanView) -> Iterator[str | list[Row]]:
    return _tallies(view.words.by_audience, view.words.audience, view.audiences, view)


def _by_executive(view: PlanView) -> Iterator[str | list[Row]]:
    return _tallies(view.words.by_executive, view.words.executive, view.executives, view)


def _tallies(title: str, first: str, tallies: Sequence[TallyLine], view: PlanView) -> Iterator[str | list[Row]]:
    yield ""
    yield title
    yield f"{_GAP}{view.coverage}"
    if tallies:
        head = (first, view.words.published, view.words.planned, view.words.missing)
        yield [head, *((each.name, each.published, each.planned, each.missing) for each in tallies)]


_BLOCKS: Final[Mapping[str, Callable[[PlanView], Iterator[str | list[Row]]]]] = {
    "objective": _by_objective,
    "audience": _by_audience,
    "executive": _by_executive,
}


class _Sheet:
    """Lays texts and rows out in a language."""

    def __init__(self, language: Language) -> None:
        self._is_from_right = language == "ar"

    def lines(self, blocks: Iterable[str | list[Row]]) -> Iterator[str]:
        """Paragraphs, indented as they are given, and tables."""
        for block in blocks:
            yield from map(self._aligned, _paragraph(block) if isinstance(block, str) else _rows(block))

    def _aligned(self, line: str) -> str:
        """A line in its direction: one in Arabic begins at the right edge, its indent beside that.

        Most terminals let a line run from the left whatever its words are, and turn the words alone: so the room that a
        line leaves stands before it. Isolated, its cells stay in their order where one begins with a digit or is Latin:
        https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates.
        """
        if not self._is_from_right or not line:
            return line
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        return " " * (WIDTH - columns(bare) - indent) + _FROM_RIGHT.format(bare)


def _paragraph(text: str) -> Iterator[str]:
    bare = text.lstrip(" ")
    indent = text[: len(text) - len(bare)]
    line = indent
    for word in bare.split(" "):
        longer = f"{line} {word}" if line.strip() else f"{indent}{word}"
        if columns(longer) > WIDTH and line.strip():
            yield line
            longer = f"{indent}{word}"
        line = longer
    yield line.rstrip()


def _rows(rows: list[Row]) -> Iterator[str]:
    """Cells under one another; what does not fit is cut short, and the last column has the room that is left."""
    widths = [min(max(map(columns, cells)), _NARROW) for cells in zip(*rows, strict=True)]
    widths[-1] = WIDTH - _INDENT - sum(widths[:-1]) - len(_GAP) * (len(widths) - 1)
    for row in rows:
        cells = (_fitted(cell, width) for cell, width in zip(row, widths, strict=True))
        yield (" " * _INDENT + _GAP.join(cells)).rstrip()


def _fitted(text: str, width: int) -> str:
    """A text in exactly so many columns."""
    if columns(text) > width:
        while columns(text) >= width:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + " " * (width - columns(text))
