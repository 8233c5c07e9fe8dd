"""The ledger that a newsroom has chosen."""

from __future__ import annotations

from pathlib import Path

from newsroom.ledgers.git import GitLedger
from newsroom.ledgers.ledger import Ledger
from newsroom.ledgers.sqlite import SqliteLedger
from newsroom.model.crossposting import LedgerHome


def opened(home: LedgerHome, root: Path) -> Ledger:
    """The ledger of the newsroom in a folder. Nothing is read yet, and nothing made."""
    return GitLedger(root, home.place) if home.kind == "git" else SqliteLedger(root / home.place)
