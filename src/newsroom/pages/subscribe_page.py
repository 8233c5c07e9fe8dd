"""The page that explains the feeds to people, who are shown no markup any more when they open one."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.organization import Contact
from newsroom.pages import addresses
from newsroom.pages.metadata import FEED_FORMATS
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.service_views import FeedChoice, SubscribeView
from newsroom.pages.subscription import Subscription, everything, subject_groups
from newsroom.pages.writing import Hand

_Group = tuple[str, tuple[Subscription, ...]]
"""A heading and the subscriptions under it."""


def plan_subscribe(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language, with the feeds that its posts fill."""
    address = Localized(*map(addresses.subscribe, LANGUAGES))
    twins = {language: address[language] for language in LANGUAGES}
    for paper in desk.papers:
        yield desk.blueprint(address[paper.hand.language], paper, _subscribe, _groups(desk, paper.hand), twins=twins)


def _groups(desk: Desk, hand: Hand) -> tuple[_Group, ...]:
    """Every group with a heading: the feed of everything has none, and is there without being asked for."""
    groups = subject_groups(desk.newsroom, hand)
    return tuple(
        (group.heading, tuple(each.subscription for each in group.subjects)) for group in groups if group.heading
    )


def _subscribe(paper: Paper, groups: tuple[_Group, ...]) -> Page:
    hand, words = paper.hand, paper.hand.words
    view = SubscribeView(
        everything=_choice(words.all_posts, everything(hand)),
        groups=tuple((heading, tuple(_choice(each.title, each) for each in group)) for heading, group in groups),
        opml=addresses.OPML,
        contact=hand.contact(_media_contact(hand)),
        calendar=addresses.calendar_file(hand.language) if hand.newsroom.occasions else "",
    )
    address = Localized(*map(addresses.subscribe, LANGUAGES))
    return paper.page(address, "subscribe.html", words.subscribe, view, description=words.subscribe_introduction)


def _choice(title: str, subscription: Subscription) -> FeedChoice:
    names = (form.name for form in FEED_FORMATS)
    return FeedChoice(title, tuple(zip(names, subscription.feeds, strict=True)))


def _media_contact(hand: Hand) -> Contact:
    contacts = hand.newsroom.contacts
    return next((contact for contact in contacts if "media" in contact.audiences), contacts[0])
