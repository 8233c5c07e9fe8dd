"""Figures in a text: a chart with its table where a picture names a figure, and a number where braces name a value.

``![](../../../figures/quarterly-results.yml)`` is the chart; words in the square brackets say what is to be seen in it
to those who cannot. What :mod:`newsroom.prose.values` describes is the number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from newsroom.model.figure import Reference, path_of
from newsroom.prose.links import content_path, is_internal, unescape
from newsroom.prose.shown import RESTATEMENT, ShownFigure, ShownPoint, ShownValue
from newsroom.prose.values import VALUE

Draw = Callable[[ShownFigure, str], str]
"""Makes the SVG of a figure and of what is said to those who cannot see it."""


class FigureExtension(Extension):
    """Puts in what a text shows of figures; made anew for each text.

    ``source`` is the text's file below ``content/``, ``figures`` are those that it may show, by their files there.
    """

    def __init__(self, source: str, markdown: str, figures: Mapping[str, ShownFigure], draw: Draw) -> None:
        super().__init__()
        self.is_idle = not figures and "{{" not in markdown
        self._source = source
        self._figures = figures
        self.draw = draw

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Stand after inline markup (20), before attribute lists (8), which have braces too, and before links (7.5)."""
        md.treeprocessors.register(_Figures(md, self), "newsroom-figures", priority=9)

    def figure(self, target: str) -> ShownFigure | None:
        """The figure that a picture names."""
        return self._figures.get(content_path(target, self._source)) if is_internal(target) else None

    def value(self, written: str) -> ShownValue | None:
        """The value that stands between braces."""
        reference = Reference.of(written)
        figure = self._figures.get(path_of(reference.figure)) if reference else None
        return figure.value(reference.series, reference.point) if reference and figure else None


class _Figures(Treeprocessor):
    def __init__(self, md: Markdown, extension: FigureExtension) -> None:
        super().__init__(md)
        self._md = md
        self._extension = extension

    def run(self, root: Element) -> None:
        if not self._extension.is_idle:
            self._write_values(root)
            self._place_charts(root)

    def _write_values(self, parent: Element) -> None:
        children = list(parent)
        parent.text, place = self._put_numbers(parent, 0, parent.text)
        for child in children:
            self._write_values(child)
            child.tail, place = self._put_numbers(parent, place + 1, child.tail)

    def _put_numbers(self, parent: Element, place: int, text: str | None) -> tuple[str | None, int]:
        """Insert the numbers that a text names as children from ``place`` on.

        Returns what precedes the first of them, and the place behind the last.
        """
        pieces = [] if not text or isinstance(text, AtomicString) else list(VALUE.finditer(text))
        if not text or not pieces:
            return text, place
        ends = [match.start() for match in pieces[1:]] + [len(text)]
        for index, (match, end) in enumerate(zip(pieces, ends, strict=True), place):
            number = self._number(match[1])
            number.tail = text[match.end() : end]
            parent.insert(index, number)
        return text[: pieces[0].start()], place + len(pieces)

    def _number(self, written: str) -> Element:
        value = self._extension.value(written)
        if value is None:
            # Rules let no such text pass; if one comes this far, not even the name of the value is told.
            return _element("span", "…")
        return _element("data", value.quantity, value=str(value.number))

    def _place_charts(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for image in list(root.iter("img")):
            figure = self._extension.figure(unescape(image.get("src", "")))
            if figure:
                _put(self._whole(figure, unescape(image.get("alt", ""))), image, parents)

    def _whole(self, figure: ShownFigure, described: str) -> Element:
        """The chart, its table and its source."""
        whole = Element("figure", {"class": "chart"})
        caption = SubElement(whole, "figcaption")
        SubElement(caption, "p").append(_element("strong", figure.title))
        caption.append(_element("p", figure.unit))
        drawing = SubElement(whole, "div", {"class": "chart-picture"})
        drawing.text = self._md.htmlStash.store(self._extension.draw(figure, described or figure.title))
        details = SubElement(whole, "details", {"open": "open"})
        details.append(_element("summary", figure.table_name))
        details.append(_table(figure))
        for note in figure.notes:
            whole.append(_element("p", note, **{"class": f"chart-note {RESTATEMENT}"}))
        whole.append(_element("p", figure.source, **{"class": "chart-note"}))
        return whole


def _table(figure: ShownFigure) -> Element:
    table = Element("table")
    header = SubElement(SubElement(table, "thead"), "tr")
    header.append(_element("th", figure.by, scope="col"))
    for series in figure.series:
        name = series.name if len(figure.series) > 1 else figure.unit
        header.append(_element("th", name, scope="col", **{"class": "align-end"}))
    body = SubElement(table, "tbody")
    for point in figure.points:
        body.append(_row(point, figure.nothing))
    return table


def _row(point: ShownPoint, nothing: str) -> Element:
    row = Element("tr")
    row.append(_element("th", point.name, scope="row"))
    for value in point.values:
        words = " ".join(filter(None, (value.label, value.mark))) if value else nothing
        row.append(_element("td", words, **{"class": "align-end"}))
    return row


def _element(tag: str, words: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = words
    return element


def _put(whole: Element, image: Element, parents: Mapping[Element, Element]) -> None:
    """Put a figure in the place of its picture, or behind the paragraph in which the picture stands among words."""
    parent = parents[image]
    if parent.tag != "p":
        _replace(parent, image, whole)
    elif _stands_alone(image, parent):
        _replace(parents[parent], parent, whole)
    else:
        _remove(image, parent)
        around = parents[parent]
        whole.tail, parent.tail = parent.tail, "\n"
        around.insert(list(around).index(parent) + 1, whole)


def _stands_alone(image: Element, parent: Element) -> bool:
    return len(parent) == 1 and not (parent.text or "").strip() and not (image.tail or "").strip()


def _replace(parent: Element, old: Element, new: Element) -> None:
    new.tail = old.tail
    parent[list(parent).index(old)] = new


def _remove(image: Element, parent: Element) -> None:
    place = list(parent).index(image)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (image.tail or "")
    else:
        parent.text = (parent.text or "") + (image.tail or "")
    parent.remove(image)
