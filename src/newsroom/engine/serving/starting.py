"""The start: MkDocs' server is given our answers, our watch and our way to take in what was saved."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from watchdog.observers import Observer

from newsroom.approvals.files import FOLDER as APPROVALS
from newsroom.commands.edition import Edition
from newsroom.engine.serving.answering import Answers
from newsroom.engine.serving.live import Live
from newsroom.engine.serving.watching import Watch
from newsroom.errors import BuildFailed
from newsroom.model.language import Localized
from newsroom.model.problem import Problem
from newsroom.reading.calendar import CALENDAR
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.reading.newsroom import CONFIGURATION
from newsroom.reading.plan import PLAN
from newsroom.reading.policy import POLICY

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.newsroom")

CONTENT: Final = "content"
_SETTINGS: Final = (CONFIGURATION, PLAN, CALENDAR, POLICY, CROSSPOSTING)
"""The newsroom's own files beside its content."""
ENGINES: Final = ("mkdocs", "properdocs")
"""The logs of MkDocs, and of ProperDocs in its place."""
DELAY: Final = 0.02
"""Seconds of quiet after a change; an editor that saves in several steps needs no more."""
QUIET: Final = 5
"""Seconds without a save, after which the clock is minded: to find what falls due next would hold up another."""
_NAMED: Final = 3
"""Files that are named when more were saved at once."""


def watch_for(server: LiveReloadServer, config: MkDocsConfig, root: Path, *, poll: bool) -> Watch:
    """Have the system tell of what is saved, or look for it where ``poll`` is wanted."""
    polling = server.observer
    names = (*_SETTINGS, CONTENT, Path(str(config.config_file_path)).name)
    files = [root / name for name in names]
    watch = Watch(polling if poll else Observer(), polling, files)
    for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        with suppress(KeyError):  # themes are watched on request only
            server.unwatch(str(path))
    server.observer = watch  # type: ignore[assignment] # it does what MkDocs asks of one
    server.build_delay = DELAY
    server.watch(str(root), recursive=False)
    for folder in (str(root / CONTENT), *_approvals(root), *config.theme.dirs):
        server.watch(folder)
    return watch


def _approvals(root: Path) -> Iterator[str]:
    """The folder of approvals, where there is one: a preview says whose are missing."""
    if (root / APPROVALS).is_dir():
        yield str(root / APPROVALS)


def show_on_request(
    server: LiveReloadServer, live: Live, watch: Watch, root: Path, rebuild: Callable[[], None]
) -> None:
    """Let a server show the newsroom as it stands; ``rebuild`` is MkDocs' way to begin again."""
    intake = _Intake(server, live, watch, root, rebuild)
    server.set_app(Answers(live, server))
    server.builder = intake
    intake.begin()
    threading.Thread(target=_mind_the_clock, args=(live, watch), daemon=True).start()


class _Intake:
    """Takes in what was saved, and says in a line what came of it."""

    def __init__(
        self, server: LiveReloadServer, live: Live, watch: Watch, root: Path, rebuild: Callable[[], None]
    ) -> None:
        self._server = server
        self._live = live
        self._watch = watch
        self._root = root
        self._rebuild = rebuild
        self._engine_is_stale = False
        self._warned: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Read everything, and say what is served and where."""
        self._take_in(frozenset())
        self._server.url = urljoin(self._server.url, self._live.mount)
        _say(_beginning(self._server.url, self._live.edition))

    def __call__(self) -> None:
        """Take in what was saved since the last time."""
        began = time.perf_counter()
        changed = self._watch.take()
        self._take_in(changed)
        if not self._live.complaints:
            _say(_taken_in(self._names(changed), time.perf_counter() - began))

    def _take_in(self, changed: frozenset[Path]) -> None:
        self._live.touch(changed)
        with self._live.changing():
            self._engine_is_stale |= any(map(self._concerns_engine, changed))
            if self._engine_is_stale:
                self._begin_again()
            self._warn(self._live.read())
        self._server.mount_path = self._live.mount
        for complaint in self._live.complaints:
            lines = Localized(complaint.line_of_text("ar"), complaint.line_of_text("en"))
            log.error("%s", lines.en, extra={"notice": lines})

    def _begin_again(self) -> None:
        """Have MkDocs read its configuration and the theme. Raises :class:`newsroom.errors.BuildFailed`."""
        said = _Errors()
        loggers = [logging.getLogger(name) for name in ENGINES]
        for logger in loggers:
            logger.addHandler(said)
        try:
            self._rebuild()
        except (Exception, SystemExit) as error:  # a build that fails there leaves the program
            reason = "\n".join(said.messages) or str(error)
            raise BuildFailed(reason, reason) from None
        finally:
            for logger in loggers:
                logger.removeHandler(said)
        self._engine_is_stale = False
        for folder in self._live.theme_folders:
            self._server.watch(folder)

    def _concerns_engine(self, path: Path) -> bool:
        """Whether a file is of the theme or of MkDocs' configuration; what nobody knows may be."""
        own = tuple(self._root / name for name in _SETTINGS)
        return path not in own and not path.is_relative_to(self._root / CONTENT)

    def _warn(self, warnings: Collection[Problem]) -> None:
        """Tell of warnings that were not there the last time."""
        lines = {problem.line_of_text("en"): problem for problem in warnings}
        for line in lines.keys() - self._warned:
            log.warning("%s", line, extra={"problem": lines[line]})
        self._warned = frozenset(lines)

    def _names(self, changed: Collection[Path]) -> str:
        names = sorted(
            str(path.relative_to(self._root)) if path.is_relative_to(self._root) else str(path) for path in changed
        )
        return ", ".join(names[:_NAMED]) + (f" (+{len(names) - _NAMED})" if len(names) > _NAMED else "")


class _Errors(logging.Handler):
    """Keeps what MkDocs says of errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _mind_the_clock(live: Live, watch: Watch) -> None:
    """Take in the newsroom anew whenever something in it falls due; where much is saved, that is done anyway."""
    version, due, quiet = -1, None, 0
    while True:
        time.sleep(1)
        quiet += 1
        if version != live.version:
            version, due, quiet = live.version, None, 0
        if quiet == QUIET:
            due = live.next_change()
        if due and live.is_past(due) and not live.complaints:
            watch.nudge()


def _say(words: Localized[str]) -> None:
    log.info("%s", words.en, extra={"notice": words})


def _beginning(url: str, edition: Edition) -> Localized[str]:
    if edition.now is None:
        shown = Localized("معاينة كل شيء، وإن لم يحن موعده", "the preview of everything, due or not")
    elif edition.is_supposed:
        instant = edition.now.isoformat()
        shown = Localized(f"الموقع كما يكون في {instant}", f"the newsroom as it is at {instant}")
    else:
        shown = Localized("الموقع كما يراه الجمهور الآن", "the newsroom as the public sees it now")
    return Localized(f"{url} يعرض {shown.ar}؛ للإيقاف Ctrl+C", f"{url} shows {shown.en}; stop with Ctrl+C")


def _taken_in(names: str, seconds: float) -> Localized[str]:
    if not names:
        return Localized("حان موعد تغيّر في الموقع فعُرض", "something fell due, and is shown")
    return Localized(f"{names}: يُعرض بعد {seconds:.2f} ث", f"{names}: shown after {seconds:.2f} s")
