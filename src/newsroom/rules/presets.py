"""What each kind of organisation makes of editorial rules, where its own ``newsroom.yml`` does not say otherwise.

A rule that is not named keeps its own severity.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.model.organization import OrganizationKind
from newsroom.model.problem import Weight

PRESETS: Final[Mapping[OrganizationKind, Mapping[str, Weight]]] = {
    # The plan of a public body is a promise to the public, and its site is held to accessibility by law.
    "government": {"NR313": "warning", "NR386": "error"},
    # Investors look a rating up, and take praise for a promise.
    "joint-stock": {"NR305": "warning", "NR322": "warning"},
    # The founder's name is the house's name, and a house that owes nobody accounts is often its own source.
    "family": {"NR302": "information", "NR303": "information", "NR311": "information"},
}
