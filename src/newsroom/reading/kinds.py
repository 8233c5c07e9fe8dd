"""The kinds of value that a newsroom's files hold: how each is checked, and how JSON Schema says it."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from newsroom.prose.expressions import is_pattern
from newsroom.prose.patterns import Fault, fault_in
from newsroom.signatures.keys import signing_key

HOURS_PATTERN: Final = r"^((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])$"
PARAGRAPH_PATTERN: Final = r"^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$"
RULE_CODE_PATTERN: Final = r"^NR[0-9]{3}$"
SLUG_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
POST_PLACE_PATTERN: Final = r"^[0-9]{4}/[a-z0-9]+(-[a-z0-9]+)*$"
SITE_PATH_PATTERN: Final = r"^((ar|en)/)?[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){0,2}$"
"""The longest is that of a post: a language, where one is meant alone, the kind, a year and a slug."""
REFERENCE_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){2}$"
PUBLIC_KEY_PATTERN: Final = "^(ssh|ecdsa|sk)-[a-z0-9@.-]+ AAAA[A-Za-z0-9+/=]+( .*)?$"
MAXIMUM_SLUG: Final = 80
"""Letters. Arabic takes two bytes a letter and a file name 255 bytes, so slugs are ASCII and far below that."""

_DAY: Final = re.compile(r"(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
"""From 1900 to 2199: a year beyond is a slip of the finger, and near the calendar's ends no zone can be reckoned."""
_INSTANT: Final = re.compile(
    _DAY.pattern + r"[T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2})?(Z|[+-]([01][0-9]|2[0-3]):[0-9]{2})?"
)
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,9})?")
_SAYS_SOMETHING: Final = re.compile(r"[^\W_]")
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key is for, in both languages; the JSON Schema and the reference carry it."""

    en: str
    ar: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Add the meaning to the key's JSON Schema."""
        return {**handler(core), "description": self.en, "x-description-ar": self.ar}


def _one_line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return _SPACES.sub(" ", value.strip())


def _parse_day(value: Any) -> datetime.date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong_date(value, "2026-07-29")


def _parse_instant(value: Any, info: ValidationInfo) -> datetime.datetime:
    zone: zoneinfo.ZoneInfo = info.context["timezone"] if info.context else zoneinfo.ZoneInfo("UTC")
    if not (isinstance(value, str) and _INSTANT.fullmatch(value)):
        raise _wrong_date(value, "2026-07-29T08:00")
    try:
        instant = datetime.datetime.fromisoformat(value)
    except ValueError:
        raise _wrong_date(value, "2026-07-29T08:00") from None
    return instant if instant.tzinfo else _in_zone(instant, zone, value)


def _parse_day_or_instant(value: Any, info: ValidationInfo) -> datetime.datetime | datetime.date:
    is_day = isinstance(value, str) and _DAY.fullmatch(value)
    return _parse_day(value) if is_day else _parse_instant(value, info)


def _in_zone(local: datetime.datetime, zone: zoneinfo.ZoneInfo, value: str) -> datetime.datetime:
    """A local time in a zone, refused where the clocks skip it or show it twice: either could be an hour early."""
    first, second = local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)
    if first.utcoffset() != second.utcoffset():
        raise PydanticCustomError(
            "no_such_time", "no such time", {"value": value, "zone": zone.key, "example": first.isoformat()}
        )
    return first


