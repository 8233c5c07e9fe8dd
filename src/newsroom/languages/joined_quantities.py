"""Numbers that belong together: *5 to 7 million*, «٥ ملايين و٣٠٠ ألف», «ثلاث سنوات ونصف السنة»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from newsroom.languages.arabic_numerals import MARKS
from newsroom.languages.numerals import HALF, QUARTER, THIRD
from newsroom.languages.quantity import Quantity

_RANGE: Final = re.compile(
    r"(?:\s?[-–—/]\s?|[,،]\s|\s(?:to|and|or|إلى|الى|أو|حتى)\s|[,،]?\s(?:and|or)\s|[,،]?\sو)"
    r"(?:\N{NO-BREAK SPACE}|[A-Z]{2,3}\s?|[$€£]|ب|من )?"
)
_SUM: Final = re.compile(r"\sو")
_AND_PART: Final = (" ونصف", " وربع", " وثلث")
_PART_AFTER: Final = re.compile(rf"(?:\s[ء-ي{MARKS}]+)?\sو(?P<part>نصف|ربع|ثلث)(?:ا|ًا)?(?![ء-ي])")
_PARTS: Final[Mapping[str, Decimal]] = {"نصف": HALF, "ربع": QUARTER, "ثلث": THIRD}


def with_shared_units(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Numbers that share a unit or a million, such as both of *from 8.8 to 10.7 million*, told so of each."""
    shared: list[Quantity] = []
    for quantity in reversed(found):
        after = shared[-1] if shared else None
        between = text[quantity.end : after.start] if after else ""
        if after and _is_sum(quantity, between, after):
            shared[-1] = replace(
                quantity, value=quantity.value + after.value, unit=after.unit or quantity.unit, end=after.end
            )
        elif after and _RANGE.fullmatch(between):
            shared[-1] = _inheriting(after, quantity)
            shared.append(_inheriting(quantity, after))
        else:
            shared.append(quantity)
    yield from reversed(shared)


def _is_sum(one: Quantity, between: str, two: Quantity) -> bool:
    """«٥ ملايين و٣٠٠ ألف» is one number."""
    is_less = one.scale > two.value and (two.scale > 1 or one.scale == 1000) and not one.unit
    return is_less and _SUM.fullmatch(between) is not None and two.kind == "cardinal"


_MEASURED: Final = frozenset({"cardinal", "multiple", "fraction"})


def _inheriting(one: Quantity, two: Quantity) -> Quantity:
    """A number with the unit and the million of the other, where it has none of its own."""
    if one.kind not in _MEASURED or two.kind not in _MEASURED or (one.unit and two.unit and one.unit != two.unit):
        return one
    shares_scale = one.scale == 1 and two.scale > 1 and one.start < two.start
    others = (*one.others, one.value * two.scale) if shares_scale else one.others
    return replace(one, unit=one.unit or two.unit, others=others)


def with_parts(text: str, found: Iterable[Quantity]) -> Iterable[Quantity]:
    """Numbers with the half or quarter that is added to them behind the noun."""
    if not any(part in text for part in _AND_PART):
        return found
    return (_with_part(text, quantity) for quantity in found)


def _with_part(text: str, quantity: Quantity) -> Quantity:
    """«ثلاث سنوات ونصف السنة» is three, and three and a half."""
    more = _PART_AFTER.match(text, quantity.end)
    if more is None or quantity.kind not in _MEASURED:
        return quantity
    return replace(quantity, others=(*quantity.others, quantity.value + _PARTS[more["part"]]))
