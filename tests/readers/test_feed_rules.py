"""Every feed of the example keeps every rule: of its own standard, of the W3C validator, and of each platform."""

from __future__ import annotations

import pytest

from tests.readers import atom_rules, json_rules, platform_rules, rss_rules, validator_rules
from tests.readers.programs import malformed
from tests.readers.published import Document, Site
from tests.readers.rss_rules import Rule


def _faults(rule: Rule, feeds: tuple[Document, ...]) -> list[str]:
    return [f"{feed}: {fault}" for feed in feeds for fault in rule(feed)]


def _name(rule: Rule) -> str:
    return rule.__name__


@pytest.mark.parametrize("rule", rss_rules.RULES, ids=_name)
def test_rss_keeps_the_profile(rule: Rule, site: Site) -> None:
    assert _faults(rule, site.feeds("rss")) == []


@pytest.mark.parametrize("rule", platform_rules.RULES, ids=_name)
def test_rss_is_what_platforms_take(rule: Rule, site: Site) -> None:
    assert _faults(rule, site.feeds("rss")) == []


@pytest.mark.parametrize("rule", atom_rules.RULES, ids=_name)
def test_atom_keeps_its_standards(rule: Rule, site: Site) -> None:
    assert _faults(rule, site.feeds("atom")) == []


@pytest.mark.parametrize("rule", json_rules.RULES, ids=_name)
def test_json_feed_keeps_its_version(rule: Rule, site: Site) -> None:
    assert _faults(rule, site.feeds("json")) == []


@pytest.mark.parametrize("name", ["rss", "atom"])
@pytest.mark.parametrize("rule", validator_rules.RULES, ids=_name)
def test_the_validator_would_find_nothing(rule: Rule, name: str, site: Site) -> None:
    assert _faults(rule, site.feeds(name)) == []


def test_every_xml_file_is_well_formed(site: Site) -> None:
    assert malformed(file for pattern in ("**/*.xml", "**/*.opml", "**/*.svg") for file in site.files(pattern)) == ""
