"""What the public has seen in a folder, or by the list in the repository, and a build would take away."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from newsroom.commands.addresses import listed, vanished
from newsroom.commands.edition import Edition
from newsroom.hosting.robots import robots_of_preview
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.pages import addresses
from newsroom.pages.lasting import is_lasting


def vanishing(
    newsroom: Newsroom, edition: Edition, root: Path, folder: Path, standing: Collection[str]
) -> tuple[Problem, ...]:
    """What of the files that stand in a folder, and of the list in the repository, an edition does not offer.

    Only the public edition of now takes the place of what was published. Raises :class:`ProblemsFound` where the list
    is broken.
    """
    if edition.now is None or edition.is_supposed:
        return ()
    shown = () if _is_preview(folder) else standing
    files = {address: f"{folder.name}/{path}" for path in shown if is_lasting(address := _address(path))}
    known = {address: (path, 1) for address, path in files.items()}
    return tuple(vanished(newsroom, edition.now, {**known, **listed(root)}))


def _address(path: str) -> str:
    """The address at which a file is found; what is no page has that of the file."""
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def _is_preview(folder: Path) -> bool:
    """Whether a preview stands in a folder: nobody but the team has seen it."""
    robots = folder / addresses.ROBOTS
    return robots.is_file() and robots.read_bytes() == robots_of_preview()
