"""What reading holds ``policy.yml`` and the keys of disclosure to, beside what it holds every file's keys to."""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

UNKNOWN_PARAGRAPH: Final = Rule(
    "NR711",
    "error",
    what=Localized("الفقرة «{value}» ليست في paragraphs", 'the paragraph "{value}" is not in paragraphs'),
    mend=Localized(
        "اكتب نصها باللغتين في paragraphs، أو اختر من: {known}",
        "write its words in both languages under paragraphs, or choose from: {known}",
    ),
    addressee="communications",
)
BROKEN_PATTERN: Final = Rule(
    "NR712",
    "error",
    what=Localized(
        "النمط «{value}» في «{key}» غير سليم عند الحرف {position}",
        'the pattern "{value}" in "{key}" is broken at letter {position}: {reason}',
    ),
    mend=Localized(
        "صحّحه، أو احذف الشرطتين المائلتين ليُبحث عن الكلمات كما هي",
        "mend it, or take away the slashes to look for the words as they are",
    ),
    addressee="communications",
)
SLOW_PATTERN: Final = Rule(
    "NR713",
    "error",
    what=Localized(
        "النمط «{value}» في «{key}» قد يستغرق البحث به وقتًا لا ينتهي",
        'to look for the pattern "{value}" in "{key}" could take for ever',
    ),
    mend=Localized(
        "اجعل للتكرار حدًّا صغيرًا، مثل {example} مكان * و+، ولا تضع تكرارًا داخل تكرار",
        "limit its repeats, as in {example} in place of * and +, and put no repeat inside another",
    ),
    addressee="communications",
)
ROLE_WITHOUT_APPROVER: Final = Rule(
    "NR714",
    "error",
    what=Localized(
        "تشترط approvals موافقة «{role}» ولا أحد في approvers له هذا الدور",
        'approvals ask for the consent of "{role}", and no approver has that role',
    ),
    mend=Localized(
        "أضف في approvers من له هذا الدور، وإلا لم يُنشر شيء مما يشترطه",
        "add an approver who has it, or nothing that asks for it will ever be released",
    ),
    addressee="communications",
)

PERIOD_REVERSED: Final = Rule(
    "NR728",
    "error",
    what=Localized("فترة النتائج تنتهي قبل أن تبدأ", "the period of the results ends before it begins"),
    mend=Localized("اكتب في until يومًا لا يسبق from", "let until be no earlier than from"),
)

POLICY_FILE_RULES: Final = (
    UNKNOWN_PARAGRAPH,
    BROKEN_PATTERN,
    SLOW_PATTERN,
    ROLE_WITHOUT_APPROVER,
    PERIOD_REVERSED,
)
