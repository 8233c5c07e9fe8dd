"""Previews beside the published site: each behind its own name, or a password, and kept by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.commands.passwords import accounts_in
from newsroom.hosting.headers import headers_at, rules
from newsroom.hosting.media_types import content_type
from newsroom.hosting.served import Previews, Served, headers_of_previews
from tests.hosting.server import NAMES, Name, as_user, ask, serving
from tests.hosting.test_servers import HOME, SECRET, WORDS, lay, told, write

TOKEN = "previews/j3nV8q-branch"
# As htpasswd -B writes it for Huda and the password "spring tide".
PASSWORDS = "huda:$2y$05$yMXagdYIaffYGIMLx8OwueEt39hYUqLVRawqHrkc2VIinGd.W0WUO\n"
FILES = ("index.html", "ar/index.html", "ar/feed.xml", "en/feeds/atom/topics/ports.xml", "feeds.opml", "posts/1/a.pdf")


@pytest.fixture(scope="module", params=NAMES)
def server(request: pytest.FixtureRequest) -> Name:
    name: Name = request.param
    return name


def lay_previews(folder: Path) -> Path:
    for path in FILES:
        write(folder / TOKEN / path, WORDS)
    write(folder / TOKEN / ".git/config", SECRET)
    return folder / "previews"


@pytest.fixture(scope="module")
def port(server: Name, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp(server)
    with serving(server, folder, Served(HOME, lay(folder), previews=Previews(lay_previews(folder)))) as port:
        yield port


def kept_by_nobody() -> dict[str, str]:
    return {name.lower(): value for name, value in headers_of_previews().items()}


@pytest.mark.parametrize("path", FILES)
def test_a_preview_is_a_whole_site_below_its_name(port: int, path: str) -> None:
    answer = ask(port, f"/{TOKEN}/{path.removesuffix('index.html')}")
    assert (answer.status, answer.body.decode()) == (200, WORDS)
    assert told(answer) == {**kept_by_nobody(), "content-type": content_type(path)}


def test_a_preview_may_be_a_symlink_that_is_exchanged(server: Name, tmp_path: Path) -> None:
    previews = lay_previews(tmp_path)
    (tmp_path / TOKEN).rename(tmp_path / "built")
    (tmp_path / TOKEN).symlink_to(Path("..") / "built")
    with serving(server, tmp_path, Served(HOME, lay(tmp_path), previews=Previews(previews))) as port:
        assert ask(port, f"/{TOKEN}/ar/feed.xml").body.decode() == WORDS


def test_no_search_engine_cache_or_link_keeps_a_preview(port: int) -> None:
    answer = ask(port, f"/{TOKEN}/ar/feed.xml")
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["previews/", "previews/another/", f"{TOKEN}/nothing", f"{TOKEN}/.git/config"])
def test_nobody_is_told_which_previews_there_are(port: int, path: str) -> None:
    answer = ask(port, f"/{path}")
    assert (answer.status, answer.body) == (404, b"front")
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


def test_the_site_beside_previews_is_served_as_ever(port: int) -> None:
    answer = ask(port, "/ar/feed.xml")
    assert answer.status == 200
    assert "x-robots-tag" not in answer.headers
    assert answer.headers["cache-control"] == headers_at(rules(HOME), "/ar/feed.xml")["Cache-Control"]


def test_with_a_password_only_those_who_know_it_see_previews(server: Name, tmp_path: Path) -> None:
    passwords = tmp_path / "passwords"
    passwords.write_text(PASSWORDS)
    previews = Previews(lay_previews(tmp_path), passwords, accounts_in(passwords))
    with serving(server, tmp_path, Served(HOME, lay(tmp_path), previews=previews)) as port:
        wrong = as_user("huda", "neap tide")
        for answer in (ask(port, f"/{TOKEN}/ar/"), ask(port, f"/{TOKEN}/ar/", Authorization=wrong)):
            assert answer.status == 401
            assert WORDS not in answer.body.decode()
            assert answer.headers["www-authenticate"].startswith("Basic ")
            assert "content-security-policy" in answer.headers
        assert ask(port, f"/{TOKEN}/ar/", Authorization=as_user("huda", "spring tide")).body.decode() == WORDS
        assert ask(port, f"/{TOKEN}/ar/feed.xml").status == 401
        assert ask(port, "/ar/").status == 200
