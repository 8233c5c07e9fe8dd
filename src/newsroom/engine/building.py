"""One build from beginning to end: what it makes, where, and whether the result may be published."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from newsroom.commands.check import newsroom_and_warnings
from newsroom.commands.edition import Edition, Kind
from newsroom.engine import documents
from newsroom.engine.cache import Cache
from newsroom.engine.code import code_key
from newsroom.engine.conversion import Rendered
from newsroom.engine.copying import Copies, compare
from newsroom.engine.documents import BuiltTexts, DocumentProduction
from newsroom.engine.files import SiteFiles, asset_file, destination, page_file
from newsroom.engine.fingerprints import digest_of_file
from newsroom.engine.inspection import inspect
from newsroom.engine.inventory import Inventory, Output, Standing, looking_at, stand
from newsroom.engine.notes import check_anchors, repeat_warnings
from newsroom.engine.packing import Packing
from newsroom.engine.production import Production
from newsroom.engine.progress import Part, Progress
from newsroom.engine.proving import Proving
from newsroom.engine.publishing import Staging
from newsroom.engine.shelf import Shelf
from newsroom.engine.summary import Stopwatch, Summary, count, peak_memory
from newsroom.engine.typesetting import KIND, PlannedPage, Typesetter
from newsroom.engine.vanishing import vanishing
from newsroom.engine.verdicts import Verdicts
from newsroom.engine.versions import appearance_key, markdown_key
from newsroom.errors import ProblemsFound
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem
from newsroom.pages.page import Blueprint, Site
from newsroom.reading.files import Folder
from newsroom.reading.newsroom import MEMORY

TEXTS: Final = 512
"""Converted texts that are held while documents are made, for a post stands in several feeds."""
WAITING: Final = Localized("بناء آخر يعمل هنا؛ ننتظر انتهاءه", "another build is at work here; waiting for it")


def memory_of(root: Path, kind: Kind) -> Path:
    """The file of what builds of a kind of edition remember."""
    return root / MEMORY / f"{kind}.db"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: an edition of the newsroom in ``root``, as a site in ``target``.

    ``anew`` makes every page again, in one process and by the engine's own rendering alone.
    """

    root: Path
    edition: Edition
    target: Path
    strict: bool
    anew: bool
    processes: int
    progress: Progress
    say: Callable[[Localized[str]], None]

    def open_cache(self) -> Cache:
        """What earlier builds of this kind of edition remember: what only a preview shows is in no other's memory."""
        return Cache(memory_of(self.root, self.edition.kind), code_key())


