"""A post that the public has seen is not in the site that is about to be published.

A clock that runs behind does that, and so does a published post that is deleted or withheld. Its address would lead
nowhere, and whoever cited it would look careless.

Bad: the folder of a post is deleted.
Good: ``pubstatus: canceled`` with ``withdrawal``: the page stays, and says that it was withdrawn and why.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule

RULE: Final = Rule(
    "NR601",
    "warning",
    what=Localized("هذا المنشور منشور الآن وليس في هذا البناء", "this post is published now and is not in this build"),
    mend=Localized(
        "اسحبه (pubstatus: canceled) بدل إخفائه، وتأكد من ساعة الجهاز",
        "withdraw a post (pubstatus: canceled) rather than hide it, and look at the machine's clock",
    ),
    addressee="communications",
)
