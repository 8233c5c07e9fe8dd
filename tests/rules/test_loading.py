"""What a check loads: whoever checks one changed post waits for nothing else."""

from __future__ import annotations

import subprocess
import sys


def test_rules_load_no_pages() -> None:
    told = "import sys, newsroom.rules; print(*(name for name in sys.modules if name.startswith('newsroom.pages')))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
