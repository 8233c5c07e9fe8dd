"""Instants as people name them."""

from __future__ import annotations

import datetime

from newsroom.errors import WrongInstant
from newsroom.model.newsroom import Newsroom


def aware(instant: datetime.datetime, newsroom: Newsroom) -> datetime.datetime:
    """An instant, in the newsroom's zone where it names none."""
    return instant if instant.tzinfo else instant.replace(tzinfo=newsroom.timezone)


def parse_instant(text: str) -> datetime.datetime:
    """An instant as typed by a person. Raises :class:`WrongInstant`."""
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        raise WrongInstant(
            f'"{text}" is not an instant; write it like 2027-01-01T08:00+04:00',
            f"«{text}» ليست لحظة صحيحة؛ اكتبها على هيئة 2027-01-01T08:00+04:00",
        ) from None
