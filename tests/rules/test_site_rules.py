"""The rules that a finished site is held to: by the instant that it shows, and by the files that were made."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine import documents
from newsroom.engine.build import build
from newsroom.errors import ProblemsFound
from newsroom.rules import SITE_RULES, heavy_feed, inspect_site
from newsroom.rules.finished import FinishedSite
from tests.conftest import NOW
from tests.samples import configuration, write_yaml
from tests.trees import read_tree

AT = Edition(NOW)
EXPIRES = datetime.datetime.fromisoformat("2026-12-31T00:00+04:00")
TOO_MANY = 2_000_001


def expiring(root: Path) -> Path:
    """A newsroom whose ``security.txt`` ends at the end of 2026."""
    security = {"contact": "mailto:security@sample.example", "expires": "2026-12-31T00:00"}
    write_yaml(root / "newsroom.yml", configuration(hosting={"security": security}))
    return root


def found(root: Path, now: datetime.datetime | None, sizes: Mapping[str, int]) -> list[tuple[str, str, int]]:
    site = FinishedSite(now, "site", sizes)
    return [(each.rule.code, each.path, each.line) for each in inspect_site(sound_newsroom(root), root, site)]


def sized(root: Path, address: str, size: int) -> list[tuple[str, str, int]]:
    return found(root, NOW, {address: size})


@pytest.mark.parametrize(
    "address",
    ["ar/feed.xml", "en/atom.xml", "en/feed.json", "ar/feeds/rss/types/results.xml", "en/feeds/json/x/y.json"],
)
def test_a_live_feed_of_more_than_two_megabytes_is_told_of(address: str, root: Path) -> None:
    assert sized(root, address, TOO_MANY - 1) == []
    assert sized(root, address, TOO_MANY) == [("NR602", f"site/{address}", 1)]


@pytest.mark.parametrize(
    "address", ["en/feeds/rss/archive/1.xml", "ar/ninjs.json", "sitemap.xml", "en/posts/2026/feed.xml/post.txt"]
)
def test_what_is_no_live_feed_may_be_larger(address: str, root: Path) -> None:
    assert sized(root, address, TOO_MANY) == []


def test_it_says_how_large_the_feed_is_and_how_large_it_may_be(root: Path) -> None:
    site = FinishedSite(NOW, "site", {"en/feed.xml": 2_345_678})
    (problem,) = inspect_site(sound_newsroom(root), root, site)
    assert "2.35 MB" in problem.what("en")
    assert "2.35" in problem.what("ar")
    assert "takes 2 at most" in problem.mend("en")


@pytest.mark.parametrize(
    ("before", "told"),
    [
        pytest.param(datetime.timedelta(days=30), False, id="a month ahead"),
        pytest.param(datetime.timedelta(days=30, seconds=-1), True, id="within a month"),
        pytest.param(datetime.timedelta(0), True, id="at its end"),
        pytest.param(datetime.timedelta(days=-400), True, id="long after"),
    ],
)
def test_the_end_of_security_txt_is_told_of_from_a_month_before(
    before: datetime.timedelta, told: bool, root: Path
) -> None:
    where = next(
        number
        for number, line in enumerate((expiring(root) / "newsroom.yml").read_text().splitlines(), 1)
        if "expires" in line
    )
    assert found(root, EXPIRES - before, {}) == ([("NR603", "newsroom.yml", where)] if told else [])


def test_the_day_is_the_newsrooms(root: Path) -> None:
    site = FinishedSite(EXPIRES.astimezone(datetime.UTC), "site", {})
    (problem,) = inspect_site(sound_newsroom(expiring(root)), root, site)
    assert "2026-12-31" in problem.what("en")


def test_a_preview_has_no_security_txt_to_expire(root: Path) -> None:
    assert found(expiring(root), None, {}) == []


def test_a_newsroom_without_security_txt_has_none_to_expire(root: Path) -> None:
    assert found(root, EXPIRES, {}) == []


def test_no_site_rule_is_without_a_case() -> None:
    assert {rule.code for rule, _ in SITE_RULES} == {"NR602", "NR603"}


FEEDS_OF_ONE_POST = [
    f"site/{language}/{path}" for language in ("ar", "en") for path in ("atom.xml", "feed.json", "feed.xml")
]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if one post filled a feed."""
    monkeypatch.setattr(heavy_feed, "LARGEST", 1000)


def said(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a build says of its site, in order."""
    capsys.readouterr()
    build(root, AT, None, strict=False)
    return [line for line in capsys.readouterr().err.splitlines() if "NR60" in line]


@pytest.mark.usefixtures("narrow")
def test_a_build_that_makes_nothing_warns_like_the_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = said(root, capsys)
    assert [line.partition(":")[0] for line in first if "/feeds/" not in line] == FEEDS_OF_ONE_POST
    assert said(root, capsys) == first


@pytest.mark.usefixtures("narrow")
def test_what_other_processes_made_is_told_of_too(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = said(root, capsys)
    shutil.rmtree(root / "site")
    monkeypatch.setattr(documents, "WORTH_A_FORK", 2)
    assert said(root, capsys) == alone


@pytest.mark.usefixtures("narrow")
def test_a_strict_build_stops_before_anything_is_published(root: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"site/en/feed\.xml:1: NR602"):
        build(root, AT, None, strict=True)
    assert not (root / "site").exists()


def test_a_site_that_a_strict_build_refused_stays_as_it_was(root: Path) -> None:
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    with pytest.raises(ProblemsFound, match="NR603"):
        build(expiring(root), Edition(EXPIRES), None, strict=True)
    assert read_tree(root / "site") == before
