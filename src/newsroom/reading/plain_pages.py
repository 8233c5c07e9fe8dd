"""Plain pages: ``content/pages/slug/index.{ar,en}.md``."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.newsroom import PlainPage, PlainPageText
from newsroom.reading.attachments import read_attachments
from newsroom.reading.folders import Bilingual, Desk, read_folder, subfolders
from newsroom.reading.schema import PageFile, PageWords


def read_plain_pages(desk: Desk) -> Iterator[PlainPage]:
    """Every plain page without an error, in order of slug."""
    for path in subfolders(desk.folder.content / "pages", desk, "slug/index.ar.md"):
        folder = read_folder(path, PageFile, PageWords, desk)
        if folder:
            yield desk.inspected(_page(folder, desk), folder)


def _page(folder: Bilingual[PageFile, PageWords], desk: Desk) -> PlainPage:
    return PlainPage(
        slug=folder.path.name,
        folder=desk.content_path(folder.path),
        attachments=read_attachments(folder, desk),
        texts={
            language: PlainPageText(
                language, desk.content_path(document.path), words.title, words.summary, document.known_body()
            )
            for language, (words, document) in folder.words.items()
        },
        aliases=folder.shared.aliases,
        parts=folder.shared.parts,
    )
