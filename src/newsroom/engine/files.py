"""The files that the engine is given: those of the plan and of the theme, and no other."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_theme_dir

from newsroom.engine.markdown import PlannedPage
from newsroom.pages.page import Asset, Page, Site

MATERIAL_STYLESHEET: Final = "assets/stylesheets/main.*.min.css"
"""All that our pages use of Material's files; its name holds a hash that changes with each version."""


def planned_files(site: Site, found: Files, content: Path, config: MkDocsConfig) -> Files:
    """The plan's pages and files, with the theme's; whatever else lay in ``docs_dir`` is dropped."""
    files = [_page_file(page, config) for page in site.pages]
    files += [_asset_file(asset, content, config) for asset in site.assets]
    files += [file for file in found if _is_of_theme(file, config)]
    return Files(files)


def stylesheets(files: Files) -> list[str]:
    """The addresses of the style sheets, Material's first and ours over it."""
    material = [file.dest_uri for file in files if fnmatch(file.src_uri, MATERIAL_STYLESHEET)]
    return [*material, "assets/newsroom.css"]


def destination(page: Page) -> str:
    """The file that a page is written to, below the site's folder."""
    return page.address if page.address.endswith(".html") else f"{page.address}index.html"


def _page_file(page: Page, config: MkDocsConfig) -> File:
    # A text keeps its path below content/, so that the engine resolves the relative links in it.
    source = page.text.path if page.text else f"planned/{page.address.removesuffix('/') or 'index'}.md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = destination(page)
    file.page = PlannedPage(page, file, config)
    return file


def _asset_file(asset: Asset, content: Path, config: MkDocsConfig) -> File:
    return File(
        asset.source,
        src_dir=str(content),
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=asset.address,
        inclusion=InclusionLevel.INCLUDED,
    )


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    if file.src_dir in (None, config.docs_dir) or file.src_uri.endswith((".html", ".xml")):
        return False
    return file.src_dir != get_theme_dir("material") or fnmatch(file.src_uri, MATERIAL_STYLESHEET)
