"""The words of praise that say nothing, as expressions; a pattern where only some company makes a word empty."""

from __future__ import annotations

from typing import Final

_PRAISED_EN: Final = (
    "service|services|quality|value|performance|achievement|achievements|success|results|team|experience|experiences|"
    "expertise|solution|solutions|product|products|customer service|support|standards|levels|work|growth|facilities|"
    "facility|efforts|opportunity|opportunities|talent|leadership|partner|partners|partnership|leader|leaders"
)
_EXCEPTIONAL_EN: Final = (
    "(?:outstanding|exceptional|superior|remarkable|extraordinary|superb|stellar|unique|premium|magnificent)"
)
_PRAISED_AR: Final = (
    "ارباح|نتايج|خدم(?:ة|ات)(?:نا)?|جودة|قيمة|اداء|اداو?ه|انجاز(?:ات)?|نجاح(?:ات)?|فريق|تجربة|تجارب|خبر(?:ة|ات)|حل(?:ول)?|"
    "منتج(?:ات)?|دعم|معايير|مستوي|مستويات|عمل|اعمال|نمو|مرافق|جهود|فرص(?:ة)?|كفاءات|قيادة|شريك|شراكة|قايد|تميز|مكانة|"
    "سمعة|كوادر|عروض|عرض|تصميم|موقع|مشروع|مشاريع|مبادرة|مبادرات|فعالية|حدث|شركة|مركز|برنامج|نموذج|دور|تقنية|تقنيات|كوكبة|نخبة"
)
_END_AR: Final = "(?:ا|ة|ه|ات|ين|ون)?(?!\\w)"

_BEFORE_AR: Final = "(?<!\\w)[وف]?[بلك]?(?:ال|لل)?"
_OWN_AR: Final = "(?:نا|ها|ه|ا)?"
_EXCEPTIONAL_AR: Final = "(?:استثنايي|خارق|مبهر|باهر|فايق|مميز|فذ|فريد|منقطع النظير)"
_MEASURED_AR: Final = "(?:ال)?(?:سرعة|تبريد|برودة|دقة|نقاء|توصيل|صغر|نعومة|حساسية|خفة)"
"""«فائق السرعة» tells what a thing can do."""
_LEADERS_AR: Final = (
    "(?:شركة|موسسة|مجموعة|بنك|مصرف|مركز|مشروع|مشاريع|نموذج|دور|برنامج|مبادرة|مبادرات|تجربة|مشغل|مزود|حلول|خدمات|جهة|علامة|"
    "مكانة|خطوة|منصة|شركات)"
)
_LEVELS_AR: Final = "(?:مستوي|مستويات|معايير|المعايير|المستويات|درجات الجودة|درجات الاحترافية)"
_SMART_AR: Final = "(?:مبتكرة|ابتكارية|متطورة|متكاملة|ذكية|خلاقة|ابداعية)"

