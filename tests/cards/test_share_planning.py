"""Which share cards there are, when they are made again, and that none is drawn where Arabic cannot be."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import features

from newsroom.cards.share_planning import plan_share_cards
from newsroom.cli import run
from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.pages.document import Document
from newsroom.pages.plan import assets_of, desk_of
from newsroom.pages.release import at_instant
from newsroom.pages.sharing import Face
from tests.conftest import NOW
from tests.samples import both, configuration, executive, picture, write_newsroom, write_picture, write_post, write_text
from tests.trees import read_tree

CARD = "en/posts/2026/post-1/card.png"
NOTICE: Mapping[str, Any] = {
    "pubstatus": "canceled",
    "withdrawal": {"date": "2026-03-01T09:00", "reason": both("خطأ.", "Wrong.")},
}


def cards(root: Path, now: datetime.datetime = NOW) -> dict[str, Document]:
    visible = at_instant(sound_newsroom(root), now)
    desk = desk_of(visible, assets_of(visible), preview=False, with_keys=True)
    return {document.addresses[0]: document for document in plan_share_cards(desk)}


def shown(root: Path, address: str = CARD) -> Face:
    face = cards(root)[address].inputs[1]
    assert isinstance(face, Face)
    return face


def with_portrait(root: Path) -> None:
    """Give the executive of the sample a portrait."""
    folder = root / "content" / "executives" / "salim"
    write_picture(folder / "portrait.png")
    write_text(folder / "index.ar.md", executive(portrait=picture("portrait.png")), "سيرة.")


def test_each_post_executive_and_language_has_a_card(root: Path) -> None:
    write_post(root, 2, languages=("en",), en={"author": "salim"})
    assert sorted(cards(root)) == [
        "ar/card.png",
        "ar/executives/salim/card.png",
        "ar/posts/2026/post-1/card.png",
        "en/card.png",
        "en/executives/salim/card.png",
        "en/posts/2026/post-1/card.png",
        "en/posts/2026/post-2/card.png",
    ]


def test_a_card_is_drawn_when_it_is_asked_for(root: Path) -> None:
    site = Edition(NOW).on_request(sound_newsroom(root))
    assert site.document(CARD)


def test_a_post_that_is_not_released_has_none(root: Path) -> None:
    write_post(root, 2, ar={"date": "2030-01-01T09:00"})
    assert not [address for address in cards(root) if "post-2" in address]


def test_a_card_shows_the_headline_the_type_the_day_and_who_speaks(root: Path) -> None:
    face = shown(root)
    assert (face.headline, face.kicker, face.date) == ("Title of post 1", "Press release", "15 January 2026")
    assert (face.name, face.role) == ("Salim", "Chief Executive")


def test_a_logo_made_of_dots_stands_in_for_an_icon(tmp_path: Path) -> None:
    organization = configuration()["organization"] | {"logo": "media/logo.png"}
    root = write_newsroom(tmp_path / "newsroom", organization=organization)
    write_picture(root / "content" / "media" / "logo.png")
    assert shown(root).logo == "media/logo.png"


def test_a_logo_made_of_lines_is_left_to_browsers(root: Path) -> None:
    assert shown(root).logo == ""


@pytest.mark.parametrize("post_type", ["opinion", "speech", "statement"])
def test_where_a_person_speaks_the_portrait_is_large(root: Path, post_type: str) -> None:
    with_portrait(root)
    write_post(root, 1, ar={"type": post_type})
    face = shown(root, "en/posts/2026/post-1/card.jpg")
    assert (face.picture, face.portrait) == ("executives/salim/portrait.png", "")


def test_where_the_organisation_speaks_the_portrait_stands_beside_the_name(root: Path) -> None:
    with_portrait(root)
    assert (shown(root).picture, shown(root).portrait) == ("", "executives/salim/portrait.png")


def test_the_picture_of_a_post_is_on_its_card(root: Path) -> None:
    write_picture(write_post(root, 1, ar={"hero": picture()}) / "hero.png")
    assert shown(root, "en/posts/2026/post-1/card.jpg").picture == "posts/2026/post-1/hero.png"


def test_the_card_of_a_withdrawn_post_shows_the_notice_and_nothing_of_the_post(root: Path) -> None:
    with_portrait(root)
    folder = write_post(root, 1, ar={"hero": picture(), **NOTICE})
    write_picture(folder / "hero.png")
    face = shown(root)
    assert face.headline == "This post was withdrawn on 1 March 2026. Nothing it said should be relied on."
    assert (face.kicker, face.date, face.name, face.role, face.files) == ("", "", "", "", ())


def test_the_newsrooms_own_card_gives_way_to_a_picture_that_was_chosen(tmp_path: Path) -> None:
    organization = configuration()["organization"] | {"picture": picture("media/share.png")}
    root = write_newsroom(tmp_path / "newsroom", organization=organization)
    write_picture(root / "content" / "media" / "share.png", (1200, 630))
    assert "en/card.png" not in cards(root)


CHANGES: Mapping[str, dict[str, Any]] = {
    "its text": {"body_en": "Other words."},
    "its summary": {"en": {"summary": "Another summary."}},
    "its topics": {"ar": {"topics": ["results"]}},
    "the other language's headline": {"ar": {"title": "عنوان آخر"}},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_card_stays_when_what_changes_is_not_on_it(root: Path, change: dict[str, Any]) -> None:
    before = cards(root)[CARD].key
    write_post(root, 1, **change)
    assert cards(root)[CARD].key == before


CORRECTION = {"corrections": [{"date": "2026-02-01T10:00", "text": both("خطأ.", "Wrong.")}]}


@pytest.mark.parametrize(
    "change",
    [
        {"en": {"title": "Another headline"}},
        {"ar": {"type": "results"}},
        {"ar": {"date": "2026-01-16T09:00"}},
        {"ar": CORRECTION},
    ],
    ids=["headline", "type", "day", "correction"],
)
def test_a_card_is_made_again_when_something_on_it_changes(root: Path, change: dict[str, Any]) -> None:
    before = cards(root)[CARD].key
    write_post(root, 1, **change)
    assert cards(root)[CARD].key != before


@pytest.mark.parametrize(("language", "kicker"), [("ar", "بيان صحفي · مع تصويب"), ("en", "Press release · Corrected")])
def test_the_card_of_a_corrected_post_says_so_and_not_what_was_wrong(root: Path, language: str, kicker: str) -> None:
    write_post(root, 1, ar=CORRECTION)
    face = shown(root, f"{language}/posts/2026/post-1/card.png")
    assert face.kicker == kicker
    assert not any(wrong in said for wrong in ("خطأ", "Wrong") for said in face.words)


def test_all_cards_are_made_again_for_another_brand(root: Path) -> None:
    before = {card.key for card in cards(root).values()}
    write_newsroom(root, brand={"colours": {"primary": "#7c2f3a", "accent": "#d9974a"}})
    assert not before & {card.key for card in cards(root).values()}


def test_a_card_is_remembered_where_no_site_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root, Edition(NOW), None, strict=True)
    before = read_tree(root / "site")
    shutil.rmtree(root / "site")
    monkeypatch.setattr("newsroom.cards.share.drawn", lambda *_: pytest.fail("a card was drawn again"))
    build(root, Edition(NOW), None, strict=True)
    assert read_tree(root / "site") == before


@pytest.mark.parametrize(("language", "words"), [("en", "share cards cannot be drawn"), ("ar", "بطاقات المشاركة")])
def test_without_raqm_the_build_stops_and_the_site_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    build(root, Edition(NOW), None, strict=True)
    before = read_tree(root / "site")
    write_post(root, 2)
    monkeypatch.setattr(features, "check", lambda name: name != "raqm")
    assert run(["--root", str(root), "--language", language, "build"]) == 3
    said = capsys.readouterr().err
    assert words in said
    assert "apt-get install libfribidi0" in said
    assert read_tree(root / "site") == before
