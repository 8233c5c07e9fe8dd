"""Each rule sees what it is for: a sound feed is spoilt in one place, and the rule for that place speaks."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass

import lxml.etree
import pytest
from lxml.etree import _Element

from tests.readers import platform_rules, rss_rules, validator_rules
from tests.readers.published import NAMES, Document, Site
from tests.readers.rss_rules import Rule

Spoil = Callable[[_Element], None]


def _one(root: _Element, path: str) -> _Element:
    return root.xpath(path, namespaces=NAMES)[0]


def without(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.getparent().remove(element)

    return spoil


def saying(path: str, words: str) -> Spoil:
    def spoil(root: _Element) -> None:
        _one(root, path).text = words

    return spoil


def naming(path: str, name: str, value: str) -> Spoil:
    def spoil(root: _Element) -> None:
        _one(root, path).set(name, value)

    return spoil


def adding(path: str, tag: str, words: str = "x", **names: str) -> Spoil:
    def spoil(root: _Element) -> None:
        lxml.etree.SubElement(_one(root, path), tag, names).text = words

    return spoil


def doubling(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.addnext(copy.deepcopy(element))

    return spoil


def moving_to_the_end(path: str) -> Spoil:
    def spoil(root: _Element) -> None:
        element = _one(root, path)
        element.getparent().append(element)

    return spoil


ITEM = "channel/item[enclosure][1]"
TEXT = f"{ITEM}/content:encoded"
MRSS = f"{{{NAMES['media']}}}"
ATOM = f"{{{NAMES['atom']}}}"

SPOILT: list[tuple[Rule, Spoil]] = [
    (rss_rules.channel_says_what_it_is, without("channel/title")),
    (rss_rules.channel_links_to_its_page, saying("channel/link", "https://newsroom.luban.example/nowhere/")),
    (rss_rules.channel_names_itself, without("channel/atom:link[@rel='self']")),
    (rss_rules.channel_has_its_language_with_region, saying("channel/language", "en")),
    (rss_rules.channel_has_its_date, saying("channel/lastBuildDate", "22 Nov 26 09:00 GMT")),
    (
        rss_rules.channel_date_is_that_of_its_newest_change,
        saying("channel/lastBuildDate", "Mon, 23 Nov 2026 09:00:01 +0400"),
    ),
    (rss_rules.channel_image_is_called_like_the_channel, saying("channel/image/title", "Logo")),
    (rss_rules.channel_image_is_small, saying("channel/image/url", "https://newsroom.luban.example/nowhere.png")),
    (rss_rules.item_has_title_and_description, saying(f"{ITEM}/description", " ")),
    (rss_rules.item_has_an_id, without(f"{ITEM}/guid")),
    (rss_rules.ids_are_given_once, doubling(ITEM)),
    (rss_rules.id_is_an_address_or_says_that_it_is_none, naming(f"{ITEM}/guid", "isPermaLink", "true")),
    (rss_rules.item_date_is_written_in_full, saying(f"{ITEM}/pubDate", "Mon, 22 Nov 2026 09:00:00 +0400")),
    (rss_rules.nobody_is_an_e_mail_address, adding(ITEM, "author", "Maryam")),
    (rss_rules.item_names_who_speaks, without(f"{ITEM}/dc:creator")),
    (rss_rules.item_has_one_enclosure_at_most, adding(ITEM, "enclosure")),
    (rss_rules.enclosure_is_true, naming(f"{ITEM}/enclosure", "length", "1")),
    (rss_rules.titles_are_plain, saying(f"{ITEM}/title", "Ports &amp; farms")),
    (rss_rules.addresses_are_absolute, saying(TEXT, "<p><a href='../other/'>other</a></p>")),
    (rss_rules.text_runs_nothing, saying(TEXT, "<p onclick='x()'>text</p>")),
    (rss_rules.item_carries_the_full_text, saying(TEXT, "<p>More on our site.</p>")),
    (rss_rules.summary_stands_before_the_text, moving_to_the_end(f"{ITEM}/description")),
    (rss_rules.newest_stands_first, moving_to_the_end("channel/item[1]")),
    (rss_rules.nothing_is_of_tomorrow, saying(f"{ITEM}/pubDate", "Tue, 24 Nov 2026 09:00:00 +0400")),
    (platform_rules.google_takes_articles_up_to_one_megabyte, saying(TEXT, "x" * 1024**2 + "x")),
    (platform_rules.google_finds_every_article_by_id_and_date, without(f"{ITEM}/pubDate")),
    (platform_rules.google_is_told_of_news_by_a_hub, without("channel/atom:link[@rel='hub']")),
    (platform_rules.flipboard_wants_summaries_of_three_hundred_letters, saying(f"{ITEM}/description", "Short.")),
    (platform_rules.flipboard_wants_a_picture_for_each_article, without(f"{ITEM}/media:content")),
    (platform_rules.flipboard_wants_articles_where_the_feed_is, saying(f"{ITEM}/link", "https://elsewhere.example/")),
    (platform_rules.apple_wants_titles_of_fifteen_to_sixty_letters, saying(f"{ITEM}/title", "Profit rises")),
    (platform_rules.apple_wants_a_locale, saying("channel/language", "en")),
    (platform_rules.apple_wants_no_endings_that_ask_to_read_on, saying(f"{ITEM}/description", "Profit rises …")),
    (platform_rules.msn_wants_titles_between_twenty_and_a_hundred_and_fifty_letters, saying(f"{ITEM}/title", "x" * 20)),
    (platform_rules.msn_wants_plain_abstracts, saying(f"{ITEM}/description", "<p>Profit</p>")),
    (platform_rules.msn_wants_news_of_this_year, saying("channel/item[1]/pubDate", "Sat, 22 Nov 2025 09:00:00 +0400")),
    (platform_rules.msn_wants_one_language_a_feed, saying(f"{ITEM}/dc:language", "fr-FR")),
    (platform_rules.msn_wants_a_picture_with_its_description_and_credit, without(f"{ITEM}/media:content/media:credit")),
    (platform_rules.msn_sees_what_changed_and_when, without(f"{ITEM}/dcterms:modified")),
    (platform_rules.feedly_wants_full_text_in_paragraphs, saying(TEXT, "text")),
    (platform_rules.feedly_wants_an_image_of_the_channel, without("channel/image")),
    (platform_rules.ifttt_wants_title_and_link_of_the_feed, without("channel/link")),
    (platform_rules.zapier_knows_items_by_their_ids, without(f"{ITEM}/guid")),
    (platform_rules.dlvrit_finds_the_picture_as_enclosure_and_as_media, without(f"{ITEM}/enclosure")),
    (validator_rules.unknown_namespace, adding("channel", "{http://webfeeds.org/rss/1.0}icon")),
    (validator_rules.duplicate_element, adding("channel", "ttl")),
    (validator_rules.misplaced_item, adding("channel", "rating")),
    (validator_rules.invalid_urn, saying(f"{ITEM}/guid", "urn:uuid:1")),
    (
        validator_rules.unregistered_link_relation,
        adding("channel", f"{ATOM}link", rel="home", href="https://a.example/"),
    ),
    (validator_rules.duplicate_atom_link, adding("channel", f"{ATOM}link", rel="hub", href="https://a.example/")),
    (validator_rules.address_is_incomplete, naming(f"{ITEM}/enclosure", "url", "hero.jpg")),
    (validator_rules.address_leads_nowhere, saying(f"{ITEM}/link", "https://newsroom.luban.example/nowhere/")),
    (validator_rules.text_leads_nowhere, saying(TEXT, "<a href='https://newsroom.luban.example/en/x/'>x</a>")),
    (validator_rules.length_is_a_whole_number, naming(f"{ITEM}/enclosure", "length", "None")),
    (validator_rules.media_group_without_alternatives, adding(ITEM, f"{MRSS}group")),
    (validator_rules.contains_html, saying("channel/description", "<b>News</b>")),
    (validator_rules.bad_characters, saying(f"{ITEM}/title", "profit \N{REPLACEMENT CHARACTER}")),
    (validator_rules.security_risk_attribute, saying(TEXT, "<p role='note'>text</p>")),
    (validator_rules.nothing_is_blank, adding(ITEM, "category", "")),
]


@dataclass(frozen=True)
class Spoilt(Document):
    """A feed that was changed in memory alone."""

    root: _Element


@pytest.mark.parametrize(("rule", "spoil"), SPOILT, ids=[rule.__name__ for rule, _ in SPOILT])
def test_a_rule_sees_its_fault(rule: Rule, spoil: Spoil, site: Site) -> None:
    sound = Document(site, site.folder / "en" / "feed.xml")
    root = lxml.etree.fromstring(sound.file.read_bytes())
    spoil(root)
    assert len(list(rule(Spoilt(site, sound.file, root)))) > len(list(rule(sound)))
