"""What a sentence says of the stage of results, told from many ways to say it and from what only looks like it."""

from __future__ import annotations

import pytest

from newsroom.model.disclosure import Stage
from newsroom.model.language import Language, Localized
from newsroom.prose.passages import Passage
from newsroom.rules.disclosure.contradicted_stage import denied_sentences
from newsroom.rules.disclosure.stage_sayings import INITIAL, UNAPPROVED, Saying, sentences

SAYS_INITIAL: list[tuple[Language, str]] = [
    ("en", "Preliminary results for the quarter."),
    ("en", "The initial, unaudited numbers are below."),
    ("en", "These are provisional."),
    ("en", "Initial Q1 results"),
    ("en", "Luban's initial third-quarter profit was OMR 3 million."),
    ("ar", "النتائج الأوليّة للربع."),
    ("ar", "نتائج مبدئية."),
    ("ar", "وهي أولية."),
    ("ar", "أرقام أولية غير مدققة."),
    ("ar", "بيانات مالية أولية"),
    ("ar", "النتائج الماليه الاوليه"),
]
NOT_INITIAL: list[tuple[Language, str]] = [
    ("en", "The initial public response was warm."),
    ("en", "An initial payment was made for these results-based contracts."),
    ("en", "The initial phase adds 3,000 positions in the first half."),
    ("ar", "المواد الأولية التي نقلناها في الربع."),
    ("ar", "الأشهر الأولى من هذه السنة."),
    ("ar", "المرحلة الأولى من هذه التوسعة."),
    ("ar", "الإسعافات الأولية في النصف الأول."),
]
SAYS_UNAPPROVED: list[tuple[Language, str]] = [
    ("en", "The board of directors has yet to approve these preliminary figures."),
    ("en", "These figures are subject to approval by the Board of Directors."),
    ("en", "Preliminary; not board-approved."),
    ("en", "The numbers remain subject to the Board's approval and to audit."),
    ("en", "These results haven't been signed off by the board."),
    ("en", "Figures are provisional and have not been endorsed by Luban's board."),
    ("en", "The results, which are initial, were released before the board approved them."),
    ("en", "Our directors have not approved these figures."),
    ("en", "These accounts are awaiting approval from the board."),
    ("en", "The initial results were not reviewed or approved by the board of directors."),
    ("en", "They have not been submitted to the board for approval."),
    ("en", "The board did not approve these results yet."),
    ("en", "The figures have not received board approval."),
    ("ar", "هذه النتائج أولية وغير معتمَدة بعدُ من مجلس إدارة الشركة."),
    ("ar", "ولم تحظَ هذه الأرقام باعتماد مجلس الإدارة."),
    ("ar", "والأرقام خاضعة لاعتماد مجلس الإدارة."),
    ("ar", "النتائج الأولية لم يصادق عليها مجلس إدارة الشركة."),
    ("ar", "لم يُقرّ مجلس الإدارة هذه القوائم بعد."),
    ("ar", "هذه الأرقام بانتظار مصادقة مجلس الإدارة."),
    ("ar", "وما زالت هذه النتائج تنتظر موافقة المجلس."),
    ("ar", "ولم تُعرض على مجلس الإدارة لاعتمادها."),
    ("ar", "علمًا بأن مجلس الإدارة لم يعتمد هذه النتائج."),
    ("ar", "وهي نتائج لم تنل موافقة مجلس الإدارة بعد."),
    ("ar", "نتائج أولية لم تعتمد من مجلس الإدارة."),
    ("ar", "لم يجرِ اعتمادها من مجلس الإدارة بعد."),
    ("ar", "تخضع هذه النتائج لاعتماد مجلس الإدارة."),
    ("ar", "لم يتم اعتماد هذه النتائج من قبل مجلس الإدارة."),
]
NOT_UNAPPROVED: list[tuple[Language, str]] = [
    ("en", "The board approved the results on Sunday."),
    ("en", "The board has not met since May."),
    ("en", "The board has not yet approved the new hub."),
    ("en", "The company has not changed its board; shareholders approved the accounts."),
    ("en", "The results were approved by the board without changes."),
    ("en", "Approved by the board after review, not before."),
    ("ar", "اعتمد مجلس الإدارة النتائج يوم الأحد."),
    ("ar", "ولم يجتمع مجلس الإدارة منذ مايو."),
    ("ar", "لم يعتمد مجلس الإدارة المركز الجديد بعد."),
    ("ar", "اعتمدها مجلس الإدارة دون تعديل."),
    ("ar", "أقرّ مجلس الإدارة القوائم."),
]
DENIED: list[tuple[Stage, Language, str]] = [
    ("audited", "en", "Luban today published its unaudited annual results."),
    ("audited", "en", "The accounts are not yet audited."),
    ("audited", "en", "The figures remain subject to board approval."),
    ("audited", "en", "Preliminary annual results show revenue of OMR 88 million."),
    ("audited", "ar", "النتائج السنوية الأولية تُظهر نموًّا."),
    ("audited", "ar", "القوائم المالية غير مدققة."),
    ("audited", "ar", "الأرقام لم تخضع للتدقيق."),
    ("audited", "ar", "وهذه النتائج بانتظار اعتماد مجلس الإدارة."),
    ("reviewed", "en", "Our auditors have audited these statements; the audited results are final."),
    ("reviewed", "ar", "النتائج أولية ولم يعتمدها مجلس الإدارة."),
    ("reviewed", "en", "The reviewed results have not been approved by the board."),
    ("reviewed", "ar", "أظهرت القوائم المالية المدققة للربع نموًّا."),
    ("initial", "en", "The audited results show growth."),
    ("initial", "en", "Audited figures for the quarter: revenue OMR 23 million."),
    ("initial", "ar", "أظهرت النتائج المدققة نموًّا."),
    ("initial", "ar", "وقد اعتمد مجلس الإدارة هذه النتائج."),
    ("initial", "en", "The board approved these results on 12 January."),
    ("initial", "en", "Results approved by the board of directors"),
]
NOT_DENIED: list[tuple[Stage, Language, str]] = [
    ("audited", "en", "The audit was completed in February."),
    ("audited", "en", "Initial costs of the hub are included."),
    ("audited", "en", "Unaudited quarterly figures for 2026 will be published in April."),
    ("audited", "ar", "وتنشر الشركة نتائج الربع الأول الأولية في أبريل."),
    ("audited", "ar", "كانت الأرقام الأولية قد أشارت إلى ربح أقل."),
    ("audited", "en", "Before the audit, the figures were lower."),
    ("audited", "ar", "لم يعتمد المجلس مقترح الاندماج."),
    ("audited", "en", "The initial estimate of the storm's cost was OMR 1 million."),
    ("reviewed", "en", "The results have been reviewed by the auditor but not audited."),
    ("reviewed", "ar", "وهي قوائم مراجَعة غير مدققة اعتمدها المجلس."),
    ("reviewed", "en", "Net debt is compared with the audited balance of December."),
    ("reviewed", "ar", "والأرقام المقارنة من القوائم المدققة لعام ٢٠٢٤."),
    ("initial", "en", "The auditor's review is under way."),
    ("initial", "en", "The board approved a new store in Barka."),
    ("initial", "ar", "أقر مجلس الإدارة مشروع بركاء."),
    ("initial", "en", "These results are unaudited."),
    ("initial", "ar", "النتائج غير المدققة متاحة في موقع البورصة."),
    ("initial", "en", "Comparative figures come from the audited statements of 2024."),
    ("initial", "en", "The board approves results each quarter."),
    ("initial", "ar", "أرقام المقارنة مأخوذة من القوائم المدققة."),
]


