"""The headings of the two texts do not correspond.

A section that is missing, or that stands one level deeper, is where a translation most often lost a paragraph; and
readers who compare the two lose their way. The levels of the headings must be the same, in the same order. Bad: three
headings of the second level in Arabic, two in English. Good: three and three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.parity.disagreement import of_texts
from newsroom.rules.parity.facts import is_older
from newsroom.rules.parity.pairs import are_both
from newsroom.rules.parity.targets import language_pairs

RULE: Final = Rule(
    "NR336",
    "warning",
    what=Localized(
        "لا يقابل العنوانَ «{heading}» عنوان بمستواه في النص {sibling_ar}: العناوين في النص {text_ar} {count} "
        "وفي النص {sibling_ar} {others}",
        'the heading "{heading}" has no counterpart of its level in the {sibling_en} text: the {text_en} text has '
        "{count} headings, the {sibling_en} one {others}",
    ),
    mend=Localized(
        "اجعل العناوين في النصين متقابلة عددًا ومستوى وترتيبًا",
        "give both texts the same headings, of the same levels and in the same order",
    ),
    editorial=True,
)


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """The first heading that has no counterpart."""
    if not are_both(wordings) or any(is_older(content, language) for language in wordings):
        return
    levels = {language: _levels(wording) for language, wording in wordings.items()}
    if levels["ar"] == levels["en"]:
        return
    mine, other = max(language_pairs(), key=lambda pair: len(levels[pair[0]]))
    number = _first_difference(levels[mine], levels[other])
    heading = _headings(wordings[mine])[number]
    values = {"heading": heading.text, "count": str(len(levels[mine])), "others": str(len(levels[other]))}
    yield Problem(RULE, wordings[mine].document.name, wordings[mine].line_of(heading), values | of_texts(mine))


def _headings(wording: Wording) -> list[Passage]:
    return [passage for passage in wording.passages if passage.kind == "heading"]


def _levels(wording: Wording) -> list[int]:
    return [_level(wording.document.body, heading) for heading in _headings(wording)]


def _level(body: str, heading: Passage) -> int:
    """How many ``#`` stand before a heading, or which line stands below it."""
    place = heading.places[0]
    before = body[body.rfind("\n", 0, place) + 1 : place]
    if "#" in before:
        return before.count("#")
    following = body.find("\n", heading.places[-1]) + 1
    return 1 if body[following:].lstrip(" ").startswith("=") else 2


def _first_difference(longer: list[int], shorter: list[int]) -> int:
    differing = (number for number, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two)
    return next(differing, min(len(shorter), len(longer) - 1))
