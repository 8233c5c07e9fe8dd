"""Results come later than the exchange allows after the end of their period.

At the Muscat Stock Exchange initial results are filed within 15 days, detailed ones within 30, or 45 where there are
subsidiaries. What counts is the instant of filing, and without one that of release. Bad: ``stage: initial`` for a half
that ended on 30 June, and ``filed: 2026-07-20T08:00``. Good: a filing by 15 July. The post can still be released, for
late is better than never; tell the exchange, and mend ``stage``, ``period`` or ``filed`` where one of them is wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from newsroom.model.disclosure import days_allowed
from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.disclosure.obligations import lead_document, obliged_listing, results_post

RULE: Final = Rule(
    "NR725",
    "warning",
    what=Localized(
        "أُعلنت النتائج ({stage}) في {told} وكانت مهلتها {days} يومًا تنتهي في {last}",
        "{stage} results were told on {told}; the time for them, {days} days, ended on {last}",
    ),
    mend=Localized(
        "راجع stage وperiod وfiled؛ فإن صحّت فأبلغ البورصة بالتأخر",
        "look at stage, period and filed again; if they are right, tell the exchange of the delay",
    ),
    addressee="board-secretary",
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Results that come too late."""
    post = results_post(content, standards)
    days = _days(post, standards) if post else None
    if post and post.period and days is not None:
        last = post.period.until + datetime.timedelta(days=days)
        told = (post.disclosure.filed if post.disclosure else post.released).date()
        if told > last:
            document = lead_document(wordings)
            values = {
                "stage": str(post.stage),
                "told": told.isoformat(),
                "days": str(days),
                "last": last.isoformat(),
            }
            yield Problem(RULE, document.name, document.line_of("period", "until"), values)


def _days(post: Post, standards: Standards) -> int | None:
    listing = obliged_listing(standards)
    if listing is None or post.stage is None:
        return None
    return days_allowed(post.stage, listing.market, subsidiaries=listing.subsidiaries)
