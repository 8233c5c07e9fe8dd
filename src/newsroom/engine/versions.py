"""What the bytes of a site depend on beside its content: our code, the packages beside it, the theme, the settings."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from newsroom.engine.files import MATERIAL
from newsroom.engine.fingerprints import digest_of
from newsroom.pages.page import Site

OUR_CODE = Path(__file__).resolve().parent.parent


@functools.cache
def code_key() -> str:
    """The digest of all code that makes a site: ours byte by byte, the rest by its versions."""
    ours = sorted(OUR_CODE.rglob("*.py"))
    return digest_of(
        (
            sys.version.encode(),
            *(part for path in ours for part in (path.relative_to(OUR_CODE).as_posix().encode(), path.read_bytes())),
            *(name.encode() for name in _installed()),
        )
    )


def appearance_key(config: MkDocsConfig, site: Site) -> str:
    """The digest of what all pages share: how text is converted, where the site stands, every file of the theme.

    Material's files are left out, for its version tells of them.
    """
    folders = [Path(folder) for folder in config.theme.dirs if folder != MATERIAL]
    files = [(folder, path) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    parts = (
        part for folder, path in files for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())
    )
    shared = (markdown_key(config), _spelt(config.extra_css), site.address, site.lead)
    return digest_of((*map(str.encode, shared), *parts))


def markdown_key(config: MkDocsConfig) -> str:
    """The digest of how Markdown is converted: the extensions with their settings, and what is said of wrong links."""
    settings = (config.markdown_extensions, config.mdx_configs, dict(config.validation), config.use_directory_urls)
    return digest_of((_spelt(settings).encode(),))


def _installed() -> list[str]:
    """Name and version of every package that Python can import, as the folders of their metadata are called."""
    folders = {folder for folder in sys.path if os.path.isdir(folder)}  # noqa: PTH112 - paths as Python holds them
    names = {path.name for folder in folders for path in Path(folder).iterdir()}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _spelt(value: Any) -> str:
    """A setting in words that are the same in every process; of a function its name, and what it was given."""
    if isinstance(value, Mapping):
        return f"{{{_spelt(sorted(value.items(), key=str))}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_spelt, value))}]"
    if isinstance(value, functools.partial):
        return f"{_spelt(value.func)}({_spelt(value.args)},{_spelt(value.keywords)})"
    if callable(value):
        return f"{value.__module__}.{value.__qualname__}"
    return repr(value)
