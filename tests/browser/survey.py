"""Which pages are looked at, how, and what was seen: each page is loaded once and everything measured on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.browser.conftest import Reader

WIDTHS = (320, 390, 768, 1280)
SCHEMES = ("light", "dark")

_IN_BOTH = (
    "",
    "archive/",
    "archive/2025/",
    "types/results/",
    "topics/cold-chain/",
    "audiences/shareholders/",
    "audiences/media/",
    "executives/",
    "executives/salim-al-harthy/",
    "search/",
    "media-library/",
    "accounts/",
    "media-contacts/",
    "boilerplate/",
    "about/",
    "fact-sheet/",
    "figures/",
    "subscribe/",
    "calendar/",
    "404.html",
    "posts/2026/first-half-results-2026/",
    "posts/2026/robot-stacker-sohar/",
    "posts/2025/annual-results-2024/",
    "posts/2025/board-dividend-proposal/",
)
ADDRESSES = (
    "",
    "404.html",
    "ar/posts/2024/salalah-storm-statement/",
    "en/posts/2026/investor-day-transcript-note/",
    *(f"{language}/{address}" for language in ("ar", "en") for address in _IN_BOTH),
)


@dataclass(frozen=True)
class Sight:
    """What was seen of one page; lists tell what is wrong."""

    address: str
    kind: str
    sideways: dict[int, list[str]]
    cut: dict[int, list[str]]
    disorder: dict[int, list[str]]
    shaped_arabic: list[str]
    turned: list[str]
    weak: dict[tuple[str, int], list[str]]
    measured: int
    paper: dict[str, float]
    broken_pictures: list[str]
    words: dict[int, list[str]]
    noticed: list[str]


def look(reader: Reader, addresses: tuple[str, ...]) -> Iterator[Sight]:
    for address in addresses:
        reader.page.emulate_media(color_scheme="light")
        reader.go(address)
        yield _look(reader, address)


def _look(reader: Reader, address: str) -> Sight:
    sideways, cut, disorder, words, weak, paper, measured = {}, {}, {}, {}, {}, {}, []
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        sideways[width], cut[width] = reader.measure("sideways"), reader.measure("cut")
        disorder[width] = reader.measure("disorder")
        words[width] = reader.measure("words", "main")
        for scheme in SCHEMES if width in (390, 1280) else ():
            reader.page.emulate_media(color_scheme=scheme)
            contrast = reader.measure("contrast")
            weak[scheme, width] = contrast["weak"]
            measured.append(contrast["measured"])
            paper[scheme] = reader.measure("paperLuminance")
    return Sight(
        address=address,
        kind=reader.page.evaluate("document.body.className"),
        sideways=sideways,
        cut=cut,
        disorder=disorder,
        shaped_arabic=reader.measure("shapedArabic"),
        turned=reader.measure("turned"),
        weak=weak,
        measured=min(measured),
        paper=paper,
        broken_pictures=reader.measure("brokenPictures"),
        words=words,
        noticed=reader.noticed(),
    )
