"""The MkDocs plugin: hands each event over to a plain function.

Here, at the outermost wall, the system's clock is read. ``NEWSROOM_AT`` sets another instant, so that ``mkdocs build``
can do what ``newsroom build --at`` does; under ``serve``, ``NEWSROOM_PREVIEW=1`` shows everything, and with
``NEWSROOM_POLL=1`` files are looked at where the system does not tell of changes.
"""

from __future__ import annotations

import datetime
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import click
import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import CountHandler

from newsroom.commands.edition import Edition
from newsroom.commands.instants import parse_instant
from newsroom.engine import templates, typesetting
from newsroom.engine.building import Building, Order
from newsroom.engine.bytecode import Bytecode
from newsroom.engine.compatibility import reason_for_making_all
from newsroom.engine.files import leave_material_out, stylesheets, theme_files, with_material
from newsroom.engine.progress import Progress, in_silence
from newsroom.engine.summary import Summary
from newsroom.engine.typesetting import PlannedPage
from newsroom.engine.workers import Worker, processors
from newsroom.errors import NewsroomError, Refused
from newsroom.model.language import Localized
from newsroom.pages.page import Blueprint

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from newsroom.engine.serving.live import Live

log = logging.getLogger("mkdocs.plugins.newsroom")

_ENGINES: Final = ("mkdocs", "properdocs")
"""The logs of MkDocs, and of ProperDocs in its place."""


class NoOptions(Config):
    """The plugin takes none: a newsroom is described in ``newsroom.yml``."""


class NewsroomPlugin(BasePlugin[NoOptions]):
    """Plans the newsroom that lies beside ``mkdocs.yml``, and lets MkDocs render it."""

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.processes = processors()
        self.progress: Progress = in_silence
        self.building: Building | None = None
        self.summary: Summary | None = None
        self.error: NewsroomError | None = None
        self.stylesheets: list[str] = []
        self.serving = False
        self.live: Live | None = None
        self._bytecode = Bytecode()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Forget the build before, since MkDocs keeps one plugin a process."""
        self.building, self.summary, self.error = None, None, None
        self.serving, self.live = command == "serve", None

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and plan, before MkDocs touches anything."""
        self._bytecode = Bytecode()
        typesetting.prepare(config)
        leave_material_out(config)
        try:
            order = self._order(config)
            if self._shows_on_request(order):
                config.theme.static_templates.clear()
                return config
            self.building = Building.begin(order, config)
        except NewsroomError as error:
            raise self._stop(error) from None
        if self.building.cache.discarded:
            self._say(self.building.cache.discarded)
        for problem in self.building.warnings:
            log.warning("%s", problem.line_of_text("en"), extra={"problem": problem})
        config.site_dir = str(self.building.folder)
        config.site_url = self.building.site.address
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs what is planned in place of what it found."""
        theme = theme_files(files, config)
        self.stylesheets = [*stylesheets(), *map(str, config.extra_css)]
        if self.live:
            return Files(theme)
        self._files = self._building.files(theme, config)
        return self._files

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Share out the pages. From here on the build goes on in several processes, each with its own."""
        if self.live:
            return nav
        try:
            self._building.divide(
                self._files, config, lambda: self._bytecode.compile_all(self._prepared(config.theme.get_env()))
            )
        except NewsroomError as error:
            raise self._stop(error) from None
        if self._worker:
            config.extra_templates.clear()
            self._worker_log = WorkerLog()
            for name in _ENGINES:
                logging.getLogger(name).handlers = [self._worker_log]
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make the templates strict."""
        env.loader = with_material(env.loader)
        if self.live:
            self.live.equip(config, self._prepared(env), self.stylesheets, files)
            return env
        return self._prepared(env)

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG002
        """Show a template its page and nothing else."""
        if not isinstance(page, PlannedPage):
            return context
        return templates.context(page.planned, page.content, self._building.site, self.stylesheets)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: EnginePage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Take down what became of a page when all have had their say."""
        if isinstance(page, PlannedPage):
            self._building.production.note(page, output)
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Count, and let the finished pages take their places."""
        if self.live:
            return
        if self._worker:
            self._building.production.leave(self._worker)
        self._building.repeat_notes(self._files, config)
        if config.strict and _warnings_so_far():
            # MkDocs looks at strictness only after this event: the site must not have been published by then.
            self._building.abandon()
            return
        try:
            self.summary = self._building.finish(self._files, config)
        except NewsroomError as error:
            raise self._stop(error) from None
        config.site_dir = str(self._building.order.target)
        log.info(self.summary.sentences("en"))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was."""
        if self._worker:
            self._worker.fail(self._worker_log.said or str(error))
        if self.building:
            self.building.abandon()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the newsroom, and show its pages as they are asked for."""
        # Loaded where it is needed only, as MkDocs' server is.
        from newsroom.engine.serving.starting import show_on_request, watch_for  # noqa: PLC0415

        watch = watch_for(server, config, _root(config), poll=os.environ.get("NEWSROOM_POLL") == "1")
        if self.live:
            show_on_request(server, self.live, watch, _root(config), builder)
        return server

    def on_shutdown(self) -> None:
        """Let go of what was held while serving."""
        if self.live:
            self.live.close()

    def _shows_on_request(self, order: Order) -> bool:
        """Whether pages are made when they are asked for. Raises :class:`Refused` where they no longer can be."""
        if self.live and order.anew:
            raise Refused(
                "with what mkdocs.yml names now, serving has to begin again; stop it and start it",
                "بما يذكره mkdocs.yml الآن لا بد من بدء العرض من جديد؛ أوقفه ثم شغّله",
            )
        if self.serving and not (self.building or self.live or order.anew) and _reloads_browsers():
            from newsroom.engine.serving.live import Live  # noqa: PLC0415 - as above

            self.live = Live(order, self._edition)
            if self.live.cache.discarded:
                self._say(self.live.cache.discarded)
        return self.live is not None

    def _edition(self) -> Edition:
        return self.edition or _edition_from_environment(serving=self.serving)

    def _prepared(self, environment: jinja2.Environment) -> jinja2.Environment:
        environment.bytecode_cache = self._bytecode
        templates.prepare(environment)
        return environment

    def _order(self, config: MkDocsConfig) -> Order:
        reason = reason_for_making_all(config)
        if reason:
            self._say(reason)
        return Order(
            root=_root(config),
            edition=self._edition(),
            target=Path(config.site_dir),
            strict=bool(config.strict),
            anew=reason is not None,
            processes=self.processes,
            progress=self.progress,
            say=self._say,
        )

    def _say(self, words: Localized[str]) -> None:
        """Say something that is no warning; ``newsroom build`` says it in the user's language."""
        log.info("%s", words.en, extra={"notice": words})

    def _stop(self, error: NewsroomError) -> PluginError:
        """What makes MkDocs stop with a message; ``newsroom build`` asks for the error itself."""
        self.error = error
        return PluginError(f"the newsroom cannot be built:\n{error}")

    @property
    def _worker(self) -> Worker[Blueprint] | None:
        """In a forked process, what it knows of its errand."""
        return self.building.production.worker if self.building else None

    @property
    def _building(self) -> Building:
        assert self.building
        return self.building


