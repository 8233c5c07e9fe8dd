"""Each rule of Atom sees what it is for: a sound feed is spoilt in one place, and the rule for that place speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers import atom_rules, validator_rules
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
    without,
)

ENTRY = "atom:entry[atom:link/@rel='enclosure'][1]"
TEXT = f"{ENTRY}/atom:content"
LANGUAGE = f"{{{NAMES['xml']}}}lang"

SPOILT: list[tuple[Rule, Spoil]] = [
    (atom_rules.feed_says_what_it_is, without("atom:title")),
    (atom_rules.feed_names_itself, naming("atom:link[@rel='self']", "type", "application/xml")),
    (atom_rules.feed_leads_to_its_page, naming("atom:link[@rel='alternate']", "href", "https://a.example/")),
    (atom_rules.feed_is_as_old_as_its_newest_change, saying("atom:updated", "2026-11-23T09:00:01+04:00")),
    (atom_rules.feed_and_entries_name_their_language, naming(ENTRY, LANGUAGE, "en")),
    (atom_rules.feed_has_logo_and_icon, saying("atom:icon", "https://newsroom.luban.example/media/icon-512.png")),
    (atom_rules.entry_says_what_it_is, saying(f"{ENTRY}/atom:summary", " ")),
    (atom_rules.ids_are_given_once, doubling(ENTRY)),
    (atom_rules.dates_are_rfc_3339, saying(f"{ENTRY}/atom:published", "2026-11-17T10:00:00")),
    (atom_rules.entry_names_who_speaks_and_where_to_meet_them, without(f"{ENTRY}/atom:author/atom:uri")),
    (atom_rules.feed_speaks_for_those_who_are_not_named, without("atom:author")),
    (atom_rules.entry_has_one_page, doubling(f"{ENTRY}/atom:link[@rel='alternate']")),
    (atom_rules.text_is_html, naming(TEXT, "type", "CDATA")),
    (atom_rules.text_stands_anywhere, saying(TEXT, "<p><a href='../other/'>other</a></p>")),
    (atom_rules.titles_are_plain, saying(f"{ENTRY}/atom:title", "Ports &amp; farms")),
    (atom_rules.enclosure_is_true, naming(f"{ENTRY}/atom:link[@rel='enclosure']", "length", "1")),
    (atom_rules.newest_stands_first, moving_to_the_end("atom:entry[1]")),
    (atom_rules.archive_knows_the_live_feed, adding(".", f"{{{NAMES['fh']}}}archive", "")),
    (atom_rules.withdrawn_entry_has_its_tombstone, without("at:deleted-entry")),
    (validator_rules.invalid_urn, naming("at:deleted-entry", "ref", "urn:uuid:1")),
    (validator_rules.misplaced_item, moving_to_the_end("atom:title")),
    (validator_rules.duplicate_atom_link, doubling(f"{ENTRY}/atom:link[@rel='alternate']")),
    (validator_rules.address_leads_nowhere, saying("atom:logo", "https://newsroom.luban.example/nowhere.png")),
    (validator_rules.missing_current_in_archive, adding(".", f"{{{NAMES['fh']}}}archive", "")),
    (validator_rules.contains_html, saying("atom:subtitle", "<b>News</b>")),
]


@pytest.fixture
def sound(site: Site) -> Document:
    return Document(site, site.folder / "en" / "atom.xml")


@pytest.mark.parametrize(("rule", "spoil"), SPOILT, ids=[rule.__name__ for rule, _ in SPOILT])
def test_a_rule_sees_its_fault(rule: Rule, spoil: Spoil, sound: Document) -> None:
    assert len(list(rule(spoilt(sound, spoil)))) > len(list(rule(sound)))


def test_a_script_in_a_text_is_seen(sound: Document) -> None:
    scripted = spoilt(sound, saying(TEXT, "<p>text<script>x()</script></p>"))
    assert list(atom_rules.text_stands_anywhere(scripted))


def test_atom_under_a_prefix_is_seen(sound: Document, tmp_path: Path) -> None:
    file = tmp_path / "atom.xml"
    file.write_bytes(sound.file.read_bytes().replace(b"<feed ", f'<feed xmlns:atom="{NAMES["atom"]}" '.encode(), 1))
    rule = validator_rules.avoid_namespace_prefix_in_atom
    assert (list(rule(sound)), len(list(rule(Document(sound.site, file))))) == ([], 1)


def test_every_rule_of_atom_is_seen_to_fail() -> None:
    assert set(atom_rules.RULES) <= {rule for rule, _ in SPOILT}
