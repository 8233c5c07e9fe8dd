"""A post of a listed company tells a material fact, and does not say that the exchange has it.

The exchange and everybody at the same time comes first; the newsroom may follow. Results are always material; other
posts are where they say ``material: true``. Bad: ``type: results`` and no ``disclosure``. Good: ``disclosure:
{reference: MSX-2026-10413, filed: 2026-10-14T07:30}``. Until the filing there is no reference: write and approve the
post with ``pubstatus: withheld``, so that it cannot be released, and add both when the exchange has answered. What was
released before ``organization.listing.disclosures_since`` is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.disclosure.obligations import lead_document, material_post

RULE: Final = Rule(
    "NR721",
    "error",
    what=Localized(
        "في المنشور معلومة جوهرية بلا رقم إفصاح لدى البورصة ولا وقت إيداع",
        "the post tells a material fact, without the exchange's reference and the instant of filing",
    ),
    mend=Localized(
        "أضف disclosure وفيه reference وfiled؛ وقبل الإيداع احبس المنشور بالقيمة pubstatus: withheld",
        "add disclosure with reference and filed; until it is filed hold the post with pubstatus: withheld",
    ),
    addressee="board-secretary",
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """A material post that would be released without a filing."""
    post = material_post(content, standards)
    if post and post.pubstatus == "usable" and post.disclosure is None:
        document = lead_document(wordings)
        yield Problem(RULE, document.name, document.line_of("type" if post.type == "results" else "material"))
