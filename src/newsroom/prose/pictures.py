"""Pictures in a text say how large they are, so that nothing moves while a page loads, and come in smaller sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from newsroom.model.post import Size
from newsroom.prose.links import content_path, is_internal

WIDTH_IN_TEXT: Final = "(min-width: 46rem) 43rem, 92vw"
"""How wide a page shows a picture in its text, as ``sizes`` says it: the measure, or a phone without its margins."""

Sources = Callable[[str, Size], Iterable[tuple[str, str]]]
"""Gives for a picture, a file below ``content/`` and its pixels, the ``type`` and ``srcset`` of its smaller sizes."""


class PictureExtension(Extension):
    """Gives each picture of a text its size and ``sources``; ``sizes`` are pixels by file below ``content/``."""

    def __init__(self, source: str, sizes: Mapping[str, Size], sources: Sources) -> None:
        super().__init__()
        self._source = source
        self._sizes = sizes
        self._sources = sources

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor before the engine turns a picture's path into its address."""
        md.treeprocessors.register(_Measure(md, self), "newsroom-pictures", priority=7)

    def size_of(self, target: str) -> Size | None:
        """The pixels of the picture that a text names."""
        return self._sizes.get(content_path(target, self._source)) if is_internal(target) else None

    def sources_of(self, target: str) -> Iterable[tuple[str, str]]:
        """The smaller sizes of the picture that a text names, a ``type`` and ``srcset`` for each format."""
        path = content_path(target, self._source)
        return self._sources(path, self._sizes[path])


class _Measure(Treeprocessor):
    """Leaves alone what the author measured."""

    def __init__(self, md: Markdown, extension: PictureExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        places = [(parent, at) for parent in root.iter() for at, each in enumerate(parent) if each.tag == "img"]
        for parent, at in places:
            size = self._extension.size_of(parent[at].get("src", ""))
            if size and "width" not in parent[at].attrib and "height" not in parent[at].attrib:
                parent[at] = self._measured(parent[at], size)

    def _measured(self, image: Element, size: Size) -> Element:
        """A picture with its size, in an element that offers it in smaller ones."""
        picture = Element("picture")
        for media_type, candidates in self._extension.sources_of(image.get("src", "")):
            SubElement(picture, "source", {"type": media_type, "srcset": candidates, "sizes": WIDTH_IN_TEXT})
        picture.append(image)
        picture.tail, image.tail = image.tail, None
        image.attrib |= {"width": str(size[0]), "height": str(size[1]), "loading": "lazy", "decoding": "async"}
        return picture
