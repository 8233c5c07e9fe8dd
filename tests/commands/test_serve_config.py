"""``newsroom serve-config``: the settings of a server, for the address that the newsroom has."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.serve_config import serve_config, settings
from newsroom.commands.servers import OwnServer
from newsroom.errors import Refused
from tests.conftest import NOW
from tests.samples import configuration, write_post, write_yaml

LEGAL = {"pubstatus": "canceled", "withdrawal": {"date": "2026-01-20T10:00", "legal": True}}
HASH = "$2y$05$yMXagdYIaffYGIMLx8OwueEt39hYUqLVRawqHrkc2VIinGd.W0WUO"


def test_netlify_is_told_of_every_path_from_the_hosts_root(root: Path) -> None:
    lines = serve_config(root, "netlify", NOW).splitlines()
    assert lines[0] == "/*"
    assert "/ar/feed.xml" in lines


def test_a_server_is_told_of_the_path_that_the_newsroom_stands_below(root: Path) -> None:
    write_yaml(root / "newsroom.yml", configuration(address="https://www.sample.example/newsroom/"))
    assert "    location = /newsroom/ar/feed.xml {\n" in serve_config(root, "nginx", NOW)
    assert "header /newsroom/ar/feed.xml {\n" in serve_config(root, "caddy", NOW)


def test_a_whole_block_is_printed_or_what_stands_inside_one(root: Path) -> None:
    assert "    server_name newsroom.sample.example;\n" in serve_config(root, "nginx", NOW)
    assert "server_name" not in serve_config(root, "nginx", NOW, inside=True)
    assert "newsroom.sample.example {\n" in serve_config(root, "caddy", NOW)
    assert "newsroom.sample.example" not in serve_config(root, "caddy", NOW, inside=True)


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_the_site_lies_in_the_newsroom_unless_a_folder_is_named(root: Path, server: OwnServer) -> None:
    assert f'"{root}/site"' in serve_config(root, server, NOW)
    live = root / "host" / "live"
    live.parent.mkdir()
    live.symlink_to(root)
    assert f'"{live}"' in serve_config(root, server, NOW, live.parent / ".." / "host" / "live")


@pytest.mark.parametrize(
    ("server", "moved"),
    [
        ("nginx", "return 301 /en/posts/2026/post-2/;\n"),
        ("caddy", "redir /en/posts/2025/old/ /en/posts/2026/post-2/ 301\n"),
    ],
)
def test_a_server_is_told_of_old_addresses_but_of_none_that_is_not_released(
    root: Path, server: OwnServer, moved: str
) -> None:
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    write_post(root, 3, slug="secret", ar={"aliases": ["2025/held-back"], "date": "2027-01-01T08:00"})
    told = serve_config(root, server, NOW)
    assert moved in told
    assert "held-back" not in told
    assert "secret" not in told
    assert "held-back" in serve_config(root, server, datetime.datetime.fromisoformat("2027-02-01T08:00"))


@pytest.mark.parametrize(
    ("server", "gone"), [("nginx", "location ^~ {} {{\n"), ("caddy", "handle {}* {{\n")], ids=["nginx", "caddy"]
)
def test_a_server_is_told_of_what_the_law_took_away_and_of_no_other_withdrawal(
    root: Path, server: OwnServer, gone: str
) -> None:
    write_post(root, 2, ar=LEGAL)
    write_post(root, 3, ar={"pubstatus": "canceled", "withdrawal": {"date": "2026-01-20T10:00"}})
    write_post(root, 4, slug="unseen", ar=LEGAL | {"date": "2027-01-01T08:00"})
    told = serve_config(root, server, NOW)
    assert gone.format("/ar/posts/2026/post-2/") in told
    assert gone.format("/en/posts/2026/post-2/") in told
    assert "post-3" not in told
    assert "unseen" not in told


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_the_same_newsroom_gives_the_same_settings(root: Path, server: OwnServer) -> None:
    write_post(root, 2, ar=LEGAL)
    assert settings(sound_newsroom(root), server, NOW, root / "site") == serve_config(root, server, NOW).encode()


def test_nginx_is_told_of_the_file_of_passwords_and_caddy_what_stands_in_it(root: Path) -> None:
    passwords = root / "passwords"
    passwords.write_text(f"# who may look\nhuda:{HASH}\n\nsalim:{HASH}\n")
    assert f'auth_basic_user_file "{passwords}";\n' in serve_config(root, "nginx", NOW, None, root, passwords)
    told = serve_config(root, "caddy", NOW, None, root, passwords)
    assert f"            huda {HASH}\n" in told
    assert f"            salim {HASH}\n" in told


@pytest.mark.parametrize(
    "words",
    ["", "# nobody\n", "huda\n", "huda:$apr1$x$y\n", f"hu da:{HASH}\n", f"huda:{HASH}}}\n", f"huda {{\n:{HASH}\n"],
    ids=["empty", "a remark", "no hash", "another hash", "a space", "a brace", "two lines"],
)
@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_file_that_is_none_of_passwords_is_refused(root: Path, server: OwnServer, words: str) -> None:
    (root / "passwords").write_text(words)
    with pytest.raises(Refused, match="htpasswd -B"):
        serve_config(root, server, NOW, None, root, root / "passwords")


def test_a_file_of_passwords_that_is_not_there_is_refused(root: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        serve_config(root, "nginx", NOW, None, root, root / "passwords")


def test_a_password_without_previews_is_refused(root: Path) -> None:
    with pytest.raises(Refused, match="--previews"):
        serve_config(root, "nginx", NOW, None, None, root / "passwords")


@pytest.mark.parametrize("server", ["nginx", "caddy"])
@pytest.mark.parametrize("name", ["a;b", "a$b", 'a"b', "a{b}", "a\nb", "a#b", "a\\b"])
def test_a_folder_whose_name_a_server_would_take_for_something_else_is_refused(
    root: Path, server: OwnServer, name: str
) -> None:
    with pytest.raises(Refused, match="characters"):
        serve_config(root, server, NOW, root / name)
    with pytest.raises(Refused, match="characters"):
        serve_config(root, server, NOW, None, root / name)


@pytest.mark.parametrize("address", ["https://a.example/x;y/", "https://a.example/{x}/", "https://a.example/$x/"])
def test_an_address_that_a_server_would_take_for_something_else_is_refused(root: Path, address: str) -> None:
    write_yaml(root / "newsroom.yml", configuration(address=address))
    with pytest.raises(Refused, match="characters"):
        serve_config(root, "nginx", NOW)


def test_options_that_netlify_would_not_heed_are_refused(root: Path) -> None:
    with pytest.raises(Refused, match="netlify"):
        serve_config(root, "netlify", NOW, root / "site")
