"""What sentences about results say of their stage, in both languages: initial, not approved, audited.

A saying is told by words that all stand in one sentence, and by words that change its meaning and do not. Sentences are
folded: no case, no vowel marks, one form of alef and hamza.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsroom.model.language import Localized
from newsroom.prose.expressions import fold
from newsroom.prose.passages import Passage

_END: Final = re.compile(r"(?:(?<=[^\s.][^\s.][.!?؟؛;])|(?<=[^\s.][.!?؟][»\"”)]))\s+")
"""Where a sentence ends; not after the single letters of an abbreviation such as ر.ع."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Folded letters of one sentence, and where it begins in its passage."""

    letters: str
    start: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What a sentence says in which each of ``all_of`` stands, and nothing of ``none_of``."""

    all_of: tuple[str, ...]
    none_of: str

    def stands_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says so."""
        said = sentence.letters
        return all(_pattern(each).search(said) for each in self.all_of) and not _pattern(self.none_of).search(said)


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage."""
    folded = fold(passage.text)
    start = 0
    for end in (*(match.end() for match in _END.finditer(folded.letters)), len(folded.letters)):
        if end > start:
            yield Sentence(folded.letters[start:end], folded.span(start, end)[0])
        start = end


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """A pattern, made when it is first asked for: most newsrooms have no results to look at."""
    return re.compile(words)


def _saying(*all_of: str, none_of: str = r"(?!)") -> Saying:
    return Saying(all_of, none_of)


_NOUNS_EN: Final = r"(?:results?|figures?|numbers|statements?|accounts|financials)"
_NOUNS_AR: Final = r"(?:نتايج|نتيجة|ارقام|قوايم|بيانات|حسابات|مركز مالي)"
_INITIAL_EN: Final = r"\b(?:initial|preliminary|provisional)\b"
_BESIDE_EN: Final = (
    r"(?:,|and|but|unaudited|unreviewed|consolidated|condensed|interim|financial|quarterly|half-yearly|annual|group|net|"
    r"\w+'s|q\d|h\d|[\w-]+-(?:quarter|half|month|year)|first|second|third|fourth|quarter|half|year|\d{4})"
)
_INITIAL_AR: Final = r"(?:ال)?(?:اولي[ةه]|مبديي[ةه]|تمهيدي[ةه]|موقت[ةه])\b"

_BOARD_EN: Final = r"\b(?:board|directors)\b"
_BOARD_AR: Final = r"مجلس\w* ?(?:ال)?ادار|\bالمجلس\b|\bمجلسها\b"
_APPROVE_EN: Final = r"(?:approv|adopt|endors|sign|ratif)\w*"
_APPROVE_AR: Final = r"(?:\w*(?:اعتماد|موافق|اقرار|مصادق)\w*|[يت](?:عتمد|قر|صادق|وافق)\w*)"
_UNAPPROVED_EN: Final = (
    r"(?:\b(?:not|never|no|yet to|pending|subject to|before|await\w*|until|prior to|ahead of|without|still to|"
    r"remains? to|ha(?:s|ve) to|needs?)|n't) "
    rf"(?:(?!but\b|and\b|though\b)[\w']+[ -]){{0,6}}?{_APPROVE_EN}|\bunapproved\b"
)
_UNAPPROVED_AR: Final = (
    r"\b(?:و?غير|و?ليست) (?:ال)?معتمد|"
    r"(?:\bو?لم|\bو?لما|\bو?لا|\b(?:من )?قبل|\bو?دون|بدون|\w*انتظار|[تي]نتظر|ريثما|\bرهن|حين|\bالي ان|حتي|مشروطة?|"
    rf"خاضعة?|[تي]خضع|لا تزال|ما زالت|مازالت) (?:\w+ ){{0,4}}?{_APPROVE_AR}"
)
_OTHER_MATTERS_EN: Final = (
    r"\b(?:dividends?|distribution|budget|payout|bonus|capital increase)\b"
    rf"|\b{_APPROVE_EN} (?:the|a|an|its|our|this|any) (?!(?:[\w'-]+ ){{0,4}}?{_NOUNS_EN}\b)"
)
_OTHER_MATTERS_AR: Final = (
    r"توزيع|موازنة|ميزانية العام|زيادة راس المال|مكاف"
    rf"|(?:مجلس (?:ال)?ادارة(?: الشركة)?|المجلس) (?:علي )?"
    rf"(?:خطة|مشروع|مقترح|صفقة|اتفاق|عقد|انشاء|بناء|تعيين|ال(?!شركة|{_NOUNS_AR}))"
)
_LATER_EN: Final = (
    r"\bwill (?:be )?(?:then )?(?:publish|release|announce|issue|follow)\w*|\bare (?:due|published) (?:in|once)\b"
)
_LATER_AR: Final = r"\bو?(?:س|سوف )[تني](?:صدر|نشر|علن)\w*|\bو?تصدر\b|\bو?تنشر (?:النتايج|القوايم|الشركة)"

INITIAL: Final = Localized(
    _saying(
        rf"{_NOUNS_AR}\w*(?: \w+){{0,4}}? {_INITIAL_AR}|\b(?:هذه|و?هي|لكنها|انها|كونها) {_INITIAL_AR}"
        rf"|{_INITIAL_AR} و?(?:غير|لم)\b",
        none_of="المواد الاولية",
    ),
    _saying(
        rf"{_INITIAL_EN}(?: ?{_BESIDE_EN})*,? (?:{_NOUNS_EN}|data|profit|earnings|announcement)\b"
        rf"|\b(?:{_NOUNS_EN}|these|they|this|which|all)\b(?: [\w'-]+){{0,4}}?(?: (?:are|is|remain\w*)|'re)"
        rf"(?: \w+){{0,2}}? {_INITIAL_EN}"
        rf"|{_INITIAL_EN}[ ,;]+(?:and |but )?(?:unaudited|not\b|unapproved)",
    ),
)
"""That the results are initial."""

UNAPPROVED: Final = Localized(
    _saying(_BOARD_AR, _UNAPPROVED_AR, none_of=f"{_OTHER_MATTERS_AR}|{_LATER_AR}"),
    _saying(_BOARD_EN, _UNAPPROVED_EN, none_of=f"{_OTHER_MATTERS_EN}|{_LATER_EN}"),
)
"""That the board has not approved them."""

UNAUDITED: Final = Localized(
    _saying(r"غير (?:ال)?(?:مدقق|مراجع)|\bلم (?:تدقق|يدقق|تخضع لل?تدقيق|يراجع|تراجع)\w*|دون تدقيق|\bليست مدقق"),
    _saying(r"\bunaudited\b|(?:\b(?:not|never)|n't)(?: yet)?(?: been)? audited\b|\bwithout (?:an )?audit\b"),
)
"""That the results are not audited."""

AUDITED: Final = Localized(
    _saying(
        rf"{_NOUNS_AR}\w*(?: \w+){{0,5}}? (?:ال)?مدقق|دقق\w* مراقب الحسابات|خضعت لل?تدقيق",
        none_of=r"غير|\bو?لم\b|ليست|السنوية",
    ),
    _saying(
        rf"(?<!un)\baudited (?:\w+[ -]){{0,4}}?{_NOUNS_EN}\b"
        rf"|\b(?:{_NOUNS_EN}|they)\b(?: \w+){{0,4}}? (?:are|were|is|have been|has been)"
        r"(?: (?:now|fully|externally|also))? (?:reviewed and )?audited\b",
        none_of=r"\bnot\b|n't|\bunaudited\b|\bannual\b",
    ),
)
"""That the results are audited."""

APPROVED: Final = Localized(
    _saying(
        rf"(?:{_NOUNS_AR}|هذه).*\b(?:و?اعتمدها|و?اعتمدتها|و?اقرها|المعتمدة من|و?صادق عليها|و?وافق عليها)"
        rf" (?:من )?(?:قبل )?(?:{_BOARD_AR})"
        rf"|\bو?(?:اعتمد|اقر|صادق|وافق) (?:{_BOARD_AR})\w* (?:علي )?(?:هذه )?(?:ال)?{_NOUNS_AR}",
        none_of=rf"غير|\bو?لم\b|ليست|{_OTHER_MATTERS_AR}",
    ),
    _saying(
        rf"\b(?:{_NOUNS_EN}|them|these)\b",
        r"\bapproved by (?:the |its |our )?(?:board|directors)"
        r"|\b(?:board|directors)(?: of directors)? (?:has |have |had )?(?:already |formally )?approved\b",
        none_of=rf"\bnot\b|n't|\byet\b|{_OTHER_MATTERS_EN}",
    ),
)
"""That the board has approved them."""

ABOUT_OTHERS: Final = Localized(
    re.compile(
        r"\bو?(?:س|سوف )[تني]\w{3,}|\bو?تصدر\b|لاحق|\bبعد (?:ان|اعتماد|مراجع|تدقيق)|قبل|سابق|ماضي|مقارن|مقابل|حين|متي|"
        r"المقبل|القادم|تحل محل|حلت\b.* محل|توكد|اكدت|تختلف|كانت|نشرت في|اعلنت في|المعلنة في|المنشورة في|"
        r"\bو?[تن](?:نشر|علن)\b.* في (?:يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)"
    ),
    re.compile(
        r"\b(?:will|would|expect\w*|later|once|until|before|after|previous\w*|last|earlier|prior|compar\w+|against|than|"
        r"follow\w*|due|next|then|already published|(?:announced|published) (?:in|on)|since|differ\w*|replac\w+|"
        r"confirm\w*|supersed\w+|unchanged)\b"
    ),
)
"""What stands in sentences on other results: of last year, told before, or to come."""
