"""What pages say to search engines: schema.org's vocabulary as JSON-LD, one node a script.

A node is a dictionary made of the model, every address in it absolute. What a page does not know is left out.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from newsroom.model.calendar import Occasion, OccasionStatus
from newsroom.model.executive import Executive
from newsroom.model.language import Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Contact, OrganizationKind
from newsroom.model.post import Correction, Picture, Post, Size
from newsroom.pages import addresses
from newsroom.pages.metadata import newsroom_name, picture_of, shortened
from newsroom.pages.renditions import renditions
from newsroom.pages.views import Link
from newsroom.pages.writing import Hand

Node = dict[str, Any]

LONGEST_HEADLINE: Final = 110
"""Letters: https://developers.google.com/search/docs/appearance/structured-data/article asked for no more."""

_TYPES: Final[Mapping[OrganizationKind, Sequence[str]]] = {
    "government": ["Organization", "GovernmentOrganization"],
    "joint-stock": ["Organization", "Corporation"],
    "family": ["Organization"],
}
"""Each beside the plain one: not every reader knows what is a kind of organisation."""
_STATUSES: Final[Mapping[OccasionStatus, str]] = {
    "confirmed": "https://schema.org/EventScheduled",
    "canceled": "https://schema.org/EventCancelled",
}
"""Of EventStatusType; it has no word for a date that is not certain yet."""


def script(node: Node) -> str:
    """A node as it stands in a script element, which no text in it can close."""
    known = {"@context": "https://schema.org"} | node
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def tag(newsroom: Newsroom, language: Language) -> str:
    """A language with its region as BCP 47 has it, such as ``ar-OM``."""
    return newsroom.tongues[language].tag


def article(hand: Hand, post: Post, modified: datetime.datetime) -> Node:
    """A post that stands: https://schema.org/NewsArticle."""
    newsroom, language = hand.newsroom, hand.language
    words, address = post.translations[language], _absolute(hand, addresses.post(language, post))
    return _without_empty(
        {
            "@type": "NewsArticle",
            "@id": address,
            "url": address,
            "mainEntityOfPage": {"@type": "WebPage", "@id": address},
            "headline": shortened(words.title, LONGEST_HEADLINE),
            "description": words.summary,
            "image": _renditions(hand, picture_of(hand, post.hero)),
            "datePublished": hand.iso(post.released),
            "dateModified": hand.iso(modified),
            "inLanguage": tag(newsroom, language),
            "isAccessibleForFree": True,
            "author": [_author(hand, newsroom.executives[post.author])],
            "publisher": _publisher(hand),
            "articleSection": hand.words.types[post.type],
            "keywords": [newsroom.topics[topic][language] for topic in post.topics],
            "about": [_topic(hand, topic) for topic in post.topics],
            "isBasedOn": list(dict.fromkeys(evidence.link for evidence in post.evidence if evidence.link)),
            "correction": [_correction(hand, each) for each in post.corrections],
            **_translation(hand, post),
        }
    )


def withdrawn(hand: Hand, post: Post, title: str, modified: datetime.datetime) -> Node:
    """The page that stands where a post was; nothing of the post is in it."""
    address = _absolute(hand, addresses.post(hand.language, post))
    return {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": title,
        "inLanguage": tag(hand.newsroom, hand.language),
        "datePublished": hand.iso(post.released),
        "dateModified": hand.iso(modified),
        "publisher": _publisher(hand),
    }


def breadcrumbs(hand: Hand, steps: Iterable[Link]) -> Node:
    """The way from the home to a page, both among the steps: https://schema.org/BreadcrumbList."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": step.text, "item": _absolute(hand, step.address)}
            for position, step in enumerate(steps, 1)
        ],
    }


def organization(hand: Hand) -> Node:
    """Who the newsroom speaks for, and whom to call there: https://schema.org/Organization."""
    own, language = hand.newsroom.organization, hand.language
    return _without_empty(
        {
            "@type": _TYPES[own.kind],
            "@id": _identity(hand),
            "name": own.name[language],
            "alternateName": [own.short_name[language], own.name[other(language)]],
            "description": own.description[language],
            "url": own.website,
            "logo": _logo(hand),
            "image": _picture(hand, own.picture) if own.picture else None,
            "sameAs": [account.link for account in own.accounts],
            "tickerSymbol": f"{own.listing.exchange.en} {own.listing.symbol}" if own.listing else None,
            "contactPoint": [_contact_point(hand, contact) for contact in hand.newsroom.contacts],
        }
    )


def website(hand: Hand) -> Node:
    """The newsroom itself: https://schema.org/WebSite."""
    newsroom, language = hand.newsroom, hand.language
    return {
        "@type": "WebSite",
        "@id": f"{newsroom.address}#website-{language}",
        "name": newsroom_name(newsroom, language),
        "alternateName": newsroom_name(newsroom, other(language)),
        "url": _absolute(hand, addresses.home(language)),
        "inLanguage": tag(newsroom, language),
        "publisher": {"@id": _identity(hand)},
    }