@dataclass
class Building:
    """A newsroom and its warnings, the edition of it that is being made, and what is known of earlier ones."""

    order: Order
    staging: Staging
    cache: Cache
    stopwatch: Stopwatch
    shelf: Shelf
    newsroom: Newsroom
    site: Site
    inventory: Inventory
    copies: Copies
    production: Production
    warnings: tuple[Problem, ...]
    documents: DocumentProduction = field(init=False)

    @classmethod
    def begin(cls, order: Order, config: MkDocsConfig) -> Self:
        """Take the folder, read, check and plan. Raises :class:`ProblemsFound`; if strict, for warnings too."""
        # What a build makes it holds to its end: a collector would only go through all of it again and again.
        gc.disable()
        staging = Staging(order.target)
        staging.open(lambda: order.say(WAITING))
        cache = None
        try:
            cache = order.open_cache()
            with looking_at(staging.site, order.processes) as standing:
                return cls._planned(order, staging, cache, config, standing)
        except BaseException:
            if cache:
                cache.close()
            staging.close()
            gc.enable()
            raise

    @classmethod
    def _planned(
        cls, order: Order, staging: Staging, cache: Cache, config: MkDocsConfig, standing: Callable[[], Standing]
    ) -> Self:
        stopwatch = Stopwatch()
        stopwatch.begin("reading")
        shelf = Shelf(cache, order.root / MEMORY, order.processes, Part("posts", order.progress))
        verdicts = Verdicts(cache)
        now = order.edition.now
        newsroom, found = newsroom_and_warnings(order.root, shelf, now=now, memory=verdicts, publishes=now is not None)
        verdicts.save()
        stopwatch.begin("planning")
        site = order.edition.plan(newsroom)
        name = os.path.relpath(staging.site, order.root)
        inventory = Inventory(staging.site, name, cache, appearance_key(config, site), standing())
        warnings = (*found, *vanishing(newsroom, order.edition, order.root, staging.site, inventory.standing))
        if any(problem.is_error or order.strict for problem in warnings):
            raise ProblemsFound(warnings)
        typesetter = Typesetter(order.root, cache, markdown_key(config), ordinarily=order.anew)
        production = Production(
            site, inventory, cache, typesetter, order.processes, order.anew, Part("pages", order.progress)
        )
        copies = compare(site, inventory, Folder(order.root).content, order.root / MEMORY)
        return cls(order, staging, cache, stopwatch, shelf, newsroom, site, inventory, copies, production, warnings)

    @property
    def folder(self) -> Path:
        """Where the engine writes."""
        return self.staging.folder

    @property
    def content(self) -> Path:
        """Where sources lie."""
        return Folder(self.order.root).content

    def files(self, theme: Iterable[File], config: MkDocsConfig) -> SiteFiles:
        """What the engine is to copy; pages come with :meth:`divide`."""
        stale = [asset_file(asset, self.content, config) for asset in self.copies.stale]
        return SiteFiles([*stale, *theme], self.site, self.content, config)

    def divide(self, files: SiteFiles, config: MkDocsConfig, before_fork: Callable[[], None]) -> None:
        """Give the engine the pages to render; with many, in forked processes that carry on from here.

        Files to be copied are left to the first process.
        """
        self.stopwatch.begin("rendering")
        pages = self.production.share(before_fork)
        if self.production.worker:
            for file in list(files):
                files.remove(file)
        for page in pages:
            file = page_file(page.text.path if page.text else "", page.address, config)
            file.page = PlannedPage(page, file, config, self.production.typesetter)
            files.append(file)

    def repeat_notes(self, files: SiteFiles, config: MkDocsConfig) -> None:
        """Say what there is to say of all texts, also of those that were converted in other processes and builds."""
        self.production.finish()
        noted = {path for path, output in self.production.outputs.items() if output.has_notes}
        if not noted:
            return
        sources = {blueprint.source: blueprint for blueprint in self.site.blueprints if blueprint.source}
        texts = {
            source: self._text(blueprint, files, config)
            for source, blueprint in sources.items()
            if destination(blueprint.address) in noted
        }
        repeat_warnings(texts)

        def anchors(source: str) -> frozenset[str] | None:
            blueprint = sources.get(source)
            return frozenset(self._text(blueprint, files, config).anchors) if blueprint else None

        check_anchors(texts, anchors, files, config.validation.links.anchors)

    def finish(self, files: SiteFiles, config: MkDocsConfig) -> Summary:
        """Make the documents, inspect and count what was made, and publish what differs.

        Raises :class:`PostsLost`, and :class:`LeakFound` for an edition that is public; if strict,
        :class:`ProblemsFound` for warnings too.
        """
        self.stopwatch.begin("documents")
        self._make_documents(files, config)
        sizes, folder = self.documents.sizes, self.staging.site.name
        inspect(self.newsroom, self.order.root, self.order.edition, folder, sizes, strict=self.order.strict)
        made, changed = self._made()
        visible = self.order.edition.visible(self.newsroom)
        counted = count(self.newsroom, visible, self.site, made)
        self.stopwatch.begin("proving")
        order, staging, processes = self.order, self.staging, 1 if self.order.anew else self.order.processes
        proving = Proving(
            order.edition, self.newsroom, visible, order.root, staging, self.cache, processes, order.strict
        )
        proved = proving.prove(self.inventory, made, changed)
        self.stopwatch.begin("publishing")
        removed = sorted(self.inventory.standing.keys() - made.keys())
        self.staging.publish(self._in_order(changed), removed, self.inventory.empty)
        proving.remember(self.inventory.name, proved)
        self._remember(made)
        gc.enable()
        production = self.production
        return Summary(
            read=counted.read,
            written=counted.written,
            held=counted.held,
            pages=len(self.site.blueprints),
            rendered=len(production.made),
            reused=len(production.kept),
            documents=len(self.documents.made) + len(self.documents.kept),
            documents_made=len(self.documents.made),
            removed=len(removed),
            seconds=self.stopwatch.stop(),
            memory=peak_memory(),
            address=self.newsroom.address,
            instant=order.edition.instant(self.newsroom),
            due=order.edition.due(self.newsroom),
        )

    def abandon(self) -> None:
        """Remove what was begun."""
        self.cache.close()
        self.staging.close()
        gc.enable()

    def _text(self, blueprint: Blueprint, files: SiteFiles, config: MkDocsConfig) -> Rendered:
        """What became of a page's text; converted once more where the cache was lost meanwhile."""
        path, typesetter = destination(blueprint.address), self.production.typesetter
        rendered = self.production.texts.get(path) or typesetter.known(self.production.outputs[path].text)
        if rendered is None:
            page = blueprint.draw()
            rendered = typesetter.convert(page, page_file(blueprint.source, blueprint.address, config), config, files)
        return rendered

    def _make_documents(self, files: SiteFiles, config: MkDocsConfig) -> None:
        """Make what is no page from the texts of the pages, all of which are converted by now."""
        sources = {blueprint.source: blueprint for blueprint in self.site.blueprints if blueprint.source}
        outputs, texts = self.production.outputs, self.production.texts

        @lru_cache(TEXTS)
        def html(source: str) -> str:
            path = destination(sources[source].address)
            if self.order.anew:
                return texts[path].content
            key = outputs[path].text
            known = self.production.typesetter.known(key) if key else None
            return (known or self._text(sources[source], files, config)).content if key else ""

        self.documents = DocumentProduction(
            documents=self.site.documents,
            inventory=self.inventory,
            texts=BuiltTexts(self.order.root, html),
            text_key=lambda source: None if self.order.anew else outputs[destination(sources[source].address)].text,
            staging=self.folder,
            processes=1 if self.order.anew else self.order.processes,
            part=Part("documents", self.order.progress),
            cache=self.cache,
        )
        self.documents.make()

    def _made(self) -> tuple[dict[str, Output], list[str]]:
        """Every file of the finished site, and those of them that differ from what stands."""
        files = self.production.kept | self.documents.kept | self.copies.kept
        changed = []
        for path, (size, modified) in stand(self.folder)[0].items():
            made = self.production.made.get(path) or self.documents.made.get(path) or self._copied(path)
            content = made.content or digest_of_file(self.folder / path)
            files[path] = replace(made, content=content, size=size, modified=modified)
            if not self.inventory.has(path, content):
                changed.append(path)
        if self.newsroom.hosting.compressed:
            kept, twins = Packing(self.inventory, self.folder, self.staging.site, self.order.processes).twins(files)
            files |= kept | twins
            changed += [path for path, twin in twins.items() if not self.inventory.has(path, twin.content)]
        return files | dict(self._as_they_stand(files.keys() - set(changed), files)), changed

    def _copied(self, path: str) -> Output:
        return Output(self.copies.stamps.get(path, ""), "", "")

    def _as_they_stand(self, paths: Iterable[str], files: Mapping[str, Output]) -> Iterator[tuple[str, Output]]:
        """Files that stay, with their sizes and times where they are not those of the last build."""
        for path in paths:
            size, modified = self.inventory.standing[path]
            if (files[path].size, files[path].modified) != (size, modified):
                yield path, replace(files[path], size=size, modified=modified)

    def _in_order(self, changed: Iterable[str]) -> list[str]:
        """New files first, the front door last: a page stands before another leads to it."""
        return sorted(changed, key=lambda path: (path in self.inventory.standing, -path.count("/"), path))

    def _remember(self, files: dict[str, Output]) -> None:
        self.cache.keep(documents.KIND, self.documents.costly)
        if self.order.anew:
            self.cache.keep(KIND, ())
        else:
            if files != self.inventory.known or not self.inventory.same_appearance:
                self.inventory.save(files)
            self.cache.keep(KIND, {output.text for output in files.values() if output.text})
        self.shelf.keep(self.order.edition.visible_whole(self.newsroom))
        self.cache.close()
