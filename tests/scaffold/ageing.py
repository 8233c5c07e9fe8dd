"""Workflows as an earlier version wrote them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from newsroom.scaffold.workflows import PLACES, written


def aged(root: Path, name: str = "gitlab-pages", addition: str = "") -> Path:
    """A workflow of an earlier version, in which a job had less time; and perhaps a person added to it."""
    path = root / PLACES[name]
    path.parent.mkdir(parents=True, exist_ok=True)
    earlier = written(name).partition("\n")[2].replace("30", "20")
    digest = sha256(earlier.encode()).hexdigest()
    mark = f"# Written by mkdocs-newsroom 0.0.9 as {name}; sha256 {digest}\n"
    path.write_text(mark + earlier + addition, encoding="utf-8")
    return path
