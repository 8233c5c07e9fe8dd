"""A word ends in «ه» where it must end in «ة», or the other way round.

«الشركه» is not found by whoever searches for «الشركة». Only words of which there is no doubt are looked at: a noun with
the article takes no «ه» of its owner; «شركه» without it may be «his share». Bad: «الشركه فى السلطنه» «مياة» Good:
«الشركة في السلطنة» «مياه» To mend it, write the word as shown.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.arabic.final_yaa import STEMS_OF_ADJECTIVES
from newsroom.rules.arabic.letters import standing, words_among
from newsroom.rules.places import problem
from newsroom.rules.word_lists import listed

RULE: Final = Rule(
    "NR365",
    "warning",
    what=Localized("خلط بين التاء المربوطة والهاء في «{word}»", '"{word}" confuses ة and ه'),
    mend=Localized("اكتب «{right}»", 'write "{right}"'),
    editorial=True,
)

_NOUNS: Final = listed(
    "شرك مؤسس مدين سلطن حكوم وزار هيئ جامع مدرس خدم طاق إدار ادار منطق دول قيم نسب سع خط سن مرحل محط ولاي محافظ بلدي "
    "بورص جمعي لجن غرف مجموع قائم ميزاني رؤي مبادر تجرب شبك صناع تجار زراع سياح صح بيئ جود سلام ثق حماي رعاي تنمي "
    "استدام كفاء فتر مد ساع دقيق درج حرار مسؤولي شفافي نتيج زياد مساهم مشارك جائز شهاد دور دفع حلق ندو مساح مسير "
    "فرص سوقي شاحن حاوي سفين عاصم صحيف مملك متحد عام خاص جديد كبير حديث مقبل قادم ثاني ثالث رابع مختلف متعدد مستدام "
    "معتمد مبرد مجمد بارد مشترك ذكي طويل قصير كامل شامل آمن متكامل متخصص متوسط صغير أخير"
)
"""Feminine words without their ending."""
_ARTICLE: Final = "[وف]?(?:[بك]?ال|لل)"
_WITHOUT_DOTS: Final = re.compile(
    rf"{_ARTICLE}(?:(?:{'|'.join(_NOUNS)})|(?:{'|'.join(STEMS_OF_ADJECTIVES)})ي)ه|[وبلف]?(?:سلطن|وزار|حكوم|ولاي|هيئ|بلدي|جمعي|بورص|لجن|سفار)ه"
)
_WITH_DOTS: Final = re.compile(
    "[وف]?(?:لة|بة|فية|لدية|هذة|نفسة|اللة|(?:[بك]?ال|لل|[بلك])?(?:مياة|توجية|تنبية|اتجاة|انتباة|فواكة)|الفقة|الوجة)"
)
_OTHER: Final = {"ه": "ة", "ة": "ه"}


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every such word."""
    wrong = frozenset(word for word in words_among(wordings) if word[-1] in _OTHER and _is_wrong(word))
    for wording, passage, match in standing(wrong, wordings) if wrong else ():
        last = max(match[0].rfind(letter) for letter in _OTHER)
        right = match[0][:last] + _OTHER[match[0][last]] + match[0][last + 1 :]
        yield problem(RULE, wording, passage, match.start(), {"word": match[0], "right": right})


@functools.lru_cache(maxsize=4096)
def _is_wrong(word: str) -> bool:
    return bool(_WITHOUT_DOTS.fullmatch(word) or _WITH_DOTS.fullmatch(word))
