"""The file of redirects that a host reads, and the lists in which no old address stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.hosting.redirects import redirects
from tests.conftest import NOW
from tests.samples import write_newsroom, write_post
from tests.trees import read_tree


@pytest.fixture
def site(tmp_path: Path) -> dict[str, bytes]:
    """A site in which a post, a topic and another topic moved, and a post that is not released had an address."""
    root = write_newsroom(tmp_path / "newsroom", redirects={"topics/docks": "topics/ports", "topics/quays": "archive"})
    write_post(root, 2, ar={"aliases": ["2025/formerly"]})
    write_post(root, 3, ar={"aliases": ["2025/held-back"], "date": "2027-01-01T08:00"})
    build(root, Edition(NOW), None, strict=True)
    return read_tree(root / "site")


def test_each_line_leads_from_the_hosts_root() -> None:
    told = redirects("https://example.om/news/", [("ar/old/", "ar/new/")])
    assert told == b"/news/ar/old/ /news/ar/new/ 301\n"


def test_a_site_that_moved_nothing_has_no_such_file(example_site: Path) -> None:
    assert not (example_site / "_redirects").exists()


def test_old_addresses_are_told_to_the_host_and_have_pages(site: dict[str, bytes]) -> None:
    lines = site["_redirects"].decode().splitlines()
    assert "/en/posts/2025/formerly/ /en/posts/2026/post-2/ 301" in lines
    assert lines == sorted(lines)
    for line in lines:
        old = line.split()[0].removeprefix("/")
        assert (f"{old}index.html" if old.endswith("/") else old) in site


def test_no_list_for_machines_has_an_old_address_of_a_page(site: dict[str, bytes]) -> None:
    listing = [
        name
        for name, data in site.items()
        if b"formerly" in data or b"/topics/docks/" in data or b"/topics/quays/" in data
    ]
    assert listing == ["_redirects"]


def test_an_old_feed_holds_what_stands_at_the_new_address_and_names_it(site: dict[str, bytes]) -> None:
    for name in ("en/feeds/rss/{}.xml", "ar/feeds/atom/{}.xml", "ar/feeds/json/{}.json"):
        assert site[name.format("topics/docks")] == site[name.format("topics/ports")]
        assert b"topics/docks" not in site[name.format("topics/docks")]
    assert site["en/feeds/rss/topics/quays.xml"] == site["en/feed.xml"]


def test_nothing_is_told_of_what_is_not_released(site: dict[str, bytes]) -> None:
    assert not [name for name, data in site.items() if b"held-back" in data or "held-back" in name]
