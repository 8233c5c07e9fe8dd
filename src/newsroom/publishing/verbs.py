"""The verbs of a host of one's own: what they are asked, and what they print; the clock is given to them.

Whoever is refused shall not wait until all is loaded that builds.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from typing import Final

from newsroom.errors import NewsroomError
from newsroom.model.language import Language, Localized
from newsroom.publishing.preparing import open_host, prepare_host
from newsroom.publishing.receiving import refuse, updates
from newsroom.terminal import DONE, say, show

Clock = Callable[[], datetime.datetime]

_PREPARED: Final = Localized(
    "عيّن المستودع عن بُعد وادفع إليه: git remote add newsroom {place} ثم git push newsroom {branch}",
    "push there: git remote add newsroom {place}, then git push newsroom {branch}",
)


def host(wanted: argparse.Namespace, language: Language, _: Clock) -> int:
    """``newsroom host``."""
    show(map(str, prepare_host(wanted.folder, wanted.branch, language)))
    made = open_host(wanted.folder)
    say(_PREPARED[language].format(place=made.repository, branch=made.settings.branch))
    return DONE


def publish(wanted: argparse.Namespace, _: Language, clock: Clock) -> int:
    """``newsroom publish``."""
    from newsroom.publishing import aloud  # noqa: PLC0415

    aloud.publish(open_host(wanted.host), clock)
    return DONE


def receive(wanted: argparse.Namespace, _: Language, clock: Clock) -> int:
    """``newsroom receive``, which git calls: whoever pushed is spoken to in the host's language."""
    receiver = open_host(wanted.host)
    pushed = list(updates(sys.stdin))
    try:
        if wanted.hook == "pre-receive":
            refuse(receiver, pushed, wanted.environment)
        elif pushed:
            from newsroom.publishing import aloud  # noqa: PLC0415

            aloud.receive(receiver, pushed, clock)
    except NewsroomError as error:
        error.language = receiver.settings.language
        raise
    return DONE


def releases(wanted: argparse.Namespace, language: Language, _: Clock) -> int:
    """``newsroom releases``."""
    from newsroom.publishing import release_table as table  # noqa: PLC0415
    from newsroom.releases.store import Releases  # noqa: PLC0415

    store = Releases(open_host(wanted.host))
    if wanted.format == "json":
        sys.stdout.write(table.as_json(store.all(), store.live))
    else:
        show(table.as_lines(store.all(), store.live, language))
    return DONE


def rollback(wanted: argparse.Namespace, language: Language, clock: Clock) -> int:
    """``newsroom rollback``."""
    from newsroom.publishing import aloud  # noqa: PLC0415

    aloud.roll_back(open_host(wanted.host), wanted.number, clock, language)
    return DONE


VERBS: Final[Mapping[str, Callable[[argparse.Namespace, Language, Clock], int]]] = {
    "host": host,
    "publish": publish,
    "receive": receive,
    "releases": releases,
    "rollback": rollback,
}
