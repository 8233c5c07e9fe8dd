"""A post as a news item for agencies: IPTC ninjs 3.1, https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json.

The standard knows no other keys than its own, and asks only for ``uri``. What is empty is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from newsroom.feeds.feed import Author, Entry, Media
from newsroom.model.post import Post
from newsroom.pages import addresses
from newsroom.pages.planning import Paper
from newsroom.wire.characters import compact_json
from newsroom.wire.releases import corrections, notice

STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
"""The standard that an item keeps to, by the identifier that its schema has of itself."""
LIST: Final = "ninjs.json"
"""The file of everything in a language, beside its home."""

Tree = dict[str, object]


def ninjs(paper: Paper, post: Post, entry: Entry, text: str) -> bytes:
    """A post in a language. ``text`` is its text in plain text; a withdrawn post's is not looked at."""
    tree = _origin(paper, post, entry) | _words(paper, post, entry, text)
    if not post.withdrawal:
        tree |= _substance(paper, post, entry)
    return compact_json(_without_empty(tree))


def ninjs_list(paper: Paper, posts: Iterable[tuple[Post, Entry]]) -> bytes:
    """Everything in a language, in the order given: each post by id and headline, and where its own item is.

    Of an entry, ``html``, ``summary`` and picture are not looked at.
    """
    hand = paper.hand
    organization = hand.newsroom.organization
    listed = list(posts)
    address = hand.newsroom.address + addresses.home(hand.language) + LIST
    tree: Tree = {
        "uri": address,
        "type": "composite",
        "standard": STANDARD,
        "versionCreated": hand.iso(max(entry.modified for _, entry in listed)) if listed else "",
        "pubStatus": "usable",
        "language": _tag(paper),
        "title": hand.words.front_title.format(name=organization.name[hand.language]),
        "copyrightHolder": organization.name[hand.language],
        "associations": [_listed(paper, post, entry) for post, entry in listed],
    }
    return compact_json(_without_empty(tree))


def _origin(paper: Paper, post: Post, entry: Entry) -> Tree:
    """Which item this is, of when, in which state, and whose: what remains of a withdrawn post."""
    hand = paper.hand
    name = hand.newsroom.organization.name[hand.language]
    return {
        "uri": entry.id,
        "type": "text",
        "standard": STANDARD,
        "representationType": "full",
        "firstCreated": hand.iso(entry.published),
        "versionCreated": hand.iso(entry.modified),
        "contentCreated": hand.iso(post.date),
        "pubStatus": _status(entry),
        "language": entry.language,
        "slugline": post.slug,
        "genres": [{"name": hand.words.types[post.type], "literal": post.type}],
        "organisations": [_organization(paper)],
        "infoSources": [_publisher(paper, post), *_sources(paper, post)],
        "copyrightHolder": name,
        "altIds": [{"role": "web", "value": entry.address}, {"role": "newsroom", "value": post.id}],
        "renditions": list(_renditions(paper, post, entry)),
    }


def _words(paper: Paper, post: Post, entry: Entry, text: str) -> Tree:
    """What the item says, and what its receivers are to know of its changes."""
    gone = notice(paper, post)
    summary = entry.summary if gone else post.translations[paper.hand.language].summary
    return {
        "headlines": [_worded("main", "text/plain", entry.title)],
        "descriptions": [_worded("summary", "text/plain", summary)],
        "bodies": [_worded("html", "text/html", entry.html), _worded("text", "text/plain", gone or text)],
        "edNote": gone or "\n".join(corrections(paper, post)),
    }


def _substance(paper: Paper, post: Post, entry: Entry) -> Tree:
    """Who speaks of what, and the picture: nothing of which a withdrawn post keeps."""
    return {
        "by": paper.hand.words.enumerate(tuple(author.name for author in entry.authors)),
        "people": list(map(_person, entry.authors)),
        "subjects": [_subject(paper, topic) for topic in post.topics],
        "associations": [_picture(entry.media, entry.language)] if entry.media else [],
    }


