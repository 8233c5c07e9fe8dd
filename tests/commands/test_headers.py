"""``newsroom headers``: the settings of a server, for the address that the newsroom has."""

from __future__ import annotations

from pathlib import Path

from newsroom.commands.headers import headers
from tests.samples import configuration, write_yaml


def test_netlify_is_told_of_every_path_from_the_hosts_root(root: Path) -> None:
    lines = headers(root, "netlify").splitlines()
    assert lines[0] == "/*"
    assert "/ar/feed.xml" in lines


def test_nginx_is_told_of_the_folder_that_the_newsroom_stands_in(root: Path) -> None:
    write_yaml(root / "newsroom.yml", configuration(address="https://www.sample.example/newsroom/"))
    assert "location = /newsroom/ar/feed.xml {\n" in headers(root, "nginx")
