"""``newsroom build`` and ``newsroom serve``: MkDocs' own commands, told which edition is wanted."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Final

from click import ClickException
from jinja2 import TemplateError
from mkdocs.commands.build import build as build_with_engine
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from newsroom.commands.edition import Edition
from newsroom.engine.plugin import NewsroomPlugin
from newsroom.engine.summary import Summary
from newsroom.errors import BuildFailed, NewsroomNotFound, Refused
from newsroom.model.language import Language
from newsroom.model.problem import Problem

PREVIEW_FOLDER: Final = "preview"
"""Where a preview is written unless told otherwise: never over the public site."""


def build(
    root: Path, edition: Edition, folder: Path | None, *, strict: bool, language: Language = "en"
) -> tuple[Summary, Path]:
    """Build an edition, and say what was done and where it stands. Raises :class:`NewsroomError`.

    Warnings go to standard error in ``language``; under ``strict`` they stop the build.
    """
    chosen = folder or (root / PREVIEW_FOLDER if edition.now is None else None)
    engine_log = _EngineLog(language)
    logging.getLogger("mkdocs").addHandler(engine_log)
    try:
        config = _configuration(root, chosen, strict=strict)
        plugin = _plugin(config)
        plugin.edition = edition
        target = Path(config.site_dir)
        _run(config, plugin, engine_log)
    except OSError as error:
        raise _cannot_write(error) from None
    finally:
        logging.getLogger("mkdocs").removeHandler(engine_log)
    assert plugin.summary
    return plugin.summary, target


def serve(root: Path, address: str, *, open_browser: bool) -> None:
    """Show the newsroom on this machine, and build it again whenever a file is saved."""
    # Not needed, and not loaded, where a site is built: that takes as long as to plan a thousand posts.
    from mkdocs.commands.serve import serve as serve_with_engine  # noqa: PLC0415

    file = str(_file(root))
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    serve_with_engine(file, dev_addr=address, open_in_browser=open_browser)


class _EngineLog(logging.Handler):
    """Shows the engine's warnings as they come, and keeps its errors for the sentence that ends the build."""

    def __init__(self, language: Language) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self._language = language

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        else:
            problem: Problem | None = getattr(record, "problem", None)
            sys.stderr.write(f"{problem.line_of_text(self._language) if problem else record.getMessage()}\n")


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
        return load_config(str(_file(root)), strict=strict or None, **options)
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


def _file(root: Path) -> Path:
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
