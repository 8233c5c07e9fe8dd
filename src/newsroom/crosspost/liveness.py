"""Whether readers can already see what a message leads to: nothing is told of a page that is not there."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import Final

from newsroom.model.language import Localized
from newsroom.networks.outcomes import Undelivered
from newsroom.networks.web import Answer, Web

WRONG_CLOCK: Final = datetime.timedelta(minutes=5)
"""A clock that is further from the server's than this may send what is not released yet."""
_EDITION: Final = re.compile(rb'<meta name="newsroom:edition" content="([0-9a-f]+)"')


def what_is_missing(web: Web, address: str, edition: str, now: datetime.datetime) -> Localized[str] | None:
    """Why nothing may be said of a page yet; nothing, where it is there in the edition that is meant."""
    try:
        answer = web.ask("GET", address)
    except Undelivered as error:
        return error.reason
    return _of_clock(answer, now) or _of_edition(answer, address, edition)


def _of_edition(answer: Answer, address: str, edition: str) -> Localized[str] | None:
    shown = _EDITION.search(answer.body)
    if shown and shown[1].decode() == edition:
        return None
    return Localized(
        f"الصفحة {address} ليست بعد على هذا النص؛ انشر الموقع ثم أعد المحاولة",
        f"{address} does not show this edition yet; publish the site, and run this again",
    )


def _of_clock(answer: Answer, now: datetime.datetime) -> Localized[str] | None:
    try:
        there = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return None
    # HTTP's dates are in UTC, whether they say so or not (https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
    apart = abs(there.replace(tzinfo=datetime.UTC) - now)
    if apart <= WRONG_CLOCK:
        return None
    minutes = round(apart / datetime.timedelta(minutes=1))
    return Localized(
        f"ساعة هذا الجهاز تخالف ساعة الموقع ({minutes} دقيقة)؛ اضبطها أولًا",
        f"the clock of this machine and that of the site differ by {minutes} minutes; set it right first",
    )
