"""What a real nginx answers with the settings that we print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.commands.headers import headers
from newsroom.engine.build import build
from newsroom.engine.packing import pack
from newsroom.hosting.headers import headers_at, rules
from newsroom.hosting.media_types import content_type
from tests.conftest import NOW
from tests.hosting.server import Answer, ask, serving
from tests.samples import write_newsroom, write_post

HOME = "https://newsroom.example.om/"
WORDS = "كلمات words " * 200
FILES = (
    "index.html",
    "404.html",
    "ar/index.html",
    "ar/feed.xml",
    "ar/atom.xml",
    "ar/feed.json",
    "en/feeds/rss/topics/ports.xml",
    "en/feeds/atom/archive/1.xml",
    "en/feeds/json/types/results.json",
    "en/ninjs.json",
    "en/calendar.ics",
    "en/contacts/press.vcf",
    "en/posts/2026/slug/index.html",
    "en/posts/2026/slug/ninjs.json",
    "en/posts/2026/slug/post.txt",
    "en/posts/2026/slug/post.md",
    "feeds.opml",
    "robots.txt",
    "sitemap.xml",
    "sitemap-2.xml",
    ".well-known/security.txt",
    ".well-known/official-accounts.json",
    "assets/newsroom.css",
    "media/logo.svg",
    "posts/2026/slug/hero.jpg",
    "posts/2026/slug/figures.xlsx",
    "posts/2026/slug/unknown.kind",
)
PACKED = "ar/feed.xml"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    for path in FILES:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(WORDS)
    for suffix, data in pack(WORDS.encode()).items():
        (site / (PACKED + suffix)).write_bytes(data)
    with serving(folder, site, HOME) as port:
        yield port


def at(path: str) -> str:
    """The address at which people ask for a file."""
    return "/" + path.removesuffix("index.html")


def told(answer: Answer) -> dict[str, str]:
    """The headers of an answer that our rules know of."""
    named = {name.lower() for rule in rules(HOME) for name in rule.headers}
    return {name: value for name, value in answer.headers.items() if name in named}


@pytest.mark.parametrize("path", FILES)
def test_every_file_comes_with_its_type_and_all_its_headers_once(port: int, path: str) -> None:
    answer = ask(port, at(path))
    wanted = {**headers_at(rules(HOME), at(path)), "Content-Type": content_type(path)}
    assert answer.status == 200
    assert answer.body.decode() == WORDS
    assert told(answer) == {name.lower(): value for name, value in wanted.items()}


def test_what_did_not_change_is_not_sent_again(port: int) -> None:
    first = ask(port, "/ar/atom.xml")
    second = ask(port, "/ar/atom.xml", If_None_Match=first.headers["etag"])
    assert (second.status, second.body) == (304, b"")
    assert second.headers["cache-control"] == first.headers["cache-control"]


def test_where_nothing_is_the_page_for_that_comes_as_safely(port: int) -> None:
    answer = ask(port, "/ar/nothing/")
    assert (answer.status, answer.body.decode()) == (404, WORDS)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "public, max-age=60, must-revalidate"


def test_a_folder_without_its_slash_leads_there_as_safely(port: int) -> None:
    answer = ask(port, "/ar")
    assert answer.status == 301
    assert "strict-transport-security" in answer.headers


def test_whoever_can_unpack_is_sent_the_packed_twin(port: int) -> None:
    packed = ask(port, f"/{PACKED}", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.body == pack(WORDS.encode())[".gz"]
    assert packed.headers["content-type"] == content_type(PACKED)
    assert packed.headers["vary"] == "Accept-Encoding"


def test_what_has_no_twin_is_sent_as_it_is(port: int) -> None:
    plain = ask(port, "/ar/atom.xml", Accept_Encoding="gzip, br")
    assert "content-encoding" not in plain.headers


def test_below_a_path_the_site_is_served_alike(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "newsroom"
    (folder / "ar").mkdir(parents=True)
    (folder / "ar" / "feed.xml").write_text(WORDS)
    (folder / "404.html").write_text("nothing here")
    with serving(tmp_path, tmp_path / "site", "https://example.om/newsroom/") as port:
        assert ask(port, "/newsroom/ar/feed.xml").headers["content-type"] == content_type("ar/feed.xml")
        assert ask(port, "/newsroom/none").body == b"nothing here"


def test_who_asks_at_an_old_address_is_sent_on_at_once_and_as_safely(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", redirects={"topics/docks": "topics/ports"})
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    build(root, Edition(NOW), None, strict=True)
    told = headers(root, "nginx", NOW).encode()
    with serving(tmp_path, root / "site", HOME, told) as port:
        for old, new in (
            ("/ar/posts/2025/old/", "/ar/posts/2026/post-2/"),
            ("/en/topics/docks/", "/en/topics/ports/"),
            ("/en/feeds/rss/topics/docks.xml", "/en/feeds/rss/topics/ports.xml"),
        ):
            answer = ask(port, old)
            assert answer.status == 301
            assert answer.headers["location"].endswith(f":{port}{new}")
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")
            assert answer.headers["cache-control"] == "public, max-age=60, must-revalidate"
            assert ask(port, new).status == 200


def test_a_host_that_was_told_nothing_has_a_page_at_the_old_address(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom")
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    build(root, Edition(NOW), None, strict=True)
    with serving(tmp_path, root / "site", HOME) as port:
        answer = ask(port, "/ar/posts/2025/old/")
        assert answer.status == 200
        assert b'<meta http-equiv="refresh" content="0; url=../../../../ar/posts/2026/post-2/">' in answer.body
