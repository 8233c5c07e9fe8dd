"""A number in a title or a summary has no source.

A headline's amount or percentage is what others quote, and they ask where it is from. Bad: *Costs down 30%*, and no
word of who measured. Good: any of these shows the number: evidence with this value, or a label that says it; a table of
the post; a sentence that links to a source or names it (*according to the audited statements*, «وفق القوائم المدققة»);
a value ``{{figure.series.point}}``. Years, dates, hours, telephone numbers, ages, ordinals, names with numbers and
counts below ten need none. Mend it by adding the evidence, or by taking the number out of the headline.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from newsroom.languages.quantities import quantities
from newsroom.languages.quantity import Quantity
from newsroom.model.language import Language, Localized
from newsroom.model.post import Evidence, Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.evidence.sentences import links_from, sentence_around
from newsroom.rules.facts import Said, whole_of

RULE: Final = Rule(
    "NR302",
    "warning",
    what=Localized("لا مصدر للرقم «{number}»", 'the number "{number}" has no source'),
    mend=Localized(
        "أضفه إلى evidence بمصدره وتاريخه، أو اذكر مصدره في جملته",
        "add it to evidence with its source and date, or name the source in its sentence",
    ),
    editorial=True,
)

_KEYS: Final = ("title", "summary")
_DIGIT: Final = re.compile(r"\d")
_FEW: Final = 10
"""Counts below it are told in words, and anyone can count them."""
_MANY: Final = 1000
_COUNTS: Final = re.compile(r"[\s\u00a0-]+[^\W\d_]")
_WITHOUT_SOURCE: Final = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "°C", "°"})
_SCALES: Final = tuple(Decimal(10) ** power for power in (0, 3, 6, 9))
_SOURCE: Final = re.compile(
    r"according to|\bas (?:reported|measured|recorded|audited|certified|verified) (?:by|in)|\bsource:|\bbased on|"
    r"\bfigures? (?:from|by|of)\b|"
    r"\b(?:statements?|report|survey|study|audit|register|records?|index|figures) (?:by|from|shows?|puts?|found|say)\b|"
    r"(?<!\w)و?(?:وفق|وفقا|بحسب|حسب|طبقا|استنادا|المصدر|بناء علي)(?!\w)|"
    r"(?<!\w)(?:كما )?[تي]?ظهرت?\w* (?:ال)?(?:نتايج|قوايم|بيانات|سجلات|ارقام)"
)
_NAME_BEFORE: Final = re.compile(
    r"(?:\b(?:ISO|IEC|vision|agenda|route|road|gate|berth|flight|decision|circular|article|no\.?|number)|"
    r"(?:رؤية|طريق|بوابة|رصيف|قرار|تعميم|مادة|المادة|رقم|آيزو|أيزو|رحلة))[\s/-]*(?:رقم )?"
    r"(?-i:[A-Z]{1,3}[\s/-]?)?$",
    re.IGNORECASE,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every number without a source, in titles and summaries, once in each."""
    if not isinstance(content, Post) or content.pubstatus == "canceled" or _is_counted_elsewhere(content):
        return
    for wording in wordings.values():
        keys = [passage for passage in wording.passages[:2] if passage.kind in _KEYS]
        if any(_DIGIT.search(passage.text) for passage in keys):
            yield from _in_text(keys, content, wording)


def _is_counted_elsewhere(post: Post) -> bool:
    """Whether a figure of ``content/figures`` stands for the post's numbers, with a source of its own."""
    return any(evidence.figure for evidence in post.evidence)


def _in_text(keys: list[Passage], post: Post, wording: Wording) -> Iterator[Problem]:
    telling = [passage for passage in keys if not _SOURCE.search(fold(passage.text).letters)]
    wanted = [(said, _values(said.fact)) for said in whole_of(wording).numbers(telling) if _needs_source(said)]
    known = frozenset(_of_evidence(post.evidence, wording.language)) if wanted else frozenset()
    missing = [each for each in wanted if known.isdisjoint(each[1])]
    if missing:
        known = frozenset(_of_sources(wording, frozenset().union(*(values for _, values in missing))))
        for said, values in missing:
            if known.isdisjoint(values):
                shown = said.passage.text[said.start : said.end].strip()
                yield Problem(RULE, wording.document.name, wording.line_of(said.passage), {"number": shown})


def _needs_source(said: Said[Quantity]) -> bool:
    number, text = said.fact, said.passage.text
    if not number.in_digits or number.kind != "cardinal" or number.unit in _WITHOUT_SOURCE:
        return False
    if not number.unit and (_is_few(number) or _is_label(said)):
        return False
    return not _NAME_BEFORE.search(text, max(0, said.start - 16), said.start)


def _is_few(number: Quantity) -> bool:
    return abs(number.value) < _FEW and number.value == int(number.value)


def _is_label(said: Said[Quantity]) -> bool:
    """Whether nothing is counted: *Notice 12*."""
    return abs(said.fact.value) < _MANY and not _COUNTS.match(said.passage.text, said.end)


def _values(number: Quantity) -> frozenset[Decimal]:
    """How a source may tell a number: in full, or in thousands or millions as the head of a table says."""
    return frozenset(abs(reading) / scale for reading in number.readings for scale in _SCALES)


def _of_evidence(every: tuple[Evidence, ...], language: Language) -> Iterator[Decimal]:
    for evidence in every:
        if evidence.value is not None:
            yield abs(evidence.value)
        unit = evidence.unit[language] if evidence.unit else ""
        yield from _numbers_in(f"{evidence.label[language]} {unit}", language)


def _of_sources(wording: Wording, values: Collection[Decimal]) -> Iterator[Decimal]:
    """Those of some values that stand in tables, or in sentences that lead to a source."""
    for said in whole_of(wording).numbers():
        found = [value for value in map(abs, said.fact.readings) if value in values]
        if found and said.passage.kind not in _KEYS and (said.passage.kind == "cell" or _is_sourced(said, wording)):
            yield from found


def _is_sourced(said: Said[Quantity], wording: Wording) -> bool:
    """Whether the sentence of a number leads to a source."""
    start, end = sentence_around(said.passage.text, said.start)
    sentence = fold(said.passage.text[start:end]).letters
    return links_from(wording, said.passage, said.start) or _SOURCE.search(sentence) is not None


@lru_cache(maxsize=4096)
def _numbers_in(text: str, language: Language) -> tuple[Decimal, ...]:
    return tuple(abs(reading) for number in quantities(text, language) for reading in number.readings)
