"""What RFC 4287 (Atom), RFC 5005 (archives) and RFC 6721 (tombstones) ask of an Atom feed, and what we ask beyond.

https://www.rfc-editor.org/rfc/rfc4287, https://www.rfc-editor.org/rfc/rfc5005, https://www.rfc-editor.org/rfc/rfc6721
"""

from __future__ import annotations

from collections import Counter

from lxml.etree import _Element

from tests.readers.published import (
    LANGUAGES,
    NAMES,
    Document,
    addresses_in,
    fragment,
    instant,
    is_far,
    is_withdrawn,
    text,
    texts,
)
from tests.readers.rss_rules import FORBIDDEN, MARKUP, Faults, Rule

LANGUAGE = f"{{{NAMES['xml']}}}lang"


def entries(feed: Document) -> list[_Element]:
    """The entries of a feed, in its order."""
    return feed.root.findall("atom:entry", NAMES)


def _named(entry: _Element) -> str:
    return text(entry, "atom:title") or text(entry, "atom:id")


def feed_says_what_it_is(feed: Document) -> Faults:
    yield from (name for name in ("id", "title", "updated") if not text(feed.root, f"atom:{name}"))


def feed_names_itself(feed: Document) -> Faults:
    links = feed.root.xpath("atom:link[@rel='self']", namespaces=NAMES)
    if [(link.get("href"), link.get("type")) for link in links] != [(feed.url, "application/atom+xml")]:
        yield "self is not the feed's own address, once, with its type"


def feed_leads_to_its_page(feed: Document) -> Faults:
    address = text(feed.root, "atom:link[@rel='alternate'][@type='text/html']/@href")
    if not feed.site.file(address):
        yield f"no page at {address!r}"


def feed_is_as_old_as_its_newest_change(feed: Document) -> Faults:
    changes = [instant(each) for each in texts(feed.root, "atom:entry/atom:updated")]
    if instant(text(feed.root, "atom:updated")) != max((each for each in changes if each), default=None):
        yield text(feed.root, "atom:updated")


def feed_and_entries_name_their_language(feed: Document) -> Faults:
    for element in (feed.root, *entries(feed)):
        if element.get(LANGUAGE) != LANGUAGES[feed.language]:
            yield f"{element.get(LANGUAGE)}"


def feed_has_logo_and_icon(feed: Document) -> Faults:
    sides = {"logo": 512, "icon": 64}
    for name, side in sides.items():
        picture = feed.site.picture(text(feed.root, f"atom:{name}"))
        if picture is None or (picture.width, picture.height) != (side, side):
            yield f"{name}: {picture}"


def entry_says_what_it_is(feed: Document) -> Faults:
    for entry in entries(feed):
        yield from (
            f"{_named(entry)}: {name}"
            for name in ("id", "title", "updated", "published", "summary", "content")
            if not text(entry, f"atom:{name}").strip()
        )


def ids_are_given_once(feed: Document) -> Faults:
    ids = Counter(texts(feed.root, "atom:id | atom:entry/atom:id"))
    yield from (each for each, times in ids.items() if times > 1)


def dates_are_rfc_3339(feed: Document) -> Faults:
    dates = texts(feed.root, "//atom:updated | //atom:published | //at:deleted-entry/@when")
    yield from (date for date in dates if instant(date) is None)


def entry_names_who_speaks_and_where_to_meet_them(feed: Document) -> Faults:
    for entry in entries(feed):
        if is_withdrawn(_named(entry)):
            continue
        names, homes = texts(entry, "atom:author/atom:name"), texts(entry, "atom:author/atom:uri")
        if not names or len(names) != len(homes) or not all(map(feed.site.file, homes)):
            yield f"{_named(entry)}: {names} {homes}"


def feed_speaks_for_those_who_are_not_named(feed: Document) -> Faults:
    if not text(feed.root, "atom:author/atom:name"):
        yield "no author"


def entry_has_one_page(feed: Document) -> Faults:
    for entry in entries(feed):
        if not feed.site.file(text(entry, "atom:link[@rel='alternate']/@href")):
            yield _named(entry)


def text_is_html(feed: Document) -> Faults:
    for entry in entries(feed):
        if texts(entry, "atom:content/@type") != ["html"]:
            yield _named(entry)


def text_stands_anywhere(feed: Document) -> Faults:
    for entry in entries(feed):
        html = text(entry, "atom:content") or "<br>"
        yield from (url for url in addresses_in(html) if not is_far(url) and not url.startswith(("mailto:", "tel:")))
        if fragment(html).xpath(FORBIDDEN):
            yield f"{_named(entry)}: forbidden markup"


def titles_are_plain(feed: Document) -> Faults:
    yield from (each for each in texts(feed.root, "//atom:title | //atom:summary") if MARKUP.search(each))


def enclosure_is_true(feed: Document) -> Faults:
    for entry in entries(feed):
        for link in entry.xpath("atom:link[@rel='enclosure']", namespaces=NAMES):
            picture = feed.site.picture(link.get("href"))
            if picture is None or (link.get("length"), link.get("type")) != (str(picture.length), picture.media_type):
                yield _named(entry)


def newest_stands_first(feed: Document) -> Faults:
    stamps = [each.timestamp() for date in texts(feed.root, "atom:entry/atom:published") if (each := instant(date))]
    if stamps != sorted(stamps, reverse=True):
        yield "the entries are not in order"


def archive_knows_the_live_feed(feed: Document) -> Faults:
    marks = len(feed.root.findall("fh:archive", NAMES))
    currents = texts(feed.root, "atom:link[@rel='current']/@href")
    if feed.is_archive != (marks == 1) or feed.is_archive != bool([each for each in currents if feed.site.file(each)]):
        yield f"{marks} marks, current: {currents}"


def withdrawn_entry_has_its_tombstone(feed: Document) -> Faults:
    notices = {text(entry, "atom:id") for entry in entries(feed) if is_withdrawn(_named(entry))}
    tombstones = set(texts(feed.root, "at:deleted-entry/@ref"))
    yield from notices ^ tombstones


RULES: tuple[Rule, ...] = (
    feed_says_what_it_is,
    feed_names_itself,
    feed_leads_to_its_page,
    feed_is_as_old_as_its_newest_change,
    feed_and_entries_name_their_language,
    feed_has_logo_and_icon,
    entry_says_what_it_is,
    ids_are_given_once,
    dates_are_rfc_3339,
    entry_names_who_speaks_and_where_to_meet_them,
    feed_speaks_for_those_who_are_not_named,
    entry_has_one_page,
    text_is_html,
    text_stands_anywhere,
    titles_are_plain,
    enclosure_is_true,
    newest_stands_first,
    archive_knows_the_live_feed,
    withdrawn_entry_has_its_tombstone,
)
