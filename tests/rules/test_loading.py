"""What a check loads: whoever checks one changed post waits for nothing else."""

from __future__ import annotations

import subprocess
import sys

ADDRESSES = {"newsroom.pages", *(f"newsroom.pages.{name}" for name in ("addresses", "old_paths", "standing"))}
"""What tells where pages stand. All else in that room draws them."""


def test_rules_load_nothing_that_draws_pages() -> None:
    told = "import sys, newsroom.rules; print(*(name for name in sys.modules if name.startswith('newsroom.pages')))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) <= ADDRESSES
