"""The files that the engine is given: those of the plan that are to be made, those of the theme, and no other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Final

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_theme_dir

from newsroom.pages import addresses
from newsroom.pages.page import Asset, Site

MATERIAL: Final = get_theme_dir("material")
MATERIAL_STYLESHEET: Final = "assets/stylesheets/main.*.min.css"
"""All that our pages use of Material's files; its name holds a hash that changes with each version."""
STYLESHEET: Final = "assets/newsroom.css"
STYLES: Final = "styles"
"""The theme's folder with the parts of our style sheet."""


class SiteFiles(Files):
    """Holds what is to be made in this process; links find the rest of the site too, by the paths of its sources."""

    def __init__(self, files: Iterable[File], site: Site, content: Path, config: MkDocsConfig) -> None:
        super().__init__(files)
        self._content = content
        self._config = config
        self._addresses = {blueprint.source: blueprint.address for blueprint in site.blueprints if blueprint.source}
        self._assets = {asset.source: asset for asset in site.assets}
        self._linked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a source; that of a page which is not made here is made up when a link asks for it."""
        source = PurePath(path).as_posix()
        found = super().get_file_from_path(source) or self._linked.get(source)
        if found is None and source in self._addresses:
            found = self._linked[source] = page_file(source, self._addresses[source], self._config)
        elif found is None and source in self._assets:
            found = self._linked[source] = asset_file(self._assets[source], self._content, self._config)
        return found


def leave_material_out(config: MkDocsConfig) -> None:
    """Keep the engine from going through Material's folder: of its fifteen thousand files our pages use one."""
    config.theme.dirs = [folder for folder in config.theme.dirs if folder != MATERIAL]


def with_material(loader: BaseLoader | None) -> BaseLoader:
    """A loader that finds Material's templates too, for whoever overrides ours with something that extends them."""
    return ChoiceLoader([*filter(None, [loader]), FileSystemLoader(MATERIAL)])


def theme_files(found: Files, config: MkDocsConfig) -> list[File]:
    """The theme's files among those that were found; whatever else lay in ``docs_dir`` is dropped."""
    material = [File(path, MATERIAL, config.site_dir, config.use_directory_urls) for path in _material_stylesheets()]
    sheet = File.generated(config, STYLESHEET, content=_joined_styles(config))
    return [*material, sheet, *(file for file in found if _is_of_theme(file, config))]


def stylesheets() -> list[str]:
    """The addresses of the style sheets: Material's, the brand's, and over both ours."""
    return [*_material_stylesheets(), addresses.BRAND_SHEET, STYLESHEET]


def _joined_styles(config: MkDocsConfig) -> str:
    """The parts of our style sheet, one after another by their names: a browser asks for one file, not for twelve.

    A part in the folder of a newsroom's own theme takes the place of ours of the same name.
    """
    parts: dict[str, Path] = {}
    for folder in reversed(config.theme.dirs):
        parts |= {path.name: path for path in Path(folder, STYLES).glob("*.css")}
    return "\n".join(parts[name].read_text(encoding="utf-8") for name in sorted(parts))


def _material_stylesheets() -> list[str]:
    return [path.relative_to(MATERIAL).as_posix() for path in Path(MATERIAL).glob(MATERIAL_STYLESHEET)]


def destination(address: str) -> str:
    """The file that the page of an address is written to, below the site's folder."""
    return address if address.endswith(".html") else f"{address}index.html"


def page_file(source: str, address: str, config: MkDocsConfig) -> File:
    """A page as a file. A text keeps its path below ``content/``, so that the engine resolves the links in it."""
    name = source or f"planned/{address.removesuffix('/') or 'index'}.md"
    file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = destination(address)
    return file


def asset_file(asset: Asset, content: Path, config: MkDocsConfig) -> File:
    """A file that is copied as it is."""
    return File(
        asset.source,
        src_dir=str(content),
        dest_dir=config.site_dir,
        use_directory_urls=True,
        dest_uri=asset.address,
        inclusion=InclusionLevel.INCLUDED,
    )


def _is_of_theme(file: File, config: MkDocsConfig) -> bool:
    if file.src_dir in (None, config.docs_dir):
        return False
    return not file.src_uri.endswith((".html", ".xml")) and not file.src_uri.startswith(f"{STYLES}/")
