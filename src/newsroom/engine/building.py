"""One build from beginning to end: what it makes, where, and whether the result may be published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from newsroom.commands.check import newsroom_and_warnings
from newsroom.commands.edition import Edition
from newsroom.engine.counting import Count, count
from newsroom.engine.publishing import Staging
from newsroom.engine.vanishing import vanishing
from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.pages.page import Site
from newsroom.reading.files import Folder


@dataclass
class Building:
    """A newsroom and its warnings, the edition of it that is being made, and the folder it is made in."""

    newsroom: Newsroom
    warnings: tuple[Problem, ...]
    edition: Edition
    site: Site
    content: Path
    target: Path
    staging: Staging | None

    @classmethod
    def begin(cls, root: Path, edition: Edition, target: Path, *, staged: bool, strict: bool) -> Self:
        """Read, check and plan; only then take the folder.

        Raises :class:`ProblemsFound`; under ``strict``, for warnings too.
        """
        newsroom, found = newsroom_and_warnings(root)
        site = edition.plan(newsroom)
        warnings = (*found, *vanishing(site, target))
        if strict and warnings:
            raise ProblemsFound(warnings)
        staging = Staging(target) if staged else None
        if staging:
            staging.open()
        return cls(newsroom, warnings, edition, site, Folder(root).content, target, staging)

    @property
    def folder(self) -> Path:
        """Where the engine writes."""
        return self.staging.folder if self.staging else self.target

    def finish(self) -> Count:
        """Count what was written, and publish it. Raises :class:`PostsLost`."""
        counted = count(self.newsroom, self.edition.visible(self.newsroom), self.site, self.folder)
        if self.staging:
            self.staging.publish()
        return counted

    def abandon(self) -> None:
        """Remove what was begun."""
        if self.staging:
            self.staging.close()
