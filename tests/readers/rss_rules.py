"""The 24 rules of RSS that the newsroom keeps: RSS 2.0 and the profile of the RSS Advisory Board, read strictly.

https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile. Each rule yields a sentence a fault.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml.etree import _Element

from tests.conftest import NOW
from tests.readers.published import (
    LANGUAGES,
    Document,
    addresses_in,
    fragment,
    instant,
    is_far,
    is_withdrawn,
    mail_date,
    text,
    texts,
    words_of,
)

Faults = Iterator[str]
Rule = Callable[[Document], Faults]

DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d ([+-]\d{4}|GMT|UTC)"
)
MARKUP = re.compile(r"<[A-Za-z/!]|&(#\w+|[A-Za-z]\w*);")
"""A tag, or an entity that was escaped twice."""

FORBIDDEN = "//script | //style | //iframe | //object | //embed | //form | //@style | //@*[starts-with(name(), 'on')]"
LOGO = (144, 400)
"""The widest and the highest image of a channel, in pixels: RSS 2.0."""


def items(feed: Document) -> list[_Element]:
    """The items of a feed, in its order."""
    return feed.root.findall("channel/item")


def named(item: _Element) -> str:
    """What a fault calls an item."""
    return text(item, "title") or text(item, "guid")


def channel_says_what_it_is(feed: Document) -> Faults:
    yield from (f"no {name}" for name in ("title", "link", "description") if not text(feed.root, f"channel/{name}"))


def channel_links_to_its_page(feed: Document) -> Faults:
    file = feed.site.file(text(feed.root, "channel/link"))
    if file is None or file.name != "index.html":
        yield "the channel's link is no page"


def channel_names_itself(feed: Document) -> Faults:
    selves = feed.root.xpath("channel/atom:link[@rel='self']", namespaces={"atom": "http://www.w3.org/2005/Atom"})
    if [(link.get("href"), link.get("type")) for link in selves] != [(feed.url, "application/rss+xml")]:
        yield "self is not the feed's own address, once, with its type"


def channel_has_its_language_with_region(feed: Document) -> Faults:
    if text(feed.root, "channel/language") != LANGUAGES[feed.language]:
        yield "the language is not that of the folder"


def channel_has_its_date(feed: Document) -> Faults:
    if not DATE.fullmatch(text(feed.root, "channel/lastBuildDate")):
        yield "lastBuildDate is not RFC 822 with a year of four digits"


def channel_date_is_that_of_its_newest_change(feed: Document) -> Faults:
    changes = [instant(each) for each in texts(feed.root, "channel/item/dcterms:modified")]
    if mail_date(text(feed.root, "channel/lastBuildDate")) != max((each for each in changes if each), default=None):
        yield "lastBuildDate is not the newest change of an item"


def channel_image_is_called_like_the_channel(feed: Document) -> Faults:
    channel = feed.root.find("channel")
    images = channel.findall("image")
    if len(images) != 1 or not text(images[0], "url"):
        yield "the channel has no image, or several"
    for image in images:
        yield from (f"its {name} differs" for name in ("title", "link") if text(image, name) != text(channel, name))


def channel_image_is_small(feed: Document) -> Faults:
    picture = feed.site.picture(text(feed.root, "channel/image/url"))
    if picture is None or picture.width > LOGO[0] or picture.height > LOGO[1]:
        yield f"the channel's image is not there, or beyond {LOGO}"


def item_has_title_and_description(feed: Document) -> Faults:
    for item in items(feed):
        if not text(item, "title").strip() or not text(item, "description").strip():
            yield named(item)


def item_has_an_id(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if not text(item, "guid"))


def ids_are_given_once(feed: Document) -> Faults:
    yield from (guid for guid, times in Counter(texts(feed.root, "channel/item/guid")).items() if times > 1)


def id_is_an_address_or_says_that_it_is_none(feed: Document) -> Faults:
    for item in items(feed):
        if text(item, "guid/@isPermaLink") != "false" and not is_far(text(item, "guid")):
            yield named(item)


def item_date_is_written_in_full(feed: Document) -> Faults:
    for item in items(feed):
        written = text(item, "pubDate")
        date = mail_date(written)
        if not DATE.fullmatch(written) or date is None or not written.startswith(f"{date:%a}"):
            yield f"{named(item)}: {written!r}"


def nobody_is_an_e_mail_address(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if item.find("author") is not None)


def item_names_who_speaks(feed: Document) -> Faults:
    for item in items(feed):
        names = texts(item, "dc:creator")
        if not names or not all(name.strip() for name in names):
            yield named(item)


def item_has_one_enclosure_at_most(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if len(item.findall("enclosure")) > 1)


def enclosure_is_true(feed: Document) -> Faults:
    for item in items(feed):
        for enclosure in item.findall("enclosure"):
            picture = feed.site.picture(enclosure.get("url", ""))
            told = (enclosure.get("length"), enclosure.get("type"))
            if picture is None or told != (str(picture.length), picture.media_type):
                yield f"{named(item)}: {told}"


def titles_are_plain(feed: Document) -> Faults:
    titles = texts(feed.root, "channel/title | channel/item/title")
    yield from (title for title in titles if MARKUP.search(title))


def addresses_are_absolute(feed: Document) -> Faults:
    for item in items(feed):
        for html in texts(item, "description | content:encoded"):
            yield from (
                url for url in addresses_in(html) if not is_far(url) and not url.startswith(("mailto:", "tel:"))
            )


def text_runs_nothing(feed: Document) -> Faults:
    for item in items(feed):
        if fragment(text(item, "content:encoded")).xpath(FORBIDDEN):
            yield named(item)


def item_carries_the_full_text(feed: Document) -> Faults:
    for item in items(feed):
        if not words_of(text(item, "content:encoded") or " "):
            yield named(item)
        elif len(text(item, "content:encoded")) < len(text(item, "description")) and not is_withdrawn(named(item)):
            yield f"{named(item)}: the summary is longer"


def summary_stands_before_the_text(feed: Document) -> Faults:
    for item in items(feed):
        order = [child.tag for child in item]
        encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
        if encoded in order and "description" not in order[: order.index(encoded)]:
            yield named(item)


def newest_stands_first(feed: Document) -> Faults:
    dates = [mail_date(date) for date in texts(feed.root, "channel/item/pubDate")]
    stamps = [date.timestamp() for date in dates if date]
    if stamps != sorted(stamps, reverse=True):
        yield "the items are not in order"


def nothing_is_of_tomorrow(feed: Document) -> Faults:
    latest = NOW.astimezone(datetime.UTC)
    for written in texts(feed.root, "channel/item/pubDate"):
        date = mail_date(written)
        if date is None or date > latest:
            yield written


RULES: tuple[Rule, ...] = (
    channel_says_what_it_is,
    channel_links_to_its_page,
    channel_names_itself,
    channel_has_its_language_with_region,
    channel_has_its_date,
    channel_date_is_that_of_its_newest_change,
    channel_image_is_called_like_the_channel,
    channel_image_is_small,
    item_has_title_and_description,
    item_has_an_id,
    ids_are_given_once,
    id_is_an_address_or_says_that_it_is_none,
    item_date_is_written_in_full,
    nobody_is_an_e_mail_address,
    item_names_who_speaks,
    item_has_one_enclosure_at_most,
    enclosure_is_true,
    titles_are_plain,
    addresses_are_absolute,
    text_runs_nothing,
    item_carries_the_full_text,
    summary_stands_before_the_text,
    newest_stands_first,
    nothing_is_of_tomorrow,
)