ARABIC: Final = {
    "استثنا|خارق|مبهر|باهر|فايق|مميز| فذ| الفذ|فريد|منقطع":
        f"/{_BEFORE_AR}(?:{_PRAISED_AR}){_OWN_AR} (?:(?:ال)?\\w+ي(?:ة|ين|ات)? )?(?:ال)?"
        f"{_EXCEPTIONAL_AR}{_END_AR}(?!(?<=فايق) {_MEASURED_AR})(?!(?<=فايقة) {_MEASURED_AR})/",
    "متميز":
        f"/{_BEFORE_AR}متميز(?:ا|ة|ات|ين|ون)?(?!\\w)(?! عن)/",
    "مسبوق":
        "/غير (?:ال)?مسبوق(?:ا|ة|ات|ين)?(?!\\w)/",
    "رايع|مذهل|مدهش":
        "/(?<!\\w)(?:ال)?(?:رايع|مذهل|مدهش)(?:ا|ة|ات|ين)?(?!\\w)(?! النهار)/",
    "رايد":
        f"/{_BEFORE_AR}{_LEADERS_AR}{_OWN_AR} (?:\\w+ )?(?:ال)?رايد(?:ة|ا)?(?!\\w)(?! (?:ال)?(?:اعمال|فضاء))/",
    "اعلي|ارقي|ارفع":
        f"/(?:علي|ب|ذات|وفق|في) ?(?:ال)?(?:اعلي|ارقي|ارفع) (?:ال)?{_LEVELS_AR}(?:نا)?"
        "(?! (?:منذ|في تاريخ|خلال|لها|له|مسجل|من))/",
    "حلول":
        f"/{_BEFORE_AR}حلول(?:نا|ها|ا)? (?:\\w+ )?(?:ال)?{_SMART_AR}(?!\\w)/",
    "مستوي|طراز|معايير":
        "/(?:ب|ذات |من |علي )(?:ال)?(?:مستوي|طراز|معايير) (?:ال)?(?:عالمي|رفيع|راق|راقي|فريد)(?:ة)?(?!\\w)/",
    "عالمي":
        "/(?<!\\w)عالمي(?:ة)? (?:ال)?(?:مستوي|طراز)(?!\\w)/",
    "لا تضاهي|لا يضاهي|لا تقارن|لا يقارن|لا تباري|لا يباري|لا تنسي|لا ينسي|لا تجاري|لا يجاري":
        "/(?<!\\w)لا (?:ت|ي)(?:ضاهي|قارن|باري|نسي|جاري)(?!\\w)(?! \\w*ب)/",
    "لا مثيل|لا نظير":
        "/لا (?:مثيل|نظير) ل(?:ه|ها|هم)(?!\\w)/",
    "منقطع":
        "/منقطع(?:ة)? النظير/",
    "فريد":
        "/(?<!\\w)فريد(?:ة)? من نوع(?:ه|ها|هما)(?!\\w)/",
    " نوعية| هايلة| غير مسبوقة":
        "/(?<!\\w)(?:نقلة|قفزة|طفرة|نقلات|قفزات) (?:نوعية|هايلة|غير مسبوقة)(?!\\w)/",
    "تاريخي":
        f"/{_BEFORE_AR}(?:انجاز|حدث|نجاح|يوم)(?:ات|ا)? (?:ال)?تاريخي(?:ة|ا)?(?!\\w)/",
    "بكل":
        "/(?<!\\w)بكل (?:فخر|اعتزاز|سرور|المقاييس|جدارة)(?!\\w)/",
    "يسر|يسع|يشرف|يطيب":
        "/(?<!\\w)(?:يسر|يسع|يشرف|يطيب ل)(?:نا|ها|ه) (?:و(?:يشرف|يسعد)(?:نا|ها|ه) )?ان (?:ن|ت|ي)علن/",
    "تشرف|فخر|عتز":
        "/(?<!\\w)[نت](?:تشرف|فخر|عتز)(?: \\w+)? ب(?:ال)?(?:اعلان|تقديم|اطلاق|افتتاح|تدشين)(?!\\w)/",
    "فوق":
        "/(?:خدم|تجرب|جود|حلول|منتج)\\w* (?:\\w+ ){0,2}?[تي]فوق (?:كل |جميع )?(?:ال)?توقعات(?!\\w)/",
    "حافل":
        "/(?<!\\w)(?:ب|من )?(?:ال)?(?:سجل|مسيرة|مسيرت|تاريخ)(?:ها|ه|نا)? (?:ال)?حافلة? ب(?:ال)?\\w+/",
    "ريادي|طموح|عصري":
        f"/{_BEFORE_AR}(?:ريادي|طموح|عصري)(?:ة)? (?:و)?(?:ال)?(?:متطور|مبتكر|متميز|فريد)(?:ة)?/",
    "احدث":
        "/(?<!\\w)احدث ما توصل(?:ت)? (?:اليه|له)/",
    "ثوري|ثورة":
        f"/{_BEFORE_AR}(?:ثوري|ثورة)(?:ة)? (?:في عالم|حقيقية|تقنية)/",
    "خيرة":
        "/(?<!\\w)(?:ب|من )خيرة (?:ال)?(?:كفاءات|خبراء|خبرات|كوادر|عقول)/",
}  # fmt: skip
"""Patterns by signs, parted by ``|``, without one of which they stand nowhere: these are found in next to no time."""

