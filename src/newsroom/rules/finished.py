"""A site whose files are all made, as rules look at it before it is published."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """``now`` is the instant that the site shows, in a zone; a preview has none.

    ``folder`` is the name of the folder in which it will stand, and ``sizes`` are the bytes of each of its documents by
    address.
    """

    now: datetime.datetime | None
    folder: str
    sizes: Mapping[str, int]