class WorkerLog(logging.Handler):
    """Keeps what goes wrong in a forked process for the one that waits for it; there it is told."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of an error, whatever was said before."""
        self.said = record.getMessage()


def _root(config: MkDocsConfig) -> Path:
    return Path(str(config.config_file_path)).resolve().parent


def _reloads_browsers() -> bool:
    """Whether ``serve`` will call us: without reloading, MkDocs shows a site that is built once."""
    context = click.get_current_context(silent=True)
    return context is None or bool(context.params.get("livereload", True))


def _warnings_so_far() -> int:
    """What MkDocs, or ProperDocs in its place, has counted for ``--strict``."""
    handlers = (handler for name in _ENGINES for handler in logging.getLogger(name).handlers)
    return sum(
        number for handler in handlers if isinstance(handler, CountHandler) for _, number in handler.get_counts()
    )


def _edition_from_environment(*, serving: bool) -> Edition:
    if os.environ.get("NEWSROOM_PREVIEW") == "1":
        if serving:
            return Edition(None, planned_at=datetime.datetime.now(datetime.UTC))
        raise Refused(
            "NEWSROOM_PREVIEW is for `serve`; for a preview beside the public site, run `newsroom build --preview`",
            "المتغير NEWSROOM_PREVIEW للأمر serve؛ ولمعاينة بجانب الموقع العام استعمل newsroom build --preview",
        )
    at = os.environ.get("NEWSROOM_AT")
    return Edition(parse_instant(at), is_supposed=True) if at else Edition(datetime.datetime.now(datetime.UTC))
