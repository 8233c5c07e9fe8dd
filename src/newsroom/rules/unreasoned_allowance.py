"""An allowance gives no reason, and so allows nothing.

Whoever reads the post in a year must be able to tell why the rule was let be.

Bad: ``<!-- allow NR351 -->``
Good: ``<!-- allow NR351: the name of the ship is written so in its papers -->``
Write the reason after a colon.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

RULE: Final = Rule(
    "NR113",
    "warning",
    what=Localized("استثناء {code} بلا سبب، فلا يُعتدّ به", "the allowance of {code} gives no reason, and is void"),
    mend=Localized("اكتب السبب بعد نقطتين، مثل: allow {code}: …", "write the reason after a colon: allow {code}: …"),
)
