"""The newsroom as it stands on the disk, and each page of it as a build would make it."""

from __future__ import annotations

import datetime
import gc
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from newsroom.commands.check import newsroom_and_warnings
from newsroom.commands.edition import Edition
from newsroom.commands.instants import aware
from newsroom.engine import templates
from newsroom.engine.building import Order
from newsroom.engine.conversion import Rendered
from newsroom.engine.documents import BuiltTexts
from newsroom.engine.files import asset_file, page_file
from newsroom.engine.progress import Part, in_silence
from newsroom.engine.serving.complaints import Complaint, complaints_of, page_of, with_foot
from newsroom.engine.serving.lasting import LastingFiles
from newsroom.engine.serving.readings import Readings
from newsroom.engine.shelf import Shelf
from newsroom.engine.typesetting import Typesetter
from newsroom.engine.verdicts import Verdicts
from newsroom.engine.versions import markdown_key
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.pages import addresses
from newsroom.pages.on_request import SiteOnRequest
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.release import next_change
from newsroom.reading.files import Folder
from newsroom.reading.newsroom import MEMORY

FLOOD: Final = 1000
"""Changes at once of which some may have gone unnoticed: the system keeps only so many for us."""
MOST_PAGES: Final = 20
"""Pages that are kept as long as nothing changes: those that a browser and its tabs ask for again."""
MOST_TEXTS: Final = 500
"""Converted texts that are kept while serving, beside those that builds left."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer to a request, and the ``version`` of the newsroom that it is of."""

    status: str
    html: str
    version: int


@dataclass(frozen=True, slots=True)
class _Stand:
    """A newsroom that was read, the edition of it that is shown, and its warnings."""

    newsroom: Newsroom
    edition: Edition
    site: SiteOnRequest
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Press:
    """What pages are made with: it changes with ``mkdocs.yml`` and the theme."""

    config: MkDocsConfig
    environment: jinja2.Environment
    stylesheets: list[str]
    theme: frozenset[str]
    typesetter: Typesetter
    files: Files


