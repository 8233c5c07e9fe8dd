"""The page of messages: what accounts will say of posts, word for word, for previews alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.languages import message_words
from newsroom.model.language import LANGUAGES, Localized
from newsroom.pages import addresses
from newsroom.pages.message_lines import MessageHand
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.tellings import Telling


def plan_messages(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language, where accounts carry posts and the desk has an outlook: a public one has none."""
    if desk.outlook and desk.newsroom.carriers:
        yield from desk.twins(Localized(*map(addresses.messages, LANGUAGES)), _messages, desk.outlook.tellings())


def _messages(paper: Paper, tellings: tuple[Telling, ...]) -> Page:
    address = Localized(*map(addresses.messages, LANGUAGES))
    view = MessageHand.of(paper.hand).view(tellings)
    title = message_words(paper.hand.language).messages
    return paper.page(address, "messages.html", title, view, description=view.introduction)
