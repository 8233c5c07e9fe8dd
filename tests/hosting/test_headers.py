"""The rules of serving: never two values of one header, and the same for every host."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.hosting.headers import LONGEST_LINE, MOST_RULES, Rule, headers_at, rules
from newsroom.hosting.media_types import content_type
from newsroom.hosting.netlify import netlify
from newsroom.hosting.nginx import nginx
from newsroom.hosting.served import Served
from newsroom.model.language import LANGUAGES, Language
from newsroom.pages import addresses
from tests.conftest import REPOSITORY

HOME = "https://newsroom.example.om/"
RULES = rules(HOME)
FEEDS = [
    each
    for language in LANGUAGES
    for feeds in (
        addresses.feeds(language),
        addresses.feeds(language, "topics/ports"),
        addresses.feed_archive(language, 3),
    )
    for each in feeds
]
MACHINES = [
    *FEEDS,
    "ar/ninjs.json",
    "ar/calendar.ics",
    "en/contacts/press.vcf",
    "feeds.opml",
    ".well-known/official-accounts.json",
    ".well-known/newsroom-manifest.txt",
    ".well-known/newsroom-manifest.txt.sig",
    ".well-known/newsroom-signers",
]


def paths() -> st.SearchStrategy[str]:
    """Paths that rules are about, and paths that nearly are."""
    ends = st.sampled_from(["", "x", "x/", "index.html", "hero.jpg", "archive/1.xml"])
    known = st.sampled_from([rule.path.rstrip("*") for rule in RULES])
    return st.builds("{}{}".format, known, ends) | st.from_regex(r"/[a-z./]{0,12}", fullmatch=True)


def read_netlify(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The blocks of a ``_headers`` file."""
    blocks = [block.splitlines() for block in text.split("\n\n")]
    return [
        (path, [(name, value) for name, _, value in (line.strip().partition(": ") for line in lines)])
        for path, *lines in blocks
    ]


def read_nginx(text: str) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """The locations of an include: how they match, where, their headers and their type."""
    found = re.findall(r"^location (\S+) (\S+) \{\n(.*?)^\}", text, re.DOTALL | re.MULTILINE)
    return [
        (
            how,
            where,
            re.findall(r'^    add_header (\S+) "([^"]*)" always;$', lines, re.MULTILINE),
            "".join(re.findall(r"^    default_type (\S+);$", lines, re.MULTILINE)),
        )
        for how, where, lines in found
    ]


@given(paths())
def test_no_path_is_given_a_header_twice(path: str) -> None:
    names = [name for rule in RULES if rule.covers(path) for name in rule.headers]
    assert len(names) == len(set(names))


@given(paths())
def test_nginx_sends_what_netlify_sends(path: str) -> None:
    # Netlify joins all blocks that match; nginx takes the exact location, else the longest.
    blocks = read_netlify(netlify(RULES).decode())
    joined = {
        name: value
        for pattern, headers in blocks
        if (path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern)
        for name, value in headers
    }
    locations = read_nginx(nginx(Served(HOME, Path("site")), inside=True).decode())
    exact = [each for each in locations if each[0] == "=" and each[1] == path]
    longest = max(
        (each for each in locations if each[0] == "^~" and path.startswith(each[1])), key=lambda each: len(each[1])
    )
    _, _, headers, media_type = exact[0] if exact else longest
    assert joined.pop("Content-Type", "").partition(";")[0] == media_type
    assert dict(headers) == joined


def test_cloudflare_can_read_them_all() -> None:
    assert len(RULES) <= MOST_RULES
    assert max(map(len, netlify(RULES).decode().splitlines())) <= LONGEST_LINE
    assert all(rule.path.count("*") <= rule.path.endswith("*") for rule in RULES)
    assert all(headers for _, headers in read_netlify(netlify(rules(HOME, preview=True)).decode()))


@pytest.mark.parametrize("address", MACHINES)
def test_machines_may_read_what_is_made_for_them_and_are_told_what_it_is(address: str) -> None:
    headers = headers_at(RULES, f"/{address}")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Content-Type"] == content_type(address)


BESIDE_PAGES = [
    "ar/posts/2026/results/ninjs.json",
    "en/posts/2026/results/post.txt",
    addresses.figure_file("en", "revenue"),
]


@pytest.mark.parametrize("address", BESIDE_PAGES)
def test_machines_may_read_what_stands_beside_pages_for_them(address: str) -> None:
    assert headers_at(RULES, f"/{address}")["Access-Control-Allow-Origin"] == "*"


CRAWLED = ["sitemap.xml", "sitemap-2.xml", "sitemap-news.xml", "robots.txt", ".well-known/security.txt"]


@pytest.mark.parametrize("address", [*FEEDS, *CRAWLED, "", "404.html", "ar/", "en/posts/2026/slug/", "feeds.opml"])
def test_what_is_written_can_change_in_a_minute(address: str) -> None:
    assert headers_at(RULES, f"/{address}")["Cache-Control"] == "public, max-age=60, must-revalidate"


@pytest.mark.parametrize("address", ["posts/2026/slug/hero.jpg", "assets/newsroom.css", "media/logo.svg"])
def test_pictures_and_style_sheets_are_kept_for_an_hour(address: str) -> None:
    assert headers_at(RULES, f"/{address}")["Cache-Control"] == "public, max-age=3600, must-revalidate"


def test_every_folder_of_the_content_is_thought_of() -> None:
    # Figures are shown in posts, and their files not published.
    folders = {path.name for path in (REPOSITORY / "content").iterdir() if path.is_dir()} - {"figures"}
    assert folders
    assert {f"/{name}/*" for name in folders} <= {rule.path for rule in RULES}


def test_a_page_runs_scripts_of_this_site_alone_and_stands_in_no_frame() -> None:
    policy = headers_at(RULES, "/ar/")["Content-Security-Policy"].split("; ")
    # WebAssembly may be compiled, which lets no text be run as a script.
    assert {"default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'wasm-unsafe-eval'"} <= set(policy)
    assert not [each for each in policy if "'unsafe-" in each or "http" in each]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_not_open_to_the_scripts_of_others(language: Language) -> None:
    assert "Access-Control-Allow-Origin" not in headers_at(RULES, f"/{addresses.home(language)}")


def open_to_others(known: Sequence[Rule]) -> list[str]:
    return [rule.path for rule in known if "Access-Control-Allow-Origin" in rule.headers]


def test_a_preview_is_shown_to_no_crawler_and_open_to_no_script() -> None:
    preview = rules(HOME, preview=True)
    assert headers_at(preview, "/ar/feed.xml")["X-Robots-Tag"] == "noindex, nofollow"
    assert open_to_others(RULES)
    assert not open_to_others(preview)


def test_a_site_below_a_path_is_served_there() -> None:
    below = rules("https://example.om/newsroom/")
    assert all(rule.path.startswith("/newsroom/") for rule in below)
    assert headers_at(below, "/newsroom/ar/feed.xml")["Content-Type"] == content_type("ar/feed.xml")
