"""A text claims a rank, and the post does not show it.

*The largest*, *the first in the Gulf*, *leading*: a reader asks who says so, and a competitor may ask a court. Bad:
*Luban runs the largest cold store in Oman.* «لُبان أول شركة في السلطنة …» with no evidence, or with a certificate for
something else. Good: the same with a rating, or another's report, under ``evidence``; or with a link to the source in
the sentence itself; or what can be counted: *a cold store of 25,000 pallet positions*. A record of one's own (*the
highest quarterly profit since 2020*) rests on figures: in the evidence or in a table. Ordinals (*the first quarter*),
comparisons, what is one's own (*our largest hub*), what is denied and what is hoped for are no claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.evidence.claims import Claim, claims
from newsroom.rules.evidence.support import is_supported

RULE: Final = Rule(
    "NR301",
    "warning",
    what=Localized("في «{claim}» ادعاء بالتفوق لا يسنده دليل", '"{claim}" claims a rank that nothing here shows'),
    mend=Localized(
        "أضف إلى evidence التصنيف أو التقرير الذي يقول ذلك، أو اربط الجملة بمصدرها، أو اذكر ما يُقاس",
        "add to evidence the rating or report that says so, link the sentence to its source, or say what is counted",
    ),
    editorial=True,
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every claim that is not shown, once for each word that ranks in each language."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for wording in wordings.values():
            yield from _in_text(content, wording, standards)


def _in_text(post: Post, wording: Wording, standards: Standards) -> Iterator[Problem]:
    unshown: dict[str, Claim] = {}
    shown: set[str] = set()
    for claim in claims(wording):
        if is_supported(claim, wording, post, standards):
            shown.add(claim.rank)
        else:
            unshown.setdefault(claim.rank, claim)
    for rank, claim in unshown.items():
        # What a title claims may be shown where the text says it again.
        if rank not in shown:
            line, words = wording.line_of(claim.passage, claim.start), claim.passage.text[claim.start : claim.end]
            yield Problem(RULE, wording.document.name, line, {"claim": words.strip()})
