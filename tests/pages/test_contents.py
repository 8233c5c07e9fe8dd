"""Pages that belong to others: how readers come to them, and what a newsroom without a post shows instead of posts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.pages.page import Page
from newsroom.pages.plan import plan
from newsroom.pages.service_views import PlainView
from tests.conftest import NOW
from tests.reading.problems import add_keys
from tests.samples import Tree, write_newsroom, write_post, write_text

TITLES: Final = {"history": "Our history", "board": "The board", "audit": "Auditors"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A newsroom without a post, whose page ``about`` has three parts, the last in English alone."""
    root = write_newsroom(tmp_path / "newsroom", posts=0)
    for slug, title in TITLES.items():
        words: Tree = {"title": title, "summary": f"What {slug} says."}
        write_text(root / "content/pages" / slug / "index.en.md", words, "Text.")
        if slug != "audit":
            write_text(root / "content/pages" / slug / "index.ar.md", words | {"title": f"عنوان {slug}"}, "نص.")
    add_keys(root, "parts: [history, board, audit]", "content/pages/about/index.ar.md")
    return root


def page(root: Path, address: str) -> Page:
    return next(each for each in plan(sound_newsroom(root), NOW).pages if each.address == address)


def view(root: Path, address: str) -> PlainView:
    found = page(root, address).view
    assert isinstance(found, PlainView)
    return found


def test_a_page_lists_its_parts_in_the_order_of_reading(root: Path) -> None:
    chapters = view(root, "en/about/").parts
    assert [(each.link.text, each.link.address) for each in chapters] == [
        ("Our history", "en/history/"),
        ("The board", "en/board/"),
        ("Auditors", "en/audit/"),
    ]
    assert chapters[0].summary == "What history says."


def test_a_part_in_one_language_is_listed_in_both(root: Path) -> None:
    last = view(root, "ar/about/").parts[-1].link
    assert (last.text, last.address, last.language) == ("Auditors", "en/audit/", "en")


def test_a_part_leads_back_and_to_its_neighbours(root: Path) -> None:
    board = view(root, "en/board/")
    links = (board.whole, board.before, board.after)
    assert [link.address for link in links if link] == ["en/about/", "en/history/", "en/audit/"]


@pytest.mark.parametrize(("slug", "before", "after"), [("history", None, "en/board/"), ("audit", "en/board/", None)])
def test_nothing_comes_before_the_first_or_after_the_last(
    slug: str, before: str | None, after: str | None, root: Path
) -> None:
    part = view(root, f"en/{slug}/")
    assert (part.before and part.before.address, part.after and part.after.address) == (before, after)


def test_a_page_that_belongs_to_no_other_leads_nowhere(root: Path) -> None:
    about = view(root, "en/about/")
    assert (about.whole, about.before, about.after) == (None, None, None)


def test_a_part_stands_in_no_footer(root: Path) -> None:
    footer = {link.address for link in page(root, "en/archive/").frame.footer}
    assert "en/about/" in footer
    assert footer.isdisjoint(f"en/{slug}/" for slug in TITLES)


def test_machines_are_told_what_a_part_belongs_to(root: Path) -> None:
    assert any("en/about/" in node and "en/board/" in node for node in page(root, "en/board/").metadata.nodes)


def test_a_newsroom_without_posts_begins_with_its_pages(root: Path) -> None:
    home = page(root, "en/")
    assert [each.link.address for each in home.view.pages] == ["en/about/"]  # type: ignore[union-attr]
    assert [link.address for link in home.frame.sections] == ["en/about/"]
    assert home.view.audiences == ()  # type: ignore[union-attr]


def test_where_no_post_can_be_found_no_search_is_offered(root: Path) -> None:
    assert page(root, "en/").frame.search is None
    assert all(entry.search is None for entry in page(root, "").view.entries)  # type: ignore[union-attr]


def test_a_home_without_posts_carries_the_name_alone(root: Path) -> None:
    assert page(root, "en/").title == "Sample Company"


def test_the_first_post_takes_the_place_of_the_pages(root: Path) -> None:
    write_post(root)
    home = page(root, "en/")
    assert home.view.pages == ()  # type: ignore[union-attr]
    assert "en/about/" not in {link.address for link in home.frame.sections}
    assert home.view.audiences  # type: ignore[union-attr]
    assert home.frame.search
    assert home.title == "Sample newsroom"
