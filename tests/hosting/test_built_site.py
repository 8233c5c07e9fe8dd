"""A site that we have built, served as we tell a server to: what the newsroom says of it is what readers meet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.commands.serve_config import serve_config
from newsroom.engine.build import build
from newsroom.hosting.served import Served
from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language
from tests.conftest import NOW
from tests.hosting.server import NAMES, Name, ask, serving, serving_told
from tests.samples import write_newsroom, write_post

REFRESH = b'<meta http-equiv="refresh" content="0; url=../../../../ar/posts/2026/post-2/">'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom in which a post and a topic moved, and of two posts that were withdrawn one was by law."""
    root = write_newsroom(tmp_path_factory.mktemp("newsroom"), redirects={"topics/docks": "topics/ports"})
    withdrawal = {"date": "2026-01-20T10:00"}
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    write_post(root, 3, ar={"pubstatus": "canceled", "withdrawal": withdrawal | {"legal": True}})
    write_post(root, 4, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    build(root, Edition(NOW), None, strict=True)
    return root


@pytest.fixture(scope="module", params=NAMES)
def port(request: pytest.FixtureRequest, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    name: Name = request.param
    told = serve_config(built, name, NOW, inside=True).encode()
    with serving_told(name, tmp_path_factory.mktemp(name), told) as port:
        yield port


MOVED = [
    ("/ar/posts/2025/old/", "/ar/posts/2026/post-2/"),
    ("/en/topics/docks/", "/en/topics/ports/"),
    ("/en/feeds/rss/topics/docks.xml", "/en/feeds/rss/topics/ports.xml"),
]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_who_asks_at_an_old_address_is_sent_on_and_finds_what_is_there(port: int, old: str, new: str) -> None:
    answer = ask(port, old)
    assert (answer.status, answer.headers["location"]) == (301, new)
    assert ask(port, new).status == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_the_law_took_away_is_gone(port: int, language: Language) -> None:
    by_law, by_will = (ask(port, f"/{language}/posts/2026/post-{number}/") for number in (3, 4))
    assert (by_law.status, by_will.status) == (410, 200)
    assert all(words(language).withdrawn_title in each.body.decode() for each in (by_law, by_will))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_said_in_the_readers_language(port: int, language: Language) -> None:
    answer = ask(port, f"/{language}/posts/2026/none/")
    assert answer.status == 404
    assert f'<html lang="{language}"'.encode() in answer.body
    assert words(language).not_found_text in answer.body.decode()


@pytest.mark.parametrize("server", NAMES)
def test_a_host_that_was_told_nothing_has_a_page_at_the_old_address(server: Name, built: Path, tmp_path: Path) -> None:
    with serving(server, tmp_path, Served("https://newsroom.sample.example/", built / "site")) as port:
        answer = ask(port, "/ar/posts/2025/old/")
        assert answer.status == 200
        assert REFRESH in answer.body
