"""What the search page shows before anything is searched."""

from __future__ import annotations

import msgspec

from newsroom.pages.views import Link


class Choice(msgspec.Struct, frozen=True):
    """Something that results may be limited to: its key, and its name in the page's language."""

    key: str
    name: str


class SearchView(msgspec.Struct, frozen=True):
    """The form, and where the indexes lie that it searches, the newest posts first.

    ``locale`` is the language with its region and digits as BCP 47 has them, in which results are counted.
    """

    indexes: tuple[str, ...]
    locale: str
    types: tuple[Choice, ...]
    years: tuple[Choice, ...]
    executives: tuple[Choice, ...]
    archive: Link
