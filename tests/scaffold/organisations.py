"""What an organisation answers when a newsroom is begun for it."""

from __future__ import annotations

import datetime
from typing import Final

NOW: Final = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")
IDENTITY: Final = "0123456789ab"
ANSWERS: Final = {
    "name_ar": "شركة المثال ش.م.ع.ع",
    "name_en": "Sample Company SAOG",
    "short_name_ar": "المثال",
    "short_name_en": "Sample",
    "address": "https://newsroom.sample.example/",
    "website": "https://www.sample.example/",
    "timezone": "Asia/Muscat",
    "email": "media@sample.example",
    "telephone": "+968 2400 0000",
    "executive_ar": "سالم الحارثي",
    "executive_en": "Salim Al Harthy",
    "executive_since": "2022-03-01",
}


def options(**changes: str | None) -> list[str]:
    """The answers as options of the command; what is changed to nothing is left out."""
    given = {**ANSWERS, **changes}
    return [
        part for name, value in given.items() if value is not None for part in (f"--{name}".replace("_", "-"), value)
    ]