ENGLISH: Final = {
    "unprecedented":
        r"/(?<!\w)unprecedented(?! (?:rain|flood|storm|heat|temperature|weather|wave|drought|circumstance))/",
    "solution":
        r"/(?<!\w)(?:innovative|smart|comprehensive|integrated|advanced|intelligent|creative)(?: and \w+)? "
        r"solutions?(?!\w)/",
    "next-gen|next gen":
        r"/(?<!\w)next[ -]gen(?:eration)?(?= (?:technolog|solution|platform|system|store|warehouse|product|service))/",
    "outstanding|exceptional|superior|remarkable|extraordinary|superb|stellar|unique|premium|magnificent":
        rf"/(?<!\w){_EXCEPTIONAL_EN}(?: and \w+|,? \w+)? (?:{_PRAISED_EN})(?!\w)/",
    "exceptional|extraordinary|remarkable|amazing|unique":
        r"/(?<!\w)(?:is|are|was|were|been|truly|really|so|very) (?:\w+ly )?"
        r"(?:exceptional|extraordinary|remarkable|amazing|unique)(?= ?[.,;!]|$)/",
    " to announce| to share| to welcome| to present| to introduce| to unveil":
        r"/(?<!\w)(?:proud|delighted|pleased|honou?red|thrilled|excited|happy|glad|privileged) to "
        r"(?:announce|share|welcome|present|introduce|unveil)(?!\w)/",
    " excited to| thrilled to":
        r"/(?<!\w)(?:we|i)(?: are|'re| am|'m| were| was)(?: \w+)? (?:excited|thrilled) to(?!\w)/",
    " expectations":
        r"/(?<!\w)(?:exceed|surpass)\w* (?:all|every|customers?'?|visitors?'?) expectations?(?!\w)/",
    "seamless":
        r"/(?<!\w)seamless(?:ly)?(?!\w)(?! (?:\w+ )?(?:pipes?|tubes?|tubing|steel))/",
    "stunning":
        r"/(?<!\w)stunning(?!\w)(?! (?:of|box|boxes|equipment|methods?|before|birds|poultry|cattle|sheep)(?!\w))/",
    "historic":
        r"/(?<!\w)historic (?:achievement|success|milestone|moment|day|occasion)s?(?!\w)/",
}  # fmt: skip

ENGLISH_WORDS: Final = (
    "world-class", "cutting-edge", "state-of-the-art", "best-in-class", "best-of-breed", "leading-edge",
    "bleeding-edge", "game-changing", "game-changer", "game changer", "groundbreaking", "ground-breaking",
    "revolutionary", "unparalleled", "unrivalled", "unrivaled", "unmatched", "unequalled", "second to none",
    "paradigm shift", "transformational", "transformative", "visionary", "one-stop shop", "one-of-a-kind",
    "one of a kind", "best ever", "unforgettable", "top-notch", "first-class service",
    "first-rate", "peerless", "industry-leading", "market-leading", "world-leading", "thought leader",
    "thought leadership", "trailblazing", "trailblazer", "holistic solution", "commitment to excellence",
    "committed to excellence", "passionate about", "amazing", "incredible", "awesome", "fantastic", "spectacular",
    "phenomenal", "breathtaking", "mind-blowing", "ultra-modern", "to new heights", "quantum leap",
    "synergistic", "bespoke solution", "tailor-made solution", "end-to-end solution", "next-level", "to the next level",
    "highest standards of excellence", "of the highest calibre", "gold standard in",
)  # fmt: skip
