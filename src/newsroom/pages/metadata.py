"""What a page says of itself to whoever links to it: cards of social networks, readers of feeds, other languages.

Records and their making; the template writes them into the page's head. Addresses are absolute here, for they are read
far from the page.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

import msgspec

from newsroom.languages import words as words_of
from newsroom.model.executive import Executive
from newsroom.model.language import Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Account
from newsroom.model.post import Picture, Post
from newsroom.pages import addresses, sharing
from newsroom.pages.addresses import Feeds
from newsroom.pages.editions import edition_of
from newsroom.pages.renditions import RENDITION_TYPE, renditions
from newsroom.pages.sharing import Shared
from newsroom.pages.views import Link
from newsroom.pages.writing import Hand

Kind = Literal["website", "article", "profile"]
"""The types of https://ogp.me/#types that a newsroom has."""

LONGEST_DESCRIPTION: Final = 155
"""Letters: what search engines show of a description before they cut it themselves."""
ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


class FeedFormat(NamedTuple):
    """A format of feeds: its own name, and its media type."""

    name: str
    media_type: str


FEED_FORMATS: Final = (
    FeedFormat("RSS", "application/rss+xml"),  # https://www.rssboard.org/rss-autodiscovery
    FeedFormat("Atom", "application/atom+xml"),  # https://datatracker.ietf.org/doc/html/rfc4287#section-7
    FeedFormat("JSON Feed", "application/feed+json"),  # https://www.jsonfeed.org/version/1.1/#discovery
)
"""In the order of :class:`~newsroom.pages.addresses.Feeds`."""


class Card(msgspec.Struct, frozen=True):
    """The picture that stands for a page where it is shared, with its size in pixels."""

    address: str
    width: int
    height: int
    alt: str
    media_type: str


class FeedLink(msgspec.Struct, frozen=True):
    """A feed as programs find it; ``language`` is that of its title."""

    title: str
    address: str
    media_type: str
    language: Language


class Version(msgspec.Struct, frozen=True):
    """The same content in another form. ``address`` is below the site's root."""

    address: str
    media_type: str


class SiteMetadata(msgspec.Struct, frozen=True):
    """What all pages of a language say alike.

    ``locale`` is written as Open Graph has it, such as ``ar_OM``. ``account`` is the handle on X with its ``@``, or
    empty; ``profiles`` the addresses of the organisation's accounts. ``feeds`` are those of everything.
    """

    name: str
    locale: str
    other_locale: str
    account: str
    profiles: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    feeds_elsewhere: tuple[FeedLink, ...]


