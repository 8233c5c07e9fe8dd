"""What a build did: posts in and out, pages made and kept, and the time and memory that it took."""

from __future__ import annotations

import datetime
import sys
import time
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from newsroom.engine.files import destination
from newsroom.errors import PostsLost
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.pages.page import Site

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_LANGUAGES: Final = Localized("العربية", "Arabic"), Localized("الإنجليزية", "English")
_PARTS: Final[Mapping[str, Localized[str]]] = {
    "reading": Localized("القراءة", "reading"),
    "planning": Localized("التخطيط", "planning"),
    "rendering": Localized("الإنشاء", "rendering"),
    "documents": Localized("الخلاصات والملفات", "feeds and files"),
    "proving": Localized("الإثبات", "proving"),
    "publishing": Localized("النشر", "publishing"),
}
MEBIBYTE: Final = 2**20


@dataclass
class Stopwatch:
    """Seconds that each part of a build took; one part begins where the last one ends."""

    seconds: dict[str, float] = field(default_factory=dict)
    _part: str = ""
    _since: float = 0.0

    def begin(self, part: str) -> None:
        """Begin a part, and end the one before."""
        now = time.perf_counter()
        if self._part:
            self.seconds[self._part] = self.seconds.get(self._part, 0.0) + now - self._since
        self._part, self._since = part, now

    def stop(self) -> Mapping[str, float]:
        """End the last part."""
        self.begin("")
        return self.seconds


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    ``read`` and ``written`` count posts, ``held`` those that are not public. ``pages`` are all pages; ``rendered`` of
    them were made and ``reused`` stayed. ``documents`` are all files for machines, and ``documents_made`` those that
    were made. ``removed`` counts files taken from the site. ``memory`` is what the first process and the largest of its
    workers took at most, in bytes. ``address`` is where the site stands, ``instant`` the one that it shows and ``due``
    the next at which the public site changes by itself, both in the newsroom's zone; a preview has neither.
    """

    read: Localized[int]
    written: Localized[int]
    held: int
    pages: int
    rendered: int
    reused: int
    documents: int
    documents_made: int
    removed: int
    seconds: Mapping[str, float]
    memory: int
    address: str
    instant: datetime.datetime | None
    due: datetime.datetime | None

    def sentences(self, language: Language) -> str:
        """The summary for people, in four lines."""
        posts = [
            _in(language, f"{names.ar}: دخل {read} وخرج {written}", f"{names.en} {read} in {written} out")
            for names, read, written in zip(_LANGUAGES, self.read, self.written, strict=True)
        ]
        joint = _in(language, "، ", ", ")
        parts = joint.join(f"{_PARTS[part][language]} {seconds:.1f}" for part, seconds in self.seconds.items())
        total, memory = sum(self.seconds.values()), self.memory / MEBIBYTE
        pages, rendered, reused, removed = self.pages, self.rendered, self.reused, self.removed
        return "\n".join(
            (
                _in(
                    language,
                    f"المنشورات — {joint.join(posts)}؛ محجوب {self.held}.",
                    f"Posts: {joint.join(posts)}; {self.held} held.",
                ),
                _in(
                    language,
                    f"الصفحات: {pages}؛ أُنشئ {rendered} وبقي {reused}؛ الملفات المحذوفة: {removed}.",
                    f"Pages: {pages}; {rendered} rendered, {reused} reused. Removed: {removed} files.",
                ),
                _in(
                    language,
                    f"الخلاصات وملفات الآلات: {self.documents}؛ أُنشئ منها {self.documents_made}.",
                    f"Feeds and files for machines: {self.documents}; {self.documents_made} made.",
                ),
                _in(
                    language,
                    f"الزمن: {total:.1f} ث ({parts})؛ الذاكرة: {memory:.0f} م.ب.",
                    f"Time: {total:.1f} s ({parts}); memory: {memory:.0f} MiB.",
                ),
            )
        )

    def record(self) -> dict[str, Any]:
        """The summary for programs: seconds by part, memory in bytes."""
        return {
            "posts": {
                "read": {"ar": self.read.ar, "en": self.read.en},
                "written": {"ar": self.written.ar, "en": self.written.en},
                "held": self.held,
            },
            "pages": {
                "all": self.pages,
                "rendered": self.rendered,
                "reused": self.reused,
            },
            "documents": {"all": self.documents, "made": self.documents_made},
            "removed": self.removed,
            "seconds": {part: round(seconds, 4) for part, seconds in self.seconds.items()},
            "memory": self.memory,
            "instant": self.instant.isoformat() if self.instant else None,
            "due": self.due.isoformat() if self.due else None,
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many posts went in and came out in each language, and how many are held back."""

    read: Localized[int]
    written: Localized[int]
    held: int


def count(newsroom: Newsroom, visible: Newsroom, site: Site, files: Collection[str]) -> Count:
    """Count the finished files. Raises :class:`PostsLost` where anything that was planned is missing in them."""
    missing = [each.address for each in site.blueprints if destination(each.address) not in files]
    missing += [address for each in site.documents for address in each.addresses if address not in files]
    read = Counter(language for post in visible.posts for language in post.translations)
    lost = set(missing)
    written = Counter(each.language for each in site.blueprints if each.is_post and each.address not in lost)
    if missing or read != written:
        raise _lost(missing)
    return Count(_localized(read), _localized(written), len(newsroom.posts) - len(visible.posts))


def peak_memory() -> int:
    """Bytes that this process and the largest that it waited for took at most; 0 where the system does not say."""
    if resource is None:
        return 0
    of_all = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(of_all) * (1 if sys.platform == "darwin" else 1024)


def _lost(missing: list[str]) -> PostsLost:
    some = ", ".join(missing[:10])
    return PostsLost(
        f"{len(missing)} planned pages were not written ({some}), so the site was left as it was",
        f"لم تُكتب صفحات مخططة عددها {len(missing)} ({some})، فبقي الموقع كما كان",
    )


def _localized(counted: Counter[Language]) -> Localized[int]:
    return Localized(counted["ar"], counted["en"])


def _in(language: Language, ar: str, en: str) -> str:
    return ar if language == "ar" else en
