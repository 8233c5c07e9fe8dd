"""The organisation's pictures, and what its host is told."""

from __future__ import annotations

from pathlib import Path

from newsroom.commands.check import sound_newsroom
from newsroom.model.newsroom import Hosting, SigningKey
from tests.reading.problems import instant
from tests.samples import PUBLIC_KEY, both, configuration, picture, write_newsroom, write_picture


def test_an_organisation_needs_neither_icon_nor_picture_nor_host(root: Path) -> None:
    newsroom = sound_newsroom(root)
    assert (newsroom.organization.icon, newsroom.organization.picture) == (None, None)
    assert newsroom.hosting == Hosting(hub="", security=None, compressed=False)


def test_the_icon_is_known_with_its_size_and_bears_the_name(root: Path) -> None:
    write_newsroom(root, organization=configuration()["organization"] | {"icon": "media/icon.png"})
    path = write_picture(root / "content/media/icon.png", (512, 512))
    icon = sound_newsroom(root).organization.icon
    assert icon
    assert (icon.path, icon.width, icon.height) == ("media/icon.png", 512, 512)
    assert (icon.length, icon.media_type) == (path.stat().st_size, "image/png")
    assert tuple(icon.alt) == ("الشركة المثال", "Sample Company")


def test_the_picture_for_sharing_is_known_with_its_words(root: Path) -> None:
    section = picture("media/share.png", caption=both("تعليق", "caption"))
    write_newsroom(root, organization=configuration()["organization"] | {"picture": section})
    write_picture(root / "content/media/share.png", (1200, 627))
    share = sound_newsroom(root).organization.picture
    assert share
    assert (share.path, share.width, share.height) == ("media/share.png", 1200, 627)
    assert [words.en for words in (share.alt, share.caption, share.credit)] == ["description", "caption", "Sample"]
    assert share.licence.ar == "للصحافة"


def test_what_the_host_is_told_says_what_was_written(root: Path) -> None:
    security = {"contact": "mailto:security@sample.example", "expires": "2027-06-30T00:00"}
    write_newsroom(root, hosting={"hub": "https://hub.example/", "security": security, "compressed": True})
    hosting = sound_newsroom(root).hosting
    assert (hosting.hub, hosting.compressed) == ("https://hub.example/", True)
    assert hosting.security
    assert hosting.security.contact == "mailto:security@sample.example"
    assert hosting.security.expires == instant("2027-06-30T00:00+04:00")


def test_a_key_is_read_without_the_comment_behind_it(root: Path) -> None:
    keys = [{"key": f"{PUBLIC_KEY} huda@laptop"}, {"key": PUBLIC_KEY, "until": "2026-07-01T00:00"}]
    write_newsroom(root, hosting={"keys": keys})
    until = instant("2026-07-01T00:00+04:00")
    assert sound_newsroom(root).hosting.keys == (SigningKey(PUBLIC_KEY), SigningKey(PUBLIC_KEY, until))


def test_a_weakness_may_be_reported_on_a_page(root: Path) -> None:
    security = {"contact": "https://sample.example/security", "expires": "2027-06-30T00:00Z"}
    write_newsroom(root, hosting={"security": security})
    read = sound_newsroom(root).hosting.security
    assert read
    assert read.contact == "https://sample.example/security"
