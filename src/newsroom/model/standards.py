"""What the texts of a newsroom are judged by, beside the rules themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from newsroom.model.language import Digits, Localized
from newsroom.model.organization import Organization
from newsroom.model.policy import NO_POLICY, Policy

_WESTERN: Final[Localized[Digits]] = Localized("latn", "latn")


@dataclass(frozen=True, slots=True)
class Standards:
    """Who speaks, how numbers are written, and the organisation's policy.

    ``organization`` is nothing where ``newsroom.yml`` itself is wrong. ``executives`` are the names of those who may
    speak, by key.
    """

    organization: Organization | None = None
    digits: Localized[Digits] = _WESTERN
    policy: Policy = NO_POLICY
    executives: Mapping[str, Localized[str]] = field(default_factory=dict)
