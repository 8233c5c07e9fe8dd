"""``newsroom serve-config``: how a server is to serve the site."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final, NoReturn

from newsroom.commands.check import sound_newsroom
from newsroom.commands.instants import aware
from newsroom.commands.passwords import accounts_in
from newsroom.commands.servers import OwnServer, Server
from newsroom.errors import Refused
from newsroom.hosting.caddy import caddy
from newsroom.hosting.headers import rules
from newsroom.hosting.netlify import netlify
from newsroom.hosting.nginx import nginx
from newsroom.hosting.served import Previews, Served
from newsroom.model.newsroom import Newsroom
from newsroom.pages.gone import gone
from newsroom.pages.moves import leads
from newsroom.pages.release import at_instant

_WRITERS: Final[Mapping[OwnServer, Callable[..., bytes]]] = {"nginx": nginx, "caddy": caddy}
_PLAIN_ADDRESS: Final = re.compile(r"[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~-]+)*/")
_STRANGE: Final = re.compile(r"[\"'`\\${};#\x00-\x1f\x7f]")
"""What means something else to a server than a letter of a name, even between quotes."""


def serve_config(
    root: Path,
    server: Server,
    now: datetime.datetime,
    site: Path | None = None,
    previews: Path | None = None,
    passwords: Path | None = None,
    *,
    inside: bool = False,
) -> str:
    """The settings of a server, ending in a newline. Raises :class:`ProblemsFound` and :class:`Refused`.

    Without ``site``, the site lies in the newsroom's own folder.
    """
    newsroom = sound_newsroom(root)
    if server == "netlify":
        _refuse_what_is_not_for_netlify(site or previews or passwords or inside)
        return netlify(rules(newsroom.address)).decode()
    shown = _previews(previews, passwords)
    return settings(newsroom, server, now, site or root / "site", shown, inside=inside).decode()


def settings(
    newsroom: Newsroom,
    server: OwnServer,
    now: datetime.datetime,
    site: PurePath,
    previews: Previews | None = None,
    *,
    inside: bool = False,
) -> bytes:
    """The settings of nginx or Caddy for a newsroom and the folder, or symlink to one, that its site lies in.

    They name the old addresses and legal withdrawals of what may be seen at an instant, and of nothing else. What
    stands ``inside`` is for a server that somebody else has written. Raises :class:`Refused` for an address or a
    folder whose name the server would take for something else.
    """
    visible = at_instant(newsroom, aware(now, newsroom))
    if not _PLAIN_ADDRESS.fullmatch(newsroom.address.removeprefix("https://")):
        _refuse(newsroom.address)
    served = Served(newsroom.address, _absolute(site), leads(visible), gone(visible), _told(previews))
    return _WRITERS[server](served, inside=inside)


def _refuse_what_is_not_for_netlify(given: object) -> None:
    if given:
        raise Refused("netlify takes no options: it has folders of its own", "لا خيارات مع netlify، فالمجلدات عنده")


def _previews(folder: Path | None, passwords: Path | None) -> Previews | None:
    if passwords and not folder:
        raise Refused(
            "--password is for previews: add --previews DIR", "الخيار --password للمعاينات: أضف --previews DIR"
        )
    accounts = accounts_in(passwords) if passwords else ()
    return Previews(folder, passwords, accounts) if folder else None


def _told(previews: Previews | None) -> Previews | None:
    if previews is None:
        return None
    passwords = _absolute(previews.passwords) if previews.passwords else None
    return replace(previews, folder=_absolute(previews.folder), passwords=passwords)


def _absolute(path: PurePath) -> PurePath:
    """A folder as a server may be told of it, wherever that runs; a symlink stays one, for it may be exchanged."""
    absolute = PurePath(os.path.abspath(path))  # noqa: PTH100 - pathlib leaves the dots in it
    return absolute if not _STRANGE.search(str(absolute)) else _refuse(str(absolute))


def _refuse(name: str) -> NoReturn:
    raise Refused(
        f"{name} has characters that a server takes for something else; use letters, digits and hyphens",
        f"في {name} رموز لها عند الخادم معنى آخر؛ اكتفِ بالحروف والأرقام والشُّرَط",
    )
