"""What the share card of a page shows: the words and pictures that stand for it where somebody links to it.

A :class:`Face` is what :mod:`newsroom.cards` draws the card from, and all that it may draw: so a card is made again
when something on it changes, and only then.
"""

from __future__ import annotations

from typing import Final

import msgspec

from newsroom.model.executive import Executive
from newsroom.model.language import Language
from newsroom.model.organization import Organization
from newsroom.model.post import Picture, Post, PostType, Size
from newsroom.pages import addresses
from newsroom.pages.writing import Hand

SIZE: Final[Size] = (1200, 630)
"""Pixels of every card: what Facebook asks for (https://developers.facebook.com/docs/sharing/webmasters/images/), and
near enough to the 1200 × 627 of LinkedIn and to the two by one of X."""

_VOICES: Final[frozenset[PostType]] = frozenset({"opinion", "speech", "statement"})
"""Types in which the person who speaks is what a reader wants to see first."""

_OF_DOTS: Final = (".png", ".jpg", ".jpeg", ".webp")
"""How files of pictures end that cards can show."""


class Face(msgspec.Struct, frozen=True):
    """What a card shows, in one language.

    ``newsroom`` is the word for what this site is, ``kicker`` what stands above the headline, ``date`` beside it, and
    ``name`` and ``role`` those of who speaks; each may be empty. Pictures are paths below ``content/``, or empty:
    ``logo`` the organisation's, ``picture`` the large one, ``portrait`` the small one beside the name.
    """

    language: Language
    organization: str
    newsroom: str
    headline: str
    logo: str = ""
    kicker: str = ""
    date: str = ""
    name: str = ""
    role: str = ""
    portrait: str = ""
    picture: str = ""

    @property
    def suffix(self) -> str:
        """How its file's name ends: large pictures are photographs, and all else is letters on plain ground."""
        return "jpg" if self.picture else "png"

    @property
    def media_type(self) -> str:
        """What its file is."""
        return "image/jpeg" if self.picture else "image/png"

    @property
    def words(self) -> tuple[str, ...]:
        """All that is written on it."""
        return (self.organization, self.newsroom, self.headline, self.kicker, self.date, self.name, self.role)

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures on it, as paths below ``content/``."""
        return tuple(path for path in (self.logo, self.portrait, self.picture) if path)


class Shared(msgspec.Struct, frozen=True):
    """A card: where it stands, what it shows, and what it says to someone who cannot see it."""

    address: str
    face: Face
    alt: str


def of_post(hand: Hand, post: Post) -> Shared:
    """The card of a post, or of the notice in its place."""
    face = _notice(hand, post) if post.withdrawal else _headline(hand, post)
    large = next((each for each in _pictures_of(hand, post) if each and each.path == face.picture), None)
    alt = (face.headline, large.alt[hand.language] if large else "")
    return Shared(
        addresses.card_of_post(hand.language, post, face.suffix), face, hand.words.title_joint.join(filter(None, alt))
    )


def of_executive(hand: Hand, executive: Executive) -> Shared:
    """The card of an executive's page."""
    language = hand.language
    face = _face(
        hand,
        executive.name[language],
        kicker=hand.role(executive),
        picture=executive.portrait.path if executive.portrait else "",
    )
    alt = executive.portrait.alt[language] if executive.portrait else executive.name[language]
    return Shared(addresses.card_of_executive(language, executive.key, face.suffix), face, alt)


def of_newsroom(hand: Hand) -> Shared:
    """The card of every page that has none of its own, where the organisation has chosen no picture for them."""
    organization = hand.newsroom.organization
    face = _face(hand, organization.description[hand.language], kicker=organization.short_name[hand.language])
    return Shared(addresses.card_of_newsroom(hand.language, face.suffix), face, face.headline)


def _headline(hand: Hand, post: Post) -> Face:
    author = hand.newsroom.executives[post.author]
    large = next(filter(None, _pictures_of(hand, post)), None)
    small = author.portrait if author.portrait != large else None
    return _face(
        hand,
        post.translations[hand.language].title,
        kicker=hand.sort_of(post),
        date=hand.date_of(post.released).text,
        name=author.name[hand.language],
        role=hand.role(author),
        portrait=small.path if small else "",
        picture=large.path if large else "",
    )


def _pictures_of(hand: Hand, post: Post) -> tuple[Picture | None, ...]:
    """The pictures of which the first that there is stands on a post's card."""
    if post.type in _VOICES and (portrait := hand.newsroom.executives[post.author].portrait):
        return portrait, post.hero
    return (post.hero,)


def _notice(hand: Hand, post: Post) -> Face:
    assert post.withdrawal
    date = hand.date_of(post.withdrawal.date).text
    return _face(hand, hand.words.withdrawn_notice.format(date=date))


def _face(hand: Hand, headline: str, **shown: str) -> Face:
    """A card with a headline, and what else is ``shown`` on it: fields of :class:`Face`."""
    organization = hand.newsroom.organization
    return Face(
        language=hand.language,
        organization=organization.name[hand.language],
        newsroom=hand.words.newsroom,
        headline=headline,
        logo=_logo(organization),
        **shown,
    )


def _logo(organization: Organization) -> str:
    """The icon, else the logo itself if it is made of dots: nothing here draws what is made of lines."""
    if organization.icon:
        return organization.icon.path
    return organization.logo if organization.logo.lower().endswith(_OF_DOTS) else ""
