"""A figure as a chart: what Vega-Lite is asked for, and its SVG made fit for a page.

The page colours it, light or dark, and gives it its letters: the SVG names classes in place of colours and fonts. It
has no size of its own and fills the width that it is given. https://vega.github.io/vega-lite/docs/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from newsroom.model.language import Language, direction
from newsroom.prose.drawing import drawn
from newsroom.prose.shown import ShownFigure

WIDTH: Final = 340
"""The units in which widths are counted: about the pixels of a phone, so that letters are as large there as is said."""
STEP: Final = 34
"""The least width of a column with the words below it."""
MOST_COLUMNS: Final = 12
"""With more, the whole would be so wide that nobody could read it on a phone."""
LETTER: Final = 0.55
"""The width of an average letter, as a share of its height."""
HEIGHT: Final = 120
"""The height of columns."""
ROW: Final = 30
"""The height of a bar with the space around it."""
LETTERS: Final = 13
LONGEST: Final = 120
"""The width of a name beside its bar; what is longer is cut there, and stands whole in the table."""
ROUND_ABOUT: Final = 8
"""Left free on every side: the library reckons with letters of its own, and the page's may be a little wider."""

MARK: Final = "#000001"
WORDS: Final = "#000002"
LINE: Final = "#000003"
_CLASSES: Final = {MARK: "chart-mark", WORDS: "chart-words", LINE: "chart-line"}
"""What stands for a colour in the specification, and the class that it becomes."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_KEPT: Final = frozenset(
    {
        "d",
        "transform",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "dx",
        "dy",
        "text-anchor",
        "font-size",
        "font-weight",
        "viewBox",
    }
)
_LONG: Final = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_WESTERN: Final = re.compile(r"[^\u0600-\u06ff]*[0-9][^\u0600-\u06ff]*")
_TURNED: Final = {"start": "end", "end": "start"}

_Tree = dict[str, Any]


@lru_cache(maxsize=64)
def chart(figure: ShownFigure, described: str) -> str:
    """The SVG of a figure, to stand in HTML; ``described`` says to those who cannot see it what it shows.

    One chart may stand in several texts, so the last ones are remembered.
    """
    return _fitted(drawn(specification(figure)), figure.language, described)


def specification(figure: ShownFigure) -> str:
    """What Vega-Lite is asked for, as JSON: a panel for each series, one below the other, each with its own scale."""
    panels = [_panel(figure, place) for place in range(len(figure.series))]
    words = {"labelColor": WORDS, "labelFontSize": LETTERS, "labelPadding": 6, "domain": False, "ticks": False}
    tree = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": ROUND_ABOUT,
        "vconcat": panels,
        "spacing": 18,
        "config": {
            "view": {"stroke": None},
            "axis": {**words, "title": None, "labelLimit": LONGEST, "grid": False},
            "bar": {"fill": MARK},
            "rule": {"stroke": LINE},
            "text": {"fill": WORDS, "fontSize": LETTERS},
            "title": {"color": WORDS, "fontSize": LETTERS, "fontWeight": 700, "offset": 8},
        },
    }
    return json.dumps(tree, ensure_ascii=False)


def _panel(figure: ShownFigure, place: int) -> _Tree:
    panel = _columns(figure) if _has_room_for_columns(figure) else _bars(figure)
    panel["data"] = {"values": list(_rows(figure, place))}
    if len(figure.series) > 1:
        # The start of a line of Arabic is the right end of the panel.
        anchor = "end" if _is_turned(figure) else "start"
        panel["title"] = {"text": figure.series[place].name, "anchor": anchor, "frame": "group"}
    return panel


def _has_room_for_columns(figure: ShownFigure) -> bool:
    """Whether columns are wanted, and each is as wide as the longest word at it; bars have room for any."""
    count = len(figure.points)
    if figure.form == "bars" or count > MOST_COLUMNS:
        return False
    labels = [value.label for point in figure.points for value in point.values if value]
    words = [word for point in figure.points for word in point.name.split(" ")]
    return max(map(len, labels + words)) * LETTERS * LETTER <= max(WIDTH / count, STEP)


def _rows(figure: ShownFigure, place: int) -> Iterator[_Tree]:
    for number, point in enumerate(figure.points):
        value = point.values[place]
        if value is not None:
            amount = float(value.number)
            yield {"point": number, "value": amount, "tip": max(amount, 0), "label": value.label}


def _columns(figure: ShownFigure) -> _Tree:
    along = _along([point.name.split(" ") for point in figure.points]) | {
        "scale": {"domain": list(range(len(figure.points))), "reverse": _is_turned(figure), "paddingInner": 0.25}
    }
    return {
        "width": max(WIDTH, STEP * len(figure.points)),
        "height": HEIGHT,
        "layer": [
            {"mark": "bar", "encoding": {"x": along, "y": _amount("value")}},
            {
                "mark": {"type": "text", "baseline": "bottom", "dy": -4},
                "encoding": {"x": along, "y": _amount("tip"), "text": {"field": "label"}},
            },
            {"data": {"values": [{}]}, "mark": "rule", "encoding": {"y": {"datum": 0, "type": "quantitative"}}},
        ],
    }


def _bars(figure: ShownFigure) -> _Tree:
    is_turned = _is_turned(figure)
    along = _along([point.name for point in figure.points]) | {
        "scale": {"domain": list(range(len(figure.points))), "paddingInner": 0.35}
    }
    along["axis"] |= {"orient": "right" if is_turned else "left"}
    scale = {"reverse": is_turned}
    return {
        "width": WIDTH * 0.6,
        "height": ROW * len(figure.points),
        "encoding": {"y": along},
        "layer": [
            {"mark": "bar", "encoding": {"x": _amount("value") | {"scale": scale}}},
            {
                "mark": {"type": "text", "align": "right" if is_turned else "left", "dx": -6 if is_turned else 6},
                "encoding": {"x": _amount("tip") | {"scale": scale}, "text": {"field": "label"}},
            },
        ],
    }


def _along(names: list[Any]) -> _Tree:
    """The axis of the points, which are numbered, with their names in place of numbers."""
    expression = f"{json.dumps(names, ensure_ascii=False)}[datum.value]"
    return {"field": "point", "type": "ordinal", "sort": None, "axis": {"labelAngle": 0, "labelExpr": expression}}


def _amount(field: str) -> _Tree:
    """The axis of the values; none is drawn, for each value is written where it ends."""
    return {"field": field, "type": "quantitative", "axis": None}


def _is_turned(figure: ShownFigure) -> bool:
    return direction(figure.language) == "rtl"


def _fitted(svg: str, language: Language, described: str) -> str:
    """An SVG without what the page decides."""
    root = etree.fromstring(svg.encode())
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and element.get("class") in ("background", "foreground"):
            parent.remove(element)
        else:
            _clean(element, is_turned=language == "ar")
    root.attrib.update(
        {"class": "chart-drawing", "role": "img", "aria-label": described, "direction": direction(language)}
    )
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', "")


def _clean(element: etree._Element, *, is_turned: bool) -> None:
    colours = [_CLASSES[value] for name in ("fill", "stroke") if (value := element.get(name, "")) in _CLASSES]
    for name, value in element.items():
        if name in _KEPT:
            element.set(name, _LONG.sub(lambda match: f"{float(match[0]):.2f}", value))
        else:
            del element.attrib[name]
    if colours:
        element.set("class", colours[0])
    if is_turned and element.tag == f"{_SVG}text":
        _turn(element)


def _turn(text: etree._Element) -> None:
    """Let a text run from the right, unless it is a number in Western digits, whose sign would come last."""
    if _WESTERN.fullmatch("".join(text.itertext())):
        text.set("direction", "ltr")
    else:
        # Where a text runs from the right, its start is the end that Vega means by end.
        anchor = text.get("text-anchor", "start")
        text.set("text-anchor", _TURNED.get(anchor, anchor))