def _worded(role: str, media_type: str, words: str) -> Tree:
    return {"role": role, "contentType": media_type, "value": words}


def _person(author: Author) -> Tree:
    return {"name": author.name, "rel": "author", "uri": author.address}


def _subject(paper: Paper, topic: str) -> Tree:
    hand = paper.hand
    return {
        "name": hand.newsroom.topics[topic][hand.language],
        "rel": "about",
        "uri": hand.newsroom.address + addresses.topic(hand.language, topic),
        "literal": topic,
    }


def _organization(paper: Paper) -> Tree:
    organization, language = paper.hand.newsroom.organization, paper.hand.language
    listing = organization.listing
    return _without_empty(
        {
            "name": organization.name[language],
            "rel": "about",
            "uri": organization.website,
            "symbols": [{"exchange": listing.exchange[language], "symbol": listing.symbol}] if listing else [],
        }
    )


def _publisher(paper: Paper, post: Post) -> Tree:
    """The organisation as the item's source, and whom to call there."""
    hand = paper.hand
    shown, organization = hand.contact_of(post), hand.newsroom.organization
    ways = (("phone", shown.telephone), ("email", shown.email))
    return {
        "name": organization.name[hand.language],
        "role": "publisher",
        "uri": organization.website,
        "contactInfo": [
            {"type": way, "role": "press", "lang": _tag(paper), "name": shown.name, "value": value}
            for way, value in ways
        ],
    }


def _sources(paper: Paper, post: Post) -> Iterator[Tree]:
    """Whoever stands behind the evidence, each once."""
    if not post.withdrawal:
        for name in dict.fromkeys(each.source[paper.hand.language] for each in post.evidence):
            yield {"name": name, "role": "evidence"}


def _renditions(paper: Paper, post: Post, entry: Entry) -> Iterator[Tree]:
    """The same post in its other forms."""
    site, language = paper.hand.newsroom.address, paper.hand.language
    yield _rendition("web", entry.address, "text/html")
    yield _rendition("text", site + addresses.plain_text(language, post), "text/plain")
    yield _rendition("markdown", site + addresses.markdown(language, post), "text/markdown")


def _rendition(name: str, address: str, media_type: str) -> Tree:
    return {"name": name, "href": address, "contentType": media_type}


def _picture(media: Media, language: str) -> Tree:
    """The hero picture, an item of its own within the post's."""
    file = {"width": media.width, "height": media.height, "sizeInBytes": media.length}
    return _without_empty(
        {
            "name": "hero",
            "rel": "illustration",
            "uri": media.address,
            "type": "picture",
            "pubStatus": "usable",
            "language": language,
            "headlines": [_worded("main", "text/plain", media.title)] if media.title else [],
            "descriptions": [_worded("alternative", "text/plain", media.description)],
            "by": media.credit,
            "usageTerms": media.licence,
            "renditions": [_rendition("original", media.address, media.media_type) | file],
        }
    )


def _listed(paper: Paper, post: Post, entry: Entry) -> Tree:
    item = paper.hand.newsroom.address + addresses.ninjs(paper.hand.language, post)
    return {
        "name": entry.title,
        "rel": "item",
        "uri": entry.id,
        "type": "text",
        "representationType": "partial",
        "versionCreated": paper.hand.iso(entry.modified),
        "pubStatus": _status(entry),
        "language": entry.language,
        "headlines": [_worded("main", "text/plain", entry.title)],
        "renditions": [_rendition("ninjs", item, "application/json")],
    }


def _status(entry: Entry) -> str:
    return "canceled" if entry.withdrawn else "usable"


def _tag(paper: Paper) -> str:
    return paper.hand.newsroom.tongues[paper.hand.language].tag


def _without_empty(tree: Mapping[str, object]) -> Tree:
    return {key: value for key, value in tree.items() if value not in ("", [])}
