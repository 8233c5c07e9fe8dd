"""A post or person that the public has seen is, by the clock of this build, released only later.

A clock that runs behind does that, and so does a date that is put off after publication. The site would take away what
was seen, and bring it back when the time comes.

Bad: ``date: 2026-12-01T08:00`` in a post that was published in November. Good: the date at which it was published.
Mend: look at the machine's clock, and put the date back. What was deleted or withheld is another rule's affair (NR780).
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

RULE: Final = Rule(
    "NR601",
    "warning",
    what=Localized(
        "هذه الصفحة منشورة الآن، وموعدها بساعة هذا البناء لم يحن بعد",
        "this page is published now, and by this build's clock it is released only later",
    ),
    mend=Localized(
        "انظر إلى ساعة الجهاز، وأعد الموعد كما كان إن أُجّل بعد النشر",
        "look at the machine's clock, and put the date back if it was put off after publication",
    ),
    addressee="communications",
)
