"""A post as the entry of a feed: what its page says, fit to stand anywhere."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup, escape

from newsroom.feeds.feed import Author, Entry, Media
from newsroom.model.language import Language, direction
from newsroom.model.post import Evidence, Picture, Post
from newsroom.pages import addresses
from newsroom.pages.changes import last_change
from newsroom.pages.views import ContactCard
from newsroom.pages.writing import Hand
from newsroom.prose.fragments import write
from newsroom.prose.opening import summary
from newsroom.prose.portable import portable

SUMMARY: Final = 300
"""Letters that a summary has where the text has so many: Flipboard asks for them (https://about.flipboard.com/rss-spec)."""
REMEMBERED: Final = 512
"""Texts that are made fit only once, though they stand in several feeds."""
CLOSINGS: Final = 32
"""Closings that are remembered; a newsroom has one for each of its contacts in each language."""

_IDENTITIES: Final = uuid.UUID("6f2b0d43-7c1e-5b0a-9d5f-3d1f0f6f9a11")
"""The namespace of entries' ids, chosen once and for ever."""


def entry_of(hand: Hand, post: Post, html: str) -> Entry:
    """The entry of a post in a language. ``html`` is what became of its text; of a withdrawn post it is not looked at.

    What it says comes from ``post`` alone, which is already cut down to what may be seen.
    """
    if post.withdrawal:
        return _entry(hand, post, _framed(hand, [_notice(hand, post)]), notice_of(hand, post))
    carried = _carried(hand, post, html)
    return _entry(hand, post, _framed(hand, _parts(hand, post, carried.html)), carried.summary)


def brief_entry(hand: Hand, post: Post) -> Entry:
    """The entry of a post without its text: for lists that name it only."""
    return _entry(hand, post, "", "")


def portable_text(hand: Hand, post: Post, html: str) -> str:
    """A post's text alone, fit to stand anywhere."""
    return _carried(hand, post, html).html


def identity(post: Post, language: Language) -> str:
    """The permanent id of a post in a language: from the post's own id, and nothing that can change."""
    return uuid.uuid5(_IDENTITIES, f"{post.id}/{language}").urn


def address_of(hand: Hand, post: Post) -> str:
    """The absolute address of a post's page in a language."""
    return hand.newsroom.address + addresses.post(hand.language, post)


def notice_of(hand: Hand, post: Post) -> str:
    """What stands in the place of a withdrawn post, in plain words."""
    assert post.withdrawal
    said = hand.words.withdrawn_notice.format(date=hand.style.instant(post.withdrawal.date))
    return f"{said} {post.withdrawal.reason[hand.language]}".strip()


def _entry(hand: Hand, post: Post, html: str, plain: str) -> Entry:
    newsroom, language = hand.newsroom, hand.language
    names = (newsroom.topics[topic][language] for topic in post.topics)
    return Entry(
        id=identity(post, language),
        address=address_of(hand, post),
        title=hand.words.withdrawn_title if post.withdrawal else post.translations[language].title,
        summary=plain,
        html=html,
        language=newsroom.tongues[language].tag,
        published=_in_zone(hand, post.released),
        modified=_in_zone(hand, last_change(post, language)),
        withdrawn=_in_zone(hand, last_change(post, language)) if post.withdrawal else None,
        authors=() if post.withdrawal else (_author(hand, post),),
        categories=tuple(dict.fromkeys((hand.words.types[post.type], *names))),
        media=None if post.withdrawal else _media(hand, post.hero or newsroom.organization.picture),
    )


def _author(hand: Hand, post: Post) -> Author:
    author = hand.newsroom.executives[post.author]
    return Author(author.name[hand.language], hand.newsroom.address + addresses.executive(hand.language, author.key))


def _in_zone(hand: Hand, instant: datetime.datetime) -> datetime.datetime:
    return instant.astimezone(hand.newsroom.timezone)


def _media(hand: Hand, picture: Picture | None) -> Media | None:
    if picture is None:
        return None
    language = hand.language
    return Media(
        address=hand.newsroom.address + addresses.asset(picture.path),
        media_type=picture.media_type,
        length=picture.length,
        width=picture.width,
        height=picture.height,
        title=picture.caption[language],
        description=picture.alt[language],
        credit=picture.credit[language],
        licence=picture.licence[language],
    )


def _notice(hand: Hand, post: Post) -> Markup:
    return Markup("<p>{}</p>").format(notice_of(hand, post))


def _framed(hand: Hand, parts: Iterable[Markup]) -> str:
    """Parts of a text in one element with their language and direction."""
    opening = Markup('<div lang="{}" dir="{}">').format(hand.language, direction(hand.language))
    return "\n".join((opening, *parts, "</div>"))


def _parts(hand: Hand, post: Post, text: str) -> Iterator[Markup]:
    """All that a post's page says, in the order of the page; ``text`` is its text's portable HTML."""
    yield from _corrections(hand, post)
    yield from _figure(hand, post.hero)
    yield Markup(text)  # noqa: S704 - cleaned
    yield from _evidence(hand, post)
    organization = hand.newsroom.organization
    about = hand.words.about_organization.format(name=organization.short_name[hand.language])
    yield _closing(hand.words.contact, hand.contact_of(post), about, organization.boilerplate[hand.language])


def _corrections(hand: Hand, post: Post) -> Iterator[Markup]:
    for correction in post.corrections:
        title = hand.words.correction_of.format(date=hand.style.instant(correction.date))
        yield Markup("<p><strong>{}</strong> {}</p>").format(title, correction.text[hand.language])


def _figure(hand: Hand, picture: Picture | None) -> Iterator[Markup]:
    if picture is None:
        return
    language = hand.language
    words = " ".join(filter(None, (picture.caption[language], picture.credit[language])))
    yield Markup('<figure><img src="{}" width="{}" height="{}" alt="{}"><figcaption>{}</figcaption></figure>').format(
        hand.newsroom.address + addresses.asset(picture.path),
        picture.width,
        picture.height,
        picture.alt[language],
        words,
    )


def _evidence(hand: Hand, post: Post) -> Iterator[Markup]:
    if post.evidence:
        items = Markup("").join(Markup("<li>{}</li>").format(_fact(hand, each)) for each in post.evidence)
        yield Markup("<h2>{}</h2><ul>{}</ul>").format(hand.words.evidence, items)


def _fact(hand: Hand, evidence: Evidence) -> Markup:
    fact = hand.fact(evidence)
    said = Markup("{}: <strong>{}</strong>").format(fact.label, fact.value) if fact.value else escape(fact.label)
    origin = Markup(" – {}: {}, {}").format(hand.words.source, fact.source, fact.date.text)
    link = Markup(' – <a href="{}">{}</a>').format(fact.link, hand.words.report_link) if fact.link else Markup()
    return said + origin + link


@lru_cache(CLOSINGS)
def _closing(title: str, contact: ContactCard, about: str, boilerplate: str) -> Markup:
    """Whom to call, and who the organisation is: the same under most posts of a newsroom."""
    number = Markup('<bdi dir="ltr">{}</bdi>').format(contact.telephone)
    call = Markup('<a href="tel:{}">{}</a>').format(contact.telephone_link, number)
    write = Markup('<a href="mailto:{}">{}</a>').format(contact.email, contact.email)
    whom = Markup("<h2>{}</h2><p>{}, {}<br>{}<br>{}</p>").format(title, contact.name, contact.role, call, write)
    return whom + Markup("\n<h2>{}</h2><p>{}</p>").format(about, boilerplate)


class _Carried(NamedTuple):
    """What a text became, fit to stand anywhere: its HTML, and its beginning in plain words."""

    html: str
    summary: str


def _carried(hand: Hand, post: Post, html: str) -> _Carried:
    first = post.translations[hand.language].summary
    return _carry(html, first, address_of(hand, post), hand.language, hand.words.more_on_page)


@lru_cache(REMEMBERED)
def _carry(html: str, first: str, page: str, language: Language, notice: str) -> _Carried:
    text = portable(html, page, language, notice)
    return _Carried(write(text), summary(first, text, SUMMARY))
