"""An allowance allows nothing: what it was written for is mended, or the rule can be allowed by nobody.

Allowances that have lost their object hide the next mistake on the same line. Only editorial rules can be allowed.

Bad: a sentence that was mended, and below it still ``<!-- allow NR351: quotation from a poster -->``.
Good: the sentence alone.
Delete the comment.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

RULE: Final = Rule(
    "NR114",
    "information",
    what=Localized("استثناء {code} هنا لا يستثني شيئًا", "the allowance of {code} allows nothing here"),
    mend=Localized(
        "احذف التعليق، فالقاعدة لا تعترض على هذا السطر، أو لا يجوز الاستثناء منها",
        "delete the comment: the rule objects to nothing here, or it cannot be allowed",
    ),
)
