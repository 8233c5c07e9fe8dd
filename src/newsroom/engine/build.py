"""``newsroom build`` and ``newsroom serve``: MkDocs' own commands, told which edition is wanted."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from click import ClickException
from jinja2 import TemplateError
from mkdocs.commands.build import build as build_with_engine
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from newsroom.commands.edition import Edition
from newsroom.engine.plugin import NewsroomPlugin
from newsroom.engine.progress import Progress, in_silence
from newsroom.engine.summary import Summary
from newsroom.errors import BuildFailed, NewsroomNotFound, Refused
from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem

PREVIEW_FOLDER: Final = "preview"
"""Where a preview is written unless told otherwise: never over the public site."""


def build(
    root: Path,
    edition: Edition,
    folder: Path | None,
    *,
    strict: bool,
    language: Language = "en",
    progress: Progress = in_silence,
) -> tuple[Summary, Path]:
    """Build an edition, and say what was done and where it stands. Raises :class:`NewsroomError`.

    Warnings go to standard error in ``language``; under ``strict`` they stop the build. ``progress`` hears how far it
    is.
    """
    chosen = folder or (root / PREVIEW_FOLDER if edition.now is None else None)
    engine_log = _EngineLog(language)
    try:
        with _heard_by(engine_log):
            config = _configuration(root, chosen, strict=strict)
            plugin = _plugin(config)
            plugin.edition, plugin.progress = edition, progress
            target = Path(config.site_dir)
            _run(config, plugin, engine_log)
    except OSError as error:
        raise _cannot_write(error) from None
    assert plugin.summary
    return plugin.summary, target


def serve(root: Path, address: str, *, open_browser: bool, language: Language = "en") -> None:
    """Show the newsroom on this machine, and every page anew when something is saved. Raises :class:`Refused`."""
    # Not needed, and not loaded, where a site is built: that takes as long as to plan a thousand posts.
    from mkdocs.commands.serve import serve as serve_with_engine  # noqa: PLC0415

    file = str(engine_file(root))
    try:
        with _heard_by(_ServingLog(language)):
            serve_with_engine(file, dev_addr=address, open_in_browser=open_browser)
    except ClickException as error:
        raise BuildFailed(str(error), str(error)) from None
    except OSError as error:
        raise Refused(
            f"nothing can be shown at {address}: {error.strerror}", f"تعذّر العرض على {address}: {error.strerror}"
        ) from None


class _ServingLog(logging.Handler):
    """Shows what is said to the writer in their language, and what else goes wrong as it comes."""

    def __init__(self, language: Language) -> None:
        super().__init__(logging.INFO)
        self._language = language

    def emit(self, record: logging.LogRecord) -> None:
        problem: Problem | None = getattr(record, "problem", None)
        notice: Localized[str] | None = getattr(record, "notice", None)
        if problem:
            sys.stderr.write(f"{problem.line_of_text(self._language)}\n")
        elif notice:
            sys.stderr.write(f"{notice[self._language]}\n")
        elif record.levelno >= logging.WARNING:
            sys.stderr.write(f"{record.getMessage()}\n")


class _EngineLog(logging.Handler):
    """Shows warnings and notices as they come, and keeps errors for the sentence that ends the build."""

    def __init__(self, language: Language) -> None:
        super().__init__(logging.INFO)
        self.errors: list[str] = []
        self._language = language

    def emit(self, record: logging.LogRecord) -> None:
        problem: Problem | None = getattr(record, "problem", None)
        notice: Localized[str] | None = getattr(record, "notice", None)
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        elif problem:
            sys.stderr.write(f"{problem.line_of_text(self._language)}\n")
        elif notice:
            sys.stderr.write(f"{notice[self._language]}\n")
        elif record.levelno == logging.WARNING:
            sys.stderr.write(f"{record.getMessage()}\n")


@contextmanager
def _heard_by(handler: logging.Handler) -> Iterator[None]:
    """Let a handler hear the engine, notices included."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(handler.level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def _run(config: MkDocsConfig, plugin: NewsroomPlugin, engine_log: _EngineLog) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build_with_engine(config)
        config.plugins.on_shutdown()
    except (ClickException, TemplateError) as error:
        reason = "; ".join(engine_log.errors) or str(error)
        raise plugin.error or BuildFailed(
            f"the build stopped, and the site was left as it was: {reason}",
            f"توقف البناء وبقي الموقع كما كان: {reason}",
        ) from None


def _configuration(root: Path, folder: Path | None, *, strict: bool) -> MkDocsConfig:
    options = {} if folder is None else {"site_dir": str(folder.resolve())}
    try:
        return load_config(str(engine_file(root)), strict=strict or None, **options)
    except ClickException as error:
        raise BuildFailed(f"mkdocs.yml is wrong: {error}", f"في mkdocs.yml خطأ: {error}") from None


def _plugin(config: MkDocsConfig) -> NewsroomPlugin:
    plugin = config.plugins.get("newsroom")
    if isinstance(plugin, NewsroomPlugin):
        return plugin
    raise BuildFailed(
        "mkdocs.yml does not name the plugin; write `plugins: [newsroom]`",
        "لا يذكر mkdocs.yml الإضافة؛ اكتب `plugins: [newsroom]`",
    )


def engine_file(root: Path) -> Path:
    """The engine's configuration in a newsroom's folder. Raises :class:`NewsroomNotFound`."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise NewsroomNotFound(
            f"there is no mkdocs.yml in {root}; go to the newsroom's folder, or name it with --root",
            f"لا يوجد mkdocs.yml في {root}؛ انتقل إلى مجلد المركز الإعلامي أو سمّه بالخيار --root",
        )
    return file


def _cannot_write(error: OSError) -> Refused:
    reason = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return Refused(
        f"the site cannot be written ({reason}); it was left as it was", f"تعذّرت كتابة الموقع ({reason})؛ وبقي كما كان"
    )
