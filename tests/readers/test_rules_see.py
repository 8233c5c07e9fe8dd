"""Each rule sees what it is for: a sound feed is spoilt in one place, and the rule for that place speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers import platform_rules, rss_rules, validator_rules
from tests.readers.published import NAMES, Document, Site
from tests.readers.rss_rules import Rule
from tests.readers.spoiling import (
    Spoil,
    adding,
    doubling,
    moving_to_the_end,
    naming,
    saying,
    spoilt,
    together,
    without,
    without_all,
)

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
    (platform_rules.google_takes_sixty_articles_at_once, together(*[doubling(ITEM)] * 60)),
    (
        platform_rules.flipboard_wants_pictures_of_four_hundred_pixels,
        naming(f"{ITEM}/media:content", "url", "https://newsroom.luban.example/media/icon-144.png"),
    ),
    (
        platform_rules.flipboard_wants_thirty_items,
        together(
            adding("channel", f"{ATOM}link", rel="prev-archive", href="https://a.example/"),
            without_all("channel/item[position() > 29]"),
        ),
    ),
    (
        platform_rules.feedly_wants_pictures_wider_than_four_hundred_and_fifty_pixels,
        naming(f"{ITEM}/media:content", "url", "https://newsroom.luban.example/media/icon-144.png"),
    ),
    (platform_rules.cross_posters_find_words_to_tag_with, without_all(f"{ITEM}/category")),
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
    (validator_rules.missing_current_in_archive, adding("channel", f"{{{NAMES['fh']}}}archive")),
    (validator_rules.contains_html, saying("channel/description", "<b>News</b>")),
    (validator_rules.bad_characters, saying(f"{ITEM}/title", "profit \N{REPLACEMENT CHARACTER}")),
    (validator_rules.security_risk_attribute, saying(TEXT, "<p role='note'>text</p>")),
    (validator_rules.nothing_is_blank, adding(ITEM, "category", "")),
]


IN_FILES: list[tuple[Rule, bytes, bytes]] = [
    (validator_rules.encoding_is_declared_as_utf_8, b"UTF-8", b"UTF-16"),
    (validator_rules.no_style_sheet_and_no_document_type, b"<rss", b"<?xml-stylesheet href='a.xsl'?><rss"),
    (validator_rules.nonstandard_prefix, b'xmlns:dc="http://purl.org', b'xmlns:d="x:y" xmlns:dc="http://purl.org'),
    (platform_rules.google_takes_feeds_up_to_two_megabytes, b"</rss>", b"</rss>" + b" " * platform_rules.FEED),
]
"""What can only be seen in the bytes of a feed, or cannot be said to a tree."""


@pytest.fixture
def sound(site: Site) -> Document:
    return Document(site, site.folder / "en" / "feed.xml")


@pytest.mark.parametrize(("rule", "spoil"), SPOILT, ids=[rule.__name__ for rule, _ in SPOILT])
def test_a_rule_sees_its_fault(rule: Rule, spoil: Spoil, sound: Document) -> None:
    assert len(list(rule(spoilt(sound, spoil)))) > len(list(rule(sound)))


@pytest.mark.parametrize(("rule", "right", "wrong"), IN_FILES, ids=[rule.__name__ for rule, _, _ in IN_FILES])
def test_a_rule_sees_its_fault_in_the_file(
    rule: Rule, right: bytes, wrong: bytes, sound: Document, tmp_path: Path
) -> None:
    written = sound.file.read_bytes()
    assert right in written
    file = tmp_path / "feed.xml"
    file.write_bytes(written.replace(right, wrong, 1))
    assert len(list(rule(Document(sound.site, file)))) > len(list(rule(sound)))


def test_every_rule_of_rss_is_seen_to_fail() -> None:
    rules = (*rss_rules.RULES, *platform_rules.RULES, *validator_rules.RULES)
    # Of Atom, and seen there.
    elsewhere = {validator_rules.avoid_namespace_prefix_in_atom}
    assert set(rules) - elsewhere == {rule for rule, *_ in (*SPOILT, *IN_FILES)}
