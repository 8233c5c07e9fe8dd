"""The order in which a site goes to a store."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.hosting.uploading import Steps, digest_of_headers, steps

ADDRESS = "https://newsroom.sample.example/"
NAMES = (
    "index.html",
    "ar/index.html",
    "en/index.html",
    "en/feed.xml",
    "sitemap.xml",
    "en/archive/index.html",
    "en/posts/2026/one/index.html",
    "en/posts/2026/two/index.html",
    "posts/one.jpg",
    "assets/newsroom.css",
)
SITES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["a", "b", "c"]))


def order(wanted: Steps) -> list[str]:
    return [upload.path for wave in wanted.waves for upload in wave]


def site(*paths: str, digest: str = "new") -> dict[str, str]:
    return dict.fromkeys(paths, digest)


@given(wanted=SITES, stored=SITES, as_before=st.booleans())
def test_whatever_was_stored_the_store_then_holds_the_site_and_nothing_else(
    wanted: dict[str, str], stored: dict[str, str], as_before: bool
) -> None:
    todo = steps(ADDRESS, wanted, stored, as_before=as_before)
    after = {**stored, **{path: wanted[path] for path in order(todo)}}
    assert {path: digest for path, digest in after.items() if path not in todo.deletions} == wanted
    assert len(order(todo)) == len(set(order(todo)))


@given(wanted=SITES)
def test_what_is_there_already_is_left(wanted: dict[str, str]) -> None:
    assert steps(ADDRESS, wanted, wanted, as_before=True) == Steps((), ())


@given(wanted=SITES)
def test_everything_goes_again_where_headers_have_changed(wanted: dict[str, str]) -> None:
    assert sorted(order(steps(ADDRESS, wanted, wanted, as_before=False))) == sorted(wanted)


def test_what_is_new_goes_before_what_leads_to_it_and_front_doors_go_last() -> None:
    old = site(*(name for name in NAMES if "two" not in name), digest="old")
    waves = steps(ADDRESS, site(*NAMES), old, as_before=True).waves
    assert [[upload.path for upload in wave] for wave in waves] == [
        ["en/posts/2026/two/index.html"],
        ["assets/newsroom.css", "posts/one.jpg"],
        ["en/archive/index.html", "en/posts/2026/one/index.html"],
        ["en/feed.xml", "sitemap.xml"],
        ["ar/index.html", "en/index.html", "index.html"],
    ]


def test_what_is_gone_is_deleted() -> None:
    assert steps(ADDRESS, site("a.html"), site("a.html", "b.html"), as_before=True).deletions == ("b.html",)


def test_packed_twins_stay_at_home() -> None:
    paths = ("en/index.html", "en/index.html.gz", "en/index.html.br", "data.gz")
    assert order(steps(ADDRESS, site(*paths), {}, as_before=True)) == ["data.gz", "en/index.html"]


@pytest.mark.parametrize(
    ("path", "content_type", "cache_control"),
    [
        ("en/index.html", "text/html; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("ar/feed.xml", "application/rss+xml; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("assets/newsroom.css", "text/css; charset=utf-8", "public, max-age=3600, must-revalidate"),
        ("fonts/regular.woff2", "font/woff2", "public, max-age=2592000"),
        (".well-known/security.txt", "text/plain; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("_headers", "application/octet-stream", ""),
    ],
)
@pytest.mark.parametrize("address", [ADDRESS, "https://sample.example/news/"], ids=["at the root", "below it"])
def test_a_file_has_the_headers_that_a_server_would_give_it(
    address: str, path: str, content_type: str, cache_control: str
) -> None:
    ((upload,),) = steps(address, site(path), {}, as_before=True).waves
    assert (upload.content_type, upload.cache_control) == (content_type, cache_control)


def test_the_digest_of_headers_tells_addresses_apart_whose_files_are_served_otherwise() -> None:
    assert digest_of_headers(ADDRESS) == digest_of_headers("https://other.example/")
    assert digest_of_headers(ADDRESS) != digest_of_headers("https://other.example/news/")
