"""How readers are told to verify what is published: where the newsroom has keys, and only there."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.language import LANGUAGES
from newsroom.pages.plan import plan
from newsroom.pages.release import at_instant
from newsroom.pages.standing import standing_pages
from newsroom.pages.verification_views import KeyLine, VerificationView
from newsroom.pages.views import PostView
from newsroom.signatures.keys import fingerprint
from tests.conftest import NOW
from tests.samples import PUBLIC_KEY, write_newsroom, write_post

KEYS = {"keys": [{"key": PUBLIC_KEY}, {"key": PUBLIC_KEY, "until": "2026-01-01T00:00"}]}
POST = "en/posts/2026/post-1/"


def pages(root: Path, now: datetime.datetime = NOW) -> dict[str, object]:
    return {each.address: each.draw() for each in plan(sound_newsroom(root), now).blueprints}


def keys(root: Path, now: datetime.datetime = NOW) -> dict[str, str]:
    return {each.address: each.key for each in plan(sound_newsroom(root), now).blueprints}


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    return write_newsroom(tmp_path / "newsroom", hosting=KEYS)


def test_a_newsroom_without_keys_tells_nothing_of_verifying(tmp_path: Path) -> None:
    found = pages(write_newsroom(tmp_path))
    assert not {"ar/verify/", "en/verify/"} & set(found)
    view = found[POST].view  # type: ignore[attr-defined]
    assert isinstance(view, PostView)
    assert view.verification is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_page_on_verifying(signed: Path, language: str) -> None:
    footers = [page.frame.footer for page in pages(signed).values() if page.language == language]  # type: ignore[attr-defined]
    assert all(f"{language}/verify/" in [link.address for link in footer] for footer in footers)


def test_the_page_shows_each_key_and_until_when_it_was_in_use(signed: Path) -> None:
    view = pages(signed)["en/verify/"].view  # type: ignore[attr-defined]
    assert isinstance(view, VerificationView)
    assert view.keys == (
        KeyLine(fingerprint(PUBLIC_KEY), ""),
        KeyLine(fingerprint(PUBLIC_KEY), "until 1 January 2026"),
    )


def test_the_commands_of_a_post_name_its_own_page(signed: Path) -> None:
    view = pages(signed)[POST].view  # type: ignore[attr-defined]
    assert isinstance(view, PostView)
    assert view.verification
    assert f"{POST}index.html https://newsroom.sample.example/{POST} " in view.verification.check_page


def test_addresses_that_a_shell_would_take_for_orders_are_quoted(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, hosting=KEYS, address="https://newsroom.sample.example/a&b;c/")
    view = pages(root)["en/verify/"].view  # type: ignore[attr-defined]
    assert isinstance(view, VerificationView)
    assert "'https://newsroom.sample.example/a&b;c/.well-known/newsroom-signers'" in view.fetch


def test_a_publication_changes_no_page_that_tells_of_verifying(signed: Path) -> None:
    before = keys(signed)
    write_post(signed, 2, slug="another", ar={"date": "2026-02-01T09:00"})
    after = keys(signed)
    assert {address: after[address] for address in ("ar/verify/", "en/verify/")} == {
        address: before[address] for address in ("ar/verify/", "en/verify/")
    }


def test_the_page_is_one_of_those_that_stand_for_ever(signed: Path) -> None:
    standing = standing_pages(at_instant(sound_newsroom(signed), NOW))
    assert "ar/verify/" in standing.ar
    assert "en/verify/" in standing.en


def test_a_withdrawn_post_has_no_commands(signed: Path) -> None:
    notice = {"date": "2026-01-20T09:00", "reason": {"ar": "سُحب.", "en": "Withdrawn."}}
    write_post(signed, ar={"pubstatus": "canceled", "withdrawal": notice})
    assert not isinstance(pages(signed)[POST].view, PostView)  # type: ignore[attr-defined]


def test_a_preview_has_no_commands_for_there_is_nothing_published_to_compare_it_with(signed: Path) -> None:
    build(signed, Edition(None, planned_at=NOW), None, strict=True)
    build(signed, Edition(NOW), None, strict=True)
    assert 'class="verification"' in (signed / "site" / POST / "index.html").read_text()
    assert 'class="verification"' not in (signed / "preview" / POST / "index.html").read_text()