class Metadata(msgspec.Struct, frozen=True):
    """What one page says: of itself as a thing to share, of its author, of its other forms.

    ``description`` is short. ``published`` and ``modified`` are ISO instants, ``author`` the address of the author's
    page, ``creator`` a fediverse account ``@user@host``; each may be empty, as nothing is said of them then. ``feeds``
    are those of the page's own subject, ``profiles`` the addresses of the person's accounts. ``trail`` leads from the
    home to this page, without the two. ``nodes`` are JSON-LD. ``edition`` is that of :mod:`newsroom.pages.editions`.
    """

    kind: Kind = "website"
    description: str = ""
    card: Card | None = None
    published: str = ""
    modified: str = ""
    author: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    creator: str = ""
    profiles: tuple[str, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    versions: tuple[Version, ...] = ()
    trail: tuple[Link, ...] = ()
    nodes: tuple[str, ...] = ()
    edition: str = ""


def of_site(hand: Hand) -> SiteMetadata:
    """What all pages of a language say alike."""
    newsroom, language, elsewhere = hand.newsroom, hand.language, other(hand.language)
    accounts = newsroom.organization.accounts
    return SiteMetadata(
        name=newsroom_name(newsroom, language),
        locale=newsroom.tongues[language].locale,
        other_locale=newsroom.tongues[elsewhere].locale,
        account=_account_on_x(accounts),
        profiles=_profiles(accounts),
        feeds=feeds_of_everything(newsroom, language),
        feeds_elsewhere=feeds_of_everything(newsroom, elsewhere),
    )


def of_page(hand: Hand, description: str, **said: Any) -> Metadata:
    """What any page says; ``said`` are fields of :class:`Metadata` in which it differs."""
    organization = hand.newsroom.organization
    plain = Metadata(
        description=shortened(description, LONGEST_DESCRIPTION),
        card=_card_of_any(hand),
        creator=fediverse_account(organization.accounts),
    )
    return msgspec.structs.replace(plain, **said)


def of_post(hand: Hand, post: Post, modified: datetime.datetime, node: str) -> Metadata:
    """What a post says; ``node`` is its JSON-LD."""
    newsroom, language = hand.newsroom, hand.language
    return of_page(
        hand,
        post.translations[language].summary,
        kind="article",
        card=card_of_post(hand, post),
        published=hand.iso(post.released),
        modified=hand.iso(modified),
        author=newsroom.address + addresses.executive(language, post.author),
        section=hand.words.types[post.type],
        tags=tuple(newsroom.topics[topic][language] for topic in post.topics),
        creator=_creator_of(newsroom, newsroom.executives[post.author]),
        feeds=feeds_of_subject(hand, f"types/{post.type}", hand.words.types_in_plural[post.type]),
        versions=versions_of_post(language, post),
        trail=trail_to_post(hand, post),
        nodes=(node,),
        edition=edition_of(post, language),
    )


def of_executive(hand: Hand, executive: Executive, feeds: tuple[FeedLink, ...], nodes: tuple[str, ...]) -> Metadata:
    """What an executive's page says."""
    return of_page(
        hand,
        hand.biography_summary(executive) or hand.newsroom.organization.description[hand.language],
        kind="profile",
        card=_card(hand, sharing.of_executive(hand, executive)),
        creator=_creator_of(hand.newsroom, executive),
        profiles=_profiles(executive.accounts),
        feeds=feeds,
        trail=(hand.link(hand.words.executives, addresses.executives(hand.language)),),
        nodes=nodes,
    )


def picture_of(hand: Hand, own: Picture | None) -> Picture | None:
    """The picture that stands for a page where it is shared: its own, else the organisation's, else none."""
    return own or hand.newsroom.organization.picture


def card_of_post(hand: Hand, post: Post) -> Card:
    """The card of a post, or of the notice in its place."""
    return _card(hand, sharing.of_post(hand, post))


def _card_of_any(hand: Hand) -> Card:
    """The card of a page that has none of its own: the organisation's picture, or else what is drawn in its place."""
    picture = hand.newsroom.organization.picture
    if picture is None:
        return _card(hand, sharing.of_newsroom(hand))
    shown = renditions(picture)[0]
    return Card(hand.newsroom.address + shown.address, *shown.size, picture.alt[hand.language], RENDITION_TYPE)


def _card(hand: Hand, shared: Shared) -> Card:
    return Card(hand.newsroom.address + shared.address, *sharing.SIZE, shared.alt, shared.face.media_type)


def trail_to_post(hand: Hand, post: Post) -> tuple[Link, ...]:
    """The list of the post's type, which lies between the home and it."""
    return (hand.link(hand.words.types_in_plural[post.type], addresses.post_type(hand.language, post.type)),)


def versions_of_post(language: Language, post: Post) -> tuple[Version, ...]:
    """A post as plain text, Markdown and ninjs."""
    return (
        Version(addresses.plain_text(language, post), "text/plain"),
        Version(addresses.markdown(language, post), "text/markdown"),
        Version(addresses.ninjs(language, post), "application/json"),
    )


def newsroom_name(newsroom: Newsroom, language: Language) -> str:
    """The newsroom's own name, which feeds of everything bear as well."""
    return words_of(language).front_title.format(name=newsroom.organization.name[language])


def feeds_of_everything(newsroom: Newsroom, language: Language) -> tuple[FeedLink, ...]:
    """The feed of every post of a language, in each format."""
    return _feed_links(newsroom, language, newsroom_name(newsroom, language), addresses.feeds(language))


def feeds_of_subject(hand: Hand, name: str, title: str) -> tuple[FeedLink, ...]:
    """The feed of a subject, such as ``topics/ports``, in each format; ``title`` is the subject's."""
    full = title + hand.words.title_joint + hand.newsroom.organization.short_name[hand.language]
    return _feed_links(hand.newsroom, hand.language, full, addresses.feeds(hand.language, name))


def _feed_links(newsroom: Newsroom, language: Language, title: str, feeds: Feeds) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(f"{title} ({form.name})", newsroom.address + address, form.media_type, language)
        for form, address in zip(FEED_FORMATS, feeds, strict=True)
    )


def fediverse_account(accounts: Iterable[Account]) -> str:
    """The first Mastodon account as ``@user@host``, or nothing: https://github.com/mastodon/mastodon/pull/30398."""
    return next((_with_host(account) for account in accounts if account.network == "mastodon"), "")


def _with_host(account: Account) -> str:
    user, _, host = account.handle.removeprefix("@").partition("@")
    return f"@{user}@{host or urlsplit(account.link).hostname or ''}"


def _creator_of(newsroom: Newsroom, executive: Executive) -> str:
    return fediverse_account((*executive.accounts, *newsroom.organization.accounts))


def _account_on_x(accounts: Iterable[Account]) -> str:
    return next((f"@{each.handle.removeprefix('@')}" for each in accounts if each.network == "x"), "")


def _profiles(accounts: Iterable[Account]) -> tuple[str, ...]:
    return tuple(account.link for account in accounts)


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words and marked as cut; a single word is never cut."""
    if len(text) <= most:
        return text
    words = text[:most].rpartition(" ")[0] or text.partition(" ")[0]
    return words.rstrip(" ،,;؛:.–-") + ELLIPSIS
