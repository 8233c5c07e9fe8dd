"""What is nginx's own: symlinks that lead nowhere, exact dates, and a whole block that it takes as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.hosting.nginx import nginx
from newsroom.hosting.served import Previews, Served
from tests.hosting.server import HERE, ask, free_port, running, serving
from tests.hosting.test_servers import HOME, SECRET, lay, write


@pytest.mark.parametrize("leads_to", ["secret.txt", "elsewhere", "live/ar"])
def test_nothing_is_served_through_a_symlink_below_the_root(tmp_path: Path, leads_to: str) -> None:
    live = lay(tmp_path)
    write(tmp_path / "secret.txt", SECRET)
    write(tmp_path / "elsewhere" / "index.html", SECRET)
    for place in (live / "ar" / "link", tmp_path / "previews" / "token" / "link"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(tmp_path / leads_to)
    with serving("nginx", tmp_path, Served(HOME, live, previews=Previews(tmp_path / "previews"))) as port:
        for path in (
            "/ar/link",
            "/ar/link/",
            "/ar/link/index.html",
            "/previews/token/link/",
            "/previews/token/link/index.html",
        ):
            assert ask(port, path).status in {301, 404}
            assert SECRET not in ask(port, path).body.decode()


def test_a_whole_block_needs_nothing_more(tmp_path: Path) -> None:
    port = free_port()
    whole = nginx(Served(HOME, lay(tmp_path))).decode().replace("listen 80;", f"listen {HERE}:{port};")
    with running(tmp_path, whole.replace("    listen [::]:80;\n", ""), port):
        assert ask(port, "/ar/").status == 200
        assert ask(port, "/ar/nothing").body == b"arabic"


def test_a_whole_block_is_for_the_newsrooms_own_host() -> None:
    lines = nginx(Served("https://news.example.om:8443/room/", Path("site"))).decode().splitlines()
    assert lines[1:5] == ["server {", "    listen 80;", "    listen [::]:80;", "    server_name news.example.om;"]
    assert lines[-1] == "}"


@pytest.mark.parametrize("name", ["a site", "موقع"])
def test_a_folder_may_have_any_name_that_people_give_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with serving("nginx", tmp_path, Served(HOME, lay(tmp_path / name))) as port:
        assert ask(port, "/ar/").status == 200


def test_a_release_that_was_taken_back_is_sent_to_whoever_has_seen_a_newer_one(tmp_path: Path) -> None:
    with serving("nginx", tmp_path, Served(HOME, lay(tmp_path))) as port:
        answer = ask(port, "/ar/feed.xml", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT")
        assert answer.status == 200
