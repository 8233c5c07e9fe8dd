"""Arabic words stand in straight quotes.

Arabic print quotes with «»; straight quotes do not tell where a quotation begins. Quotes around Latin words, inches and
quotes in code stay. Bad: «قال: "سنواصل العمل"» with straight quotes. Good: قال: «سنواصل العمل». To mend it, write « and
»; ``newsroom check --fix`` does it where both stand on one line, outside other quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Edit, Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import OBJECT, Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.arabic.letters import BASES, LETTERS
from newsroom.rules.places import problem

RULE: Final = Rule(
    "NR359",
    "information",
    what=Localized("اقتباس بين علامتين مستقيمتين: {words}", "straight quotes stand around {words}"),
    mend=Localized("اكتبه بين علامتي التنصيص «»", "write it in « and »"),
    editorial=True,
)

_PAIR: Final = re.compile(
    rf"""(?<![\d"A-Za-z])"(?=\S)[^"\n]+(?<=\S)"(?![\w"])"""
    rf"""|(?:(?<=[\s(«\u0640])|^)'(?=[{BASES}])[^'\n]+(?<=[{LETTERS}.!؟])'(?![\w'])"""
)
_ARABIC: Final = re.compile(f"[{BASES}]")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every pair of straight quotes around Arabic words."""
    wording = wordings.get("ar")
    if wording and any(quote in wording.text for quote in "\"'"):
        for passage in wording.passages:
            for start, end in _pairs(passage.text):
                words = passage.text[start + 1 : end - 1].replace(OBJECT, "")
                yield problem(RULE, wording, passage, start, {"words": words}, *_mended(wording, passage, start, end))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where pairs begin and end, the inner before the outer; each is seen as mended from then on."""
    while match := _PAIR.search(text):
        is_arabic = _ARABIC.search(match[0]) is not None
        if is_arabic:
            yield match.span()
        opening, closing = ("«", "»") if is_arabic else (OBJECT, OBJECT)
        text = (
            f"{text[: match.start()]}{opening}{text[match.start() + 1 : match.end() - 1]}{closing}{text[match.end() :]}"
        )


def in_guillemets(text: str) -> str:
    """A text with « and » in the places of such quotes, so that every letter stays where it is."""
    letters = list(text)
    for start, end in _pairs(text) if '"' in text or "'" in text else ():
        letters[start], letters[end - 1] = "«", "»"
    return "".join(letters)


def _mended(wording: Wording, passage: Passage, start: int, end: int) -> tuple[Edit | None, ...]:
    """« and » in their places, where they stand on one line and in no other quotation."""
    before = passage.text[:start]
    is_inside = before.count("«") > before.count("»") or before.count("“") > before.count("”")
    edits = wording.edit(passage, start, start + 1, "«"), wording.edit(passage, end - 1, end, "»")
    lines = {edit.line for edit in edits if edit}
    return (None,) if is_inside or len(lines) != 1 else edits
