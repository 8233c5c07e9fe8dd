"""Posts that the public has seen and that a build would take away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.pages.page import Site

VANISHING: Final = Rule(
    "NR601",
    "warning",
    what=Localized("هذا المنشور منشور الآن وليس في هذا البناء", "this post is published now and is not in this build"),
    mend=Localized(
        "اسحبه (pubstatus: canceled) بدل إخفائه، وتأكد من ساعة الجهاز",
        "withdraw a post (pubstatus: canceled) rather than hide it, and look at the machine's clock",
    ),
)


def vanishing(site: Site, standing: Path) -> Iterator[Problem]:
    """The posts that stand in a folder now and that a site does not have.

    A clock that runs behind does that, and so does a published post that is deleted or withheld.
    """
    planned = {page.address for page in site.pages}
    for path in sorted(standing.glob("*/posts/*/*/index.html")):
        if f"{path.parent.relative_to(standing).as_posix()}/" not in planned:
            yield Problem(VANISHING, f"{standing.name}/{path.relative_to(standing).as_posix()}")