def passage(text: str) -> Passage:
    return Passage("paragraph", text, range(len(text)))


def says(saying: Localized[Saying], language: Language, text: str) -> bool:
    return any(map(saying[language].stands_in, sentences(passage(text))))


@pytest.mark.parametrize(("language", "text"), SAYS_INITIAL)
def test_results_are_called_initial(language: Language, text: str) -> None:
    assert says(INITIAL, language, text)


@pytest.mark.parametrize(("language", "text"), NOT_INITIAL)
def test_something_else_is_called_initial(language: Language, text: str) -> None:
    assert not says(INITIAL, language, text)


@pytest.mark.parametrize(("language", "text"), SAYS_UNAPPROVED)
def test_the_board_has_yet_to_approve_the_results(language: Language, text: str) -> None:
    assert says(UNAPPROVED, language, text)


@pytest.mark.parametrize(("language", "text"), NOT_UNAPPROVED)
def test_the_board_approved_or_has_yet_to_approve_something_else(language: Language, text: str) -> None:
    assert not says(UNAPPROVED, language, text)


@pytest.mark.parametrize(("stage", "language", "text"), DENIED)
def test_a_sentence_denies_the_stage(stage: Stage, language: Language, text: str) -> None:
    assert list(denied_sentences(stage, language, passage(text)))


@pytest.mark.parametrize(("stage", "language", "text"), NOT_DENIED)
def test_a_sentence_on_other_results_denies_nothing(stage: Stage, language: Language, text: str) -> None:
    assert not list(denied_sentences(stage, language, passage(text)))


def test_sentences_keep_their_places_and_end_at_no_abbreviation() -> None:
    text = "ربحت ٣ ملايين ر.ع. في الربعِ. وهذه نتائجُ أولية."
    first, second = sentences(passage(text))
    assert text[second.start :].startswith("وهذه")
    assert first.start == 0