def profile(hand: Hand, executive: Executive) -> Node:
    """An executive's page and the person on it: https://schema.org/ProfilePage."""
    address = _absolute(hand, addresses.executive(hand.language, executive.key))
    return {
        "@type": "ProfilePage",
        "@id": address,
        "url": address,
        "inLanguage": tag(hand.newsroom, hand.language),
        "mainEntity": _person(hand, executive),
    }


def event(hand: Hand, occasion: Occasion) -> Node:
    """A date of the calendar: https://schema.org/Event."""
    language = hand.language
    return _without_empty(
        {
            "@type": "Event",
            "name": occasion.title[language],
            "description": occasion.description[language],
            "startDate": _when(hand, occasion.starts),
            "endDate": _when(hand, occasion.ends) if occasion.ends else None,
            "eventStatus": _STATUSES.get(occasion.status),
            "location": _location(hand, occasion),
            "url": occasion.link,
            "inLanguage": tag(hand.newsroom, language),
            "organizer": _reference(hand),
        }
    )


def _person(hand: Hand, executive: Executive) -> Node:
    language = hand.language
    address = _absolute(hand, addresses.executive(language, executive.key))
    return _without_empty(
        {
            "@type": "Person",
            "@id": f"{address}#person",
            "name": executive.name[language],
            "alternateName": executive.name[other(language)],
            "jobTitle": [role.title[language] for role in executive.roles if role.until is None],
            "description": hand.biography_summary(executive),
            "url": address,
            "image": _picture(hand, executive.portrait) if executive.portrait else None,
            "sameAs": [account.link for account in executive.accounts],
            "worksFor": _reference(hand),
        }
    )


def _author(hand: Hand, executive: Executive) -> Node:
    address = _absolute(hand, addresses.executive(hand.language, executive.key))
    return _without_empty(
        {
            "@type": "Person",
            "@id": f"{address}#person",
            "name": executive.name[hand.language],
            "url": address,
            "jobTitle": hand.role(executive),
        }
    )


def _publisher(hand: Hand) -> Node:
    return _reference(hand) | {"logo": _logo(hand)}


def _reference(hand: Hand) -> Node:
    """The organisation, where another node names it."""
    own = hand.newsroom.organization
    name = own.name[hand.language]
    return _without_empty({"@type": "Organization", "@id": _identity(hand), "name": name, "url": own.website})


def _identity(hand: Hand) -> str:
    return f"{hand.newsroom.address}#organization"


def _logo(hand: Hand) -> Node:
    """The logo as a picture, which every search engine can show, or else as it was drawn."""
    own = hand.newsroom.organization
    return _picture(hand, own.icon) if own.icon else {"@type": "ImageObject", "url": _absolute(hand, own.logo)}


def _renditions(hand: Hand, picture: Picture | None) -> list[Node]:
    """A picture in the shapes that search engines show."""
    return [_image(hand, picture, *each) for each in renditions(picture)] if picture else []


def _picture(hand: Hand, picture: Picture) -> Node:
    """A picture as it was given."""
    return _image(hand, picture, addresses.asset(picture.path), (picture.width, picture.height))


def _image(hand: Hand, picture: Picture, address: str, size: Size) -> Node:
    language, absolute = hand.language, _absolute(hand, address)
    return _without_empty(
        {
            "@type": "ImageObject",
            "url": absolute,
            "contentUrl": absolute,
            "width": size[0],
            "height": size[1],
            "caption": picture.caption[language] or picture.alt[language],
            "creditText": picture.credit[language],
        }
    )


def _topic(hand: Hand, topic: str) -> Node:
    address = _absolute(hand, addresses.topic(hand.language, topic))
    return {"@type": "Thing", "name": hand.newsroom.topics[topic][hand.language], "url": address}


def _correction(hand: Hand, correction: Correction) -> Node:
    """https://schema.org/CorrectionComment."""
    return {
        "@type": "CorrectionComment",
        "text": correction.text[hand.language],
        "datePublished": hand.iso(correction.date),
        "inLanguage": tag(hand.newsroom, hand.language),
    }


def _translation(hand: Hand, post: Post) -> Node:
    """The same post in the other language; no text is called the original, as both are published alike."""
    there = other(hand.language)
    if there not in post.translations:
        return {}
    address = _absolute(hand, addresses.post(there, post))
    return {"workTranslation": {"@type": "NewsArticle", "@id": address, "inLanguage": tag(hand.newsroom, there)}}


def _contact_point(hand: Hand, contact: Contact) -> Node:
    return {
        "@type": "ContactPoint",
        "name": contact.name[hand.language],
        "contactType": contact.role[hand.language],
        "telephone": contact.telephone,
        "email": contact.email,
        "availableLanguage": list(contact.languages),
    }


def _location(hand: Hand, occasion: Occasion) -> Node | None:
    if place := occasion.place[hand.language]:
        return {"@type": "Place", "name": place, "address": place}
    return {"@type": "VirtualLocation", "url": occasion.link} if occasion.link else None


def _when(hand: Hand, time: datetime.datetime | datetime.date) -> str:
    return hand.iso(time) if isinstance(time, datetime.datetime) else time.isoformat()


def _absolute(hand: Hand, address: str) -> str:
    return hand.newsroom.address + address


def _without_empty(node: Node) -> Node:
    return dict(_known(node))


def _known(node: Node) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in node.items() if value not in (None, "", []))
