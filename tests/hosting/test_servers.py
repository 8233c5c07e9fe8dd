"""What a real nginx and a real Caddy answer with the settings that we print: the same, wherever they agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.engine.packing import pack
from newsroom.hosting.headers import headers_at, rules
from newsroom.hosting.media_types import content_type
from newsroom.hosting.served import Served
from tests.hosting.server import NAMES, Answer, Name, ask, ask_raw, serving

HOME = "https://newsroom.example.om/"
WORDS = "كلمات words " * 200
FILES = (
    "index.html",
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
    "posts/2026/slug/film.mp4",
    "posts/2026/slug/report.pdf",
    "posts/2026/slug/unknown.kind",
)
PACKED = "ar/feed.xml"
MISSING = {"404.html": "front", "ar/404.html": "arabic", "en/404.html": "english"}
GONE = ("ar/posts/2026/gone/", "en/posts/2026/gone/")
NOTICE = "what the law took away"
SECRET = "not for anybody"
CLOSED = (".git/config", ".newsroom/cache", ".site.staging/ar/index.html", ".htaccess", "ar/.index.html.swp")
FRESH = "public, max-age=60, must-revalidate"


def lay(folder: Path) -> Path:
    """A site in a folder, as the target of a symlink, and what must not be served in it and beside it."""
    site = folder / "releases" / "1"
    for path in FILES:
        write(site / path, WORDS)
    for path, words in MISSING.items():
        write(site / path, words)
    for path in GONE:
        write(site / path / "index.html", NOTICE)
        write(site / path / "post.txt", WORDS)
    for path in (*CLOSED, "../secret.txt"):
        write(site / path, SECRET)
    for suffix, data in pack(WORDS.encode()).items():
        (site / (PACKED + suffix)).write_bytes(data)
    live = folder / "live"
    live.symlink_to(site)
    return live


def write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)


@pytest.fixture(scope="module", params=NAMES)
def server(request: pytest.FixtureRequest) -> Name:
    name: Name = request.param
    return name


@pytest.fixture(scope="module")
def port(server: Name, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp(server)
    leads = (("ar/posts/2025/old/", "ar/posts/2026/slug/"), ("en/feeds/rss/topics/docks.xml", "en/feed.xml"))
    with serving(server, folder, Served(HOME, lay(folder), leads, GONE)) as port:
        yield port


def at(path: str) -> str:
    """The address at which people ask for a file."""
    return "/" + path.removesuffix("index.html")


def told(answer: Answer) -> dict[str, str]:
    """The headers of an answer that our rules know of."""
    named = {name.lower() for rule in rules(HOME) for name in rule.headers} | {"x-robots-tag"}
    return {name: value for name, value in answer.headers.items() if name in named}


def wanted(path: str) -> dict[str, str]:
    headers = {**headers_at(rules(HOME), at(path)), "Content-Type": content_type(path)}
    return {name.lower(): value for name, value in headers.items()}


@pytest.mark.parametrize("path", FILES)
def test_every_file_comes_with_its_type_and_all_its_headers_once(port: int, path: str) -> None:
    answer = ask(port, at(path))
    assert (answer.status, answer.body.decode()) == (200, WORDS)
    assert told(answer) == wanted(path)


def test_whoever_asks_for_the_head_is_told_the_same_without_the_file(port: int) -> None:
    answer = ask(port, "/ar/feed.xml", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert told(answer) == wanted("ar/feed.xml")
    assert answer.headers["content-length"] == str(len(WORDS.encode()))


@pytest.mark.parametrize(("asked", "known"), [("If_None_Match", "etag"), ("If_Modified_Since", "last-modified")])
@pytest.mark.parametrize("path", ["/ar/atom.xml", "/ar/", "/posts/2026/slug/hero.jpg"])
def test_what_did_not_change_is_not_sent_again(port: int, path: str, asked: str, known: str) -> None:
    first = ask(port, path)
    second = ask(port, path, **{asked: first.headers[known]})
    assert (second.status, second.body) == (304, b"")
    assert second.headers["cache-control"] == first.headers["cache-control"]


def test_what_changed_is_sent_again(port: int) -> None:
    assert ask(port, "/ar/atom.xml", If_None_Match='"of-another-day"').status == 200


@pytest.mark.parametrize("path", ["/posts/2026/slug/film.mp4", "/posts/2026/slug/report.pdf"])
def test_a_part_of_a_film_or_a_paper_is_sent_to_whoever_asks_for_it(port: int, path: str) -> None:
    length = len(WORDS.encode())
    answer = ask(port, path, Range="bytes=100-199")
    assert (answer.status, answer.body) == (206, WORDS.encode()[100:200])
    assert answer.headers["content-range"] == f"bytes 100-199/{length}"
    assert answer.headers["content-type"] == content_type(path)


def test_a_part_that_is_not_there_cannot_be_sent(port: int) -> None:
    length = len(WORDS.encode())
    answer = ask(port, "/posts/2026/slug/film.mp4", Range=f"bytes={length}-")
    assert answer.status == 416
    assert answer.headers["content-range"] == f"bytes */{length}"


def test_a_part_of_what_has_changed_meanwhile_is_sent_as_a_whole(port: int) -> None:
    answer = ask(port, "/posts/2026/slug/film.mp4", Range="bytes=100-199", If_Range='"of-another-day"')
    assert (answer.status, answer.body) == (200, WORDS.encode())


@pytest.mark.parametrize("between", [{}, {"Via": "1.1 proxy"}], ids=["at once", "through a proxy"])
def test_whoever_can_unpack_is_sent_the_packed_twin(port: int, between: dict[str, str]) -> None:
    packed = ask(port, f"/{PACKED}", Accept_Encoding="gzip", **between)
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.body == pack(WORDS.encode())[".gz"]
    assert packed.headers["content-type"] == content_type(PACKED)
    assert packed.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] != ask(port, f"/{PACKED}").headers["etag"]


def test_what_has_no_twin_is_sent_as_it_is(port: int) -> None:
    plain = ask(port, "/ar/atom.xml", Accept_Encoding="gzip, br")
    assert "content-encoding" not in plain.headers


MISSED = [
    ("/nothing", "front"),
    ("/ar/nothing/", "arabic"),
    ("/ar/feeds/rss/nothing.xml", "arabic"),
    ("/en/posts/2026/nothing/", "english"),
    ("/posts/2026/slug/nothing.jpg", "front"),
    ("/arabic/", "front"),
]


@pytest.mark.parametrize(("path", "words"), MISSED)
def test_where_nothing_is_the_page_for_that_comes_in_the_readers_language(port: int, path: str, words: str) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.body.decode()) == (404, words)
    assert told(answer) == wanted("404.html")


def test_a_page_for_nothing_is_sent_whole_whatever_was_known_of_it(port: int) -> None:
    known = ask(port, "/ar/nothing/").headers["etag"]
    for headers in ({"If_None_Match": known}, {"Range": "bytes=0-1"}):
        answer = ask(port, "/ar/nothing/", **headers)
        assert (answer.status, answer.body) == (404, b"arabic")


@pytest.mark.parametrize("path", ["/posts/", "/posts/2026/slug/", "/assets/", "/.well-known/", "/releases/"])
def test_no_folder_is_listed(port: int, path: str) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.body) == (404, b"front")


@pytest.mark.parametrize("path", CLOSED)
def test_what_begins_with_a_dot_is_not_there(port: int, path: str) -> None:
    for asked in (f"/{path}", f"/{path}".replace(".", "%2e"), f"//{path}"):
        answer = ask(port, asked)
        assert answer.status == 404
        assert SECRET not in answer.body.decode()


OUTSIDE = [
    b"/../secret.txt",
    b"/%2e%2e/secret.txt",
    b"/..%2fsecret.txt",
    b"/ar/../../secret.txt",
    b"//../secret.txt",
    b"/..\\secret.txt",
    b"/%5c../secret.txt",
    b"/ar/feed.xml%00/../../../secret.txt",
    b"/ar/%c0%ae%c0%ae/secret.txt",
    b"/previews/../../secret.txt",
    b"http://127.0.0.1/../secret.txt",
]


@pytest.mark.parametrize("target", OUTSIDE, ids=bytes.decode)
def test_no_path_leads_out_of_the_site(port: int, target: bytes) -> None:
    answer = ask_raw(port, target)
    assert answer.status in {400, 404, 308}
    assert SECRET not in answer.body.decode()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_nobody_can_do_anything_but_read(port: int, method: str) -> None:
    answer = ask(port, "/ar/", method=method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("path", ["/ar/", "/ar/nothing/", "/ar", "/.git/config"])
def test_no_answer_tells_which_version_has_given_it(port: int, path: str) -> None:
    assert ask(port, path).headers.get("server", "nginx") == "nginx"


def test_a_folder_without_its_slash_leads_there_as_safely(port: int) -> None:
    answer = ask(port, "/ar")
    assert answer.status in {301, 308}
    assert answer.headers["location"] == "/ar/"
    assert "strict-transport-security" in answer.headers


MOVED = [("/ar/posts/2025/old/", "/ar/posts/2026/slug/"), ("/en/feeds/rss/topics/docks.xml", "/en/feed.xml")]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_who_asks_at_an_old_address_is_sent_on_at_once_and_as_safely(port: int, old: str, new: str) -> None:
    answer = ask(port, old)
    assert (answer.status, answer.headers["location"]) == (301, new)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == FRESH


@pytest.mark.parametrize("name", ["", "index.html", "post.txt", "anything"])
@pytest.mark.parametrize("address", GONE)
def test_what_the_law_took_away_is_gone_and_the_notice_says_so(port: int, address: str, name: str) -> None:
    for headers in ({}, {"If_None_Match": ask(port, f"/{address}").headers["etag"]}):
        answer = ask(port, f"/{address}{name}", **headers)
        assert (answer.status, answer.body.decode()) == (410, NOTICE)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == FRESH


def test_below_a_path_the_site_is_served_alike_and_nothing_beside_it(server: Name, tmp_path: Path) -> None:
    served = Served("https://example.om/newsroom/", lay(tmp_path), gone=GONE)
    with serving(server, tmp_path, served) as port:
        answer = ask(port, "/newsroom/ar/feed.xml")
        assert (answer.status, told(answer)) == (200, wanted("ar/feed.xml"))
        assert ask(port, "/newsroom/").body.decode() == WORDS
        assert ask(port, "/newsroom/ar/none").body == b"arabic"
        assert ask(port, "/newsroom/none").body == b"front"
        assert ask(port, f"/newsroom/{GONE[0]}").status == 410
        assert ask(port, "/newsroom").headers["location"] == "/newsroom/"
        assert [ask(port, path).status for path in ("/", "/ar/feed.xml", "/newsrooms/")] == [404, 404, 404]


def test_without_previews_their_path_leads_nowhere(port: int) -> None:
    assert ask(port, "/previews/").status == 404


def test_a_site_without_pages_for_nothing_says_no_more_than_that(server: Name, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with serving(server, tmp_path, Served(HOME, tmp_path / "empty")) as port:
        assert [ask(port, path).status for path in ("/", "/ar/", "/.git/")] == [404, 404, 404]
