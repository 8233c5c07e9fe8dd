"""What each kind of file is called: by its place in the plan of addresses, else by the end of its name."""

from __future__ import annotations

import mimetypes
from pathlib import Path

import pytest

from newsroom.hosting.media_types import BY_SUFFIX, UNKNOWN, content_type, media_type
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages import addresses


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "types/results", "topics/ports", "executives/key", "audiences/media"])
def test_every_feed_has_the_type_of_its_format(language: Language, name: str) -> None:
    feeds = addresses.feeds(language, name)
    assert media_type(feeds.rss) == "application/rss+xml"
    assert media_type(feeds.atom) == "application/atom+xml"
    assert media_type(feeds.json) == "application/feed+json"


@pytest.mark.parametrize(
    ("address", "header"),
    [
        ("", "text/html; charset=utf-8"),
        ("ar/posts/2026/atom/", "text/html; charset=utf-8"),
        ("404.html", "text/html; charset=utf-8"),
        ("ar/feeds/json/archive/2.json", "application/feed+json; charset=utf-8"),
        ("en/posts/2026/slug/ninjs.json", "application/json"),
        ("en/posts/2026/slug/post.txt", "text/plain; charset=utf-8"),
        ("en/posts/2026/slug/post.md", "text/markdown; charset=utf-8"),
        ("en/calendar.ics", "text/calendar; charset=utf-8"),
        ("en/contacts/press.vcf", "text/vcard; charset=utf-8"),
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        (".well-known/security.txt", "text/plain; charset=utf-8"),
        (".well-known/official-accounts.json", "application/json"),
        (".well-known/newsroom-manifest.txt", "text/plain; charset=utf-8"),
        (".well-known/newsroom-manifest.txt.sig", "text/plain; charset=utf-8"),
        (".well-known/newsroom-signers", "text/plain; charset=utf-8"),
        ("posts/2026/slug/hero.JPG", "image/jpeg"),
        ("media/logo.svg", "image/svg+xml; charset=utf-8"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_every_file_has_its_type(address: str, header: str) -> None:
    assert content_type(address) == header


def test_a_picture_called_like_a_feed_is_none() -> None:
    assert media_type("posts/2026/feeds/rss/chart.png") == "image/png"


def test_python_knows_most_of_the_same_types() -> None:
    known = mimetypes.MimeTypes().types_map[True]
    # What Python 3.11 still calls by an older name, or what has no registered one.
    others = {"js", "vcf", "xml", "ico", "m4a", "opml"}
    both = {suffix: name for suffix, name in BY_SUFFIX.items() if f".{suffix}" in known and suffix not in others}
    assert both == {suffix: known[f".{suffix}"] for suffix in both}
    assert len(both) >= 15


def test_of_no_file_of_the_example_the_type_is_unknown(example_site: Path) -> None:
    addresses = [file.relative_to(example_site).as_posix() for file in example_site.rglob("*") if file.is_file()]
    assert {address for address in addresses if media_type(address) == UNKNOWN} <= {"_headers"}
    assert addresses
