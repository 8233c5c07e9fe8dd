"""What each platform asks of a feed before it takes it, as its public pages say; their own checkers are not to be had.

Google News: https://support.google.com/news/publisher-center/answer/9545420
Flipboard: https://about.flipboard.com/rss-spec
Apple News: https://support.apple.com/guide/news-publisher/apdc2c7520ff
MSN: https://helpcenter.microsoftstart.com/kb (articles 51, 58, 59)
Feedly: https://markonproduct.com/coding-an-atom-feed-optimized-for-feedly; its ``webfeeds`` tags are left out, for a
validator knows no such namespace. IFTTT, Zapier, dlvr.it: their help pages.

A notice in the place of a withdrawn post has neither headline nor picture, and no length is asked of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lxml.etree import _Element

from tests.conftest import NOW
from tests.readers.published import Document, PictureFile, fragment, is_withdrawn, mail_date, text, texts
from tests.readers.rss_rules import MARKUP, Faults, Rule, items, named

FEED = 2 * 1024 * 1024
ARTICLE = 1024 * 1024
"""Bytes: the largest feed and article of Google News."""


def _standing(feed: Document) -> list[_Element]:
    return [item for item in items(feed) if not is_withdrawn(text(item, "title"))]


def _pictures(feed: Document) -> Iterator[tuple[_Element, PictureFile]]:
    for item in _standing(feed):
        picture = feed.site.picture(text(item, "media:content/@url"))
        if picture:
            yield item, picture


def _links(feed: Document, relation: str) -> list[str]:
    return texts(feed.root, f"channel/atom:link[@rel='{relation}']/@href")


def google_takes_feeds_up_to_two_megabytes(feed: Document) -> Faults:
    if feed.file.stat().st_size > FEED:
        yield str(feed.file.stat().st_size)


def google_takes_articles_up_to_one_megabyte(feed: Document) -> Faults:
    yield from (named(each) for each in items(feed) if len(text(each, "content:encoded").encode()) > ARTICLE)


def google_takes_sixty_articles_at_once(feed: Document) -> Faults:
    if len(items(feed)) > 60:
        yield f"{len(items(feed))} items"


def google_finds_every_article_by_id_and_date(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if not text(item, "guid") or not mail_date(text(item, "pubDate")))


def google_is_told_of_news_by_a_hub(feed: Document) -> Faults:
    if not feed.is_archive and (len(_links(feed, "hub")) != 1 or len(_links(feed, "self")) != 1):
        yield "no hub, or no self"


def flipboard_wants_summaries_of_three_hundred_letters(feed: Document) -> Faults:
    for item in _standing(feed):
        if len(text(item, "description")) < 300:
            yield f"{named(item)}: {len(text(item, 'description'))}"


def flipboard_wants_a_picture_for_each_article(feed: Document) -> Faults:
    with_pictures = {named(item) for item, _ in _pictures(feed)}
    yield from (named(item) for item in _standing(feed) if named(item) not in with_pictures)


def flipboard_wants_pictures_of_four_hundred_pixels(feed: Document) -> Faults:
    for item, picture in _pictures(feed):
        if min(picture.width, picture.height) < 400:
            yield f"{named(item)}: {picture.width}×{picture.height}"


def flipboard_wants_thirty_items(feed: Document) -> Faults:
    has_older = bool(_links(feed, "prev-archive"))
    if feed.is_of_everything and has_older and len(items(feed)) < 30:
        yield f"{len(items(feed))} items, and there are older ones"


def flipboard_wants_articles_where_the_feed_is(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if not feed.site.file(text(item, "link")))


def apple_wants_titles_of_fifteen_to_sixty_letters(feed: Document) -> Faults:
    for item in _standing(feed):
        if not 15 <= len(text(item, "title")) <= 60:
            yield f"{named(item)}: {len(named(item))}"


def apple_wants_a_locale(feed: Document) -> Faults:
    if "-" not in text(feed.root, "channel/language"):
        yield text(feed.root, "channel/language")


def apple_wants_no_endings_that_ask_to_read_on(feed: Document) -> Faults:
    for item in items(feed):
        words = text(item, "description").rstrip().lower()
        if words.endswith(("…", "...", "[…]", "read more", "اقرأ المزيد")):
            yield named(item)


def msn_wants_titles_between_twenty_and_a_hundred_and_fifty_letters(feed: Document) -> Faults:
    for item in _standing(feed):
        if not 20 < len(text(item, "title")) <= 150:
            yield f"{named(item)}: {len(named(item))}"


def msn_wants_plain_abstracts(feed: Document) -> Faults:
    yield from (named(item) for item in items(feed) if MARKUP.search(text(item, "description")))


def msn_wants_news_of_this_year(feed: Document) -> Faults:
    newest = mail_date(text(feed.root, "channel/item[1]/pubDate"))
    year_ago = NOW - datetime.timedelta(days=365)
    if feed.is_of_everything and (newest is None or newest <= year_ago):
        yield f"the newest is of {newest}"


def msn_wants_one_language_a_feed(feed: Document) -> Faults:
    yield from set(texts(feed.root, "channel/item/dc:language")) - {text(feed.root, "channel/language")}


def msn_wants_a_picture_with_its_description_and_credit(feed: Document) -> Faults:
    for item in items(feed):
        if item.find("enclosure") is None:
            continue
        if not text(item, "media:content/media:description") or not text(item, "media:content/media:credit"):
            yield named(item)


def msn_sees_what_changed_and_when(feed: Document) -> Faults:
    for item in items(feed):
        if not text(item, "dcterms:modified"):
            yield named(item)


def feedly_wants_pictures_wider_than_four_hundred_and_fifty_pixels(feed: Document) -> Faults:
    yield from (named(item) for item, picture in _pictures(feed) if picture.width <= 450)


def feedly_wants_full_text_in_paragraphs(feed: Document) -> Faults:
    for item in _standing(feed):
        if not fragment(text(item, "content:encoded") or "<br>").xpath("//p"):
            yield named(item)


def feedly_wants_an_image_of_the_channel(feed: Document) -> Faults:
    if not feed.site.file(text(feed.root, "channel/image/url")):
        yield "none"


def ifttt_wants_title_and_link_of_the_feed(feed: Document) -> Faults:
    yield from (name for name in ("title", "link") if not text(feed.root, f"channel/{name}"))


def zapier_knows_items_by_their_ids(feed: Document) -> Faults:
    guids = texts(feed.root, "channel/item/guid")
    if len(set(guids)) != len(items(feed)):
        yield "an id is missing or given twice"


def dlvrit_finds_the_picture_as_enclosure_and_as_media(feed: Document) -> Faults:
    for item in items(feed):
        if texts(item, "enclosure/@url") != texts(item, "media:content/@url"):
            yield named(item)


def cross_posters_find_words_to_tag_with(feed: Document) -> Faults:
    yield from (named(item) for item in _standing(feed) if not texts(item, "category"))


RULES: tuple[Rule, ...] = (
    google_takes_feeds_up_to_two_megabytes,
    google_takes_articles_up_to_one_megabyte,
    google_takes_sixty_articles_at_once,
    google_finds_every_article_by_id_and_date,
    google_is_told_of_news_by_a_hub,
    flipboard_wants_summaries_of_three_hundred_letters,
    flipboard_wants_a_picture_for_each_article,
    flipboard_wants_pictures_of_four_hundred_pixels,
    flipboard_wants_thirty_items,
    flipboard_wants_articles_where_the_feed_is,
    apple_wants_titles_of_fifteen_to_sixty_letters,
    apple_wants_a_locale,
    apple_wants_no_endings_that_ask_to_read_on,
    msn_wants_titles_between_twenty_and_a_hundred_and_fifty_letters,
    msn_wants_plain_abstracts,
    msn_wants_news_of_this_year,
    msn_wants_one_language_a_feed,
    msn_wants_a_picture_with_its_description_and_credit,
    msn_sees_what_changed_and_when,
    feedly_wants_pictures_wider_than_four_hundred_and_fifty_pixels,
    feedly_wants_full_text_in_paragraphs,
    feedly_wants_an_image_of_the_channel,
    ifttt_wants_title_and_link_of_the_feed,
    zapier_knows_items_by_their_ids,
    dlvrit_finds_the_picture_as_enclosure_and_as_media,
    cross_posters_find_words_to_tag_with,
)
