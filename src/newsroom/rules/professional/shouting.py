"""A text shouts: words in capitals, exclamation marks, letters drawn out.

News is believed for what it says. Bad: *HUGE success for Luban!* «نجاح كبير!!» «خبر رااائع». Good: *Luban's revenue
rises 12%* «إيرادات لُبان ترتفع ١٢٪». Abbreviations, symbols and names are written as they are; a word is in capitals
for nothing where it is an ordinary word, is written small elsewhere in the text, or is one of several in a row. One
mark of exclamation may stand in a quotation, and in opinions and speeches, which are somebody's voice; two may not.
Mend it with small letters and a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.places import problem
from newsroom.rules.professional.capitals import ORDINARY, WELL_KNOWN, is_an_ordinary_word, is_roman, of_standards

RULE: Final = Rule(
    "NR321",
    "warning",
    what=Localized("في «{found}» صياح لا يليق بخبر", '"{found}" shouts'),
    mend=Localized(
        "اكتفِ بنقطة وبكلمة عادية، ودع الخبر يتكلم",
        "use small letters and a full stop, and let the news speak",
    ),
    editorial=True,
)

_EXCLAMATION: Final = re.compile(r"[\w»\"”)]*\s?(?<!<)(?:[!！؟?]*[!！][!！؟?\s]*[!！؟?]+|[؟?]+[!！]|[!！])(?![=\[])")
_RUN: Final = re.compile(r"[!！؟?]\s?[!！؟?]")
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_DRAWN_OUT: Final = re.compile(r"[ء-ي]*?([اويه])\1{2}[ء-ي]*|(?<![a-zA-Z])[a-z]*?([aeouymh])\2{2}[a-z]*(?!\w)")
_SIGNS: Final = ("!", "！", *(letter * 3 for letter in "اويهaeouymh"))
_IN_CAPITALS: Final = re.compile(r"[A-Z]{2}")
_CAPITALS: Final = re.compile(
    r"(?<![\w.@#/&-])[A-Z]{2,}(?:['’]S)?(?![\w@/&]|-\d|\.[A-Z])(?:[ ,-]+[A-Z]{2,}(?:['’]S)?(?![\w@/&]))*"
)
_WORD: Final = re.compile(r"[A-Z]{2,}")
_LONG: Final = 6
"""Letters from which on hardly a word is an abbreviation."""
_OWN_VOICE: Final = frozenset({"opinion", "speech"})


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every place at which a text shouts, once in each passage."""
    if not isinstance(content, Post) or content.pubstatus == "canceled":
        return
    known = WELL_KNOWN | of_standards(standards)
    for wording in wordings.values():
        text = wording.text
        for passage in wording.passages if _may_shout(text) else ():
            found = _in_passage(passage, text, known, has_own_voice=content.type in _OWN_VOICE)
            if found is not None:
                yield problem(RULE, wording, passage, found.start(), {"found": found[0].strip()})


def _in_passage(passage: Passage, text: str, known: frozenset[str], *, has_own_voice: bool) -> re.Match[str] | None:
    words = passage.text
    if not _may_shout(words):
        return None
    return (
        _exclamation(words, is_allowed=has_own_voice and passage.kind not in {"title", "summary", "heading"})
        or _DRAWN_OUT.search(words)
        or next((match for match in _CAPITALS.finditer(words) if _is_shouted(match[0], text, known)), None)
    )


def _may_shout(text: str) -> bool:
    """Whether there is anything to look at: told in far less time than what it is."""
    return any(sign in text for sign in _SIGNS) or _IN_CAPITALS.search(text) is not None


def _exclamation(words: str, *, is_allowed: bool) -> re.Match[str] | None:
    if "!" not in words and "！" not in words:
        return None
    quoted = [match.span() for match in _QUOTED.finditer(words)]
    for match in _EXCLAMATION.finditer(words):
        mark = match.end() - 1
        is_one = not _RUN.search(match[0])
        may_stand = is_allowed or any(start <= mark <= end for start, end in quoted)
        if not (is_one and may_stand):
            return match
    return None


def _is_shouted(run: str, text: str, known: frozenset[str]) -> bool:
    every = _WORD.findall(run)
    words = [word for word in every if word not in known and not is_roman(word)]
    if len(every) > 2 and any(word in ORDINARY for word in every):
        return True
    if any(is_an_ordinary_word(word, text) for word in words):
        return True
    return any(len(word) >= _LONG for word in words) or (len(words) > 2 and sum(map(len, words)) > 12)
