"""Words that are often written without their hamza, or with one that they do not have, and how they are written right.

Left out are words that are right both ways: «إستراتيجية», a foreign word, beside «استراتيجية»; «الإستروجين»,
«الإسترليني», «إستونيا»; «إطلاع» beside «اطلاع»; and what a prefix makes another word: «واحد», «بالية», «واهم».
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.rules.word_lists import listed

_WHOLE: Final = listed(
    "أن إن وأن وإن أنه إنه أنها إنها أنهم إنهم أننا إننا وأنه وإنه وأنها وإنها وأنهم بأنه بأنها بأنهم لأن لأنه "
    "لأنها لأنهم ولأن إذا وإذا فإذا إذ إلى وإلى أو أم أي أما وأما إلا وإلا أيضا وأيضا أنا أنت أنتم أين أحد إحدى "
    "أهم أمس أكثر وأكثر بأكثر أقل بأقل الآن آلاف آخر أسرة أزمة"
)
"""Words that are looked for as they are, for a prefix may make them another word."""
_WITH_PREFIXES: Final = listed(
    "أول أكبر أعلى أفضل أكد أكدت أعلن أعلنت أضاف أضافت أشار أشارت أوضح أوضحت أطلق أطلقت أصدر أصدرت أقام أقامت "
    "أنجز أنجزت أسهم أسهمت أثناء أمام أرباح أعمال أسواق أسعار أهداف أفراد أصول أوراق أسبوع أسابيع أسماك أغذية "
    "أيام أداء أطفال أنشطة أهمية أخرى أخير أخيرا أخيرة أرقام أقسام أنظمة أجهزة أعضاء أعداد إعداد أشهر أمانة "
    "أسطول أستاذ أغسطس أبريل أكتوبر أوروبا أفريقيا أمريكا أراضي أبناء أطراف أسباب أساس أساسي أساسية أسلوب أضرار "
    "أحداث أحكام إدارة إدارات إداري إدارية إعلام إعلامي إعلامية إعلان إعلانات إنتاج إنتاجية إيراد إيرادات إجراء "
    "إجراءات إمارات إماراتي إنجاز إنجازات إنشاء إنشاءات إعادة إضافة إضافي إضافية إقامة إقليم إقليمي إقليمية "
    "إرسال إصدار إصدارات إطلاق إطار إجمالي إجمالية إحصاء إحصاءات إسكان إشراف إسهام إسهامات إسلامي إسلامية إنسان "
    "إنساني إنسانية إنفاق إنترنت إلكتروني إلكترونية إلكترونيا إمكانات إمكانية إيجابي إيجابية إيداع إدراج إقرار "
    "إبلاغ إغلاق إيقاف إدخال إنذار إنقاذ آفاق آثار آراء آسيا"
)
"""Words that stay themselves behind a prefix or the article."""
_WITH_ARTICLE: Final = listed(
    "أول أولى أحد أربعاء أردن أمن أمم أرض أثر أهم أقل أكثر أمر أسر أمل أجر إسلام إثراء أوسط أدنى أقصى أخضر أزرق "
    "أحمر أبيض أسود أسرة أزمة آن آخر آلية آليات آلات"
)
"""Words that are sure only behind the article."""
_ARTICLES: Final = ("ال", "وال", "فال", "بال", "وبال", "كال", "لل", "ولل")
_PREFIXES: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", *_ARTICLES)
_HAMZA: Final = re.compile("[أإآ]")

_MASDARS: Final = listed(
    "ستثمار ستخدام ستعداد ستقبال ستمرار ستقرار ستهلاك ستيراد ستدامة ستفادة ستشارة ستجابة ستكمال ستحواذ ستضافة "
    "ستعراض ستفسار ستقلال قتصاد جتماع تصال تفاق بتكار فتتاح حتفال ختيار شتراك عتماد نتخاب هتمام متياز لتزام "
    "حتياط كتتاب حتياج رتفاع نخفاض نتقال ندماج نضمام نتهاء نطلاق نعقاد نقطاع نسحاب نبعاث نهيار نتشار نتظار نتظام "
    "نفتاح نضباط نعكاس نصراف ختبار ختصاص ختتام ختراع ختلاف حترام حتفاظ حتمال حتواء حتراف حتجاج جتياز جتهاد عتبار "
    "عتراف عتذار عتزاز عتداء قتراح قتراض قتناء قتصار قتضاء كتشاف كتمال كتفاء متلاك متثال متداد متنان نتماء بتداء "
    "بتعاد بتسام تحاد تجاه تخاذ تزان تساع تهام دخار زدهار زدياد زدحام رتباط رتقاء رتكاز رتياح شتمال شتباك صطفاف "
    "ضطراب فتراض لتحاق لتقاء دعاء طمئنان"
)
"""Of the seventh, eighth and tenth forms, whose alef has no hamza; without that alef."""
_NOUNS: Final = listed("سم سما سمه سمها سمي بن بنه بنها بنة بنته بنتها مرأة ثنين ثنان ثنتين ثنتان")
"""The other words with such an alef: name, son, daughter, woman, two and Monday."""
_PAST: Final = listed(
    "فتتح رتفع نخفض حتفل جتمع نطلق عتمد ختتم تفق نضم نتهى نتقل حتوى شترى كتسب كتمل لتزم ختار تخذ تجه عتبر قترح "
    "لتقى متد نعقد زداد"
)
_LOANS: Final = "ستراتيج|سترو|سترلين|ستراز|ستريو|سترات|ستر$|ستون|ستاد|ستان|ستبرق|ستودي|ستدي|ستيف|ستيب|ستيل|ستاتي|ستنب"
"""How foreign words begin that may look like a tenth form."""
_LETTER: Final = "[بتثجحخدذرزسشصضطظعغفقكلمنهويئؤ]"
_LOANS_LIKE_THE_EIGHTH: Final = "نتران|نتراك|لترا|نستا|نديان"
# The fourth form, which has a hamza, has one letter where these have two: «إنتاج», and «انتقال», «انطلاق».
_EIGHTH: Final = (
    rf"(?!{_LOANS_LIKE_THE_EIGHTH})(?:[بجحخرشعغفقكلمنه]ت{_LETTER}|ن{_LETTER}{_LETTER}|صط{_LETTER}|ضط{_LETTER}|زد{_LETTER})"
    r"ا[^\Wة]\w{0,5}"
)
_BEFORE: Final = "(?P<before>[وف]?(?:[بك]?ال|لل|[بكل])?)"
_SUFFIX: Final = "(?:ا|ة|ه|ها|هم|نا|كم|ي|ية|ات|ات[هين]|اتها|اتهم|اتنا|ين|ته|تها|يين|يون|يات)?"
_WRONG_HAMZA: Final = re.compile(
    rf"""{_BEFORE}(?:[إأ](?P<masdar>(?:{"|".join(_MASDARS)}){_SUFFIX})|إ(?P<noun>{"|".join(_NOUNS)})"""
    rf"""|إ(?P<past>(?:{"|".join(_PAST)})(?:ت|وا|نا)?)|إ(?P<tenth>(?!{_LOANS})ست\w{{3,}})|إ(?P<eighth>{_EIGHTH}))"""
)


def _missing() -> Mapping[str, str]:
    right = defaultdict(list)
    for word in (*_WHOLE, *_behind(_PREFIXES, _WITH_PREFIXES), *_behind(_ARTICLES, _WITH_ARTICLE)):
        right[_HAMZA.sub("ا", word)].append(word)
    return {wrong: " / ".join(dict.fromkeys(words)) for wrong, words in right.items()}


def _behind(prefixes: tuple[str, ...], words: tuple[str, ...]) -> Iterator[str]:
    return (prefix + word for word in words for prefix in prefixes)


MISSING: Final = _missing()
"""What is right, by what is written: each bare word that lacks its hamza."""


@functools.lru_cache(maxsize=4096)
def without_wrong_hamza(word: str) -> str:
    """A bare word without a hamza that it does not have; nothing where it is right, or may be."""
    match = _WRONG_HAMZA.fullmatch(word)
    if match is None:
        return ""
    rest = next(match[name] for name in ("masdar", "noun", "past", "tenth", "eighth") if match[name])
    return f"{match['before']}ا{rest}"
