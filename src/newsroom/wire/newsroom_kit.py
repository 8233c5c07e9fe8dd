"""The press kit of the organisation: logo, portraits, boilerplate, lives, background, contacts and figures.

Words and figures are in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from newsroom.model.executive import Executive
from newsroom.model.figure import Figure
from newsroom.model.newsroom import Newsroom, PlainPage
from newsroom.model.post import Picture
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.planning import Desk, Paper
from newsroom.wire.archives import archive
from newsroom.wire.background import biography, boilerplate, contacts, page_as_text
from newsroom.wire.captions import captions
from newsroom.wire.figure_data import figure_data

FOLDER: Final = "newsroom"
"""In which everything lies, so that a kit that is unpacked fills one folder."""

_Files = Iterator[tuple[str, bytes]]


def plan_newsroom_kit(desk: Desk) -> Document:
    """The kit of the newsroom as may be seen."""
    people, pages = tuple(desk.newsroom.executives.values()), desk.newsroom.pages
    texts = [text.path for person in people for text in person.biographies.values()]
    texts += [text.path for page in pages for text in page.texts.values()]
    files = sorted(_pictures(desk.newsroom).values())
    inputs = (*desk.papers, people, pages, desk.newsroom.figures)
    return desk.document((addresses.NEWSROOM_KIT,), _kit, *inputs, sources=tuple(texts), files=tuple(files))


def _pictures(newsroom: Newsroom) -> Mapping[str, str]:
    """The files of the organisation and the portraits by their names in the kit."""
    logos = filter(None, (newsroom.organization.logo, newsroom.brand.logo_on_dark))
    described = {name: picture.path for name, picture in _described(newsroom).items()}
    return {f"logo/{PurePosixPath(path).name}": path for path in logos} | described


def _described(newsroom: Newsroom) -> Mapping[str, Picture]:
    """Pictures that have words of their own by their names in the kit; a portrait bears its person's key."""
    own = filter(None, (newsroom.organization.icon, newsroom.organization.picture))
    faces = {key: person.portrait for key, person in newsroom.executives.items() if person.portrait}
    return {f"logo/{PurePosixPath(picture.path).name}": picture for picture in own} | {
        _portrait_name(key, portrait): portrait for key, portrait in faces.items()
    }


def _portrait_name(key: str, portrait: Picture) -> str:
    return f"portraits/{key}{PurePosixPath(portrait.path).suffix.lower()}"


def _kit(
    texts: Texts,
    arabic: Paper,
    english: Paper,
    people: tuple[Executive, ...],
    pages: tuple[PlainPage, ...],
    figures: tuple[Figure, ...],
) -> Made:
    files = [(name, texts.data(path)) for name, path in _pictures(arabic.hand.newsroom).items()]
    for paper in (arabic, english):
        files += [*_words(paper), *_lives(texts, paper, people), *_background(texts, paper, pages)]
        files += _data(paper, figures)
    yield addresses.NEWSROOM_KIT, archive((f"{FOLDER}/{name}", data) for name, data in files)


def _words(paper: Paper) -> _Files:
    hand = paper.hand
    yield f"boilerplate.{hand.language}.txt", boilerplate(hand)
    yield f"contacts.{hand.language}.txt", contacts(hand)
    for folder, group in groupby(sorted(_described(hand.newsroom).items()), lambda each: each[0].partition("/")[0]):
        known = {PurePosixPath(name).name: picture for name, picture in group}
        yield f"{folder}/captions.{hand.language}.txt", captions(hand, known)


def _lives(texts: Texts, paper: Paper, people: tuple[Executive, ...]) -> _Files:
    language = paper.hand.language
    for person in people:
        life = person.biographies.get(language)
        yield (
            f"people/{person.key}.{language}.txt",
            biography(paper.hand, person, texts.html(life.path) if life else ""),
        )


def _background(texts: Texts, paper: Paper, pages: tuple[PlainPage, ...]) -> _Files:
    language = paper.hand.language
    for page in pages:
        text = page.texts.get(language)
        if text:
            yield (
                f"background/{page.slug}.{language}.txt",
                page_as_text(paper.hand, page.slug, text, texts.html(text.path)),
            )


def _data(paper: Paper, figures: tuple[Figure, ...]) -> _Files:
    """The data of every figure, for spreadsheets."""
    hand = paper.hand
    yield from ((f"figures/{each.name}.{hand.language}.csv", figure_data(hand, each)) for each in figures)
