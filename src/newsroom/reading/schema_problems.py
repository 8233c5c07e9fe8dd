"""A tree of texts checked against the schema, and the schema's complaints as problems with a line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from newsroom.model.problem import Rule
from newsroom.reading.findings import Findings
from newsroom.reading.policy_rules import BROKEN_PATTERN, SLOW_PATTERN
from newsroom.reading.rules import (
    EMPTY_VALUE,
    MISSING_KEY,
    NO_SUCH_TIME,
    NOT_ONE_OF,
    UNKNOWN_KEY,
    WRONG_DATE,
    WRONG_KIND,
)
from newsroom.reading.sections import Section
from newsroom.reading.yaml import Tree

Schema = TypeVar("Schema", bound=Section)
Line = Callable[..., int]

_EXPECTED: Final[Mapping[str, str]] = {
    "key": "a-key-like-this",
    "rule_code": "NR505",
    "identity": "6k2v9m4x7q1c",
    "post_place": "2025/half-year-results",
    "site_path": "topics/ports, en/about",
    "figure_reference": "quarterly-results.revenue.2026-q3",
    "link": "https://…",
    "site_address": "https://newsroom.example.om/",
    "timezone": "Asia/Muscat",
    "file_name": "hero.jpg",
    "media_path": "media/logo.svg",
    "colour": "#0b5563",
    "telephone": "+968 2412 3456",
    "email": "media@example.om",
    "security_contact": "https://…, mailto:security@example.om",
    "public_key": "ssh-ed25519 AAAAC3Nza…",
    "true_or_false": "true, false",
    "int": "1, 2, 3 …",
    "arabic_locale": "ar_OM, ar_SA …",
    "english_locale": "en_GB, en_US …",
    "decimal": "48.5",
    "list": "[…, …]",
    "mapping": "{…: …}",
    "text": '"…"',
    "paragraph": "4.2",
    "hours": "08:00-20:00",
    "expression": "world-leading, /guarantee[ds]?/",
    "ledger": "{git: origin}, {sqlite: ledger.sqlite}",
}
"""What right looks like for each kind of value: an example reads the same in every language."""

_KIND_OF_ERROR: Final[Mapping[str, str]] = {
    "int_parsing": "int",
    "int_parsing_size": "int",
    "int_from_float": "int",
    "int_type": "int",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "string_type": "text",
}

_OF_OUR_KINDS: Final[Mapping[str, Rule]] = {
    "wrong_date": WRONG_DATE,
    "no_such_time": NO_SUCH_TIME,
    "broken_pattern": BROKEN_PATTERN,
    "slow_pattern": SLOW_PATTERN,
}
"""The complaints of :mod:`newsroom.reading.kinds` that tell more than what was expected."""


def validate(
    schema: type[Schema], tree: Tree, path: str, line: Line, findings: Findings, timezone: ZoneInfo
) -> Schema | None:
    """A tree as the schema's record, or nothing and every complaint as a problem."""
    try:
        return schema.model_validate(tree, context={"timezone": timezone})
    except ValidationError as error:
        for complaint in error.errors(include_url=False):
            if not _repeats_another(complaint):
                _add(complaint, schema, path, line, findings)
    return None


def _repeats_another(complaint: ErrorDetails) -> bool:
    """Whether a list is called too short because none of its items was right, which is said of each item."""
    return complaint["type"] == "too_short" and bool(complaint["input"])


def _add(complaint: ErrorDetails, schema: type[Section], path: str, line: Line, findings: Findings) -> None:
    location = [step for step in complaint["loc"] if step != "[key]"]
    key = ".".join(str(step) for step in location)
    value = _shown(complaint["input"])
    context = complaint.get("ctx", {})
    where = line(*location)
    match complaint["type"]:
        case "missing":
            findings.add(MISSING_KEY, path, where, key=key, example=f"{location[-1]}: …")
        case "extra_forbidden":
            findings.add(UNKNOWN_KEY, path, where, key=key, known=_known(schema, location))
        case "literal_error":
            findings.add(NOT_ONE_OF, path, where, key=key, value=value, allowed=_allowed(str(context["expected"])))
        case own if own in _OF_OUR_KINDS:
            findings.add(_OF_OUR_KINDS[own], path, where, key=key, **{**context, "value": value})
        case _ if complaint["type"] in {"empty", "too_short"} or complaint["input"] in ("", None):
            findings.add(EMPTY_VALUE, path, where, key=key)
        case _:
            findings.add(WRONG_KIND, path, where, key=key, value=value, expected=_expected(complaint, context))


def _shown(value: Any) -> str:
    if not isinstance(value, str):
        return "{…}" if isinstance(value, dict) else "[…]"
    return value if len(value) <= 60 else value[:60] + "…"


def _allowed(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


def _expected(complaint: ErrorDetails, context: Mapping[str, Any]) -> str:
    if "expected" in context:
        return _EXPECTED[context["expected"]]
    if "ge" in context:
        return f"≥ {context['ge']}"
    if "le" in context:
        return f"≤ {context['le']}"
    return _EXPECTED[_KIND_OF_ERROR.get(complaint["type"], "text")]


def _known(schema: type[BaseModel], location: Sequence[str | int]) -> str:
    """The keys known where an unknown one stands, those most like it first."""
    names = [field.alias or name for name, field in _section_at(schema, location[:-1]).model_fields.items()]
    close = difflib.get_close_matches(str(location[-1]), names)
    return ", ".join([*close, *(name for name in names if name not in close)])


def _section_at(schema: type[BaseModel], location: Sequence[str | int]) -> type[BaseModel]:
    section = schema
    for step in location:
        field = section.model_fields.get(step) if isinstance(step, str) else None
        inner = _section_in(field.annotation) if field else None
        section = inner or section
    return section


def _section_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _section_in(part))), None)
