"""A text holds figures in both kinds of digits, ٠-٩ and 0-9.

The newsroom chooses one for each language, as ``digits`` in ``newsroom.yml``; a reader who compares figures should not
have to read two. Names and codes keep theirs: *ISO 22000*, *5G*, telephone numbers, hashtags, what stands beside a
Latin word. With ``digits: arab``: Bad: «زادت ١٢٪ إلى 45 مليون ريال» Good: «زادت ١٢٪ إلى ٤٥ مليون ريال» To mend it,
write all figures as the newsroom does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Digits, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.places import Place, places, problem

RULE: Final = Rule(
    "NR358",
    "warning",
    what=Localized("في النص نوعان من الأرقام، ومنها «{number}»", 'the text has two kinds of digits; "{number}" is one'),
    mend=Localized("اكتبه كما يكتب المركز الإعلامي أرقامه: «{right}»", 'write it as the newsroom does: "{right}"'),
    editorial=True,
)

_EASTERN: Final = "٠١٢٣٤٥٦٧٨٩"
_WESTERN: Final = "0123456789"
_EACH: Final = {"arab": re.compile(f"[{_EASTERN}]"), "latn": re.compile("[0-9]")}
_TO: Final = {
    "arab": str.maketrans(f"{_WESTERN}%", f"{_EASTERN}٪"),
    "latn": str.maketrans(f"{_EASTERN}٪٫٬", f"{_WESTERN}%.,"),
}
_D: Final = f"[0-9{_EASTERN}]"
_YEAR: Final = f"(?:19|20|١٩|٢٠){_D}{{2}}"
_NUMBER: Final = re.compile(
    rf"""(?P<kept>
        [A-Za-z][\w.+/&'’-]*(?:[:\s(-]{{1,2}}{_D}[\w.:/-]*)*        # a Latin word and its numbers: ISO 22000:2018
      | {_D}[{_D[1:-1]}.,]*-?[A-Za-z]\w*                            # 5G, 25km
      | {_D}[{_D[1:-1]}.,]*\s(?=[A-Za-z])                           # 25 km
      | (?:\+|\b00){_D}[\d\s()-]{{5,}}{_D}                          # a telephone number
      | \b(?!{_YEAR}-{_YEAR}\b){_D}{{3,4}}(?:[\s-]{_D}{{3,4}})+\b    # one within the country
      | {_D}{{7,}}                                                 # a long code
      | \b{_D}{{4}}-{_D}{{2}}-{_D}{{2}}(?:T[\d:+-]+)?\b             # 2026-01-15
      | \b{_D}{{1,3}}(?:\.{_D}{{1,3}}){{2,}}\b                         # 127.0.0.1, 5.1.2
      | [\#@]\w+ | \w+_\w+                                          # a hashtag
      | (?:هاتف|الهاتف|فاكس|الفاكس|تحويلة|واتساب|المجاني|الساخن|الموحد|جوال|بدالة|الرقم|بالرقم
          |الرمز|رمز|السجل|الترخيص|الحساب)
        (?:\s(?:رقم|التجاري|البريدي|على))*:?\s{_D}[\d\s-]*
      | (?:الإصدار|إصدار|النسخة|المواصفة|أيزو|آيزو|الأيزو|الآيزو|بوينغ|إيرباص|ويندوز
          |أندرويد|آيفون|غالاكسي|جالاكسي|كوفيد)
        (?:\s\w+)??[\s-]{_D}[\w:.]*
    ) | {_D}+(?:[.,٫٬/:]{_D}+)*[%٪]?""",
    re.VERBOSE,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """The first figure of each line that is not written as the newsroom writes them, in a text where others are."""
    if "ar" in wordings and all(each.search(wordings["ar"].text) for each in _EACH.values()):
        numbers = [place for place in places(_NUMBER, "ar", wordings) if not place[2]["kept"]]
        if all(any(each.search(place[2][0]) for place in numbers) for each in _EACH.values()):
            yield from _strangers(numbers, standards.digits.ar)


def _strangers(numbers: list[Place], digits: Digits) -> Iterator[Problem]:
    strange = _EACH["latn" if digits == "arab" else "arab"]
    told: set[int] = set()
    for wording, passage, match in numbers:
        line = wording.line_of(passage, match.start())
        if strange.search(match[0]) and line not in told:
            told.add(line)
            right = match[0].translate(_TO[digits])
            yield problem(RULE, wording, passage, match.start(), {"number": match[0], "right": right})
