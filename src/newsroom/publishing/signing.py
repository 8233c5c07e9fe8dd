"""A release signed before anybody can see it, where the host has a key and the newsroom names it."""

from __future__ import annotations

import datetime
from pathlib import Path

from newsroom.errors import Refused
from newsroom.pages.addresses import SIGNERS
from newsroom.releases.host import Host
from newsroom.releases.signing import write_manifest


def sign_release(
    host: Host, site: Path, earlier: Path | None, commit: str, address: str, instant: datetime.datetime
) -> None:
    """Lay a signed manifest into a finished site that begins with an ``earlier`` one.

    Raises :class:`Refused` and :class:`ManifestUnusable` where that cannot be; a site whose pages say how they are
    verified is not published without.
    """
    if earlier and not earlier.is_dir():
        raise Refused(
            "the release before went while the next was made; it is tried again",
            "زال الإصدار السابق أثناء إنشاء التالي؛ وتُعاد المحاولة",
        )
    if host.settings.key:
        write_manifest(site, earlier, address, commit, instant, host.settings.key)
    elif (site / SIGNERS).exists():
        raise Refused(
            "newsroom.yml names keys (hosting.keys), and host.yml has none to sign with; write in it key: FILE",
            "يسمّي newsroom.yml مفاتيح (hosting.keys) وليس في host.yml مفتاح يوقَّع به؛ اكتب فيه key: FILE",
        )