class Live:
    """Shows single pages of a newsroom, and knows when to read what of it again.

    ``edition`` is asked anew at each reading, since time goes on. ``version`` counts readings, and ``complaints`` are
    what keeps pages from being shown. One thread at a time reads or renders.
    """

    def __init__(self, order: Order, edition: Callable[[], Edition]) -> None:
        self.version = 0
        self.complaints: tuple[Complaint, ...] = ()
        self._root = order.root
        self._content = Folder(order.root).content
        self._edition = edition
        self.cache = order.open_cache()
        self._processes = order.processes
        self._readings = Readings(self._open_shelf)
        self._lock = threading.RLock()
        self._press: _Press | None = None
        self._stand: _Stand | None = None
        self._shown: dict[str, Shown] = {}
        self._lasting = LastingFiles(order.root)

    def equip(
        self, config: MkDocsConfig, environment: jinja2.Environment, stylesheets: list[str], theme: Iterable[File]
    ) -> None:
        """Take what MkDocs has made ready."""
        theme = list(theme)
        self._press = _Press(
            config,
            environment,
            stylesheets,
            frozenset(file.dest_uri for file in theme),
            Typesetter(self._root, self.cache, markdown_key(config), ordinarily=False),
            _FilesOnRequest(theme, self, config),
        )

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let no page be shown until a change is complete; what goes wrong meanwhile is shown in place of pages."""
        with self._lock, _uncollected():
            try:
                yield
                self.complaints = ()
            # Whatever it is, its author has to see it; and MkDocs ends a failed build by leaving the program.
            except (Exception, SystemExit) as error:
                self.complaints = complaints_of(error)
            self.version += 1
            self._shown.clear()

    def touch(self, changed: frozenset[Path]) -> None:
        """Take down what changed since the newsroom was read."""
        self._readings.touch(self._folders_of(changed))

    def read(self) -> tuple[Problem, ...]:
        """Read what was touched, at first everything, and give the newsroom's warnings.

        Raises :class:`newsroom.errors.NewsroomError`.
        """
        edition, verdicts = self._edition(), Verdicts(self.cache)
        newsroom, warnings = newsroom_and_warnings(
            self._root, self._readings, now=edition.now, memory=verdicts, publishes=False
        )
        verdicts.save()
        self._stand = _Stand(newsroom, edition, edition.on_request(newsroom), warnings)
        self._keep_readings(newsroom, edition)
        return warnings

    @property
    def edition(self) -> Edition:
        """What is shown, or would be if it were read now."""
        return self._edition()

    @property
    def theme_folders(self) -> list[str]:
        """Where templates and style sheets lie."""
        return list(self._press.config.theme.dirs) if self._press else []

    @property
    def mount(self) -> str:
        """The path at which the site will stand, and stands here."""
        return urlsplit(self._stand.newsroom.address).path if self._stand else "/"

    def next_change(self) -> datetime.datetime | None:
        """When what is shown changes by itself, or nothing."""
        stand = self._stand
        if stand is None or stand.edition.now is None:
            return None
        return next_change(stand.newsroom, aware(stand.edition.now, stand.newsroom))

    def is_past(self, instant: datetime.datetime) -> bool:
        """Whether an instant has come, by the clock of the edition."""
        now = self._edition().now
        return bool(self._stand and now and aware(now, self._stand.newsroom) >= instant)

    def has_page(self, address: str) -> bool:
        """Whether a page stands at an address."""
        with self._lock:
            return bool(self._stand and self._stand.site.page(address))

    def has_theme_file(self, address: str) -> bool:
        """Whether an address is that of a file of the theme."""
        return bool(self._press and address in self._press.theme)

    def asset(self, address: str) -> Path | None:
        """The file that stands at an address as it is, or nothing."""
        asset = self._stand.site.asset(address) if self._stand else None
        return self._content / asset.source if asset else None

    def file_of(self, source: str, config: MkDocsConfig) -> File | None:
        """The page or copy of a file below ``content/``, as MkDocs knows it."""
        assert self._stand
        site = self._stand.site
        address = site.address_of(source)
        if address is None:
            return None
        asset = site.asset(address)
        return asset_file(asset, self._content, config) if asset else page_file(source, address, config)

    def show(self, address: str) -> Shown:
        """The page of an address, or the one for addresses that lead nowhere; or what keeps it from being made."""
        with self._lock:
            if len(self._shown) >= MOST_PAGES:
                self._shown.clear()
            if address not in self._shown:
                self._shown[address] = self._make(address)
            return self._shown[address]

    def document(self, address: str) -> bytes | None:
        """The bytes of a file that is no page, as a build would make it, or nothing."""
        with self._lock:
            stand = self._stand
            document = stand.site.document(address) if stand and not self.complaints else None
            if document is None:
                return None
            texts = BuiltTexts(self._root, self._text)
            return self._lasting.of(document, texts)[address]

    def _text(self, source: str) -> str:
        """What became of the text in a file."""
        assert self._press
        assert self._stand
        blueprint = self._stand.site.source(source)
        return self._converted(blueprint.draw()).content if blueprint else ""

    def close(self) -> None:
        """Let go of what builds remember."""
        self.cache.close()

    def _make(self, address: str) -> Shown:
        if self.complaints or self._stand is None:
            return self._complain(self.complaints, address)
        found = self._stand.site.page(address)
        blueprint = found or self._stand.site.page(addresses.not_found_at(address))
        assert blueprint
        try:
            html = self._render(blueprint)
        except Exception as error:  # a template may do anything wrong
            place = f"content/{blueprint.source}" if blueprint.source else ""
            return self._complain(complaints_of(error, place), address)
        return Shown("200 OK" if found else "404 Not Found", html, self.version)

    def _complain(self, complaints: Iterable[Complaint], address: str) -> Shown:
        return Shown("500 Internal Server Error", page_of(complaints, self._language(address)), self.version)

    def _language(self, address: str) -> Language:
        """The language of an address; of one that has none, the newsroom's."""
        lead = self._stand.newsroom.lead if self._stand else "ar"
        return next((language for language in LANGUAGES if address.startswith(f"{language}/")), lead)

    def _render(self, blueprint: Blueprint) -> str:
        """A page as MkDocs would make it, with its warnings below."""
        assert self._press
        assert self._stand
        press, page = self._press, blueprint.draw()
        rendered = self._converted(page)
        template = press.environment.get_template(page.template)
        context = templates.context(page, rendered.content, self._stand.site.site, press.stylesheets)
        found = [
            each for each in self._stand.warnings if blueprint.source and each.path == f"content/{blueprint.source}"
        ]
        lines = [each.line_of_text(page.language) for each in found]
        lines += [message for level, message in rendered.warnings if level >= logging.WARNING]
        return with_foot(template.render(context), lines, page.language)

    def _converted(self, page: Page) -> Rendered:
        assert self._press
        press = self._press
        file = page_file(page.text.path if page.text else "", page.address, press.config)
        rendered = press.typesetter.convert(page, file, press.config, press.files)
        if len(press.typesetter.fresh) > MOST_TEXTS:
            press.typesetter.fresh.clear()
        return rendered

    def _folders_of(self, changed: frozenset[Path]) -> frozenset[Path] | None:
        """The folders of posts in which something changed; nothing where that cannot be told."""
        posts = self._content / "posts"
        below = [path.relative_to(posts).parts for path in changed if path.is_relative_to(posts)]
        whole = any(len(parts) < len(("2026", "slug")) for parts in below)
        if whole or self._content in changed or len(changed) > FLOOD:
            return None
        return frozenset(posts / year / slug for year, slug, *_ in below)

    def _open_shelf(self) -> Shelf:
        shelf = Shelf(self.cache, self._root / MEMORY, self._processes, Part("posts", in_silence))
        # Later readings happen beside other threads, which do not survive a fork.
        self._processes = 1
        return shelf

    def _keep_readings(self, newsroom: Newsroom, edition: Edition) -> None:
        """Keep for the next start what was read anew, if it may be known."""
        shelf = self._readings.shelf
        if shelf and shelf.count:
            shelf.keep(edition.visible_whole(newsroom))
        self._readings.shelf = None


class _FilesOnRequest(Files):
    """Lets links find every page and file of the site as it stands."""

    def __init__(self, theme: Iterable[File], live: Live, config: MkDocsConfig) -> None:
        super().__init__(theme)
        self._live = live
        self._config = config

    def get_file_from_path(self, path: str) -> File | None:
        source = PurePath(path).as_posix()
        return super().get_file_from_path(source) or self._live.file_of(source, self._config)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Make much that will last, without a collector that goes through all of it again and again."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
