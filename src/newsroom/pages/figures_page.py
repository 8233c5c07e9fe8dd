"""The page of all figures: each with its newest values, chart, table, source and data, and the posts that use it."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.figure import Figure
from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.figure_views import FigureEntry, FiguresView
from newsroom.pages.figures import shown, used_by
from newsroom.pages.metadata import of_page
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.writing import Hand

_WithPosts = tuple[tuple[Figure, tuple[Post, ...]], ...]
"""Figures, each with the posts that use it."""


def plan_figures(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language, where there is a figure that may be seen."""
    if desk.newsroom.figures:
        yield from desk.twins(Localized(*map(addresses.figures, LANGUAGES)), _figures, _with_posts(desk))


def _with_posts(desk: Desk) -> _WithPosts:
    used = [(post, used_by(post)) for post in desk.newsroom.posts]
    return tuple(
        (figure, tuple(post for post, paths in used if figure.path in paths)) for figure in desk.newsroom.figures
    )


def _figures(paper: Paper, figures: _WithPosts) -> Page:
    hand, words = paper.hand, paper.hand.words
    return paper.page(
        Localized(*map(addresses.figures, LANGUAGES)),
        "figures.html",
        words.figures,
        FiguresView(tuple(_entry(hand, figure, posts) for figure, posts in figures)),
        description=words.figures_introduction,
        metadata=of_page(hand, words.figures_introduction),
    )


def _entry(hand: Hand, figure: Figure, posts: tuple[Post, ...]) -> FigureEntry:
    return FigureEntry(
        figure=shown(hand, figure),
        latest=tuple(_latest(hand, figure)),
        file=addresses.figure_file(hand.language, figure.name),
        posts=tuple((hand.date_of(post.released), hand.post_link(post)) for post in posts),
    )


def _latest(hand: Hand, figure: Figure) -> Iterator[tuple[str, str]]:
    """What the newest value of each series is of, and the value; bars are of places, of which none is the newest."""
    if figure.form == "bars":
        return
    language = hand.language
    for series in figure.series:
        point = next((each for each in reversed(figure.points) if series.key in each.values), None)
        if point:
            label = f"{series.name[language]}{hand.words.comma}{point.name[language]}"
            yield label, hand.style.quantity(point.values[series.key].number, figure.unit[language])
