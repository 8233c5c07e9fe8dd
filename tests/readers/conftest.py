"""The example newsroom's site and records, and what each foreign program understood of it, asked once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.model.language import LANGUAGES
from newsroom.model.newsroom import Newsroom
from newsroom.pages.release import at_instant
from tests.conftest import NOW, REPOSITORY
from tests.readers.headed_page import HeadedPage, text_of
from tests.readers.programs import understood
from tests.readers.published import LIVE, Document, Site
from tests.readers.truth import Truth, truths


@pytest.fixture(scope="session")
def visible() -> Newsroom:
    """What the public may see of the example newsroom."""
    return at_instant(sound_newsroom(REPOSITORY), NOW)


@pytest.fixture(scope="session")
def site(example_site: Path, visible: Newsroom) -> Site:
    return Site(example_site, visible.address)


@pytest.fixture(scope="session")
def truth(visible: Newsroom) -> dict[str, dict[str, Truth]]:
    """What is true of each post, by language and address."""
    return {language: truths(visible, language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, str]:
    """The words of each post's text as its page shows them, by address; a notice of a withdrawal has none.

    Without those in the drawings of charts: their tables say the same, and go along with the text.
    """
    posts = (HeadedPage(site, file) for file in site.files("*/posts/*/*/index.html"))
    return {page.url: text_of(page.html, "//*[contains(@class, 'e-content')]") for page in posts}


@pytest.fixture(scope="session", params=LIVE)
def feeds(request: pytest.FixtureRequest, site: Site) -> tuple[Document, ...]:
    """Every feed, format by format."""
    return site.feeds(request.param)


@pytest.fixture(scope="session")
def understood_feeds(site: Site) -> dict[Path, Any]:
    """What three readers understood of every feed."""
    return understood("feeds.mjs", (feed.file for name in LIVE for feed in site.feeds(name)))


@pytest.fixture(scope="session")
def understood_records(site: Site) -> dict[Path, Any]:
    """What a reader of each understood of calendars, address cards and the list of feeds."""
    return understood(
        "records.mjs", (*site.files("*/calendar.ics"), *site.files("*/contacts/*.vcf"), *site.files("*.opml"))
    )
