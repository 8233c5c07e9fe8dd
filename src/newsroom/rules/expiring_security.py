"""``security.txt`` has expired, or will within thirty days.

After that day whoever has found a weakness of the site is told not to trust the file, and may not know whom to tell.
Bad: ``expires: 2026-01-31`` in a site of February 2026. Good: a day less than a year ahead, moved on each year when
somebody has seen that the contact still answers. The site is built all the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines
from newsroom.reading.newsroom import CONFIGURATION
from newsroom.rules.finished import FinishedSite

NOTICE: Final = datetime.timedelta(days=30)
"""How long before its end it is told of: time enough for whoever builds once a month."""

RULE: Final = Rule(
    "NR603",
    "warning",
    what=Localized("يسري security.txt حتى {date} فقط", "security.txt is valid until {date} only"),
    # Less than a year: RFC 9116, section 2.5.5 (https://www.rfc-editor.org/rfc/rfc9116#section-2.5.5).
    mend=Localized(
        "تأكد من أن جهة الاتصال ما زالت تجيب، ثم اكتب في expires يومًا لاحقًا في غضون سنة",
        "see that its contact still answers, then let expires be a later day, less than a year ahead",
    ),
)


def check(newsroom: Newsroom, lines: Lines, site: FinishedSite) -> Iterator[Problem]:
    """The file's end, where it has come or is near; a preview has no such file."""
    security = newsroom.hosting.security
    if security and site.now and security.expires - site.now < NOTICE:
        line = lines.of_source(CONFIGURATION, "hosting", "security", "expires")
        day = security.expires.astimezone(newsroom.timezone).date()
        yield Problem(RULE, CONFIGURATION, line, {"date": day.isoformat()})
