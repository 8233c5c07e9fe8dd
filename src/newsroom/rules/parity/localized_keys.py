"""The front matter says a number, date or unit otherwise in one language than in the other.

Labels, units and sources of evidence, descriptions and captions of pictures, corrections and the reason of a
withdrawal are written in both languages side by side, and shown on two pages. A description or a caption may leave a
number out; it may not say another. Bad: ``unit: {ar: "مليون ر.ع.", en: "OMR thousand"}``; ``label: {ar: "الإيرادات،
٢٠٢٥", en: "Revenue, 2024"}``. Good: the same year, and *million* in both. To mend it, look it up in the source and
correct whichever is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsroom.languages.units import may_be_same
from newsroom.model.executive import Executive
from newsroom.model.language import Language, Localized
from newsroom.model.post import Picture, Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.facts import Talk
from newsroom.rules.parity.likeness import Number, same_value, say_the_same
from newsroom.rules.parity.matching import matched
from newsroom.rules.parity.pairs import are_both

RULE: Final = Rule(
    "NR339",
    "error",
    what=Localized(
        "يختلف {key} بين اللغتين: {said_ar}",
        "{key} differs between the languages: {said}",
    ),
    mend=Localized(
        "راجع المصدر، واكتب الرقم أو التاريخ أو الوحدة نفسها في اللغتين",
        "check the source, and write the same number, date or unit in both languages",
    ),
    editorial=True,
)

_WORTH_A_LOOK: Final = re.compile(r"\d|ربع|نصف|quarter|half", re.IGNORECASE)
_CURRENCY_FIRST: Final = re.compile(r"[A-Z]{3}\b")


@dataclass(frozen=True, slots=True)
class _Key:
    """Words in both languages, and where they stand. ``may_omit`` where one language may leave something out."""

    location: tuple[str | int, ...]
    words: Localized[str]
    may_omit: bool = False
    is_unit: bool = False


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """Every key whose two languages disagree."""
    if not are_both(wordings):
        return
    for key in _keys(content):
        if key.words.ar and key.words.en and key.words.ar != key.words.en:
            for arabic, english in _differences(key):
                document = _carrier(key.location, wordings).document
                said = _said(arabic, english)
                values = {"key": ".".join(map(str, key.location)), "said": said.en, "said_ar": said.ar}
                yield Problem(RULE, document.name, document.line_of(*key.location), values)


def _said(arabic: str, english: str) -> Localized[str]:
    """What each language says; one of them may say nothing."""
    if not english:
        return Localized(
            f"«{arabic}» بالعربية، ولا يقابله شيء بالإنجليزية", f'"{arabic}" in Arabic, and nothing like it in English'
        )
    if not arabic:
        return Localized(
            f"«{english}» بالإنجليزية، ولا يقابله شيء بالعربية",
            f'"{english}" in English, and nothing like it in Arabic',
        )
    return Localized(
        f"«{arabic}» بالعربية و«{english}» بالإنجليزية", f'"{arabic}" in Arabic and "{english}" in English'
    )


def _carrier(location: tuple[str | int, ...], wordings: Wordings) -> Wording:
    """The text whose file has the keys that both share."""
    return next((wording for wording in wordings.values() if location[0] in wording.document.tree), wordings["ar"])


def _keys(content: Content) -> Iterator[_Key]:
    if isinstance(content, Executive):
        yield from (_Key(("roles", number, "title"), role.title) for number, role in enumerate(content.roles))
        yield from _of_picture("portrait", content.portrait)
    elif isinstance(content, Post):
        yield from _of_picture("hero", content.hero)
        yield from _of_evidence(content)
        yield from (_Key(("corrections", number, "text"), note.text) for number, note in enumerate(content.corrections))
        if content.withdrawal:
            yield _Key(("withdrawal", "reason"), content.withdrawal.reason)


def _of_picture(name: str, picture: Picture | None) -> Iterator[_Key]:
    if picture:
        yield _Key((name, "alt"), picture.alt, may_omit=True)
        yield _Key((name, "caption"), picture.caption, may_omit=True)


def _of_evidence(post: Post) -> Iterator[_Key]:
    for number, evidence in enumerate(post.evidence):
        yield _Key(("evidence", number, "label"), evidence.label)
        yield _Key(("evidence", number, "source"), evidence.source)
        if evidence.unit:
            yield _Key(("evidence", number, "unit"), evidence.unit, is_unit=True)


def _differences(key: _Key) -> Iterator[tuple[str, str]]:
    """What each language says and the other does not, or says with another unit."""
    if key.is_unit:
        yield from _units(key.words)
        return
    if not any(map(_WORTH_A_LOOK.search, key.words)):
        return
    arabic, english = _talk(key.words.ar, "ar"), _talk(key.words.en, "en")
    for left, right in (_left_numbers(arabic, english), _left_dates(arabic, english)):
        for place in range(max(len(left), len(right))):
            pair = _at(left, place), _at(right, place)
            if all(pair) or not key.may_omit:
                yield pair


@lru_cache(maxsize=256)
def _talk(words: str, language: Language) -> Talk:
    return Talk([Passage("note", words, ())], language)


def _units(words: Localized[str]) -> Iterator[tuple[str, str]]:
    """Two units that are not one and the same: of each, one is compared."""
    if not _are_one(words.ar, words.en):
        yield words.ar, words.en


@lru_cache(maxsize=256)
def _are_one(arabic: str, english: str) -> bool:
    """Whether two units are the same; a newsroom has few, which return in every post."""
    one, two = _talk(_one_of(arabic), "ar").numbers(), _talk(_one_of(english), "en").numbers()
    return any(say_the_same(first, second) for first in one for second in two)


def _one_of(unit: str) -> str:
    """A unit as it stands with a number: "OMR 1 million" for "OMR million"."""
    code = _CURRENCY_FIRST.match(unit)
    return f"{unit[: code.end()]} 1{unit[code.end() :]}" if code else f"1 {unit}"


def _at(words: list[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _left_numbers(arabic: Talk, english: Talk) -> tuple[list[str], list[str]]:
    pairs, left, right = matched(arabic.numbers(), english.numbers(), say_the_same, same_value)
    apart = [(one, two) for one, two in pairs if not may_be_same(one.fact.unit, two.fact.unit)]
    told = [pair[0] for pair in apart] + _told(left), [pair[1] for pair in apart] + _told(right)
    return [said.words for said in told[0]], [said.words for said in told[1]]


def _told(numbers: list[Number]) -> list[Number]:
    """Numbers that are told as such: in digits, and not *one*."""
    return [said for said in numbers if said.fact.in_digits and said.fact.value != 1]


def _left_dates(arabic: Talk, english: Talk) -> tuple[list[str], list[str]]:
    _, left, right = matched(arabic.dates(), english.dates(), lambda one, two: one.fact.agrees_with(two.fact))
    return [said.words for said in left], [said.words for said in right]