def _wrong_date(value: Any, example: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_date", "wrong date", {"value": str(value), "example": example})


def _wrong_pattern(fault: Fault) -> PydanticCustomError:
    if fault.kind == "slow":
        return PydanticCustomError("slow_pattern", "slow pattern", {"example": "{1,9}"})
    return PydanticCustomError(
        "broken_pattern", "broken pattern", {"reason": fault.reason, "position": str(fault.position)}
    )


def _expect(expected: str, test: Callable[[str], bool]) -> BeforeValidator:
    """A validator for a text that must pass a test; ``expected`` names the kind for the problem's example."""

    def check(value: Any) -> str:
        if isinstance(value, str) and value.strip() and test(value.strip()):
            return value.strip()
        raise PydanticCustomError("kind", "kind", {"value": str(value), "expected": expected})

    return BeforeValidator(check)


def _is_link(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and value.isascii() and not any(map(str.isspace, value))


def _is_site_address(value: str) -> bool:
    return _is_link(value) and value.endswith("/") and "?" not in value and "#" not in value


def is_timezone(value: str) -> bool:
    """Whether a time zone has this name."""
    try:
        zoneinfo.ZoneInfo(value)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    # All zones have a slash but a few old names, to find which takes as long as to read a hundred posts.
    is_usual = "/" in value and not value.startswith(("posix/", "right/"))
    return is_usual or value in zoneinfo.available_timezones()


def _is_locale(value: str, language: str) -> bool:
    try:
        locale = Locale.parse(value)
    except (UnknownLocaleError, ValueError):
        return False
    return locale.language == language and locale.territory is not None


def _is_file_name(value: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", value))


def _is_media_path(value: str) -> bool:
    return value.startswith("media/") and all(map(_is_file_name, value.split("/")))


def is_slug(value: str) -> bool:
    """Whether a name can be an address for ever: small ASCII letters and digits joined by hyphens."""
    return len(value) <= MAXIMUM_SLUG and re.fullmatch(SLUG_PATTERN, value) is not None


def _is_post_place(value: str) -> bool:
    return re.fullmatch(POST_PLACE_PATTERN, value) is not None and is_slug(value.partition("/")[2])


def _is_site_path(value: str) -> bool:
    return re.fullmatch(SITE_PATH_PATTERN, value) is not None and all(map(is_slug, value.split("/")))


def is_number(value: str) -> bool:
    """Whether a text is one plain number: Western digits, and a point before the decimals."""
    return _NUMBER.fullmatch(value) is not None


def _is_colour(value: str) -> bool:
    return bool(re.fullmatch(r"#[0-9A-Fa-f]{6}", value))


def _is_telephone(value: str) -> bool:
    return bool(re.fullmatch(r"\+[0-9][0-9 ]{5,24}", value))


def _is_security_contact(value: str) -> bool:
    return _is_link(value) or (value.startswith("mailto:") and _is_email(value.removeprefix("mailto:")))


def _is_email(value: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value))


def _is_hours(value: str) -> bool:
    hours = re.fullmatch(HOURS_PATTERN, value)
    return hours is not None and hours[1] < hours[2]


def _expression(value: Any) -> str:
    """Words with a letter, a digit or a sign in them; or a pattern between slashes that can be looked for in time."""
    expression = _SPACES.sub(" ", value.strip()) if isinstance(value, str) else ""
    fault = fault_in(expression[1:-1]) if is_pattern(expression) else None
    if fault:
        raise _wrong_pattern(fault)
    if not _SAYS_SOMETHING.search(expression):
        raise PydanticCustomError("kind", "kind", {"value": str(value), "expected": "expression"})
    return expression


Words = Annotated[str, BeforeValidator(_one_line), StringConstraints(min_length=1)]
Lines = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words in which the author's line breaks mean something."""
Day = Annotated[
    datetime.date,
    BeforeValidator(_parse_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-07-29"]}),
]
Instant = Annotated[
    datetime.datetime,
    BeforeValidator(_parse_instant),
    WithJsonSchema({"type": "string", "pattern": f"^{_INSTANT.pattern}$", "examples": ["2026-07-29T08:00"]}),
]
DayOrInstant = Annotated[
    datetime.datetime | datetime.date,
    BeforeValidator(_parse_day_or_instant),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^({_DAY.pattern}|{_INSTANT.pattern})$",
            "examples": ["2026-07-29", "2026-07-29T08:00"],
        }
    ),
]
Key = Annotated[
    str,
    _expect("key", is_slug),
    WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN, "maxLength": MAXIMUM_SLUG}),
]
PostPlace = Annotated[
    str,
    _expect("post_place", _is_post_place),
    WithJsonSchema({"type": "string", "pattern": POST_PLACE_PATTERN, "examples": ["2025/half-year-results"]}),
]
SitePath = Annotated[
    str,
    _expect("site_path", _is_site_path),
    WithJsonSchema({"type": "string", "pattern": SITE_PATH_PATTERN, "examples": ["topics/ports"]}),
]
FigureReference = Annotated[
    str,
    _expect("figure_reference", lambda value: value.count(".") == 2 and all(map(is_slug, value.split(".")))),
    WithJsonSchema({"type": "string", "pattern": REFERENCE_PATTERN, "examples": ["quarterly-results.revenue.2026-q3"]}),
]
RuleCode = Annotated[
    str,
    _expect("rule_code", lambda value: re.fullmatch(RULE_CODE_PATTERN, value) is not None),
    WithJsonSchema({"type": "string", "pattern": RULE_CODE_PATTERN, "examples": ["NR505"]}),
]
Identity = Annotated[
    str,
    _expect("identity", lambda value: bool(re.fullmatch(r"[a-z0-9][a-z0-9-]{5,63}", value))),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{5,63}$"}),
]
HttpsLink = Annotated[
    str, _expect("link", _is_link), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://"})
]
SiteAddress = Annotated[
    str,
    _expect("site_address", _is_site_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https://.*/$"}),
]
TimeZone = Annotated[
    str, _expect("timezone", is_timezone), WithJsonSchema({"type": "string", "examples": ["Asia/Muscat"]})
]
ArabicLocale = Annotated[
    str,
    _expect("arabic_locale", lambda value: _is_locale(value, "ar")),
    WithJsonSchema({"type": "string", "pattern": "^ar_", "examples": ["ar_OM"]}),
]
EnglishLocale = Annotated[
    str,
    _expect("english_locale", lambda value: _is_locale(value, "en")),
    WithJsonSchema({"type": "string", "pattern": "^en_", "examples": ["en_GB"]}),
]
Number = Annotated[
    Decimal,
    _expect("decimal", is_number),
    WithJsonSchema({"type": ["number", "string"], "examples": [48.5]}),
]
FileName = Annotated[
    str,
    _expect("file_name", _is_file_name),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}),
]
MediaPath = Annotated[
    str, _expect("media_path", _is_media_path), WithJsonSchema({"type": "string", "pattern": "^media/"})
]
Colour = Annotated[
    str,
    _expect("colour", _is_colour),
    AfterValidator(str.lower),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$", "examples": ["#0b5563"]}),
]
Telephone = Annotated[
    str, _expect("telephone", _is_telephone), WithJsonSchema({"type": "string", "pattern": r"^\+[0-9][0-9 ]{5,24}$"})
]
Email = Annotated[str, _expect("email", _is_email), WithJsonSchema({"type": "string", "format": "email"})]
SecurityContact = Annotated[
    str,
    _expect("security_contact", _is_security_contact),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^(https://|mailto:)"}),
]
PublicKey = Annotated[
    str,
    _expect("public_key", lambda value: bool(signing_key(value))),
    AfterValidator(signing_key),
    WithJsonSchema({"type": "string", "pattern": PUBLIC_KEY_PATTERN, "examples": ["ssh-ed25519 AAAAC3Nza…"]}),
]
"""Its comment, which may name a person or a machine, is left out."""
TrueOrFalse = Annotated[
    bool,
    _expect("true_or_false", lambda value: value in {"true", "false"}),
    WithJsonSchema({"type": "boolean"}),
]
DailyHours = Annotated[
    str,
    _expect("hours", _is_hours),
    WithJsonSchema({"type": "string", "pattern": HOURS_PATTERN, "examples": ["08:00-20:00"]}),
]
"""A span within each day, in the newsroom's zone."""
ParagraphNumber = Annotated[
    str,
    _expect("paragraph", lambda value: re.fullmatch(PARAGRAPH_PATTERN, value) is not None),
    WithJsonSchema({"type": "string", "pattern": PARAGRAPH_PATTERN, "examples": ["4.2"]}),
]
Expression = Annotated[
    str,
    BeforeValidator(_expression),
    WithJsonSchema({"type": "string", "minLength": 1, "examples": ["world-leading", "/guarantee[ds]? of/"]}),
]
