"""Documents: made where something in them changed, and only there."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from newsroom.cards import planning as cards
from newsroom.commands.edition import Edition
from newsroom.engine import documents
from newsroom.engine.build import build
from newsroom.engine.cache import Cache
from newsroom.engine.code import code_key
from newsroom.errors import PostsLost
from newsroom.feeds import entries
from newsroom.model.language import Language
from newsroom.prose.portable import portable
from tests.conftest import NOW
from tests.samples import picture, write_picture, write_post
from tests.trees import read_tree

AT = Edition(NOW)


def made(root: Path) -> int:
    return build(root, AT, None, strict=True)[0].documents_made


def test_a_second_build_makes_none(root: Path) -> None:
    assert made(root) > 0
    assert made(root) == 0


def test_a_changed_text_is_new_in_its_feeds_and_in_no_others(root: Path) -> None:
    write_post(root, 2, ar={"topics": ["results"]})
    made(root)
    site = root / "site"
    before = read_tree(site)
    write_post(root, 2, ar={"topics": ["results"]}, body_en="Other words.")
    build(root, AT, None, strict=True)
    changed = {path for path, data in read_tree(site).items() if data != before.get(path)}
    assert {"en/feed.xml", "en/feeds/atom/topics/results.xml", "en/posts/2026/post-2/post.txt"} <= changed
    assert not changed & {"ar/feed.xml", "en/feeds/atom/topics/ports.xml", "en/posts/2026/post-1/post.txt"}


def test_a_file_that_was_damaged_is_made_again(root: Path) -> None:
    made(root)
    place = root / "site" / "en" / "feed.xml"
    right = place.read_bytes()
    place.write_bytes(b"damaged")
    assert made(root) == 3
    assert place.read_bytes() == right


def test_workers_make_the_same_bytes(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_post(root, 2)
    _, alone = build(root, AT, tmp_path / "alone", strict=True)
    monkeypatch.setattr(documents, "WORTH_A_FORK", 2)
    _, shared = build(root, AT, tmp_path / "shared", strict=True)
    assert read_tree(alone) == read_tree(shared)


def test_a_text_is_made_portable_once_for_its_feed_and_the_files_beside_its_post(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2, 7):
        write_post(root, number)
    pages: list[str] = []

    def counted(html: str, page: str, language: Language, notice: str) -> etree._Element:
        pages.append(page)
        return portable(html, page, language, notice)

    monkeypatch.setattr(documents, "WORTH_A_FORK", 1000)
    monkeypatch.setattr(entries, "portable", counted)
    # Room for the six texts of one language, and not for those of both.
    monkeypatch.setattr(entries, "_carry", lru_cache(8)(entries._carry.__wrapped__))
    made(root)
    assert len(pages) == len(set(pages)) == 12


def test_a_picture_that_changed_gets_new_renditions(root: Path) -> None:
    folder = write_post(root, 1, ar={"hero": picture()})
    write_picture(folder / "hero.png", (1300, 700))
    made(root)
    card = root / "site" / "renditions" / "posts" / "2026" / "post-1" / "hero-1200x630.jpg"
    before = card.read_bytes()
    Image.new("RGB", (1300, 700), "white").save(folder / "hero.png")
    made(root)
    assert card.read_bytes() != before


def test_a_rendition_is_remembered_where_no_site_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_post(root, 1, ar={"hero": picture()})
    write_picture(folder / "hero.png", (1300, 700))
    made(root)
    before = read_tree(root / "site")
    shutil.rmtree(root / "site")
    monkeypatch.setattr(cards, "cut", lambda *_: pytest.fail("a rendition was made again"))
    made(root)
    assert read_tree(root / "site") == before


def test_the_renditions_of_a_withdrawn_post_are_forgotten(root: Path) -> None:
    folder = write_post(root, 1, ar={"hero": picture()})
    write_picture(folder / "hero.png", (1300, 700))
    made(root)
    withdrawal = {"date": "2026-03-01T09:00", "reason": {"ar": "خطأ.", "en": "Wrong."}}
    write_post(root, 1, ar={"pubstatus": "canceled", "withdrawal": withdrawal})
    made(root)
    cache = Cache(root / ".newsroom" / "public.db", code_key())
    assert not [key for key in cache.keys(documents.KIND) if "renditions/" in key]
    cache.close()


def test_a_document_that_was_not_written_stops_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents.DocumentProduction, "_make", lambda *_: {})
    with pytest.raises(PostsLost, match=r"planned pages were not written"):
        build(root, AT, None, strict=True)


def test_a_feed_says_what_a_hook_made_of_the_page(root: Path) -> None:
    (root / "hook.py").write_text(
        'def on_page_content(html, page, config, files):\n    return html.replace("The text.", "Hooked.")\n'
    )
    file = root / "mkdocs.yml"
    file.write_text(f"{file.read_text()}hooks: [hook.py]\n", encoding="utf-8")
    _, site = build(root, AT, None, strict=True)
    assert "Hooked." in (site / "en" / "feed.xml").read_text(encoding="utf-8")
