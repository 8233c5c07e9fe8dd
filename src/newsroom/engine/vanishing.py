"""Posts that the public has seen and that a build would take away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsroom.engine.files import destination
from newsroom.model.problem import Problem
from newsroom.pages.page import Site
from newsroom.rules.vanishing_post import RULE

_POST: Final = re.compile(r"[^/]+/posts/[^/]+/[^/]+/index\.html")


def vanishing(site: Site, standing: Collection[str], name: str) -> Iterator[Problem]:
    """The posts that stand in the folder of this name now and that a site does not have.

    A clock that runs behind does that, and so does a published post that is deleted or withheld.
    """
    planned = {destination(blueprint.address) for blueprint in site.blueprints if blueprint.is_post}
    for path in sorted(standing):
        if _POST.fullmatch(path) and path not in planned:
            yield Problem(RULE, f"{name}/{path}")
