"""Programs of others that read or judge what we made. One start reads many files; a missing program is an error."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

READERS = Path(__file__).resolve().parent
PACKAGES = READERS / "node_modules"
VNU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
PATIENCE = 120
"""Seconds after which a program is taken to hang."""


def _run(command: list[str], told: str = "", patience: float = PATIENCE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=told, capture_output=True, text=True, timeout=patience, check=False)


def understood(program: str, files: Iterable[Path]) -> dict[Path, Any]:
    """What a Node program of this folder understood of each file."""
    outcome = _run(["node", str(READERS / program)], json.dumps([str(file) for file in files]))
    assert outcome.returncode == 0, outcome.stderr
    return {Path(file): told for file, told in json.loads(outcome.stdout).items()}


def counted(program: str, texts: Sequence[str]) -> list[int]:
    """What a Node program of this folder counts of each text."""
    outcome = _run(["node", str(READERS / program)], json.dumps(texts))
    assert outcome.returncode == 0, outcome.stderr
    counts: list[int] = json.loads(outcome.stdout)
    return counts


def judged(program: str, origin: str, addresses: Iterable[str], *more: str) -> Any:
    """What a Node program of this folder, with a browser, says of pages that are served at an origin."""
    browser = shutil.which("chromium")
    assert browser, "there is no chromium on the PATH; scripts/test installs it"
    command = ["node", str(READERS / program), browser, origin, *more]
    outcome = _run(command, json.dumps(list(addresses)), patience=10 * PATIENCE)
    assert outcome.returncode == 0, outcome.stderr
    return json.loads(outcome.stdout)


def malformed(files: Iterable[Path]) -> str:
    """What ``xmllint`` says against XML files; nothing where each is well-formed."""
    outcome = _run(["xmllint", "--noout", "--nonet", *map(str, files)])
    return outcome.stderr if outcome.returncode else ""


def markup_faults(files: Iterable[Path]) -> list[str]:
    """What the Nu Html Checker says against HTML files."""
    outcome = _run(["java", "-jar", str(VNU), "--format", "json", "--exit-zero-always", *map(str, files)])
    assert outcome.returncode == 0, outcome.stderr
    messages = json.loads(outcome.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]
