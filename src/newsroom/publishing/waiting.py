"""``newsroom publisher``: what it is asked, and who then waits for instants."""

from __future__ import annotations

import argparse
import datetime
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from newsroom.commands.instants import parse_instant
from newsroom.errors import WrongInstant
from newsroom.model.language import Language
from newsroom.publishing.elsewhere import Elsewhere, Instants
from newsroom.publishing.preparing import open_host
from newsroom.publishing.presence import alone
from newsroom.publishing.publisher import Clock, Publisher
from newsroom.publishing.units import write_units
from newsroom.publishing.work import HostWork
from newsroom.releases.host import Host
from newsroom.terminal import DONE, PROBLEMS, say, show

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)


def publisher(wanted: argparse.Namespace, language: Language, clock: Clock, sleep: Callable[[float], None]) -> int:
    """``newsroom publisher``. Raises :class:`NewsroomError`."""
    if wanted.run:
        with _until_told() as is_over:
            Instants(Elsewhere(wanted.root, wanted.run, language), clock, sleep).run(is_over)
        return DONE
    host = open_host(wanted.host)
    if wanted.systemd:
        show(map(str, write_units(host)))
        return DONE
    if wanted.prepare:
        return _prepare(host, wanted.prepare, clock)
    with alone(host), _until_told() as is_over:
        Publisher(HostWork(host), clock, sleep).run(is_over)
    return DONE


def _prepare(host: Host, instant: str, clock: Clock) -> int:
    # Not needed, and not loaded, by the process that waits.
    from newsroom.publishing.ahead import Preparing  # noqa: PLC0415
    from newsroom.publishing.publication import Publishing  # noqa: PLC0415

    ahead = Preparing(Publishing(host, clock)).prepare(_whole(instant))
    if ahead.failure is None:
        return DONE
    language, release = host.settings.language, ahead.prepared.release
    say(ahead.failure.sentence(language))
    say(
        f"فهُيّئ آخر إيداع صالح، وهو {release.commit[:12]}، لما يُنشر في {instant}"
        if language == "ar"
        else f"so the last good commit, {release.commit[:12]}, is prepared for {instant}"
    )
    return PROBLEMS


def _whole(instant: str) -> datetime.datetime:
    parsed = parse_instant(instant)
    if parsed.tzinfo is None:
        raise WrongInstant(
            f'"{instant}" says not in which zone; write it like 2027-01-01T08:00+04:00',
            f"«{instant}» بلا منطقة زمنية؛ اكتبها على هيئة 2027-01-01T08:00+04:00",
        )
    return parsed


@contextmanager
def _until_told() -> Iterator[Callable[[], bool]]:
    """Whether we were told to end: at the next look at the clock, and never in the middle of a switch."""
    told: list[int] = []
    before = {each: signal.signal(each, lambda number, _: told.append(number)) for each in _SIGNALS}
    try:
        yield lambda: bool(told)
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
