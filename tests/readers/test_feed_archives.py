"""More posts than a feed may hold: the archive, followed by programs from the live feed to the oldest post."""

from __future__ import annotations

import datetime
from collections import Counter

import feedparser
import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.conftest import NOW
from tests.readers import atom_rules, json_rules, rss_rules, validator_rules
from tests.readers.chains import WAYS, chain
from tests.readers.programs import understood
from tests.readers.published import LANGUAGES, LIVE, Site
from tests.readers.rss_rules import Rule
from tests.samples import both, configuration, picture, write_newsroom, write_picture, write_post

POSTS = 95
CORRECTED = 5
"""A post of an archive document that was corrected lately."""

RULES: list[tuple[str, Rule]] = [
    *(("rss", rule) for rule in (*rss_rules.RULES, *validator_rules.RULES)),
    *(("atom", rule) for rule in (*atom_rules.RULES, *validator_rules.RULES)),
    *(("json", rule) for rule in json_rules.RULES),
]


def _address(language: str, number: int) -> str:
    return f"https://newsroom.sample.example/{language}/posts/2026/post-{number}/"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A newsroom that published a post on each of the first days of 2026."""
    root = tmp_path_factory.mktemp("long")
    organization = configuration()["organization"] | {"icon": "media/icon.png", "picture": picture("media/share.png")}
    hosting = {"hub": "https://hub.sample.example/"}
    write_picture(root / "content" / "media" / "icon.png", (512, 512))
    write_picture(root / "content" / "media" / "share.png", (1200, 630))
    write_newsroom(root, posts=0, organization=organization, hosting=hosting)
    for number in range(1, POSTS + 1):
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=number)
        correction = {"date": "2026-11-01T09:00", "text": both("صُحّح رقم.", "A figure was corrected.")}
        changes = {"corrections": [correction]} if number == CORRECTED else {}
        write_post(root, number, ar={"date": f"{day}T09:00", **changes})
    build(root, Edition(NOW), root / "site", strict=True)
    return Site(root / "site", "https://newsroom.sample.example/")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
def test_the_chain_reaches_every_post_once_and_a_corrected_one_anew(name: str, language: str, long_site: Site) -> None:
    _, links = WAYS[name]
    reached = Counter(link for feed in chain(long_site, language, name) for link in links(feed))
    published = Counter(_address(language, number) for number in range(1, POSTS + 1))
    assert reached == published + Counter([_address(language, CORRECTED)])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WAYS)
def test_every_archive_document_is_in_the_chain(name: str, language: str, long_site: Site) -> None:
    archives = {feed.file for feed in long_site.feeds(name) if feed.is_archive and feed.language == language}
    assert len(archives) == 2
    assert {feed.file for feed in chain(long_site, language, name)} == archives | {
        long_site.folder / language / LIVE[name]
    }


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{name}-{rule.__name__}" for name, rule in RULES])
def test_archive_documents_keep_the_rules_of_live_feeds(name: str, rule: Rule, long_site: Site) -> None:
    assert [f"{feed}: {fault}" for feed in long_site.feeds(name) for fault in rule(feed)] == []


def test_readers_read_archive_documents(long_site: Site) -> None:
    archives = [feed.file for name in WAYS for feed in long_site.feeds(name) if feed.is_archive]
    read = understood("feeds.mjs", archives)
    counts = {len(reading["items"]) for readings in read.values() for reading in readings.values()}
    assert (len(read), counts) == (12, {30})


def test_feedparser_reads_archive_documents(long_site: Site) -> None:
    for feed in (*long_site.feeds("rss"), *long_site.feeds("atom")):
        headers = {"content-location": feed.url, "content-type": "application/xml; charset=utf-8"}
        read = feedparser.parse(feed.file.read_bytes(), response_headers=headers)
        assert not read.bozo, feed
        assert len(read.entries) == 30 or not feed.is_archive, feed
