"""A host of one's own: what its operator has decided for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.model.language import Language

MEBIBYTE: Final = 2**20
HOOKS: Final = ("pre-receive", "post-receive")
"""The hooks of git that are ours (https://git-scm.com/docs/githooks)."""


@dataclass(frozen=True, slots=True)
class HostSettings:
    """What ``host.yml`` says.

    ``branch`` is the one that is published; ``keep`` is how many releases stay beside the one that is served;
    ``language`` is that of what is said to whoever pushes. ``largest`` is the most bytes that one pushed file may have.
    ``key`` is the file of the private key that signs releases, or nothing; ``crossposts`` tells whether what is due
    goes to accounts after each publication. ``previews`` is the address below which branches are previewed, with a
    closing slash, or empty where they are not. ``alarm`` is the line that calls somebody when what is due cannot be
    published, for a shell, or empty.
    """

    branch: str = "main"
    keep: int = 10
    language: Language = "en"
    largest: int = 100 * MEBIBYTE
    key: Path | None = None
    crossposts: bool = True
    previews: str = ""
    alarm: str = ""
