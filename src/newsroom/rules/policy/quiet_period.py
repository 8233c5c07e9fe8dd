"""A post would be released in a quiet period before an announced occasion.

``policy.yml`` lists such periods under ``quiet``: before which kind of occasion, how many days, and which posts. The
days are those of the newsroom's time zone; an occasion that was called off has no quiet period, and the post about the
occasion itself may be released before its hour. With ``before: results, days: 15, scope: {topics: [dividend]}`` and
results on 29 July: Bad: a post on the dividend of 20 July. Good: the same on 13 July, or after the results.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from newsroom.model.calendar import Occasion
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import QuietPeriod
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_of
from newsroom.rules.policy.scopes import cited, fits, is_judged

RULE: Final = Rule(
    "NR705",
    "error",
    what=Localized(
        "المنشور يقع في فترة الصمت من {from} حتى «{occasion_ar}» في {day} (الفقرة {paragraph}: {words_ar})",
        'the post falls in the quiet period from {from} until "{occasion}" on {day} (paragraph {paragraph}: {words})',
    ),
    mend=Localized(
        "انشره قبل {from} أو بعد ذلك الموعد",
        "release it before {from}, or after the occasion",
    ),
    addressee="communications",
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every post that would be released in a quiet period, once for each."""
    for quiet in newsroom.policy.quiet:
        for occasion in newsroom.occasions:
            if occasion.kind == quiet.before and occasion.status != "canceled":
                yield from _caught(quiet, occasion, newsroom, lines)


def _caught(quiet: QuietPeriod, occasion: Occasion, newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    end = _instant(occasion.starts, newsroom.timezone)
    first = end.date() - datetime.timedelta(days=quiet.days)
    start = datetime.datetime.combine(first, datetime.time(), newsroom.timezone)
    for post in newsroom.posts:
        is_in_time = start <= post.released < end and post.pubstatus == "usable" and post.id != occasion.post
        if (
            is_in_time
            and is_judged(post, newsroom.policy)
            and fits(quiet.scope, post, lines.wordings(post.translations))
        ):
            yield _problem(post, _Silence(quiet, occasion, first, end.date()), newsroom, lines)


def _instant(moment: datetime.date, zone: ZoneInfo) -> datetime.datetime:
    """When an occasion begins, in the newsroom's zone: of a day, its first instant."""
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(zone)
    return datetime.datetime.combine(moment, datetime.time(), zone)


@dataclass(frozen=True, slots=True)
class _Silence:
    """The days from the first of a quiet period to that of its occasion."""

    quiet: QuietPeriod
    occasion: Occasion
    first: datetime.date
    day: datetime.date


def _problem(post: Post, silence: _Silence, newsroom: Newsroom, lines: Lines) -> Problem:
    text, title = lead_of(post, newsroom), silence.occasion.title
    key = "embargoed" if post.embargoed and post.released == post.embargoed else "date"
    values = {
        "from": silence.first.isoformat(),
        "day": silence.day.isoformat(),
        "occasion": title.en,
        "occasion_ar": title.ar,
        **cited(silence.quiet.paragraph, newsroom.policy),
    }
    return Problem(RULE, lines.name(text), lines.of_key(text, key), values)
