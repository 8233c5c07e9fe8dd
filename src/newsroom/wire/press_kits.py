"""Press kits: what a journalist takes along of a post or of the organisation, in both languages and one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from newsroom.model.figure import Figure
from newsroom.model.freshness import known_to
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.figures import used_by
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.press_kit import has_kit
from newsroom.wire.archives import archive
from newsroom.wire.captions import captions
from newsroom.wire.figure_data import figure_data
from newsroom.wire.figure_tables import evidence_csv
from newsroom.wire.newsroom_kit import plan_newsroom_kit
from newsroom.wire.planning import release_files

RELEASE_ENDINGS: Final = (".txt", ".md")
"""Of the files beside a post that people read."""

_Files = Iterator[tuple[str, bytes]]


def plan_press_kits(desk: Desk) -> Iterator[Document]:
    """A kit for each post that has more than its text, and one for the organisation."""
    yield plan_newsroom_kit(desk)
    for post in desk.newsroom.posts:
        if has_kit(post):
            address, sources = addresses.press_kit(post), tuple(text.path for text in post.translations.values())
            figures = _figures_of(desk, post)
            yield desk.document((address,), _kit, *desk.papers, post, figures, sources=sources, files=_paths(post))


def _figures_of(desk: Desk, post: Post) -> tuple[Figure, ...]:
    """The figures that a post uses, as they are known to it."""
    used = used_by(post)
    figures = (known_to(post, figure) for figure in desk.newsroom.figures if figure.path in used)
    return tuple(figure for figure in figures if figure.points)


def _paths(post: Post) -> tuple[str, ...]:
    """The files of a post, its pictures among them."""
    return tuple(sorted({*post.attachments, *_pictures(post)}))


def _pictures(post: Post) -> set[str]:
    own = {post.hero.path} if post.hero else set()
    return own | {path for path, size in post.attachments.items() if size}


def _kit(texts: Texts, arabic: Paper, english: Paper, post: Post, figures: tuple[Figure, ...]) -> Made:
    papers = (arabic, english)
    words = (*_releases(texts, papers, post), *_captions(papers, post))
    files = (*words, *_attached(texts, post), *_tables(papers, post, figures))
    yield addresses.press_kit(post), archive((f"{post.slug}/{name}", data) for name, data in files)


def _attached(texts: Texts, post: Post) -> _Files:
    pictures = _pictures(post)
    for path in _paths(post):
        yield f"{'pictures' if path in pictures else 'documents'}/{_name(path)}", texts.data(path)


def _releases(texts: Texts, papers: Iterable[Paper], post: Post) -> _Files:
    """The post as plain text and as Markdown, in each language that it has."""
    for paper in papers:
        language = paper.hand.language
        made = release_files(texts, paper, post) if language in post.translations else ()
        for address, data in made:
            ending = PurePosixPath(address).suffix
            if ending in RELEASE_ENDINGS:
                yield f"{post.slug}.{language}{ending}", data


def _captions(papers: Iterable[Paper], post: Post) -> _Files:
    """The words of the pictures, in each language."""
    known = {_name(post.hero.path): post.hero} if post.hero else {}
    names = set(map(_name, _pictures(post)))
    if names:
        for paper in papers:
            yield f"pictures/captions.{paper.hand.language}.txt", captions(paper.hand, known, names - set(known))


def _tables(papers: Iterable[Paper], post: Post, figures: tuple[Figure, ...]) -> _Files:
    """The post's own figures, and all data of those that it draws from, in each language."""
    for paper in papers:
        language = paper.hand.language
        table = evidence_csv(paper.hand, post, figures)
        if table:
            yield f"figures.{language}.csv", table
        yield from ((f"figures/{each.name}.{language}.csv", figure_data(paper.hand, each)) for each in figures)


def _name(path: str) -> str:
    return PurePosixPath(path).name
