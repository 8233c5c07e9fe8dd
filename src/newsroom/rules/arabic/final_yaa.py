"""Words that end in «ي» or in «ى», of which nobody who writes Arabic is in doubt.

Words that are right with either, such as «علي» and «على», «مبني» and «مبنى», are in neither list.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from newsroom.rules.arabic.letters import bare
from newsroom.rules.word_lists import listed

STEMS_OF_ADJECTIVES: Final = listed(
    "حال تال ثان ماض رئيس رسم وطن عرب عمان سعود إمارات كويت قطر بحرين مصر خليج دول عالم محل إقليم مال اقتصاد "
    "اجتماع تجار صناع زراع سياح لوجست حكوم تنفيذ إدار تقن رقم إلكترون إعلام صحف تعليم تدريب طب بيئ غذائ دوائ "
    "سنو شهر يوم أسبوع نهائ أساس رياض ثقاف قانون مصرف تشغيل استثمار تسويق هندس معمار سكن شخص ذات إضاف إجمال "
    "جزئ نوع مؤسس وظيف مهن تمويل ائتمان تأمين ضريب جمرك نفط كهربائ شمس طبيع مدن حضر ريف ساحل داخل خارج شمال "
    "جنوب شرق غرب آسيو أوروب إفريق أفريق أمريك يابان بريطان فرنس ألمان إيران إسلام تاريخ تراث جماع تطوع "
    "اصطناع افتراض استراتيج رياد معرف ميدان قضائ تشريع إنسان حقيق عمود مركز بحر عمل قياس حيو صين احتياط إلزام دور جذر"
)
"""Of adjectives that end in «ي»."""
_NOUNS_WITH_ARTICLE: Final = listed(
    "فن علم فعل صح بر جو خير هند ترك عاد سام ناد واد راع قاض محام مبان معان أراض أهال باق جار عال غال كاف توال متوال "
    "متتال مواز مساع نواح ضواح"
)
_STEMS_WITH_ARTICLE: Final = (*STEMS_OF_ADJECTIVES, *_NOUNS_WITH_ARTICLE)
"""Some are adjectives only with the article."""
_ARTICLE: Final = "[وف]?(?:[بك]?ال|لل)"
_DOTTED: Final = re.compile(
    rf"(?:[وف]?(?:في|هي|التي|الذي|كي|لكي)|[وفبلك]?(?:أي|حوالي|اللاتي|للتي|للذي|بالتي|بالذي|كالتي|كالذي)"
    rf"|(?:{_ARTICLE}|[وفبلك])?(?:{'|'.join(STEMS_OF_ADJECTIVES)})ي|{_ARTICLE}(?:{'|'.join(_STEMS_WITH_ARTICLE)})ي)"
)
_UNDOTTED: Final = re.compile(
    rf"(?:{_ARTICLE}|[وفبلك]*)(?:"
    + "|".join(
        listed(
            "إلى حتى متى لدى سوى مدى أعلى أدنى أقصى كبرى صغرى عظمى قصوى أخرى أولى مستوى منتدى مستشفى هدى رؤى شورى "
            "ذكرى فتوى جدوى شكوى عدوى موسيقى أضحى مقهى ملتقى مسعى مرسى مرمى ملهى مغزى مجرى فصحى مصطفى موسى عيسى يحيى "
            "أسمى أغلى قتلى جرحى مثلى حسنى سفلى محتوى مأوى منحى أجرى ألقى ألغى أنهى تلقى تولى استدعى انتهى اقتضى "
            "التقى اشترى احتوى سعى يسعى تسعى يبقى تبقى يتلقى تتلقى يتولى تتولى يسمى تسمى مسمى مقتضى مشفى منى سلمى "
            "ليلى لبنى"
        )
    )
    + ")"
)


@functools.lru_cache(maxsize=4096)
def final_yaa(word: str) -> str:
    """What the last letter of a word must be, «ي» or «ى», whatever is written; nothing where both may be."""
    stem = bare(word)[:-1]
    if _DOTTED.fullmatch(f"{stem}ي"):
        return "ي"
    return "ى" if _UNDOTTED.fullmatch(f"{stem}ى") else ""
