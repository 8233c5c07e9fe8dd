"""Posts in, posts out: a post that was read and is due must have become a page in each of its languages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.engine.files import destination
from newsroom.errors import PostsLost
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.pages.page import Page, Site
from newsroom.pages.views import PostView, WithdrawnView

_NAMES_AR: Final[dict[Language, str]] = {"ar": "العربية", "en": "الإنجليزية"}
_NAMES_EN: Final[dict[Language, str]] = {"ar": "Arabic", "en": "English"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many posts went in and came out in each language, and how many are held back."""

    read: Localized[int]
    written: Localized[int]
    held: int
    pages: int

    def sentence(self, language: Language) -> str:
        """The count in one line."""
        if language == "ar":
            each = "، ".join(
                f"{name}: دخل {self.read[key]} وخرج {self.written[key]}" for key, name in _NAMES_AR.items()
            )
            return f"المنشورات — {each}؛ محجوب {self.held}. الصفحات: {self.pages}."
        each = ", ".join(f"{name} {self.read[key]} in {self.written[key]} out" for key, name in _NAMES_EN.items())
        return f"Posts: {each}; {self.held} held. Pages: {self.pages}."


def count(newsroom: Newsroom, visible: Newsroom, site: Site, folder: Path) -> Count:
    """Count the finished tree. Raises :class:`PostsLost` where a post or any other planned page is missing in it."""
    missing = [page.address for page in site.pages if not (folder / destination(page)).is_file()]
    read = Counter(language for post in visible.posts for language in post.translations)
    written = Counter(page.language for page in site.pages if _is_post(page) and page.address not in missing)
    if missing or read != written:
        raise _lost(missing)
    held = len(newsroom.posts) - len(visible.posts)
    return Count(_localized(read), _localized(written), held, len(site.pages))


def _lost(missing: list[str]) -> PostsLost:
    some = ", ".join(missing[:10])
    return PostsLost(
        f"{len(missing)} planned pages were not written ({some}), so the site was left as it was",
        f"لم تُكتب صفحات مخططة عددها {len(missing)} ({some})، فبقي الموقع كما كان",
    )


def _is_post(page: Page) -> bool:
    return isinstance(page.view, PostView | WithdrawnView)


def _localized(counted: Counter[Language]) -> Localized[int]:
    return Localized(counted["ar"], counted["en"])
