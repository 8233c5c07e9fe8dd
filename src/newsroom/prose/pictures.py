"""Pictures in a text say how large they are, so that nothing moves while a page loads."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from newsroom.model.post import Size
from newsroom.prose.links import content_path, is_internal


class PictureExtension(Extension):
    """Gives each picture of a text its width and height; ``sizes`` are pixels by file below ``content/``."""

    def __init__(self, source: str, sizes: Mapping[str, Size]) -> None:
        super().__init__()
        self._source = source
        self._sizes = sizes

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register the processor before the engine turns a picture's path into its address."""
        md.treeprocessors.register(_Measure(md, self), "newsroom-pictures", priority=7)

    def size_of(self, target: str) -> Size | None:
        """The pixels of the picture that a text names."""
        return self._sizes.get(content_path(target, self._source)) if is_internal(target) else None


class _Measure(Treeprocessor):
    """Leaves alone what the author measured."""

    def __init__(self, md: Markdown, extension: PictureExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for image in root.iter("img"):
            size = self._extension.size_of(image.get("src", ""))
            if size and "width" not in image.attrib and "height" not in image.attrib:
                image.set("width", str(size[0]))
                image.set("height", str(size[1]))
                image.set("loading", "lazy")
