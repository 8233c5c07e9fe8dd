"""What is wrong with a site whose files are all made, said before it is published."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from newsroom.commands.edition import Edition
from newsroom.commands.instants import aware
from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.rules import inspect_site
from newsroom.rules.finished import FinishedSite

log = logging.getLogger("mkdocs.plugins.newsroom")


def inspect(
    newsroom: Newsroom, root: Path, edition: Edition, folder: str, sizes: Mapping[str, int], *, strict: bool
) -> None:
    """Warn of what the rules find in an edition that is to stand in a folder of this name.

    ``sizes`` are the bytes of its documents by address. Raises :class:`ProblemsFound` for warnings too, if strict:
    MkDocs would count them when the site is already published.
    """
    now = None if edition.now is None else aware(edition.now, newsroom)
    warn_of(inspect_site(newsroom, root, FinishedSite(now, folder, sizes)), strict=strict)


def warn_of(found: tuple[Problem, ...], *, strict: bool) -> None:
    """Warn of problems that were found late. Raises :class:`ProblemsFound`, if strict."""
    if found and strict:
        raise ProblemsFound(found)
    for problem in found:
        log.warning("%s", problem.line_of_text("en"), extra={"problem": problem})
