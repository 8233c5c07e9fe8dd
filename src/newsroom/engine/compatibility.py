"""Whether what others add to the build allows pages to be made one by one, and only where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from newsroom.model.language import Localized

COLLECTING: Final = frozenset(
    {"blog", "macros", "material/blog", "material/search", "material/tags", "rss", "search", "tags"}
)
"""Plugins known to gather something from every page of a build, or to read what no page's record holds."""

OF_TEXT_ALONE: Final = frozenset(
    {
        "abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code", "footnotes", "legacy_attrs",
        "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks",
        "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.highlight",
        "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.saneheaders",
        "pymdownx.smartsymbols", "pymdownx.striphtml", "pymdownx.superfences", "pymdownx.tabbed",
        "pymdownx.tasklist", "pymdownx.tilde",
    }
)  # fmt: skip
"""Markdown extensions that make something of a text and of their settings, and look at nothing else."""

_LIBRARIES: Final = ("markdown.", "material.", "pymdownx.")


def reason_for_making_all(config: MkDocsConfig) -> Localized[str] | None:
    """Why every page must be made again, by one process and the engine's own rendering; nothing where it need not."""
    return next(_reasons(config), None)


def _reasons(config: MkDocsConfig) -> Iterator[Localized[str]]:
    for name in config.plugins:
        if name in COLLECTING:
            yield _told(name, "لأن الإضافة «{name}» تجمع من كل الصفحات", 'the plugin "{name}" gathers from all pages')
        elif name != "newsroom":
            yield _told(
                name,
                "لأن الإضافة «{name}» غير معروفة هنا وقد تنظر في كل الصفحات",
                'the plugin "{name}" is not known here and may look at all pages',
            )
    for name in map(str, config.markdown_extensions):
        if name.removeprefix("markdown.extensions.") not in OF_TEXT_ALONE or _has_own_code(
            config.mdx_configs.get(name)
        ):
            yield _told(
                name,
                "لأن إضافة ماركداون «{name}» قد تقرأ ملفات أخرى",
                'the Markdown extension "{name}" may read other files',
            )


def _told(name: str, ar: str, en: str) -> Localized[str]:
    return Localized(
        f"وضع التوافق: تُنشأ كل الصفحات من جديد {ar.format(name=name)}",
        f"compatible mode: every page is made again, since {en.format(name=name)}",
    )


def _has_own_code(settings: Any) -> bool:
    """Whether an extension is given a function from outside the libraries, which may do anything."""
    if isinstance(settings, Mapping):
        return any(map(_has_own_code, settings.values()))
    if isinstance(settings, list | tuple):
        return any(map(_has_own_code, settings))
    if isinstance(settings, partial):
        return _has_own_code(settings.func)
    return callable(settings) and not f"{getattr(settings, '__module__', '')}.".startswith(_LIBRARIES)
