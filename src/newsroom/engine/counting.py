"""Posts in, posts out: a post that was read and is due must have become a page in each of its languages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from newsroom.engine.files import destination
from newsroom.errors import PostsLost
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.pages.page import Page, Site
from newsroom.pages.views import PostView, WithdrawnView


@dataclass(frozen=True, slots=True)
class Count:
    """How many posts went in and came out in each language, and how many are held back."""

    read: Localized[int]
    written: Localized[int]
    held: int
    pages: int

    def sentence(self) -> str:
        """The count in one line."""
        languages = (f"{each} {self.read[each]} in, {self.written[each]} out" for each in LANGUAGES)
        return f"Posts: {'; '.join(languages)}; {self.held} held. Pages: {self.pages}."


def count(newsroom: Newsroom, visible: Newsroom, site: Site, folder: Path) -> Count:
    """Count the finished tree. Raises :class:`PostsLost` where a post or any other planned page is missing in it."""
    missing = [page.address for page in site.pages if not (folder / destination(page)).is_file()]
    read = Counter(language for post in visible.posts for language in post.translations)
    written = Counter(page.language for page in site.pages if _is_post(page) and page.address not in missing)
    if missing or read != written:
        raise PostsLost(
            f"{len(missing)} planned pages were not written: {', '.join(missing[:10])}; {read} != {written}"
        )
    held = len(newsroom.posts) - len(visible.posts)
    return Count(_localized(read), _localized(written), held, len(site.pages))


def _is_post(page: Page) -> bool:
    return isinstance(page.view, PostView | WithdrawnView)


def _localized(counted: Counter[Language]) -> Localized[int]:
    return Localized(counted["ar"], counted["en"])
