"""An address that was published would lead nowhere once the site is built.

Whoever cited or bookmarked it finds nothing, and a reader of feeds that asks there hears nothing more. A build compares
what it offers with the site that stands in the folder, and with ``addresses.txt`` where the repository has one.

Bad: the folder of a post is deleted, renamed or withheld; a text in one language is taken away; a topic is renamed.
Good: ``pubstatus: canceled`` with ``withdrawal`` for a post; ``aliases`` in the folder that was renamed; a line under
``redirects`` in ``newsroom.yml`` for all else.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

RULE: Final = Rule(
    "NR780",
    "error",
    what=Localized(
        "نُشر العنوان {address} من قبل، ولن تكون فيه صفحة بعد هذا البناء",
        "{address} was published, and would lead nowhere after this build",
    ),
    mend=Localized("أبقِ العنوان قائمًا: {how_ar}", "keep the address: {how}"),
    addressee="communications",
)
