"""What the bytes of a site depend on beside its content and our code: the theme, and the settings."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from newsroom.engine.files import MATERIAL
from newsroom.engine.fingerprints import digest_of
from newsroom.pages.page import Site


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
