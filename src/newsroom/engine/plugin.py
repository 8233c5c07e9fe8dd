"""The MkDocs plugin: hands each event over to a plain function.

Here, at the outermost wall, the system's clock is read. ``NEWSROOM_AT`` sets another instant, so that ``mkdocs build``
can do what ``newsroom build --at`` does; under ``serve``, ``NEWSROOM_PREVIEW=1`` shows everything.
"""

from __future__ import annotations

import datetime
import logging
import os
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import CountHandler

from newsroom.commands.edition import Edition, parse_instant
from newsroom.engine import markdown, templates
from newsroom.engine.building import Building
from newsroom.engine.counting import Count
from newsroom.engine.files import planned_files, stylesheets
from newsroom.engine.markdown import PlannedPage
from newsroom.errors import NewsroomError, Refused

log = logging.getLogger("mkdocs.plugins.newsroom")


class NoOptions(Config):
    """The plugin takes none: a newsroom is described in ``newsroom.yml``."""


class NewsroomPlugin(BasePlugin[NoOptions]):
    """Plans the newsroom that lies beside ``mkdocs.yml``, and lets MkDocs render it."""

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.building: Building | None = None
        self.count: Count | None = None
        self.error: NewsroomError | None = None
        self.stylesheets: list[str] = []
        self.serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Forget the build before, since MkDocs keeps one plugin a process; ``serve`` needs no staging."""
        self.building, self.count, self.error = None, None, None
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and plan, before MkDocs touches anything."""
        try:
            edition = self.edition or _edition_from_environment(serving=self.serving)
            self.building = self._begin(config, edition)
        except NewsroomError as error:
            raise self._stop(error) from None
        for problem in self.building.warnings:
            log.warning("%s", problem.line_of_text("en"), extra={"problem": problem})
        config.site_dir = str(self.building.folder)
        config.site_url = self.building.site.address
        config.theme.static_templates.clear()
        markdown.prepare(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs what is planned in place of what it found."""
        planned = planned_files(self._building.site, files, self._building.content, config)
        self.stylesheets = [*stylesheets(planned), *map(str, config.extra_css)]
        return planned

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """Make the templates strict."""
        templates.prepare(env)
        return env

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Show a template its page and nothing else."""
        if not isinstance(page, PlannedPage):
            return context
        return templates.context(page.planned, page.content, self._building.site, self.stylesheets)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Count, and let the finished site take its place."""
        if config.strict and _warnings_so_far():
            # MkDocs looks at strictness only after this event: the site must not have been published by then.
            self._building.abandon()
            return
        try:
            self.count = self._building.finish()
        except NewsroomError as error:
            raise self._stop(error) from None
        config.site_dir = str(self._building.target)
        log.info(self.count.sentence("en"))

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave the site as it was."""
        if self.building:
            self.building.abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Watch the posts, which lie outside MkDocs' own folder."""
        for name in ("content", "newsroom.yml", "plan.yml"):
            server.watch(str(_root(config) / name))
        return server

    def _begin(self, config: MkDocsConfig, edition: Edition) -> Building:
        target = Path(config.site_dir)
        return Building.begin(_root(config), edition, target, staged=not self.serving, strict=bool(config.strict))

    def _stop(self, error: NewsroomError) -> PluginError:
        """What makes MkDocs stop with a message; ``newsroom build`` asks for the error itself."""
        self.error = error
        return PluginError(f"the newsroom cannot be built:\n{error}")

    @property
    def _building(self) -> Building:
        assert self.building
        return self.building


def _root(config: MkDocsConfig) -> Path:
    return Path(str(config.config_file_path)).resolve().parent


def _warnings_so_far() -> int:
    """What MkDocs, or ProperDocs in its place, has counted for ``--strict``."""
    handlers = (handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers)
    return sum(
        number for handler in handlers if isinstance(handler, CountHandler) for _, number in handler.get_counts()
    )


def _edition_from_environment(*, serving: bool) -> Edition:
    if os.environ.get("NEWSROOM_PREVIEW") == "1":
        if serving:
            return Edition(None)
        raise Refused(
            "NEWSROOM_PREVIEW is for `serve`; for a preview beside the public site, run `newsroom build --preview`",
            "المتغير NEWSROOM_PREVIEW للأمر serve؛ ولمعاينة بجانب الموقع العام استعمل newsroom build --preview",
        )
    at = os.environ.get("NEWSROOM_AT")
    return Edition(parse_instant(at) if at else datetime.datetime.now(datetime.UTC))
