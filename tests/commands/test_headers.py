"""``newsroom headers``: the settings of a server, for the address that the newsroom has."""

from __future__ import annotations

import datetime
from pathlib import Path

from newsroom.commands.headers import headers
from tests.conftest import NOW
from tests.samples import configuration, write_post, write_yaml


def test_netlify_is_told_of_every_path_from_the_hosts_root(root: Path) -> None:
    lines = headers(root, "netlify", NOW).splitlines()
    assert lines[0] == "/*"
    assert "/ar/feed.xml" in lines


def test_nginx_is_told_of_the_folder_that_the_newsroom_stands_in(root: Path) -> None:
    write_yaml(root / "newsroom.yml", configuration(address="https://www.sample.example/newsroom/"))
    assert "location = /newsroom/ar/feed.xml {\n" in headers(root, "nginx", NOW)


def test_nginx_is_told_of_old_addresses_but_of_none_that_is_not_released(root: Path) -> None:
    write_post(root, 2, ar={"aliases": ["2025/old"]})
    write_post(root, 3, slug="secret", ar={"aliases": ["2025/held-back"], "date": "2027-01-01T08:00"})
    told = headers(root, "nginx", NOW)
    assert "location = /en/posts/2025/old/ {\n" in told
    assert "    return 301 /en/posts/2026/post-2/;\n" in told
    assert "held-back" not in told
    assert "secret" not in told
    assert "held-back" in headers(root, "nginx", datetime.datetime.fromisoformat("2027-02-01T08:00"))
