"""The guide to feeds and files names no address at which the example newsroom has nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsroom.pages import addresses
from tests.conftest import REPOSITORY

GUIDES = ("feeds-and-files.md", "feeds-and-files.ar.md")
POST = "en/posts/2025/annual-results-2024/"
"""Beside which the guide shows the files of a post."""
TO_COME = set(addresses.feed_archive("en", 1))
"""What the example has too few posts for; the tests of archives make it."""

_CODE = re.compile(r"`([^`\n]+)`|<code dir=\"ltr\">([^<]+)</code>")
_ADDRESS = re.compile(r"(?:en|\.well-known|renditions)(?:/\S*)?|_headers|[\w-]+\.(?:xml|opml|json|txt|md)")
_URL = re.compile(r"https?://(?:newsroom\.luban\.example|127\.0\.0\.1:8000)/([^\s<>`]*)")


def named(guide: str) -> set[str]:
    """Every address of the site in a guide, from the site's root; a folder without its slash."""
    text = (REPOSITORY / "docs" / "guides" / guide).read_text(encoding="utf-8")
    codes = ("".join(found) for found in _CODE.findall(text))
    found = [code for code in codes if _ADDRESS.fullmatch(code)] + _URL.findall(text)
    return {_whole(address).rstrip("/") for address in found}


def _whole(address: str) -> str:
    return POST + address if address in addresses.POST_FILES else address


@pytest.mark.parametrize("guide", GUIDES)
def test_every_address_that_a_guide_names_is_in_the_site(guide: str, example_site: Path) -> None:
    absent = {address for address in named(guide) if not (example_site / address).exists()}
    assert absent <= TO_COME


def test_both_guides_name_the_same_addresses() -> None:
    english, arabic = map(named, GUIDES)
    assert len(english) > 30
    assert english == arabic


@pytest.mark.parametrize(
    "address",
    [
        *addresses.feeds("en"),
        addresses.ninjs_list("en"),
        addresses.calendar_file("en"),
        addresses.subscribe("en").rstrip("/"),
        addresses.OPML,
        addresses.SITEMAP,
        addresses.NEWS_SITEMAP,
        addresses.ROBOTS,
        addresses.HEADERS,
        addresses.SECURITY,
        addresses.ACCOUNTS,
        *(POST + name for name in addresses.POST_FILES),
        addresses.feed_archive("en", 1).rss,
    ],
)
def test_every_file_for_machines_is_in_the_guide(address: str) -> None:
    assert address in named(GUIDES[0])
