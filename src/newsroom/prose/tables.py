"""Tables that a strict content policy allows and that a keyboard can scroll."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CLASSES: Final = {
    "text-align: left;": "align-start",
    "text-align: center;": "align-center",
    "text-align: right;": "align-end",
}


class TableExtension(Extension):
    """Python-Markdown aligns cells by inline style and to a physical side; a class says it for either direction."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor after the tables are made."""
        md.treeprocessors.register(_Tables(md), "newsroom-tables", priority=5)


class _Tables(Treeprocessor):
    """Turns alignment into classes, and lets a table that is wider than the screen be scrolled without a mouse."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            table.set("tabindex", "0")
            for cell in table.iter():
                if cell.get("style") in _CLASSES:
                    cell.set("class", _CLASSES[cell.attrib.pop("style")])
